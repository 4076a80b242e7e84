//! The certificate that every installation begins with, for whoever has none of their own yet.
//!
//! It is made while the server serves already: finding the primes of its key takes a while.

use serde_json::json;
use vestibule_crypto::{Algorithm, CertificateKeyPair, Wish, generate, values};
use vestibule_resource::{Error, Model as _, Result};
use vestibule_store::{Actor, Query, Store};

/// Name of the note that says that it was made: whoever deletes it is not given it again.
const NOTE: &str = "first_certificate";

/// Its name, which clients of the contract look for.
const NAME: &str = "authentik Self-signed Certificate";

/// Makes the certificate, unless it was made before. Of several nodes that start at once, one gets through.
pub(crate) async fn first(store: Store) {
    match make(&store).await {
        Ok(true) => tracing::info!("made the certificate “{NAME}”"),
        Ok(false) => {}
        Err(error) => tracing::error!(%error, "the certificate “{NAME}” could not be made; the next start tries again"),
    }
}

async fn make(store: &Store) -> Result<bool> {
    if store.setting(NOTE).await?.is_some() {
        return Ok(false);
    }
    let wish = Wish { common_name: NAME.to_owned(), names: Vec::new(), days: 365, algorithm: Algorithm::Rsa };
    let made = generate(store.world(), wish).await?;
    let mut columns = values(&made.certificate, &made.key).ok_or_else(|| Error::internal("a certificate just made cannot be read"))?;
    columns.push(("name", NAME.into()));
    let mut tx = store.begin(Actor::default()).await?;
    let taken = !tx.claim_setting(NOTE, json!({})).await?;
    if taken || tx.first(&Query::all(CertificateKeyPair::RESOURCE).is("name", NAME)).await?.is_some() {
        return Ok(false);
    }
    tx.insert(CertificateKeyPair::RESOURCE, columns).await?;
    tx.commit().await?;
    Ok(true)
}
