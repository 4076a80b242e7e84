//! Writing events.

use serde_json::{Map, Value as Json, json};
use uuid::Uuid;
use vestibule_engine::{Context, Via};
use vestibule_resource::{Model as _, Record, Result, Value};
use vestibule_store::Transaction;
use vestibule_world::World;

use super::{Event, cleanse};
use crate::{brands, geo::Geo, redact, tenant::Settings, users};

/// Area that tells events unless another does.
const APP: &str = "authentik.core";

/// Writes an event about the caller, on its own.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn emit(cx: &Context, action: &str, context: Json) -> Result<()> {
    let mut tx = cx.begin().await?;
    emit_in(cx, &mut tx, action, context).await?;
    tx.commit().await
}

/// Writes an event about the caller, together with what else the transaction writes.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn emit_in(cx: &Context, tx: &mut Transaction, action: &str, context: Json) -> Result<()> {
    emit_as(cx, tx, cx.caller.identity().map(|identity| &identity.user), action, context).await
}

/// Writes an event about somebody else than the caller, for instance who is logging in; `None` for nobody.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn emit_as(cx: &Context, tx: &mut Transaction, user: Option<&Record>, action: &str, context: Json) -> Result<()> {
    let values = columns(cx, user, action, context).await?;
    tx.insert(Event::RESOURCE, values).await?;
    Ok(())
}

/// The columns of an event that is written later, as [`emit_as`] writes it.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn columns(cx: &Context, user: Option<&Record>, action: &str, context: Json) -> Result<Vec<(&'static str, Value)>> {
    let settings = Settings::load(&cx.store).await?;
    let brand = brands::of_host(&cx.store, &cx.request.host).await?;
    let original = users::original(cx).await?;
    let (mut context, now) = (with_request(cx, context), cx.store.world().now());
    cleanse(&mut context);
    Ok(vec![
        ("user", Value::from(person(user, original.as_ref(), by_caller(cx, user)))),
        ("action", action.into()),
        ("app", APP.into()),
        ("context", Value::from(context)),
        ("client_ip", cx.request.ip.to_string().into()),
        ("expires", settings.event_expiry(now).into()),
        ("brand", Value::from(brand.as_deref().map_or_else(|| json!({}), reference))),
    ])
}

/// Writes an event that no request caused.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn emit_by_server(tx: &mut Transaction, world: &World, settings: &Settings, action: &str, mut context: Json) -> Result<()> {
    cleanse(&mut context);
    let values = vec![
        ("user", Value::from(person(None, None, false))),
        ("action", action.into()),
        ("app", APP.into()),
        ("context", Value::from(context)),
        ("expires", settings.event_expiry(world.now()).into()),
        ("brand", Value::from(json!({}))),
    ];
    tx.insert(Event::RESOURCE, values).await?;
    Ok(())
}

/// An object as events name it.
pub fn reference(row: &Record) -> Json {
    json!({
        "app": row.resource.app(), "model_name": row.resource.model_name(), "name": row.display(), "pk": hex(row.key()),
    })
}

/// UUIDs stand in events without hyphens.
fn hex(key: &Value) -> Json {
    match key {
        Value::Uuid(uuid) => uuid.simple().to_string().into(),
        other => other.to_json(),
    }
}

fn by_caller(cx: &Context, user: Option<&Record>) -> bool {
    let acting = cx.caller.identity().filter(|identity| identity.via == Via::Session);
    user.zip(acting).is_some_and(|(user, acting)| user.key() == acting.user.key())
}

/// Who did it. While an administrator acts as somebody else, it was the administrator, on behalf of them.
fn person(user: Option<&Record>, original: Option<&Record>, acting: bool) -> Json {
    let plain = |user: &Record| json!({ "pk": user.key().to_json(), "username": user.text("username"), "email": user.text("email") });
    match (user, original.filter(|_| acting)) {
        (None, _) => json!({ "pk": 0, "username": "AnonymousUser", "email": "", "is_anonymous": true }),
        (Some(user), None) => plain(user),
        (Some(user), Some(original)) => {
            let mut shown = plain(original);
            if let Json::Object(members) = &mut shown {
                members.insert("on_behalf_of".into(), plain(user));
            }
            shown
        }
    }
}

/// Most query parameters that an event tells; strangers can cause events.
const MOST_ARGS: usize = 32;

/// Longest `User-Agent` that an event tells, in letters.
const LONGEST_AGENT: usize = 1024;

/// Adds what was asked for and from where, so that an event can be traced back to its request.
fn with_request(cx: &Context, context: Json) -> Json {
    let pairs = cx.request.params.pairs().iter().take(MOST_ARGS);
    let args: Map<String, Json> = pairs.map(|(name, value)| (name.clone(), redact::param(name, value).into())).collect();
    let user_agent: String = cx.request.user_agent.chars().take(LONGEST_AGENT).collect();
    let request = json!({
        "path": redact::path(&cx.request.path), "method": cx.request.method, "args": args, "user_agent": user_agent,
        "request_id": cx.request.id,
    });
    match hyphenless(context) {
        Json::Object(mut members) => {
            members.entry("http_request").or_insert(request);
            let (geo, ip) = (Geo::of(cx), cx.request.ip);
            let place = geo.place(ip).map(|place| ("geo", place.to_json()));
            let network = geo.network(ip).map(|network| ("asn", network.to_json()));
            for (name, known) in place.into_iter().chain(network) {
                members.entry(name).or_insert(known);
            }
            Json::Object(members)
        }
        other => json!({ "message": other, "http_request": request }),
    }
}

fn hyphenless(value: Json) -> Json {
    match value {
        Json::String(text) if text.len() == 36 => {
            Uuid::parse_str(&text).map_or(Json::String(text), |uuid| uuid.simple().to_string().into())
        }
        Json::Array(items) => items.into_iter().map(hyphenless).collect(),
        Json::Object(members) => Json::Object(members.into_iter().map(|(name, value)| (name, hyphenless(value))).collect()),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "tests")]

    use super::*;

    fn user(pk: i64, name: &str) -> Record {
        let values = vec![("id", Value::Int(pk)), ("username", name.into()), ("email", "".into())];
        Record::new(users::User::RESOURCE, values)
    }

    #[test]
    fn an_administrator_stays_responsible_while_they_act_as_somebody_else() {
        let (admin, ada) = (user(1, "admin"), user(2, "ada"));
        let told = person(Some(&ada), Some(&admin), true);
        assert_eq!((&told["username"], &told["on_behalf_of"]["username"]), (&json!("admin"), &json!("ada")));
        assert_eq!(person(Some(&ada), Some(&admin), false)["username"], json!("ada"));
    }

    #[test]
    fn uuids_stand_without_hyphens() {
        let told = hyphenless(json!({ "invitation_uuid": "4cb7e02c-a0e1-4a4b-b12f-53703cc49dd2", "name": "n" }));
        assert_eq!(told, json!({ "invitation_uuid": "4cb7e02ca0e14a4bb12f53703cc49dd2", "name": "n" }));
    }
}
