//! Who decides about a request.

use std::{collections::HashSet, sync::Arc};

use vestibule_core::groups;
use vestibule_engine::Context;
use vestibule_policies::{Policies, access};
use vestibule_resource::{Model as _, Record, Result, Value};

use super::{access::live, ways::passes};
use crate::{
    rules::RequestRule,
    target::{APPLICATION, Targets},
};

/// Whether a rule names this user: themselves or a group of theirs, by a binding that counts, and what else is bound to the rule lets
/// them pass. A rule to which nobody is bound names nobody.
pub(super) async fn named(cx: &Context, rule: &Record, user: i64) -> Result<bool> {
    let bindings = bindings(cx, rule).await?;
    if bindings.is_empty() {
        return Ok(false);
    }
    let own = groups_of(cx, user).await?;
    let names = |binding: &Arc<Record>| binding.get("user").as_int() == Some(user) || own.contains(&binding.get("group").to_string());
    Ok(bindings.iter().any(names) && passes(cx, rule, user).await?)
}

/// Keys of the rules that name this user.
pub(super) async fn rules_of(cx: &Context, user: i64) -> Result<Vec<Value>> {
    let mut keys = Vec::new();
    for rule in &cx.store.rows(RequestRule::RESOURCE).await?.all {
        if named(cx, rule, user).await? {
            keys.push(rule.key().clone());
        }
    }
    Ok(keys)
}

/// Whether these approvals are as many as the rule asks for.
pub(super) async fn enough(cx: &Context, rule: &Record, approvers: &[i64]) -> Result<bool> {
    let needed = usize::try_from(rule.int("min_reviewers")).unwrap_or_default().max(1);
    if !rule.flag("min_reviewers_is_per_group") {
        return Ok(approvers.len() >= needed);
    }
    let bindings = bindings(cx, rule).await?;
    let named: HashSet<String> =
        bindings.iter().map(|binding| binding.get("group")).filter(|group| !group.is_null()).map(Value::to_string).collect();
    let mut members = Vec::new();
    for approver in approvers {
        members.push(groups_of(cx, *approver).await?);
    }
    let from = |group: &String| members.iter().filter(|groups| groups.contains(group)).count();
    Ok(!approvers.is_empty() && named.iter().all(|group| from(group) >= needed))
}

/// Whether somebody has all of this themselves, so that they may let their agent have it. Applications are open to everybody when
/// nothing is bound to them; anything else is nobody's then.
pub(super) async fn hold_all(cx: &Context, user: i64, asked: &[Value]) -> Result<bool> {
    let targets = Targets::of(cx, asked.iter()).await?;
    for target in asked {
        let Some(row) = targets.row(target) else { return Ok(false) };
        if !access(cx, row, Some(user), row.resource.model == APPLICATION).await?.passing {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The bindings of a rule that name somebody and count now.
async fn bindings(cx: &Context, rule: &Record) -> Result<Vec<Arc<Record>>> {
    let policies: &Policies = cx.service()?;
    let now = cx.store.world().now();
    let mut bindings = policies.bound_to(cx, rule.uuid("pbm_uuid").unwrap_or_default()).await?;
    bindings.retain(|binding| binding.get("policy").is_null() && !binding.flag("negate") && live(binding, now));
    Ok(bindings)
}

async fn groups_of(cx: &Context, user: i64) -> Result<HashSet<String>> {
    Ok(groups::all_of(&cx.store, user).await?.iter().map(|group| group.key().to_string()).collect())
}
