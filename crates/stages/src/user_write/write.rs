//! Writing the user: one transaction with everything that depends on it.

use serde_json::{Map, Value as Json, json};
use vestibule_core::{
    events,
    groups::GROUPS_OF_USER,
    users::{self, User, UserType},
};
use vestibule_flow::{Run, keys};
use vestibule_resource::{Error, Model as _, Record, Result, Value};
use vestibule_secret::Passwords;
use vestibule_store::Transaction;

use super::{
    UserWriteStage,
    apply::{Changes, tame, user_type},
    target::Target,
};
use crate::invitation::{Consumed, consume};

/// What the visitor reads when the data make no user.
pub(super) const FAILED: &str = "Failed to update user. Please try again later.";

/// What the visitor reads whose invitation somebody else has used meanwhile.
const INVITATION_GONE: &str = "Invalid invite/invite not found";

/// What came of writing.
pub(super) enum Written {
    /// The user, as written; and whether they are new.
    User(Record, bool),
    /// Nothing was written; what the visitor reads.
    Refused(&'static str),
}

/// Writes the user, their groups, the events, and the end of the invitation that let them in: all of it or nothing.
///
/// # Errors
/// `Internal` when the database fails.
pub(super) async fn write(stage: &UserWriteStage, run: &Run<'_>, target: Target, changes: Changes) -> Result<Written> {
    // Hashed before the transaction begins: writers wait for one another.
    let hash = match &changes.password {
        Some(password) => Some(hash(run, password).await?),
        None => None,
    };
    let mut tx = run.cx.begin().await?;
    if consume(&mut tx, run.plan, run.cx.store.world().now()).await? == Consumed::No {
        return Ok(Written::Refused(INVITATION_GONE));
    }
    match store(stage, run, &mut tx, target, changes, hash).await {
        Ok((user, created)) => {
            tx.commit().await?;
            Ok(Written::User(user, created))
        }
        // Somebody took the name meanwhile, or a value does not fit its column. The transaction ends without a trace.
        Err(Error::Invalid(why)) => {
            tracing::warn!(%why, "a user could not be written");
            Ok(Written::Refused(FAILED))
        }
        Err(other) => Err(other),
    }
}

async fn hash(run: &Run<'_>, password: &str) -> Result<String> {
    let hash = run.cx.service::<Passwords>()?.hash(password, run.cx.store.world()).await;
    hash.ok_or_else(|| Error::internal("a password could not be hashed"))
}

async fn store(
    stage: &UserWriteStage,
    run: &Run<'_>,
    tx: &mut Transaction,
    target: Target,
    changes: Changes,
    hash: Option<String>,
) -> Result<(Record, bool)> {
    let (user, created) = match target {
        Target::Existing(row) => (change(run, tx, &row, changes, hash).await?, false),
        Target::New { .. } => (create(stage, run, tx, changes, hash).await?, true),
    };
    let configured = stage.create_users_group.map(Value::Uuid);
    for group in configured.into_iter().chain(groups(run.known(keys::GROUPS))) {
        tx.link(&GROUPS_OF_USER, user.key(), &group).await?;
    }
    let told = told(run.known(keys::PROMPT_DATA), created);
    events::emit_as(run.cx, tx, Some(&user), "user_write", told).await?;
    Ok((user, created))
}

async fn change(run: &Run<'_>, tx: &mut Transaction, row: &Record, changes: Changes, hash: Option<String>) -> Result<Record> {
    let ended = changes.is_active == Some(false);
    let world = run.cx.store.world();
    let written = tx.update(User::RESOURCE, row.key(), columns(changes)).await?;
    let user = written.ok_or_else(|| Error::non_field("the user was deleted meanwhile"))?;
    if let Some(hash) = hash {
        let keep = users::own_session(run.cx).filter(|_| run.cx.caller.user() == row.key().as_int());
        users::set_password(tx, world, row.key(), hash, keep.as_ref(), users::past_passwords_kept(run.cx).await?).await?;
        events::emit_as(run.cx, tx, Some(&user), "password_set", json!({})).await?;
    }
    if ended {
        users::end_sessions(tx, row.key(), None).await?;
    }
    Ok(user)
}

async fn create(stage: &UserWriteStage, run: &Run<'_>, tx: &mut Transaction, changes: Changes, hash: Option<String>) -> Result<Record> {
    let unusable = || vestibule_secret::unusable(run.cx.store.world());
    let defaults = Changes {
        name: Some(changes.name.clone().unwrap_or_default()),
        path: Some(changes.path.clone().unwrap_or_else(|| path(run.known(keys::USER_PATH), &stage.user_path_template))),
        is_active: Some(changes.is_active.unwrap_or(!stage.create_users_as_inactive)),
        kind: Some(changes.kind.unwrap_or_else(|| kind(run.known(keys::USER_TYPE), stage.user_type))),
        ..changes
    };
    let mut values = columns(defaults);
    values.push(("password", hash.unwrap_or_else(unusable).into()));
    tx.insert(User::RESOURCE, values).await
}

fn columns(changes: Changes) -> Vec<(&'static str, Value)> {
    let texts = [("username", changes.username), ("name", changes.name), ("email", changes.email), ("path", changes.path)];
    let mut values: Vec<(&'static str, Value)> = texts.into_iter().filter_map(|(name, text)| Some((name, text?.into()))).collect();
    values.extend(changes.is_active.map(|active| ("is_active", active.into())));
    values.extend(changes.kind.map(|kind| ("type", kind.into())));
    values.push(("attributes", Value::from(Json::Object(changes.attributes))));
    values
}

/// The folder of a new user: what the plan says, else what the stage says, else `users`.
fn path(known: Option<&Json>, template: &str) -> String {
    let known = known.and_then(Json::as_str).unwrap_or_default();
    [known, template].into_iter().find(|path| !path.is_empty()).unwrap_or("users").to_owned()
}

/// The type of a new user: what the plan says if it is one, else what the stage says.
fn kind(known: Option<&Json>, configured: UserType) -> UserType {
    known.and_then(user_type).unwrap_or_else(|| tame(configured))
}

/// The groups that the plan names, by key or as objects with one.
fn groups(known: Option<&Json>) -> Vec<Value> {
    let list = known.and_then(Json::as_array).map(Vec::as_slice).unwrap_or_default();
    let key = |group: &Json| group.get("pk").unwrap_or(group).as_str()?.parse().ok().map(Value::Uuid);
    list.iter().filter_map(key).collect()
}

/// What the event says: everything that was gathered but secrets, and whether the user is new.
fn told(data: Option<&Json>, created: bool) -> Json {
    let mut told: Map<String, Json> = data.and_then(Json::as_object).cloned().unwrap_or_default();
    told.retain(|key, _| !key.contains("password") && key != "component");
    told.insert("created".to_owned(), Json::Bool(created));
    Json::Object(told)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    #[test]
    fn a_new_user_gets_the_path_and_type_of_the_plan_before_those_of_the_stage() {
        assert_eq!(path(Some(&json!("plan")), "stage"), "plan");
        assert_eq!(path(None, "stage"), "stage");
        assert_eq!(path(Some(&json!("")), ""), "users");
        assert_eq!(kind(Some(&json!("internal")), UserType::External), UserType::Internal);
        assert_eq!(kind(Some(&json!("emperor")), UserType::External), UserType::External);
        assert_eq!(kind(None, UserType::InternalServiceAccount), UserType::ServiceAccount);
        assert_eq!(kind(Some(&json!("internal_service_account")), UserType::External), UserType::ServiceAccount);
    }

    #[test]
    fn groups_may_be_keys_or_objects() {
        let key = Uuid::from_u128(7);
        let named = json!([key.to_string(), {"pk": key.to_string(), "name": "x"}, "staff", 5, null]);
        assert_eq!(groups(Some(&named)), [Value::Uuid(key), Value::Uuid(key)]);
        assert!(groups(Some(&json!("staff"))).is_empty() && groups(None).is_empty());
    }

    #[test]
    fn events_hold_no_password() {
        let data = json!({"username": "ada", "password": "x", "password_repeat": "x", "component": "y"});
        assert_eq!(told(Some(&data), true), json!({"username": "ada", "created": true}));
    }
}
