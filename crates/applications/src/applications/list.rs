//! `GET /core/applications/`: the applications that somebody may open, whatever permissions they hold.

use serde_json::Value as Json;
use vestibule_engine::{Answer, Context, Page};
use vestibule_resource::{Error, Model as _, Record, Result};
use vestibule_store::Query;

use super::{Access, Application, access};

/// What it takes to ask on behalf of somebody else.
const FOR_OTHERS: &str = "authentik_core.view_user_applications";

/// A page of all applications, from which those go that the user may not open: the numbers of the page count all.
pub(super) async fn list(cx: &Context) -> Result<Answer> {
    let params = &cx.request.params;
    let user = asked_for(cx).await?;
    let query = cx.narrowed(Query::all(Application::RESOURCE)).await?;
    let (placed, rows) = Page::read(params)?.rows(&cx.store, query).await?;
    let full = cx.caller.superuser() && params.flag("superuser_full_list") == Some(true);
    let rows = if full { rows } else { openable(cx, rows, user).await? };
    let mut shown = cx.api.show(cx, &rows, None).await?;
    if params.flag("only_with_launch_url") == Some(true) {
        shown.retain(|application| application.get("launch_url").and_then(Json::as_str).is_some_and(|url| !url.is_empty()));
    }
    Ok(placed.answer(shown))
}

/// Those of the applications that the user may open.
async fn openable(cx: &Context, rows: Vec<Record>, user: i64) -> Result<Vec<Record>> {
    let results = access(cx, &rows, user, Access::Application).await?;
    Ok(rows.into_iter().zip(results).filter(|(_, result)| result.passing).map(|(row, _)| row).collect())
}

/// Whose applications are asked for: the caller's unless they say otherwise.
async fn asked_for(cx: &Context) -> Result<i64> {
    let caller = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    let Some(text) = cx.request.params.get("for_user").filter(|text| !text.is_empty()) else { return Ok(caller) };
    let user = user_named(cx, text).await?;
    let permitted = user.key().as_int() == Some(caller) || cx.may(FOR_OTHERS, &user).await?;
    if permitted { Ok(user.key().as_int().unwrap_or_default()) } else { Err(Error::denied()) }
}

/// The user whose number stands in `for_user`.
pub(super) async fn user_named(cx: &Context, text: &str) -> Result<Record> {
    let unknown = || Error::field("for_user", format!("Invalid pk \"{text}\" - object does not exist."));
    let number: i64 = text.parse().map_err(|_| Error::field("for_user", "A valid integer is required."))?;
    vestibule_core::users::get(&cx.store, number).await?.ok_or_else(unknown)
}
