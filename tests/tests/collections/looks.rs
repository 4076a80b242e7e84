//! What a filter or a search looks at: the values at a path, as they are seen from outside.

use serde_json::{Value as Json, json};
use vestibule_tests::Samples;

use crate::{leads, world::World};

/// How a filter compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Lookup {
    Exact,
    IgnoringCase,
    Contains,
    StartsWith,
    IsNull,
    Greater,
    Less,
    /// A member of an object, as JSON.
    Member,
    /// Only `true` means something.
    Flag,
}

/// Endings of filters, with what they mean.
const ENDINGS: &[(&str, Lookup)] = &[
    ("__iexact", Lookup::IgnoringCase),
    ("__icontains", Lookup::Contains),
    ("_startswith", Lookup::StartsWith),
    ("__isnull", Lookup::IsNull),
    ("__gt", Lookup::Greater),
    ("__lt", Lookup::Less),
];

/// Filters whose names do not say what they look at; `*` is every collection.
const NAMED: &[(&str, &str, &str, Lookup)] = &[
    ("lifecycle/rules", "content_type__model", "content_type.1", Lookup::Exact),
    ("*", "application__isnull", "assigned", Lookup::IsNull),
    ("*", "attributes", "attributes", Lookup::Member),
    ("*", "groups_by_name", "groups__name", Lookup::Exact),
    ("*", "groups_by_pk", "groups", Lookup::Exact),
    ("*", "identifier_in", "identifier", Lookup::Exact),
    ("*", "members_by_pk", "users", Lookup::Exact),
    ("*", "members_by_username", "users__username", Lookup::Exact),
    ("*", "providers_by_pk", "providers", Lookup::Exact),
    ("*", "roles_by_name", "roles__name", Lookup::Exact),
    ("*", "roles_by_pk", "roles", Lookup::Exact),
    ("*", "target_in", "target", Lookup::Exact),
    ("*", "content_type__app_label", "app_label", Lookup::Exact),
    ("*", "content_type__model", "model", Lookup::Exact),
    ("*", "rel_obj_content_type__app_label", "rel_obj_app_label", Lookup::Exact),
    ("*", "rel_obj_content_type__model", "rel_obj_model", Lookup::Exact),
    ("core/applications", "only_with_launch_url", "launched", Lookup::Flag),
    ("core/authenticated_sessions", "session__last_ip", "last_ip", Lookup::Exact),
    ("core/authenticated_sessions", "session__last_user_agent", "last_user_agent", Lookup::Exact),
    ("core/object_attributes", "object_type__app_label", "object_type.0", Lookup::Exact),
    ("core/object_attributes", "object_type__model", "object_type.1", Lookup::Exact),
    ("crypto/certificatekeypairs", "has_key", "private_key_available", Lookup::Exact),
    ("events/events", "action", "action", Lookup::Contains),
    ("events/events", "actions", "action", Lookup::Exact),
    ("events/events", "brand_name", "brand__name", Lookup::Exact),
    ("events/events", "username", "named", Lookup::Exact),
    ("events/events", "context_authorized_app", "context__authorized_application__pk", Lookup::Exact),
    ("events/events", "context_device", "context__device__pk", Lookup::Exact),
    ("events/events", "context_model_app", "context__model__app", Lookup::Exact),
    ("events/events", "context_model_name", "context__model__model_name", Lookup::Exact),
    ("events/events", "context_model_pk", "context__model__pk", Lookup::Exact),
    ("policies/all", "bindings__isnull", "bound", Lookup::IsNull),
    ("rac/connection_tokens", "session__user", "user", Lookup::Exact),
    ("rbac/permissions/roles", "uuid", "role", Lookup::Exact),
];

/// Path and comparison of a filter.
pub(crate) fn look(collection: &str, param: &str) -> (String, Lookup) {
    let known = NAMED.iter().find(|(here, name, ..)| (*here == "*" || *here == collection) && *name == param);
    if let Some((_, _, path, lookup)) = known {
        return ((*path).to_owned(), *lookup);
    }
    let ending = ENDINGS.iter().find_map(|(ending, lookup)| Some((param.strip_suffix(ending)?.to_owned(), *lookup)));
    ending.unwrap_or((param.to_owned(), Lookup::Exact))
}

