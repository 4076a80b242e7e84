//! What every challenge carries, and the answers of the JSON face.

use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Answer, Context, Params};
use vestibule_resource::{Error, Record, Result};

use super::Outcome;
use crate::{Plan, config::background, session, title, user_info};

/// What is told about the flow beside each challenge.
pub(super) async fn flow_info(cx: &Context, flow: &Record, plan: Option<&Plan>) -> Result<Json> {
    let text = flow.text("title");
    // Most titles mention nobody, so nobody needs to be looked up.
    let who = if text.contains("%(user)s") { Box::pin(user_info(cx, plan)).await?.pending_user } else { String::new() };
    let app = plan.and_then(|plan| plan.context.get("application")).and_then(|app| app.get("name")).and_then(Json::as_str);
    let picture = background(cx, flow.text("background")).await?;
    Ok(json!({
        "title": title::fill(text, app.unwrap_or_default(), &who),
        "background": picture.url,
        "background_themed_urls": picture.themed,
        "cancel_url": cancel_url(&session::query(cx)),
        "layout": flow.text("layout"),
    }))
}

/// The address that drops the plan; it carries on where the visitor was headed.
fn cancel_url(query: &str) -> String {
    const CANCEL: &str = "/flows/-/cancel/";
    match Params::parse(query).get("next") {
        None => CANCEL.to_owned(),
        Some(next) => format!("{CANCEL}?{}", form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish()),
    }
}

/// A challenge with what every challenge carries.
pub(super) fn challenge(flow_info: Json, errors: Option<Json>, challenge: Json) -> Json {
    let mut whole = Map::with_capacity(2 + challenge.as_object().map_or(0, Map::len));
    whole.insert("flow_info".into(), flow_info);
    if let Some(errors) = errors {
        whole.insert("response_errors".into(), errors);
    }
    if let Json::Object(own) = challenge {
        whole.extend(own);
    }
    Json::Object(whole)
}

/// The answer of the JSON face.
pub(super) fn from_outcome(cx: &Context, outcome: Result<Outcome>) -> Answer {
    let answer = match outcome {
        Ok(Outcome::Challenge(challenge)) => Answer::json(200, challenge),
        Ok(Outcome::Again) => Answer::redirect(same_address(cx)),
        Ok(Outcome::Finished(to)) => Answer::json(200, json!({ "component": "xak-flow-redirect", "to": to })),
        Ok(Outcome::NotFound) => return crate::not_found(),
        Err(error) => return failed(cx, &error),
    };
    framed(answer)
}

/// The executor's pages may stand in a frame of this same server.
fn framed(answer: Answer) -> Answer {
    answer.with("x-frame-options", "SAMEORIGIN")
}

fn same_address(cx: &Context) -> String {
    let request = &cx.request;
    if request.query.is_empty() { request.path.clone() } else { format!("{}?{}", request.path, request.query) }
}

/// The answer of the JSON face to a request that failed: a challenge with the id under which the log may tell more. The server uses
/// it too when it refuses a request before it gets here: for its method, or for its CSRF token.
pub fn failed(cx: &Context, error: &Error) -> Answer {
    let mut challenge = json!({ "component": "ak-stage-flow-error", "request_id": cx.request.id });
    if cx.caller.superuser()
        && let Json::Object(challenge) = &mut challenge
    {
        challenge.insert("error".into(), error.to_string().into());
    }
    framed(Answer::json(200, challenge))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cancelling_leads_where_the_visitor_was_headed() {
        assert_eq!(cancel_url(""), "/flows/-/cancel/");
        assert_eq!(cancel_url("itoken=1"), "/flows/-/cancel/");
        assert_eq!(cancel_url("next=%2Fif%2Fuser%2F&a=b"), "/flows/-/cancel/?next=%2Fif%2Fuser%2F");
        assert_eq!(cancel_url("next=https%3A%2F%2Fevil.example%2F"), "/flows/-/cancel/?next=https%3A%2F%2Fevil.example%2F");
    }
}
