//! What an expression says: true passes, everything else does not.

use futures::future::BoxFuture;
use serde_json::Map;
use vestibule_engine::Context;
use vestibule_host::{Kind, Note, Scope, evaluate};
use vestibule_resource::{Record, Result};

use crate::{LogMessage, PolicyRequest, PolicyResult};

pub(crate) fn passes<'a>(cx: &'a Context, row: &'a Record, request: &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>> {
    Box::pin(async move { judge(cx, row, request) })
}

fn judge(cx: &Context, row: &Record, request: &mut PolicyRequest) -> Result<PolicyResult> {
    let scope = Scope {
        user: request.user_row.clone(),
        obj: request.obj.clone(),
        context: std::mem::take(&mut request.context),
        http: request.has_visitor(),
        debug: request.debug,
        limit: request.limit,
        depth: request.depth,
        ..Scope::new(Kind::Policy)
    };
    let outcome = evaluate(cx, row.text("expression"), scope)?;
    request.context = outcome.context;
    let mut result = PolicyResult { messages: outcome.messages, ..PolicyResult::silent(outcome.truth) };
    result.log_messages = outcome.notes.into_iter().map(|note| logged(cx, row, note)).collect();
    match outcome.result {
        Ok(said) => {
            if outcome.silent {
                result.log_messages.push(logged(cx, row, nothing_said()));
            }
            result.raw_result = Some(said);
        }
        Err(failure) => (result.exception, result.line) = (Some(failure.message), failure.line),
    }
    Ok(result)
}

fn nothing_said() -> Note {
    Note { level: "warning", event: "The expression returned nothing, which counts as no.".into(), attributes: Map::new() }
}

fn logged(cx: &Context, row: &Record, note: Note) -> LogMessage {
    LogMessage {
        timestamp: cx.store.world().now(),
        level: note.level,
        logger: row.text("name").to_owned(),
        event: note.event,
        attributes: note.attributes,
    }
}
