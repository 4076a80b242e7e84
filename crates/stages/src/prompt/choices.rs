//! The choices of a prompt that has some.

use serde::Serialize;
use serde_json::{Map, Value as Json};

use super::{prompt::Prompt, text::text};

/// One choice, as a challenge shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Choice {
    /// What is sent when it is chosen, as text.
    pub(crate) value: String,
    /// What a person reads.
    pub(crate) label: String,
    /// What is kept when it is chosen: the value as it was given.
    #[serde(skip)]
    pub(crate) kept: Json,
}

/// The choices of a prompt: from `prompt_data["<key>__choices"]`, else its placeholder as the only one.
pub(crate) fn choices(prompt: &Prompt, placeholder: &Json, known: &Map<String, Json>) -> Vec<Choice> {
    let given = known.get(&format!("{}__choices", prompt.field_key)).unwrap_or(placeholder);
    match given {
        Json::Array(list) => list.iter().map(choice).collect(),
        Json::Null => Vec::new(),
        one => vec![choice(one)],
    }
}

/// A choice is a value, or an object with `value` and `label`.
fn choice(given: &Json) -> Choice {
    let kept = given.get("value").unwrap_or(given);
    let label = given.get("label").unwrap_or(kept);
    Choice { value: text(kept), label: text(label), kept: kept.clone() }
}

/// The choice that stands first in the field: the one that is wanted, else the first; nothing when there are none.
pub(crate) fn first(choices: &[Choice], wanted: &Json) -> Json {
    let wanted = text(wanted);
    let found = choices.iter().find(|choice| choice.value == wanted).or(choices.first());
    found.map_or_else(|| Json::from(""), |choice| choice.kept.clone())
}
