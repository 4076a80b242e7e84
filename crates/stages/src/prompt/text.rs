//! JSON values as the text that a challenge shows.

use serde_json::Value as Json;

/// A value as text: the contract shows what is no text as its own server's language prints it.
pub(crate) fn text(value: &Json) -> String {
    match value {
        Json::Null => "None".to_owned(),
        Json::Bool(true) => "True".to_owned(),
        Json::Bool(false) => "False".to_owned(),
        Json::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Whether a value counts as none: an initial value that is empty makes no default.
pub(crate) fn empty(value: &Json) -> bool {
    matches!(value, Json::Null) || value.as_str() == Some("")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn what_is_no_text_is_shown_as_one() {
        let shown = [json!(null), json!(true), json!(5), json!("x"), json!([1, "a"])].map(|value| text(&value));
        assert_eq!(shown, ["None", "True", "5", "x", "[1,\"a\"]"]);
    }
}
