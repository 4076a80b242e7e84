//! From a JSON body to a draft: every field on its own, in the contract's words.

use serde_json::{Map, Value as Json};
use vestibule_resource::{Default, Field, Kind, Record, Resource, Result, Unique, Value};
use vestibule_store::{Condition, Op, Query};

use crate::{Context, Draft};

mod keys;
mod scalar;

pub use scalar::is_email;

/// One value of a field, checked as in any body; for fields whose value can be judged without a look at the database.
///
/// # Errors
/// The contract's words for what is wrong.
pub fn checked_value(field: &Field, json: &Json) -> Result<Value, String> {
    scalar::value(field, json)
}

/// Why one value is not accepted.
type Rejected = String;

/// Validates a body, which need not name the fields of `later`, against the resource's writable fields and the rows that are there already.
///
/// # Errors
/// `Internal` when the database fails. What is wrong with the body stands in the draft, for hooks to add to.
pub(crate) async fn draft(
    cx: &Context,
    resource: &'static Resource,
    before: Option<Record>,
    partial: bool,
    body: Map<String, Json>,
    later: &[&str],
) -> Result<Draft> {
    let mut draft =
        Draft { resource, before, partial, body, values: Vec::new(), links: Vec::new(), invalid: vestibule_resource::Invalid::default() };
    for field in resource.all_fields().filter(|field| resource.takes(field)) {
        match draft.body.get(field.name).cloned() {
            Some(json) => present(cx, &mut draft, field, &json).await?,
            None if later.contains(&field.name) => {}
            None => absent(&mut draft, field),
        }
    }
    unique_together(cx, &mut draft).await?;
    Ok(draft)
}

fn absent(draft: &mut Draft, field: &'static Field) {
    if draft.partial {
        return;
    }
    if draft.resource.requires(field) {
        draft.invalid.add(field.name, "This field is required.");
    } else if matches!(field.kind, Kind::Many(_)) && matches!(field.default, Default::Json(_)) {
        // The contract's server gives such lists a default of its own, so a full update that omits them empties them.
        draft.links.push((field.name, Vec::new()));
    }
}

async fn present(cx: &Context, draft: &mut Draft, field: &'static Field, json: &Json) -> Result<()> {
    if json.is_null() {
        null(draft, field);
        return Ok(());
    }
    if let Some(items) = scalar::wrong_items(field, json) {
        draft.invalid.nest(field.name, items);
        return Ok(());
    }
    let judged = match field.kind {
        Kind::Many(links) => match keys::many(cx, field, &links, json).await? {
            Ok(keys) => {
                draft.links.push((field.name, keys));
                return Ok(());
            }
            Err(rejected) => Err(rejected),
        },
        Kind::Ref(link) => keys::one(cx, &link, json).await?,
        _ => scalar::value(field, json),
    };
    match judged {
        Err(rejected) => draft.invalid.add(field.name, rejected),
        Ok(value) => match taken(cx, draft, field, &value).await? {
            Some(message) => draft.invalid.add(field.name, message),
            None => draft.set(field.name, value),
        },
    }
    Ok(())
}

fn null(draft: &mut Draft, field: &'static Field) {
    if draft.resource.nullable(field) {
        draft.set(field.name, Value::Null)
    } else {
        draft.invalid.add(field.name, "This field may not be null.")
    }
}

/// The message when another row holds the value of a unique field already. The database has the last word; this is so that all
/// that is wrong is told in one answer.
async fn taken(cx: &Context, draft: &Draft, field: &'static Field, value: &Value) -> Result<Option<String>> {
    if field.unique == Unique::No || draft.before.as_ref().is_some_and(|row| row.get(field.name) == value) {
        return Ok(None);
    }
    let owner = owner_of(draft.resource, field);
    let other = cx.store.first(&Query::all(owner).filter(Condition::compare(field.name, Op::Eq, value.clone())).limit(1)).await?;
    Ok(other.map(|_| match field.unique {
        Unique::Plain => "This field must be unique.".to_owned(),
        Unique::Model | Unique::No => format!("{} with this {} already exists.", owner.verbose_name, field.name.replace('_', " ")),
    }))
}

/// The resource, itself or a base, whose table holds the field.
fn owner_of(resource: &'static Resource, field: &Field) -> &'static Resource {
    resource.lineage().find(|owner| owner.fields.iter().any(|other| std::ptr::eq(other, field))).unwrap_or(resource)
}

async fn unique_together(cx: &Context, draft: &mut Draft) -> Result<()> {
    let sets = draft.resource.lineage().flat_map(|owner| owner.unique_together.iter().map(move |set| (owner, *set)));
    for (owner, set) in sets.collect::<Vec<_>>() {
        let touched = set.iter().any(|name| draft.sent(name).is_some());
        if !touched || set.iter().any(|name| draft.invalid.has(name) || draft.get(name).is_null()) {
            continue;
        }
        let mut query = Query::all(owner);
        for name in set {
            query = query.is(name, draft.get(name).clone());
        }
        if let Some(row) = &draft.before {
            query = query.filter(Condition::Not(Box::new(Condition::is(owner.key, row.key_as_known_by(owner.model).clone()))));
        }
        if cx.store.exists(&query).await? {
            draft.invalid.add("non_field_errors", format!("The fields {} must make a unique set.", set.join(", ")));
        }
    }
    Ok(())
}
