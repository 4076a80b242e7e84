//! From what a request did to a session to the columns of its row.

use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value as Json};
use vestibule_engine::{Request, Session};
use vestibule_resource::{Error, Record, Result, Value};

use crate::tenant::after;

/// How long a session lasts that was not told otherwise, from its last change.
pub(super) const LASTS: SignedDuration = SignedDuration::from_hours(24);

/// Most bytes of JSON that a session holds.
const MOST: usize = 1 << 20;

/// Longest name of a browser that is kept.
const LONGEST_AGENT: usize = 1024;

pub(super) type Columns = Vec<(&'static str, Value)>;

/// The columns of a session that change with its use. Who is logged in is not among them: that changes with the key alone. What the
/// session holds goes over into them.
///
/// # Errors
/// 413 when the session would hold too much.
pub(super) fn columns(session: &mut Session, request: &Request, now: Timestamp) -> Result<Columns> {
    let expires = session.max_age.map_or_else(|| after(now, LASTS), |seconds| after(now, SignedDuration::from_secs(seconds)));
    let data = match (session.changed.take(), &session.row) {
        (Some(changed), _) => bounded(Json::Object(changed))?.into(),
        (None, Some(row)) => row.get("data").clone(),
        (None, None) => Json::Object(Map::new()).into(),
    };
    let mut columns = vec![("data", data), ("expires", expires.into()), ("fixed", session.max_age.is_some().into())];
    columns.extend(seen(request, now));
    Ok(columns)
}

/// The columns that say when and from where the session was last used.
pub(super) fn seen(request: &Request, now: Timestamp) -> Columns {
    let agent: String = request.user_agent.chars().filter(|letter| *letter != '\0').take(LONGEST_AGENT).collect();
    vec![("last_ip", request.ip.to_canonical().to_string().into()), ("last_user_agent", agent.into()), ("last_used", now.into())]
}

fn bounded(json: Json) -> Result<Json> {
    let mut size = Size::default();
    size.add(&json);
    if size.bytes > MOST {
        return Err(Error::Refused(413, "The session holds too much.".into()));
    }
    // No database keeps NUL characters, and a visitor can put one into a query string that a flow keeps.
    Ok(if size.nul { without_nul(json) } else { json })
}

/// What JSON takes as text, and whether NUL characters are in it.
#[derive(Default)]
struct Size {
    /// Bytes; an escaped character counts as one.
    bytes: usize,
    nul: bool,
}

impl Size {
    fn text(&mut self, text: &str) {
        self.bytes += text.len();
        self.nul |= text.contains('\0');
    }

    fn add(&mut self, json: &Json) {
        // Quotes, brackets and what stands between; a number or a word.
        const AROUND: usize = 4;
        self.bytes += AROUND;
        match json {
            Json::String(text) => self.text(text),
            Json::Array(items) => items.iter().for_each(|item| self.add(item)),
            Json::Object(members) => members.iter().for_each(|(name, value)| {
                self.text(name);
                self.add(value);
            }),
            Json::Null | Json::Bool(_) | Json::Number(_) => {}
        }
    }
}

fn without_nul(json: Json) -> Json {
    let clean = |text: String| text.replace('\0', "\u{fffd}");
    match json {
        Json::String(text) => clean(text).into(),
        Json::Array(items) => items.into_iter().map(without_nul).collect(),
        Json::Object(members) => Json::Object(members.into_iter().map(|(name, value)| (clean(name), without_nul(value))).collect()),
        other => other,
    }
}

/// A session as a request sees it.
pub(super) fn session(key: String, row: Arc<Record>, now: Timestamp) -> Session {
    let remaining = row.time("expires").filter(|_| row.flag("fixed")).map(|end| now.duration_until(end).as_secs().max(0));
    Session { key: Some(key), user: row.get("user").as_int(), max_age: remaining, row: Some(row), ..Session::default() }
}

/// What a row takes of memory, in bytes; roughly, and rather too much than too little.
pub(super) fn weight(row: &Record) -> usize {
    const COLUMNS: usize = 1024;
    COLUMNS + row.text("last_user_agent").len() + weight_of(row.json("data"))
}

fn weight_of(json: &Json) -> usize {
    const NODE: usize = 64;
    NODE + match json {
        Json::String(text) => text.len(),
        Json::Array(items) => items.iter().map(weight_of).sum(),
        Json::Object(members) => members.iter().map(|(name, value)| NODE + name.len() + weight_of(value)).sum(),
        Json::Null | Json::Bool(_) | Json::Number(_) => 0,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_session_is_bounded() {
        let big = Map::from_iter([("x".to_owned(), Json::from("y".repeat(MOST)))]);
        assert_eq!(bounded(Json::Object(big)), Err(Error::Refused(413, "The session holds too much.".into())));
    }

    #[test]
    fn nul_characters_cannot_break_the_database() {
        let sent = Map::from_iter([("q".to_owned(), json!({ "a\0": ["b\0"] }))]);
        assert_eq!(bounded(Json::Object(sent)), Ok(json!({ "q": { "a\u{fffd}": ["b\u{fffd}"] } })));
    }
}
