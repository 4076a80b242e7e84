//! Reading the answer to one prompt.

use serde_json::Value as Json;

use super::{
    choices::Choice,
    prompt::PromptType,
    scalar::{self, Wrong},
};

/// A prompt as an answer is read: resolved, without what only the page needs.
#[derive(Debug)]
pub(crate) struct Asked<'a> {
    /// How it is read.
    pub(crate) kind: PromptType,
    /// It must be answered.
    pub(crate) required: bool,
    /// What stands in for an answer that is not given; `None` when nothing does.
    pub(crate) default: Option<&'a Json>,
    /// What may be chosen.
    pub(crate) choices: &'a [Choice],
}

/// Reads an answer. `None` when none was given and none is needed.
///
/// # Errors
/// The contract's message and code.
pub(crate) fn read(asked: &Asked<'_>, sent: Option<&Json>) -> Result<Option<Json>, Wrong> {
    match sent {
        Some(Json::Null) if asked.kind.is_shown_only() => Ok(asked.default.cloned()),
        Some(Json::Null) => Err(Wrong::new("This field may not be null.", "null")),
        Some(value) => parse(asked, value).map(Some),
        None => match asked.default {
            Some(default) => Ok(Some(default.clone())),
            None if asked.required && asked.kind.can_be_required() => Err(Wrong::new("This field is required.", "required")),
            None => Ok(None),
        },
    }
}

fn parse(asked: &Asked<'_>, value: &Json) -> Result<Json, Wrong> {
    let blank = !asked.required;
    match asked.kind {
        PromptType::Text | PromptType::TextArea | PromptType::Password | PromptType::TextReadOnly | PromptType::TextAreaReadOnly => {
            scalar::line(value, blank)
        }
        PromptType::Username => scalar::trimmed(value, blank),
        PromptType::Email => scalar::email(value, blank),
        PromptType::Number => scalar::number(value),
        PromptType::Checkbox => scalar::flag(value),
        PromptType::Date => scalar::date(value),
        PromptType::DateTime => scalar::moment(value),
        PromptType::File => scalar::file(value, blank),
        PromptType::RadioButtonGroup | PromptType::Dropdown => scalar::choice(value, asked.choices, blank),
        PromptType::AkLocale => scalar::trimmed(value, true),
        // What the visitor sends for these is replaced by what the server showed.
        PromptType::Separator
        | PromptType::Hidden
        | PromptType::Static
        | PromptType::AlertInfo
        | PromptType::AlertWarning
        | PromptType::AlertDanger => Ok(asked.default.cloned().unwrap_or_else(|| Json::from(""))),
    }
}

impl PromptType {
    /// Whether an answer may be demanded; a box that is not ticked is an answer too.
    pub(crate) fn can_be_required(self) -> bool {
        self != PromptType::Checkbox && !self.is_shown_only()
    }

    /// Whether it only shows something, so that there is nothing to answer.
    pub(crate) fn is_shown_only(self) -> bool {
        matches!(
            self,
            PromptType::Separator
                | PromptType::Hidden
                | PromptType::Static
                | PromptType::AlertInfo
                | PromptType::AlertWarning
                | PromptType::AlertDanger
        )
    }

    /// Whether the answer is always what the server showed, whatever the visitor sends.
    pub(crate) fn is_fixed(self) -> bool {
        self.is_shown_only() || matches!(self, PromptType::TextReadOnly | PromptType::TextAreaReadOnly)
    }

    /// Whether it offers choices.
    pub(crate) fn has_choices(self) -> bool {
        matches!(self, PromptType::RadioButtonGroup | PromptType::Dropdown)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use proptest::prelude::*;
    use serde_json::json;
    use vestibule_resource::Word as _;

    use super::*;

    fn ask(kind: &str, required: bool) -> Asked<'static> {
        Asked { kind: PromptType::from_word(kind).unwrap(), required, default: None, choices: &[] }
    }

    #[test]
    fn a_required_prompt_says_that_it_is_required() {
        let wrong = read(&ask("text", true), None).unwrap_err();
        assert_eq!((wrong.message.as_str(), wrong.code), ("This field is required.", "required"));
        let wrong = read(&ask("text", true), Some(&json!(""))).unwrap_err();
        assert_eq!((wrong.message.as_str(), wrong.code), ("This field may not be blank.", "blank"));
        assert_eq!(read(&ask("text", false), Some(&json!(""))), Ok(Some(json!(""))));
        assert_eq!(read(&ask("text", false), None), Ok(None));
    }

    #[test]
    fn a_checkbox_and_text_to_read_are_never_required() {
        for kind in ["checkbox", "hidden", "static", "separator", "alert_info", "alert_warning", "alert_danger"] {
            assert_eq!(read(&ask(kind, true), None), Ok(None), "{kind}");
        }
    }

    #[test]
    fn an_initial_value_stands_in_for_a_missing_answer() {
        let initial = json!("fixed@example.com");
        let asked = Asked { default: Some(&initial), ..ask("email", true) };
        assert_eq!(read(&asked, None), Ok(Some(initial.clone())));
        assert_eq!(read(&asked, Some(&json!("own@example.com"))), Ok(Some(json!("own@example.com"))));
        assert_eq!(read(&asked, Some(&json!(""))).unwrap_err().code, "blank");
    }

    #[test]
    fn what_is_only_shown_cannot_be_changed_by_the_visitor() {
        let shown = json!("shown");
        for kind in ["hidden", "static", "separator", "alert_info"] {
            let asked = Asked { default: Some(&shown), ..ask(kind, true) };
            assert_eq!(read(&asked, Some(&json!("other"))), Ok(Some(shown.clone())), "{kind}");
        }
    }

    fn any_json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            any::<u64>().prop_map(Json::from),
            any::<f64>().prop_map(Json::from),
            any::<String>().prop_map(Json::from),
            "[-+0-9T:.Z ]{0,30}".prop_map(Json::from),
            "data:[a-z;/,=]{0,20}".prop_map(Json::from),
            "[a-z.@\"\\\\]{0,20}".prop_map(Json::from),
        ];
        leaf.prop_recursive(3, 12, 4, |inner| {
            prop_oneof![
                proptest::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
                proptest::collection::btree_map(any::<String>(), inner, 0..4).prop_map(|map| json!(map)),
            ]
        })
    }

    proptest! {
        #[test]
        fn no_answer_of_any_kind_breaks_any_prompt(value in any_json(), required: bool) {
            for item in PromptType::CHOICES.items {
                if let Ok(Some(kept)) = read(&ask(item.value, required), Some(&value)) {
                    // Only single values are ever kept: nothing nested comes from a visitor.
                    prop_assert!(!kept.is_object() && !kept.is_array(), "{} kept {kept}", item.value);
                    prop_assert!(!kept.as_str().is_some_and(|text| text.contains('\0')));
                }
            }
        }
    }
}
