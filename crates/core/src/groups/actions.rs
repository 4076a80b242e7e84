//! Adding and removing single members.

use serde_json::Value as Json;
use vestibule_engine::{Action, Answer, Context, Need, Schema};
use vestibule_resource::{Error, Record, Result};

use super::USERS_OF_GROUP;
use crate::{
    action::on_object,
    roles::{grant::may_give, member},
    users,
};

/// Adding and removing single members.
pub(super) static ACTIONS: &[Action] = &[
    on_object(
        "add_user",
        "POST",
        "core_groups_add_user_create",
        Need::Permission("add_user_to_group"),
        Schema::takes("UserAccountRequest"),
        |cx, row, body| Box::pin(change(cx, row, body, true)),
    ),
    on_object(
        "remove_user",
        "POST",
        "core_groups_remove_user_create",
        Need::Permission("remove_user_from_group"),
        Schema::takes("UserAccountRequest"),
        |cx, row, body| Box::pin(change(cx, row, body, false)),
    ),
];

async fn change(cx: &Context, row: Option<Record>, sent: Json, add: bool) -> Result<Answer> {
    let group = users::needed(row)?;
    let user = member(cx, sent).await?;
    if add && !may_give(cx, std::slice::from_ref(group.key()), &[]).await? {
        return Err(Error::denied());
    }
    let mut tx = cx.begin().await?;
    if add {
        tx.link(&USERS_OF_GROUP, group.key(), &user).await?;
    } else {
        tx.unlink(&USERS_OF_GROUP, group.key(), &user).await?;
    }
    tx.commit().await?;
    Ok(Answer::no_content())
}
