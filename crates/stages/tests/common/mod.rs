//! A server without HTTP: an embedded database in a folder of its own, a clock that stands still, and browsers with cookies.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::allow_attributes,
    reason = "shared by several test binaries, each of which uses a part"
)]

pub mod enrolment;

use std::{
    collections::BTreeMap,
    net::IpAddr,
    sync::{Arc, Mutex},
};

use http::Extensions;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value as Json, json};
use tempfile::TempDir;
use vestibule_core::{
    Keys,
    authn::{self, Credentials},
    geo::Geo,
    groups::{GROUPS_OF_USER, Group},
    sessions::{AuthenticatedSession, Sessions},
    users::User,
};
use vestibule_engine::{Answer, Api, Area, Body, Caller, Context, Identity, Request, Session, SessionSlot, Via};
use vestibule_flow::Stages;
use vestibule_mail::Mailer;
use vestibule_policies::Policies;
use vestibule_resource::{Catalog, Error, Model as _, Record, Resource, Value};
use vestibule_secret::{Cost, Passwords};
use vestibule_store::{Actor, Database, Migration, Query, Settings, Store};
use vestibule_world::{Chance, StoppedClock, World};

/// The server.
pub struct Server {
    pub store: Store,
    pub services: Arc<Extensions>,
    pub folder: TempDir,
    clock: Arc<StoppedClock>,
    api: Arc<Api>,
    admin: Caller,
}

/// Somebody with a browser.
pub struct Browser<'a> {
    server: &'a Server,
    pub ip: IpAddr,
    pub cookies: Mutex<BTreeMap<String, String>>,
}

struct Counting(std::sync::atomic::AtomicU64);

impl Chance for Counting {
    /// Different bytes each time; that is all the tests need.
    fn fill(&self, buffer: &mut [u8]) {
        let count = self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        let digits = vestibule_secret::sha256_hex(count.to_le_bytes());
        for (byte, digit) in buffer.iter_mut().zip(digits.bytes().cycle()) {
            *byte = byte.wrapping_mul(31).wrapping_add(digit.wrapping_mul(7));
        }
    }
}

