//! Permissions are numbers on the wire and labels in the database, where a person can read them.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks, type_name};
use vestibule_resource::{Model as _, Record, Result, Value};

use super::super::{Role, catalogue::Catalogue, grant::TOO_MUCH};

/// What is irregular about initial permissions.
pub(in super::super) struct InitialHooks;

impl Hooks for InitialHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            name_permissions(cx, draft)?;
            check_power(cx, draft).await
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let (catalogue, catalog) = (cx.service::<Catalogue>()?, cx.store.catalog());
            for (row, object) in rows.iter().zip(objects) {
                let known: Vec<_> = labels(row.get("permissions")).filter_map(|label| catalogue.find(catalog, label)).collect();
                object.insert("permissions".into(), known.iter().map(|permission| permission.id).collect());
                object.insert("permissions_obj".into(), known.iter().map(|permission| permission.to_json()).collect());
            }
            Ok(())
        })
    }
}

/// The labels that a column holds.
pub(super) fn labels(stored: &Value) -> impl Iterator<Item = &str> {
    stored.as_json().and_then(Json::as_array).into_iter().flatten().filter_map(Json::as_str)
}

/// Turns the numbers that were sent into labels.
fn name_permissions(cx: &Context, draft: &mut Draft) -> Result<()> {
    let Some(sent) = draft.sent("permissions").map(Value::to_json) else { return Ok(()) };
    let catalogue = cx.service::<Catalogue>()?.all(cx.store.catalog());
    let Json::Array(items) = &sent else {
        draft.invalid.add("permissions", format!("Expected a list of items but got type \"{}\".", type_name(&sent)));
        return Ok(());
    };
    let mut named: Vec<String> = Vec::new();
    for item in items {
        let number = item.as_i64().or_else(|| item.as_str()?.trim().parse().ok());
        match catalogue.iter().find(|known| Some(known.id) == number) {
            Some(known) if named.contains(&known.label()) => {}
            Some(known) => named.push(known.label()),
            None if number.is_some() => draft.invalid.add("permissions", format!("Invalid pk \"{item}\" - object does not exist.")),
            None => draft.invalid.add("permissions", format!("Incorrect type. Expected pk value, received {}.", type_name(item))),
        }
    }
    draft.set("permissions", Value::from(Json::from(named)));
    Ok(())
}

/// Who decides what a role gets must hold it everywhere, and be one who may give that role permissions.
async fn check_power(cx: &Context, draft: &mut Draft) -> Result<()> {
    let touched = draft.sent("permissions").is_some() || draft.sent("role").is_some();
    if !touched || cx.caller.superuser() || !draft.invalid.is_empty() {
        return Ok(());
    }
    let role = cx.store.get(Role::RESOURCE, draft.get("role").clone()).await?;
    let giver = match &role {
        Some(role) => cx.may("authentik_rbac.assign_role_permissions", role).await?,
        None => false,
    };
    if !giver {
        draft.invalid.add("role", TOO_MUCH);
    } else if !labels(draft.get("permissions")).all(|label| cx.holds(label)) {
        draft.invalid.add("permissions", TOO_MUCH);
    }
    Ok(())
}
