//! Query parameters that look into the JSON of events.

use vestibule_core::events::EventAction;
use vestibule_engine::Context;
use vestibule_resource::{Error, Result, Value, Word as _};
use vestibule_store::{Condition, Op};

/// Calls another macro with the parameters, so that they stand in one place for lists and for figures alike.
macro_rules! with_params {
    ($call:ident) => {
        $call! {
            r##"{"in":"query","name":"actions","schema":{"type":"array","items":{"$ref":"#/components/schemas/EventActions"}},"explode":true,"style":"form"}"##,
            r#"{"in":"query","name":"brand_name","schema":{"type":"string"}}"#,
            r#"{"in":"query","name":"context_authorized_app","schema":{"type":"string"}}"#,
            r#"{"in":"query","name":"context_device","schema":{"type":"string"}}"#,
            r#"{"in":"query","name":"context_model_app","schema":{"type":"string"}}"#,
            r#"{"in":"query","name":"context_model_name","schema":{"type":"string"}}"#,
            r#"{"in":"query","name":"context_model_pk","schema":{"type":"string"}}"#,
            r#"{"in":"query","name":"username","schema":{"type":"string"}}"#
        }
    };
}
pub(super) use with_params;

macro_rules! list {
    ($($param:literal),*) => { &[$($param),*] };
}

/// Parameters of the list beside those of the descriptor, for the OpenAPI document.
pub(super) const PARAMS: &[&str] = with_params!(list);

/// The condition of one parameter; `None` when it is not one of these.
pub(super) fn condition(cx: &Context, param: &str, value: &str) -> Result<Option<Condition>> {
    let text = |path: &str, keys: &[&str]| Ok(Some(member(path, keys, value.into())));
    if value.is_empty() {
        return Ok(None);
    }
    match param {
        "actions" => actions(cx).map(Some),
        "brand_name" => text("brand", &["name"]),
        "context_model_app" => text("context", &["model", "app"]),
        "context_model_name" => text("context", &["model", "model_name"]),
        "context_model_pk" => Ok(Some(key(&["model", "pk"], value))),
        "context_authorized_app" => Ok(Some(key(&["authorized_application", "pk"], value))),
        "context_device" => Ok(Some(key(&["device", "pk"], value))),
        "username" => {
            Ok(Some(Condition::Any(vec![member("user", &["username"], value.into()), member("context", &["username"], value.into())])))
        }
        _ => Ok(None),
    }
}

fn member(path: &str, keys: &[&str], value: serde_json::Value) -> Condition {
    let keys = keys.iter().map(|key| (*key).to_owned()).collect();
    Condition::Member { path: path.to_owned(), keys, op: Op::Eq, value }
}

/// Keys stand in events as numbers, or as text without hyphens.
fn key(keys: &[&str], value: &str) -> Condition {
    let mut any = vec![member("context", keys, value.replace('-', "").into())];
    any.extend(value.parse::<i64>().ok().map(|number| member("context", keys, number.into())));
    Condition::Any(any)
}

/// Every value of the parameter counts, so the answer is the same whichever of them is asked about.
fn actions(cx: &Context) -> Result<Condition> {
    let words: Vec<&str> = cx.request.params.all("actions").filter(|word| !word.is_empty()).collect();
    match words.iter().find(|word| EventAction::from_word(word).is_none()) {
        Some(wrong) => Err(Error::field("actions", format!("Select a valid choice. {wrong} is not one of the available choices."))),
        None => Ok(Condition::In { path: "action".into(), values: words.into_iter().map(Value::from).collect() }),
    }
}
