//! Logging in, and connecting one's account, with a token of Plex.

use serde_json::Value as Json;
use vestibule_core::Body;
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_resource::{Error, Model as _, Result};

use super::PlexSource;

const SLUG: &str = r#"[{"in":"query","name":"slug","schema":{"type":"string"}}]"#;

/// Redeeming a token: for visitors it begins a flow, for users it connects their account.
pub(super) static ACTIONS: &[Action] = &[
    Action {
        path: "redeem_token",
        method: "POST",
        id: "sources_plex_redeem_token_create",
        target: Target::Collection,
        need: Need::Anybody,
        schema: Schema { request: "PlexTokenRedeemRequest", params: SLUG, ..Schema::answers("RedirectChallenge") },
        run: |cx, _, body| Box::pin(redeem(cx, body)),
    },
    Action {
        path: "redeem_token_authenticated",
        method: "POST",
        id: "sources_plex_redeem_token_authenticated_create",
        target: Target::Collection,
        need: Need::Login,
        schema: Schema { params: SLUG, ..Schema::takes("PlexTokenRedeemRequest") },
        run: |cx, _, body| Box::pin(redeem(cx, body)),
    },
];

async fn redeem(cx: &Context, body: Json) -> Result<Answer> {
    let slug = cx.request.params.get("slug").unwrap_or_default();
    let sources = cx.store.rows(PlexSource::RESOURCE).await?;
    if !sources.all.iter().any(|source| source.text("slug") == slug && source.flag("enabled")) {
        return Err(Error::no_match("PlexSource"));
    }
    let mut body = Body::new(body)?;
    body.text("plex_token", None);
    body.check()?;
    Err(Error::not_possible("Plex cannot be asked yet."))
}
