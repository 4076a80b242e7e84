//! Filters of a list: from query parameters to a condition.

use serde_json::Value as Json;
use vestibule_resource::{Catalog, Error, Field, Filter, Hop, Kind, Lookup, Path, Result, Value};
use vestibule_store::{Condition, Op, Query};

use crate::{Context, Endpoint, Hooks as _, parse};

/// The condition that all filters of a request make together. Unknown parameters are ignored.
///
/// # Errors
/// `Invalid` for a value that cannot be one.
pub(crate) async fn condition(cx: &Context, endpoint: &Endpoint) -> Result<Condition> {
    let mut all = Condition::True;
    for filter in endpoint.resource.filters {
        let values: Vec<&str> = cx.request.params.all(filter.param).filter(|value| !value.is_empty()).collect();
        if !values.is_empty() {
            all = all.and(one(cx, endpoint, filter, &values).await?);
        }
    }
    for (param, value) in cx.request.params.pairs() {
        if endpoint.resource.filters.iter().all(|filter| filter.param != param)
            && let Some(condition) = endpoint.hooks.filter(cx, param, value).await?
        {
            all = all.and(condition);
        }
    }
    Ok(all)
}

async fn one(cx: &Context, endpoint: &Endpoint, filter: &Filter, values: &[&str]) -> Result<Condition> {
    let catalog: &Catalog = cx.store.catalog();
    let path = catalog.path(endpoint.resource, filter.path);
    let path = path.ok_or_else(|| Error::internal(format!("{}: filter path {} leads nowhere", endpoint.resource.model, filter.path)))?;
    let last = values.last().copied().unwrap_or_default();
    // Who may look at objects could find a secret out by asking often enough.
    if matches!(path.field.kind, Kind::Secret) {
        return Err(Error::field(filter.param, "Secrets cannot be searched for."));
    }
    match filter.lookup {
        Lookup::Attributes => attributes(filter, last),
        Lookup::IsNull => Ok(is_null(filter, last)),
        Lookup::IExact => Ok(Condition::compare(filter.path, Op::EqIgnoreCase, last)),
        Lookup::IContains => Ok(Condition::compare(filter.path, Op::Contains, last)),
        Lookup::StartsWith => Ok(Condition::compare(filter.path, Op::StartsWith, last)),
        Lookup::Gt => compare(filter, &path, Op::Gt, last),
        Lookup::Lt => compare(filter, &path, Op::Lt, last),
        Lookup::In => any_of(filter, &path, values),
        Lookup::Exact => exact(cx, filter, &path, values).await,
    }
}

fn is_null(filter: &Filter, text: &str) -> Condition {
    let null = Condition::Null { path: filter.path.to_owned() };
    match parse::flag(text) {
        Some(true) => null,
        Some(false) => Condition::Not(Box::new(null)),
        None => Condition::True,
    }
}

async fn exact(cx: &Context, filter: &Filter, path: &Path, values: &[&str]) -> Result<Condition> {
    match path.field.kind {
        // A boolean that is none is ignored, as in the contract's server.
        Kind::Bool => Ok(values.last().and_then(|text| parse::flag(text)).map_or(Condition::True, |yes| boolean(filter, path, yes))),
        Kind::Ref(link) => {
            let key = key_of(cx, filter, link.to, values.last().copied().unwrap_or_default()).await?;
            Ok(Condition::is(filter.path, key))
        }
        Kind::Many(links) => {
            let mut any = Vec::new();
            for text in values {
                let key = key_of(cx, filter, links.to, text).await?;
                let linked_key = cx.store.catalog().find(links.to).map_or("pk", |to| to.key);
                any.push(Condition::is(&format!("{}__{linked_key}", filter.path), key));
            }
            Ok(Condition::Any(any))
        }
        _ => compare(filter, path, Op::Eq, values.last().copied().unwrap_or_default()),
    }
}

