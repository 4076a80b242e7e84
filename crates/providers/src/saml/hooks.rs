//! What is irregular about SAML providers.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result, Value, Word as _};

use super::{
    choices::{Binding, LogoutMethod},
    urls,
};
use crate::provider::assigned;

/// Label of key pairs; they live in an area of their own.
const KEY_PAIR: &str = "authentik_crypto.certificatekeypair";

/// Types of key that XML signatures can be made with.
const SIGNING: &[&str] = &["rsa", "ec", "dsa"];

/// Rules across fields, and the addresses of a provider.
pub(super) struct SamlHooks;

impl Hooks for SamlHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            // A rule across fields is only worth telling once each field on its own is right.
            if draft.invalid.is_empty() {
                check_signing(draft);
                check_key(cx, draft).await?;
                correct_logout(draft);
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for ((row, of), object) in rows.iter().zip(assigned(cx, rows).await?).zip(objects) {
                urls::show(cx, row, of.application.as_ref().map(|row| row.text("slug")), object);
            }
            Ok(())
        })
    }
}

/// Whoever names a key means something to be signed with it.
fn check_signing(draft: &mut Draft) {
    let set = |name: &str, default: bool| draft.get(name).as_bool().unwrap_or(default);
    if !draft.get("signing_kp").is_null() && !set("sign_assertion", true) && !set("sign_response", false) {
        let message = "With a signing keypair selected, at least one of 'Sign assertion' and 'Sign Response' must be selected.";
        draft.invalid.add("non_field_errors", message);
    }
}

async fn check_key(cx: &Context, draft: &mut Draft) -> Result<()> {
    let Some(resource) = cx.store.catalog().find(KEY_PAIR) else { return Ok(()) };
    let Some(key) = draft.sent("signing_kp").and_then(Value::as_uuid) else { return Ok(()) };
    if let Some(pair) = cx.store.get(resource, key).await?
        && !SIGNING.contains(&pair.text("key_type"))
    {
        draft.invalid.add("signing_kp", "Only RSA, EC, and DSA key types are supported for SAML signing.");
    }
    Ok(())
}

/// From server to server, messages travel by form alone; without that the browser carries them.
fn correct_logout(draft: &mut Draft) {
    let redirect = draft.get("sls_binding").as_str().is_none_or(|word| word == Binding::Redirect.word());
    if redirect && draft.get("logout_method").as_str() == Some(LogoutMethod::Backchannel.word()) {
        draft.set("logout_method", LogoutMethod::FrontchannelIframe);
    }
}
