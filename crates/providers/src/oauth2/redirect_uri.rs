//! Addresses to which users may be sent back.

use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Draft, checked_value, type_name};
use vestibule_resource::{Access, Default, Field, Invalid, Kind, Unique, Value, Word as _};
use vestibule_resource_derive::Choices;

/// How an address is compared with the one that an application asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "MatchingModeEnum")]
pub enum MatchingMode {
    /// They are the same, letter by letter.
    Strict,
    /// The whole of it is as the regular expression says.
    Regex,
}

/// After what users are sent there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "RedirectURITypeEnum")]
pub enum RedirectUriType {
    /// A login.
    Authorization,
    /// A logout.
    Logout,
}

/// An address that is compared letter by letter, as it is stored.
pub(crate) fn strict(url: String) -> Json {
    json!({
        "matching_mode": MatchingMode::Strict.word(), "url": url, "redirect_uri_type": RedirectUriType::Authorization.word(),
    })
}

/// Judges the addresses of a body; what is good is stored in one form.
pub(super) fn check(draft: &mut Draft) {
    let Some(sent) = draft.sent("redirect_uris").and_then(Value::as_json) else { return };
    match list(sent) {
        Ok(list) => draft.set("redirect_uris", Json::Array(list)),
        Err(wrong) => draft.invalid.nest("redirect_uris", wrong),
    }
}

/// All addresses, or what is wrong with each of them, in their order.
fn list(sent: &Json) -> Result<Vec<Json>, Json> {
    let Json::Array(items) = sent else {
        return Err(json!({ "non_field_errors": [format!("Expected a list of items but got type \"{}\".", type_name(sent))] }));
    };
    let judged: Vec<Result<Json, Invalid>> = items.iter().map(one).collect();
    if judged.iter().all(Result::is_ok) {
        return Ok(judged.into_iter().flatten().collect());
    }
    Err(judged.into_iter().map(|item| item.map_or_else(told, |_| json!({}))).collect())
}

fn told(invalid: Invalid) -> Json {
    match invalid.into() {
        vestibule_resource::Error::Invalid(body) => body,
        _ => json!({}),
    }
}

fn one(item: &Json) -> Result<Json, Invalid> {
    let mut invalid = Invalid::default();
    let Json::Object(members) = item else {
        invalid.add("non_field_errors", format!("Invalid data. Expected a dictionary, but got {}.", type_name(item)));
        return Err(invalid);
    };
    let mode = member(members, &MATCHING_MODE, &mut invalid);
    let url = member(members, &URL, &mut invalid);
    let kind = member(members, &TYPE, &mut invalid).unwrap_or_else(|| RedirectUriType::Authorization.word().into());
    if let (Some(mode), Some(url)) = (&mode, &url)
        && mode.as_str() == Some(MatchingMode::Regex.word())
        && regex::Regex::new(&format!("^(?:{url})$")).is_err()
    {
        invalid.add("url", format!("Invalid Regex Pattern: {url}"));
    }
    if !invalid.is_empty() {
        return Err(invalid);
    }
    let shown = |value: Option<Value>| value.unwrap_or_default().to_json();
    Ok(json!({ "matching_mode": shown(mode), "url": shown(url), "redirect_uri_type": kind.to_json() }))
}

fn member(members: &Map<String, Json>, field: &Field, invalid: &mut Invalid) -> Option<Value> {
    let judged = match members.get(field.name) {
        None if field.required => Err("This field is required.".to_owned()),
        None => return None,
        Some(Json::Null) => Err("This field may not be null.".to_owned()),
        Some(json) => checked_value(field, json),
    };
    judged.map_err(|message| invalid.add(field.name, message)).ok()
}

static MATCHING_MODE: Field = field("matching_mode", Kind::Choice(MatchingMode::CHOICES), true);
static URL: Field = field("url", Kind::TEXT, true);
static TYPE: Field = field("redirect_uri_type", Kind::Choice(RedirectUriType::CHOICES), false);

const fn field(name: &'static str, kind: Kind, required: bool) -> Field {
    Field {
        name,
        help: "",
        kind,
        access: Access::ReadWrite,
        required,
        nullable: false,
        blank: false,
        default: Default::None,
        unique: Unique::No,
        include: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_for_logins_when_nobody_says() {
        let sent = json!([{ "matching_mode": "strict", "url": " https://app.example.com/cb ", "more": 1 }]);
        let kept = json!({ "matching_mode": "strict", "url": "https://app.example.com/cb", "redirect_uri_type": "authorization" });
        assert_eq!(list(&sent), Ok(vec![kept]));
    }

    #[test]
    fn what_is_wrong_is_told_at_its_place() {
        let sent = json!([{ "matching_mode": "strict", "url": "a" }, { "matching_mode": "regex", "url": "(" }, { "url": "" }, 5]);
        let wanted = json!([
            {},
            { "url": ["Invalid Regex Pattern: ("] },
            { "matching_mode": ["This field is required."], "url": ["This field may not be blank."] },
            { "non_field_errors": ["Invalid data. Expected a dictionary, but got int."] },
        ]);
        assert_eq!(list(&sent), Err(wanted));
    }

    #[test]
    fn what_is_no_list_is_refused() {
        let wanted = json!({ "non_field_errors": ["Expected a list of items but got type \"str\"."] });
        assert_eq!(list(&json!("https://app.example.com")), Err(wanted));
    }
}
