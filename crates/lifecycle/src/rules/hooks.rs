//! What is irregular about rules: reviewers go by their UUID, and the object has to be there.

use std::collections::HashMap;

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_core::users::User;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Error, Many, Model as _, Record, Result, Value, Word as _};
use vestibule_store::{Condition, Query, Transaction};

use super::ContentType;
use crate::{iterations, object};

/// From a rule to the users who have to review.
pub(crate) const REVIEWERS: Many = Many { to: "authentik_core.user", table: "lifecycle_rule_reviewers", mine: "rule", theirs: "user" };

/// What is irregular about rules.
pub(super) struct RuleHooks;

impl Hooks for RuleHooks {
    fn filter<'a>(&'a self, _cx: &'a Context, param: &'a str, value: &'a str) -> BoxFuture<'a, Result<Option<Condition>>> {
        Box::pin(async move {
            let named = |content_type: &&str| content_type.rsplit('.').next() == Some(value);
            Ok((param == "content_type__model").then(|| match types().find(named) {
                Some(content_type) => Condition::is("content_type", content_type),
                None => Condition::False,
            }))
        })
    }

    fn received<'a>(&'a self, cx: &'a Context, body: &'a mut Map<String, Json>) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if let Some(Json::Array(list)) = body.get_mut("reviewers") {
                number(cx, list).await?;
            }
            Ok(())
        })
    }

    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let touched = draft.sent("object_id").is_some() || draft.sent("content_type").is_some();
            let names = (draft.get("content_type").as_str().map(str::to_owned), draft.get("object_id").as_str().map(str::to_owned));
            if let (true, (Some(content_type), Some(object))) = (touched, names)
                && !object::exists(cx, &content_type, &object).await?
            {
                draft.invalid.add("object_id", "There is no such object.");
            }
            Ok(())
        })
    }

    /// The first review of an object begins with its rule.
    fn written<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, draft: &'a Draft, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if let (true, Some(object)) = (draft.creates(), row.get("object_id").as_str()) {
                iterations::open(cx, tx, row, object).await?;
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let names = object::Names::of(cx, rows).await?;
            let reviewers = Reviewers::of(cx, rows).await?;
            for (row, object) in rows.iter().zip(objects) {
                let verbose = names.verbose(cx.store.catalog(), row.text("content_type"), row.get("object_id").as_str());
                object.insert("target_verbose".into(), verbose.into());
                object.insert("reviewers".into(), reviewers.of_rule(row));
            }
            Ok(())
        })
    }
}

fn types() -> impl Iterator<Item = &'static str> {
    [ContentType::Application, ContentType::Group, ContentType::Role].into_iter().map(|content_type| content_type.word())
}

/// Puts the number of each user in the place of their UUID.
async fn number(cx: &Context, list: &mut [Json]) -> Result<()> {
    let uuids: Vec<Value> = list.iter().filter_map(|item| Uuid::try_parse(item.as_str()?.trim()).ok()).map(Value::Uuid).collect();
    let these = Condition::In { path: "uuid".to_owned(), values: uuids };
    let users = cx.store.select(&Query::all(User::RESOURCE).filter(these)).await?;
    for item in list {
        let uuid = item.as_str().and_then(|text| Uuid::try_parse(text.trim()).ok());
        let user = users.iter().find(|user| uuid.is_some() && user.uuid("uuid") == uuid);
        let absent = || Error::field("reviewers", format!("Object with uuid={} does not exist.", item.as_str().unwrap_or_default()));
        *item = user.ok_or_else(absent)?.key().to_json();
    }
    Ok(())
}

/// The users who have to review, by UUID.
struct Reviewers {
    pairs: Vec<(Value, Value)>,
    uuids: HashMap<String, Json>,
}

impl Reviewers {
    async fn of(cx: &Context, rows: &[Record]) -> Result<Self> {
        let keys: Vec<Value> = rows.iter().map(|row| row.key().clone()).collect();
        let pairs = cx.store.links(&REVIEWERS, &keys).await?;
        let these = Condition::In { path: "id".to_owned(), values: pairs.iter().map(|(_, user)| user.clone()).collect() };
        let users = cx.store.select(&Query::all(User::RESOURCE).filter(these)).await?;
        Ok(Reviewers { pairs, uuids: users.iter().map(|user| (user.key().to_string(), user.get("uuid").to_json())).collect() })
    }

    fn of_rule(&self, rule: &Record) -> Json {
        let own = self.pairs.iter().filter(|(mine, _)| mine == rule.key());
        own.filter_map(|(_, user)| self.uuids.get(&user.to_string()).cloned()).collect()
    }
}
