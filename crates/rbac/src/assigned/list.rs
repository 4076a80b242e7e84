//! The roles that hold permissions of a kind of object.

use serde_json::{Map, Value as Json, json};
use vestibule_core::roles::{Catalogue, ExtraRoleObjectPermission, Permission, Role, RolePermission, key_of};
use vestibule_engine::{Answer, Context, Page};
use vestibule_resource::{Error, Model as _, Record, Resource, Result, Value};
use vestibule_store::{Condition, Query};

use super::asked::kind;

/// `GET assigned_by_roles/?model=`: with `object_pk` those that hold one on that object, else those that hold one at all.
pub(super) async fn list(cx: &Context) -> Result<Answer> {
    let visible = cx.visible(Role::RESOURCE).await?;
    let params = &cx.request.params;
    let page = Page::read(params)?;
    let label = params.get("model").ok_or_else(|| Error::field("model", "This field is required."))?;
    let unknown = || Error::field("model", format!("Select a valid choice. {label} is not one of the available choices."));
    let resource = kind(cx, label).ok_or_else(unknown)?;
    let object = object(resource, params.get("object_pk").filter(|text| !text.is_empty()));
    let query = cx.narrowed(visible.filter(holders(resource, object.as_ref()))).await?;
    let (placed, roles) = page.rows(&cx.store, query).await?;
    Ok(placed.answer(shown(cx, resource, object.as_ref(), &roles).await?))
}

/// Which object is asked about: a text that is no key names none.
fn object(resource: &'static Resource, text: Option<&str>) -> Option<String> {
    text.map(|text| key_of(resource, text).map_or_else(String::new, |key| key.to_string()))
}

/// Permissions of a kind of object.
fn of_kind(resource: &'static Resource, object: Option<&String>) -> Condition {
    let about = Condition::is("object_model", resource.model);
    object.map_or(about.clone(), |key| about.and(Condition::is("object_pk", key.as_str())))
}

fn holders(resource: &'static Resource, object: Option<&String>) -> Condition {
    let named = |by: &'static str, holds| Condition::Named { path: "uuid".into(), by, column: "role", holds: Box::new(holds) };
    let on_objects = named(ExtraRoleObjectPermission::RESOURCE.model, of_kind(resource, object));
    match object {
        Some(_) => on_objects,
        None => Condition::Any(vec![on_objects, named(RolePermission::RESOURCE.model, everywhere(resource))]),
    }
}

/// Rows that give permissions on everything of a kind.
fn everywhere(resource: &'static Resource) -> Condition {
    let regular = ["add", "change", "delete", "view"].map(|verb| vestibule_engine::codename(resource, verb));
    let own = resource.permissions.iter().map(|codename| format!("{}.{codename}", resource.app()));
    Condition::In { path: "permission".into(), values: regular.into_iter().chain(own).map(Value::from).collect() }
}

/// The roles with what they hold, in two queries however many there are.
async fn shown(cx: &Context, resource: &'static Resource, object: Option<&String>, roles: &[Record]) -> Result<Vec<Json>> {
    let theirs = Condition::In { path: "role".into(), values: roles.iter().map(|role| role.key().clone()).collect() };
    let select = async |of: &'static Resource, which: Condition| {
        cx.store.select(&Query::all(of).filter(theirs.clone().and(which)).order("id")).await
    };
    let on_objects = select(ExtraRoleObjectPermission::RESOURCE, of_kind(resource, object)).await?;
    let on_all = select(RolePermission::RESOURCE, everywhere(resource)).await?;
    let (catalogue, catalog) = (cx.service::<Catalogue>()?, cx.store.catalog());
    let held = |rows: &[Record], role: &Record| -> Vec<Json> {
        let theirs = rows.iter().filter(|row| row.get("role") == role.key());
        theirs.filter_map(|row| Some(entry(row, catalogue.find(catalog, row.text("permission"))?))).collect()
    };
    let one = |role: &Record| {
        json!({
            "role_pk": role.key().to_string(), "name": role.text("name"),
            "object_permissions": held(&on_objects, role), "model_permissions": held(&on_all, role),
        })
    };
    Ok(roles.iter().map(one).collect())
}

/// A permission that a role holds; on an object, if the row names one.
fn entry(row: &Record, permission: &Permission) -> Json {
    let mut shown = Map::from_iter([
        ("id".to_owned(), row.key().to_json()),
        ("codename".to_owned(), permission.codename.as_str().into()),
        ("model".to_owned(), permission.model.into()),
        ("app_label".to_owned(), permission.app.into()),
        ("name".to_owned(), permission.name.as_str().into()),
    ]);
    if let Some(key) = row.get("object_pk").as_str() {
        shown.insert("object_pk".into(), key.into());
    }
    Json::Object(shown)
}
