//! A provider made of an application's metadata.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context, File};
use vestibule_resource::{Error, Model as _, Result};

use super::SAMLProvider;

/// Checks what was sent as if it were about to be made. Signed XML cannot be read yet, so nothing is.
pub(super) async fn import(cx: &Context, sent: Json) -> Result<Answer> {
    let member = |name: &str| sent.get(name).cloned();
    let mut body = serde_json::Map::new();
    for name in ["name", "authorization_flow", "invalidation_flow"] {
        body.extend(member(name).map(|value| (name.to_owned(), value)));
    }
    // What the metadata would say.
    body.insert("acs_url".into(), json!("https://localhost/"));
    let mut wrong = match cx.draft(SAMLProvider::RESOURCE, Json::Object(body), &[]).await {
        Ok(_) => serde_json::Map::new(),
        Err(Error::Invalid(Json::Object(wrong))) => wrong,
        Err(error) => return Err(error),
    };
    if File::of(&sent, "file").is_none() {
        wrong.insert("file".into(), json!(["No file was submitted."]));
    }
    if wrong.is_empty() {
        return Err(Error::not_possible("Metadata cannot be read yet; enter the settings by hand."));
    }
    Err(Error::Invalid(Json::Object(wrong)))
}
