//! What an application would read in an assertion about a user.

use std::sync::Arc;

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Record, Result};

use super::{
    attributes::{Attribute, attributes},
    name_id::name_id,
};
use crate::provider::{needed, previewed, scope, subject};

/// Attributes and name of the user, of providers whose assertions are SAML.
pub(crate) async fn preview(cx: &Context, row: Option<Record>) -> Result<Answer> {
    let (provider, user) = (Arc::new(needed(row)?), subject(cx).await?);
    let scope = scope(&provider, &user, true);
    let told: Vec<Json> = attributes(cx, &provider, &scope).await?.iter().map(Attribute::to_json).collect();
    let name = name_id(cx, &provider, &user, provider.column("default_name_id_policy")?, &scope).await?;
    Ok(previewed(json!({ "attributes": told, "nameID": name })))
}
