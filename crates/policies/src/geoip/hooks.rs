//! What is irregular about policies of places: a list of numbers, and names of countries.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Context, Draft, Hooks, type_name};
use vestibule_resource::{Record, Result, Value};

use super::list::detailed;

/// What is irregular about policies of places.
pub(crate) struct GeoIPHooks;

impl Hooks for GeoIPHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if let Some(sent) = draft.sent("asns").and_then(Value::as_json).cloned() {
                match numbers(&sent) {
                    Ok(numbers) => draft.set("asns", numbers),
                    Err(wrong) => draft.invalid.nest("asns", wrong),
                }
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, _cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (row, object) in rows.iter().zip(objects) {
                let codes = row.json("countries").as_array().into_iter().flatten().filter_map(Json::as_str);
                object.insert("countries_obj".into(), codes.filter_map(detailed).collect());
            }
            Ok(())
        })
    }
}

/// A list of numbers, or what is wrong with it in the contract's words.
fn numbers(sent: &Json) -> Result<Json, Json> {
    let Json::Array(items) = sent else {
        return Err(json!([format!("Expected a list of items but got type \"{}\".", type_name(sent))]));
    };
    let read: Vec<Result<i64, String>> = items.iter().map(number).collect();
    let wrong: Map<String, Json> =
        read.iter().enumerate().filter_map(|(place, read)| Some((place.to_string(), json!([read.as_ref().err()?])))).collect();
    if wrong.is_empty() { Ok(read.into_iter().flatten().collect()) } else { Err(Json::Object(wrong)) }
}

fn number(item: &Json) -> Result<i64, String> {
    let number = item.as_i64().or_else(|| item.as_str()?.trim().parse().ok());
    match number {
        Some(number) if number > i64::from(i32::MAX) => Err(format!("Ensure this value is less than or equal to {}.", i32::MAX)),
        Some(number) if number < i64::from(i32::MIN) => Err(format!("Ensure this value is greater than or equal to {}.", i32::MIN)),
        Some(number) => Ok(number),
        None => Err("A valid integer is required.".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_number_is_told_at_its_place() {
        assert_eq!(numbers(&json!([1, "2"])), Ok(json!([1, 2])));
        assert_eq!(
            numbers(&json!([1, "x", null])),
            Err(json!({ "1": ["A valid integer is required."], "2": ["A valid integer is required."] }))
        );
        assert_eq!(numbers(&json!("x")), Err(json!(["Expected a list of items but got type \"str\"."])));
        assert_eq!(numbers(&json!([3_000_000_000_i64])), Err(json!({ "0": ["Ensure this value is less than or equal to 2147483647."] })));
    }
}
