//! Values that need no look at the database.

use std::{
    collections::HashMap,
    sync::{PoisonError, RwLock},
};

use serde_json::Value as Json;
use vestibule_resource::{Choices, Field, Kind, Pattern, Value};

use super::Rejected;
use crate::{body::type_name, parse};

/// A value that needs no look at the database.
pub(super) fn value(field: &Field, json: &Json) -> Result<Value, Rejected> {
    match &field.kind {
        Kind::Text { max, pattern, verbatim } => text(json, *verbatim).and_then(|text| checked(field, text, *max, *pattern)),
        Kind::Secret => text(json, true).and_then(|text| checked(field, text, None, None)),
        Kind::Email { max } => text(json, false).and_then(|text| checked(field, text, Some(*max), None)).and_then(email),
        Kind::Url { max, pattern: None } => text(json, false).and_then(|text| checked(field, text, *max, None)).and_then(url),
        Kind::Url { max, pattern } => text(json, false).and_then(|text| checked(field, text, *max, *pattern)),
        Kind::Duration => text(json, false).and_then(|text| checked(field, text, None, None)).and_then(duration),
        Kind::Bool => boolean(json).map(Value::Bool).ok_or_else(|| "Must be a valid boolean.".into()),
        Kind::Int { min, max, .. } => integer(json, *min, *max),
        Kind::Float => float(json),
        Kind::Time => time(json),
        Kind::Uuid => json.as_str().and_then(parse::uuid).map(Value::Uuid).ok_or_else(|| "Must be a valid UUID.".into()),
        Kind::Object if json.is_object() => nul_free(json),
        Kind::Object => Err("Value must be a dictionary, and not have any duplicate keys.".into()),
        Kind::Json => nul_free(json),
        Kind::Choice(choices) => word(json, choices).map(Value::Text),
        Kind::TextList => texts(field, json),
        Kind::Objects(_) => nul_free(json),
        Kind::ChoiceList(choices) => words(field, json, choices),
        Kind::Ref(_) | Kind::Many(_) | Kind::Nested(_) | Kind::Computed(_) => Err("This field cannot be set.".into()),
    }
}

fn text(json: &Json, verbatim: bool) -> Result<String, Rejected> {
    let text = match json {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        _ => return Err("Not a valid string.".into()),
    };
    if text.contains('\0') {
        return Err("Null characters are not allowed.".into());
    }
    Ok(if verbatim { text } else { text.trim().to_owned() })
}

fn checked(field: &Field, text: String, max: Option<u32>, pattern: Option<&'static Pattern>) -> Result<Value, Rejected> {
    if text.is_empty() {
        return if field.blank { Ok(Value::Text(text)) } else { Err("This field may not be blank.".into()) };
    }
    if let Some(max) = max
        && text.chars().count() > max as usize
    {
        return Err(format!("Ensure this field has no more than {max} characters."));
    }
    if let Some(pattern) = pattern
        && !matches(pattern, &text)
    {
        return Err(pattern.message.into());
    }
    Ok(Value::Text(text))
}

/// Whether the whole text is as the pattern says. Patterns are few and fixed, so each is compiled once.
fn matches(pattern: &'static Pattern, text: &str) -> bool {
    static COMPILED: RwLock<Option<HashMap<&'static str, Option<regex::Regex>>>> = RwLock::new(None);
    let judge = |regex: &Option<regex::Regex>| regex.as_ref().is_some_and(|regex| regex.is_match(text));
    if let Some(regex) = COMPILED.read().unwrap_or_else(PoisonError::into_inner).as_ref().and_then(|known| known.get(pattern.regex)) {
        return judge(regex);
    }
    let mut known = COMPILED.write().unwrap_or_else(PoisonError::into_inner);
    judge(known.get_or_insert_default().entry(pattern.regex).or_insert_with(|| regex::Regex::new(pattern.regex).ok()))
}

fn email(value: Value) -> Result<Value, Rejected> {
    let good = value.as_str().is_some_and(|text| text.is_empty() || is_email(text));
    if good { Ok(value) } else { Err("Enter a valid email address.".into()) }
}

/// Whether the text looks like an address: one `@`, a dot-atom before it, a domain with a dot (or `localhost`) after it.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let atom = |letter: char| letter.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{}|~-".contains(letter);
    let local_good = !local.is_empty() && local.split('.').all(|part| !part.is_empty() && part.chars().all(atom));
    let label = |label: &str| {
        !label.is_empty()
            && label.len() <= 63
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
    };
    local_good && text.len() <= 320 && (domain == "localhost" || domain.contains('.')) && domain.split('.').all(label)
}

fn url(value: Value) -> Result<Value, Rejected> {
    let good = value.as_str().is_some_and(|text| text.is_empty() || is_url(text));
    if good { Ok(value) } else { Err("Enter a valid URL.".into()) }
}

