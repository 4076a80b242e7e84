//! Several mappings for one subject.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

use std::{net::IpAddr, sync::Arc};

use http::Extensions;
use serde_json::{Map, Value as Json, json};
use tempfile::TempDir;
use vestibule_core::{Keys, events::Event, geo::Geo};
use vestibule_engine::{Api, Area, Caller, Context, Request, Session, SessionSlot};
use vestibule_host::{Kind, Programs, Scope};
use vestibule_mappings::{Made, Merged, ScopeMapping, merge};
use vestibule_resource::{Catalog, Model as _, Record};
use vestibule_secret::{Cost, Passwords};
use vestibule_store::{Database, Migration, Query, Settings, Store};
use vestibule_world::World;

struct Server {
    cx: Context,
    _folder: TempDir,
}

impl Server {
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let areas = vec![vestibule_core::area(), vestibule_mappings::area()];
        let catalog = Arc::new(Catalog::new(areas.iter().flat_map(Area::resources).collect()).unwrap());
        let settings = Settings { database: Database::Sqlite(folder.path().into()), readers: 2 };
        let store = Store::open_with(&settings, catalog.clone(), World::real(), &[Migration::initial(&catalog)]).await.unwrap();
        let mut services = Extensions::new();
        let keys = Keys { secret_key: "secret".into(), install_id: "install".into() };
        vestibule_core::services(&mut services, &store, keys, Passwords::new(Cost::LOWEST).unwrap(), Geo::default());
        services.insert(Programs::default());
        let (api, session) = (Arc::new(Api::new(areas)), SessionSlot::new(Session::default()));
        let request = Request::plain("GET", "/", IpAddr::from([192, 0, 2, 1]));
        let cx = Context { api, store, caller: Caller::Anonymous, request, session, services: Arc::new(services) };
        Server { cx, _folder: folder }
    }

    async fn merged(&self, expressions: &[(&str, &str)], base: Json) -> Merged {
        let scope = Scope::new(Kind::Mapping);
        merge(&self.cx, mappings(expressions), "name", &scope, object(base)).await.unwrap()
    }

    async fn made(&self, expressions: &[(&str, &str)], base: Json) -> Made {
        match self.merged(expressions, base).await {
            Merged::Made(made) => made,
            Merged::Skip => panic!("skipped"),
        }
    }
}

fn mappings(expressions: &[(&str, &str)]) -> Vec<Arc<Record>> {
    let row = |(name, text): &(&str, &str)| {
        let values = vec![("name", (*name).into()), ("scope_name", "s".into()), ("expression", (*text).into())];
        Arc::new(Record::new(ScopeMapping::RESOURCE, values))
    };
    expressions.iter().map(row).collect()
}

fn object(json: Json) -> Map<String, Json> {
    json.as_object().cloned().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn mappings_add_up_in_the_order_of_their_names() {
    let server = Server::new().await;
    let expressions = [
        ("c", "return {'n': 3, 'l': [1, 4], 'd': {'y': 2}}"),
        ("a", "return {'n': 1, 'l': [1, 2], 'd': {'x': 1}}"),
        ("b", "pass"),
        ("bb", "return None"),
    ];
    let made = server.made(&expressions, json!({"l": [0], "base": true})).await;
    assert_eq!(Json::Object(made.properties), json!({"l": [0, 1, 2, 4], "base": true, "n": 3, "d": {"x": 1, "y": 2}}));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mapping_sees_what_was_made_before_it() {
    let server = Server::new().await;
    let expressions = [("a", "return {'groups': ['x']}"), ("b", "return {'count': len(properties['groups']) + properties['n']}")];
    let made = server.made(&expressions, json!({"n": 1})).await;
    assert_eq!(Json::Object(made.properties), json!({"n": 1, "groups": ["x"], "count": 2}));
}

#[tokio::test(flavor = "multi_thread")]
async fn one_mapping_that_skips_makes_all_of_them_skip() {
    let server = Server::new().await;
    let skipped = server.merged(&[("a", "return {'x': 1}"), ("b", "raise SkipObject"), ("c", "return nothing")], json!({})).await;
    assert!(matches!(skipped, Merged::Skip), "{skipped:?}");
    assert!(server.cx.store.select(&Query::all(Event::RESOURCE)).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mapping_that_fails_is_told_to_who_asked_and_to_administrators() {
    let server = Server::new().await;
    let expressions = [("a", "return 1 / 0"), ("b", "return {'x': 1}"), ("c", "return [1]")];
    let made = server.made(&expressions, json!({})).await;
    assert_eq!(Json::Object(made.properties), json!({"x": 1}));
    let failed: Vec<(&str, &str)> = made.failures.iter().map(|(row, why)| (row.text("name"), why.class.as_str())).collect();
    assert_eq!(failed, [("a", "ZeroDivisionError"), ("c", "TypeError")]);
    let events = server.cx.store.select(&Query::all(Event::RESOURCE).order("created")).await.unwrap();
    let told: Vec<&Json> = events.iter().map(|event| event.json("context").pointer("/expression").unwrap()).collect();
    assert_eq!(told, [&json!("return 1 / 0"), &json!("return [1]")]);
    assert!(events.iter().all(|event| event.text("action") == "property_mapping_exception"));
}
