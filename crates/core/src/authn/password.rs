//! The one verifier of passwords. What it answers cannot be made elsewhere.

use serde_json::{Map, Value as Json, json};
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record, Result};
use vestibule_secret::{Passwords, Verdict};
use vestibule_store::Actor;

use crate::{
    events,
    tokens::{self, Intent},
    users::User,
};

/// What a password is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// The user's own password.
    Inbuilt,
    /// Tokens that stand for the user's password.
    AppPassword,
}

impl Backend {
    /// The backend of that name, as the contract writes it; `None` for those that are not built yet.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "authentik.core.auth.InbuiltBackend" => Some(Backend::Inbuilt),
            "authentik.core.auth.TokenBackend" => Some(Backend::AppPassword),
            _ => None,
        }
    }

    /// The name, as the contract writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Backend::Inbuilt => "authentik.core.auth.InbuiltBackend",
            Backend::AppPassword => "authentik.core.auth.TokenBackend",
        }
    }
}

/// Proof that somebody typed this user's password. Only this module can make one.
#[derive(Debug, Clone, PartialEq)]
pub struct Verified {
    user: i64,
    backend: Backend,
    args: Map<String, Json>,
}

impl Verified {
    /// Key of the user.
    pub fn user(&self) -> i64 {
        self.user
    }

    /// What the password was compared with.
    pub fn backend(&self) -> Backend {
        self.backend
    }

    /// How the user proved who they are, as plans and events name it.
    pub fn method(&self) -> &'static str {
        match self.backend {
            Backend::Inbuilt => "password",
            Backend::AppPassword => "token",
        }
    }

    /// Details of that.
    pub fn args(&self) -> &Map<String, Json> {
        &self.args
    }
}

/// Compares a password with what these backends know of the user, in order. `None` when it fits nowhere, when there is no such
/// user, or they are not active; all of these take the same time.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn verify(cx: &Context, user: Option<&Record>, password: &str, backends: &[Backend]) -> Result<Option<Verified>> {
    let mut found = None;
    for backend in backends {
        let fits = match backend {
            Backend::Inbuilt => inbuilt(cx, user, password).await?,
            Backend::AppPassword => Box::pin(app_password(cx, user, password)).await?,
        };
        found = fits;
        if found.is_some() {
            break;
        }
    }
    let active = user.is_some_and(|user| user.flag("is_active"));
    Ok(found.filter(|_| active))
}

async fn inbuilt(cx: &Context, user: Option<&Record>, password: &str) -> Result<Option<Verified>> {
    let passwords = cx.service::<Passwords>()?;
    let Some(user) = user else {
        passwords.burn(password).await;
        return Ok(None);
    };
    let verdict = passwords.verify(password, user.text("password")).await;
    if verdict == Verdict::RightRehash && user.flag("is_active") {
        Box::pin(rehash(cx, passwords, user, password)).await?;
    }
    Ok((verdict != Verdict::Wrong).then(|| Verified::of(user, Backend::Inbuilt, Map::new())))
}

/// Stores the password in today's form. The password itself stays, so sessions and the date of its change do too.
async fn rehash(cx: &Context, passwords: &Passwords, user: &Record, password: &str) -> Result<()> {
    let Some(hash) = passwords.hash(password, cx.store.world()).await else { return Ok(()) };
    let mut tx = cx.store.begin(Actor { request: cx.request.id.clone(), ..Actor::default() }).await?;
    // Somebody may have set another password meanwhile; theirs counts.
    let unchanged = tx.lock(User::RESOURCE, user.key()).await?.is_some_and(|now| now.text("password") == user.text("password"));
    if unchanged {
        tx.update(User::RESOURCE, user.key(), vec![("password", hash.into())]).await?;
        tx.commit().await?;
    }
    Ok(())
}

async fn app_password(cx: &Context, user: Option<&Record>, password: &str) -> Result<Option<Verified>> {
    // An unknown user costs the same lookup.
    let key = user.map_or(0, |user| user.key().as_int().unwrap_or_default());
    let token = tokens::find(&cx.store, Intent::AppPassword, key, password).await?;
    Ok(user.zip(token).map(|(user, token)| {
        let args = Map::from_iter([("token".to_owned(), json!(events::reference(&token)))]);
        Verified::of(user, Backend::AppPassword, args)
    }))
}

impl Verified {
    fn of(user: &Record, backend: Backend, args: Map<String, Json>) -> Self {
        Verified { user: user.key().as_int().unwrap_or_default(), backend, args }
    }
}
