//! From text in URLs to values.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use uuid::Uuid;
use vestibule_resource::{Field, Kind, Value};

/// A value of that field from text in a URL; `None` when the text cannot be one.
pub(crate) fn from_text(field: &Field, text: &str) -> Option<Value> {
    match field.kind {
        Kind::Text { .. } | Kind::Email { .. } | Kind::Url { .. } | Kind::Duration | Kind::Choice(_) => Some(Value::from(text)),
        Kind::Bool => flag(text).map(Value::Bool),
        Kind::Int { .. } => text.trim().parse().ok().map(Value::Int),
        Kind::Float => text.trim().parse().ok().filter(|number: &f64| number.is_finite()).map(Value::Float),
        Kind::Time => time(text).map(Value::Time),
        Kind::Uuid => uuid(text).map(Value::Uuid),
        Kind::Ref(_) => uuid(text).map(Value::Uuid).or_else(|| text.parse().ok().map(Value::Int)),
        Kind::Object
        | Kind::Json
        | Kind::TextList
        | Kind::Objects(_)
        | Kind::ChoiceList(_)
        | Kind::Secret
        | Kind::Many(_)
        | Kind::Nested(_)
        | Kind::Computed(_) => None,
    }
}

/// A boolean in a URL: `true` or `false`, whatever the case.
pub(crate) fn flag(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}

/// A UUID in any of its spellings.
pub(crate) fn uuid(text: &str) -> Option<Uuid> {
    let text = text.trim();
    // The contract's server reads 32 digits with hyphens anywhere, and takes braces and the URN prefix too.
    Uuid::try_parse(text).ok().or_else(|| {
        let digits: String =
            text.trim_matches(['{', '}']).trim_start_matches("urn:uuid:").chars().filter(|letter| *letter != '-').collect();
        Uuid::try_parse(&digits).ok()
    })
}

/// A point in time: RFC 3339, also without zone (then UTC), also a bare date (then midnight).
///
/// The last day of the year 9999, with which clients say "never", lies beyond what a timestamp holds and becomes the last one.
pub(crate) fn time(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    let zoneless = || text.trim_end_matches(['Z', 'z']).parse::<DateTime>().ok();
    let utc = |time: DateTime| TimeZone::UTC.to_timestamp(time).ok().or_else(|| (time.year() == 9999).then_some(Timestamp::MAX));
    let time: Timestamp = text.parse().ok().or_else(|| zoneless().and_then(utc))?;
    // The databases keep microseconds.
    Timestamp::from_microsecond(time.as_microsecond()).or_else(|_| Timestamp::from_second(time.as_second())).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_may_lack_zone_and_clock() {
        for text in ["2030-01-02T00:00:00Z", "2030-01-02T00:00:00", "2030-01-02 00:00", "2030-01-02", "2030-01-02T01:00:00+01:00"] {
            assert_eq!(time(text).map(|time| time.to_string()).as_deref(), Some("2030-01-02T00:00:00Z"), "{text}");
        }
        assert_eq!(time("soon"), None);
        assert!(time("9999-12-31T23:59:59Z").is_some());
    }

    #[test]
    fn uuids_may_lack_hyphens() {
        assert_eq!(uuid("DD4E876AB77E4739A6DA04CFFEE5737C"), uuid("dd4e876a-b77e-4739-a6da-04cffee5737c"));
        assert_eq!(uuid("zz"), None);
    }
}
