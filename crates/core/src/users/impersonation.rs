//! Administrators act as somebody else, to see what they see.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context, Session, Via};
use vestibule_resource::{Error, Record, Result};

use crate::{authn::may_impersonate, body::Body, events, tenant::Settings};

/// Whom the session's user acts as. It stands in the session of the administrator, who stays logged in there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Impersonation {
    /// Key of the administrator.
    pub original: i64,
    /// Key of the user they act as.
    pub target: i64,
}

const ORIGINAL: &str = "authentik/impersonate/original_user";
const TARGET: &str = "authentik/impersonate/user";

impl Impersonation {
    /// What the session says, if its user acts as somebody else.
    pub fn of(session: &Session) -> Option<Self> {
        let key = |name| session.get(name).and_then(Json::as_i64);
        let found = Impersonation { original: key(ORIGINAL)?, target: key(TARGET)? };
        (session.user == Some(found.original)).then_some(found)
    }

    fn begin(self, session: &mut Session) {
        session.set(ORIGINAL, self.original.into());
        session.set(TARGET, self.target.into());
    }

    /// Lets the session's user be themselves again.
    pub fn end(session: &mut Session) {
        session.remove(ORIGINAL);
        session.remove(TARGET);
    }
}

/// The administrator behind the caller, while they act as somebody else.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn original(cx: &Context) -> Result<Option<Record>> {
    if cx.caller.identity().is_none_or(|identity| identity.via != Via::Session) {
        return Ok(None);
    }
    let found = Impersonation::of(&cx.session.lock());
    match found {
        Some(found) => super::get(&cx.store, found.original).await,
        None => Ok(None),
    }
}

/// `POST impersonate/`.
pub(super) async fn start(cx: &Context, row: Option<Record>, sent: Json) -> Result<Answer> {
    let target = super::needed(row)?;
    let identity = cx.caller.identity().ok_or_else(Error::unauthenticated)?;
    let settings = Settings::load(&cx.store).await?;
    if !settings.impersonation || target.key().as_int() == Some(identity.key()) {
        return Ok(Answer::empty(401));
    }
    let reason = reason(sent, settings.impersonation_require_reason)?;
    let pair = Impersonation { original: identity.key(), target: target.key().as_int().unwrap_or_default() };
    refuse(cx, identity.via, pair)?;
    if !may_impersonate(&cx.store, identity, &target).await? {
        return Err(Error::denied());
    }
    events::emit(cx, "impersonation_started", json!({ "reason": reason, "to": events::reference(&target) })).await?;
    pair.begin(&mut cx.session.lock());
    Ok(Answer::no_content())
}

/// The reason, which may be empty only when the settings allow it.
fn reason(sent: Json, required: bool) -> Result<String> {
    let mut body = Body::new(sent)?;
    let reason = body.optional("reason").unwrap_or_default().trim().to_owned();
    body.check()?;
    if required && reason.is_empty() {
        return Err(Error::Invalid(json!({ "reason": "This field is required." })));
    }
    Ok(reason)
}

/// A token has no session to act in.
fn refuse(cx: &Context, via: Via, pair: Impersonation) -> Result<()> {
    let in_session = via == Via::Session && cx.session.lock().user == Some(pair.original);
    if !in_session {
        return Err(Error::Invalid(json!({ "non_field_errors": "Only a browser that is logged in can act as somebody else." })));
    }
    Ok(())
}

/// `GET impersonate_end/`.
pub(super) async fn end(cx: &Context) -> Result<Answer> {
    if original(cx).await?.is_some() {
        events::emit(cx, "impersonation_ended", json!({})).await?;
        Impersonation::end(&mut cx.session.lock());
    }
    Ok(Answer::no_content())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn session(user: Option<i64>) -> Session {
        Session { user, ..Session::default() }
    }

    #[test]
    fn only_the_session_of_the_administrator_acts_as_somebody_else() {
        let pair = Impersonation { original: 1, target: 2 };
        let mut mine = session(Some(1));
        pair.begin(&mut mine);
        assert_eq!(Impersonation::of(&mine), Some(pair));
        let mut others = session(Some(3));
        pair.begin(&mut others);
        assert_eq!(Impersonation::of(&others), None);
        Impersonation::end(&mut mine);
        assert_eq!(Impersonation::of(&mine), None);
    }

    #[test]
    fn a_reason_can_be_demanded() {
        assert_eq!(reason(json!({ "reason": " why " }), true), Ok("why".to_owned()));
        assert_eq!(reason(json!({}), false), Ok(String::new()));
        assert_eq!(reason(json!({}), true), Err(Error::Invalid(json!({ "reason": "This field is required." }))));
    }
}
