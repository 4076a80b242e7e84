//! From gathered data to the columns of a user.
//!
//! Only what stands here can be written: an invitation or a prompt never reaches a key, a password hash, or the right to do
//! everything.

use serde_json::{Map, Value as Json};
use vestibule_core::users::UserType;
use vestibule_resource::Word as _;

/// How deep a dotted path may reach into the attributes.
const DEEPEST: usize = 32;

/// Longest user name, in characters.
const LONGEST_USERNAME: usize = 150;

/// Longest e-mail address, in characters.
const LONGEST_EMAIL: usize = 254;

/// What is to be written of a user; `None` leaves a column as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Changes {
    pub(crate) username: Option<String>,
    pub(crate) name: Option<String>,
    pub(crate) email: Option<String>,
    pub(crate) path: Option<String>,
    pub(crate) is_active: Option<bool>,
    pub(crate) kind: Option<UserType>,
    /// The new password, as typed.
    pub(crate) password: Option<String>,
    /// All attributes, as they shall be.
    pub(crate) attributes: Map<String, Json>,
}

/// Data that no user can be written from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Unfit;

/// Works out what is to be written of a user whose attributes are `attributes`. Keys that mean nothing here are left out.
///
/// # Errors
/// [`Unfit`] when a value cannot be what its key says.
pub(crate) fn changes(data: &Map<String, Json>, attributes: Map<String, Json>) -> Result<Changes, Unfit> {
    let mut changes = Changes { attributes, ..Changes::default() };
    if let Some(given) = data.get("attributes") {
        let given = given.as_object().ok_or(Unfit)?;
        changes.attributes.extend(given.iter().map(|(key, value)| (key.clone(), value.clone())));
    }
    for (key, value) in data {
        match attribute_path(key) {
            Some(path) => put(&mut changes.attributes, path, value)?,
            None => column(&mut changes, key, value)?,
        }
    }
    Ok(changes)
}

fn column(changes: &mut Changes, key: &str, value: &Json) -> Result<(), Unfit> {
    match key {
        "username" => changes.username = Some(text(value, LONGEST_USERNAME)?.trim().to_owned()),
        "name" => changes.name = Some(text(value, usize::MAX)?),
        "email" => changes.email = Some(text(value, LONGEST_EMAIL)?),
        "path" => changes.path = Some(path(&text(value, usize::MAX)?)?),
        "password" => changes.password = Some(text(value, usize::MAX)?).filter(|password| !password.is_empty()),
        "is_active" => changes.is_active = Some(flag(value)?),
        "type" => changes.kind = user_type(value),
        _ => {}
    }
    Ok(())
}

/// The path into the attributes that a key names, `attributes.a.b` or `attributes_a`; `None` when it names none.
pub(crate) fn attribute_path(key: &str) -> Option<&str> {
    key.strip_prefix("attributes.").or_else(|| key.strip_prefix("attributes_")).filter(|path| !path.is_empty())
}

fn put(attributes: &mut Map<String, Json>, path: &str, value: &Json) -> Result<(), Unfit> {
    let words: Vec<&str> = path.split('.').collect();
    let (last, parents) = words.split_last().ok_or(Unfit)?;
    if words.len() > DEEPEST {
        return Err(Unfit);
    }
    let mut here = attributes;
    for word in parents {
        here = here.entry(*word).or_insert_with(|| Json::Object(Map::new())).as_object_mut().ok_or(Unfit)?;
    }
    here.insert((*last).to_owned(), value.clone());
    Ok(())
}

fn text(value: &Json, longest: usize) -> Result<String, Unfit> {
    let text = match value {
        Json::String(text) => text.clone(),
        Json::Number(number) => number.to_string(),
        _ => return Err(Unfit),
    };
    if text.contains('\0') || text.chars().count() > longest { Err(Unfit) } else { Ok(text) }
}

/// A folder in the directory of users: words with single slashes between.
fn path(text: &str) -> Result<String, Unfit> {
    if text.split('/').any(str::is_empty) { Err(Unfit) } else { Ok(text.to_owned()) }
}

fn flag(value: &Json) -> Result<bool, Unfit> {
    crate::flag::read(value).ok_or(Unfit)
}

/// The type of that name. Nobody becomes a machine of this system itself, which may do more than others: see [`tame`].
pub(crate) fn user_type(value: &Json) -> Option<UserType> {
    UserType::from_word(value.as_str()?).map(tame)
}

