//! Reading certificates.

use aws_lc_rs::digest::{Algorithm, SHA1_FOR_LEGACY_USE_ONLY, SHA256, digest};
use jiff::Timestamp;
use x509_parser::{pem::Pem, prelude::X509Certificate};

use crate::{key_pair::KeyType, name::rfc4514};

/// What a certificate says about itself.
#[derive(Debug, PartialEq)]
pub(crate) struct Facts {
    pub(crate) sha256: String,
    pub(crate) sha1: String,
    /// `None` when it lies beyond what the clock can tell.
    pub(crate) expiry: Option<Timestamp>,
    pub(crate) subject: String,
    pub(crate) key_type: Option<KeyType>,
}

/// The facts of the first certificate in a PEM text; `None` when there is none, or it cannot be read.
pub(crate) fn read(pem: &str) -> Option<Facts> {
    let pem = first(pem)?;
    let certificate = pem.parse_x509().ok()?;
    Some(Facts {
        sha256: fingerprint(&SHA256, &pem.contents),
        sha1: fingerprint(&SHA1_FOR_LEGACY_USE_ONLY, &pem.contents),
        expiry: Timestamp::from_second(certificate.validity().not_after.timestamp()).ok(),
        subject: rfc4514(certificate.subject()),
        key_type: key_type(&certificate),
    })
}

/// The public key in the first certificate of a PEM text, as its bits lie there.
pub(crate) fn public_key(pem: &str) -> Option<Vec<u8>> {
    let pem = first(pem)?;
    let certificate = pem.parse_x509().ok()?;
    Some(certificate.public_key().subject_public_key.data.to_vec())
}

fn first(pem: &str) -> Option<Pem> {
    Pem::iter_from_buffer(pem.as_bytes()).map_while(Result::ok).find(|block| block.label == "CERTIFICATE")
}

fn fingerprint(algorithm: &'static Algorithm, der: &[u8]) -> String {
    let bytes: Vec<String> = digest(algorithm, der).as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    bytes.join(":")
}

/// By the identifiers of RFC 3279, 4055, 5480 and 8410.
fn key_type(certificate: &X509Certificate<'_>) -> Option<KeyType> {
    match certificate.public_key().algorithm.algorithm.to_id_string().as_str() {
        "1.2.840.113549.1.1.1" | "1.2.840.113549.1.1.10" => Some(KeyType::Rsa),
        "1.2.840.10045.2.1" => Some(KeyType::Ec),
        "1.2.840.10040.4.1" => Some(KeyType::Dsa),
        "1.3.101.112" => Some(KeyType::Ed25519),
        "1.3.101.113" => Some(KeyType::Ed448),
        _ => None,
    }
}
