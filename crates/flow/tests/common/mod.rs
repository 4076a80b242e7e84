//! A server without HTTP: an embedded database in a folder of its own, stage types made for the tests, and visitors.
#![allow(
    dead_code,
    unreachable_pub,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::allow_attributes,
    reason = "shared by several test binaries, each of which uses a part"
)]

pub mod stages;

use std::{net::IpAddr, sync::Arc};

use http::Extensions;
use jiff::{SignedDuration, Timestamp};
use serde_json::{Value as Json, json};
use tempfile::TempDir;
use vestibule_core::{
    Keys,
    geo::Geo,
    groups::{GROUPS_OF_USER, Group},
    users::User,
};
use vestibule_engine::{Answer, Api, Area, Body, Caller, Context, Identity, Request, Session, SessionSlot, Via};
use vestibule_flow::{Outcome, Stages};
use vestibule_policies::Policies;
use vestibule_resource::{Catalog, Error, Model as _, Value};
use vestibule_secret::{Cost, Passwords};
use vestibule_store::{Actor, Database, Migration, Query, Settings, Store};
use vestibule_world::{StoppedClock, World};

/// The server.
pub struct Server {
    pub store: Store,
    pub clock: Arc<StoppedClock>,
    services: Arc<Extensions>,
    api: Arc<Api>,
    admin: Caller,
    _folder: TempDir,
}

/// Somebody with a browser.
pub struct Visitor<'a> {
    server: &'a Server,
    pub caller: Caller,
    pub session: SessionSlot,
}

