//! The fields of a prompt.

use serde_json::Value as Json;

use super::{
    PromptKind, Source,
    field::{Choice, Control, Field, focus_first},
    moment, text,
};
use crate::{problems, words};

/// The fields of an `ak-stage-prompt` challenge.
pub(super) fn fields(source: &Source<'_>) -> Vec<Field> {
    let prompts = source.list("fields").iter().enumerate();
    let mut fields: Vec<Field> = prompts.map(|(place, prompt)| field(source, place, prompt)).collect();
    focus_first(&mut fields);
    fields
}

fn field(source: &Source<'_>, place: usize, prompt: &Json) -> Field {
    let kind = PromptKind::from_name(text(prompt, "type"));
    let name = text(prompt, "field_key").to_owned();
    let (control, input) = control(kind);
    let value = value(source, kind, prompt);
    let placeholder = text(prompt, "placeholder");
    let label = first_filled(&[text(prompt, "label"), placeholder, &name]);
    let choices = choices(source, kind, prompt, &value);
    let required = prompt.get("required").and_then(Json::as_bool).unwrap_or(false);
    let mut field = Field {
        id: format!("f{}", place + 1),
        control,
        kind: input,
        placeholder: if placeholder == label { String::new() } else { placeholder.to_owned() },
        label: label.to_owned(),
        help: text(prompt, "sub_text").to_owned(),
        required: required && kind != PromptKind::Checkbox,
        read_only: matches!(kind, PromptKind::TextReadOnly | PromptKind::AreaReadOnly),
        checked: kind == PromptKind::Checkbox && is_on(&value),
        autocomplete: autocomplete(kind, &name),
        inputmode: inputmode(kind),
        peek: kind == PromptKind::Password,
        settled: choices.iter().any(|choice| choice.chosen),
        choices,
        errors: problems::of_field(source.challenge, &name),
        value,
        name,
        ..Field::default()
    };
    if kind.is_only_shown() {
        field.value = shown_text(kind, &field.value, prompt).to_owned();
    }
    field
}

/// The words of a prompt that is only shown. A separator may have none.
fn shown_text<'a>(kind: PromptKind, initial: &'a str, prompt: &'a Json) -> &'a str {
    let label = if kind == PromptKind::Separator { "" } else { text(prompt, "label") };
    first_filled(&[initial, text(prompt, "placeholder"), label])
}

fn control(kind: PromptKind) -> (Control, &'static str) {
    use PromptKind as K;
    match kind {
        K::Text | K::TextReadOnly | K::Username | K::Number => (Control::Input, "text"),
        K::Email => (Control::Input, "email"),
        K::Password => (Control::Input, "password"),
        K::Date => (Control::Input, "date"),
        K::DateTime => (Control::Input, "datetime-local"),
        K::Area | K::AreaReadOnly => (Control::Area, ""),
        K::Checkbox => (Control::Checkbox, ""),
        K::Radio => (Control::Radio, ""),
        K::Dropdown | K::Locale => (Control::Select, ""),
        K::File => (Control::File, ""),
        K::Separator => (Control::Separator, ""),
        K::Hidden => (Control::Hidden, ""),
        K::Static => (Control::Static, ""),
        K::Info => (Control::Alert, "info"),
        K::Warning => (Control::Alert, "warning"),
        K::Danger => (Control::Alert, "error"),
    }
}

/// What stands in a control: what the visitor sent, else the initial value. Passwords and files are never put back.
fn value(source: &Source<'_>, kind: PromptKind, prompt: &Json) -> String {
    let initial = prompt.get("initial_value").map(plain).unwrap_or_default();
    let changeable = !kind.is_only_shown() && !matches!(kind, PromptKind::TextReadOnly | PromptKind::AreaReadOnly | PromptKind::Hidden);
    let sent = source.submitted.filter(|_| changeable).and_then(|sent| sent.get(text(prompt, "field_key"))).map(plain);
    match kind {
        PromptKind::Password | PromptKind::File => String::new(),
        PromptKind::Checkbox if source.submitted.is_some() => sent.unwrap_or_default(),
        PromptKind::Date => moment::date(&sent.unwrap_or(initial)).to_owned(),
        PromptKind::DateTime => moment::date_time(&sent.unwrap_or(initial)),
        _ => sent.unwrap_or(initial),
    }
}

fn choices(source: &Source<'_>, kind: PromptKind, prompt: &Json, value: &str) -> Vec<Choice> {
    let choice = |label: &str, of: &str| Choice { label: label.to_owned(), value: of.to_owned(), chosen: of == value };
    match kind {
        PromptKind::Radio | PromptKind::Dropdown => {
            let listed = prompt.get("choices").and_then(Json::as_array).into_iter().flatten();
            listed.map(|listed| listed_choice(listed, value)).collect()
        }
        PromptKind::Locale => {
            let mut choices = vec![choice(source.words.automatic, "")];
            choices.extend(words::languages().map(|(tag, name)| choice(name, tag)));
            if !choices.iter().any(|known| known.chosen) {
                choices.push(choice(value, value));
            }
            choices
        }
        _ => Vec::new(),
    }
}

/// A choice is `{label, value}`, or a plain value that is its own label.
fn listed_choice(listed: &Json, chosen: &str) -> Choice {
    let value = listed.get("value").map_or_else(|| plain(listed), plain);
    let label = listed.get("label").map(plain).filter(|label| !label.is_empty()).unwrap_or_else(|| value.clone());
    Choice { label, chosen: value == chosen, value }
}

/// A value as text, as a control holds it.
pub(crate) fn plain(value: &Json) -> String {
    match value {
        Json::String(text) => text.clone(),
        Json::Null => String::new(),
        other => other.to_string(),
    }
}

fn is_on(value: &str) -> bool {
    matches!(value.to_ascii_lowercase().as_str(), "true" | "t" | "yes" | "y" | "on" | "1")
}

fn first_filled<'a>(texts: &[&'a str]) -> &'a str {
    texts.iter().find(|text| !text.trim().is_empty()).copied().unwrap_or_default()
}

/// What a password manager or browser may fill in, from the kind and from the names that enrolment forms commonly use.
fn autocomplete(kind: PromptKind, name: &str) -> &'static str {
    match (kind, name) {
        (PromptKind::Username, _) => "username",
        (PromptKind::Email, _) => "email",
        (PromptKind::Password, "current_password" | "old_password") => "current-password",
        (PromptKind::Password, _) => "new-password",
        (PromptKind::Text, "name") => "name",
        (PromptKind::Text, "given_name" | "first_name" | "attributes.given_name") => "given-name",
        (PromptKind::Text, "family_name" | "last_name" | "attributes.family_name") => "family-name",
        (PromptKind::Text, "phone" | "attributes.phone") => "tel",
        (PromptKind::Date, "birthday" | "attributes.birthday") => "bday",
        _ => "",
    }
}

fn inputmode(kind: PromptKind) -> &'static str {
    match kind {
        PromptKind::Number => "numeric",
        PromptKind::Email => "email",
        _ => "",
    }
}
