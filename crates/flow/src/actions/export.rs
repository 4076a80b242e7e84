//! A flow as a file, with everything that belongs to it, as the blueprint format has it.

use std::sync::Arc;

use bytes::Bytes;
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;
use vestibule_engine::{Answer, Body, Context};
use vestibule_policies::{Policies, Policy};
use vestibule_resource::{Error, Kind, Model as _, Record, Resource, Result, Value};

use super::yaml;
use crate::{
    Stages,
    snapshot::{FlowAt, Snapshot},
};

/// Label of the prompts that stages ask with; they go into the file beside the stages.
const PROMPT: &str = "authentik_stages_prompt.prompt";

/// The file.
pub(super) async fn export(cx: &Context, flow: Option<Record>) -> Result<Answer> {
    let stages: &Stages = cx.service()?;
    let snapshot = stages.snapshot(cx).await?;
    let flow = flow.and_then(|flow| snapshot.flow(flow.key().as_uuid()?).cloned()).ok_or_else(|| Error::no_match("Flow"))?;
    let slug = flow.row.text("slug");
    let document = json!({
        "version": 1,
        "metadata": { "name": format!("Flow {slug}"), "labels": { "blueprints.goauthentik.io/generated": "true" } },
        "entries": entries(cx, &snapshot, &flow).await?,
    });
    let body = Body::Other("application/yaml", Bytes::from(yaml::write(&document)?));
    // A slug holds nothing that would need quoting here.
    Ok(Answer { status: 200, headers: vec![("content-disposition", format!("attachment; filename=\"{slug}.yaml\""))], body })
}

/// All objects of the file, each after those it refers to.
async fn entries(cx: &Context, snapshot: &Snapshot, flow: &FlowAt) -> Result<Vec<Json>> {
    let places: Vec<Record> = flow.after(None).map(|place| place.row.as_ref().clone()).collect();
    let stages = distinct(places.iter().filter_map(|place| snapshot.stage(place.uuid("stage")?)).map(|stage| stage.row.as_ref().clone()));
    let bindings = policy_bindings(cx, std::iter::once(flow.row.as_ref()).chain(&places)).await?;
    let prompts = linked(cx, &stages, PROMPT).await?;
    let mut policies = linked(cx, &stages, Policy::RESOURCE.model).await?;
    policies.extend(rows_of(cx, Policy::RESOURCE, bindings.iter().map(|binding| binding.get("policy").clone())).await?);
    let policies = concrete(cx, distinct(policies)).await?;

    let mut all = shown(cx, vec![flow.row.as_ref().clone()], &["slug"]).await?;
    all.extend(shown(cx, prompts, &["name"]).await?);
    all.extend(shown(cx, policies, &["name"]).await?);
    all.extend(shown(cx, stages, &["name"]).await?);
    all.extend(shown(cx, places, &["target", "stage", "order"]).await?);
    all.extend(shown(cx, bindings, &["policy", "target", "order"]).await?);
    Ok(all)
}

/// What is bound to these flows and places.
async fn policy_bindings(cx: &Context, targets: impl Iterator<Item = &Record>) -> Result<Vec<Record>> {
    let policies: &Policies = cx.service()?;
    let mut bindings = Vec::new();
    for target in targets.filter_map(|row| row.uuid("policybindingmodel_ptr_id")).collect::<Vec<Uuid>>() {
        bindings.extend(policies.bound_to(cx, target).await?.iter().map(|binding| binding.as_ref().clone()));
    }
    Ok(bindings)
}

/// The objects of that model that link fields of these rows lead to.
async fn linked(cx: &Context, rows: &[Record], model: &str) -> Result<Vec<Record>> {
    let Some(to) = cx.store.catalog().find(model) else { return Ok(Vec::new()) };
    let mut keys = Vec::new();
    for row in rows {
        for field in row.resource.all_fields() {
            if let Kind::Many(links) = field.kind
                && links.to == model
            {
                keys.extend(cx.store.links(&links, &[row.key().clone()]).await?.into_iter().map(|(_, theirs)| theirs));
            }
        }
    }
    Ok(distinct(rows_of(cx, to, keys.into_iter()).await?))
}

async fn rows_of(cx: &Context, resource: &'static Resource, keys: impl Iterator<Item = Value>) -> Result<Vec<Record>> {
    let rows = cx.store.rows(resource).await?;
    Ok(keys.filter_map(|key| rows.find(&key)).map(|row| Arc::unwrap_or_clone(Arc::clone(row))).collect())
}

/// The rows of the types that continue these base rows.
async fn concrete(cx: &Context, bases: Vec<Record>) -> Result<Vec<Record>> {
    let mut rows = Vec::new();
    for base in bases {
        let Some(resource) = cx.store.catalog().find(base.text("model")) else { continue };
        let link = resource.key_as_known_by(base.resource.model);
        rows.extend(cx.store.rows(resource).await?.all.iter().find(|row| row.get(link) == base.key()).map(|row| row.as_ref().clone()));
    }
    Ok(rows)
}

fn distinct(rows: impl IntoIterator<Item = Record>) -> Vec<Record> {
    let mut list: Vec<Record> = Vec::new();
    for row in rows {
        if list.iter().all(|known| known.key() != row.key()) {
            list.push(row);
        }
    }
    list
}

/// Entries of these rows, which are found again by their key and `identifiers`.
async fn shown(cx: &Context, rows: Vec<Record>, identifiers: &[&str]) -> Result<Vec<Json>> {
    let mut entries = Vec::new();
    for row in rows {
        let object = cx.api.show(cx, std::slice::from_ref(&row), None).await?.pop();
        let Some(Json::Object(object)) = object else { continue };
        let mut found_by = Map::from_iter([("pk".to_owned(), row.key().to_json())]);
        found_by.extend(identifiers.iter().map(|name| ((*name).to_owned(), row.get(name).to_json())));
        entries.push(json!({ "identifiers": found_by, "model": row.resource.model, "attrs": attributes(row.resource, object) }));
    }
    Ok(entries)
}

/// What a request could write again. Secrets are in no answer, so they are in no file either.
fn attributes(resource: &'static Resource, object: Map<String, Json>) -> Map<String, Json> {
    let written = |name: &str| resource.field(name).is_some_and(|field| field.writable()) && !name.ends_with("_set");
    object.into_iter().filter(|(name, _)| written(name)).collect()
}
