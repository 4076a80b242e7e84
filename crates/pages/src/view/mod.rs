//! What a page shows for a challenge: which template, and the values for it.

mod field;
mod gate;
mod login;
mod moment;
mod prompt;
mod prompt_kind;

pub(crate) use field::Field;
pub(crate) use prompt::plain as prompt_plain;
pub(crate) use prompt_kind::PromptKind;
use serde_json::{Value as Json, json};

use crate::words::Words;

/// A challenge, ready for a template.
pub(crate) struct View {
    /// Template that shows it.
    pub(crate) template: &'static str,
    /// The heading.
    pub(crate) title: String,
    /// A smaller line above the heading.
    pub(crate) eyebrow: String,
    /// What the visitor fills in.
    pub(crate) fields: Vec<Field>,
    /// What only this template uses.
    pub(crate) it: Json,
}

/// What there is to show a challenge with.
pub(crate) struct Source<'a> {
    pub(crate) challenge: &'a Json,
    pub(crate) submitted: Option<&'a Json>,
    pub(crate) words: &'static Words,
}

impl<'a> Source<'a> {
    /// A text of the challenge; empty when it has none of this name.
    pub(crate) fn text(&self, name: &str) -> &'a str {
        text(self.challenge, name)
    }

    /// A yes or no of the challenge; no when it has none of this name.
    pub(crate) fn flag(&self, name: &str) -> bool {
        self.challenge.get(name).and_then(Json::as_bool).unwrap_or(false)
    }

    /// A list of the challenge; empty when it has none of this name.
    pub(crate) fn list(&self, name: &str) -> &'a [Json] {
        self.challenge.get(name).and_then(Json::as_array).map_or(&[], Vec::as_slice)
    }

    /// The flow's title.
    pub(crate) fn flow_title(&self) -> &'a str {
        self.challenge.get("flow_info").map_or("", |info| text(info, "title"))
    }

    /// A page whose heading is the flow's title.
    fn titled(&self, template: &'static str, otherwise: &str, fields: Vec<Field>, it: Json) -> View {
        let title = if self.flow_title().trim().is_empty() { otherwise } else { self.flow_title() };
        View { template, title: title.to_owned(), eyebrow: String::new(), fields, it }
    }

    /// A page with a heading of its own; the flow's title stands above it.
    fn headed(&self, template: &'static str, title: &str, it: Json) -> View {
        View { template, title: title.to_owned(), eyebrow: self.flow_title().to_owned(), fields: Vec::new(), it }
    }
}

/// A text of an object; empty when it has none of this name.
pub(crate) fn text<'a>(object: &'a Json, name: &str) -> &'a str {
    object.get(name).and_then(Json::as_str).unwrap_or_default()
}

/// What to show for a challenge. Every challenge gives a page; one of an unknown component says so.
pub(crate) fn of(source: &Source<'_>) -> View {
    let words = source.words;
    match source.text("component") {
        "ak-stage-identification" => login::identification(source),
        "ak-stage-password" => login::password(source),
        "ak-stage-user-login" => source.headed("user_login.html", words.stay, json!({})),
        "ak-stage-prompt" => {
            source.titled("fields.html", words.go_on, prompt::fields(source), json!({"button": words.go_on, "links": [], "lead": ""}))
        }
        "ak-stage-consent" => gate::consent(source),
        "ak-stage-access-denied" => gate::denied(source),
        "ak-stage-flow-error" => gate::failed(source),
        "ak-stage-session-end" => gate::session_end(source),
        "ak-stage-email" => source.headed("email.html", words.inbox, json!({"button": words.resend})),
        "ak-stage-dummy" => {
            let lead = words.dummy.replace("{}", source.text("name"));
            source.titled("fields.html", words.go_on, Vec::new(), json!({"button": words.go_on, "links": [], "lead": lead}))
        }
        "xak-flow-redirect" => source.headed("redirect.html", words.redirect, json!({"to": source.text("to")})),
        "xak-flow-shell" => source.titled("shell.html", words.shell, Vec::new(), json!({"body": source.text("body")})),
        other => {
            let sentence = words.unknown_sentence.replace("{}", other);
            source.headed("notice.html", words.unknown, json!({"sentence": sentence, "advice": words.unknown_advice, "links": []}))
        }
    }
}
