//! Who a challenge is about, as it is shown.

use serde::Serialize;
use serde_json::Value as Json;
use vestibule_core::{
    tenant::Settings,
    users::{self, User},
};
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record, Result};

use crate::{PendingUser, Plan, keys};

/// Who a challenge is about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UserInfo {
    /// User name, or what was typed when the user who was found must not be shown; empty when nobody is known.
    pub pending_user: String,
    /// Address of a picture.
    pub pending_user_avatar: String,
}

/// Shown when nobody is known.
const NOBODY: &str = "/static/dist/assets/images/user_default.png";

/// Who a plan is about, as challenges show it.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn user_info(cx: &Context, plan: Option<&Plan>) -> Result<UserInfo> {
    let typed = plan.and_then(|plan| plan.context.get(keys::PENDING_USER_IDENTIFIER)).and_then(Json::as_str);
    let shown = match (typed, plan.and_then(Plan::pending_user)) {
        (Some(typed), _) => Some(named(typed, "")),
        (None, Some(PendingUser::Unsaved { username, email })) => Some(named(&username, &email)),
        (None, Some(PendingUser::Saved { pk })) => users::get(&cx.store, pk).await?,
        (None, None) => None,
    };
    let Some(user) = shown else {
        return Ok(UserInfo { pending_user: String::new(), pending_user_avatar: NOBODY.to_owned() });
    };
    let settings = Settings::load(&cx.store).await?;
    Ok(UserInfo { pending_user: user.text("username").to_owned(), pending_user_avatar: users::avatar(&user, &settings) })
}

/// A row for somebody who is not stored.
fn named(username: &str, email: &str) -> Record {
    Record::new(User::RESOURCE, vec![("username", username.into()), ("name", "".into()), ("email", email.into())])
}
