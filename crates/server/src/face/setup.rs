//! The set-up page of a fresh installation.
//!
//! Its address holds a key that nobody else knows, so its form needs no further token against forged posts.

use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Answer, Context};
use vestibule_pages::Problem;
use vestibule_resource::{Error, Result};

use super::{Style, written};
use crate::{
    start::{Closed, Setup, SetupForm},
    wire::form,
};

/// Shows the page.
///
/// # Errors
/// `Internal` when the database fails.
pub(crate) async fn show(cx: &Context, setup: &Setup, key: &str) -> Result<Answer> {
    if !setup.fits(key).await? {
        return closed(cx).await;
    }
    page(cx, None, None)
}

/// Takes its form.
///
/// # Errors
/// `Internal` when the database fails.
pub(crate) async fn take(cx: &Context, setup: &Setup, key: &str, fields: &[(String, String)]) -> Result<Answer> {
    let text = |name: &str| form::value(fields, name).to_owned();
    let form = SetupForm { email: text("email"), password: text("password"), repeat: text("password_repeat") };
    match setup.finish(key, &form).await {
        Ok(Ok(())) => Ok(Answer { status: 303, ..Answer::redirect("/") }),
        Ok(Err(Closed)) => closed(cx).await,
        Err(Error::Invalid(messages)) => page(cx, Some(&errors(&messages)), Some(&json!({ "email": form.email }))),
        Err(error) => Err(error),
    }
}

fn page(cx: &Context, errors: Option<&Json>, submitted: Option<&Json>) -> Result<Answer> {
    // Nobody has chosen a brand yet.
    let style = Style::plain(&cx.request);
    let setup = vestibule_pages::Setup { action: &cx.request.path, csrf: None, errors, submitted };
    Ok(Answer::html(200, written(vestibule_pages::setup_page(&style.look(), &setup))?))
}

async fn closed(cx: &Context) -> Result<Answer> {
    let style = Style::of(&cx.store, &cx.request).await?;
    let problem = Problem { status: 410, reference: Some(&cx.request.id), ..Problem::default() };
    Ok(Answer::html(410, vestibule_pages::error_page(&style.look(), &problem)))
}

/// Messages per field, as challenges have them.
fn errors(messages: &Json) -> Json {
    let fields = messages.as_object().into_iter().flatten();
    let shaped = fields.map(|(name, list)| {
        let list: Vec<Json> = list.as_array().into_iter().flatten().map(|text| json!({ "string": text, "code": "invalid" })).collect();
        (name.clone(), Json::Array(list))
    });
    Json::Object(shaped.collect::<Map<String, Json>>())
}