/// The values at a path of an object; `None` when they cannot be seen.
pub(crate) fn values(world: &World, collection: &str, object: &Json, path: &str) -> Option<Vec<Json>> {
    if let Some(values) = elsewhere(world, collection, object, path) {
        return Some(values);
    }
    if let Some((name, part)) = path.split_once('.') {
        return Some(vec![json!(object[name].as_str()?.split('.').nth(part.parse().unwrap())?)]);
    }
    if let Some(value) = object.get(path) {
        return Some(several(value));
    }
    if let Some(values) = world.hidden(collection, path, object) {
        return Some(values);
    }
    let Some((relation, rest)) = path.split_once("__") else {
        return own_key(object, path);
    };
    // Events hold what was, not what is.
    if collection == "events/events" {
        return Some(several(object.pointer(&format!("/{}", path.replace("__", "/"))).unwrap_or(&Json::Null)));
    }
    let near = near(world, collection, object, relation, rest)?;
    let found = near.iter().map(|(there, near)| values(world, there, near, rest));
    found.collect::<Option<Vec<_>>>().map(|all| all.concat())
}

fn several(value: &Json) -> Vec<Json> {
    match value {
        Json::Null => vec![],
        Json::Array(all) => all.clone(),
        other => vec![other.clone()],
    }
}

/// A key goes by several names: that of its column, or `pk`.
fn own_key(object: &Json, path: &str) -> Option<Vec<Json>> {
    let by = if path == "pbm_uuid" && object.get("policybindingmodel_ptr_id").is_some() { "policybindingmodel_ptr_id" } else { "pk" };
    let is_key = path.ends_with("uuid") || path == "id" || path == "pk";
    is_key.then(|| object.get(by).or(object.get("id")).or(object.get("uuid"))).flatten().map(several)
}

/// The objects that a relation leads to, each with its collection: as they stand in the object, or as they are listed.
fn near(world: &World, collection: &str, object: &Json, relation: &str, rest: &str) -> Option<Vec<(String, Json)>> {
    let there = leads::to(collection, relation).unwrap_or_default();
    if collection.starts_with("providers/") && relation == "application" {
        let own = world.objects(&there).iter().filter(|application| application["provider"] == object["pk"]);
        return Some(own.map(|application| (there.clone(), application.clone())).collect());
    }
    let shown = [format!("{relation}_obj"), format!("{relation}s_obj"), relation.to_owned()];
    for value in shown.iter().filter_map(|name| object.get(name)) {
        let all = several(value);
        // What is shown of it may not be all.
        if all.iter().all(|one| one.is_object() && (one.get(rest).is_some() || found(world, &there, &key(one)).is_none())) {
            return Some(all.into_iter().map(|one| (there.clone(), one)).collect());
        }
        let listed: Option<Vec<_>> = all.iter().map(|one| Some((there.clone(), found(world, &there, &key(one))?))).collect();
        if listed.is_some() {
            return listed;
        }
    }
    None
}

/// The key of an object, or what is one already.
pub(crate) fn key(value: &Json) -> Json {
    Samples::key_in(value).map_or_else(|| value.clone(), |name| value[name].clone())
}

/// An object with that key, also where the collection is one of several of its kind.
fn found(world: &World, there: &str, key: &Json) -> Option<Json> {
    let all =
        [there, "sources/all", "providers/all", "stages/all", "policies/all", "propertymappings/all", "outposts/service_connections/all"];
    all.iter().find_map(|collection| world.find(collection, key)).cloned()
}

/// Providers that work behind the scenes.
const BEHIND: &[&str] = &[
    "ak-provider-ldap-form",
    "ak-provider-scim-form",
    "ak-provider-google-workspace-form",
    "ak-provider-microsoft-entra-form",
    "ak-provider-ssf-form",
];

