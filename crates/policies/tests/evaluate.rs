//! Who passes where, and how bindings are kept.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

use std::{net::IpAddr, sync::Arc};

use futures::future::BoxFuture;
use http::Extensions;
use serde_json::{Value as Json, json};
use tempfile::TempDir;
use uuid::Uuid;
use vestibule_core::{
    Keys,
    geo::Geo,
    groups::{GROUPS_OF_USER, Group, PARENTS},
    users::User,
};
use vestibule_engine::{Api, Area, Body, Caller, Context, Endpoint, Identity, Request, Session, SessionSlot, Via};
use vestibule_policies::{
    Gate, Policies, Policy, PolicyBinding, PolicyBindingModel, PolicyEngineMode, PolicyKind, PolicyRequest, PolicyResult, evaluate,
};
use vestibule_resource::{Catalog, Error, Model as _, Record, Resource, Result, Value};
use vestibule_resource_derive::Resource;
use vestibule_secret::{Cost, Passwords};
use vestibule_store::{Actor, Database, Migration, Settings, Store};
use vestibule_world::World;

/// Something to guard.
#[derive(Resource)]
#[expect(dead_code, reason = "only its descriptor is used")]
#[resource(model = "test.door", path = "doors", extends = PolicyBindingModel, link = "ptr", key = "door_uuid")]
struct Door {
    /// Key.
    #[field(read_only, default = uuid)]
    door_uuid: Uuid,
    /// Key as a target.
    #[field(read_only)]
    ptr: Uuid,
    /// Name.
    name: String,
}

/// Does as it is told.
#[derive(Resource)]
#[resource(model = "test.told", path = "told", form = "told-form", extends = Policy)]
struct ToldPolicy {
    /// `pass`, `fail`, `raise`, `break` or `sleep`.
    verdict: String,
}

static TOLD: PolicyKind = PolicyKind { resource: ToldPolicy::RESOURCE, lasting: true, passes };

fn passes<'a>(_: &'a Context, row: &'a Record, _: &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>> {
    Box::pin(async move {
        let passing = match row.read::<ToldPolicy>()?.verdict.as_str() {
            "raise" => return Err(Error::non_field("raised")),
            "break" => return Err(Error::internal("broken")),
            "sleep" => std::future::pending().await,
            verdict => verdict == "pass",
        };
        Ok(PolicyResult::saying(passing, row.text("name")))
    })
}

struct Server {
    cx: Context,
    _folder: TempDir,
}

