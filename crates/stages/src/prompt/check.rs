//! Reading a page of answers.

use serde_json::{Map, Value as Json};
use vestibule_flow::Errors;

use super::{answer, prompt::PromptType, resolve::Resolved};

/// The answers to a page, each read by itself, with what is wrong with them.
#[derive(Debug, Default)]
pub(crate) struct Page {
    /// What is kept, by field key.
    pub(crate) answers: Map<String, Json>,
    /// What is wrong.
    pub(crate) errors: Errors,
}

/// Reads the answers one by one. What the visitor may not change is what the server showed.
pub(crate) fn read(fields: &[Resolved], body: &Map<String, Json>) -> Page {
    let mut page = Page::default();
    for field in fields {
        match answer::read(&field.asked(), body.get(&field.field_key)) {
            Ok(Some(value)) => drop(page.answers.insert(field.field_key.clone(), value)),
            Ok(None) => {}
            Err(wrong) => page.errors.add(&field.field_key, wrong.message, wrong.code),
        }
        if let Some(value) = field.fixed() {
            page.answers.insert(field.field_key.clone(), value);
        }
    }
    page
}

/// Two passwords on one page are the same one typed twice.
pub(crate) fn passwords_differ(fields: &[Resolved], answers: &Map<String, Json>) -> bool {
    let mut typed = fields.iter().filter(|field| field.kind == PromptType::Password).map(|field| answers.get(&field.field_key));
    match (typed.next(), typed.next(), typed.next()) {
        (Some(first), Some(second), None) => first != second,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use serde_json::json;

    use super::{
        super::{
            prompt::Prompt,
            resolve::tests::{prompt, resolved},
        },
        *,
    };

    fn page(prompts: &[Prompt], known: &Json, body: &Json) -> (Vec<Resolved>, Page) {
        let fields: Vec<Resolved> = prompts.iter().map(|prompt| resolved(prompt, known)).collect();
        let page = read(&fields, body.as_object().unwrap());
        (fields, page)
    }

    fn enrolment() -> Vec<Prompt> {
        [("username", "username"), ("name", "text"), ("email", "email"), ("password", "password"), ("password_repeat", "password")]
            .map(|(key, kind)| prompt(key, kind))
            .into()
    }

    #[test]
    fn everything_that_is_missing_is_told_at_once_but_not_what_the_invitation_fixed() {
        let (_, page) = page(&enrolment(), &json!({"email": "fixed@example.com"}), &json!({"component": "ak-stage-prompt"}));
        let required = json!([{"string": "This field is required.", "code": "required"}]);
        let wanted = json!({"username": required, "name": required, "password": required, "password_repeat": required});
        assert_eq!(page.errors.to_json(), wanted);
        assert_eq!(page.answers, *json!({"email": "fixed@example.com"}).as_object().unwrap());
    }

    #[test]
    fn two_passwords_must_be_the_same() {
        let body =
            |repeat: &str| json!({"username": "a", "name": "b", "email": "a@example.com", "password": "x", "password_repeat": repeat});
        for (repeat, differ) in [("x", false), ("y", true)] {
            let (fields, page) = page(&enrolment(), &json!({}), &body(repeat));
            assert!(page.errors.is_empty());
            assert_eq!(passwords_differ(&fields, &page.answers), differ);
        }
    }

    #[test]
    fn a_second_password_that_is_left_out_differs() {
        let optional = |key: &str| Prompt { required: false, ..prompt(key, "password") };
        let (fields, first) = page(&[optional("a"), optional("b")], &json!({}), &json!({"a": "x"}));
        assert!(passwords_differ(&fields, &first.answers));
        let (fields, neither) = page(&[optional("a"), optional("b")], &json!({}), &json!({}));
        assert!(!passwords_differ(&fields, &neither.answers));
        let three = [optional("a"), optional("b"), optional("c")];
        let (fields, three) = page(&three, &json!({}), &json!({"a": "x", "b": "y", "c": "z"}));
        assert!(!passwords_differ(&fields, &three.answers), "three are not a repetition");
    }

    #[test]
    fn what_was_not_asked_is_not_kept() {
        let (_, page) = page(&[prompt("a", "text")], &json!({}), &json!({"a": "x", "is_superuser": true, "type": "internal"}));
        assert_eq!(page.answers, *json!({"a": "x"}).as_object().unwrap());
    }
}
