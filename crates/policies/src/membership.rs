//! Bindings of users and groups: one verdict for all of them, in one look at the groups of the user.

use std::{sync::Arc, time::Instant};

use vestibule_core::groups;
use vestibule_engine::Context;
use vestibule_resource::{Record, Result, Value};

use crate::{PolicyEngineMode, PolicyResult, evaluate::combine, result::Source};

/// The common verdict of all group and user bindings, made of theirs; `None` when there are none.
pub(crate) async fn of_all(
    cx: &Context,
    bindings: &[Arc<Record>],
    mode: PolicyEngineMode,
    user: Option<i64>,
) -> Result<Option<PolicyResult>> {
    let members: Vec<&Arc<Record>> = bindings.iter().filter(|binding| binding.get("policy").is_null()).collect();
    if members.is_empty() {
        return Ok(None);
    }
    let began = Instant::now();
    let by_group = members.iter().any(|binding| !binding.get("group").is_null());
    let groups = match user {
        Some(user) if by_group => groups_of(cx, user).await?,
        _ => Vec::new(),
    };
    let verdicts = members.iter().map(|binding| {
        let negated = binding.flag("negate");
        // Somebody who is not stored matches nothing, not even what is negated.
        let passing = user.is_some_and(|user| matches(binding, user, &groups) != negated);
        let source = Source { binding: Some(Arc::clone(binding)), negated, took: began.elapsed(), ..Source::default() };
        PolicyResult { source: Some(source), ..PolicyResult::silent(passing) }
    });
    Ok(Some(combine(mode, verdicts.collect())))
}

fn matches(binding: &Record, user: i64, groups: &[Value]) -> bool {
    match binding.get("group") {
        Value::Null => binding.get("user").as_int() == Some(user),
        group => groups.contains(group),
    }
}

/// The groups of a user, with all groups above them.
async fn groups_of(cx: &Context, user: i64) -> Result<Vec<Value>> {
    let groups = groups::all_of(&cx.store, user).await?;
    Ok(groups.iter().map(|group| group.key().clone()).collect())
}
