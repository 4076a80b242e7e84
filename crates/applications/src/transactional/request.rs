//! What the request asks for.

use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Operations, type_name};
use vestibule_resource::{Error, Invalid, Resource, Result};

use crate::provider::PROVIDER;

/// Bodies of everything that is to be made, not yet checked on their own.
#[derive(Debug)]
pub(super) struct Request {
    /// The application.
    pub(super) app: Json,
    /// The type of provider.
    pub(super) model: &'static Resource,
    /// The provider.
    pub(super) provider: Json,
    /// What is bound to the application.
    pub(super) bindings: Vec<Json>,
}

impl Request {
    /// Reads a body.
    ///
    /// # Errors
    /// `Invalid` with everything that is wrong with its outline.
    pub(super) fn read(cx: &Context, body: Json) -> Result<Self> {
        let Json::Object(mut body) = body else {
            return Err(Error::non_field(not_an_object(&body)));
        };
        let mut invalid = Invalid::default();
        let model = body.remove("provider_model").map(|word| model(cx, &word));
        let (app, provider) = (object(&mut body, "app", &mut invalid), object(&mut body, "provider", &mut invalid));
        let bindings = bindings(&mut body, &mut invalid);
        let model = match model {
            Some(Ok(model)) => Some(model),
            Some(Err(message)) => {
                invalid.add("provider_model", message);
                None
            }
            None => {
                invalid.add("provider_model", "This field is required.");
                None
            }
        };
        invalid.check()?;
        let model = model.ok_or_else(|| Error::internal("a request without a type of provider was let through"))?;
        Ok(Request { app, model, provider, bindings })
    }
}

/// The type of provider of that label, if such can be made.
fn model(cx: &Context, word: &Json) -> Result<&'static Resource, String> {
    let text = word.as_str().map_or_else(|| word.to_string(), str::to_owned);
    let found = cx.store.catalog().find(&text).filter(|resource| resource.model != PROVIDER && resource.is(PROVIDER));
    let made = found.filter(|resource| cx.api.endpoint(resource).is_some_and(|endpoint| endpoint.operations.has(Operations::CREATE)));
    made.ok_or_else(|| format!("\"{text}\" is not a valid choice."))
}

fn object(body: &mut Map<String, Json>, name: &str, invalid: &mut Invalid) -> Json {
    match body.remove(name) {
        Some(Json::Object(members)) => return Json::Object(members),
        None => invalid.add(name, "This field is required."),
        Some(Json::Null) => invalid.add(name, "This field may not be null."),
        Some(other) => invalid.nest(name, serde_json::json!({ "non_field_errors": [not_an_object(&other)] })),
    }
    Json::Null
}

fn bindings(body: &mut Map<String, Json>, invalid: &mut Invalid) -> Vec<Json> {
    match body.remove("policy_bindings") {
        None => return Vec::new(),
        Some(Json::Array(bindings)) => return bindings,
        Some(Json::Null) => invalid.add("policy_bindings", "This field may not be null."),
        Some(other) => invalid.add("policy_bindings", format!("Expected a list of items but got type \"{}\".", type_name(&other))),
    }
    Vec::new()
}

fn not_an_object(json: &Json) -> String {
    format!("Invalid data. Expected a dictionary, but got {}.", type_name(json))
}
