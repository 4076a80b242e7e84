//! Codes that change with time (TOTP, RFC 6238).

use jiff::{SignedDuration, Timestamp};
use totp_rs::{Algorithm, Builder, Secret};
use vestibule_resource::Record;
use vestibule_world::World;

use crate::verify::{Given, Noted, Usage};

/// How long an app shows a code, in seconds.
const STEP: i64 = 30;
/// Codes of so many steps before and after are taken too.
const TOLERANCE: u16 = 1;
/// An app whose clock is further off is not followed, in steps.
const FURTHEST: i64 = 20;

/// A key for a new app: 160 unpredictable bits (RFC 4226 §4) as base32.
pub fn new_key(world: &World) -> String {
    Secret::new_stack(world.bytes()).to_base32()
}

/// The step that a code belongs to, when it is right at that moment or close to it.
pub fn step_of(key: &str, digits: i64, code: &str, at: Timestamp) -> Option<i64> {
    let digits = u8::try_from(digits).ok().filter(|digits| [6, 8].contains(digits))?;
    let secret = Secret::try_from_base32(key).ok().filter(|secret| !secret.as_bytes().is_empty())?;
    let codes = Builder::new().with_algorithm(Algorithm::SHA1).with_digits(digits).with_secret(secret).with_skew(TOLERANCE);
    let step = codes.with_step_duration(STEP.unsigned_abs()).build_noncompliant().check(code, u64::try_from(at.as_second()).ok()?)?;
    i64::try_from(step).ok()
}

/// Judges a code of an app. What is noted of a right one makes it worthless, and tells how far the app's clock is off.
pub(crate) fn judge(device: &Record, usage: &Usage, given: Given<'_>) -> Option<Noted> {
    let known = &usage.noted;
    let shown_at = given.at.checked_add(SignedDuration::from_secs(known.drift.saturating_mul(STEP))).ok()?;
    let step = step_of(device.text("key"), device.int("digits"), given.code, shown_at).filter(|step| *step > known.last_step)?;
    let drift = (step - given.at.as_second().div_euclid(STEP)).clamp(-FURTHEST, FURTHEST);
    Some(vec![("last_step", step.into()), ("drift", drift.into())])
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    /// The key of RFC 6238, appendix B, as base32.
    const KEY: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        for (second, code) in [(59, "94287082"), (1_111_111_109, "07081804"), (1_111_111_111, "14050471"), (20_000_000_000, "65353130")] {
            assert_eq!(step_of(KEY, 8, code, at(second)), Some(second / STEP), "{code}");
            assert_eq!(step_of(KEY, 6, code.get(2..).unwrap(), at(second)), Some(second / STEP), "{code}");
        }
    }

    #[test]
    fn a_code_is_right_for_its_time_and_a_little_more() {
        let right = |second: i64| step_of(KEY, 8, "94287082", at(second)).is_some();
        assert!(right(0) && right(30) && right(89));
        assert!(!right(90) && !right(3600));
    }

    #[test]
    fn what_is_no_code_is_never_right() {
        for code in ["", "9428708", "942870820", "+4287082", "9428708a", "９４２８７０８２"] {
            assert_eq!(step_of(KEY, 8, code, at(59)), None, "{code}");
        }
        assert_eq!(step_of("", 6, "328482", at(59)), None, "a device without a key");
        assert_eq!(step_of("not base32!", 8, "94287082", at(59)), None);
        assert_eq!(step_of(KEY, 7, "4287082", at(59)), None, "a length that no app shows");
    }

    #[test]
    fn keys_are_long_and_differ() {
        let world = World::real();
        let (one, other) = (new_key(&world), new_key(&world));
        assert_ne!(one, other);
        assert!(one.len() == 32 && one.chars().all(|letter| matches!(letter, 'A'..='Z' | '2'..='7')), "{one}");
    }
}
