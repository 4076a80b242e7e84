//! The steps that say and prove who somebody is.

use serde_json::{Value as Json, json};

use super::{
    Field, Source, View,
    field::{Control, focus_first},
    text,
};
use crate::problems;

/// Who are you? With a password when the stage asks for both at once.
pub(super) fn identification(source: &Source<'_>) -> View {
    let words = source.words;
    let mut fields = Vec::new();
    if !source.list("user_fields").is_empty() {
        fields.push(uid_field(source));
        if source.flag("password_fields") {
            fields.push(password_field(source));
        }
    }
    focus_first(&mut fields);
    let links: Vec<Json> = [("recovery_url", words.forgot), ("passwordless_url", words.passwordless), ("enroll_url", words.enroll)]
        .into_iter()
        .map(|(name, label)| json!({"to": source.text(name), "label": label}))
        .collect();
    let it = json!({
        "application": source.text("application_pre"),
        "captcha": source.challenge.get("captcha_stage").is_some_and(|stage| !stage.is_null()),
        "remember": source.flag("enable_remember_me") && !fields.is_empty(),
        "button": button(source),
        "sources": source.list("sources").iter().map(login_source).collect::<Vec<Json>>(),
        "links": links,
    });
    source.titled("identification.html", words.log_in, fields, it)
}

/// Prove it with your password.
pub(super) fn password(source: &Source<'_>) -> View {
    let words = source.words;
    let known = Some(source.text("pending_user")).filter(|known| !known.is_empty());
    let mut fields: Vec<Field> = known.into_iter().map(name_for_managers).collect();
    fields.push(password_field(source));
    focus_first(&mut fields);
    let links = json!([{"to": source.text("recovery_url"), "label": words.forgot}]);
    source.titled("fields.html", words.log_in, fields, json!({"button": words.go_on, "links": links, "lead": ""}))
}

fn uid_field(source: &Source<'_>) -> Field {
    let kinds: Vec<&str> = source.list("user_fields").iter().filter_map(Json::as_str).collect();
    let only_email = kinds == ["email"];
    let sent = source.submitted.map_or("", |sent| text(sent, "uid_field"));
    Field {
        id: "f1".to_owned(),
        name: "uid_field".to_owned(),
        label: uid_label(source, &kinds),
        kind: if only_email { "email" } else { "text" },
        inputmode: if only_email { "email" } else { "" },
        autocomplete: "username",
        value: if sent.is_empty() { source.text("pending_user_identifier") } else { sent }.to_owned(),
        required: true,
        errors: problems::of_field(source.challenge, "uid_field"),
        ..Field::default()
    }
}

/// Such as "Email or username".
fn uid_label(source: &Source<'_>, kinds: &[&str]) -> String {
    let words = source.words;
    let names: Vec<&str> = [("email", words.email), ("username", words.username), ("upn", words.upn)]
        .into_iter()
        .filter_map(|(kind, name)| kinds.contains(&kind).then_some(name))
        .collect();
    if names.is_empty() { words.username.to_owned() } else { names.join(&format!(" {} ", words.or)) }
}

fn password_field(source: &Source<'_>) -> Field {
    Field {
        id: "f2".to_owned(),
        name: "password".to_owned(),
        label: source.words.password.to_owned(),
        kind: "password",
        autocomplete: "current-password",
        required: true,
        peek: source.flag("allow_show_password"),
        errors: problems::of_field(source.challenge, "password"),
        ..Field::default()
    }
}

/// A password manager needs the name beside the password; the answer leaves it out.
fn name_for_managers(known: &str) -> Field {
    Field {
        control: Control::Hidden,
        kind: "username",
        name: "username".to_owned(),
        value: known.to_owned(),
        autocomplete: "username",
        ..Field::default()
    }
}

/// The server's two usual words for the button are translated, others shown as they come.
fn button(source: &Source<'_>) -> String {
    match source.text("primary_action") {
        "Log in" => source.words.log_in.to_owned(),
        "Continue" | "" => source.words.go_on.to_owned(),
        other => other.to_owned(),
    }
}

/// A source that only redirects works as a link; the others need their own script.
fn login_source(listed: &Json) -> Json {
    let challenge = listed.get("challenge").unwrap_or(&Json::Null);
    let to = if text(challenge, "component") == "xak-flow-redirect" { text(challenge, "to") } else { "" };
    let promoted = listed.get("promoted").and_then(Json::as_bool).unwrap_or(false);
    json!({"name": text(listed, "name"), "icon": text(listed, "icon_url"), "promoted": promoted, "to": to})
}
