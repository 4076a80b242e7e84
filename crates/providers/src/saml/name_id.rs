//! The name by which an assertion calls the user (SAML Core, section 2.2.3).

use serde_json::Value as Json;
use vestibule_core::{Keys, NameIdPolicy, groups, users};
use vestibule_engine::Context;
use vestibule_host::Scope;
use vestibule_mappings::SAMLPropertyMapping;
use vestibule_resource::{Model as _, Record, Result};
use vestibule_secret::sha256_hex;

use super::attributes::values;

/// What the provider's mapping says, where it has one, else what the kind of name asks for. `None` when the mapping fails or says
/// nothing: another name might be somebody else's.
pub(crate) async fn name_id(cx: &Context, provider: &Record, user: &Record, policy: NameIdPolicy, scope: &Scope) -> Result<Option<String>> {
    let all = cx.store.rows(SAMLPropertyMapping::RESOURCE).await?;
    if let Some(mapping) = all.find(provider.get("name_id_mapping")) {
        return Ok(values(cx, provider, mapping, scope).await?.and_then(|values| values.into_iter().next()));
    }
    let uid = users::uid(user, cx.service::<Keys>()?);
    let attribute = |name: &str| groups::at(user.json("attributes"), name).and_then(Json::as_str).map(str::to_owned);
    Ok(Some(match policy {
        NameIdPolicy::Email => user.text("email").to_owned(),
        NameIdPolicy::Persistent | NameIdPolicy::Unspecified => uid,
        NameIdPolicy::X509 => attribute("distinguishedName").unwrap_or(uid),
        NameIdPolicy::Windows => attribute("upn").unwrap_or(uid),
        NameIdPolicy::Transient => sha256_hex(cx.session.lock().key.clone().unwrap_or_default()),
    }))
}
