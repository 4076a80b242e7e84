//! Giving permissions to a role, and taking them away.

use serde_json::{Value as Json, json};
use vestibule_core::roles::{ExtraRoleObjectPermission, Permission, Role, RolePermission, columns};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Model as _, Record, Result, Value};
use vestibule_store::{Condition, Query, Transaction};

use super::asked::Asked;

/// `POST assign/`. Nobody gives what they do not hold themselves.
pub(super) async fn assign(cx: &Context, sent: Json) -> Result<Answer> {
    let role = role(cx, "authentik_rbac.assign_role_permissions").await?;
    let asked = Asked::read(cx, sent, true).await?;
    for permission in &asked.permissions {
        if !holds(cx, permission, asked.object.as_ref()).await? {
            return Err(Error::denied());
        }
    }
    let mut tx = cx.begin().await?;
    let mut shown = Vec::new();
    for permission in &asked.permissions {
        let row = give(&mut tx, &role, permission, asked.object.as_ref()).await?;
        shown.push(json!({ "id": row.key().to_string() }));
    }
    tx.commit().await?;
    Ok(Answer::json(200, shown.into()))
}

/// `PATCH unassign/`.
pub(super) async fn unassign(cx: &Context, sent: Json) -> Result<Answer> {
    let role = role(cx, "authentik_rbac.unassign_role_permissions").await?;
    let asked = Asked::read(cx, sent, false).await?;
    let labels = asked.permissions.iter().map(|permission| permission.label().into()).collect();
    let these = Condition::In { path: "permission".into(), values: labels };
    let held = match &asked.object {
        Some(object) => Query::all(ExtraRoleObjectPermission::RESOURCE).is("object_pk", object.key().to_string()),
        None => Query::all(RolePermission::RESOURCE),
    };
    let mut tx = cx.begin().await?;
    tx.delete_where(&held.is("role", role.key().clone()).filter(these)).await?;
    tx.commit().await?;
    Ok(Answer::no_content())
}

/// The role in the path, if the caller sees it and holds the permission.
async fn role(cx: &Context, needed: &str) -> Result<Record> {
    let role = cx.object(Role::RESOURCE, &cx.segment("uuid")).await?;
    if cx.may(needed, &role).await? { Ok(role) } else { Err(Error::denied()) }
}

async fn holds(cx: &Context, permission: &Permission, object: Option<&Record>) -> Result<bool> {
    match object {
        Some(object) => cx.may(&permission.label(), object).await,
        None => Ok(cx.holds(&permission.label())),
    }
}

/// The row that says that the role holds the permission; made unless it is there already.
async fn give(tx: &mut Transaction, role: &Record, permission: &Permission, object: Option<&Record>) -> Result<Record> {
    let label = permission.label();
    let (resource, values) = match object {
        Some(object) => {
            let key = object.key().to_string();
            (ExtraRoleObjectPermission::RESOURCE, columns(role.key().clone(), &label, object.resource.model, &key))
        }
        None => (RolePermission::RESOURCE, vec![("role", role.key().clone()), ("permission", Value::from(label))]),
    };
    let same = values.iter().fold(Query::all(resource), |query, (name, value)| query.is(name, value.clone()));
    match tx.first(&same).await? {
        Some(row) => Ok(row),
        None => tx.insert(resource, values).await,
    }
}
