//! What the language says, and what it refuses.
#![expect(clippy::unwrap_used, reason = "tests")]

use proptest::prelude::*;
use serde_json::{Value as Json, json};

use super::{BadFilter, Filter, LONGEST};

fn event() -> Json {
    json!({
        "action": "login", "client_ip": "10.0.0.7", "created": "2026-05-17T10:30:00.123456Z", "app": "authentik.core", "risk": 0.5,
        "user": { "pk": 7, "username": "Ada \"the first\"", "email": "" }, "brand": {}, "seen": true, "tags": ["a", "b"], "none": null,
        "context": { "model": { "app": "authentik_core", "pk": "x" }, "roles": [{ "name": "auditor" }, { "name": "reader" }], "empty": [] },
    })
}

/// Whether each text holds of the event.
fn all(holds: bool, texts: &[&str]) {
    for text in texts {
        assert_eq!(Filter::parse(text).map(|filter| filter.matches(&event())), Ok(holds), "{text}");
    }
}

#[test]
fn comparisons_hold() {
    all(
        true,
        &[
            r#"action = "login""#,
            r#"action != "logout""#,
            "user.pk = 7",
            "user.pk = 7.0",
            "user.pk >= 7 and user.pk < 8 and user.pk > -1 and user.pk <= 7.5",
            "risk > 0.25",
            "seen = True",
            "none = None",
            "not_there = None",
            "user.pk.deeper = None",
            r#"user.username ~ "ADA""#,
            r#"user.username !~ "bob""#,
            r#"user.username startswith "ada" and user.username not startswith "x""#,
            r#"user.username endswith "\"THE first\"" and user.username not endswith "x""#,
            r#"user.username = "Ada \"the\u0020first\"""#,
            r#"action in ("logout", "login")"#,
            "user.pk not in (1, 2.5, None, True)",
            r#"context.model.app = "authentik_core""#,
            r#"context ~ "authentik_core""#,
            r#"context.roles.name = "reader" and tags = "b""#,
            "context.empty = None",
            r#"not_there != "x""#,
        ],
    );
}

#[test]
fn comparisons_do_not_hold() {
    all(
        false,
        &[
            r#"action = "Login""#,
            r#"user.pk = "7""#,
            r#"action > 1"#,
            "seen = 1",
            "not_there > 1",
            r#"not_there ~ """#,
            "action = None",
            r#"tags != "a""#,
            r#"context.roles.name in ("writer")"#,
        ],
    );
}

#[test]
fn moments_are_compared_as_such() {
    all(
        true,
        &[
            r#"created > "2026-05-17" and created < "2026-05-18""#,
            r#"created >= "2026-05-17 10:30" and created < "2026-05-17 10:31""#,
            r#"created = "2026-05-17T12:30:00.123456+02:00""#,
            r#"created startswith "2026-05""#,
        ],
    );
}

#[test]
fn and_binds_tighter_than_or_and_parentheses_tightest() {
    all(true, &["seen = True or seen = True and seen = False", "((seen = True))"]);
    all(false, &["(seen = True or seen = True) and seen = False"]);
}

#[test]
fn what_is_not_understood_is_refused_where_it_stands() {
    for (text, at, what) in [
        ("", 1, "Expected a name or “(”"),
        ("admin", 6, "Expected an operator"),
        ("some words", 6, "Expected an operator"),
        ("a = ", 5, "Expected a value"),
        ("a = b", 5, "Expected a value"),
        ("a = 'b'", 5, "Unexpected “'”"),
        (r#"a = "b"#, 5, "A text without an end"),
        (r#"a = "\x""#, 5, "A text with a character"),
        ("a = 1x", 5, "“1x” is no number"),
        ("a = 1e999", 5, "“1e999” is no number"),
        ("a ~ 1", 5, "Expected a text"),
        ("a > None", 5, "Expected something"),
        ("a in ()", 7, "Expected a value"),
        ("a in (1", 8, "Expected “,” or “)”"),
        ("a not ~ 1", 3, "Expected “in”"),
        ("a not like 1", 7, "Expected “in”"),
        ("(a = 1", 7, "Expected “)”"),
        ("a = 1)", 6, "Expected “and”"),
        ("a = 1 b = 2", 7, "Expected “and”"),
        ("a. = 1", 1, "A name that ends early"),
        ("and = 1", 1, "Expected a name"),
        ("ü = 1 and ß ! 2", 13, "Unexpected “!”"),
    ] {
        let refused = Filter::parse(text).unwrap_err();
        assert!(refused.at == at && refused.what.starts_with(what), "{text}: {refused}");
    }
}

#[test]
fn texts_are_bounded_in_depth_and_length() {
    let nested = |depth: usize| format!("{}a = 1{}", "(".repeat(depth), ")".repeat(depth));
    assert!(Filter::parse(&nested(32)).is_ok());
    assert_eq!(Filter::parse(&nested(33)), Err(BadFilter::new(33, "More than 32 parentheses within each other")));
    let wide = |count: usize| Filter::parse(&vec!["a = 1"; count].join(" or ")).map(drop).map_err(|wrong| wrong.what);
    assert_eq!((wide(64), wide(65)), (Ok(()), Err("More than 64 comparisons".to_owned())));
    let listed = |count: usize| Filter::parse(&format!("a in ({})", vec!["1"; count].join(","))).map(drop).map_err(|wrong| wrong.what);
    assert_eq!((listed(256), listed(257)), (Ok(()), Err("More than 256 values".to_owned())));
    let long = format!("a = \"{}\"", "x".repeat(LONGEST - 6));
    assert!(Filter::parse(&long).is_ok());
    assert_eq!(Filter::parse(&format!("{long} ")).unwrap_err().at, LONGEST + 1);
}

proptest! {
    #[test]
    fn no_text_breaks_it(text in "\\PC{0,80}") {
        drop(Filter::parse(&text).map(|filter| filter.matches(&event())));
    }

    #[test]
    fn no_mix_of_its_words_breaks_it(words in proptest::collection::vec(
        proptest::sample::select(vec![
            "and", "or", "not", "in", "startswith", "endswith", "True", "None", "(", ")", ",", "=", "!=", "~", "!~", "<", ">=", "user.pk", "created",
            "\"a\\\"\"", "\"2026-01-01\"", "-1", "1.5", "9223372036854775808", "\"",
        ]), 0..14,
    )) {
        drop(Filter::parse(&words.join(" ")).map(|filter| filter.matches(&event())));
    }
}
