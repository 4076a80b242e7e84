//! Certificates and keys: what other areas sign, encrypt and identify themselves with.
//!
//! [`CertificateKeyPair`] is the one resource. What a certificate says about itself is read out of it when it is stored, so lists
//! need not parse anything. The private key leaves the server through one audited action and nowhere else.

mod certificate;
mod generate;
mod key_pair;
mod name;
mod private_key;
mod token;
mod xml_signature;

use vestibule_engine::{Area, Endpoint};
use vestibule_resource::Model as _;

pub use generate::{Algorithm, Generated, Wish, generate};
pub use key_pair::{CertificateKeyPair, KeyType, MANAGED_BY_SERVER, values};
pub use token::sign;
pub use xml_signature::{DigestAlgorithm, SignatureAlgorithm};

/// What the API serves of this area.
pub fn area() -> Area {
    let key_pairs = Endpoint::new(CertificateKeyPair::RESOURCE)
        .hooks(&key_pair::KeyPairHooks)
        .actions(key_pair::ACTIONS)
        .param(r#"{"in":"query","name":"has_key","schema":{"type":"boolean"}}"#)
        .param(r##"{"in":"query","name":"key_type","schema":{"type":"array","items":{"$ref":"#/components/schemas/KeyTypeEnum"}}}"##);
    Area { endpoints: vec![key_pairs], standalone: Vec::new(), schemas: &[include_str!("schemas.json")] }
}