impl Server {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let endpoints = vec![Endpoint::new(Door::RESOURCE), Endpoint::new(ToldPolicy::RESOURCE)];
        let own = Area { endpoints, standalone: Vec::new(), schemas: &[] };
        let areas = vec![vestibule_core::area(), vestibule_policies::area(), own];
        let catalog = Arc::new(Catalog::new(areas.iter().flat_map(Area::resources).collect()).unwrap());
        let settings = Settings { database: Database::Sqlite(folder.path().into()), readers: 2 };
        let store = Store::open_with(&settings, catalog.clone(), World::real(), &[Migration::initial(&catalog)]).await.unwrap();
        let mut services = Extensions::new();
        let keys = Keys { secret_key: "secret".into(), install_id: "install".into() };
        vestibule_core::services(&mut services, &store, keys, Passwords::new(Cost::LOWEST).unwrap(), Geo::default());
        services.insert(Policies::new(vec![&TOLD]));
        let api = Arc::new(Api::new(areas));
        let session = SessionSlot::new(Session::default());
        let cx = Context { api, store, caller: Caller::Anonymous, request: request("GET", ""), session, services: Arc::new(services) };
        let mut server = Server { cx, _folder: folder };
        let admin = server.user("akadmin").await;
        let user = server.cx.store.get(User::RESOURCE, admin).await.unwrap().unwrap();
        server.cx.caller = Caller::User(Arc::new(Identity { user, superuser: true, via: Via::Token, rights: Default::default() }));
        server
    }

    async fn insert(&self, resource: &'static Resource, values: Vec<(&'static str, Value)>) -> Value {
        let mut tx = self.cx.store.begin(Actor::default()).await.unwrap();
        let row = tx.insert(resource, values).await.unwrap();
        tx.commit().await.unwrap();
        row.key().clone()
    }

    async fn user(&self, username: &str) -> i64 {
        self.insert(User::RESOURCE, vec![("username", username.into()), ("name", username.into()), ("password", "!".into())])
            .await
            .as_int()
            .unwrap()
    }

    async fn ask(&self, method: &str, path: &str, body: Json) -> (u16, Json) {
        let mut cx = self.cx.clone();
        cx.request = request(method, path);
        let sent = if body.is_null() { String::new() } else { body.to_string() };
        match cx.api.handle(&cx, path.split('?').next().unwrap(), sent.as_bytes()).await.result {
            Ok(answer) => match answer.body {
                Body::Json(json) => (answer.status, json),
                Body::JsonText(text) => (answer.status, serde_json::from_slice(&text).unwrap()),
                _ => (answer.status, Json::Null),
            },
            Err(Error::Invalid(body)) => (400, body),
            Err(error) => (500, error.to_string().into()),
        }
    }

    async fn make(&self, path: &str, body: Json) -> Json {
        let (status, made) = self.ask("POST", path, body).await;
        assert_eq!(status, 201, "{made}");
        made
    }

    async fn door(&self) -> Json {
        self.make("doors/", json!({ "name": "door" })).await
    }

    async fn policy(&self, verdict: &str) -> Json {
        let name = format!("{verdict} {}", self.cx.store.world().uuid());
        self.make("told/", json!({ "name": name, "verdict": verdict })).await["pk"].clone()
    }

    async fn bind(&self, door: &Json, binding: Json) -> Json {
        let mut whole = json!({ "target": door["pk"], "order": 0 });
        whole.as_object_mut().unwrap().extend(binding.as_object().unwrap().clone());
        self.make("policies/bindings/", whole).await
    }

    async fn gate(&self, door: &Json, mode: PolicyEngineMode) -> Gate {
        let key: Uuid = door["pk"].as_str().unwrap().parse().unwrap();
        let row = self.cx.store.get(Door::RESOURCE, key).await.unwrap().unwrap();
        Gate { mode, ..Gate::of(Arc::new(row)).unwrap() }
    }

    async fn verdict(&self, door: &Json, mode: PolicyEngineMode, user: Option<i64>) -> PolicyResult {
        evaluate(&self.cx, &self.gate(door, mode).await, &mut PolicyRequest::about(user)).await.unwrap()
    }

    async fn passes(&self, door: &Json, mode: PolicyEngineMode, user: Option<i64>) -> bool {
        self.verdict(door, mode, user).await.passing
    }
}

fn request(method: &str, path: &str) -> Request {
    Request::plain(method, &format!("/api/v3/{path}"), IpAddr::from([192, 0, 2, 1]))
}

use PolicyEngineMode::{All, Any};

#[tokio::test]
async fn where_nothing_is_bound_everybody_passes() {
    let server = Server::new().await;
    let door = server.door().await;
    assert!(server.passes(&door, All, None).await && server.passes(&door, Any, None).await);
}

#[tokio::test]
async fn members_pass_through_the_whole_hierarchy() {
    let server = Server::new().await;
    let (jo, bo) = (server.user("jo").await, server.user("bo").await);
    let parent = server.insert(Group::RESOURCE, vec![("name", "parent".into())]).await;
    let child = server.insert(Group::RESOURCE, vec![("name", "child".into())]).await;
    let mut tx = server.cx.store.begin(Actor::default()).await.unwrap();
    tx.link(&PARENTS, &child, &parent).await.unwrap();
    tx.link(&GROUPS_OF_USER, &Value::Int(jo), &child).await.unwrap();
    tx.commit().await.unwrap();
    let door = server.door().await;
    let binding = server.bind(&door, json!({ "group": parent.to_string() })).await;
    assert_eq!((server.passes(&door, Any, Some(jo)).await, server.passes(&door, Any, Some(bo)).await), (true, false));
    assert!(!server.passes(&door, Any, None).await, "who is not stored is no member");
    let path = format!("policies/bindings/{}/", binding["pk"].as_str().unwrap());
    server.ask("PATCH", &path, json!({ "negate": true })).await;
    assert_eq!((server.passes(&door, Any, Some(jo)).await, server.passes(&door, Any, Some(bo)).await), (false, true));
    assert!(!server.passes(&door, Any, None).await, "nor do they pass where members do not");
    server.ask("PATCH", &path, json!({ "enabled": false })).await;
    assert!(server.passes(&door, Any, Some(jo)).await, "a binding that is not enabled counts for nothing");
}

