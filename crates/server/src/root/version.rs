//! Which version runs.

use futures::future::BoxFuture;
use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Record, Result};

use super::RELEASE;

/// The contract's release counts as the version, because that is what clients compare with theirs. Nobody is asked for newer ones.
pub(super) fn version<'a>(_cx: &'a Context, _row: Option<Record>, _body: Json) -> BoxFuture<'a, Result<Answer>> {
    let body = json!({
        "version_current": RELEASE,
        "version_latest": RELEASE,
        "version_latest_valid": true,
        "build_hash": option_env!("VESTIBULE_BUILD_HASH").unwrap_or_default(),
        "outdated": false,
        "outpost_outdated": false,
    });
    Box::pin(async { Ok(Answer::json(200, body)) })
}
