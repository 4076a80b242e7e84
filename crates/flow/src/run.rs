//! What a stage works with while a visitor is in it.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_core::users;
use vestibule_engine::{Context, Params};
use vestibule_resource::{Record, Result};

use crate::{
    Ahead, PendingUser, Plan, UserInfo, address, keys,
    planner::{self, Options, Planned},
    snapshot::Snapshot,
    user_info,
};

/// A visitor in a stage.
pub struct Run<'a> {
    /// The request: who asks, the database, the session.
    pub cx: &'a Context,
    /// The flow.
    pub flow: &'a Record,
    /// The present stage's place in the plan.
    pub here: Ahead,
    /// The plan. Stages read and write its context.
    pub plan: &'a mut Plan,
    /// The browser's own query string (`next`, `itoken` …), as the latest executor request wrapped it.
    pub query: &'a Params,
    /// That query string as text, for links that carry it on.
    pub query_text: &'a str,
    pub(crate) snapshot: &'a Snapshot,
}

impl Run<'_> {
    /// The pending user's row, freshly read; `None` when there is none, or they are not stored.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn pending_user(&self) -> Result<Option<Record>> {
        match self.plan.pending_user() {
            Some(PendingUser::Saved { pk }) => users::get(&self.cx.store, pk).await,
            Some(PendingUser::Unsaved { .. }) | None => Ok(None),
        }
    }

    /// Who the flow is about, as challenges show it.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn user_info(&self) -> Result<UserInfo> {
        user_info(self.cx, Some(self.plan)).await
    }

    /// Keeps a value in the plan's context.
    pub fn keep(&mut self, key: &str, value: impl Into<Json>) {
        self.plan.context.insert(key.to_owned(), value.into());
    }

    /// A value of the plan's context.
    pub fn known(&self, key: &str) -> Option<&Json> {
        self.plan.context.get(key)
    }

    /// Whether policies are bound to the place where the visitor is.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn is_guarded(&self) -> Result<bool> {
        let place = self.here.binding.and_then(|binding| self.snapshot.place(self.plan.flow, binding));
        let Some(target) = place.and_then(|place| place.row.uuid("policybindingmodel_ptr_id")) else { return Ok(false) };
        let policies: &vestibule_policies::Policies = self.cx.service()?;
        Ok(!policies.bound_to(self.cx, target).await?.is_empty())
    }

    /// The page of a flow, with the browser's own query string carried on; `None` when there is no such flow.
    pub fn address_of(&self, flow: Uuid) -> Option<String> {
        let flow = self.snapshot.flow(flow)?;
        Some(address::of_flow(flow.row.text("slug"), self.query_text))
    }

    /// Leaves this flow for another one, with all that is known or with nothing. Answers the page to send the visitor to, or
    /// `None` when the other flow does not let them in; then nothing has changed.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn change_flow(&mut self, to: Uuid, keep_context: bool) -> Result<Option<String>> {
        let Some(flow) = self.snapshot.flow(to) else { return Ok(None) };
        let mut context = if keep_context { self.plan.context.clone() } else { Map::new() };
        context.insert(keys::IS_REDIRECTED.to_owned(), self.flow.key().to_json());
        match planner::plan(self.cx, self.snapshot, flow, context, Options { empty: true, ..Options::FRESH }).await? {
            Planned::Plan(plan) => {
                *self.plan = plan;
                Ok(self.address_of(to))
            }
            Planned::Empty | Planned::NotApplicable(_) => Ok(None),
        }
    }

    /// The key of the flow with that slug.
    pub fn flow_by_slug(&self, slug: &str) -> Option<Uuid> {
        self.snapshot.flow_by_slug(slug).map(|flow| flow.key())
    }
}
