//! Certificates with their private keys, as they are stored and served.

mod actions;
mod config;
mod facts;
mod hooks;

pub(crate) use actions::ACTIONS;
pub use config::{CertificateKeyPair, KeyType};
pub use facts::values;
pub(crate) use hooks::KeyPairHooks;

/// `managed` of the key that the server signs its own tokens with; the API never shows that one.
pub const MANAGED_BY_SERVER: &str = "goauthentik.io/crypto/jwt-managed";
