//! What an administrator sees of a flow while going through it.

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};
use uuid::Uuid;
use vestibule_core::{events::cleanse, users};
use vestibule_engine::{Answer, Context, Via};
use vestibule_resource::{Model as _, Record, Result};
use vestibule_secret::sha256_hex;

use crate::{Ahead, FlowStageBinding, PendingUser, Plan, Stages, keys, not_found, session, snapshot::Snapshot};

/// `/api/v3/flows/inspector/<slug>/`: the plans that the session went through and the present one. Only sessions see it, a bearer
/// token never does.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn inspect(cx: &Context, slug: &str) -> Result<Answer> {
    let stages: &Stages = cx.service()?;
    let snapshot = stages.snapshot(cx).await?;
    let in_session = cx.caller.identity().is_some_and(|identity| identity.via == Via::Session);
    let Some(flow) = snapshot.flow_by_slug(slug).filter(|_| in_session) else { return Ok(not_found()) };
    if !cx.may("authentik_flows.inspect_flow", &flow.row).await? {
        return Ok(not_found());
    }
    let (history, active) = (session::history(cx), session::plan(cx));
    let is_completed = active.is_none();
    let Some(current) = active.or_else(|| history.last().cloned()) else { return Ok(Answer::empty(400)) };
    let mut view = View::new(cx, &snapshot, history.iter().chain([&current])).await?;
    let mut plans = Vec::new();
    for plan in history {
        plans.push(view.plan(cx, plan).await?);
    }
    let body = json!({ "plans": plans, "current_plan": view.plan(cx, current).await?, "is_completed": is_completed });
    Ok(Answer::json(200, body).with("x-frame-options", "SAMEORIGIN"))
}

/// What plans refer to, read at once.
struct View<'a> {
    snapshot: &'a Snapshot,
    places: HashMap<Uuid, Json>,
    users: HashMap<i64, Json>,
    session: String,
}

impl<'a> View<'a> {
    async fn new(cx: &Context, snapshot: &'a Snapshot, plans: impl Iterator<Item = &Plan>) -> Result<Self> {
        let mut rows: HashMap<Uuid, Record> = HashMap::new();
        for plan in plans {
            let mut plan = plan.clone();
            plan.unroll(snapshot, 2);
            for key in plan.ahead.iter().take(2).filter_map(|ahead| ahead.binding) {
                if let Some(place) = snapshot.place(plan.flow, key) {
                    rows.insert(key, place.row.as_ref().clone());
                }
            }
        }
        let (keys, rows): (Vec<Uuid>, Vec<Record>) = rows.into_iter().unzip();
        debug_assert!(rows.iter().all(|row| row.resource.model == FlowStageBinding::RESOURCE.model));
        let places = keys.into_iter().zip(cx.api.show(cx, &rows, None).await?).collect();
        let key = cx.session.lock().key.clone().unwrap_or_default();
        Ok(View { snapshot, places, users: HashMap::new(), session: sha256_hex(key) })
    }

    async fn plan(&mut self, cx: &Context, mut plan: Plan) -> Result<Json> {
        plan.unroll(self.snapshot, 2);
        let mut ahead = plan.ahead.iter();
        let (current, next) = (self.place(ahead.next()), self.place(ahead.next()));
        Ok(json!({
            "current_stage": current,
            "next_planned_stage": next,
            "plan_context": self.context(cx, plan.context).await?,
            "session_id": self.session,
        }))
    }

    fn place(&self, ahead: Option<&Ahead>) -> Json {
        let shown = ahead.and_then(|ahead| ahead.binding).and_then(|key| self.places.get(&key)).cloned();
        // The contract's way of showing a place that is none: at the end, and for stages that exist only in the plan.
        shown.unwrap_or_else(|| {
            json!({
                "target": null, "stage": null, "evaluate_on_plan": false, "re_evaluate_policies": false, "order": null,
                "policy_engine_mode": null, "invalid_response_action": null,
            })
        })
    }

    /// What a plan knows, without secrets.
    async fn context(&mut self, cx: &Context, mut context: Map<String, Json>) -> Result<Map<String, Json>> {
        if let Some(user) = PendingUser::of(&context) {
            let shown = self.user(cx, user).await?;
            context.insert(keys::PENDING_USER.to_owned(), shown);
        }
        if let Some(data) = context.get_mut(keys::PROMPT_DATA) {
            cleanse(data);
        }
        Ok(context)
    }

    async fn user(&mut self, cx: &Context, user: PendingUser) -> Result<Json> {
        let pk = match user {
            PendingUser::Unsaved { username, email } => return Ok(json!({ "username": username, "pk": null, "email": email })),
            PendingUser::Saved { pk } => pk,
        };
        if let Some(shown) = self.users.get(&pk) {
            return Ok(shown.clone());
        }
        let row = users::get(&cx.store, pk).await?;
        let text = |name: &str| row.as_ref().map(|row| row.text(name).to_owned()).unwrap_or_default();
        let shown = json!({ "username": text("username"), "pk": pk, "email": text("email") });
        self.users.insert(pk, shown.clone());
        Ok(shown)
    }
}
