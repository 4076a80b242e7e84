//! What is irregular about roles: whose they are.

use futures::future::BoxFuture;
use uuid::Uuid;
use vestibule_engine::{Context, Hooks};
use vestibule_resource::{Error, Result, Value};
use vestibule_store::Condition;

use super::rights::{roles_of_groups, roles_of_user};
use crate::groups::{ROLES_OF_GROUP, ROLES_OF_USER};

/// What is irregular about roles.
pub(super) struct RoleHooks;

impl Hooks for RoleHooks {
    fn filter<'a>(&'a self, cx: &'a Context, param: &'a str, value: &'a str) -> BoxFuture<'a, Result<Option<Condition>>> {
        Box::pin(async move {
            match param {
                "users" if !value.is_empty() => of_user(cx, value).await.map(Some),
                "groups" if !value.is_empty() => of_group(cx, value).await.map(Some),
                _ => Ok(None),
            }
        })
    }
}

/// Roles that come from groups and their ancestors count when they are asked for.
fn inherited(cx: &Context) -> bool {
    cx.request.params.flag("inherited").unwrap_or_default()
}

async fn of_user(cx: &Context, text: &str) -> Result<Condition> {
    let user = Value::Int(text.trim().parse().map_err(|_| Error::field("users", "Enter a number."))?);
    let roles = match inherited(cx) {
        true => roles_of_user(&cx.store, &user).await?,
        false => direct(cx.store.links(&ROLES_OF_USER, &[user]).await?),
    };
    Ok(these(roles))
}

async fn of_group(cx: &Context, text: &str) -> Result<Condition> {
    let group = Value::Uuid(Uuid::parse_str(text.trim()).map_err(|_| Error::field("groups", "Enter a valid UUID."))?);
    let roles = match inherited(cx) {
        true => roles_of_groups(&cx.store, &[group]).await?,
        false => direct(cx.store.links(&ROLES_OF_GROUP, &[group]).await?),
    };
    Ok(these(roles))
}

fn direct(links: Vec<(Value, Value)>) -> Vec<Value> {
    links.into_iter().map(|(_, role)| role).collect()
}

fn these(roles: Vec<Value>) -> Condition {
    Condition::In { path: "uuid".into(), values: roles }
}
