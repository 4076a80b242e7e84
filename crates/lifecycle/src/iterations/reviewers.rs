//! Who has to review, and whether enough of them did.

use std::collections::HashSet;

use vestibule_core::groups;
use vestibule_engine::Context;
use vestibule_resource::{Many, Record, Result, Value};
use vestibule_store::Store;

use crate::rules::REVIEWERS;

/// From a rule to the groups whose members review.
const GROUPS: Many = Many { to: "authentik_core.group", table: "lifecycle_rule_reviewer_groups", mine: "rule", theirs: "group" };

/// Whom some rules name.
pub(super) struct Named {
    users: Vec<(Value, Value)>,
    groups: Vec<(Value, Value)>,
}

impl Named {
    /// Reads it, in two queries however many rules there are.
    pub(super) async fn of(store: &Store, rules: &[Value]) -> Result<Self> {
        Ok(Named { users: store.links(&REVIEWERS, rules).await?, groups: store.links(&GROUPS, rules).await? })
    }

    /// Whether a rule names somebody, who is in these groups.
    pub(super) fn names(&self, rule: &Value, user: i64, own: &HashSet<String>) -> bool {
        let directly = self.users.iter().any(|(mine, other)| mine == rule && other.as_int() == Some(user));
        directly || self.groups.iter().any(|(mine, group)| mine == rule && own.contains(&group.to_string()))
    }

    /// Whether these people are as many as a rule asks for: each user that it names, and enough members of its groups.
    pub(super) async fn enough(&self, store: &Store, rule: &Record, reviewed: &[i64]) -> Result<bool> {
        let of = |pairs: &[(Value, Value)]| -> Vec<Value> {
            pairs.iter().filter(|(mine, _)| mine == rule.key()).map(|(_, theirs)| theirs.clone()).collect()
        };
        let (users, wanted) = (of(&self.users), of(&self.groups));
        if reviewed.is_empty() || !users.iter().all(|user| user.as_int().is_some_and(|user| reviewed.contains(&user))) {
            return Ok(false);
        }
        let mut members = Vec::new();
        for reviewer in reviewed {
            members.push(groups_of(store, *reviewer).await?);
        }
        let from = |group: &Value| members.iter().filter(|own| own.contains(&group.to_string())).count();
        let needed = usize::try_from(rule.int("min_reviewers")).unwrap_or_default();
        if rule.flag("min_reviewers_is_per_group") {
            return Ok(wanted.iter().all(|group| from(group) >= needed));
        }
        let any = members.iter().filter(|own| wanted.iter().any(|group| own.contains(&group.to_string()))).count();
        Ok(wanted.is_empty() || any >= needed)
    }
}

/// Keys of somebody's groups as text, those above them included.
pub(super) async fn groups_of(store: &Store, user: i64) -> Result<HashSet<String>> {
    Ok(groups::all_of(store, user).await?.iter().map(|group| group.key().to_string()).collect())
}

/// Keys of the rules that name the caller.
pub(super) async fn own_rules(cx: &Context, user: i64) -> Result<Vec<Value>> {
    let own = groups_of(&cx.store, user).await?;
    let rules = cx.store.rows(<crate::rules::LifecycleRule as vestibule_resource::Model>::RESOURCE).await?;
    let keys: Vec<Value> = rules.all.iter().map(|rule| rule.key().clone()).collect();
    let named = Named::of(&cx.store, &keys).await?;
    Ok(keys.into_iter().filter(|rule| named.names(rule, user, &own)).collect())
}
