//! What was wrong with an answer, as the challenge says it.

use serde::Serialize;
use serde_json::Value as Json;

use crate::view::Field;

/// One line of the summary above a form.
#[derive(Debug, Serialize)]
pub(crate) struct Line {
    /// Label of the field; empty when the message belongs to no visible field.
    label: String,
    /// What is wrong.
    text: String,
    /// Id of the field.
    target: String,
}

/// The messages of one field of `response_errors`.
pub(crate) fn of_field(challenge: &Json, key: &str) -> Vec<String> {
    let list = challenge.get("response_errors").and_then(|errors| errors.get(key)).and_then(Json::as_array);
    list.into_iter().flatten().filter(|error| !is_news(error)).filter_map(text).collect()
}

/// Every message, those of the form as a whole first.
pub(crate) fn summary(challenge: &Json, fields: &[Field]) -> Vec<Line> {
    let Some(errors) = challenge.get("response_errors").and_then(Json::as_object) else { return Vec::new() };
    let mut lines: Vec<Line> = Vec::new();
    for key in errors.keys() {
        let field = fields.iter().find(|field| field.name == *key && field.is_visible());
        for text in of_field(challenge, key) {
            lines.push(match field {
                Some(field) => Line { label: field.label.clone(), text, target: field.first_id() },
                None => Line { label: String::new(), text, target: String::new() },
            });
        }
    }
    lines.sort_by_key(|line| !line.target.is_empty());
    lines
}

/// Whether the answer to an e-mail step says that the mail went out again; the protocol reports this as an error.
pub(crate) fn email_sent(challenge: &Json) -> bool {
    let errors = challenge.get("response_errors").and_then(Json::as_object);
    errors.into_iter().flatten().flat_map(|(_, list)| list.as_array()).flatten().any(is_news)
}

fn is_news(error: &Json) -> bool {
    error.get("code").and_then(Json::as_str) == Some("email-sent")
}

fn text(error: &Json) -> Option<String> {
    let text = error.get("string").or(Some(error))?.as_str()?;
    Some(text.to_owned())
}
