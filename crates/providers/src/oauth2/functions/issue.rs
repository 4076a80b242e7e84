//! Issuing what an expression asks for, or not.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};
use vestibule_core::{events, roles};
use vestibule_engine::Context;
use vestibule_host::Session;
use vestibule_policies::PolicyRequest;
use vestibule_resource::{Model as _, Record, Result};
use vestibule_secret::{sha256_hex, signed};

use crate::{
    access::of_application,
    oauth2::{
        id_token::{Issue, after},
        signing::sign,
        tokens::access::TokenModel,
    },
    provider::assigned,
};

/// The scope that opens the API of this server.
const OWN_API: &str = "goauthentik.io/api";

/// A token with claims of an expression's own.
pub(super) async fn signed_raw(host: &Session, provider: &Record, mut claims: Map<String, Json>, validity: &str) -> Result<String> {
    let cx = host.cx();
    let expires = after(cx.store.world().now(), validity)?;
    claims.insert("aud".into(), provider.text("client_id").into());
    claims.insert("exp".into(), expires.as_second().into());
    let token = signed_as(cx, provider, &claims, host.debug()).await?;
    if !host.debug() {
        let name = provider.text("name");
        let context = json!({
            "message": format!("An expression signed claims of its own as “{name}”"), "provider": events::reference(provider),
            "claims": claims, "expires": expires.to_string(),
        });
        events::emit(cx, "authorize_application", context).await?;
    }
    Ok(token)
}

/// Why a token is not issued, in words; `None` when it is.
pub(super) async fn refusal(cx: &Context, issue: &Issue) -> Result<Option<String>> {
    let (user, name) = (&issue.user, issue.user.text("username"));
    if issue.scopes.iter().any(|scope| scope == OWN_API) {
        return Ok(Some(format!("an expression issues no token with the scope {OWN_API}")));
    }
    if !user.flag("is_active") {
        return Ok(Some(format!("{name} is not active")));
    }
    if cx.caller.user() != user.key().as_int() && roles::is_trusted(&cx.store, user).await? {
        return Ok(Some(format!("{name} holds rights, so that only they themselves can be issued a token")));
    }
    let of = assigned(cx, std::slice::from_ref(&*issue.provider)).await?.pop().unwrap_or_default();
    let Some(application) = of.application else { return Ok(None) };
    let mut request = PolicyRequest::about_row(Arc::clone(user));
    (request.depth, request.debug) = (issue.depth, issue.trial);
    let passing = of_application(cx, &application, &mut request).await?.passing;
    Ok((!passing).then(|| format!("{name} may not use {}", application.text("name"))))
}

/// Signs, stores and tells.
pub(super) async fn issued(cx: &Context, issue: &Issue) -> Result<String> {
    let id_token = issue.id_token(cx).await?;
    let token = signed_as(cx, &issue.provider, &issue.access_token(cx, &id_token), issue.trial).await?;
    if issue.trial {
        return Ok(token);
    }
    let mut columns = issue.columns();
    columns.push(("id_token", Json::Object(id_token).to_string().into()));
    columns.push(("token_hash", sha256_hex(&token).into()));
    let (of, name) = (assigned(cx, std::slice::from_ref(&*issue.provider)).await?.pop().unwrap_or_default(), issue.provider.text("name"));
    let context = json!({
        "message": format!("An expression issued a token of “{name}” about {}", issue.user.text("username")),
        "authorized_application": of.application.as_deref().map(events::reference), "provider": events::reference(&issue.provider),
        "about": events::reference(&issue.user), "scopes": issue.scopes.join(" "), "expires": issue.expires.to_string(),
    });
    let mut tx = cx.begin().await?;
    tx.insert(TokenModel::RESOURCE, columns).await?;
    events::emit_in(cx, &mut tx, "authorize_application", context).await?;
    tx.commit().await?;
    Ok(token)
}

/// A trial signs with a key that nobody will ever know.
async fn signed_as(cx: &Context, provider: &Record, claims: &Map<String, Json>, trial: bool) -> Result<String> {
    match trial {
        true => Ok(signed::sign(&cx.store.world().bytes::<32>(), claims)),
        false => sign(cx, provider, claims).await,
    }
}
