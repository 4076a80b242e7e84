//! Values that try to break out of their place.

use serde_json::{Map, Value as Json, json};
use vestibule_pages::{Brand, Home, Look, Message, Page, Problem, Theme, error_page, home, render};

use crate::{lacks, plain, samples, show};

const MARKUP: &str = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>{{ 7*7 }}</textarea></title>";

/// The same challenge with every text but the discriminators replaced, keys of errors included.
fn poisoned(value: &Json, poison: &str) -> Json {
    match value {
        Json::String(_) => json!(poison),
        Json::Array(list) => list.iter().map(|item| poisoned(item, poison)).collect(),
        Json::Object(object) => {
            let keep = |key: &str| matches!(key, "component" | "type" | "layout" | "user_fields" | "code");
            let entry = |(key, value): (&String, &Json)| (key.clone(), if keep(key) { value.clone() } else { poisoned(value, poison) });
            Json::Object(object.iter().map(entry).collect::<Map<_, _>>())
        }
        other => other.clone(),
    }
}

fn all_poisoned(poison: &str) -> Vec<String> {
    let poisoned = |mut sample: Json| {
        for part in ["challenge", "submitted", "csrf", "reference"] {
            if sample.get(part).is_some() {
                sample[part] = poisoned(&sample[part], poison);
            }
        }
        sample["challenge"]["response_errors"] = json!({poison: [{"string": poison, "code": "x"}]});
        sample
    };
    samples().into_iter().map(|sample| show(&poisoned(sample))).collect()
}

#[test]
fn markup_in_any_value_stays_text() {
    for html in all_poisoned(MARKUP) {
        lacks(&html, &["<script>", "<img src=x", "49</", "><script", "'><"]);
        assert!(html.contains("&lt;script&gt;"), "{html}");
        assert_eq!(html.matches("</title>").count(), 1);
    }
}

#[test]
fn addresses_that_run_script_are_never_links_pictures_or_targets() {
    for poison in [
        "javascript:alert(1)",
        " JaVaScript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example",
        "/\\evil.example",
        "vbscript:1",
    ] {
        for html in all_poisoned(poison) {
            for attribute in ["href=\"", "src=\"", "srcset=\"", "action=\"", "content=\"0; url="] {
                for value in html.split(attribute).skip(1).map(|part| part.split('"').next().unwrap()) {
                    let fine = value.is_empty()
                        || value.starts_with("/static/")
                        || value.starts_with("/if/flow/sample/")
                        || value.starts_with('#')
                        || value == "/";
                    assert!(fine, "{attribute}{value}");
                }
            }
        }
    }
}

#[test]
fn a_class_or_a_type_cannot_be_chosen_by_the_challenge() {
    let challenge = json!({
        "component": "ak-stage-prompt", "flow_info": {"title": "t", "layout": MARKUP},
        "fields": [{"field_key": "a", "label": "A", "type": MARKUP}],
    });
    let html = plain(&render(&Page::of(&challenge)).unwrap());
    lacks(&html, &["alert"]);
    assert!(html.contains("<body class=\"stacked\">") && html.contains("<input type=\"text\" id=\"f1\""), "{html}");
}

#[test]
fn brand_messages_and_other_pages_escape_too() {
    let brand = Brand { title: MARKUP, logo: "javascript:1", favicon: "data:text/html,x", custom_css_url: Some("javascript:1") };
    let look = Look { brand, lang: MARKUP, theme: Theme::from_name(MARKUP) };
    let messages = [Message { level: vestibule_pages::Level::Error, text: MARKUP.to_owned() }];
    let challenge = json!({"component": "ak-stage-dummy", "name": MARKUP});
    let problem = Problem { status: 500, title: Some(MARKUP), sentence: Some(MARKUP), advice: Some(MARKUP), reference: Some(MARKUP) };
    let who = Home {
        name: MARKUP,
        username: MARKUP,
        email: MARKUP,
        avatar: MARKUP,
        log_out: "javascript:1",
        settings: Some("//evil"),
        password: Some(MARKUP),
        api: Some(""),
        messages: &messages,
    };
    let flow = render(&Page { look, messages: &messages, ..Page::of(&challenge) }).unwrap();
    for html in [flow, error_page(&look, &problem), home(&look, &who).unwrap()] {
        lacks(&html, &["<script>", "<img src=x", "javascript:", "//evil", "data:text"]);
        assert!(html.contains("<html lang=\"en\">"));
    }
}

#[test]
fn no_shape_of_challenge_breaks_a_page() {
    let odd = [json!(null), json!(1), json!([]), json!({}), json!("x"), json!([[{"a": null}]]), json!({"light": 1}), json!(true)];
    let keys = [
        "fields",
        "sources",
        "user_fields",
        "permissions",
        "additional_permissions",
        "response_errors",
        "flow_info",
        "pending_user",
        "token",
        "to",
        "title",
    ];
    for sample in samples() {
        for value in &odd {
            for key in keys {
                let mut challenge = sample["challenge"].clone();
                challenge[key] = value.clone();
                render(&Page { submitted: Some(value), ..Page::of(&challenge) }).unwrap();
            }
        }
    }
    for value in &odd {
        render(&Page::of(value)).unwrap();
        render(&Page::of(&json!({"component": "ak-stage-prompt", "fields": [value, {"type": "dropdown", "choices": [value]}, {"type": "radio-button-group", "choices": value}]}))).unwrap();
        render(&Page::of(&json!({"component": "ak-stage-prompt", "fields": [], "response_errors": {"a": [value]}}))).unwrap();
    }
}
