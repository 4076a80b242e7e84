//! What is stored beside a certificate and its key: everything that they say about themselves.

use vestibule_resource::Value;

use crate::{certificate, private_key};

/// All columns of a pair but its name; `None` when the certificate cannot be read. Whether the key fits is not looked at.
pub fn values(certificate_pem: &str, key_pem: &str) -> Option<Vec<(&'static str, Value)>> {
    let facts = certificate::read(certificate_pem)?;
    let kid = (!key_pem.is_empty()).then(|| private_key::kid(key_pem));
    Some(vec![
        ("certificate_data", certificate_pem.into()),
        ("key_data", key_pem.into()),
        ("fingerprint_sha256", facts.sha256.into()),
        ("fingerprint_sha1", facts.sha1.into()),
        ("cert_expiry", facts.expiry.into()),
        ("cert_subject", facts.subject.into()),
        ("key_type", facts.key_type.map_or(Value::Null, Value::from)),
        ("kid", kid.map_or(Value::Null, Value::from)),
    ])
}