impl Server {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let areas = vec![vestibule_core::area(), vestibule_policies::area(), vestibule_flow::area(), vestibule_stages::area()];
        let catalog = Arc::new(Catalog::new(areas.iter().flat_map(Area::resources).collect()).unwrap());
        let clock = Arc::new(StoppedClock::at("2030-01-01T00:00:00Z".parse::<Timestamp>().unwrap()));
        let world = World::new(clock.clone(), Arc::new(Counting(Default::default())));
        let settings = Settings { database: Database::Sqlite(folder.path().into()), readers: 2 };
        let store = Store::open_with(&settings, catalog.clone(), world, &[Migration::initial(&catalog)]).await.unwrap();
        let mut services = Extensions::new();
        let keys = Keys { secret_key: "secret".into(), install_id: "install".into() };
        vestibule_core::services(&mut services, &store, keys, Passwords::new(Cost::LOWEST).unwrap(), Geo::default());
        services.insert(Policies::default());
        services.insert(Stages::new(vestibule_stages::STAGES));
        let mail = format!("file://{}", folder.path().join("mail").display());
        services.insert(Mailer::from_url(Some(&mail), "vestibule@example.com").unwrap());
        let api = Arc::new(Api::new(areas));
        let mut server = Server { store, services: Arc::new(services), folder, clock, api, admin: Caller::Anonymous };
        let admin = server.user("akadmin", "admin's").await;
        let user = server.store.get(User::RESOURCE, admin).await.unwrap().unwrap();
        server.admin = Caller::User(Arc::new(Identity { user, superuser: true, via: Via::Token, rights: Default::default() }));
        server
    }

    pub fn wait(&self, minutes: i64) {
        self.clock.advance(SignedDuration::from_mins(minutes));
    }

    pub async fn user(&self, username: &str, password: &str) -> i64 {
        let hash = self.services.get::<Passwords>().unwrap().hash(password, self.store.world()).await.unwrap();
        let email = format!("{username}@example.com");
        let values = [("username", username), ("name", username), ("email", &email), ("password", &hash)];
        let mut tx = self.store.begin(Actor::default()).await.unwrap();
        let row = tx.insert(User::RESOURCE, values.map(|(name, value)| (name, Value::from(value))).into()).await.unwrap();
        tx.commit().await.unwrap();
        row.key().as_int().unwrap()
    }

    pub async fn change(&self, user: i64, changes: Vec<(&'static str, Value)>) {
        let mut tx = self.store.begin(Actor::default()).await.unwrap();
        tx.update(User::RESOURCE, &Value::Int(user), changes).await.unwrap().unwrap();
        tx.commit().await.unwrap();
    }

    pub async fn group(&self, name: &str, members: &[i64]) -> String {
        let mut tx = self.store.begin(Actor::default()).await.unwrap();
        let row = tx.insert(Group::RESOURCE, vec![("name", Value::from(name))]).await.unwrap();
        for member in members {
            tx.link(&GROUPS_OF_USER, &Value::Int(*member), row.key()).await.unwrap();
        }
        tx.commit().await.unwrap();
        row.key().to_string()
    }

    /// The user of that name.
    pub async fn find(&self, username: &str) -> Option<Record> {
        self.store.first(&Query::all(User::RESOURCE).is("username", username)).await.unwrap()
    }

    /// All rows, expired ones included.
    pub async fn all(&self, resource: &'static Resource) -> Vec<Record> {
        self.store.select(&Query::all(resource).include_expired(true)).await.unwrap()
    }

    /// Every session is lost.
    pub async fn lose_sessions(&self) {
        self.services.get::<Sessions>().unwrap().flush().await.unwrap();
        let mut tx = self.store.begin(Actor::default()).await.unwrap();
        tx.delete_where(&Query::all(AuthenticatedSession::RESOURCE)).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The actions of all events, oldest first.
    pub async fn events(&self) -> Vec<String> {
        let query = Query::all(vestibule_core::events::Event::RESOURCE).order("created");
        self.store.select(&query).await.unwrap().iter().map(|event| event.text("action").to_owned()).collect()
    }

    pub fn browser(&self) -> Browser<'_> {
        Browser { server: self, ip: IpAddr::from([192, 0, 2, 1]), cookies: Mutex::default() }
    }

    /// The administrator asks the API.
    pub async fn ask(&self, method: &str, path: &str, body: Json) -> (u16, Json) {
        let cx = self.context(self.admin.clone(), request(method, &format!("/api/v3/{path}")), SessionSlot::new(Session::default()));
        let sent = if body.is_null() { String::new() } else { body.to_string() };
        match self.api.handle(&cx, path.split('?').next().unwrap(), sent.as_bytes()).await.result {
            Ok(answer) => (answer.status, shown(answer)),
            Err(Error::Invalid(body)) => (400, body),
            Err(Error::NotFound(text)) => (404, json!({ "detail": text })),
            Err(error) => (500, json!({ "detail": error.to_string() })),
        }
    }

    /// The administrator makes something.
    pub async fn make(&self, path: &str, body: Json) -> Json {
        let (status, made) = self.ask("POST", path, body).await;
        assert_eq!(status, 201, "{made}");
        made
    }

    /// A flow with these stages; answers its key.
    pub async fn flow(&self, slug: &str, designation: &str, stages: &[(&str, Json)]) -> String {
        let whole = json!({ "name": slug, "slug": slug, "title": slug, "designation": designation });
        let flow = text(&self.make("flows/instances/", whole).await["pk"]);
        for (order, (path, body)) in stages.iter().enumerate() {
            let mut body = body.clone();
            body["name"] = format!("{slug}-{order}").into();
            let stage = self.make(&format!("stages/{path}/"), body).await;
            self.make("flows/bindings/", json!({ "target": flow, "stage": stage["pk"], "order": order })).await;
        }
        flow
    }

    /// A prompt; answers its key.
    pub async fn prompt(&self, key: &str, kind: &str, more: Json) -> String {
        let mut whole = json!({ "name": format!("{key}-{}", self.store.world().uuid()), "field_key": key, "label": key, "type": kind });
        whole.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        text(&self.make("stages/prompt/prompts/", whole).await["pk"])
    }

    /// The prompts that most enrolments ask.
    pub async fn person_prompts(&self) -> Vec<String> {
        let mut keys = Vec::new();
        let kinds =
            [("username", "username"), ("name", "text"), ("email", "email"), ("password", "password"), ("password_repeat", "password")];
        for (order, (key, kind)) in kinds.into_iter().enumerate() {
            keys.push(self.prompt(key, kind, json!({ "order": order })).await);
        }
        keys
    }

    fn context(&self, caller: Caller, request: Request, session: SessionSlot) -> Context {
        Context { api: self.api.clone(), store: self.store.clone(), caller, request, session, services: self.services.clone() }
    }
}

