//! One object of any collection, made from what the server's own OpenAPI document says a create takes.
//!
//! Required fields are filled by their schema; what a schema cannot say (which object a key must name, which fields go together)
//! stands in `special.rs`, in the same notation for all: `"@stages/deny:pk"` is the `pk` of a new sample of that collection
//! (and `*` in place of it whatever others refer to it by), and a `#` in a text is a name that nothing else has.

mod shape;
mod special;

use std::{future::Future, pin::Pin};

use serde_json::{Map, Value as Json};

use crate::{Answer, App, Caller};
pub use shape::{Document, Operation};
use special::{ELSEWHERE, FIELDS, IMPOSSIBLE, SPECIAL};

/// Stands in every sample's name.
pub const WORD: &str = "zq-sample";

/// Maker of samples. Collections are named by their path below `/api/v3/`: `stages/deny`, with or without a slash at the end.
pub struct Samples;

type Made<'a> = Pin<Box<dyn Future<Output = Json> + Send + 'a>>;

impl Samples {
    /// Makes a new object of a collection, with everything that it refers to, and answers it as the collection shows it.
    pub fn make<'a>(app: &'a App, admin: &'a Caller, resource: &'a str) -> Made<'a> {
        Box::pin(async move {
            let resource = resource.trim_matches('/');
            match ELSEWHERE.iter().find(|(collection, _)| *collection == resource) {
                Some((_, where_made)) => Samples::as_shown_by(app, admin, resource, where_made).await,
                None => {
                    let body = Samples::body(app, admin, resource).await;
                    Samples::create(admin, resource, body).await.unwrap_or_else(|answer| panic!("{answer}"))
                }
            }
        })
    }

    /// Creates with this body, and answers the object, or what was answered in place of it.
    pub async fn create(admin: &Caller, resource: &str, body: Json) -> Result<Json, Answer> {
        let answer = admin.post(&format!("{}/", resource.trim_matches('/')), body).await;
        match (answer.status, answer.body["link"].as_str()) {
            // An agent is shown together with its token.
            (201, _) if answer.body["agent"].is_object() => Ok(answer.body["agent"].clone()),
            (201, _) => Ok(answer.body),
            (200, Some(link)) => {
                let (_, path) = link.split_once("/api/v3/").unwrap_or_else(|| panic!("no address of an object: {answer}"));
                Ok(admin.get(path).await.assert_status(200).body)
            }
            _ => Err(answer),
        }
    }

    /// What a create of that collection takes at least: each call names new objects.
    pub fn body<'a>(app: &'a App, admin: &'a Caller, resource: &'a str) -> Made<'a> {
        Box::pin(async move {
            let resource = resource.trim_matches('/');
            if let Some(why) = Samples::impossible(resource) {
                panic!("there are no samples of {resource}: {why}");
            }
            let document = app.document().await;
            let schema = document.request("post", &format!("/{resource}/"));
            let schema =
                schema.unwrap_or_else(|| panic!("nothing can be posted to {resource}; say in special.rs how its samples are made"));
            Samples::filled(app, admin, resource, &schema).await
        })
    }

    /// The least object that such a schema allows. `context` is the collection that it is about.
    pub fn filled<'a>(app: &'a App, admin: &'a Caller, context: &'a str, schema: &'a Json) -> Made<'a> {
        Box::pin(async move {
            let document = app.document().await;
            let special = SPECIAL.iter().find(|(collection, _)| *collection == context).map_or("{}", |(_, text)| *text);
            let special: Map<String, Json> = serde_json::from_str(special).unwrap_or_else(|error| panic!("special.rs, {context}: {error}"));
            let mut body = Map::new();
            let required = document.required(schema).into_iter();
            for (name, field) in required.filter(|(name, _)| !special.contains_key(name)) {
                let known = FIELDS.iter().find(|(field, _)| *field == name).map(|(_, value)| Json::from(*value));
                body.insert(name.clone(), known.unwrap_or_else(|| document.least(&name, &field)));
            }
            body.extend(special);
            Samples::resolved(app, admin, Json::Object(body)).await
        })
    }

    /// Why no object of a collection can be made through the API; `None` when one can.
    pub fn impossible(resource: &str) -> Option<&'static str> {
        IMPOSSIBLE.iter().find(|(collection, _)| *collection == resource.trim_matches('/')).map(|(_, why)| *why)
    }

    /// Whether there are samples of a collection that can be listed.
    pub fn known(document: &Document, resource: &str) -> bool {
        let elsewhere = ELSEWHERE.iter().any(|(collection, _)| *collection == resource);
        elsewhere || document.request("post", &format!("/{resource}/")).is_some()
    }

    /// What names an object of a collection in its address.
    pub async fn address(app: &App, resource: &str, sample: &Json) -> String {
        let lookup = app.document().await.lookup(resource.trim_matches('/')).unwrap_or_else(|| "pk".into());
        let key = [lookup.as_str(), "pk", "id"].into_iter().map(|name| &sample[name]).find(|key| !key.is_null());
        let key = key.unwrap_or_else(|| panic!("no {lookup} in {sample}"));
        key.as_str().map_or_else(|| key.to_string(), str::to_owned)
    }

    /// The field by which others refer to an object.
    pub fn key(sample: &Json) -> &str {
        Samples::key_in(sample).unwrap_or_else(|| panic!("no key in {sample}"))
    }

    /// The same, where there may be none.
    pub fn key_in(sample: &Json) -> Option<&str> {
        let names = || sample.as_object().into_iter().flatten().map(|(name, _)| name.as_str());
        let first = ["pk", "uuid", "id", "aaguid"].into_iter().find(|name| sample.get(*name).is_some());
        first.or_else(|| names().find(|name| name.ends_with("_uuid")))
    }

    /// An object of a collection without create: made in another, shown by this one.
    async fn as_shown_by(app: &App, admin: &Caller, resource: &str, where_made: &str) -> Json {
        let made = match where_made {
            "a login" => return special::session(app).await,
            "a failed login" => return special::score(app).await,
            "an enrolment" => return special::device(app).await,
            _ => Samples::make(app, admin, where_made).await,
        };
        let address = Samples::address(app, where_made, &made).await;
        let shown = admin.get(&format!("{resource}/{address}/")).await;
        // Owners see what administrators do not.
        if shown.status == 200 { shown.body } else { made }
    }

    /// Names and objects in place of their placeholders.
    pub fn resolved<'a>(app: &'a App, admin: &'a Caller, value: Json) -> Made<'a> {
        Box::pin(async move {
            match value {
                Json::String(text) => match text.strip_prefix('@').and_then(|place| place.split_once(':')) {
                    Some(("pem", which)) => special::pem(which),
                    Some((collection, key)) => {
                        let made = Samples::make(app, admin, collection).await;
                        let key = if key == "*" { Samples::key(&made) } else { key };
                        assert!(!made[key].is_null(), "a sample of {collection} has no {key}: {made}");
                        made[key].clone()
                    }
                    None => text.replace('#', &app.name(WORD)).into(),
                },
                Json::Array(items) => {
                    let mut all = Vec::new();
                    for item in items {
                        all.push(Samples::resolved(app, admin, item).await);
                    }
                    all.into()
                }
                Json::Object(members) => {
                    let mut all = Map::new();
                    for (name, member) in members {
                        all.insert(name, Samples::resolved(app, admin, member).await);
                    }
                    Json::Object(all)
                }
                other => other,
            }
        })
    }
}
