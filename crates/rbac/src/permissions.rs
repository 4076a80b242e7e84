//! Every permission that there is, as a list.

use serde_json::Value as Json;
use vestibule_core::roles::{Catalogue, Permission, Role, held_by};
use vestibule_engine::{Answer, Context, Need, Page, Params, Schema, Standalone, found};
use vestibule_resource::{Error, Model as _, Result};

/// The list, and one of it.
pub(crate) const OPERATIONS: &[Standalone] = &[
    Standalone {
        path: "rbac/permissions",
        method: "GET",
        id: "rbac_permissions_list",
        tag: "rbac",
        need: Need::Login,
        schema: Schema { params: include_str!("permissions.json"), ..Schema::answers("PaginatedPermissionList") },
        negotiates: false,
        run: |cx, _, _| Box::pin(list(cx)),
    },
    Standalone {
        path: "rbac/permissions/{id}",
        method: "GET",
        id: "rbac_permissions_retrieve",
        tag: "rbac",
        need: Need::Login,
        schema: Schema {
            params: r#"[{"in": "path", "name": "id", "schema": {"type": "integer"}, "required": true}]"#,
            ..Schema::answers("Permission")
        },
        negotiates: false,
        run: |cx, _, _| Box::pin(retrieve(cx)),
    },
];

async fn list(cx: &Context) -> Result<Answer> {
    admit(cx).await?;
    let params = &cx.request.params;
    let page = Page::read(params)?;
    let held = of_role(cx).await?;
    let all = cx.service::<Catalogue>()?.all(cx.store.catalog());
    let fits =
        |permission: &&Permission| fits(permission, params) && held.as_ref().is_none_or(|labels| labels.contains(&permission.label()));
    let mut wanted: Vec<&Permission> = all.iter().filter(fits).collect();
    order(&mut wanted, params.get("ordering").unwrap_or_default());
    let (placed, shown) = page.items(wanted)?;
    Ok(placed.answer(shown.into_iter().map(Permission::to_json).collect()))
}

async fn retrieve(cx: &Context) -> Result<Answer> {
    admit(cx).await?;
    let id: Option<i64> = cx.segment("id").parse().ok();
    let all = cx.service::<Catalogue>()?.all(cx.store.catalog());
    let known = all.iter().find(|permission| Some(permission.id) == id).ok_or_else(|| Error::no_match("Permission"))?;
    Ok(Answer::json(200, known.to_json()))
}

/// Who sees a role may see what a role can hold.
async fn admit(cx: &Context) -> Result<()> {
    cx.visible(Role::RESOURCE).await.map(|_| ())
}

fn fits(permission: &Permission, params: &Params) -> bool {
    let is = |param: &str, value: &str| params.get(param).is_none_or(|wanted| wanted.is_empty() || wanted == value);
    is("codename", &permission.codename)
        && is("content_type__model", permission.model)
        && is("content_type__app_label", permission.app)
        && found(params, &[&permission.name, &permission.codename, permission.model, permission.app])
}

/// What the role holds everywhere that the parameter `role` names.
async fn of_role(cx: &Context) -> Result<Option<Vec<String>>> {
    let Some(text) = cx.request.params.get("role").filter(|text| !text.is_empty()) else { return Ok(None) };
    let role = cx.object(Role::RESOURCE, text).await.map_err(|error| match error {
        Error::NotFound(_) => Error::field("role", "Select a valid choice. That choice is not one of the available choices."),
        other => other,
    })?;
    held_by(&cx.store, std::slice::from_ref(role.key())).await.map(Some)
}

/// By name as they come; else by what is asked for.
fn order(permissions: &mut [&Permission], asked: &str) {
    let (name, descending) = asked.strip_prefix('-').map_or((asked, false), |name| (name, true));
    let value = |permission: &Permission| match (name, permission.to_json()) {
        ("id", _) => Some(format!("{:010}", permission.id)),
        (_, Json::Object(shown)) => shown.get(name).and_then(Json::as_str).map(str::to_owned),
        _ => None,
    };
    permissions.sort_by_cached_key(|permission| value(permission));
    if descending {
        permissions.reverse();
    }
}
