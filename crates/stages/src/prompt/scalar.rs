//! Single values as visitors send them, with the contract's messages and codes.

use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use serde_json::Value as Json;

use super::{choices::Choice, text::text};

/// What is wrong with an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong {
    /// What a person reads.
    pub(crate) message: String,
    /// What clients branch on.
    pub(crate) code: &'static str,
}

impl Wrong {
    pub(crate) fn new(message: impl Into<String>, code: &'static str) -> Self {
        Wrong { message: message.into(), code }
    }

    fn invalid(message: &str) -> Self {
        Wrong::new(message, "invalid")
    }
}

/// Text exactly as typed.
pub(crate) fn line(value: &Json, blank: bool) -> Result<Json, Wrong> {
    let text = string(value)?;
    if text.is_empty() && !blank { Err(Wrong::new("This field may not be blank.", "blank")) } else { Ok(Json::from(text)) }
}

/// Text without the white space around it.
pub(crate) fn trimmed(value: &Json, blank: bool) -> Result<Json, Wrong> {
    line(&Json::from(string(value)?.trim()), blank)
}

/// An e-mail address.
pub(crate) fn email(value: &Json, blank: bool) -> Result<Json, Wrong> {
    let address = trimmed(value, blank)?;
    let text = address.as_str().unwrap_or_default();
    if text.is_empty() || vestibule_mail::check_address(text).is_ok() {
        Ok(address)
    } else {
        Err(Wrong::invalid("Enter a valid email address."))
    }
}

/// A whole number, as a number or as text.
pub(crate) fn number(value: &Json) -> Result<Json, Wrong> {
    let typed = match value {
        Json::Number(number) => number.to_string(),
        Json::String(text) if text.len() > 1000 => return Err(Wrong::new("String value too large.", "max_string_length")),
        Json::String(text) => text.trim().to_owned(),
        _ => String::new(),
    };
    let whole = typed.strip_suffix(".0").unwrap_or(&typed);
    whole.parse::<i64>().map(Json::from).map_err(|_| Wrong::invalid("A valid integer is required."))
}

/// A boolean in any of the contract's spellings.
pub(crate) fn flag(value: &Json) -> Result<Json, Wrong> {
    crate::flag::read(value).map(Json::from).ok_or_else(|| Wrong::invalid("Must be a valid boolean."))
}

/// A day, `2030-01-02`; kept in that form.
pub(crate) fn date(value: &Json) -> Result<Json, Wrong> {
    let typed = value.as_str().map(str::trim).filter(|text| text.len() == 10);
    let day = typed.and_then(|text| text.parse::<Date>().ok());
    day.map(|day| Json::from(day.to_string()))
        .ok_or_else(|| Wrong::invalid("Date has wrong format. Use one of these formats instead: YYYY-MM-DD."))
}

/// A day and a time (RFC 3339; without a zone it is UTC); kept in UTC.
pub(crate) fn moment(value: &Json) -> Result<Json, Wrong> {
    const WRONG: &str = "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";
    let typed = value.as_str().map(str::trim).filter(|text| text.len() > 10 && !text.contains('['));
    let exact = typed.and_then(|text| text.parse::<Timestamp>().ok());
    let zoneless = || typed.and_then(|text| text.parse::<DateTime>().ok()).and_then(|time| TimeZone::UTC.to_timestamp(time).ok());
    let at = exact.or_else(zoneless).ok_or_else(|| Wrong::invalid(WRONG))?;
    Ok(vestibule_resource::Value::from(at).to_json())
}

/// A file as a data URI (RFC 2397) in base64; kept as it stands.
pub(crate) fn file(value: &Json, blank: bool) -> Result<Json, Wrong> {
    let uri = line(value, blank)?;
    let text = uri.as_str().unwrap_or_default();
    if text.is_empty() {
        return Ok(uri);
    }
    let (scheme, rest) = text.split_once(':').ok_or_else(|| Wrong::invalid("Invalid scheme"))?;
    if !scheme.eq_ignore_ascii_case("data") {
        return Err(Wrong::invalid("Invalid scheme"));
    }
    let encoding = rest.split_once(',').and_then(|(header, _)| header.rsplit_once(';')).map(|(_, encoding)| encoding);
    if encoding == Some("base64") { Ok(uri) } else { Err(Wrong::invalid("Invalid encoding")) }
}

