//! A server without HTTP, for this crate's tests: an embedded database in a folder of its own, and a clock that stands still.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::{net::IpAddr, sync::Arc};

use http::Extensions;
use jiff::{SignedDuration, Timestamp};
use serde_json::Value as Json;
use tempfile::TempDir;
use vestibule_engine::{Answer, Api, Body, Caller, Context, Identity, Request, Session, SessionSlot, Via};
use vestibule_resource::{Catalog, Model as _, Record, Result, Value};
use vestibule_secret::{Cost, Passwords};
use vestibule_store::{Actor, Database, Migration, Settings, Store};
use vestibule_world::{Chance, StoppedClock, World};

use crate::{
    Keys,
    groups::{GROUPS_OF_USER, Group},
    sessions::Sessions,
    users::User,
};

/// The server.
pub(crate) struct Server {
    pub(crate) store: Store,
    pub(crate) services: Arc<Extensions>,
    pub(crate) clock: Arc<StoppedClock>,
    api: Arc<Api>,
    _folder: TempDir,
}

struct Counting(std::sync::atomic::AtomicU64);

impl Chance for Counting {
    /// Different bytes each time; that is all the tests need.
    fn fill(&self, buffer: &mut [u8]) {
        for byte in buffer {
            let count = self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
            *byte = vestibule_secret::sha256_hex(count.to_le_bytes()).bytes().map(|digit| digit.wrapping_mul(7)).fold(0, u8::wrapping_add);
        }
    }
}

impl Server {
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let catalog = Arc::new(Catalog::new(crate::area().resources()).unwrap());
        let clock = Arc::new(StoppedClock::at("2030-01-01T00:00:00Z".parse().unwrap()));
        let world = World::new(clock.clone(), Arc::new(Counting(Default::default())));
        let settings = Settings { database: Database::Sqlite(folder.path().into()), readers: 2 };
        let store = Store::open_with(&settings, catalog.clone(), world, &[Migration::initial(&catalog)]).await.unwrap();
        let mut services = Extensions::new();
        let keys = Keys { secret_key: "secret".into(), install_id: "install".into() };
        crate::services(&mut services, &store, keys, Passwords::new(Cost::LOWEST).unwrap(), crate::geo::Geo::default());
        let api = Arc::new(Api::new(vec![crate::area()]));
        Server { store, services: Arc::new(services), clock, api, _folder: folder }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.store.world().now()
    }

    pub(crate) fn wait(&self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
    }

    pub(crate) fn sessions(&self) -> Sessions {
        self.services.get::<Sessions>().unwrap().clone()
    }

    pub(crate) fn keys(&self) -> Keys {
        self.services.get::<Keys>().unwrap().clone()
    }

    /// A user without password.
    pub(crate) async fn user(&self, username: &str) -> i64 {
        let values = vec![("username", Value::from(username)), ("name", username.into()), ("password", "!".into())];
        let mut tx = self.store.begin(Actor::default()).await.unwrap();
        let row = tx.insert(User::RESOURCE, values).await.unwrap();
        tx.commit().await.unwrap();
        row.key().as_int().unwrap()
    }

    /// A group with these members.
    pub(crate) async fn group(&self, name: &str, superuser: bool, members: &[i64]) -> Value {
        let mut tx = self.store.begin(Actor::default()).await.unwrap();
        let row = tx.insert(Group::RESOURCE, vec![("name", Value::from(name)), ("is_superuser", superuser.into())]).await.unwrap();
        for member in members {
            tx.link(&GROUPS_OF_USER, &Value::Int(*member), row.key()).await.unwrap();
        }
        tx.commit().await.unwrap();
        row.key().clone()
    }

    /// Changes a row.
    pub(crate) async fn change(&self, resource: &'static vestibule_resource::Resource, key: &Value, changes: Vec<(&'static str, Value)>) {
        let mut tx = self.store.begin(Actor::default()).await.unwrap();
        tx.update(resource, key, changes).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    /// A caller with a token.
    pub(crate) async fn caller(&self, user: i64, superuser: bool) -> Caller {
        let user = self.store.get(User::RESOURCE, user).await.unwrap().unwrap();
        Caller::User(Arc::new(Identity { user, superuser, via: Via::Token, rights: Default::default() }))
    }

    pub(crate) fn context(&self, caller: Caller, request: Request) -> Context {
        Context {
            api: self.api.clone(),
            store: self.store.clone(),
            caller,
            request,
            session: SessionSlot::new(Session::default()),
            services: self.services.clone(),
        }
    }

    /// Sends a request to the API.
    pub(crate) async fn send(&self, caller: Caller, method: &str, path: &str, body: Option<Json>) -> Result<Answer> {
        let sent = body.map(|body| body.to_string()).unwrap_or_default();
        let cx = self.context(caller, request(method, path));
        self.api.handle(&cx, path.split('?').next().unwrap(), sent.as_bytes()).await.result
    }

    /// Sends a request and answers status and body, in the contract's shape of errors too.
    pub(crate) async fn ask(&self, caller: Caller, method: &str, path: &str, body: Option<Json>) -> (u16, Json) {
        use vestibule_resource::Error::{Denied, Internal, Invalid, NotFound, Refused, Throttled, Unauthenticated};
        let detail = |text: String| serde_json::json!({ "detail": text });
        match self.send(caller, method, path, body).await {
            Ok(answer) => (answer.status, json(answer)),
            Err(Invalid(body)) => (400, body),
            Err(Unauthenticated(text) | Denied(text)) => (403, detail(text)),
            Err(NotFound(text)) => (404, detail(text)),
            Err(Refused(status, text)) => (status, detail(text)),
            Err(error @ (Throttled(_) | Internal(_))) => (500, detail(error.to_string())),
        }
    }

    /// All rows of a resource, expired ones included.
    pub(crate) async fn all(&self, resource: &'static vestibule_resource::Resource) -> Vec<Record> {
        self.store.select(&vestibule_store::Query::all(resource).include_expired(true)).await.unwrap()
    }
}

/// A request as the server makes it from HTTP.
pub(crate) fn request(method: &str, path: &str) -> Request {
    Request::plain(method, &format!("/api/v3/{path}"), IpAddr::from([192, 0, 2, 1]))
}

fn json(answer: Answer) -> Json {
    match answer.body {
        Body::Json(json) => json,
        Body::JsonText(text) => serde_json::from_slice(&text).unwrap(),
        _ => Json::Null,
    }
}
