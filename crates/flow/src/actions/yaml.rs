//! JSON values as YAML text that readers of YAML 1.1 and 1.2 understand alike.

use std::borrow::Cow;

use saphyr::{Mapping, Scalar, ScalarStyle, Yaml, YamlEmitter};
use serde_json::Value as Json;
use vestibule_resource::{Error, Result};

/// Writes a document.
pub(super) fn write(value: &Json) -> Result<String> {
    let mut text = String::new();
    let written = YamlEmitter::new(&mut text).dump(&node(value));
    written.map_err(|error| Error::internal(format!("a file cannot be written: {error}")))?;
    Ok(text.strip_prefix("---\n").unwrap_or(&text).to_owned() + "\n")
}

fn node(value: &Json) -> Yaml<'_> {
    match value {
        Json::Null => Yaml::Value(Scalar::Null),
        Json::Bool(yes) => Yaml::Value(Scalar::Boolean(*yes)),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Yaml::Value(Scalar::Integer(whole)),
            None => Yaml::Value(Scalar::FloatingPoint(number.as_f64().unwrap_or_default().into())),
        },
        Json::String(text) if like_a_number(text) => Yaml::Representation(Cow::Borrowed(text), ScalarStyle::DoubleQuoted, None),
        Json::String(text) => string(text),
        Json::Array(items) => Yaml::Sequence(items.iter().map(node).collect()),
        Json::Object(members) => Yaml::Mapping(members.iter().map(|(name, value)| (string(name), node(value))).collect::<Mapping<'_>>()),
    }
}

fn string(text: &str) -> Yaml<'_> {
    Yaml::Value(Scalar::String(Cow::Borrowed(text)))
}

/// Whether YAML 1.1 could read the text as a number or date, which the writer does not know. Nothing in such a text needs escaping.
fn like_a_number(text: &str) -> bool {
    let starts = text.starts_with(|letter: char| letter.is_ascii_digit() || "+-.".contains(letter));
    starts && text.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-._: ".contains(letter))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use saphyr::LoadableYamlNode as _;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_document_reads_like_one_written_by_hand() {
        let document =
            json!({ "version": 1, "entries": [{ "identifiers": { "slug": "login" }, "attrs": { "empty": [], "text": "a\nb" } }] });
        let expected = "version: 1\nentries:\n  - identifiers:\n      slug: login\n    attrs:\n      empty: []\n      text: \"a\\nb\"\n";
        assert_eq!(write(&document).unwrap(), expected);
    }

    #[test]
    fn text_that_looks_like_something_else_stays_text() {
        for text in [
            "yes",
            "no",
            "on",
            "null",
            "~",
            "",
            "1",
            "1_000",
            "2026-01-01",
            "2026-01-01 10:00:00",
            "12:30:45",
            "0x1f",
            "1e3",
            ".5",
            "-",
            "a: b",
            "#",
        ] {
            let written = write(&json!([text])).unwrap();
            assert!(written.starts_with("- \""), "{text:?} is written as {written:?}");
            assert_eq!(Yaml::load_from_str(&written).unwrap()[0][0].as_str(), Some(text));
        }
    }
}
