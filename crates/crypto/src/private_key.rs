//! Reading private keys.

use aws_lc_rs::digest::{SHA512, digest};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use rcgen::KeyPair;
use x509_parser::pem::Pem;

use crate::certificate;

/// Whether a private key belongs to a certificate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fit {
    /// It does, or there is none.
    Good,
    /// It cannot be read.
    Unreadable,
    /// It belongs to another.
    OfAnother,
}

/// Whether the private key belongs to the first certificate.
pub(crate) fn fit(certificate_pem: &str, key_pem: &str) -> Fit {
    if key_pem.is_empty() {
        return Fit::Good;
    }
    match read(key_pem) {
        None => Fit::Unreadable,
        Some(key) if certificate::public_key(certificate_pem).as_deref() == Some(key.public_key_raw()) => Fit::Good,
        Some(_) => Fit::OfAnother,
    }
}

fn read(pem: &str) -> Option<KeyPair> {
    KeyPair::try_from(block(pem)?.contents.as_slice()).ok()
}

/// The first private key in a PEM text. Parameters of a curve may stand before it.
pub(crate) fn block(pem: &str) -> Option<Pem> {
    Pem::iter_from_buffer(pem.as_bytes()).map_while(Result::ok).find(|block| block.label.ends_with("PRIVATE KEY"))
}

/// The name of a key in signed tokens: what the contract's server calls the same key.
pub(crate) fn kid(key_pem: &str) -> String {
    URL_SAFE_NO_PAD.encode(digest(&SHA512, key_pem.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Made with `openssl ecparam -genkey` and `openssl req -x509`, to see that what others write is read.
    const CERTIFICATE: &str = include_str!("../tests/ec.crt");
    const KEY: &str = include_str!("../tests/ec.key");

    #[test]
    fn keys_that_others_made_are_read() {
        assert_eq!(fit(CERTIFICATE, KEY), Fit::Good);
        assert_eq!(fit(CERTIFICATE, include_str!("../tests/rsa.key")), Fit::OfAnother);
        assert_eq!(fit(include_str!("../tests/rsa.crt"), include_str!("../tests/rsa.key")), Fit::Good);
    }

    #[test]
    fn what_is_no_key_is_not_read() {
        for text in [" ", "x", CERTIFICATE, include_str!("../tests/encrypted.key")] {
            assert_eq!(fit(CERTIFICATE, text), Fit::Unreadable);
        }
        assert_eq!(fit(CERTIFICATE, ""), Fit::Good);
    }
}
