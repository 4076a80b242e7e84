//! JSON as values of a program, and back.

use serde_json::{Map, Number, Value as Json};
use vestibule_expression::{Dict, Result, Stop, Value, Vm};

use crate::{bag::Bag, rows::Row};

/// JSON as a value.
///
/// # Errors
/// The budget of memory.
pub fn from_json(vm: &mut Vm<'_>, json: &Json) -> Result<Value> {
    match json {
        Json::Null => Ok(Value::None),
        Json::Bool(flag) => Ok(Value::Bool(*flag)),
        Json::Number(number) => Ok(number_of(number)),
        Json::String(text) => vm.text(text.clone()),
        Json::Array(items) => {
            let items = items.iter().map(|item| from_json(vm, item)).collect::<Result<_>>()?;
            vm.list(items)
        }
        Json::Object(members) => from_members(vm, members),
    }
}

/// The members of an object as a dictionary.
///
/// # Errors
/// The budget of memory.
pub(crate) fn from_members(vm: &mut Vm<'_>, members: &Map<String, Json>) -> Result<Value> {
    let mut dict = Dict::with_room(members.len());
    for (name, member) in members {
        let member = from_json(vm, member)?;
        dict.set_text(name.as_str().into(), member);
    }
    vm.dict(dict)
}

fn number_of(number: &Number) -> Value {
    match (number.as_i64(), number.as_u64()) {
        (Some(whole), _) => Value::Int(whole),
        (None, Some(whole)) => Value::big(whole.into()),
        (None, None) => Value::Float(number.as_f64().unwrap_or_default()),
    }
}

/// A value as JSON. What JSON has no form for becomes its text, rows of ours become a reference.
///
/// # Errors
/// `RecursionError` for what holds itself, and budgets.
pub fn to_json(vm: &mut Vm<'_>, value: &Value) -> Result<Json> {
    vm.work(1)?;
    Ok(match value {
        Value::None => Json::Null,
        Value::Bool(flag) => Json::Bool(*flag),
        Value::Int(number) => Json::from(*number),
        Value::Big(number) => u64::try_from(&**number).map_or_else(|_| Json::String(number.to_string()), Json::from),
        Value::Float(number) => Number::from_f64(*number).map_or(Json::Null, Json::Number),
        Value::Str(text) => Json::String(text.to_string()),
        Value::Instance(instance) if instance.payload.is_some() => {
            let payload = instance.payload.clone().unwrap_or(Value::None);
            return to_json(vm, &payload);
        }
        Value::List(_) | Value::Tuple(_) | Value::Set(_) | Value::Range(_) | Value::Iter(_) | Value::Generator(_) => {
            let items = vm.items(value)?;
            return vm.deeper(|vm| items.iter().map(|item| to_json(vm, item)).collect::<Result<Vec<_>>>().map(Json::Array));
        }
        Value::Dict(dict) => {
            let entries: Vec<(Value, Value)> = dict.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
            return vm.deeper(|vm| members(vm, &entries).map(Json::Object));
        }
        other => {
            if let Some(row) = other.downcast::<Row>() {
                return Ok(row.reference());
            }
            match other.downcast::<Bag>() {
                Some(bag) => return to_json(vm, &bag.names()),
                None => Json::String(vm.str(other)?),
            }
        }
    })
}

fn members(vm: &mut Vm<'_>, entries: &[(Value, Value)]) -> Result<Map<String, Json>> {
    let mut members = Map::with_capacity(entries.len());
    for (key, value) in entries {
        let name = match key {
            Value::Str(name) => name.to_string(),
            other => vm.str(other)?,
        };
        members.insert(name, to_json(vm, value)?);
    }
    Ok(members)
}

/// A value that must be an object, as its members.
pub(crate) fn to_members(vm: &mut Vm<'_>, value: &Value) -> Result<Map<String, Json>> {
    match to_json(vm, value)? {
        Json::Object(members) => Ok(members),
        _ => Err(Stop::type_error("a dictionary is needed here")),
    }
}