impl Server {
    pub async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut areas = vec![vestibule_core::area(), vestibule_policies::area(), vestibule_flow::area(), stages::area()];
        let catalog = Arc::new(Catalog::new(areas.iter().flat_map(Area::resources).collect()).unwrap());
        let clock = Arc::new(StoppedClock::at("2030-01-01T00:00:00Z".parse::<Timestamp>().unwrap()));
        let world = World::new(clock.clone(), Arc::new(vestibule_world_chance()));
        let settings = Settings { database: Database::Sqlite(folder.path().into()), readers: 2 };
        let store = Store::open_with(&settings, catalog.clone(), world, &[Migration::initial(&catalog)]).await.unwrap();
        let mut services = Extensions::new();
        let keys = Keys { secret_key: "secret".into(), install_id: "install".into() };
        vestibule_core::services(&mut services, &store, keys, Passwords::new(Cost::LOWEST).unwrap(), Geo::default());
        services.insert(Policies::default());
        services.insert(Stages::new(stages::KINDS));
        for endpoint in areas.iter_mut().flat_map(|area| &mut area.endpoints) {
            if endpoint.resource.model == User::RESOURCE.model {
                endpoint.actions.push(vestibule_flow::recovery::ACTIONS);
            }
        }
        let api = Arc::new(Api::new(areas));
        let mut server = Server { store, clock, services: Arc::new(services), api, admin: Caller::Anonymous, _folder: folder };
        let admin = server.user("akadmin").await;
        server.admin = server.caller(admin, true, Via::Token).await;
        server
    }

    pub fn wait(&self, seconds: i64) {
        self.clock.advance(SignedDuration::from_secs(seconds));
    }

    pub async fn user(&self, username: &str) -> i64 {
        let values = vec![("username", Value::from(username)), ("name", username.into()), ("password", "!".into())];
        let mut tx = self.store.begin(Actor::default()).await.unwrap();
        let row = tx.insert(User::RESOURCE, values).await.unwrap();
        tx.commit().await.unwrap();
        row.key().as_int().unwrap()
    }

    /// A group with these members.
    pub async fn group(&self, name: &str, members: &[i64]) -> String {
        let mut tx = self.store.begin(Actor::default()).await.unwrap();
        let row = tx.insert(Group::RESOURCE, vec![("name", Value::from(name))]).await.unwrap();
        for member in members {
            tx.link(&GROUPS_OF_USER, &Value::Int(*member), row.key()).await.unwrap();
        }
        tx.commit().await.unwrap();
        row.key().to_string()
    }

    pub async fn caller(&self, user: i64, superuser: bool, via: Via) -> Caller {
        let user = self.store.get(User::RESOURCE, user).await.unwrap().unwrap();
        Caller::User(Arc::new(Identity { user, superuser, via, rights: Default::default() }))
    }

    /// Somebody who is not logged in.
    pub fn visitor(&self) -> Visitor<'_> {
        Visitor { server: self, caller: Caller::Anonymous, session: SessionSlot::new(Session::default()) }
    }

    /// Somebody who is logged in.
    pub async fn member(&self, user: i64, superuser: bool) -> Visitor<'_> {
        let session = Session { user: Some(user), key: Some("key".into()), ..Session::default() };
        Visitor { server: self, caller: self.caller(user, superuser, Via::Session).await, session: SessionSlot::new(session) }
    }

    pub async fn count(&self, resource: &'static vestibule_resource::Resource) -> u64 {
        self.store.count(&Query::all(resource)).await.unwrap()
    }

    /// The administrator asks the API.
    pub async fn ask(&self, method: &str, path: &str, body: Json) -> (u16, Json) {
        let visitor = Visitor { server: self, caller: self.admin.clone(), session: SessionSlot::new(Session::default()) };
        visitor.ask(method, path, body).await
    }

    /// The administrator makes something.
    pub async fn make(&self, path: &str, body: Json) -> Json {
        let (status, made) = self.ask("POST", path, body).await;
        assert_eq!(status, 201, "{made}");
        made
    }

    /// A flow with stages of these, each with a body; answers its key.
    pub async fn flow(&self, flow: Json, stages: &[(&str, Json)]) -> String {
        let mut whole = json!({ "name": "Flow", "title": "Flow", "designation": "enrollment" });
        whole.as_object_mut().unwrap().extend(flow.as_object().unwrap().clone());
        let flow = text(&self.make("flows/instances/", whole).await["pk"]);
        for (place, (kind, body)) in stages.iter().enumerate() {
            self.place(&flow, place, kind, body.clone(), json!({})).await;
        }
        flow
    }

    /// Puts a new stage into a flow; answers the binding.
    pub async fn place(&self, flow: &str, order: usize, kind: &str, mut stage: Json, binding: Json) -> Json {
        let name = format!("{flow}-{order}");
        stage.as_object_mut().unwrap().insert("name".into(), name.into());
        let stage = self.make(&format!("stages/{kind}/"), stage).await;
        let mut whole = json!({ "target": flow, "stage": stage["pk"], "order": order });
        whole.as_object_mut().unwrap().extend(binding.as_object().unwrap().clone());
        self.make("flows/bindings/", whole).await
    }
}

