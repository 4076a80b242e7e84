//! Pages outside flows: errors, the landing page, the first set-up.

use serde_json::{Value as Json, json};

use crate::{
    Look, Message, Page, RenderError,
    page::{self, merge},
    template, words,
};

/// What went wrong, for [`error_page`]. Where a text is absent, the page says what fits the status.
#[derive(Debug, Clone, Copy, Default)]
pub struct Problem<'a> {
    /// HTTP status.
    pub status: u16,
    /// The heading.
    pub title: Option<&'a str>,
    /// What happened.
    pub sentence: Option<&'a str>,
    /// What the visitor can do.
    pub advice: Option<&'a str>,
    /// Code by which an administrator finds this request.
    pub reference: Option<&'a str>,
}

/// A page for a request that failed. It cannot fail itself: without its template it is one plain line.
pub fn error_page(look: &Look<'_>, problem: &Problem<'_>) -> String {
    let words = words::of(look.lang);
    let sorry = words.sorry(problem.status);
    let mut values = look.values();
    merge(
        &mut values,
        json!({
            "title": problem.title.unwrap_or(sorry.title),
            "eyebrow": format!("{} {}", words.error, problem.status),
            "it": {
                "sentence": problem.sentence.unwrap_or(sorry.sentence),
                "advice": problem.advice.unwrap_or(sorry.advice),
                "links": [{"to": "/", "label": words.to_start}],
            },
            "reference": problem.reference.unwrap_or_default(),
            "person": nobody(),
        }),
    );
    template::fill("notice.html", &values).unwrap_or_else(|_| format!("<!doctype html><title>{0}</title><h1>{0}</h1>", problem.status))
}

fn nobody() -> Json {
    json!({"name": "", "avatar": "", "cancel": ""})
}

/// The landing page's content. An absent address leaves its link out.
#[derive(Debug, Clone, Copy, Default)]
pub struct Home<'a> {
    /// Name for the greeting; the username stands in for an empty one.
    pub name: &'a str,
    /// Username.
    pub username: &'a str,
    /// E-mail address; may be empty.
    pub email: &'a str,
    /// Address of the picture; may be empty.
    pub avatar: &'a str,
    /// Where one logs out.
    pub log_out: &'a str,
    /// The flow that changes one's own details.
    pub settings: Option<&'a str>,
    /// The flow that changes one's password.
    pub password: Option<&'a str>,
    /// The API's documents, for administrators.
    pub api: Option<&'a str>,
    /// What else to tell the visitor.
    pub messages: &'a [Message],
}

/// The page of somebody who is logged in.
///
/// # Errors
/// A fault in our own template.
pub fn home(look: &Look<'_>, home: &Home<'_>) -> Result<String, RenderError> {
    let words = words::of(look.lang);
    let name = if home.name.trim().is_empty() { home.username } else { home.name };
    let mut values = look.values();
    let it = json!({
        "username": home.username, "email": home.email, "avatar": home.avatar, "log_out": home.log_out,
        "settings": home.settings.unwrap_or_default(), "password": home.password.unwrap_or_default(), "api": home.api.unwrap_or_default(),
    });
    let messages: Vec<Json> = home.messages.iter().map(Message::values).collect();
    merge(&mut values, json!({"title": words.welcome.replace("{}", name), "it": it, "messages": messages}));
    template::fill("home.html", &values)
}

/// The first set-up, as far as it got.
#[derive(Debug, Clone, Copy, Default)]
pub struct Setup<'a> {
    /// Where the form is posted.
    pub action: &'a str,
    /// Token against forged posts, sent back as [`CSRF_FIELD`](crate::CSRF_FIELD).
    pub csrf: Option<&'a str>,
    /// What was wrong with the last answer: `{field: [{string, code}]}`, as challenges have it.
    pub errors: Option<&'a Json>,
    /// That answer.
    pub submitted: Option<&'a Json>,
}

/// The page that sets the first administrator's address and password. Once it is closed, answer with [`error_page`] of status 410.
///
/// # Errors
/// A fault in our own template.
pub fn setup_page(look: &Look<'_>, setup: &Setup<'_>) -> Result<String, RenderError> {
    let mut challenge = setup_challenge(look);
    if let Some(errors) = setup.errors {
        merge(&mut challenge, json!({"response_errors": errors}));
    }
    let page = Page { action: setup.action, csrf: setup.csrf, look: *look, submitted: setup.submitted, ..Page::of(&challenge) };
    let (template, mut values) = page::values(&page);
    let words = words::of(look.lang);
    merge(&mut values, json!({"it": {"button": words.setup_button, "lead": words.setup_sentence, "links": []}}));
    template::fill(template, &values)
}

/// What the set-up page asks, as a challenge of three prompts: `email`, `password`, `password_repeat`. Read the form that comes back
/// with [`form_to_answer`](crate::form_to_answer).
pub fn setup_challenge(look: &Look<'_>) -> Json {
    let words = words::of(look.lang);
    let prompt = |key: &str, kind: &str, label: &str, help: &str| json!({"field_key": key, "type": kind, "label": label, "sub_text": help, "required": true, "placeholder": "", "initial_value": "", "choices": null});
    json!({
        "component": "ak-stage-prompt",
        "flow_info": {"title": words.setup.replace("{}", look.brand.title), "layout": "stacked"},
        "fields": [
            prompt("email", "email", words.email, words.setup_email_help),
            prompt("password", "password", words.password, ""),
            prompt("password_repeat", "password", words.setup_repeat, ""),
        ],
    })
}
