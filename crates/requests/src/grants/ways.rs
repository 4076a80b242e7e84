//! Under which rule somebody may ask for something.

use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_policies::access;
use vestibule_resource::{Model as _, Record, Result, Value};

use crate::rules::{RequestRuleBinding, RequestRuleChildBinding};

/// The bindings of one rule that together lead to everything that is asked for; `None` when there is no such rule.
pub(super) async fn together(cx: &Context, user: i64, asked: &[Uuid]) -> Result<Option<Vec<Record>>> {
    let mut ways = Vec::new();
    for target in asked {
        ways.push(to(cx, user, *target).await?);
    }
    let Some(first) = ways.first() else { return Ok(None) };
    for candidate in first {
        let of_rule = |list: &Vec<Record>| list.iter().find(|way| way.get("rule") == candidate.get("rule")).cloned();
        if let Some(chosen) = ways.iter().map(of_rule).collect::<Option<Vec<Record>>>() {
            return Ok(Some(chosen));
        }
    }
    Ok(None)
}

/// The bindings under which this user may ask for a target.
async fn to(cx: &Context, user: i64, target: Uuid) -> Result<Vec<Record>> {
    let bindings = cx.store.rows(RequestRuleBinding::RESOURCE).await?;
    let children = cx.store.rows(RequestRuleChildBinding::RESOURCE).await?;
    let target = Value::Uuid(target);
    let related = |binding: &Value| children.all.iter().any(|child| child.get("target") == &target && child.get("binding") == binding);
    let mut ways = Vec::new();
    for binding in bindings.all.iter().filter(|binding| binding.get("target") == &target || related(binding.key())) {
        if passes(cx, binding, user).await? {
            ways.push(binding.as_ref().clone());
        }
    }
    Ok(ways)
}

/// Whether a user passes what is bound to this row.
pub(super) async fn passes(cx: &Context, row: &Record, user: i64) -> Result<bool> {
    Ok(access(cx, row, Some(user), true).await?.passing)
}
