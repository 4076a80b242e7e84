//! What tokens say about a user (OpenID Connect Core, section 2).

use std::sync::Arc;

use jiff::Timestamp;
use serde_json::{Map, Value as Json, json};
use vestibule_core::{Keys, groups, users};
use vestibule_engine::Context;
use vestibule_host::{Given, Scope};
use vestibule_mappings::{Merged, ScopeMapping, merge};
use vestibule_resource::{Error, Model as _, Record, Result, Value, Word as _};
use vestibule_secret::duration;

use super::{IssuerMode, SubMode, Urls, tokens::access::TokenModel};
use crate::provider::{mappings, scope, slug};

/// What a token of this server vouches for: nothing more than that the user logged in as the flow asked.
const ACR: &str = "goauthentik.io/providers/oauth2/default";

/// Length of what tells one token from all others.
const ID_LENGTH: usize = 40;

/// What tokens are issued about.
pub(crate) struct Issue {
    /// The provider that issues them.
    pub(crate) provider: Arc<Record>,
    /// The user they are about.
    pub(crate) user: Arc<Record>,
    /// Scopes that were granted.
    pub(crate) scopes: Vec<String>,
    /// When they expire.
    pub(crate) expires: Timestamp,
    /// When the user last proved who they are.
    pub(crate) auth_time: Timestamp,
    /// Nothing is issued: mappings leave no trace.
    pub(crate) trial: bool,
    /// How many expressions wait for it.
    pub(crate) depth: u32,
}

impl Issue {
    /// A trial with all scopes that the provider has mappings for, for as long as its access tokens are good, to a user who logged in
    /// just now.
    pub(crate) async fn trial_of_everything(cx: &Context, provider: Arc<Record>, user: Arc<Record>) -> Result<Self> {
        let all = mappings(cx, &provider, ScopeMapping::RESOURCE).await?;
        let scopes = all.iter().map(|mapping| mapping.text("scope_name").to_owned()).collect();
        let now = cx.store.world().now();
        let expires = after(now, provider.text("access_token_validity"))?;
        Ok(Issue { provider, user, scopes, expires, auth_time: now, trial: true, depth: 0 })
    }

    /// The claims of the ID token. What the mappings of the scopes say comes last, and wins.
    pub(crate) async fn id_token(&self, cx: &Context) -> Result<Map<String, Json>> {
        let now = cx.store.world().now();
        let issuer = issuer(cx, &self.provider).await?;
        let mut claims = Map::from_iter(issuer.map(|issuer| ("iss".to_owned(), issuer.into())));
        claims.extend(
            [
                ("sub", subject(cx, &self.provider, &self.user)?.into()),
                ("aud", self.provider.text("client_id").into()),
                ("exp", self.expires.as_second().into()),
                ("iat", now.as_second().into()),
                ("auth_time", self.auth_time.as_second().into()),
                ("acr", ACR.into()),
                ("jti", cx.store.world().key(ID_LENGTH).into()),
            ]
            .map(|(name, value)| (name.to_owned(), value)),
        );
        if self.provider.flag("include_claims_in_id_token") {
            claims.extend(self.scope_claims(cx).await?);
        }
        Ok(claims)
    }

    /// The claims of the access token, beyond those of the ID token that belongs to it (RFC 9068, section 2.2, and `uid`, which tells it
    /// from all others).
    pub(crate) fn access_token(&self, cx: &Context, id_token: &Map<String, Json>) -> Map<String, Json> {
        let mut claims = id_token.clone();
        claims.insert("azp".into(), self.provider.text("client_id").into());
        claims.insert("uid".into(), cx.store.world().key(ID_LENGTH).into());
        claims.insert("scope".into(), self.scopes.join(" ").into());
        claims
    }

    /// What the granted scopes tell about the user, in the order of their names. A mapping that fails tells nothing.
    pub(crate) async fn scope_claims(&self, cx: &Context) -> Result<Map<String, Json>> {
        let mut granted = mappings(cx, &self.provider, ScopeMapping::RESOURCE).await?;
        granted.retain(|mapping| self.scopes.iter().any(|scope| scope == mapping.text("scope_name")));
        let token = Arc::new(Record::new(TokenModel::RESOURCE, self.columns()));
        let scope = Scope { depth: self.depth, ..scope(&self.provider, &self.user, self.trial).with("token", Given::Row(token)) };
        Ok(match merge(cx, granted, "scope_name", &scope, Map::new()).await? {
            Merged::Made(made) => made.properties,
            Merged::Skip => Map::new(),
        })
    }

    /// The columns of the access token that are known before it is signed.
    pub(crate) fn columns(&self) -> Vec<(&'static str, Value)> {
        vec![
            ("provider", self.provider.key().clone()),
            ("user", self.user.key().clone()),
            ("scope", json!(self.scopes).into()),
            ("expires", self.expires.into()),
            ("auth_time", self.auth_time.into()),
        ]
    }
}

/// The moment that lies a duration after another.
pub(crate) fn after(now: Timestamp, validity: &str) -> Result<Timestamp> {
    let length = duration::parse(validity).map_err(|error| Error::non_field(error.to_string()))?;
    now.checked_add(length).map_err(|_| Error::non_field(format!("{validity} is too long.")))
}

/// Who says to have issued the tokens; `None` when every application has its own issuer and none uses the provider.
async fn issuer(cx: &Context, provider: &Record) -> Result<Option<String>> {
    let slug = match slug(cx, provider).await? {
        None if provider.text("issuer_mode") == IssuerMode::Global.word() => Some(String::new()),
        slug => slug,
    };
    Ok(slug.map(|slug| Urls::new(cx, slug).issuer(provider)))
}

/// What identifies the user to the application.
fn subject(cx: &Context, provider: &Record, user: &Record) -> Result<String> {
    let uid = || Ok(users::uid(user, cx.service::<Keys>()?));
    match provider.column::<SubMode>("sub_mode")? {
        SubMode::HashedUserId => uid(),
        SubMode::UserId => Ok(user.key().to_string()),
        SubMode::UserUuid => Ok(user.uuid("uuid").unwrap_or_default().to_string()),
        SubMode::UserUsername => Ok(user.text("username").to_owned()),
        SubMode::UserEmail => Ok(user.text("email").to_owned()),
        SubMode::UserUpn => match groups::at(user.json("attributes"), "upn").and_then(Json::as_str) {
            Some(upn) => Ok(upn.to_owned()),
            None => uid(),
        },
    }
}
