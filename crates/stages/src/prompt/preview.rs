//! `POST preview/`: a prompt as a visitor would see it, without storing it.

use std::sync::Arc;

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target, checked_value, type_name};
use vestibule_resource::{Default, Error, Invalid, Model as _, Record, Result, Value};

use super::{evaluate::evaluate, prompt::Prompt, resolve::Resolved, stage::PromptChallenge};

pub(crate) const ACTIONS: &[Action] = &[Action {
    path: "preview",
    method: "POST",
    id: "stages_prompt_prompts_preview_create",
    target: Target::Collection,
    need: Need::Add,
    schema: Schema { request: "PromptRequest", ..Schema::answers("PromptChallenge") },
    run: |cx, _, body| Box::pin(async move { preview(cx, &body) }),
}];

fn preview(cx: &Context, body: &Json) -> Result<Answer> {
    let prompt = read(body)?;
    let known = Map::new();
    let user = cx.caller.identity().map(|identity| Arc::new(identity.user.clone()));
    let shown = Resolved::new(&prompt, &known, &|source| evaluate(cx, user.clone(), source, &known));
    let challenge = serde_json::to_value(PromptChallenge::new(vec![shown])).map_err(|error| Error::internal(error.to_string()))?;
    let mut challenge = challenge;
    if let Json::Object(fields) = &mut challenge {
        fields.insert("component".to_owned(), Json::from("ak-stage-prompt"));
    }
    Ok(Answer::json(200, challenge))
}

/// Reads a prompt as a create would, but for the uniqueness of its name: nothing is stored.
fn read(body: &Json) -> Result<Prompt> {
    let empty = Map::new();
    let body = match body {
        Json::Object(body) => body,
        Json::Null => &empty,
        other => return Err(Error::non_field(format!("Invalid data. Expected a dictionary, but got {}.", type_name(other)))),
    };
    let mut invalid = Invalid::default();
    let mut values = vec![("prompt_uuid", Value::Uuid(Uuid::nil()))];
    for field in Prompt::RESOURCE.fields.iter().filter(|field| field.writable()) {
        let value = match body.get(field.name) {
            None if field.required => Err("This field is required.".to_owned()),
            None => Ok(standing_in(field.default)),
            Some(Json::Null) => Err("This field may not be null.".to_owned()),
            Some(sent) => checked_value(field, sent),
        };
        match value {
            Ok(value) => values.push((field.name, value)),
            Err(message) => invalid.add(field.name, message),
        }
    }
    invalid.check()?;
    Record::new(Prompt::RESOURCE, values).read()
}

fn standing_in(default: Default) -> Value {
    match default {
        Default::Bool(yes) => Value::Bool(yes),
        Default::Int(number) => Value::Int(number),
        Default::Text(text) => Value::from(text),
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use serde_json::json;

    use super::*;

    #[test]
    fn a_preview_needs_what_a_prompt_needs() {
        let required = json!(["This field is required."]);
        let wanted = json!({"name": required, "field_key": required, "label": required, "type": required});
        assert_eq!(read(&json!({})).err(), Some(Error::Invalid(wanted)));
        let wrong = read(&json!({"name": "a", "field_key": "b", "label": "c", "type": "bogus"})).err();
        assert_eq!(wrong, Some(Error::Invalid(json!({"type": ["\"bogus\" is not a valid choice."]}))));
    }

    #[test]
    fn a_preview_shows_the_prompt_with_its_defaults() {
        let prompt = read(&json!({"name": "a", "field_key": "b", "label": "c", "type": "dropdown", "placeholder": "x"})).unwrap();
        let shown = serde_json::to_value(Resolved::new(&prompt, &Map::new(), &|_| None)).unwrap();
        let wanted = json!({"field_key": "b", "label": "c", "type": "dropdown", "required": true, "placeholder": "", "initial_value": "x",
                            "order": 0, "sub_text": "", "choices": [{"value": "x", "label": "x"}]});
        assert_eq!(shown, wanted);
    }
}
