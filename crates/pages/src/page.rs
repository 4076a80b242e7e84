//! A flow step as a page.

use serde_json::{Value as Json, json};

use crate::{CSRF_FIELD, Level, Look, Message, RenderError, assets, problems, template, view, words};

/// A step of a flow, and what is needed to show it.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The challenge, as the flow protocol writes it.
    pub challenge: &'a Json,
    /// Where the form is posted: the page's own address with its query string.
    pub action: &'a str,
    /// Token against forged posts, sent back as [`CSRF_FIELD`]; none for a visitor who is not logged in.
    pub csrf: Option<&'a str>,
    /// Brand, language, theme.
    pub look: Look<'a>,
    /// What else to tell the visitor.
    pub messages: &'a [Message],
    /// Code by which an administrator finds this request; shown when the step refuses or fails.
    pub reference: Option<&'a str>,
    /// The answer that was refused, to fill the form in again. Passwords in it are not used.
    pub submitted: Option<&'a Json>,
}

impl<'a> Page<'a> {
    /// A page for a challenge that posts to its own address, in the usual look.
    pub fn of(challenge: &'a Json) -> Self {
        Page { challenge, action: "", csrf: None, look: Look::default(), messages: &[], reference: None, submitted: None }
    }
}

/// Makes the page.
///
/// # Errors
/// A fault in our own templates; no challenge can cause it.
pub fn render(page: &Page<'_>) -> Result<String, RenderError> {
    let (template, values) = values(page);
    template::fill(template, &values)
}

/// The template that shows a page, and everything in it.
pub(crate) fn values(page: &Page<'_>) -> (&'static str, Json) {
    let source = view::Source { challenge: page.challenge, submitted: page.submitted, words: words::of(page.look.lang) };
    let view = view::of(&source);
    let mut values = page.look.values();
    let form = json!({
        "title": view.title,
        "eyebrow": view.eyebrow,
        "problems": problems::summary(page.challenge, &view.fields),
        "fields": view.fields,
        "it": view.it,
        "messages": messages(page),
        "reference": page.reference.unwrap_or_else(|| source.text("request_id")),
        "action": page.action,
        "csrf": {"name": CSRF_FIELD, "value": page.csrf.unwrap_or_default()},
        "person": person(&source),
    });
    merge(&mut values, form);
    merge(&mut values, surroundings(page.challenge));
    (view.template, values)
}

/// Puts the entries of one object over those of another.
pub(crate) fn merge(into: &mut Json, from: Json) {
    if let (Json::Object(into), Json::Object(from)) = (into, from) {
        into.extend(from);
    }
}

fn messages(page: &Page<'_>) -> Vec<Json> {
    let mut messages: Vec<Json> = page.messages.iter().map(Message::values).collect();
    if problems::email_sent(page.challenge) {
        let text = words::of(page.look.lang).resent.to_owned();
        messages.push(Message { level: Level::Success, text }.values());
    }
    messages
}

/// Who the flow is about, and the way out of it.
fn person(source: &view::Source<'_>) -> Json {
    let info = source.challenge.get("flow_info").unwrap_or(&Json::Null);
    // Who has left has nothing to cancel.
    let cancel = if source.text("component") == "ak-stage-session-end" { "" } else { view::text(info, "cancel_url") };
    json!({"name": source.text("pending_user"), "avatar": source.text("pending_user_avatar"), "cancel": cancel})
}

const LAYOUTS: [&str; 7] = [
    "stacked",
    "content_left",
    "content_right",
    "sidebar_left",
    "sidebar_right",
    "sidebar_left_frame_background",
    "sidebar_right_frame_background",
];

/// Layout and background picture. Our own background is drawn by the style sheet, in both themes, so it needs no picture.
fn surroundings(challenge: &Json) -> Json {
    let info = challenge.get("flow_info").unwrap_or(&Json::Null);
    let layout = LAYOUTS.into_iter().find(|layout| *layout == view::text(info, "layout")).unwrap_or("stacked");
    let themed = info.get("background_themed_urls").unwrap_or(&Json::Null);
    let background = assets::unless_default(view::text(info, "background"));
    let light = Some(view::text(themed, "light")).filter(|light| !light.is_empty()).unwrap_or(background);
    json!({"layout": layout, "picture": {"any": light, "dark": view::text(themed, "dark")}})
}
