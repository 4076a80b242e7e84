//! Entering a flow: who may, and which stages lie ahead.

use serde_json::{Map, Value as Json};
use vestibule_core::groups::{GROUPS_OF_USER, Group, PARENTS};
use vestibule_engine::Context;
use vestibule_policies::{Policies, PolicyBinding, PolicyResult};
use vestibule_resource::{Model as _, Record, Result, Word as _};

use crate::{
    Authentication, Designation, Judged, PendingUser, Plan, Stages, asking, keys,
    plan_cache::Stamp,
    snapshot::{FlowAt, Snapshot},
};

/// How to plan.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Options {
    /// Take what is kept ready.
    pub(crate) cached: bool,
    /// A flow without stages is a plan too.
    pub(crate) empty: bool,
    /// Plan for a visitor who is not logged in, whoever asks.
    pub(crate) anonymous: bool,
}

impl Options {
    /// What a visitor gets.
    pub(crate) const VISITOR: Options = Options { cached: true, empty: false, anonymous: false };
    /// The same, evaluated afresh.
    pub(crate) const FRESH: Options = Options { cached: false, ..Options::VISITOR };
}

/// What came of planning.
#[derive(Debug)]
pub(crate) enum Planned {
    /// This is ahead.
    Plan(Plan),
    /// The visitor may not enter; what policies said about it.
    NotApplicable(PolicyResult),
    /// There is nothing to go through.
    Empty,
}

/// Plans a flow, with what is known beforehand.
///
/// # Errors
/// `Internal` when the database fails: then nobody enters.
pub(crate) async fn plan(
    cx: &Context,
    snapshot: &Snapshot,
    flow: &FlowAt,
    mut context: Map<String, Json>,
    options: Options,
) -> Result<Planned> {
    if !admitted(cx, &flow.row, &context, options) {
        return Ok(Planned::NotApplicable(PolicyResult::silent(false)));
    }
    let verdict = policies_pass(cx, flow, &context, options).await?;
    if !verdict.passing {
        return Ok(Planned::NotApplicable(verdict));
    }
    let judged = judge(cx, flow, &mut context, options).await?;
    let mut plan = Plan::new(flow.key(), judged, context);
    if plan.present(snapshot).is_none() && !options.empty {
        return Ok(Planned::Empty);
    }
    Ok(Planned::Plan(plan))
}

/// What the policies of the flow itself say.
pub(crate) async fn policies_pass(cx: &Context, flow: &FlowAt, context: &Map<String, Json>, options: Options) -> Result<PolicyResult> {
    asking::flow(cx, &flow.row, user_for_policies(cx, context, options), context, options.cached).await
}

/// Whether the flow's requirement is met. It looks at who asks, never at the user whom the flow is about.
fn admitted(cx: &Context, flow: &Record, context: &Map<String, Json>, options: Options) -> bool {
    let user = cx.caller.user().filter(|_| !options.anonymous);
    // A flow whose requirement cannot be read admits nobody.
    let Ok(requirement) = flow.column::<Authentication>("authentication") else { return false };
    match requirement {
        Authentication::None => true,
        Authentication::RequireAuthenticated => user.is_some(),
        Authentication::RequireUnauthenticated => user.is_none(),
        Authentication::RequireSuperuser => user.is_some() && cx.caller.superuser(),
        Authentication::RequireRedirect => context.contains_key(keys::IS_REDIRECTED),
        Authentication::RequireToken => context.contains_key(keys::IS_RESTORED),
        // No request comes through an outpost yet.
        Authentication::RequireOutpost => false,
    }
}

/// The user whom policies judge: the one the flow is about, else who asks.
pub(crate) fn user_for_policies(cx: &Context, context: &Map<String, Json>, options: Options) -> Option<i64> {
    match PendingUser::of(context) {
        Some(PendingUser::Saved { pk }) => Some(pk),
        Some(PendingUser::Unsaved { .. }) => None,
        None => cx.caller.user().filter(|_| !options.anonymous),
    }
}

/// What policies say about the places that are judged on entry.
async fn judge(cx: &Context, flow: &FlowAt, context: &mut Map<String, Json>, options: Options) -> Result<Judged> {
    let stages: &Stages = cx.service()?;
    let user = user_for_policies(cx, context, options);
    let (key, now, stamp) = (flow.key(), cx.store.world().now(), stamp(cx));
    // The contract never reads what is kept of a flow that sets something up.
    let reads = options.cached && flow.row.text("designation") != Designation::StageConfiguration.word();
    if reads && let Some(kept) = stages.plans().get(key, user, stamp, now) {
        return Ok(kept);
    }
    let (policies, mut lasting): (&Policies, _) = (cx.service()?, options.cached);
    let mut judged = Judged::default();
    for place in flow.judged_on_entry() {
        let passing = asking::place(cx, &place.row, user, context, &judged.taken).await?.passing;
        // What a policy says depends on more than the user, and it may change what is known: it is asked each time.
        lasting = lasting && policies.by_membership(cx, asking::target(&place.row)).await?;
        if passing { judged.taken.push(place.key) } else { judged.omitted.push(place.key) }
    }
    if lasting {
        stages.plans().put(key, user, stamp, now, judged.clone());
    }
    Ok(judged)
}

/// The numbers of commits on which membership depends.
fn stamp(cx: &Context) -> Stamp {
    let store = &cx.store;
    let links = [&GROUPS_OF_USER, &PARENTS].map(|links| store.link_generation(links));
    let [members, parents] = links;
    [store.generation(PolicyBinding::RESOURCE), store.generation(Group::RESOURCE), members, parents]
}
