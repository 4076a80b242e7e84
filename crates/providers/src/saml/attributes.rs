//! What assertions say about a user (SAML Core, section 2.7.3).

use std::sync::Arc;

use serde_json::{Value as Json, json};
use vestibule_core::events;
use vestibule_engine::Context;
use vestibule_host::Scope;
use vestibule_mappings::{Ran, SAMLPropertyMapping, in_order, run};
use vestibule_resource::{Model as _, Record, Result};

use crate::provider::mappings;

/// An attribute of an assertion.
pub(crate) struct Attribute {
    /// Its name, usually a URI or an OID.
    pub(crate) name: String,
    /// Its name for people; empty for none.
    pub(crate) friendly_name: String,
    /// Its values as text.
    pub(crate) values: Vec<String>,
}

impl Attribute {
    /// As previews show it.
    pub(crate) fn to_json(&self) -> Json {
        let mut shown = json!({ "Name": self.name, "Value": self.values });
        if let Some(members) = shown.as_object_mut().filter(|_| !self.friendly_name.is_empty()) {
            members.insert("FriendlyName".into(), self.friendly_name.as_str().into());
        }
        shown
    }
}

/// All attributes, by name. Mappings that fail or have nothing to say make none.
pub(crate) async fn attributes(cx: &Context, provider: &Record, scope: &Scope) -> Result<Vec<Attribute>> {
    let mut all = mappings(cx, provider, SAMLPropertyMapping::RESOURCE).await?;
    in_order(&mut all, "saml_name");
    let mut attributes = Vec::new();
    for mapping in all {
        if let Some(values) = values(cx, provider, &mapping, scope).await? {
            let text = |name: &str| mapping.text(name).to_owned();
            attributes.push(Attribute { name: text("saml_name"), friendly_name: text("friendly_name"), values });
        }
    }
    Ok(attributes)
}

/// What a mapping makes, as text: one value, or several when it is a list; `None` when it makes nothing.
pub(super) async fn values(cx: &Context, provider: &Record, mapping: &Arc<Record>, scope: &Scope) -> Result<Option<Vec<String>>> {
    match run(cx, mapping, scope.clone()).await? {
        Ran::Made(Json::Array(values)) => Ok(Some(values.iter().filter(|value| !value.is_null()).map(text).collect())),
        Ran::Made(value) => Ok(Some(vec![text(&value)])),
        Ran::Nothing | Ran::Skip(_) => Ok(None),
        Ran::Failed(failure) => {
            if !scope.debug {
                let message = format!("“{}” failed, so that the assertion is without it: {}", mapping.text("name"), failure.message);
                let context = json!({ "message": message, "provider": events::reference(provider), "mapping": events::reference(mapping) });
                events::emit(cx, "configuration_error", context).await?;
            }
            Ok(None)
        }
    }
}

/// A value as the contract's server writes it.
fn text(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Bool(true) => "True".to_owned(),
        Json::Bool(false) => "False".to_owned(),
        other => other.to_string(),
    }
}