/// Over links, false means that no linked object says true: somebody in no group is not in one of superusers.
fn boolean(filter: &Filter, path: &Path, yes: bool) -> Condition {
    let several = path.hops.iter().any(|hop| matches!(hop, Hop::Many { .. }));
    if several && !yes { Condition::Not(Box::new(Condition::is(filter.path, true))) } else { Condition::is(filter.path, yes) }
}

/// The key of an object that a filter names; it must exist.
async fn key_of(cx: &Context, filter: &Filter, model: &str, text: &str) -> Result<Value> {
    let unknown = || Error::field(filter.param, "Select a valid choice. That choice is not one of the available choices.");
    let resource = cx.store.catalog().find(model).ok_or_else(unknown)?;
    let key = resource.field(resource.key).ok_or_else(unknown)?;
    let value = parse::from_text(key, text).ok_or_else(|| match key.kind {
        Kind::Uuid => Error::field(filter.param, format!("“{text}” is not a valid UUID.")),
        _ => unknown(),
    })?;
    let found = cx.store.first(&Query::all(resource).is(resource.key, value.clone()).limit(1)).await?;
    found.map(|_| value).ok_or_else(unknown)
}

fn any_of(filter: &Filter, path: &Path, values: &[&str]) -> Result<Condition> {
    let values: Result<Vec<Value>> = values.iter().map(|text| value(filter, path.field, text)).collect();
    Ok(Condition::In { path: filter.path.to_owned(), values: values? })
}

fn compare(filter: &Filter, path: &Path, op: Op, text: &str) -> Result<Condition> {
    Ok(Condition::compare(filter.path, op, value(filter, path.field, text)?))
}

/// A value for a filter.
fn value(filter: &Filter, field: &Field, text: &str) -> Result<Value> {
    let wrong = |message: String| Err(Error::field(filter.param, message));
    if text.contains('\0') {
        return wrong("Null characters are not allowed.".into());
    }
    if let Kind::Choice(choices) = field.kind
        && !choices.contains(text)
    {
        return wrong(format!("Select a valid choice. {text} is not one of the available choices."));
    }
    if let Some(value) = parse::from_text(field, text) {
        return Ok(value);
    }
    wrong(match field.kind {
        Kind::Uuid => "Enter a valid UUID.".into(),
        Kind::Int { .. } | Kind::Float => "Enter a number.".into(),
        Kind::Time => "Enter a valid date/time.".into(),
        _ => format!("Select a valid choice. {text} is not one of the available choices."),
    })
}

/// Most members of a filter, and most levels of one: a query must not grow without bound.
const MOST_MEMBERS: usize = 32;

/// Every member of the JSON object must be found in the field.
fn attributes(filter: &Filter, text: &str) -> Result<Condition> {
    let parsed: Option<Json> = serde_json::from_str(text).ok();
    let Some(Json::Object(members)) = parsed else {
        return Err(Error::field(filter.param, "Value must be a valid JSON object."));
    };
    if members.len() > MOST_MEMBERS || members.keys().any(|name| name.split("__").count() > MOST_MEMBERS) {
        return Err(Error::field(filter.param, format!("Ensure this value has no more than {MOST_MEMBERS} members.")));
    }
    let member = |(name, value): (String, Json)| {
        let mut keys: Vec<String> = name.split("__").map(str::to_owned).collect();
        let op = match keys.last().map(String::as_str) {
            Some("contains" | "icontains") if keys.len() > 1 => Op::Contains,
            Some("startswith") if keys.len() > 1 => Op::StartsWith,
            Some("iexact") if keys.len() > 1 => Op::EqIgnoreCase,
            _ => Op::Eq,
        };
        if op != Op::Eq {
            keys.pop();
        }
        Condition::Member { path: filter.path.to_owned(), keys, op, value }
    };
    Ok(members.into_iter().map(member).fold(Condition::True, Condition::and))
}
