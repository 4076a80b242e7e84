//! What the caller does not choose about a proxy provider: how the outpost speaks OAuth 2.0.

use futures::future::BoxFuture;
use serde_json::Value as Json;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result, Value};
use vestibule_store::Transaction;

use super::{ProxyMode, scopes};
use crate::oauth2::{ClientType, strict};

/// Length of the secret that signs cookies.
const COOKIE_SECRET_LENGTH: usize = 32;

/// How an outpost recognises that a browser comes back from a login.
const CALLBACK: &str = "X-authentik-auth-callback=true";

/// Follows the settings of OAuth 2.0 from those of the proxy.
pub(super) struct ProxyHooks;

impl Hooks for ProxyHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            check_internal_host(draft);
            if draft.creates() {
                draft.set("cookie_secret", cx.store.world().key(COOKIE_SECRET_LENGTH));
            }
            draft.set("client_type", ClientType::Confidential);
            draft.set("signing_key", Value::Null);
            let addresses = redirect_uris(draft.get("external_host").as_str().unwrap_or_default());
            draft.set("redirect_uris", Json::Array(addresses));
            Ok(())
        })
    }

    fn written<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, _: &'a Draft, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(scopes::add_needed(cx, tx, row))
    }
}

/// An outpost that passes requests on must know where to.
fn check_internal_host(draft: &mut Draft) {
    let through = draft.get("mode").as_str().is_none_or(|mode| Some(ProxyMode::Proxy) == vestibule_resource::Word::from_word(mode));
    let empty = draft.get("internal_host").as_str().is_none_or(str::is_empty);
    // A rule across fields is only worth telling once each field on its own is right.
    if through && empty && draft.invalid.is_empty() {
        draft.invalid.add("internal_host", "Internal host cannot be empty when forward auth is disabled.");
    }
}

/// The two addresses to which browsers come back: the outpost's own, and the application's.
fn redirect_uris(external_host: &str) -> Vec<Json> {
    let own = url::Url::parse(external_host).and_then(|host| host.join("outpost.goauthentik.io/callback"));
    let own = own.ok().map(|own| strict(format!("{own}?{CALLBACK}")));
    own.into_iter().chain([strict(format!("{external_host}?{CALLBACK}"))]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn urls(external_host: &str) -> Vec<String> {
        let url = |address: Json| address.get("url").and_then(Json::as_str).unwrap_or_default().to_owned();
        redirect_uris(external_host).into_iter().map(url).collect()
    }

    #[test]
    fn browsers_come_back_to_the_outpost_or_to_the_application() {
        let outpost = "https://example.com/outpost.goauthentik.io/callback?X-authentik-auth-callback=true";
        for (host, own) in [
            ("https://example.com/bmlejkth", "https://example.com/bmlejkth?X-authentik-auth-callback=true"),
            ("https://example.com", "https://example.com?X-authentik-auth-callback=true"),
        ] {
            assert_eq!(urls(host), [outpost, own]);
        }
    }
}