/// Whether the text is an absolute address of the web or of file transfer, with a host (RFC 3986), which need not have a dot. Some
/// addresses are completed for whoever follows them: `%(username)s` counts as a word.
fn is_url(text: &str) -> bool {
    let text = completed(text);
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let known = ["http", "https", "ftp", "ftps"].iter().any(|known| known.eq_ignore_ascii_case(scheme));
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let name = if host.starts_with('[') { host } else { host.split(':').next().unwrap_or_default() };
    let port = host.strip_prefix(name).unwrap_or_default().trim_start_matches(':');
    let letter = |letter: char| letter.is_alphanumeric() || "-._[]:".contains(letter);
    let clean = !text.chars().any(|letter| letter.is_whitespace() || letter.is_control());
    known && clean && !name.is_empty() && name.chars().all(letter) && (port.is_empty() || port.parse::<u16>().is_ok())
}

/// The text with a word in every place that is filled in later.
fn completed(text: &str) -> String {
    let mut parts = text.split("%(");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(")s") {
            Some((name, rest)) if name.chars().all(|letter| letter.is_alphanumeric() || letter == '_') => whole.extend(["x", rest]),
            _ => whole.extend(["%(", part]),
        }
    }
    whole
}

fn duration(value: Value) -> Result<Value, Rejected> {
    match vestibule_secret::duration::parse(value.as_str().unwrap_or_default()) {
        Ok(_) => Ok(value),
        Err(bad) => Err(bad.to_string()),
    }
}

