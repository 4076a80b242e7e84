//! Every order of every list: ascending and descending give different, right answers.

use std::cmp::Ordering;

use serde_json::Value as Json;
use vestibule_tests::{App, Document};

use crate::{
    filters::moment,
    world::{List, World, all, text},
};

/// What is shown but not stored in the object, so that no list can be ordered by it.
const NOT_STORED: &[&str] = &[
    "app_label_verbose",
    "auth_oauth_token_expires",
    "auth_oauth_token_last_updated",
    "auth_oauth_url_callback",
    "auth_oauth_url_start",
    "cache_count",
    "chrome_url",
    "connectivity",
    "current",
    "is_expired",
    "private_key_available",
    "refresh_interval_s",
    "ssf_url",
    "url_slo_post",
    "url_slo_redirect",
    "url_sso_init",
    "url_sso_post",
    "url_sso_redirect",
    "url_unified",
    "url_unified_init",
    "url_wsfed",
    "user_can_review",
    "assigned_application_name",
    "assigned_application_slug",
    "assigned_backchannel_application_name",
    "assigned_backchannel_application_slug",
    "avatar",
    "background_url",
    "bound_to",
    "callback_url",
    "certificate_download_url",
    "component",
    "export_url",
    "icon_url",
    "last_task_status",
    "launch_url",
    "meta_icon_url",
    "meta_model_name",
    "mode_verbose",
    "model_verbose",
    "num_pk",
    "object_admin_url",
    "object_description",
    "object_verbose",
    "private_key_download_url",
    "root_url",
    "target_verbose",
    "token_identifier",
    "uid",
    "url_download_metadata",
    "url_issuer",
    "verbose_name",
    "verbose_name_plural",
];

/// The same in one collection.
const NOT_STORED_HERE: &[(&str, &str, &str)] = &[
    ("core/users", "is_superuser", "groups say"),
    ("core/application_entitlements/requestable", "label", "the entitlement has it as its name"),
    ("lifecycle/iterations/open", "state", "they are all pending"),
    ("outposts/ldap", "application_slug", "the application has it"),
    ("outposts/ldap", "bind_flow_slug", "the flow has it"),
    ("outposts/ldap", "unbind_flow_slug", "the flow has it"),
    ("outposts/proxy", "access_token_validity", "it is counted in seconds from a text"),
    ("outposts/proxy", "client_secret", "secrets order nothing"),
    ("outposts/proxy", "cookie_secret", "secrets order nothing"),
    ("outposts/radius", "application_slug", "the application has it"),
    ("outposts/radius", "auth_flow_slug", "the flow has it"),
    ("policies/bindings", "target", "it is ordered by the key as a target, and shows that of the object"),
    ("rbac/permissions/assigned_by_roles", "role_pk", "the role has it by another name"),
    ("rbac/permissions/roles", "app_label", "the permission has it"),
    ("rbac/permissions/roles", "codename", "the permission has it"),
    ("rbac/permissions/roles", "model", "the permission has it"),
    ("rbac/permissions/roles", "name", "the permission has it"),
    ("requests/grant-requests", "is_active", "it follows from when it was granted"),
    ("requests/grant-requests/pending_review", "is_active", "it follows from when it was granted"),
    ("requests/grant-requests/pending_review", "status", "they are all pending"),
    ("reports/exports", "file_url", "it is made of the file's name"),
    ("tasks/schedules", "description", "the server knows it of each actor"),
    ("tasks/tasks", "description", "the server knows it of each actor"),
];

pub(crate) async fn an_order_sorts_and_its_opposite_sorts_the_other_way(app: &'static App) {
    let world = World::of(app).await;
    let (mut wrong, mut tried, mut untried) = (Vec::new(), 0, Vec::new());
    for list in &world.lists {
        for field in fields(world, app.document().await, list) {
            let place = format!("{}?ordering={field}", list.path);
            let mut different: Vec<Json> = column(world.objects(&list.path), field);
            different.sort_by_key(ToString::to_string);
            different.dedup();
            if different.len() < 2 {
                untried.push(place);
                continue;
            }
            tried += 1;
            let up = all(app, &list.path, &format!("&ordering={field}")).await.unwrap_or_else(|answer| panic!("{answer}"));
            let down = all(app, &list.path, &format!("&ordering=-{field}")).await.unwrap_or_else(|answer| panic!("{answer}"));
            let (up, mut down) = (column(&up, field), column(&down, field));
            down.reverse();
            if up != down || !sorted(&up) {
                wrong.push(format!(
                    "{place}: {:?} and {:?}",
                    up.iter().take(5).collect::<Vec<_>>(),
                    down.iter().take(5).collect::<Vec<_>>()
                ));
            }
        }
    }
    println!("{tried} orders tried, {} not", untried.len());
    assert!(
        wrong.is_empty() && untried.is_empty(),
        "{} of {tried} orders:\n{}\nnot tried:\n{}",
        wrong.len(),
        wrong.join("\n"),
        untried.join("\n")
    );
}

/// The fields with one value each, by which a list can be ordered.
fn fields<'a>(world: &World, document: &Document, list: &'a List) -> Vec<&'a str> {
    let objects = world.objects(&list.path);
    let named = list.item["properties"].as_object().into_iter().flatten().map(|(name, _)| name.as_str());
    let single =
        |name: &&str| objects.iter().all(|object| object[*name].is_null() || object[*name] == "" || text(&object[*name]).is_some());
    let kind = |name: &str| document.resolve(&list.item["properties"][name])["type"].clone();
    let plain = |name: &&str| kind(name) != "array" && kind(name) != "object" && !name.ends_with("_obj");
    let here = |name: &&str| !NOT_STORED_HERE.iter().any(|(path, field, _)| *path == list.path && field == name);
    named.filter(|name| !NOT_STORED.contains(name)).filter(here).filter(plain).filter(single).collect()
}

fn column(objects: &[Json], field: &str) -> Vec<Json> {
    objects.iter().map(|object| object[field].clone()).collect()
}

/// Ascending, with nulls after everything else.
fn sorted(values: &[Json]) -> bool {
    values.windows(2).all(|two| compare(&two[0], &two[1]) != Ordering::Greater)
}

fn compare(one: &Json, other: &Json) -> Ordering {
    match (one, other) {
        (Json::Null, Json::Null) => Ordering::Equal,
        (Json::Null, _) => Ordering::Greater,
        (_, Json::Null) => Ordering::Less,
        (Json::Bool(one), Json::Bool(other)) => one.cmp(other),
        (Json::Number(one), Json::Number(other)) => one.as_f64().partial_cmp(&other.as_f64()).unwrap(),
        _ => moment(one.as_str().unwrap_or_default()).cmp(&moment(other.as_str().unwrap_or_default())),
    }
}
