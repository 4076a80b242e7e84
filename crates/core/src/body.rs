//! Bodies of actions, read field by field in the contract's words.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use vestibule_engine::{checked_value, type_name};
use vestibule_resource::{Access, Default, Error, Field, Invalid, Kind, Result, Unique, Value};

/// The object that an action was sent. Reading a field notes what is wrong with it; [`Body::check`] tells all of it at once.
#[derive(Debug)]
pub struct Body {
    members: Map<String, Json>,
    invalid: Invalid,
}

impl Body {
    /// Reads a body; none counts as an empty object.
    ///
    /// # Errors
    /// `Invalid` when it is neither.
    pub fn new(sent: Json) -> Result<Self> {
        let members = match sent {
            Json::Object(members) => members,
            Json::Null => Map::new(),
            other => return Err(Error::non_field(format!("Invalid data. Expected a dictionary, but got {}.", type_name(&other)))),
        };
        Ok(Body { members, invalid: Invalid::default() })
    }

    /// Notes something wrong.
    pub fn wrong(&mut self, name: &str, message: impl Into<String>) {
        self.invalid.add(name, message);
    }

    /// `Ok` when nothing is wrong.
    ///
    /// # Errors
    /// `Invalid` with all messages.
    pub fn check(self) -> Result<()> {
        self.invalid.check()
    }

    /// Text that must be there and not be empty, without white space around it; at most `max` characters.
    pub fn text(&mut self, name: &'static str, max: Option<u32>) -> String {
        self.required(name, Kind::Text { max, pattern: None, verbatim: false }).as_str().unwrap_or_default().to_owned()
    }

    /// Text that must be there and not be empty, exactly as sent.
    pub fn verbatim(&mut self, name: &'static str) -> String {
        self.required(name, VERBATIM).as_str().unwrap_or_default().to_owned()
    }

    /// Text that may be absent or empty, exactly as sent.
    pub fn optional(&mut self, name: &'static str) -> Option<String> {
        self.value(name, VERBATIM, true)?.as_str().map(str::to_owned)
    }

    /// A whole number that must be there.
    pub fn int(&mut self, name: &'static str) -> i64 {
        self.required(name, Kind::Int { min: i64::MIN, max: i64::MAX, long: false }).as_int().unwrap_or_default()
    }

    /// A boolean; `default` when it is absent.
    pub fn flag(&mut self, name: &'static str, default: bool) -> bool {
        self.value(name, Kind::Bool, false).and_then(|value| value.as_bool()).unwrap_or(default)
    }

    /// A point in time that may be absent.
    pub fn time(&mut self, name: &'static str) -> Option<Timestamp> {
        self.value(name, Kind::Time, false)?.as_time()
    }

    /// The value as sent, for what no other method reads.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.members.get(name)
    }

    fn required(&mut self, name: &'static str, kind: Kind) -> Value {
        if !self.members.contains_key(name) {
            self.wrong(name, "This field is required.");
        }
        self.value(name, kind, false).unwrap_or_default()
    }

    fn value(&mut self, name: &'static str, kind: Kind, blank: bool) -> Option<Value> {
        let judged = match self.members.get(name)? {
            Json::Null => Err("This field may not be null.".to_owned()),
            json => checked_value(&field(name, kind, blank), json),
        };
        judged.map_err(|message| self.wrong(name, message)).ok()
    }
}

const VERBATIM: Kind = Kind::Text { max: None, pattern: None, verbatim: true };

fn field(name: &'static str, kind: Kind, blank: bool) -> Field {
    Field {
        name,
        help: "",
        kind,
        access: Access::WriteOnly,
        required: false,
        nullable: false,
        blank,
        default: Default::None,
        unique: Unique::No,
        include: None,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

    use serde_json::json;

    use super::*;

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let mut body = Body::new(json!({ "flag": "maybe", "when": "soon", "empty": " ", "number": null })).unwrap();
        body.text("name", None);
        body.text("empty", None);
        body.flag("flag", true);
        body.time("when");
        body.int("number");
        let Error::Invalid(told) = body.check().unwrap_err() else { unreachable!("an error of another kind") };
        assert_eq!(told["name"], json!(["This field is required."]));
        assert_eq!(told["empty"], json!(["This field may not be blank."]));
        assert_eq!(told["flag"], json!(["Must be a valid boolean."]));
        assert_eq!(told["number"], json!(["This field may not be null."]));
        assert!(told["when"][0].as_str().unwrap().starts_with("Datetime has wrong format."));
    }

    #[test]
    fn what_is_right_is_read() {
        let mut body = Body::new(json!({ "name": " n ", "password": " p ", "number": "7", "flag": "no" })).unwrap();
        assert_eq!((body.text("name", Some(5)), body.verbatim("password")), ("n".to_owned(), " p ".to_owned()));
        assert_eq!((body.int("number"), body.flag("flag", true), body.time("when"), body.optional("x")), (7, false, None, None));
        assert!(body.check().is_ok());
    }

    #[test]
    fn a_list_is_no_body() {
        let told = Body::new(json!([])).unwrap_err().to_string();
        assert!(told.contains("Expected a dictionary, but got list."), "{told}");
    }
}