/// A machine of this system itself becomes an ordinary machine.
pub(crate) fn tame(kind: UserType) -> UserType {
    match kind {
        UserType::InternalServiceAccount => UserType::ServiceAccount,
        other => other,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn apply(data: Json) -> Result<Changes, Unfit> {
        changes(data.as_object().unwrap(), Map::new())
    }

    #[test]
    fn an_enrolment_names_the_columns_of_the_user() {
        let data = json!({
            "component": "ak-stage-prompt", "username": " ada ", "name": "Ada", "email": "ada@example.com", "password": "secret",
            "password_repeat": "secret", "attributes": {"dept": "eng"}, "is_active": "false", "path": "users/new", "type": "internal",
        });
        let written = apply(data).unwrap();
        let wanted = Changes {
            username: Some("ada".into()),
            name: Some("Ada".into()),
            email: Some("ada@example.com".into()),
            path: Some("users/new".into()),
            is_active: Some(false),
            kind: Some(UserType::Internal),
            password: Some("secret".into()),
            attributes: json!({"dept": "eng"}).as_object().unwrap().clone(),
        };
        assert_eq!(written, wanted);
    }

    #[test]
    fn what_gives_power_cannot_be_written() {
        let data = json!({"is_superuser": true, "pk": 1, "id": 1, "uuid": "x", "groups": ["admins"], "roles": ["x"], "password_hash": "x",
                          "last_login": "2030-01-01", "token": "x", "unusable_password": true});
        assert_eq!(apply(data), Ok(Changes::default()));
        let kind = apply(json!({"type": "internal_service_account"})).unwrap().kind;
        assert_eq!(kind, Some(UserType::ServiceAccount));
        assert_eq!(apply(json!({"type": "emperor"})).unwrap().kind, None);
    }

    #[test]
    fn attributes_are_set_by_path() {
        let data = json!({
            "attributes": {"a": 1, "keep": {"x": 1}}, "attributes.settings.locale": "de", "attributes.keep.y": 2, "attributes_flat": true,
        });
        let written = apply(data).unwrap().attributes;
        assert_eq!(Json::Object(written), json!({"a": 1, "keep": {"x": 1, "y": 2}, "settings": {"locale": "de"}, "flat": true}));
    }

    #[test]
    fn attributes_that_are_there_stay() {
        let data = json!({"attributes": {"b": 2}});
        let written = changes(data.as_object().unwrap(), json!({"a": 1, "b": 1}).as_object().unwrap().clone()).unwrap();
        assert_eq!(Json::Object(written.attributes), json!({"a": 1, "b": 2}));
    }

    #[test]
    fn values_that_cannot_be_what_they_should_be_are_refused() {
        for data in [
            json!({"username": ["a"]}),
            json!({"username": "a\0b"}),
            json!({"username": "x".repeat(151)}),
            json!({"email": {"a": 1}}),
            json!({"path": "/a"}),
            json!({"path": "a//b"}),
            json!({"path": ""}),
            json!({"is_active": "perhaps"}),
            json!({"attributes": "x"}),
            json!({"attributes.a": 1, "attributes.a.b": 2}),
            json!({format!("attributes.{}", "a.".repeat(40)): 1}),
        ] {
            assert_eq!(apply(data.clone()), Err(Unfit), "{data}");
        }
    }

    fn value() -> impl Strategy<Value = Json> {
        prop_oneof![
            Just(json!(null)),
            Just(json!({"a": [1]})),
            any::<String>().prop_map(Json::from),
            any::<i64>().prop_map(Json::from),
            any::<bool>().prop_map(Json::from),
        ]
    }

    proptest! {
        #[test]
        fn hostile_data_is_refused_or_written_and_never_breaks(
            keys in proptest::collection::vec("(attributes[._])?[a-z._]{0,12}|username|type|path|is_active|attributes", 0..6),
            values in proptest::collection::vec(value(), 6),
        ) {
            let data: Map<String, Json> = keys.into_iter().zip(values).collect();
            if let Ok(written) = changes(&data, Map::new()) {
                prop_assert!(written.kind != Some(UserType::InternalServiceAccount));
                prop_assert!(written.path.is_none_or(|path| !path.starts_with('/') && !path.ends_with('/')));
            }
        }
    }
}
