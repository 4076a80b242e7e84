//! Everything that one request knows.

use std::{net::IpAddr, sync::Arc};

use vestibule_resource::{Error, Result};
use vestibule_store::{Follower, Store, Transaction, Witness};

use crate::{Api, Caller, Params, SessionSlot};

/// One request, with who asks and where to look.
#[derive(Clone)]
pub struct Context {
    /// All that is served.
    pub api: Arc<Api>,
    /// The database.
    pub store: Store,
    /// Who asks.
    pub caller: Caller,
    /// What they sent, except for the body.
    pub request: Request,
    /// The visitor's session.
    pub session: SessionSlot,
    /// What areas share beyond the database (passwords, mail, keys), by type; put together once at start.
    pub services: Arc<http::Extensions>,
}

/// What a client sent, except for the body.
#[derive(Debug, Clone)]
pub struct Request {
    /// Id of the request, 32 hexadecimal digits.
    pub id: String,
    /// Method in upper case.
    pub method: String,
    /// Path with its slashes, as sent.
    pub path: String,
    /// Query string as sent, without the question mark.
    pub query: String,
    /// The query string, decoded.
    pub params: Params,
    /// `http` or `https`, from a trusted proxy where there is one.
    pub scheme: String,
    /// Host with its port, as the visitor named it.
    pub host: String,
    /// Address of the visitor, from a trusted proxy where there is one.
    pub ip: IpAddr,
    /// `User-Agent`, empty when absent.
    pub user_agent: String,
    /// `Accept`, empty when absent.
    pub accept: String,
    /// `Content-Type`, empty when absent.
    pub content_type: String,
    /// `Accept-Language`, empty when absent.
    pub language: String,
    /// `Authorization`, empty when absent. Who is calling is known from it already; it is here for operations that judge it themselves.
    pub authorization: String,
    /// Cookies that the browser sent.
    pub cookies: Vec<(String, String)>,
}

impl Request {
    /// A request over plain HTTP of which nothing is known but its method, its address with the query, and where it comes from: what
    /// simulations begin with.
    pub fn plain(method: &str, address: &str, ip: IpAddr) -> Self {
        let (path, query) = address.split_once('?').unwrap_or((address, ""));
        Request {
            id: "0".repeat(32),
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.to_owned(),
            params: Params::parse(query),
            scheme: "http".to_owned(),
            host: "id.example.com".to_owned(),
            ip,
            user_agent: "test".to_owned(),
            accept: "application/json".to_owned(),
            content_type: "application/json".to_owned(),
            language: String::new(),
            authorization: String::new(),
            cookies: Vec::new(),
        }
    }
}

/// The service that sees every change that a request makes: each of these makes a witness of one transaction.
#[derive(Clone, Copy)]
pub struct Audit(pub &'static [Watch]);

/// The service that keeps in step what is worked out of other objects, in whatever transaction of a request changes them.
#[derive(Clone, Copy)]
pub struct Followers(pub &'static [&'static dyn Follower]);

/// Makes the witness of one transaction.
pub type Watch = fn(&Context) -> Box<dyn Witness>;

impl Context {
    /// Begins a write in the caller's name.
    ///
    /// # Errors
    /// As [`Store::begin`].
    pub async fn begin(&self) -> Result<Transaction> {
        let mut tx = self.store.begin(self.caller.actor(&self.request.id)).await?;
        if let Some(Audit(witnesses)) = self.services.get::<Audit>() {
            witnesses.iter().for_each(|witness| tx.tell(witness(self)));
        }
        if let Some(Followers(followers)) = self.services.get::<Followers>() {
            tx.followed_by(followers);
        }
        Ok(tx)
    }

    /// A service that the server was put together with.
    ///
    /// # Errors
    /// `Internal` when it was not.
    pub fn service<T: Send + Sync + 'static>(&self) -> Result<&T> {
        self.services.get::<T>().ok_or_else(|| Error::internal(format!("the server was built without {}", std::any::type_name::<T>())))
    }

    /// The text (decoded) that stands in the path where a standalone operation has `{name}`; empty when it has no such word.
    pub fn segment(&self, name: &str) -> String {
        self.api.segment(&self.request.path, name)
    }

    /// `scheme://host` of the request.
    pub fn origin(&self) -> String {
        format!("{}://{}", self.request.scheme, self.request.host)
    }
}

impl Request {
    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        self.cookies.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}
