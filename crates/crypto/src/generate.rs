//! Making a private key and a certificate that it signs itself.

use std::time::Duration;

use jiff::Timestamp;
use rcgen::{
    CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, IsCa, KeyPair, KeyUsagePurpose, PKCS_ECDSA_P256_SHA256,
    PKCS_ED25519, PKCS_RSA_SHA256, RsaKeySize, SerialNumber, date_time_ymd,
};
use tokio::sync::Semaphore;
use vestibule_resource::{Error, Result};
use vestibule_resource_derive::Choices;
use vestibule_world::World;

/// Longest common name, in letters (RFC 5280, `ub-common-name`).
pub(crate) const LONGEST_NAME: u32 = 64;

/// Longest validity, in days: a hundred years.
pub(crate) const LONGEST_VALIDITY: i64 = 36_500;

/// Keys made at the same time: finding the primes of an RSA key keeps a processor busy for a while.
static AT_ONCE: Semaphore = Semaphore::const_new(1);

/// Kinds of key that can be asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "AlgEnum")]
pub enum Algorithm {
    /// RSA with 4096 bits.
    #[choice(label = "RSA")]
    Rsa,
    /// ECDSA on the curve P-256.
    #[choice(label = "ECDSA")]
    Ecdsa,
    /// Ed25519.
    Ed25519,
    /// Ed448, which this server cannot make.
    Ed448,
}

/// What a certificate is to say.
#[derive(Debug, Clone)]
pub struct Wish {
    /// Whom it is about; at most 64 letters.
    pub common_name: String,
    /// Host names and addresses that it is good for.
    pub names: Vec<String>,
    /// How long it is good, in days from now.
    pub days: i64,
    /// Kind of its key.
    pub algorithm: Algorithm,
}

/// A certificate and its private key, as PEM.
pub struct Generated {
    /// The certificate.
    pub certificate: String,
    /// The private key (PKCS #8).
    pub key: String,
}

/// Makes a key and a certificate for it.
///
/// # Errors
/// `Invalid` for a name that no certificate can hold, and for Ed448.
pub async fn generate(world: &World, wish: Wish) -> Result<Generated> {
    if wish.algorithm == Algorithm::Ed448 {
        return Err(Error::not_possible("Keys for Ed448 cannot be made here. Upload one that another program made."));
    }
    let params = params(world, &wish)?;
    let _turn = AT_ONCE.acquire().await.map_err(|error| Error::internal(error.to_string()))?;
    let made = tokio::task::spawn_blocking(move || make(&params, wish.algorithm)).await;
    made.map_err(|error| Error::internal(error.to_string()))?.map_err(|error| Error::internal(error.to_string()))
}

fn make(params: &CertificateParams, algorithm: Algorithm) -> Result<Generated, rcgen::Error> {
    let key = match algorithm {
        Algorithm::Rsa => KeyPair::generate_rsa_for(&PKCS_RSA_SHA256, RsaKeySize::_4096)?,
        Algorithm::Ecdsa => KeyPair::generate_for(&PKCS_ECDSA_P256_SHA256)?,
        Algorithm::Ed25519 | Algorithm::Ed448 => KeyPair::generate_for(&PKCS_ED25519)?,
    };
    Ok(Generated { certificate: params.self_signed(&key)?.pem(), key: key.serialize_pem() })
}

fn params(world: &World, wish: &Wish) -> Result<CertificateParams> {
    let unfit = |_| Error::field("subject_alt_name", "Every name must be a host name or an address.");
    let mut params = CertificateParams::new(wish.names.clone()).map_err(unfit)?;
    params.distinguished_name = subject(&wish.common_name);
    let now = world.now();
    // Other clocks may be behind.
    params.not_before = date_time_ymd(1970, 1, 1) + since_1970(now, -1);
    params.not_after = date_time_ymd(1970, 1, 1) + since_1970(now, wish.days);
    params.serial_number = Some(serial_number(world));
    params.is_ca = IsCa::ExplicitNoCa;
    params.key_usages = vec![KeyUsagePurpose::DigitalSignature];
    if wish.algorithm == Algorithm::Rsa {
        params.key_usages.push(KeyUsagePurpose::KeyEncipherment);
    }
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth, ExtendedKeyUsagePurpose::ClientAuth];
    Ok(params)
}

fn subject(common_name: &str) -> DistinguishedName {
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, common_name);
    name.push(DnType::OrganizationName, "Vestibule");
    name.push(DnType::OrganizationalUnitName, "Self-signed");
    name
}

/// A positive number of 16 unpredictable bytes (RFC 5280, 4.1.2.2).
fn serial_number(world: &World) -> SerialNumber {
    let mut bytes: [u8; 16] = world.bytes();
    if let Some(first) = bytes.first_mut() {
        *first = *first & 0x7f | 0x40;
    }
    SerialNumber::from_slice(&bytes)
}

/// The time from 1970 to so many days from now.
fn since_1970(now: Timestamp, days: i64) -> Duration {
    let seconds = now.as_second().saturating_add(days.saturating_mul(86_400));
    Duration::from_secs(u64::try_from(seconds).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;
    use crate::{
        certificate,
        key_pair::KeyType,
        private_key::{Fit, fit},
    };

    fn wish(algorithm: Algorithm) -> Wish {
        Wish { common_name: "id.example.com".into(), names: vec!["id.example.com".into(), "192.0.2.1".into()], days: 30, algorithm }
    }

    #[tokio::test]
    async fn a_pair_fits_and_says_what_was_asked_for() {
        let world = World::real();
        for (algorithm, kind) in [(Algorithm::Rsa, KeyType::Rsa), (Algorithm::Ecdsa, KeyType::Ec), (Algorithm::Ed25519, KeyType::Ed25519)] {
            let made = generate(&world, wish(algorithm)).await.unwrap();
            let facts = certificate::read(&made.certificate).unwrap();
            assert_eq!(facts.key_type, Some(kind));
            assert_eq!(facts.subject, "OU=Self-signed,O=Vestibule,CN=id.example.com");
            let left = facts.expiry.unwrap().duration_since(world.now()).as_hours();
            assert!((29 * 24..=30 * 24).contains(&left), "{left}");
            assert_eq!((facts.sha256.len(), facts.sha1.len()), (95, 59));
            assert_eq!(fit(&made.certificate, &made.key), Fit::Good);
            let other = generate(&world, wish(Algorithm::Ecdsa)).await.unwrap();
            assert_eq!(fit(&made.certificate, &other.key), Fit::OfAnother);
        }
    }

    #[tokio::test]
    async fn what_no_certificate_can_hold_is_refused() {
        let world = World::real();
        let odd = Wish { names: vec!["bücher.example".into()], ..wish(Algorithm::Ed25519) };
        assert!(matches!(generate(&world, odd).await, Err(Error::Invalid(_))));
        assert!(matches!(generate(&world, wish(Algorithm::Ed448)).await, Err(Error::Invalid(_))));
    }
}
