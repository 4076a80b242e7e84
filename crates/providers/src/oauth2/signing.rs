//! Signing tokens in the name of a provider.

use serde_json::{Map, Value as Json};
use vestibule_crypto::{CertificateKeyPair, MANAGED_BY_SERVER};
use vestibule_engine::Context;
use vestibule_resource::{Error, Model as _, Record, Result};
use vestibule_secret::signed;

/// A token that the key of the provider signs, or its client secret (`HS256`) when it has no key.
///
/// # Errors
/// `Invalid` when the provider has neither, or a key that signs no tokens; when it is the key of the server itself, whose word counts
/// for more than that of a provider; and when tokens are to be encrypted, which is not possible yet.
pub(crate) async fn sign(cx: &Context, provider: &Record, claims: &Map<String, Json>) -> Result<String> {
    let refused = |why: &str| Err(Error::not_possible(format!("“{}” signs no tokens: {why}.", provider.text("name"))));
    if !provider.get("encryption_key").is_null() {
        return refused("they would have to be encrypted, which is not possible yet");
    }
    let pairs = cx.store.rows(CertificateKeyPair::RESOURCE).await?;
    match (pairs.find(provider.get("signing_key")), provider.text("client_secret")) {
        (Some(pair), _) if pair.text("managed") == MANAGED_BY_SERVER => refused("its key is that of the server"),
        (Some(pair), _) => vestibule_crypto::sign(pair, claims),
        (None, "") => refused("it has neither a key nor a secret"),
        (None, secret) => Ok(signed::sign(secret.as_bytes(), claims)),
    }
}
