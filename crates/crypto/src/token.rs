//! Signing tokens (JSON Web Signature, RFC 7515, in the compact form) with the private key of a pair.

use aws_lc_rs::{
    rand::SystemRandom,
    signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, ECDSA_P521_SHA512_FIXED_SIGNING, EcdsaKeyPair,
        EcdsaSigningAlgorithm, Ed25519KeyPair, RSA_PKCS1_SHA256, RsaKeyPair,
    },
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value as Json, json};
use vestibule_resource::{Error, Record, Result};
use vestibule_world::aside;

use crate::private_key;

/// Curves with the names of their algorithms (RFC 7518, section 3.4).
static CURVES: &[(&str, &EcdsaSigningAlgorithm)] = &[
    ("ES256", &ECDSA_P256_SHA256_FIXED_SIGNING),
    ("ES384", &ECDSA_P384_SHA384_FIXED_SIGNING),
    ("ES512", &ECDSA_P521_SHA512_FIXED_SIGNING),
];

/// A private key that can sign tokens.
enum Key {
    Rsa(RsaKeyPair),
    Ec(&'static str, EcdsaKeyPair),
    Ed25519(Ed25519KeyPair),
}

/// A token that the private key of a pair signs; its header names the key. RSA keys sign with `RS256`, those on curves with the
/// algorithm of the curve, Ed25519 with `EdDSA` (RFC 8037).
///
/// # Errors
/// `Invalid` for a pair without a private key, or with one that tokens cannot be signed with.
pub fn sign(pair: &Record, claims: &Map<String, Json>) -> Result<String> {
    let name = pair.text("name");
    aside(|| {
        let key = Key::read(pair.text("key_data"));
        let key = key.ok_or_else(|| Error::not_possible(format!("The key pair “{name}” has no private key that signs tokens.")))?;
        let header = json!({ "alg": key.algorithm(), "kid": pair.get("kid").to_json(), "typ": "JWT" });
        let content = format!("{}.{}", encoded(&header), encoded(&json!(claims)));
        let signature = key.sign(content.as_bytes()).ok_or_else(|| Error::internal(format!("the key pair {name} did not sign")))?;
        Ok(format!("{content}.{}", URL_SAFE_NO_PAD.encode(signature)))
    })
}

fn encoded(json: &Json) -> String {
    URL_SAFE_NO_PAD.encode(json.to_string())
}

impl Key {
    fn read(pem: &str) -> Option<Self> {
        let der = private_key::block(pem)?.contents;
        let rsa = RsaKeyPair::from_pkcs8(&der).or_else(|_| RsaKeyPair::from_der(&der)).ok().map(Key::Rsa);
        let on_curve = |(name, curve): &(&'static str, &'static EcdsaSigningAlgorithm)| {
            EcdsaKeyPair::from_private_key_der(curve, &der).ok().map(|key| Key::Ec(name, key))
        };
        let ed25519 = || Ed25519KeyPair::from_pkcs8_maybe_unchecked(&der).ok().map(Key::Ed25519);
        rsa.or_else(|| CURVES.iter().find_map(on_curve)).or_else(ed25519)
    }

    fn algorithm(&self) -> &'static str {
        match self {
            Key::Rsa(_) => "RS256",
            Key::Ec(name, _) => name,
            Key::Ed25519(_) => "EdDSA",
        }
    }

    fn sign(&self, content: &[u8]) -> Option<Vec<u8>> {
        // The library blinds with it; what is signed says nothing about it.
        let random = SystemRandom::new();
        match self {
            Key::Rsa(key) => {
                let mut signature = vec![0; key.public_modulus_len()];
                key.sign(&RSA_PKCS1_SHA256, &random, content, &mut signature).ok()?;
                Some(signature)
            }
            Key::Ec(_, key) => key.sign(&random, content).ok().map(|signature| signature.as_ref().to_vec()),
            Key::Ed25519(key) => Some(key.sign(content).as_ref().to_vec()),
        }
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use aws_lc_rs::signature::{
        ECDSA_P256_SHA256_FIXED, ECDSA_P384_SHA384_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, UnparsedPublicKey, VerificationAlgorithm,
    };
    use rcgen::{CertificateParams, KeyPair, PKCS_ECDSA_P384_SHA384, PKCS_ED25519, SignatureAlgorithm};
    use vestibule_resource::Model as _;

    use super::*;
    use crate::{CertificateKeyPair, certificate, values};

    fn made(algorithm: &'static SignatureAlgorithm) -> (String, String) {
        let key = KeyPair::generate_for(algorithm).unwrap();
        (CertificateParams::default().self_signed(&key).unwrap().pem(), key.serialize_pem())
    }

    fn own(certificate: &str, key: &str) -> (String, String) {
        (certificate.to_owned(), key.to_owned())
    }

    #[test]
    fn tokens_are_signed_as_the_type_of_the_key_says() {
        let kinds: [(&str, (String, String), &dyn VerificationAlgorithm); 4] = [
            ("RS256", own(include_str!("../tests/rsa.crt"), include_str!("../tests/rsa.key")), &RSA_PKCS1_2048_8192_SHA256),
            ("ES256", own(include_str!("../tests/ec.crt"), include_str!("../tests/ec.key")), &ECDSA_P256_SHA256_FIXED),
            ("ES384", made(&PKCS_ECDSA_P384_SHA384), &ECDSA_P384_SHA384_FIXED),
            ("EdDSA", made(&PKCS_ED25519), &ED25519),
        ];
        for (algorithm, (certificate, key), verification) in kinds {
            let pair = Record::new(CertificateKeyPair::RESOURCE, values(&certificate, &key).unwrap());
            let token = sign(&pair, &Map::from_iter([("sub".to_owned(), "ada".into())])).unwrap();
            let (content, signature) = token.rsplit_once('.').unwrap();
            let public = UnparsedPublicKey::new(verification, certificate::public_key(&certificate).unwrap());
            public.verify(content.as_bytes(), &URL_SAFE_NO_PAD.decode(signature).unwrap()).unwrap();
            let (header, claims) = content.split_once('.').unwrap();
            let read = |part: &str| serde_json::from_slice::<Json>(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap();
            assert_eq!(read(header), json!({ "alg": algorithm, "kid": pair.text("kid"), "typ": "JWT" }));
            assert_eq!(read(claims), json!({ "sub": "ada" }));
        }
    }

    #[test]
    fn a_pair_without_a_private_key_signs_nothing() {
        let pair = Record::new(CertificateKeyPair::RESOURCE, values(include_str!("../tests/ec.crt"), "").unwrap());
        assert!(matches!(sign(&pair, &Map::new()), Err(Error::Invalid(_))));
    }
}
