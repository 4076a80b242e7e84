//! What the stage asks, and how it judges the answers.

use std::sync::Arc;

use serde::Serialize;
use serde_json::{Map, Value as Json};
use vestibule_core::users::User;
use vestibule_flow::{Ask, Asked, Errors, Form, PendingUser, Run, Verdict, keys};
use vestibule_resource::{Error, Kind, Many, Model as _, Record, Result};
use vestibule_store::Query;

use super::{
    PromptStage,
    check::{self, Page},
    evaluate::evaluate,
    policies,
    prompt::{Prompt, PromptType},
    resolve::Resolved,
};

/// `component` of the challenge, which the contract keeps beside the answers.
const COMPONENT: &str = "ak-stage-prompt";

/// What the visitor sees.
#[derive(Debug, Serialize)]
pub struct PromptChallenge {
    /// The questions, in order.
    fields: Vec<Resolved>,
}

/// Every answer was read, and the policies accepted them.
#[derive(Debug)]
pub struct Accepted(());

impl PromptChallenge {
    /// A page of these questions.
    pub(super) fn new(fields: Vec<Resolved>) -> Self {
        PromptChallenge { fields }
    }
}

impl Ask for PromptStage {
    const COMPONENT: &'static str = COMPONENT;
    type Challenge = PromptChallenge;
    type Proof = Accepted;

    async fn ask(&self, row: &Record, run: &mut Run<'_>) -> Result<Asked<PromptChallenge>> {
        Ok(Asked::Show(PromptChallenge::new(fields(row, run).await?)))
    }

    async fn answer(&self, row: &Record, run: &mut Run<'_>, form: Form) -> Result<Verdict<Accepted>> {
        if let Some(errors) = form.errors() {
            return Ok(Verdict::Again(errors));
        }
        let fields = fields(row, run).await?;
        let mut page = check::read(&fields, form.body());
        refuse_taken_names(run, &fields, &mut page).await?;
        if !page.errors.is_empty() {
            return Ok(Verdict::Again(page.errors));
        }
        if check::passwords_differ(&fields, &page.answers) {
            return Ok(Verdict::Again(Errors::non_field("Passwords don't match.")));
        }
        page.answers.entry("component").or_insert_with(|| Json::from(COMPONENT));
        if let Some(errors) = policies::refusal(row, run, &page.answers).await? {
            return Ok(Verdict::Again(errors));
        }
        run.plan.prompt_data().extend(page.answers);
        Ok(Verdict::Next(Accepted(())))
    }
}

/// The prompts of the stage as the visitor sees them, in order.
async fn fields(row: &Record, run: &Run<'_>) -> Result<Vec<Resolved>> {
    let nothing = Map::new();
    let known = run.known(keys::PROMPT_DATA).and_then(Json::as_object).unwrap_or(&nothing);
    let mut prompts = Vec::new();
    let rows = run.cx.store.rows(Prompt::RESOURCE).await?;
    for (_, key) in run.cx.store.links(&links("fields")?, &[row.key().clone()]).await? {
        if let Some(prompt) = rows.find(&key) {
            prompts.push(prompt.read::<Prompt>()?);
        }
    }
    prompts.sort_by_key(|prompt| prompt.order);
    let expressions = prompts.iter().any(|prompt| prompt.placeholder_expression || prompt.initial_value_expression);
    let user = if expressions { about(run).await? } else { None };
    let run_expression = |source: &str| evaluate(run.cx, user.clone(), source, known);
    Ok(prompts.iter().map(|prompt| Resolved::new(prompt, known, &run_expression)).collect())
}

/// Whom expressions are about: the user whom the flow is about, else who is logged in.
async fn about(run: &Run<'_>) -> Result<Option<Arc<Record>>> {
    let pending = run.pending_user().await?;
    Ok(pending.or_else(|| run.cx.caller.identity().map(|identity| identity.user.clone())).map(Arc::new))
}

/// The links behind a field of the stage.
pub(super) fn links(field: &str) -> Result<Many> {
    match PromptStage::RESOURCE.field(field).map(|field| field.kind) {
        Some(Kind::Many(links)) => Ok(links),
        _ => Err(Error::internal(format!("prompt stages have no links {field}"))),
    }
}

/// A name that somebody else has cannot be chosen; one's own can.
async fn refuse_taken_names(run: &Run<'_>, fields: &[Resolved], page: &mut Page) -> Result<()> {
    let own = match run.plan.pending_user() {
        Some(PendingUser::Saved { pk }) => Some(pk),
        Some(PendingUser::Unsaved { .. }) => None,
        None => run.cx.caller.user(),
    };
    for field in fields.iter().filter(|field| field.kind == PromptType::Username) {
        let Some(name) = page.answers.get(&field.field_key).and_then(Json::as_str).filter(|name| !name.is_empty()) else { continue };
        let taken = run.cx.store.first(&Query::all(User::RESOURCE).is("username", name).limit(1)).await?;
        if taken.is_some_and(|user| user.key().as_int() != own) {
            page.errors.add(&field.field_key, "Username is already taken.", "invalid");
        }
    }
    Ok(())
}
