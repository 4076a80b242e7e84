//! Digests, and comparison that tells an observer nothing.

use sha2::{Digest as _, Sha256, Sha512};
use subtle::ConstantTimeEq as _;

/// SHA-256 in lower-case hexadecimal, 64 digits.
pub fn sha256_hex(data: impl AsRef<[u8]>) -> String {
    hex::encode(Sha256::digest(data))
}

/// SHA-512 in lower-case hexadecimal, 128 digits.
pub(crate) fn sha512_hex(data: impl AsRef<[u8]>) -> String {
    hex::encode(Sha512::digest(data))
}

/// The name by which a user is known to other systems: stable within one installation, telling nothing about the user.
///
/// It is the SHA-256 of `<primary key>-<install id>` in hexadecimal.
pub fn uid(user: i64, install_id: &str) -> String {
    sha256_hex(format!("{user}-{install_id}"))
}

/// Whether two secrets are the same, in a time that depends on their length only.
pub fn same(a: impl AsRef<[u8]>, b: impl AsRef<[u8]>) -> bool {
    a.as_ref().ct_eq(b.as_ref()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_those_of_the_standard() {
        // FIPS 180-2, appendices B.1 and C.1.
        assert_eq!(sha256_hex("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assert_eq!(
            sha512_hex("abc"),
            "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
        );
    }

    #[test]
    fn a_user_is_named_by_key_and_installation() {
        assert_eq!(uid(5, "ab"), sha256_hex("5-ab"));
        assert_ne!(uid(5, "ab"), uid(5, "ac"));
    }

    #[test]
    fn secrets_are_the_same_only_when_every_byte_is() {
        assert!(same("secret", "secret"));
        assert!(!same("secret", "secreT"));
        assert!(!same("secret", "secret1"));
        assert!(same("", b""));
    }
}
