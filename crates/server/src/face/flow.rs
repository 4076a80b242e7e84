//! The server-rendered face of a flow: one page per stage, which works without script.
//!
//! A form is answered by a redirect to the page itself, so that going back or reloading never sends it twice; only a refused
//! answer, and the end of a flow that went wrong, are shown at once.

use serde_json::{Value as Json, json};
use vestibule_core::{Keys, authn};
use vestibule_engine::{Answer, Context};
use vestibule_flow::Outcome;
use vestibule_pages::{CSRF_FIELD, Level, Look, Message, Page};
use vestibule_resource::{Error, Result};

use super::{Style, keep, written};
use crate::wire::form;

/// Challenges that end a flow: asking again would begin anew.
const ENDS: &[&str] = &["ak-stage-access-denied", "ak-stage-flow-error"];

/// The page of the stage that the visitor is in.
///
/// # Errors
/// Whatever a stage fails with.
pub(crate) async fn show(cx: &Context, slug: &str) -> Result<Answer> {
    match vestibule_flow::walk(cx, slug, &cx.request.query, None).await? {
        Outcome::Challenge(challenge) => page(cx, &challenge, None).await,
        Outcome::Again => Ok(Answer::redirect(here(cx))),
        Outcome::Finished(to) => away(cx, &to).await,
        Outcome::NotFound => Err(Error::NotFound(String::new())),
    }
}

/// Takes the form of such a page.
///
/// # Errors
/// `Denied` for a form that our page did not make; whatever a stage fails with.
pub(crate) async fn take(cx: &Context, slug: &str, fields: &[(String, String)]) -> Result<Answer> {
    meant(cx, fields)?;
    let Some(asked) = asked(cx, slug).await? else {
        return Ok(see_other(here(cx)));
    };
    let answer = vestibule_pages::form_to_answer(&asked, fields);
    match vestibule_flow::walk(cx, slug, &cx.request.query, Some(answer.clone())).await? {
        Outcome::Challenge(challenge) if stays(&challenge) => page(cx, &challenge, Some(&answer)).await,
        Outcome::Challenge(_) | Outcome::Again => Ok(see_other(here(cx))),
        Outcome::Finished(to) => away(cx, &to).await,
        Outcome::NotFound => Err(Error::NotFound(String::new())),
    }
}

/// A visitor who is logged in was checked like any other caller; here nobody is let off, for a forged form could log a visitor
/// in as somebody else.
fn meant(cx: &Context, fields: &[(String, String)]) -> Result<()> {
    let session = cx.session.lock().clone();
    let credentials = authn::Credentials { csrf: Some(form::value(fields, CSRF_FIELD)), ..authn::Credentials::default() };
    authn::check_csrf(cx.service::<Keys>()?, &session, &cx.request, credentials)
}

/// The challenge that the form belongs to; `None` when the flow is not in progress any more.
///
/// Only prompts are asked again, for their fields: others may expect something else once they were.
async fn asked(cx: &Context, slug: &str) -> Result<Option<Json>> {
    match vestibule_flow::component(cx, slug).await? {
        None => Ok(None),
        Some("ak-stage-prompt") => match vestibule_flow::run(cx, slug, &cx.request.query, None).await? {
            Outcome::Challenge(challenge) => Ok(Some(challenge)),
            _ => Ok(None),
        },
        Some(component) => Ok(Some(json!({ "component": component }))),
    }
}

/// Whether a challenge must be shown at once, because asking again would not bring it back.
fn stays(challenge: &Json) -> bool {
    challenge.get("response_errors").is_some()
        || challenge.get("component").and_then(Json::as_str).is_some_and(|component| ENDS.contains(&component))
}

async fn page(cx: &Context, challenge: &Json, submitted: Option<&Json>) -> Result<Answer> {
    let texts = vestibule_flow::take_messages(cx);
    let messages: Vec<Message> = texts.into_iter().map(|text| Message { level: Level::Info, text }).collect();
    let csrf = keep(cx).await?;
    let style = Style::of(&cx.store, &cx.request).await?;
    let action = here(cx);
    let page = Page {
        challenge,
        action: &action,
        csrf: csrf.as_deref(),
        look: style.look(),
        messages: &messages,
        reference: Some(&cx.request.id),
        submitted,
    };
    let policy = vestibule_pages::content_security_policy(&page);
    Ok(Answer::html(200, written(vestibule_pages::render(&page))?).with("content-security-policy", policy))
}

/// Sends the visitor on. Browsers hold a redirect after a form to the page's policy, so other hosts are reached over a page.
async fn away(cx: &Context, to: &str) -> Result<Answer> {
    if vestibule_pages::is_local(to) {
        return Ok(see_other(to));
    }
    let style = Style::of(&cx.store, &cx.request).await?;
    let challenge = json!({ "component": "xak-flow-redirect", "to": to });
    let look: Look<'_> = style.look();
    Ok(Answer::html(200, written(vestibule_pages::render(&Page { look, ..Page::of(&challenge) }))?))
}

/// After a form: whatever the method was, the browser asks for the page with GET.
fn see_other(to: impl Into<String>) -> Answer {
    Answer { status: 303, ..Answer::redirect(to) }
}

/// The address of this page.
fn here(cx: &Context) -> String {
    let (path, query) = (&cx.request.path, &cx.request.query);
    if query.is_empty() { path.clone() } else { format!("{path}?{query}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refusals_and_ends_are_shown_at_once_and_nothing_else_is() {
        assert!(stays(&json!({ "component": "ak-stage-password", "response_errors": {} })));
        assert!(stays(&json!({ "component": "ak-stage-access-denied" })));
        assert!(!stays(&json!({ "component": "ak-stage-password" })));
    }
}