#[tokio::test]
async fn several_bindings_are_combined_as_the_target_says() {
    let server = Server::new().await;
    let (jo, bo) = (server.user("jo").await, server.user("bo").await);
    let door = server.door().await;
    server.bind(&door, json!({ "user": jo })).await;
    server.bind(&door, json!({ "policy": server.policy("pass").await, "order": 1 })).await;
    assert!(
        server.passes(&door, All, Some(jo)).await
            && !server.passes(&door, All, Some(bo)).await
            && server.passes(&door, Any, Some(bo)).await
    );
    server.bind(&door, json!({ "policy": server.policy("fail").await, "order": 2 })).await;
    assert!(!server.passes(&door, All, Some(jo)).await && server.passes(&door, Any, Some(jo)).await);
    assert_eq!(server.verdict(&door, Any, Some(jo)).await.messages.len(), 2, "those that pass and those that fail have their say");
}

#[tokio::test]
async fn what_fails_to_decide_never_passes_by_itself() {
    let server = Server::new().await;
    for (verdict, negate, failure_result, passing) in [
        ("fail", true, false, true),
        ("pass", true, false, false),
        ("raise", false, false, false),
        ("raise", true, false, false),
        ("raise", false, true, true),
        ("break", false, false, false),
        ("break", true, true, false),
        ("sleep", false, false, false),
        ("sleep", true, true, true),
    ] {
        let door = server.door().await;
        let binding = json!({ "policy": server.policy(verdict).await, "negate": negate, "failure_result": failure_result, "timeout": 0 });
        let binding = if verdict == "sleep" { binding } else { json!({ "timeout": 30 }).merged(binding) };
        server.bind(&door, binding).await;
        let result = server.verdict(&door, Any, None).await;
        assert_eq!(result.passing, passing, "{verdict}, negate {negate}, failure result {failure_result}");
        assert_eq!(result.broken, verdict == "break", "{verdict}");
        assert!(result.messages.iter().all(|message| !message.contains("broken")), "inner errors are for the log");
    }
}

trait Merged {
    fn merged(self, other: Json) -> Json;
}

impl Merged for Json {
    /// `other` with these members instead of its own.
    fn merged(self, mut other: Json) -> Json {
        other.as_object_mut().unwrap().extend(self.as_object().unwrap().clone());
        other
    }
}

#[tokio::test]
async fn a_policy_of_an_unknown_type_denies() {
    let server = Server::new().await;
    let door = server.door().await;
    server.bind(&door, json!({ "policy": server.policy("pass").await })).await;
    let mut cx = server.cx.clone();
    let mut services = Extensions::new();
    services.insert(Policies::default());
    cx.services = Arc::new(services);
    let gate = server.gate(&door, Any).await;
    let result = evaluate(&cx, &gate, &mut PolicyRequest::about(None)).await.unwrap();
    assert_eq!((result.passing, result.messages), (false, Vec::new()));
}

#[tokio::test]
async fn a_target_goes_by_both_its_keys_and_is_shown_by_its_own() {
    let server = Server::new().await;
    let (door, jo) = (server.door().await, server.user("jo").await);
    for (key, order) in [("pk", 0), ("ptr", 1)] {
        let binding = server.bind(&door, json!({ "target": door[key], "user": jo, "order": order })).await;
        assert_eq!(binding["target"], door["pk"], "{key}");
    }
    let (_, list) = server.ask("GET", &format!("policies/bindings/?target={}", door["ptr"].as_str().unwrap()), Json::Null).await;
    assert_eq!(list["pagination"]["count"], 2);
    assert_eq!(list["results"][0]["target"], door["pk"]);
    let unknown = json!({ "target": "00000000-0000-4000-8000-000000000000", "user": jo, "order": 5 });
    let told = json!({ "target": ["Invalid pk \"00000000-0000-4000-8000-000000000000\" - object does not exist."] });
    assert_eq!(server.ask("POST", "policies/bindings/", unknown).await, (400, told));
}

