//! Durations as administrators write them: `hours=3;minutes=1`.

use std::fmt;

use jiff::{RoundMode, SignedDuration, SignedDurationRound, Unit};

/// Units with their length in seconds.
const UNITS: &[(&str, f64)] = &[
    ("microseconds", 1e-6),
    ("milliseconds", 1e-3),
    ("seconds", 1.0),
    ("minutes", 60.0),
    ("hours", 3600.0),
    ("days", 86_400.0),
    ("weeks", 604_800.0),
];

/// The longest duration of the contract, in days, either way.
const MOST_DAYS: i64 = 999_999_999;

/// A text that is no duration. Its text form is the contract's message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadDuration(
    /// The text.
    pub String,
);

impl fmt::Display for BadDuration {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} is not in the correct format of 'hours=3;minutes=1'.", self.0)
    }
}

impl std::error::Error for BadDuration {}

/// Reads `unit=number` pairs between semicolons, exact to the microsecond.
///
/// Units are microseconds to weeks in any case, numbers may have fractions and be negative. A unit that stands twice counts as it
/// stands last. Pairs of unknown units are ignored, for the contract does so, as long as one is known.
///
/// # Errors
/// When a pair has no `=`, a number is none, no unit is known, or the whole is longer than 999 999 999 days.
pub fn parse(text: &str) -> Result<SignedDuration, BadDuration> {
    read(text).ok_or_else(|| BadDuration(text.to_owned()))
}

fn read(text: &str) -> Option<SignedDuration> {
    let mut given: Vec<(&str, SignedDuration)> = Vec::new();
    for pair in text.split(';') {
        let (key, number) = pair.split_once('=')?;
        let Some((unit, seconds)) = UNITS.iter().find(|(unit, _)| unit.eq_ignore_ascii_case(key)) else { continue };
        let number: f64 = number.trim().parse().ok()?;
        given.retain(|(earlier, _)| earlier != unit);
        given.push((unit, SignedDuration::try_from_secs_f64(number * seconds).ok()?));
    }
    given.first()?;
    let sum = given.into_iter().try_fold(SignedDuration::ZERO, |sum, (_, part)| sum.checked_add(part))?;
    let to_micros = SignedDurationRound::new().smallest(Unit::Microsecond).mode(RoundMode::HalfEven);
    sum.round(to_micros).ok().filter(|sum| sum.abs().as_hours() / 24 <= MOST_DAYS)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_duration_is_the_sum_of_its_pairs() {
        let seconds = |text: &str| parse(text).unwrap().as_secs_f64();
        assert_eq!(seconds("hours=3;minutes=1"), 10_860.0);
        assert_eq!(seconds("weeks=1"), 604_800.0);
        assert_eq!(seconds("DAYS=1;Hours=-1"), 82_800.0);
        assert_eq!(seconds("minutes=1.5"), 90.0);
        assert_eq!(seconds("milliseconds=5;microseconds=7"), 0.005_007);
        assert_eq!(seconds("seconds= 1e1 "), 10.0);
        assert_eq!(seconds("seconds=0"), 0.0);
        assert_eq!(seconds("seconds=5;seconds=2"), 2.0);
        assert_eq!(seconds("months=3;seconds=2"), 2.0);
        assert_eq!(seconds("months=x;seconds=2"), 2.0);
    }

    #[test]
    fn what_is_no_duration_is_told_so() {
        let far = "days=1000000000";
        for text in [
            "",
            "3",
            "hours",
            "hours=3;",
            "hours=3,minutes=1",
            "hours=x",
            "hours=",
            "hours=1=2",
            "months=3",
            "hours=inf",
            "hours=nan",
            far,
            "weeks=1e300",
        ] {
            let message = parse(text).unwrap_err().to_string();
            assert_eq!(message, format!("{text} is not in the correct format of 'hours=3;minutes=1'."));
        }
    }

    proptest! {
        #[test]
        fn no_text_brings_the_server_down(text in ".*") {
            let _ = parse(&text);
        }

        #[test]
        fn nothing_near_a_duration_brings_the_server_down(text in "((hours|days|WEEKS|seconds|x|)=?-?[0-9e.]{0,12};?){0,4}") {
            let _ = parse(&text);
        }

        #[test]
        fn whole_seconds_are_exact(number in -1_000_000_000_000_i64..1_000_000_000_000) {
            prop_assert_eq!(parse(&format!("seconds={number}")).unwrap(), SignedDuration::from_secs(number));
        }
    }
}
