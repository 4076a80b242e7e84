//! What is irregular about agents.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_core::{tenant::Settings, tokens::Token};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Model as _, Record, Result, Value};
use vestibule_store::{Condition, Query};

/// Whom an agent acts for sees it; its name is one that can be written anywhere.
pub(super) struct AgentHooks;

impl Hooks for AgentHooks {
    fn visible_to(&self, cx: &Context) -> Option<Condition> {
        cx.caller.user().map(|user| Condition::is("parent", user))
    }

    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if draft.sent("username").and_then(Value::as_str).is_some_and(|name| !name.chars().all(plain)) {
                draft.invalid.add("username", "Enter a valid value.");
            }
            if draft.sent("name").and_then(Value::as_str).is_some_and(str::is_empty) {
                draft.invalid.add("name", "This field may not be blank.");
            }
            let expiring = draft.get("expiring").as_bool().unwrap_or_default();
            if expiring && draft.get("expires").is_null() && !draft.invalid.has("expires") {
                draft.set("expires", Settings::load(&cx.store).await?.token_expiry(cx.store.world().now()));
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let keys = rows.iter().map(|row| row.get("token").clone()).filter(|key| !key.is_null()).collect();
            let these = Condition::In { path: "token_uuid".to_owned(), values: keys };
            let tokens = cx.store.select(&Query::all(Token::RESOURCE).filter(these).include_expired(true)).await?;
            for (row, object) in rows.iter().zip(objects) {
                let token = tokens.iter().find(|token| token.key() == row.get("token"));
                object.insert("token_identifier".into(), token.map(|token| token.text("identifier").into()).unwrap_or_default());
            }
            Ok(())
        })
    }
}

/// Letters that the user name of an agent may have.
pub(super) fn plain(letter: char) -> bool {
    letter.is_alphanumeric() || "_.@+-".contains(letter)
}
