//! Giving a role to single users, and taking it away.

use serde_json::Value as Json;
use vestibule_engine::{Action, Answer, Context, Need, Schema, codename};
use vestibule_resource::{Error, Model as _, Record, Result, Value};
use vestibule_store::Query;

use super::grant::may_give;
use crate::{
    action::on_object,
    body::Body,
    groups::ROLES_OF_USER,
    users::{self, User},
};

/// Giving a role to single users, and taking it away.
pub(super) static ACTIONS: &[Action] = &[
    on_object("add_user", "POST", "rbac_roles_add_user_create", CHANGE, TAKES, |cx, row, body| Box::pin(change(cx, row, body, true))),
    on_object("remove_user", "POST", "rbac_roles_remove_user_create", CHANGE, TAKES, |cx, row, body| {
        Box::pin(change(cx, row, body, false))
    }),
];

const CHANGE: Need = Need::Permission("change_role");
const TAKES: Schema = Schema::takes("UserAccountSerializerForRoleRequest");

async fn change(cx: &Context, row: Option<Record>, sent: Json, add: bool) -> Result<Answer> {
    let role = users::needed(row)?;
    let user = member(cx, sent).await?;
    if add && !may_give(cx, &[], std::slice::from_ref(role.key())).await? {
        return Err(Error::denied());
    }
    let mut tx = cx.begin().await?;
    if add {
        tx.link(&ROLES_OF_USER, &user, role.key()).await?;
    } else {
        tx.unlink(&ROLES_OF_USER, &user, role.key()).await?;
    }
    tx.commit().await?;
    Ok(Answer::no_content())
}

/// The user whom a body `{pk}` names, if the caller may see them.
///
/// # Errors
/// `Invalid` when the body names nobody, `NotFound` when there is no such user for the caller.
pub(crate) async fn member(cx: &Context, sent: Json) -> Result<Value> {
    let mut body = Body::new(sent)?;
    let user = body.int("pk");
    body.check()?;
    let unseen = || Error::NotFound("Not found.".into());
    let everybody = Query::all(User::RESOURCE).is(User::RESOURCE.key, user);
    let held = cx.held(&codename(User::RESOURCE, "view"), User::RESOURCE.key).ok_or_else(unseen)?;
    cx.store.first(&everybody.filter(held)).await?.map(|user| user.key().clone()).ok_or_else(unseen)
}