/// A boolean in any of the contract's spellings.
fn boolean(json: &Json) -> Option<bool> {
    match json {
        Json::Bool(yes) => Some(*yes),
        Json::Number(number) if number.as_f64() == Some(1.0) => Some(true),
        Json::Number(number) if number.as_f64() == Some(0.0) => Some(false),
        Json::String(text) => match text.to_ascii_lowercase().as_str() {
            "true" | "t" | "yes" | "y" | "on" | "1" => Some(true),
            "false" | "f" | "no" | "n" | "off" | "0" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

fn integer(json: &Json, min: i64, max: i64) -> Result<Value, Rejected> {
    const LONGEST: usize = 1000;
    let whole = |number: f64| (number.fract() == 0.0 && number.abs() < 9e15).then_some(number as i64);
    let number = match json {
        Json::Number(number) => number.as_i64().or_else(|| number.as_f64().and_then(whole)),
        Json::String(text) if text.len() > LONGEST => return Err("String value too large.".into()),
        Json::String(text) => text.trim().trim_end_matches(".0").parse().ok(),
        _ => None,
    };
    let number: i64 = number.ok_or("A valid integer is required.")?;
    if number > max {
        return Err(format!("Ensure this value is less than or equal to {max}."));
    }
    if number < min {
        return Err(format!("Ensure this value is greater than or equal to {min}."));
    }
    Ok(Value::Int(number))
}

fn float(json: &Json) -> Result<Value, Rejected> {
    let number = match json {
        Json::Number(number) => number.as_f64(),
        Json::String(text) => text.trim().parse().ok(),
        _ => None,
    };
    number.filter(|number| number.is_finite()).map(Value::Float).ok_or_else(|| "A valid number is required.".into())
}

fn time(json: &Json) -> Result<Value, Rejected> {
    json.as_str().and_then(parse::time).map(Value::Time).ok_or_else(|| {
        "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].".into()
    })
}

/// No database keeps NUL in JSON, so it is refused wherever it stands.
fn nul_free(json: &Json) -> Result<Value, Rejected> {
    fn has_nul(json: &Json) -> bool {
        match json {
            Json::String(text) => text.contains('\0'),
            Json::Array(items) => items.iter().any(has_nul),
            Json::Object(members) => members.iter().any(|(name, value)| name.contains('\0') || has_nul(value)),
            _ => false,
        }
    }
    if has_nul(json) { Err("Null characters are not allowed.".into()) } else { Ok(Value::from(json.clone())) }
}

fn word(json: &Json, choices: &Choices) -> Result<String, Rejected> {
    let shown = match json {
        Json::String(text) if choices.contains(text) => return Ok(text.clone()),
        Json::String(text) => text.clone(),
        Json::Bool(true) => "True".into(),
        Json::Bool(false) => "False".into(),
        other => other.to_string(),
    };
    Err(format!("\"{shown}\" is not a valid choice."))
}

fn words(field: &Field, json: &Json, choices: &Choices) -> Result<Value, Rejected> {
    let Json::Array(items) = json else { return Err(not_a_list(json)) };
    if items.is_empty() && !field.blank {
        return Err("This list may not be empty.".into());
    }
    let words: Result<Vec<Json>, Rejected> = items.iter().map(|item| word(item, choices).map(Json::String)).collect();
    words.map(|words| Value::from(Json::Array(words)))
}

fn texts(field: &Field, json: &Json) -> Result<Value, Rejected> {
    let Json::Array(items) = json else { return Err(not_a_list(json)) };
    if items.is_empty() && !field.blank {
        return Err("This list may not be empty.".into());
    }
    let texts: Result<Vec<Json>, Rejected> = items.iter().map(|item| listed(item).map(Json::String)).collect();
    texts.map(|texts| Value::from(Json::Array(texts)))
}

/// One text of a list, which is never empty.
fn listed(json: &Json) -> Result<String, Rejected> {
    text(json, false).and_then(|text| if text.is_empty() { Err("This field may not be blank.".into()) } else { Ok(text) })
}

/// What is wrong with the items of a list of words or texts, by their place; `None` when nothing is, or it is no list.
pub(super) fn wrong_items(field: &Field, json: &Json) -> Option<Json> {
    let judge = |item: &Json| match field.kind {
        Kind::ChoiceList(choices) => word(item, choices).err(),
        Kind::TextList => listed(item).err(),
        _ => None,
    };
    let wrong = |(place, item): (usize, &Json)| judge(item).map(|message| (place.to_string(), Json::from(vec![message])));
    let wrong: serde_json::Map<String, Json> = json.as_array()?.iter().enumerate().filter_map(wrong).collect();
    (!wrong.is_empty()).then_some(Json::Object(wrong))
}

pub(super) fn not_a_list(json: &Json) -> Rejected {
    format!("Expected a list of items but got type \"{}\".", type_name(json))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use vestibule_resource::{Access, Choice, Default, Unique};

    use super::*;

    static WORDS: Choices =
        Choices { name: "Words", items: &[Choice { value: "any", label: "Any" }, Choice { value: "all", label: "All" }] };

    fn field(kind: Kind) -> Field {
        Field {
            name: "x",
            help: "",
            kind,
            access: Access::ReadWrite,
            required: false,
            nullable: false,
            blank: false,
            default: Default::None,
            unique: Unique::No,
            include: None,
        }
    }

    fn rejected(kind: Kind, json: Json) -> String {
        value(&field(kind), &json).err().unwrap_or_default()
    }

    #[test]
    fn text_is_trimmed_and_numbers_become_text() {
        assert_eq!(value(&field(Kind::TEXT), &Json::from("  a ")), Ok(Value::from("a")));
        assert_eq!(value(&field(Kind::TEXT), &Json::from(1.5)), Ok(Value::from("1.5")));
        assert_eq!(rejected(Kind::TEXT, Json::from(true)), "Not a valid string.");
        assert_eq!(rejected(Kind::TEXT, Json::from("a\0")), "Null characters are not allowed.");
    }

    #[test]
    fn numbers_keep_to_their_bounds() {
        assert_eq!(rejected(Kind::INT, Json::from(1_i64 << 31)), "Ensure this value is less than or equal to 2147483647.");
        assert_eq!(rejected(Kind::INT, Json::from("x")), "A valid integer is required.");
        assert_eq!(value(&field(Kind::INT), &Json::from("7")), Ok(Value::Int(7)));
    }

    #[test]
    fn a_word_outside_the_set_is_named_in_the_message() {
        assert_eq!(rejected(Kind::Choice(&WORDS), Json::from("none")), "\"none\" is not a valid choice.");
        assert_eq!(rejected(Kind::ChoiceList(&WORDS), Json::from("any")), "Expected a list of items but got type \"str\".");
    }

    #[test]
    fn addresses_of_the_web_are_recognised() {
        let good = ["https://a.example/b?c=d", "http://intranet/", "https://[::1]:9000/", "https://%(username)s.a.example/%(email)s"];
        assert!(good.iter().all(|text| is_url(text)));
        let bad = ["", "a.example", "javascript:alert(1)", "https://", "https://a b/", "https://%(a b)s.c/", "https://a.b:99999/"];
        assert!(bad.iter().all(|text| !is_url(text)));
    }

    #[test]
    fn addresses_and_durations_are_recognised() {
        assert!(["a@b.example", "a.b+c@localhost"].iter().all(|text| is_email(text)));
        assert!(["", "a", "a@", "@b.c", "a b@c.d", "a@b..c", "a@-b.c"].iter().all(|text| !is_email(text)));
        assert_eq!(value(&field(Kind::Duration), &Json::from("hours=3;minutes=1")), Ok(Value::from("hours=3;minutes=1")));
        assert_eq!(rejected(Kind::Duration, Json::from("soon")), "soon is not in the correct format of 'hours=3;minutes=1'.");
    }

    fn any_json() -> impl Strategy<Value = Json> {
        let leaf = prop_oneof![
            Just(Json::Null),
            any::<bool>().prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            any::<f64>().prop_map(Json::from),
            any::<String>().prop_map(Json::from),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from),
                prop::collection::vec((any::<String>(), inner), 0..4).prop_map(|pairs| Json::Object(pairs.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn any_json_is_accepted_or_rejected_but_never_breaks(json in any_json()) {
            let pattern = Kind::Text { max: Some(9), pattern: Some(&Pattern::SLUG), verbatim: false };
            for kind in [Kind::TEXT, pattern, Kind::Email { max: 20 }, Kind::Bool, Kind::INT, Kind::Float, Kind::Time, Kind::Duration,
                         Kind::Uuid, Kind::Object, Kind::Json, Kind::Choice(&WORDS), Kind::ChoiceList(&WORDS), Kind::Secret] {
                if let Ok(Value::Text(text)) = value(&field(kind), &json) {
                    prop_assert!(!text.contains('\0'));
                }
            }
        }
    }
}
