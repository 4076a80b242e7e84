//! Who is calling: the one way from a request to a [`Caller`].

mod csrf;
mod identity;
pub mod password;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use http::Extensions;
use serde_json::Value as Json;
use vestibule_engine::{Caller, Identity, Request, Session, SessionSlot, Via};
use vestibule_resource::{Error, Record, Result};
use vestibule_store::Store;

pub use csrf::{COOKIE as CSRF_COOKIE, check as check_csrf, token as csrf_token};
pub use identity::Identities;
pub use password::{Backend, Verified};

use crate::{
    roles::{HOLDINGS, grant::may_act_as},
    services::Keys,
    sessions,
    users::Impersonation,
};

/// Headers by which a client says who it is.
#[derive(Debug, Clone, Copy, Default)]
pub struct Credentials<'a> {
    /// `Authorization`.
    pub authorization: Option<&'a str>,
    /// `X-authentik-CSRF`.
    pub csrf: Option<&'a str>,
    /// `Origin`.
    pub origin: Option<&'a str>,
}

/// Who is calling: by token when the request carries one, else by session.
///
/// # Errors
/// `Unauthenticated` for a token that is none, `Denied` for a request that looks forged, `Invalid` without a body when the session's
/// user may not log in any more; the session is then empty, and has to be saved all the same.
pub async fn authenticate(services: &Extensions, request: &Request, session: &SessionSlot, credentials: Credentials<'_>) -> Result<Caller> {
    let identities = service::<Identities>(services)?;
    if let Some(key) = bearer(credentials.authorization)? {
        let identity = Box::pin(identities.of_token(key)).await?;
        return identity.map(Caller::User).ok_or_else(|| Error::Unauthenticated("Token invalid/expired".into()));
    }
    let visitor = Visitor::of(&session.lock());
    let Some(user) = visitor.user else { return Ok(Caller::Anonymous) };
    let Some(identity) = Box::pin(of_session(identities, session, visitor.acting, user)).await? else {
        sessions::log_out(&mut session.lock());
        return Err(Error::Invalid(Json::Null));
    };
    if !matches!(request.method.as_str(), "GET" | "HEAD" | "OPTIONS" | "TRACE") {
        csrf::check(service::<Keys>(services)?, &session.lock(), request, credentials)?;
    }
    Ok(Caller::User(identity))
}

/// What a session says about who is calling.
struct Visitor {
    user: Option<i64>,
    acting: Option<Impersonation>,
}

impl Visitor {
    fn of(session: &Session) -> Self {
        Visitor { user: session.user, acting: Impersonation::of(session) }
    }
}

/// The key in a bearer header; any other header says nothing.
fn bearer(header: Option<&str>) -> Result<Option<&str>> {
    match header.and_then(|header| header.split_once(' ')) {
        Some((scheme, "")) if scheme.eq_ignore_ascii_case("bearer") => Err(Error::Unauthenticated("Malformed header".into())),
        Some((scheme, key)) if scheme.eq_ignore_ascii_case("bearer") => Ok(Some(key)),
        _ => Ok(None),
    }
}

/// The user of a session, or whom they act as.
async fn of_session(
    identities: &Identities,
    slot: &SessionSlot,
    acting: Option<Impersonation>,
    user: i64,
) -> Result<Option<Arc<Identity>>> {
    let Some(own) = identities.load(user, Via::Session).await? else { return Ok(None) };
    let Some(acting) = acting else { return Ok(Some(own)) };
    // Who lost the power to act as others is themselves again at once.
    let target = match identities.load_forced(acting.target, Via::Session).await? {
        Some(target) if may_impersonate(identities.store(), &own, &target.user).await? => Some(target),
        _ => None,
    };
    if target.is_none() {
        Impersonation::end(&mut slot.lock());
    }
    Ok(Some(target.unwrap_or(own)))
}

/// Whether somebody may act as a user: with the permission, and only as one who holds no more than they do.
///
/// # Errors
/// `Internal` when the database fails.
pub(crate) async fn may_impersonate(store: &Store, who: &Identity, user: &Record) -> Result<bool> {
    let permitted = HOLDINGS.on_object(store, who, "authentik_core.impersonate", user).await?;
    Ok(permitted && may_act_as(store, who, user.key()).await?)
}

fn service<T: Send + Sync + 'static>(services: &Extensions) -> Result<&T> {
    services.get::<T>().ok_or_else(|| Error::internal(format!("the server was built without {}", std::any::type_name::<T>())))
}
