//! What is shown of reviews beyond their own columns.

use std::collections::{HashMap, HashSet};

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Context, Hooks};
use vestibule_resource::{Model as _, Record, Result, Value, Word as _};
use vestibule_store::{Condition, Query};

use super::{
    LifecycleIteration, Review, State,
    reviewers::{Named, groups_of},
};
use crate::{object::Names, rules::LifecycleRule};

/// Shows reviews with their object, their rule and what was said.
pub(super) struct IterationHooks;

impl Hooks for IterationHooks {
    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let (names, said, rules) = (Names::of(cx, rows).await?, Said::of(cx, rows).await?, Rules::of(cx, rows).await?);
            for (row, object) in rows.iter().zip(objects) {
                let (content_type, key) = (row.text("content_type"), row.text("object_id"));
                let state = state(cx, row, names.knows(cx.store.catalog(), content_type, key));
                let waits = matches!(state, State::Pending | State::Overdue);
                object.insert("object_verbose".into(), names.verbose(cx.store.catalog(), content_type, Some(key)).into());
                object.insert("object_admin_url".into(), names.admin_url(cx.store.catalog(), content_type, key).into());
                object.insert("state".into(), state.word().into());
                object.insert("reviews".into(), said.about(row));
                object.insert("rule".into(), rules.shown(row));
                object.insert("user_can_review".into(), (waits && rules.names_caller(row) && !said.by_caller(cx, row)).into());
            }
            Ok(())
        })
    }
}

/// How far a review has come by now.
pub(super) fn state(cx: &Context, row: &Record, there: bool) -> State {
    match State::from_word(row.text("state")) {
        Some(State::Pending) | None if !there => State::Canceled,
        Some(State::Pending) | None if row.time("grace_period_end").is_some_and(|end| end < cx.store.world().now()) => State::Overdue,
        Some(state) => state,
        None => State::Pending,
    }
}

/// What was said in some reviews.
struct Said {
    rows: Vec<Record>,
    shown: Vec<Json>,
}

impl Said {
    async fn of(cx: &Context, rows: &[Record]) -> Result<Self> {
        let keys = rows.iter().map(|row| row.key().clone()).collect();
        let these = Condition::In { path: "iteration".to_owned(), values: keys };
        let rows = cx.store.select(&Query::all(Review::RESOURCE).filter(these).order("timestamp")).await?;
        let shown = cx.api.show(cx, &rows, None).await?;
        Ok(Said { rows, shown })
    }

    fn about(&self, iteration: &Record) -> Json {
        let all = self.rows.iter().zip(&self.shown);
        all.filter(|(row, _)| row.get("iteration") == iteration.key()).map(|(_, shown)| shown.clone()).collect()
    }

    fn by_caller(&self, cx: &Context, iteration: &Record) -> bool {
        let own = |row: &&Record| row.get("iteration") == iteration.key() && cx.caller.user() == Some(row.int("reviewer"));
        self.rows.iter().any(|row| own(&row))
    }
}

/// The rules of some reviews, and whom they name.
struct Rules {
    shown: HashMap<String, Json>,
    naming_caller: HashSet<String>,
}

impl Rules {
    async fn of(cx: &Context, rows: &[Record]) -> Result<Self> {
        let all = cx.store.rows(LifecycleRule::RESOURCE).await?;
        let used = |rule: &Record| rows.iter().any(|row| row.get("of_rule") == rule.key());
        let rules: Vec<Record> = all.all.iter().filter(|rule| used(rule)).map(|rule| rule.as_ref().clone()).collect();
        let keys: Vec<Value> = rules.iter().map(|rule| rule.key().clone()).collect();
        let (named, user) = (Named::of(&cx.store, &keys).await?, cx.caller.user().unwrap_or_default());
        let own = groups_of(&cx.store, user).await?;
        let naming_caller = keys.iter().filter(|rule| named.names(rule, user, &own)).map(Value::to_string).collect();
        let shown = cx.api.show(cx, &rules, None).await?;
        Ok(Rules { shown: keys.iter().map(Value::to_string).zip(shown).collect(), naming_caller })
    }

    /// The part of a rule that matters to who reviews.
    fn shown(&self, row: &Record) -> Json {
        let Some(rule) = self.shown.get(&row.get("of_rule").to_string()) else { return Json::Null };
        let member = |name: &str| rule.get(name).cloned().unwrap_or_default();
        json!({
            "id": member("id"), "name": member("name"), "reviewer_groups": member("reviewer_groups_obj"),
            "min_reviewers": member("min_reviewers"), "reviewers": member("reviewers_obj"),
        })
    }

    fn names_caller(&self, row: &Record) -> bool {
        self.naming_caller.contains(&row.get("of_rule").to_string())
    }
}

/// Whether the caller can review this now.
pub(super) async fn can_review(cx: &Context, iteration: &Record) -> Result<bool> {
    let rows = std::slice::from_ref(iteration);
    let (names, said, rules) = (Names::of(cx, rows).await?, Said::of(cx, rows).await?, Rules::of(cx, rows).await?);
    let there = names.knows(cx.store.catalog(), iteration.text("content_type"), iteration.text("object_id"));
    let waits = matches!(state(cx, iteration, there), State::Pending | State::Overdue);
    Ok(waits && rules.names_caller(iteration) && !said.by_caller(cx, iteration))
}

/// The review with that key, if the caller has to do with it: the rule names them, or they may see all.
pub(super) async fn seen(cx: &Context, key: &Value) -> Result<Option<Record>> {
    let Some(row) = cx.store.get(LifecycleIteration::RESOURCE, key.clone()).await? else { return Ok(None) };
    let all = cx.holds(super::VIEW);
    let named = all || Rules::of(cx, std::slice::from_ref(&row)).await?.names_caller(&row);
    Ok(Some(row).filter(|_| named))
}
