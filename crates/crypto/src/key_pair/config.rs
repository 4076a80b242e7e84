//! What a certificate-key pair is.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::{Choices, Resource};

/// Algorithm of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "CertificateKeyPairKeyTypeEnum")]
pub enum KeyType {
    /// RSA (RFC 8017).
    #[choice(label = "RSA")]
    Rsa,
    /// Elliptic curves (RFC 5480).
    #[choice(label = "Elliptic Curve")]
    Ec,
    /// DSA (FIPS 186-4), which nothing should use any more.
    #[choice(label = "DSA")]
    Dsa,
    /// Ed25519 (RFC 8032).
    Ed25519,
    /// Ed448 (RFC 8032).
    Ed448,
}

/// A certificate (X.509, RFC 5280), with the private key that belongs to it or without.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_crypto.certificatekeypair",
    path = "crypto/certificatekeypairs",
    key = "kp_uuid",
    verbose = "Certificate-Key Pair",
    plural = "Certificate-Key Pairs",
    order = "name",
    search = [name],
    filter = [managed, name],
    display = "Certificate-Key Pair {name}",
    permissions = [view_certificatekeypair_certificate, view_certificatekeypair_key]
)]
pub struct CertificateKeyPair {
    /// Identifier that names the pair for ever.
    #[field(read_only, default = uuid)]
    pub kp_uuid: Uuid,
    /// Name, which no other pair has.
    #[field(unique = "plain")]
    pub name: String,
    /// SHA-256 digest of the certificate: hexadecimal bytes with colons between.
    #[field(read_only)]
    pub fingerprint_sha256: Option<String>,
    /// SHA-1 digest of the certificate, for old systems that compare it: hexadecimal bytes with colons between.
    #[field(read_only)]
    pub fingerprint_sha1: Option<String>,
    /// When the certificate ceases to be valid.
    #[field(read_only)]
    pub cert_expiry: Option<Timestamp>,
    /// Whom the certificate is about, as text (RFC 4514), e.g. `OU=Web,O=Example,CN=id.example.com`.
    #[field(read_only)]
    pub cert_subject: Option<String>,
    /// Whether the private key is here too.
    pub private_key_available: Computed<bool>,
    /// Algorithm of the key in the certificate; null when it is none of the known ones.
    #[field(read_only)]
    pub key_type: Option<KeyType>,
    /// Path that downloads the certificate as a file.
    pub certificate_download_url: Computed<String>,
    /// Path that downloads the private key as a file; it needs a permission of its own.
    pub private_key_download_url: Computed<String>,
    /// What this system itself calls the pair, when it looks after it; null for all others.
    #[field(read_only, unique)]
    pub managed: Option<String>,
    /// The certificate as PEM (RFC 7468). Certificates of authorities above it may follow.
    #[field(write_only, verbatim)]
    pub certificate_data: String,
    /// The private key as PEM (RFC 7468), not encrypted: PKCS #8, PKCS #1 or SEC 1. It must belong to the certificate. May be empty.
    #[field(write_only, kind = secret, blank)]
    pub key_data: String,
    /// Name of the key in signed tokens and key sets (RFC 7515): digest of the private key's text; null without one.
    #[field(internal)]
    pub kid: Option<String>,
}
