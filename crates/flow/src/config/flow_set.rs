//! A stage written together with the flows it belongs to.
//!
//! A request may name flows in `flow_set`: each one whose slug is new is made, and the stage is put at the end of each of them.
//! A flow that is there already is never changed, and a stage that is in a flow already is not put there again, so whoever sends
//! back what they were shown changes nothing. Absent, null and empty mean the same.

use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Context, Draft, checked_value, codename, type_name};
use vestibule_resource::{Error, Field, Invalid, Model as _, Record, Result, Value};
use vestibule_store::{Query, Transaction};

use super::{FLOW_SET, Flow, FlowStageBinding};

/// Longest slug of a flow that is named this way, in characters.
const SLUG_MAX: usize = 50;

/// The distance between the places of stages that are put at the end of a flow.
const STEP: i64 = 10;

type Values = Vec<(&'static str, Value)>;

/// Checks the flows that a request names.
///
/// # Errors
/// `Denied` when the caller may not make and fill flows. What is wrong with the flows stands in the draft.
pub(super) async fn validate(cx: &Context, draft: &mut Draft) -> Result<()> {
    match named(draft) {
        Err(wrong) => draft.invalid.nest("flow_set", wrong),
        Ok(flows) if !flows.is_empty() && !permitted(cx) => return Err(Error::denied()),
        Ok(_) => {}
    }
    Ok(())
}

/// Whether the caller may make flows and fill them.
fn permitted(cx: &Context) -> bool {
    cx.holds(&codename(Flow::RESOURCE, "add")) && cx.holds(&codename(FlowStageBinding::RESOURCE, "add"))
}

/// Makes the flows that are new and puts the stage into all of them.
///
/// # Errors
/// `Invalid` at the place of the flow when another request has just taken its slug.
pub(super) async fn write(tx: &mut Transaction, draft: &Draft, stage: &Record) -> Result<()> {
    let flows = named(draft).map_err(|wrong| Error::Invalid(json!({ "flow_set": wrong })))?;
    for (place, values) in flows.into_iter().enumerate() {
        // What was written before is not this flow's fault.
        tx.settle().await?;
        let flow = find_or_make(tx, values).await.map_err(|error| at(place, error))?;
        bind(tx, &flow, stage).await?;
    }
    Ok(())
}

/// The flows that a request names, or what is wrong with them, in the place of each.
fn named(draft: &Draft) -> Result<Vec<Values>, Json> {
    let items = match draft.body.get("flow_set") {
        None | Some(Json::Null) => return Ok(Vec::new()),
        Some(Json::Array(items)) => items,
        Some(other) => {
            return Err(json!({ "non_field_errors": [format!("Expected a list of items but got type \"{}\".", type_name(other))] }));
        }
    };
    let (mut flows, mut wrong) = (Vec::new(), Vec::new());
    for item in items {
        let (values, invalid) = flow(item);
        flows.push(values);
        wrong.push(invalid);
    }
    if wrong.iter().all(Invalid::is_empty) { Ok(flows) } else { Err(Json::Array(wrong.into_iter().map(body).collect())) }
}

fn body(invalid: Invalid) -> Json {
    match Error::from(invalid) {
        Error::Invalid(body) => body,
        _ => Json::Null,
    }
}

fn flow(item: &Json) -> (Values, Invalid) {
    let (mut values, mut invalid) = (Values::new(), Invalid::default());
    let Json::Object(item) = item else {
        invalid.add("non_field_errors", format!("Invalid data. Expected a dictionary, but got {}.", type_name(item)));
        return (values, invalid);
    };
    for field in Flow::RESOURCE.all_fields().filter(|field| field.writable() && FLOW_SET.fields.contains(&field.name)) {
        match value(field, item) {
            Ok(Some(value)) => values.push((field.name, value)),
            Ok(None) => {}
            Err(message) => invalid.add(field.name, message),
        }
    }
    (values, invalid)
}

fn value(field: &Field, item: &Map<String, Json>) -> Result<Option<Value>, String> {
    match item.get(field.name) {
        None if field.required => Err("This field is required.".into()),
        None => Ok(None),
        Some(Json::Null) => Err("This field may not be null.".into()),
        Some(json) => match checked_value(field, json)? {
            Value::Text(slug) if field.name == "slug" && slug.chars().count() > SLUG_MAX => {
                Err(format!("Ensure this field has no more than {SLUG_MAX} characters."))
            }
            value => Ok(Some(value)),
        },
    }
}

async fn find_or_make(tx: &mut Transaction, values: Values) -> Result<Record> {
    let slug = values.iter().find(|(name, _)| *name == "slug").map(|(_, slug)| slug.clone()).unwrap_or_default();
    match tx.first(&Query::all(Flow::RESOURCE).is("slug", slug)).await? {
        Some(flow) => Ok(flow),
        None => {
            let flow = tx.insert(Flow::RESOURCE, values).await?;
            tx.settle().await?;
            Ok(flow)
        }
    }
}

async fn bind(tx: &mut Transaction, flow: &Record, stage: &Record) -> Result<()> {
    let places = Query::all(FlowStageBinding::RESOURCE).is("target", flow.key().clone());
    if tx.first(&places.clone().is("stage", stage.key().clone())).await?.is_some() {
        return Ok(());
    }
    let last = tx.first(&places.order("-order").limit(1)).await?;
    let order = last.map_or(0, |last| last.int("order").saturating_add(STEP).min(i32::MAX.into()));
    let values = vec![("target", flow.key().clone()), ("stage", stage.key().clone()), ("order", order.into())];
    tx.insert(FlowStageBinding::RESOURCE, values).await.map(|_| ())
}

/// An error of the flow in that place of the list.
fn at(place: usize, error: Error) -> Error {
    let Error::Invalid(body) = error else { return error };
    let list: Vec<Json> = std::iter::repeat_n(json!({}), place).chain([body]).collect();
    Error::Invalid(json!({ "flow_set": list }))
}
