//! Taking a code from its list.

use vestibule_resource::{Model as _, Record, Result};
use vestibule_secret::same;
use vestibule_store::{Query, Transaction};

use super::StaticToken;
use crate::verify::{Given, Noted};

/// Judges a code on paper. A right one is gone from the list afterwards.
pub(crate) async fn take(tx: &mut Transaction, device: &Record, given: Given<'_>) -> Result<Option<Noted>> {
    let left = tx.select(&Query::all(StaticToken::RESOURCE).is("device", device.key().clone())).await?;
    // All are compared, so that the time tells nothing about the place of the right one.
    let mut right = None;
    for token in &left {
        if !token.text("token").is_empty() && same(token.text("token"), given.code) {
            right = Some(token);
        }
    }
    let Some(right) = right else { return Ok(None) };
    Ok(tx.delete(StaticToken::RESOURCE, right.key()).await?.then(Vec::new))
}
