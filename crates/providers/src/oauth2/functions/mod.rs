//! `ak_create_jwt(…)` and `ak_create_jwt_raw(…)`: tokens that expressions issue in the name of a provider.
//!
//! An expression confers no rights, so neither is a way into anything that its author could not enter:
//!
//! * Only providers of OAuth 2.0 themselves sign: no proxies, whose outposts judge those who pass, and never the server's own key.
//! * A token for a user is issued if that user is active, and passes what is bound to the application. For users who hold rights here
//!   it is issued only when they ask themselves; and never with the scope that opens the API of this server.
//! * A token with claims of one's own is always meant for the client of the provider (`aud`), always expires, and cannot say that this
//!   server issued it (`iss`), so that nobody takes it for one that tells who somebody is.
//! * A trial signs with a key that nobody knows and stores nothing.
//!
//! The event `authorize_application` tells of each: which application or provider, about whom with which scopes or claims, until when,
//! and that an expression did it. It never holds the token.

mod issue;

use std::sync::Arc;

use serde_json::Map;
use vestibule_core::users::{self, User};
use vestibule_expression::{Args, Native, Result, Spec, Stop, Value, Vm, exception};
use vestibule_host::{Row, session, to_json, wait_for};
use vestibule_policies::deeper;
use vestibule_resource::{Error, Model as _, Record};

use self::issue::{issued, refusal, signed_raw};
use super::{
    OAuth2Provider,
    id_token::{Issue, after},
};
use crate::Provider;

/// Functions that expressions know through this crate.
pub const FUNCTIONS: &[Native] =
    &[Native { name: "ak_create_jwt", call: create_jwt }, Native { name: "ak_create_jwt_raw", call: create_jwt_raw }];

/// How long a token is good when nobody says.
const VALIDITY: &str = "seconds=60";

/// `ak_create_jwt(user, provider, scopes, validity="seconds=60")`: an access token (RFC 9068); `None` where no request is at hand.
fn create_jwt(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [user, provider, scopes, validity] = args.bind(&Spec::new("ak_create_jwt", 3, ["user", "provider", "scopes", "validity"]))?;
    let (host, depth) = (session(vm)?, deeper(vm)?);
    let asked = host.request();
    if vm.attribute(&asked, "http_request")?.is_none() {
        return Ok(Value::None);
    }
    let user = user.as_ref().and_then(|user| user.downcast::<Row>()).map(Row::record).filter(|row| row.resource.is(User::RESOURCE.model));
    let user = user.ok_or_else(|| Stop::type_error("ak_create_jwt() issues tokens about users"))?;
    let scopes = words(vm, &scopes.unwrap_or(Value::None))?;
    let validity = text(vm, validity)?;
    let provider = signer(vm, provider)?;
    let cx = host.cx();
    let Some(user) = wait_for(users::get(&cx.store, user.key().as_int().unwrap_or_default()))? else { return Ok(Value::None) };
    let expires = wait_for(async { after(cx.store.world().now(), &validity) })?;
    let auth_time = cx.store.world().now();
    let issue = Issue { provider, user: Arc::new(user), scopes, expires, auth_time, trial: host.debug(), depth };
    if let Some(why) = wait_for(refusal(cx, &issue))? {
        return Err(Stop::raise(&exception::PERMISSION_ERROR, why));
    }
    let token = wait_for(issued(cx, &issue))?;
    vm.text(token)
}

/// `ak_create_jwt_raw(provider, validity="seconds=60", **claims)`: a token with these claims, `aud` and `exp`.
fn create_jwt_raw(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let Args { positional, named } = args;
    let (known, given): (Vec<_>, Vec<_>) = named.into_iter().partition(|(name, _)| matches!(&**name, "provider" | "validity"));
    let [provider, validity] = Args { positional, named: known }.bind(&Spec::new("ak_create_jwt_raw", 1, ["provider", "validity"]))?;
    let mut claims = Map::new();
    for (name, value) in given {
        claims.insert(name.to_string(), to_json(vm, &value)?);
    }
    if claims.get("iss").is_some_and(|issuer| !issuer.as_str().is_some_and(of_others)) {
        return Err(Stop::raise(&exception::PERMISSION_ERROR, "a token with claims of one's own cannot say that this server issued it"));
    }
    let validity = text(vm, validity)?;
    let provider = signer(vm, provider)?;
    let host = session(vm)?;
    let token = wait_for(signed_raw(host, &provider, claims, &validity))?;
    vm.text(token)
}

/// Whether an issuer can be taken for none of this server, under whatever name it is reached: those are addresses without a path, or
/// below `/application/`.
fn of_others(issuer: &str) -> bool {
    url::Url::parse(issuer).map_or(true, |url| url.path().len() > 1 && !url.path().starts_with("/application/"))
}

/// The provider that an expression names, or holds.
fn signer(vm: &mut Vm<'_>, given: Option<Value>) -> Result<Arc<Record>> {
    let given = given.unwrap_or(Value::None);
    let row = given.downcast::<Row>().map(Row::record);
    let name = if row.is_none() { vm.str(&given)? } else { String::new() };
    vm.charge_call()?;
    let cx = session(vm)?.cx();
    wait_for(async {
        let all = cx.store.rows(OAuth2Provider::RESOURCE).await?;
        let found = match &row {
            Some(row) if row.resource.is(Provider::RESOURCE.model) => all.find(row.key()),
            Some(_) => None,
            None => all.all.iter().find(|provider| provider.text("name") == name),
        };
        let found = found.ok_or_else(|| Error::non_field("There is no such provider of OAuth 2.0."))?;
        let base = cx.store.rows(Provider::RESOURCE).await?;
        let proper = base.find(found.key()).is_some_and(|base| base.text("model") == OAuth2Provider::RESOURCE.model);
        if proper { Ok(Arc::clone(found)) } else { Err(Error::non_field("Expressions sign no tokens as a proxy.")) }
    })
}

/// Scopes: a list of them, or a text with spaces between.
fn words(vm: &mut Vm<'_>, given: &Value) -> Result<Vec<String>> {
    if let Some(text) = given.as_str() {
        return Ok(text.split_whitespace().map(str::to_owned).collect());
    }
    let items = vm.items(given)?;
    items.iter().map(|item| vm.str(item)).collect()
}

fn text(vm: &mut Vm<'_>, given: Option<Value>) -> Result<String> {
    given.map_or_else(|| Ok(VALIDITY.to_owned()), |given| vm.str(&given))
}