impl Visitor<'_> {
    fn context(&self, method: &str, path: &str) -> Context {
        let request = Request::plain(method, &format!("/api/v3/{path}"), IpAddr::from([192, 0, 2, 1]));
        Context {
            api: self.server.api.clone(),
            store: self.server.store.clone(),
            caller: self.caller.clone(),
            request,
            session: self.session.clone(),
            services: self.server.services.clone(),
        }
    }

    /// Asks the API.
    pub async fn ask(&self, method: &str, path: &str, body: Json) -> (u16, Json) {
        let cx = self.context(method, path);
        let sent = if body.is_null() { String::new() } else { body.to_string() };
        let path = path.split('?').next().unwrap();
        match self.server.api.handle(&cx, path, sent.as_bytes()).await.result {
            Ok(answer) => (answer.status, shown(answer)),
            Err(Error::Invalid(body)) => (400, body),
            Err(Error::Denied(text) | Error::Unauthenticated(text)) => (403, json!({ "detail": text })),
            Err(Error::NotFound(text)) => (404, json!({ "detail": text })),
            Err(Error::Refused(status, text)) => (status, json!({ "detail": text })),
            Err(error) => (500, json!({ "detail": error.to_string() })),
        }
    }

    /// GET of the executor: the status, and the challenge or where a redirect leads.
    pub async fn get(&self, flow: &str) -> (u16, Json) {
        let cx = self.context("GET", &executor(flow));
        answer(vestibule_flow::get(&cx, slug(flow), &cx.request.params).await.unwrap())
    }

    /// POST of the executor.
    pub async fn post(&self, flow: &str, body: Json) -> (u16, Json) {
        self.post_raw(flow, "application/json", &body.to_string()).await
    }

    pub async fn post_raw(&self, flow: &str, content_type: &str, body: &str) -> (u16, Json) {
        let mut cx = self.context("POST", &executor(flow));
        cx.request.content_type = content_type.into();
        answer(vestibule_flow::post(&cx, slug(flow), &cx.request.params, body.as_bytes()).await.unwrap())
    }

    /// The server-rendered page.
    pub async fn page(&self, flow: &str, answer: Option<Json>) -> Outcome {
        let cx = self.context("GET", "");
        let (slug, query) = flow.split_once('?').unwrap_or((flow, ""));
        vestibule_flow::walk(&cx, slug, query, answer).await.unwrap()
    }

    /// An address below `/flows/-/`, as where it leads.
    pub async fn door<F>(&self, path: &str, door: impl FnOnce(Context) -> F) -> (u16, Json)
    where
        F: Future<Output = vestibule_resource::Result<Answer>>,
    {
        answer(door(self.context("GET", path)).await.unwrap())
    }

    pub async fn inspect(&self, slug: &str) -> (u16, Json) {
        let cx = self.context("GET", "");
        answer(vestibule_flow::inspect(&cx, slug).await.unwrap())
    }

    pub fn messages(&self) -> Vec<String> {
        vestibule_flow::take_messages(&self.context("GET", ""))
    }
}

/// `slug`, `slug?<the browser's own query string>` or, with `slug&<query string>`, a query string of the executor itself.
fn executor(flow: &str) -> String {
    let slug = slug(flow);
    let rest = flow.strip_prefix(slug).unwrap();
    let query = match rest.strip_prefix('?') {
        Some(own) => format!("query={}", own.replace('%', "%25").replace('&', "%26").replace('=', "%3D")),
        None => format!("query={rest}"),
    };
    format!("flows/executor/{slug}/?{query}")
}

fn slug(flow: &str) -> &str {
    flow.split(['?', '&']).next().unwrap()
}

fn answer(answer: Answer) -> (u16, Json) {
    let location = answer.headers.iter().find(|(name, _)| *name == "location").map(|(_, to)| Json::from(to.as_str()));
    (answer.status, location.unwrap_or_else(|| shown(answer)))
}

fn shown(answer: Answer) -> Json {
    match answer.body {
        Body::Json(json) => json,
        Body::JsonText(text) => serde_json::from_slice(&text).unwrap(),
        Body::Html(text) => text.into(),
        Body::Other(_, bytes) => String::from_utf8(bytes.to_vec()).unwrap().into(),
        Body::Empty => Json::Null,
    }
}

pub fn text(json: &Json) -> String {
    json.as_str().unwrap().to_owned()
}

/// Different bytes each time; that is all the tests need.
fn vestibule_world_chance() -> impl vestibule_world::Chance + 'static {
    struct Counting(std::sync::atomic::AtomicU64);
    impl vestibule_world::Chance for Counting {
        fn fill(&self, buffer: &mut [u8]) {
            for chunk in buffer.chunks_mut(32) {
                let count = self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
                let digest = vestibule_secret::sha256_hex(count.to_le_bytes());
                for (byte, pair) in chunk.iter_mut().zip(digest.as_bytes().chunks(2)) {
                    *byte = u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap();
                }
            }
        }
    }
    Counting(std::sync::atomic::AtomicU64::new(0))
}
