//! The types of provider, for people who are about to make one.

use serde_json::{Value as Json, json};
use vestibule_engine::{Action, Answer, Body, Context, types};
use vestibule_resource::Result;

use super::Provider;

/// The action that lists the types. Beside them stands one that is no type: a provider that is read from a file of metadata.
pub(super) const TYPES: Action = Action { run: |cx, _, _| Box::pin(list(cx)), ..TYPES_ALONE };

const TYPES_ALONE: Action = types::<Provider>("providers_all_types_list");

async fn list(cx: &Context) -> Result<Answer> {
    let mut answer = (TYPES_ALONE.run)(cx, None, Json::Null).await?;
    if let Body::Json(Json::Array(types)) = &mut answer.body {
        let name = |kind: &Json| kind.get("name").and_then(Json::as_str).unwrap_or_default().to_owned();
        types.push(from_metadata());
        types.sort_by_key(name);
    }
    Ok(answer)
}

fn from_metadata() -> Json {
    json!({
        "name": "SAML Provider from Metadata", "description": "Lets an application log people in with SAML 2.0, as its metadata says.",
        "component": "ak-provider-saml-import-form", "model_name": "samlproviderimportmodel", "icon_url": null,
        "requires_enterprise": false, "deprecated": false,
    })
}