/// One of the choices; what is kept is the choice's own value, whatever its kind.
pub(crate) fn choice(value: &Json, choices: &[Choice], blank: bool) -> Result<Json, Wrong> {
    let sent = text(value);
    match choices.iter().find(|choice| choice.value == sent) {
        Some(choice) => Ok(choice.kept.clone()),
        None if sent.is_empty() && blank => Ok(Json::from("")),
        None => Err(Wrong::new(format!("\"{sent}\" is not a valid choice."), "invalid_choice")),
    }
}

fn string(value: &Json) -> Result<String, Wrong> {
    match value {
        Json::String(text) if text.contains('\0') => Err(Wrong::new("Null characters are not allowed.", "null_characters_not_allowed")),
        Json::String(text) => Ok(text.clone()),
        Json::Number(number) => Ok(number.to_string()),
        _ => Err(Wrong::invalid("Not a valid string.")),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn code(read: Result<Json, Wrong>) -> &'static str {
        read.err().map_or("", |wrong| wrong.code)
    }

    #[test]
    fn text_is_kept_as_typed_and_names_are_trimmed() {
        assert_eq!(line(&json!("  a "), false), Ok(json!("  a ")));
        assert_eq!(trimmed(&json!("  a "), false), Ok(json!("a")));
        assert_eq!(code(trimmed(&json!("   "), false)), "blank");
        assert_eq!(line(&json!(5), false), Ok(json!("5")));
        assert_eq!(code(line(&json!(true), false)), "invalid");
        assert_eq!(code(line(&json!("a\0b"), true)), "null_characters_not_allowed");
    }

    #[test]
    fn addresses_are_checked() {
        assert_eq!(email(&json!(" a@example.com "), false), Ok(json!("a@example.com")));
        assert_eq!(code(email(&json!("nope"), false)), "invalid");
        assert_eq!(email(&json!(""), true), Ok(json!("")));
    }

    #[test]
    fn numbers_are_whole() {
        assert_eq!(number(&json!("5.0")), Ok(json!(5)));
        assert_eq!(number(&json!(-7)), Ok(json!(-7)));
        for value in [json!("5.5"), json!(5.5), json!(""), json!(true), json!([5]), json!("x"), json!(1e300)] {
            assert_eq!(code(number(&value)), "invalid", "{value}");
        }
        assert_eq!(code(number(&json!("9".repeat(2000)))), "max_string_length");
    }

    #[test]
    fn days_and_times_are_iso() {
        assert_eq!(date(&json!("2030-01-02")), Ok(json!("2030-01-02")));
        for value in [json!("02.01.2030"), json!("2030-13-01"), json!("2030-01-02T00:00"), json!(5)] {
            assert_eq!(code(date(&value)), "invalid", "{value}");
        }
        assert_eq!(moment(&json!("2030-01-02T03:04")), Ok(json!("2030-01-02T03:04:00Z")));
        assert_eq!(moment(&json!("2030-01-02T03:04:05+02:00")), Ok(json!("2030-01-02T01:04:05Z")));
        for value in [json!("soon"), json!("2030-01-02"), json!(5), json!("2030-01-02T25:00")] {
            assert_eq!(code(moment(&value)), "invalid", "{value}");
        }
    }

    #[test]
    fn files_are_data_uris() {
        assert!(file(&json!("data:text/plain;base64,aGk="), false).is_ok());
        assert_eq!(file(&json!("http://x"), false).err().map(|wrong| wrong.message).as_deref(), Some("Invalid scheme"));
        assert_eq!(file(&json!("data:text/plain,hi"), false).err().map(|wrong| wrong.message).as_deref(), Some("Invalid encoding"));
        assert_eq!(code(file(&json!("data:text/plain;base64"), false)), "invalid");
    }

    #[test]
    fn only_offered_choices_can_be_chosen() {
        let offered = [Choice { value: "1".into(), label: "One".into(), kept: json!(1) }];
        assert_eq!(choice(&json!("1"), &offered, false), Ok(json!(1)));
        assert_eq!(choice(&json!(1), &offered, false), Ok(json!(1)));
        let wrong = choice(&json!("2"), &offered, false).err();
        assert_eq!(wrong, Some(Wrong::new("\"2\" is not a valid choice.", "invalid_choice")));
        assert_eq!(choice(&json!(""), &offered, true), Ok(json!("")));
    }
}