#[tokio::test]
async fn exactly_one_kind_of_thing_is_bound() {
    let server = Server::new().await;
    let (door, jo, policy) = (server.door().await, server.user("jo").await, server.policy("pass").await);
    let refused = |message: &str| (400, json!({ "non_field_errors": [message] }));
    let ask = async |body: Json| server.ask("POST", "policies/bindings/", json!({ "target": door["pk"], "order": 7 }).merged(body)).await;
    assert_eq!(ask(json!({})).await, refused("One of 'group', 'policy', 'user' must be set."));
    assert_eq!(ask(json!({ "user": jo, "policy": policy })).await, refused("Only one of 'group', 'policy', 'user' can be set."));
    let missing = json!({ "target": ["This field is required."], "order": ["This field is required."] });
    assert_eq!(server.ask("POST", "policies/bindings/", json!({})).await, (400, missing));
    let binding = server.bind(&door, json!({ "policy": policy })).await;
    let twice = json!({ "target": door["pk"], "policy": policy, "order": 0 });
    assert_eq!(server.ask("POST", "policies/bindings/", twice).await, refused("The fields policy, target, order must make a unique set."));
    let path = format!("policies/bindings/{}/", binding["pk"].as_str().unwrap());
    let (status, patched) = server.ask("PATCH", &path, json!({ "enabled": false })).await;
    assert_eq!((status, &patched["enabled"], &patched["policy"]), (200, &json!(false), &policy));
    assert_eq!(server.ask("PATCH", &path, json!({ "policy": null })).await.0, 400);
}

#[tokio::test]
async fn a_binding_is_shown_with_what_it_ties() {
    let server = Server::new().await;
    let (door, jo) = (server.door().await, server.user("jo").await);
    let policy = server.policy("pass").await;
    let binding = server.bind(&door, json!({ "policy": policy })).await;
    let object = &binding["policy_obj"];
    let expected = ["told-form", "Told Policy", "Told Policys", "test.told"];
    assert_eq!(
        ["component", "verbose_name", "verbose_name_plural", "meta_model_name"].map(|name| object[name].as_str().unwrap()),
        expected
    );
    assert_eq!((&object["pk"], &object["bound_to"], &object["verdict"]), (&policy, &json!(1), &json!("pass")));
    assert_eq!((&binding["group_obj"], &binding["user_obj"]), (&Json::Null, &Json::Null));
    let defaults = json!({ "negate": false, "enabled": true, "timeout": 30, "failure_result": false, "expires": null, "expiring": false });
    for (name, value) in defaults.as_object().unwrap() {
        assert_eq!(&binding[name], value, "{name}");
    }
    let binding = server.bind(&door, json!({ "user": jo, "order": 1 })).await;
    assert_eq!((&binding["user_obj"]["username"], &binding["policy_obj"]), (&json!("jo"), &Json::Null));
    let count = binding["user_obj"].as_object().unwrap().len();
    assert_eq!(count, 8);
    let negative = json!({ "target": door["pk"], "user": jo, "order": 9, "timeout": -1 });
    let told = json!({ "timeout": ["Ensure this value is greater than or equal to 0."] });
    assert_eq!(server.ask("POST", "policies/bindings/", negative).await, (400, told));
}

#[tokio::test]
async fn what_guarded_a_thing_goes_with_it() {
    let server = Server::new().await;
    let (door, jo) = (server.door().await, server.user("jo").await);
    server.bind(&door, json!({ "user": jo })).await;
    let path = format!("doors/{}/", door["pk"].as_str().unwrap());
    assert_eq!(server.ask("DELETE", &path, Json::Null).await.0, 204);
    let left = server.cx.store.count(&vestibule_store::Query::all(PolicyBinding::RESOURCE)).await.unwrap();
    assert_eq!(left, 0);
}
