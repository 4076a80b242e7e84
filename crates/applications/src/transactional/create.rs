//! Makes all that was asked for in one transaction.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context, Draft, codename};
use vestibule_policies::{PolicyBinding, PolicyBindingModel};
use vestibule_resource::{Error, Invalid, Model as _, Record, Resource, Result};
use vestibule_store::Transaction;

use super::request::Request;
use crate::{applications::Application, provider::PROVIDER};

/// Most bindings of one request.
const MOST_BINDINGS: usize = 100;

/// Everything, checked as if each were made on its own.
struct Drafts {
    provider: Draft,
    app: Draft,
    bindings: Vec<Draft>,
}

/// Checks all, then writes all.
pub(super) async fn create(cx: &Context, body: Json) -> Result<Answer> {
    let request = Request::read(cx, body)?;
    permitted(cx, &request)?;
    let drafts = drafts(cx, request).await?;
    let mut tx = cx.begin().await?;
    write(cx, &mut tx, drafts).await?;
    tx.commit().await?;
    Ok(Answer::json(200, json!({ "applied": true, "logs": [] })))
}

/// Nobody makes here what they may not make by itself.
fn permitted(cx: &Context, request: &Request) -> Result<()> {
    let binds = (!request.bindings.is_empty()).then_some(PolicyBinding::RESOURCE);
    let made: [Option<&'static Resource>; 3] = [Some(request.model), Some(Application::RESOURCE), binds];
    match made.into_iter().flatten().find(|resource| !cx.holds(&codename(resource, "add"))) {
        Some(resource) => Err(Error::Denied(format!("User lacks permission to create {}", resource.model))),
        None => Ok(()),
    }
}

async fn drafts(cx: &Context, request: Request) -> Result<Drafts> {
    let mut invalid = Invalid::default();
    let provider = noted(cx.draft(request.model, request.provider, &[]).await, "provider", &mut invalid)?;
    let app = noted(cx.draft(Application::RESOURCE, request.app, &["provider"]).await, "app", &mut invalid)?;
    let bindings = bindings(cx, request.bindings, &mut invalid).await?;
    invalid.check()?;
    match (provider, app) {
        (Some(provider), Some(app)) => Ok(Drafts { provider, app, bindings }),
        _ => Err(Error::internal("a request with errors was let through")),
    }
}

/// Errors of bindings stand in a list, one object for each, empty where nothing is wrong.
async fn bindings(cx: &Context, sent: Vec<Json>, invalid: &mut Invalid) -> Result<Vec<Draft>> {
    if sent.len() > MOST_BINDINGS {
        invalid.add("policy_bindings", format!("Ensure this field has no more than {MOST_BINDINGS} elements."));
        return Ok(Vec::new());
    }
    let (mut drafts, mut wrong) = (Vec::new(), Vec::new());
    for body in sent {
        match cx.draft(PolicyBinding::RESOURCE, body, &["target"]).await {
            Ok(draft) => {
                drafts.push(draft);
                wrong.push(json!({}));
            }
            Err(Error::Invalid(body)) => wrong.push(body),
            Err(other) => return Err(other),
        }
    }
    if drafts.len() < wrong.len() {
        invalid.nest("policy_bindings", Json::Array(wrong));
    }
    Ok(drafts)
}

/// What is wrong with a part is told under its name.
fn noted<T>(result: Result<T>, name: &str, invalid: &mut Invalid) -> Result<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(Error::Invalid(body)) => {
            invalid.nest(name, body);
            Ok(None)
        }
        Err(other) => Err(other),
    }
}

async fn write(cx: &Context, tx: &mut Transaction, drafts: Drafts) -> Result<()> {
    let provider = part(cx, tx, &drafts.provider, "provider").await?;
    let mut app = drafts.app;
    app.set("provider", provider.key_as_known_by(PROVIDER).clone());
    let app = part(cx, tx, &app, "app").await?;
    for mut binding in drafts.bindings {
        binding.set("target", app.key_as_known_by(PolicyBindingModel::RESOURCE.model).clone());
        part(cx, tx, &binding, "policy_bindings").await?;
    }
    Ok(())
}

/// Writes one part; the database's refusals too are told under its name.
async fn part(cx: &Context, tx: &mut Transaction, draft: &Draft, name: &str) -> Result<Record> {
    let mut invalid = Invalid::default();
    let row = noted(cx.insert(tx, draft).await, name, &mut invalid)?;
    invalid.check()?;
    row.ok_or_else(|| Error::internal("a part was refused without a reason"))
}