impl Browser<'_> {
    /// The same server, seen from another address.
    pub fn at(mut self, ip: [u8; 4]) -> Self {
        self.ip = IpAddr::from(ip);
        self
    }

    pub async fn get(&self, flow: &str) -> (u16, Json) {
        self.send("GET", flow, Json::Null).await
    }

    pub async fn post(&self, flow: &str, body: Json) -> (u16, Json) {
        self.send("POST", flow, body).await
    }

    /// GET until something is shown.
    pub async fn follow(&self, flow: &str) -> Json {
        for _ in 0..20 {
            let (status, shown) = self.get(flow).await;
            if status == 200 {
                return shown;
            }
            assert_eq!(status, 302, "{shown}");
        }
        panic!("the flow never comes to an end");
    }

    /// Answers, and goes on until something is shown.
    pub async fn answer(&self, flow: &str, body: Json) -> Json {
        match self.post(flow, body).await {
            (302, _) => self.follow(flow).await,
            (_, shown) => shown,
        }
    }

    /// Who is logged in.
    pub async fn who(&self) -> Option<i64> {
        let (cx, _) = self.begin("GET", "/api/v3/core/users/me/", "").await;
        cx.caller.user()
    }

    /// The session as the next request would see it.
    pub async fn session(&self) -> Session {
        self.begin("GET", "/", "").await.0.session.lock().clone()
    }

    /// `flow` is a slug with the browser's own query string, `enrol?itoken=…`.
    async fn send(&self, method: &str, flow: &str, body: Json) -> (u16, Json) {
        let (slug, own) = flow.split_once('?').unwrap_or((flow, ""));
        let wrapped = own.replace('%', "%25").replace('=', "%3D").replace('&', "%26");
        let (cx, sessions) = self.begin(method, &format!("/api/v3/flows/executor/{slug}/"), &format!("query={wrapped}")).await;
        let answer = match method {
            "GET" => vestibule_flow::get(&cx, slug, &cx.request.params).await.unwrap(),
            _ => vestibule_flow::post(&cx, slug, &cx.request.params, body.to_string().as_bytes()).await.unwrap(),
        };
        let mut session = cx.session.lock().clone();
        self.keep(sessions.save(&cx.request, &mut session).await.unwrap());
        (answer.status, shown(answer))
    }

    async fn begin(&self, method: &str, path: &str, query: &str) -> (Context, Sessions) {
        let mut request = request(method, &format!("{path}?{query}"));
        request.ip = self.ip;
        request.cookies = self.cookies.lock().unwrap().clone().into_iter().collect();
        let sessions = self.server.services.get::<Sessions>().unwrap().clone();
        let slot = SessionSlot::new(sessions.load(&request).await.unwrap());
        let token = request.cookie(authn::CSRF_COOKIE).map(str::to_owned);
        let credentials = Credentials { csrf: token.as_deref(), ..Credentials::default() };
        let caller = authn::authenticate(&self.server.services, &request, &slot, credentials).await.unwrap();
        (self.server.context(caller, request, slot), sessions)
    }

    fn keep(&self, set: Vec<String>) {
        let mut cookies = self.cookies.lock().unwrap();
        for cookie in set {
            let (name, value) = cookie.split(';').next().unwrap().split_once('=').unwrap();
            match value {
                "" => cookies.remove(name),
                value => cookies.insert(name.to_owned(), value.to_owned()),
            };
        }
    }
}

fn request(method: &str, address: &str) -> Request {
    Request { scheme: "https".into(), ..Request::plain(method, address, IpAddr::from([192, 0, 2, 1])) }
}

fn shown(answer: Answer) -> Json {
    match answer.body {
        Body::Json(json) => json,
        Body::JsonText(text) => serde_json::from_slice(&text).unwrap(),
        _ => Json::Null,
    }
}

/// The text of a JSON string.
pub fn text(json: &Json) -> String {
    json.as_str().unwrap().to_owned()
}

/// The sentence of a refusal.
pub fn refusal(shown: &Json) -> &str {
    assert_eq!(shown["component"], "ak-stage-access-denied", "{shown}");
    shown["error_message"].as_str().unwrap()
}
