//! A posted form as an answer to the challenge that it was made from.

use serde_json::{Map, Value as Json};

use crate::view::{PromptKind, prompt_plain, text};

/// Name of the form field that carries the token against forged posts. It never becomes part of an answer.
pub const CSRF_FIELD: &str = "vestibule-csrf";

/// The answer that the executor expects, from what the browser sent (decoded `application/x-www-form-urlencoded` pairs).
///
/// What a form cannot say by itself is put in: an absent checkbox is `false`, an empty number or date is left out, line ends of longer
/// texts become `\n`. Values keep their text; the executor reads numbers and dates. Of repeated names the last counts, as in JSON.
/// A file arrives as a `data:` address made by the page's script; without script nothing arrives, and it is left out.
pub fn form_to_answer(challenge: &Json, form: &[(String, String)]) -> Json {
    let component = text(challenge, "component");
    let mut answer = Map::new();
    answer.insert("component".to_owned(), Json::String(component.to_owned()));
    match component {
        "ak-stage-identification" => copy(&mut answer, form, &["uid_field", "password"]),
        "ak-stage-password" => copy(&mut answer, form, &["password"]),
        "ak-stage-consent" => copy(&mut answer, form, &["token"]),
        "ak-stage-user-login" => {
            let stay = sent(form, "remember_me") == Some("true");
            answer.insert("remember_me".to_owned(), Json::Bool(stay));
        }
        "ak-stage-prompt" => prompts(&mut answer, challenge, form),
        _ => {}
    }
    Json::Object(answer)
}

fn sent<'a>(form: &'a [(String, String)], name: &str) -> Option<&'a str> {
    form.iter().rev().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
}

fn copy(answer: &mut Map<String, Json>, form: &[(String, String)], names: &[&str]) {
    for name in names {
        if let Some(value) = sent(form, name) {
            answer.insert((*name).to_owned(), Json::String(value.to_owned()));
        }
    }
}

fn prompts(answer: &mut Map<String, Json>, challenge: &Json, form: &[(String, String)]) {
    let prompts = challenge.get("fields").and_then(Json::as_array);
    for prompt in prompts.into_iter().flatten() {
        let kind = PromptKind::from_name(text(prompt, "type"));
        let name = text(prompt, "field_key");
        if let Some(value) = prompt_value(kind, prompt, sent(form, name)) {
            answer.insert(name.to_owned(), value);
        }
    }
}

fn prompt_value(kind: PromptKind, prompt: &Json, sent: Option<&str>) -> Option<Json> {
    if kind.is_only_shown() {
        return None;
    }
    if kind == PromptKind::Checkbox {
        return Some(Json::Bool(sent.is_some()));
    }
    let sent = sent.filter(|value| !(kind.is_absent_when_empty() && value.is_empty()))?;
    Some(match kind {
        PromptKind::Radio | PromptKind::Dropdown => choice(prompt, sent),
        PromptKind::Area | PromptKind::AreaReadOnly => Json::String(sent.replace("\r\n", "\n")),
        _ => Json::String(sent.to_owned()),
    })
}