/// What an object does not show itself, but others show of it.
fn elsewhere(world: &World, collection: &str, object: &Json, path: &str) -> Option<Vec<Json>> {
    let applications = |field: &str| {
        let of = |application: &&Json| several(&application[field]).contains(&object["pk"]);
        let own = world.objects("core/applications").iter().filter(of);
        Some(own.map(|application| application["pk"].clone()).collect())
    };
    let holders = |there: &str| {
        let holds = |holder: &&Json| several(&holder["roles"]).contains(&object["pk"]);
        world.objects(there).iter().filter(holds).map(|holder| holder["pk"].clone()).collect()
    };
    let named = |field: &str| Some(several(&object[field]).into_iter().filter(|value| *value != json!("")).collect::<Vec<Json>>());
    match (collection, path) {
        ("core/application_entitlements/requestable", _) if object.get(path).is_none() => {
            let whole = world.find("core/application_entitlements", &object["pbm_uuid"])?;
            values(world, "core/application_entitlements", whole, path)
        }
        (_, "assigned") => {
            let ends = [
                applications("provider"),
                applications("backchannel_providers"),
                world.hidden(collection, "backchannel_application", object),
            ];
            Some(ends.into_iter().flatten().flatten().collect())
        }
        ("events/events", "named") => {
            let both = ["/user/username", "/context/username"].into_iter().filter_map(|place| object.pointer(place));
            Some(both.cloned().collect())
        }
        ("core/applications", "launched") => Some(vec![json!(!named("launch_url")?.is_empty())]),
        ("providers/all", "backchannel") => {
            let hidden = world.hidden(collection, "is_backchannel", object).unwrap_or_default();
            Some(vec![json!(!hidden.is_empty() || BEHIND.contains(&object["component"].as_str()?))])
        }
        (_, "uid") if collection.starts_with("tasks/") => Some(vec![json!(object["uid"].as_str()?.split_once(':')?.1)]),
        ("reports/exports", "content_model") => {
            let kind = &object["content_type"];
            Some(vec![json!(format!("{}.{}", kind["app_label"].as_str()?, kind["model"].as_str()?))])
        }
        ("rbac/roles", "users") => Some(holders("core/users")),
        ("rbac/roles", "groups") => Some(holders("core/groups")),
        ("stages/invitation/stages", "no_flows") => Some(vec![json!(several(&object["flow_set"]).is_empty())]),
        ("policies/bindings", "target") => {
            let of = |flow: &&Json| flow["pk"] == object["target"];
            let flows = world.objects("flows/instances").iter().chain(world.objects("flows/bindings"));
            let flow = flows.into_iter().find(of).map(|flow| flow["policybindingmodel_ptr_id"].clone());
            Some(vec![flow.unwrap_or_else(|| object["target"].clone())])
        }
        (_, "application") if collection.starts_with("providers/") => applications("provider"),
        (_, "backchannel_application") if collection.starts_with("providers/") => applications("backchannel_providers"),
        ("policies/all", "bound") => {
            let bindings = world.objects("policies/bindings").iter().chain(world.objects("endpoints/device_bindings"));
            Some(bindings.filter(|binding| binding["policy"] == object["pk"]).map(|binding| binding["pk"].clone()).collect())
        }
        ("policies/all", "promptstage") => {
            let stages = world.objects("stages/prompt/stages").iter();
            Some(
                stages
                    .filter(|stage| several(&stage["validation_policies"]).contains(&object["pk"]))
                    .map(|stage| stage["pk"].clone())
                    .collect(),
            )
        }
        ("sources/oauth", "has_jwks") => Some(vec![json!(object["oidc_jwks"].as_object().is_some_and(|keys| !keys.is_empty()))]),
        ("flows/bindings", "policies") => {
            let own = |binding: &&Json| [&object["policybindingmodel_ptr_id"], &object["pk"]].contains(&&binding["target"]);
            Some(world.objects("policies/bindings").iter().filter(own).flat_map(|binding| several(&binding["policy"])).collect())
        }
        _ => None,
    }
}
