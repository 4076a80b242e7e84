//! The first start: default objects, the first administrator, and the link that sets their password.

mod administrator;
mod certificate;
mod defaults;
mod read_only;
mod setup;
#[cfg(test)]
mod tests;

use serde_json::json;
use vestibule_resource::Result;
use vestibule_secret::Passwords;
use vestibule_store::{Actor, Store};

use crate::settings::Bootstrap;

pub(crate) use certificate::first as first_certificate;
pub(crate) use setup::{Closed, Setup, SetupForm};

/// Makes what every installation begins with, unless it was made before. Of several nodes that start at once, one does it.
///
/// # Errors
/// `Internal` when the database fails; then nothing was made.
pub(crate) async fn first(store: &Store, passwords: &Passwords, bootstrap: &Bootstrap) -> Result<()> {
    if store.setting(setup::NOTE).await?.is_some() {
        return Ok(());
    }
    let password = administrator::hash(passwords, store.world(), bootstrap.password.as_deref()).await?;
    let mut tx = store.begin(Actor::default()).await?;
    let closed = bootstrap.password.is_some();
    if !tx.claim_setting(setup::NOTE, json!({ "closed": closed })).await? {
        return Ok(());
    }
    defaults::make(store.catalog(), &mut tx).await?;
    read_only::permit(store.catalog(), &mut tx).await?;
    let email = bootstrap.email.as_deref().unwrap_or_default();
    let user = administrator::make(&mut tx, store.world(), password, email).await?;
    if let Some(key) = &bootstrap.token {
        administrator::make_token(&mut tx, &user, key).await?;
    }
    vestibule_outposts::open_accounts(store, &mut tx).await?;
    tx.commit().await?;
    tracing::info!("the first start made the default objects and the user akadmin");
    Ok(())
}
