//! Why somebody passes somewhere, or was turned away.

use serde_json::{Value as Json, json};
use vestibule_applications::{Application, explain_access};
use vestibule_core::users::User;
use vestibule_engine::{Answer, Context, codename};
use vestibule_flow::{Flow, explain_flow};
use vestibule_policies::{Policy, PolicyBinding};
use vestibule_resource::{Error, Model as _, Record, Resource, Result, Value};

/// `GET explain/?user=<pk>&application=<slug>` or `&flow=<slug>`: the decision about a user, tried now.
pub(super) async fn tried(cx: &Context) -> Result<Answer> {
    sees_policies(cx)?;
    let params = &cx.request.params;
    let given = |name: &'static str| params.get(name).filter(|text| !text.is_empty());
    let user = given("user").ok_or_else(|| Error::field("user", "This field is required."))?;
    let user = cx.object(User::RESOURCE, user).await?.key().as_int().unwrap_or_default();
    match (given("application"), given("flow")) {
        (Some(slug), None) => {
            let application = cx.object(Application::RESOURCE, slug).await?;
            Ok(Answer::json(200, json!({ "decision": explain_access(cx, &application, user).await? })))
        }
        (None, Some(slug)) => {
            let flow = cx.object(Flow::RESOURCE, slug).await?;
            let tree = explain_flow(cx, flow.text("slug"), user).await?;
            Ok(Answer::json(200, tree.ok_or_else(|| Error::no_match(Flow::RESOURCE.name))?))
        }
        _ => Err(Error::non_field("Name either an application or a flow.")),
    }
}

/// `GET explain/<code>/`: why a visitor was turned away who was shown this code.
pub(super) async fn kept(cx: &Context) -> Result<Answer> {
    sees_policies(cx)?;
    let unknown = || Error::NotFound("No denial is kept under this code. They are kept for seven days.".into());
    let denial = vestibule_policies::denial(cx, &cx.segment("code")).await?.ok_or_else(unknown)?;
    let tree = denial.json("tree");
    if !cx.caller.superuser() && !sees_both(cx, &denial, tree).await? {
        return Err(unknown());
    }
    let created = denial.time("created").map(|created| created.to_string());
    Ok(Answer::json(200, json!({ "code": cx.segment("code"), "created": created, "decision": tree })))
}

/// Whoever is told what policies say holds the right to see all of them and where they are bound.
fn sees_policies(cx: &Context) -> Result<()> {
    let sees = |resource: &'static Resource| cx.holds(&codename(resource, "view"));
    if cx.caller.superuser() || (sees(Policy::RESOURCE) && sees(PolicyBinding::RESOURCE)) { Ok(()) } else { Err(Error::denied()) }
}

/// Whether the caller sees who was turned away and where. A visitor whom nobody knows is seen by administrators alone, and so is
/// a target that is gone.
async fn sees_both(cx: &Context, denial: &Record, tree: &Json) -> Result<bool> {
    let text = |name: &str| tree.pointer(&format!("/target/{name}")).and_then(Json::as_str).unwrap_or_default();
    let Some(resource) = cx.store.catalog().find(&format!("{}.{}", text("app"), text("model_name"))) else { return Ok(false) };
    let Ok(key) = uuid::Uuid::try_parse(text("pk")) else { return Ok(false) };
    let Some(target) = cx.store.get(resource, Value::Uuid(key)).await? else { return Ok(false) };
    let Some(user) = denial.get("user").as_int() else { return Ok(false) };
    let Some(user) = vestibule_core::users::get(&cx.store, user).await? else { return Ok(false) };
    Ok(cx.may(&codename(resource, "view"), &target).await? && cx.may(&codename(User::RESOURCE, "view"), &user).await?)
}
