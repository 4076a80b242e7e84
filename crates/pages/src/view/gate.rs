//! The steps that ask for leave, refuse, fail, or end.

use serde_json::{Value as Json, json};

use super::{Field, Source, View, field::Control, text};

/// May this application do that?
pub(super) fn consent(source: &Source<'_>) -> View {
    let words = source.words;
    let (asked, more) = (names(source.list("permissions")), names(source.list("additional_permissions")));
    let renewed = !more.is_empty();
    let lists: Vec<Json> = [(if renewed { words.consent_given } else { words.consent_asks }, asked), (words.consent_new, more)]
        .into_iter()
        .filter(|(_, list)| !list.is_empty())
        .map(|(heading, list)| json!({"heading": heading, "list": list}))
        .collect();
    let button = if lists.is_empty() { words.go_on } else { words.allow };
    let token = Field { control: Control::Hidden, name: "token".to_owned(), value: source.text("token").to_owned(), ..Field::default() };
    source.titled("consent.html", words.go_on, vec![token], json!({"header": source.text("header_text"), "lists": lists, "button": button}))
}

/// A permission is shown by its name, or by its id when it has none.
fn names(permissions: &[Json]) -> Vec<&str> {
    let name = |permission| Some(text(permission, "name")).filter(|name| !name.is_empty()).unwrap_or_else(|| text(permission, "id"));
    permissions.iter().map(name).filter(|name| !name.is_empty()).collect()
}

/// The contract's message for every invitation that cannot be used.
const BAD_INVITATION: &str = "Invalid invite/invite not found";

/// You cannot go on.
pub(super) fn denied(source: &Source<'_>) -> View {
    let words = source.words;
    match source.text("error_message") {
        BAD_INVITATION => {
            let it = json!({"sentence": words.invitation_sentence, "advice": words.invitation_advice, "message": BAD_INVITATION});
            source.headed("denied.html", words.invitation, it)
        }
        message => source.headed("denied.html", words.denied, json!({"sentence": message, "advice": words.denied_advice, "message": ""})),
    }
}

/// The server failed.
pub(super) fn failed(source: &Source<'_>) -> View {
    let words = source.words;
    let details: Vec<&str> = [source.text("error"), source.text("traceback")].into_iter().filter(|text| !text.is_empty()).collect();
    source.headed("flow_error.html", words.failed, json!({"details": details.join("\n\n")}))
}

/// You have left an application, and may want to leave more.
pub(super) fn session_end(source: &Source<'_>) -> View {
    let it = json!({
        "application": source.text("application_name"),
        "launch": source.text("application_launch_url"),
        "leave": source.text("invalidation_flow_url"),
        "overview": if source.text("overview_url").is_empty() { "/" } else { source.text("overview_url") },
        "brand": source.text("brand_name"),
    });
    source.headed("session_end.html", source.words.logged_out, it)
}