/// The listed value that reads like what was sent, in its own JSON type; what was sent when there is none, for the executor to refuse.
fn choice(prompt: &Json, sent: &str) -> Json {
    let listed = prompt.get("choices").and_then(Json::as_array).into_iter().flatten();
    let mut values = listed.map(|listed| listed.get("value").unwrap_or(listed));
    values.find(|value| prompt_plain(value) == sent).cloned().unwrap_or_else(|| Json::String(sent.to_owned()))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn pairs(form: &[(&str, &str)]) -> Vec<(String, String)> {
        form.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
    }

    fn answer(challenge: Json, form: &[(&str, &str)]) -> Json {
        form_to_answer(&challenge, &pairs(form))
    }

    fn prompt(kind: &str, form: &[(&str, &str)]) -> Json {
        let choices = json!([{"label": "One", "value": "1"}, {"label": "Two", "value": 2}, "three"]);
        let field = json!({"field_key": "a", "type": kind, "required": true, "choices": choices, "initial_value": "x"});
        let mut answer = answer(json!({"component": "ak-stage-prompt", "fields": [field]}), form);
        answer.as_object_mut().map(|answer| answer.remove("component"));
        answer
    }

    #[test]
    fn logging_in_sends_name_and_password_exactly_as_typed() {
        let both = [("uid_field", " ada "), ("password", " p&ss "), (CSRF_FIELD, "t"), ("extra", "1")];
        let want = json!({"component": "ak-stage-identification", "uid_field": " ada ", "password": " p&ss "});
        assert_eq!(answer(json!({"component": "ak-stage-identification"}), &both), want);
        let want = json!({"component": "ak-stage-password", "password": "p"});
        assert_eq!(answer(json!({"component": "ak-stage-password"}), &[("username", "ada"), ("password", "p")]), want);
        assert_eq!(answer(json!({"component": "ak-stage-password"}), &[]), json!({"component": "ak-stage-password"}));
    }

    #[test]
    fn staying_logged_in_is_yes_only_when_said() {
        for (form, stay) in [(&[("remember_me", "true")][..], true), (&[("remember_me", "false")][..], false), (&[][..], false)] {
            let want = json!({"component": "ak-stage-user-login", "remember_me": stay});
            assert_eq!(answer(json!({"component": "ak-stage-user-login"}), form), want);
        }
    }

    #[test]
    fn consent_gives_back_the_token_of_the_page_not_of_the_present_challenge() {
        let challenge = json!({"component": "ak-stage-consent", "token": "new"});
        assert_eq!(answer(challenge, &[("token", "old")]), json!({"component": "ak-stage-consent", "token": "old"}));
    }

    #[test]
    fn steps_without_questions_send_only_their_name() {
        for component in ["ak-stage-email", "ak-stage-dummy", "ak-stage-access-denied", "ak-stage-never-heard-of"] {
            assert_eq!(answer(json!({"component": component}), &[("a", "1")]), json!({"component": component}));
        }
    }

    #[test]
    fn texts_are_sent_as_typed_even_when_empty() {
        for kind in [
            "text",
            "text_area",
            "text_read_only",
            "text_area_read_only",
            "username",
            "email",
            "password",
            "hidden",
            "ak-locale",
            "new-kind",
        ] {
            assert_eq!(prompt(kind, &[("a", " v ")]), json!({"a": " v "}), "{kind}");
            assert_eq!(prompt(kind, &[("a", "")]), json!({"a": ""}), "{kind}");
            assert_eq!(prompt(kind, &[]), json!({}), "{kind}");
        }
    }

    #[test]
    fn empty_numbers_dates_and_files_are_left_out_and_full_ones_stay_text() {
        for (kind, value) in
            [("number", "007"), ("date", "2026-05-01"), ("date-time", "2026-05-01T10:30"), ("file", "data:text/plain;base64,QQ==")]
        {
            assert_eq!(prompt(kind, &[("a", value)]), json!({"a": value}), "{kind}");
            assert_eq!(prompt(kind, &[("a", "")]), json!({}), "{kind}");
        }
    }

    #[test]
    fn a_checkbox_says_yes_or_no() {
        assert_eq!(prompt("checkbox", &[("a", "true")]), json!({"a": true}));
        assert_eq!(prompt("checkbox", &[]), json!({"a": false}));
    }

    #[test]
    fn a_choice_is_sent_with_its_own_value() {
        for kind in ["radio-button-group", "dropdown"] {
            assert_eq!(prompt(kind, &[("a", "1")]), json!({"a": "1"}), "{kind}");
            assert_eq!(prompt(kind, &[("a", "2")]), json!({"a": 2}), "{kind}");
            assert_eq!(prompt(kind, &[("a", "three")]), json!({"a": "three"}), "{kind}");
            assert_eq!(prompt(kind, &[("a", "bogus")]), json!({"a": "bogus"}), "{kind}");
            assert_eq!(prompt(kind, &[("a", "")]), json!({}), "{kind}");
        }
    }

    #[test]
    fn what_is_only_shown_is_never_sent() {
        for kind in ["static", "separator", "alert_info", "alert_warning", "alert_danger"] {
            assert_eq!(prompt(kind, &[("a", "forged")]), json!({}), "{kind}");
        }
    }

    #[test]
    fn fields_that_the_step_did_not_ask_for_are_ignored() {
        assert_eq!(prompt("text", &[("a", "1"), ("b", "2"), (CSRF_FIELD, "t"), ("a", "3")]), json!({"a": "3"}));
    }

    #[test]
    fn line_ends_of_long_texts_are_those_of_the_protocol() {
        assert_eq!(prompt("text_area", &[("a", "one\r\ntwo\r\n")]), json!({"a": "one\ntwo\n"}));
    }
}
