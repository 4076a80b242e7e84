//! Every list of the server's own OpenAPI document, and what is in each.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};
use tokio::sync::OnceCell;
use vestibule_tests::{Answer, App, Database, Document, Operation, Rows, Samples};

use crate::{
    made::{MADE, MORE, POLICIES, SET, SOURCES},
    vary::vary,
};

/// A list that can be ordered.
pub(crate) struct List {
    /// Its path below `/api/v3/`, without slashes around it.
    pub(crate) path: String,
    /// Its own query parameters, with their schemas.
    pub(crate) params: Vec<(String, Json)>,
    /// The schema of what it lists.
    pub(crate) item: Json,
    /// The name of that schema.
    pub(crate) component: String,
    /// Whether it takes `search`.
    pub(crate) searched: bool,
}

/// What was put into a column of an object.
struct Hidden {
    collection: String,
    column: String,
    key: Json,
    value: Json,
}

/// Parameters that every list has.
const SHARED: &[&str] = &["ordering", "page", "page_size", "search"];

/// What a list must be asked for, or it answers nothing.
const NEEDS: &[(&str, &str)] =
    &[("core/applications", "superuser_full_list=true"), ("rbac/permissions/assigned_by_roles", "model=authentik_core.user")];

/// Lists of figures, not of objects.
const FIGURES: &[&str] = &["events/events/stats", "events/events/top_per_user", "events/events/volume"];

/// All lists below fixed paths, and the objects in them.
pub(crate) struct World {
    pub(crate) app: &'static App,
    pub(crate) lists: Vec<List>,
    objects: BTreeMap<String, Vec<Json>>,
    hidden: Vec<Hidden>,
}

impl World {
    /// That of a server: two objects at least in every collection, which differ in all that can be written.
    pub(crate) async fn of(app: &'static App) -> &'static World {
        static SQLITE: OnceCell<World> = OnceCell::const_new();
        static POSTGRES: OnceCell<World> = OnceCell::const_new();
        let place = if app.options().database == Database::Sqlite { &SQLITE } else { &POSTGRES };
        place.get_or_init(|| World::make(app)).await
    }

    async fn make(app: &'static App) -> World {
        let (admin, lists, mut pairs) = (app.admin(), lists(app.document().await), BTreeMap::new());
        for list in &lists {
            if makeable(app, list).await {
                let pair = [Samples::make(app, &admin, &list.path).await, Samples::make(app, &admin, &list.path).await];
                let pair = vary(app, list, pair).await;
                pairs.insert(list.path.clone(), pair.map(|object| object[Samples::key(&object)].clone()));
            }
        }
        for (of, collection, body) in MORE {
            let bodies = pairs
                .get(*of)
                .map_or(vec![(*body).to_owned()], |keys| keys.iter().map(|key| body.replace("\"&\"", &key.to_string())).collect());
            for body in bodies {
                let body = Samples::resolved(app, &admin, serde_json::from_str(&body).unwrap()).await;
                Samples::create(&admin, collection, body).await.unwrap_or_else(|answer| panic!("{answer}"));
            }
        }
        let algorithm = json!({"common_name": "zq", "validity_days": 9, "alg": "ecdsa"});
        admin.post("crypto/certificatekeypairs/generate/", algorithm).await.assert_status(200);
        let hidden = app.behind(async |rows| put_in(rows, &pairs).await).await;
        let mut objects = BTreeMap::new();
        for list in &lists {
            let all = all(app, &list.path, "").await.unwrap_or_else(|answer| panic!("{answer}"));
            objects.insert(list.path.clone(), all);
        }
        World { app, lists, objects, hidden }
    }

    /// What is in a collection.
    pub(crate) fn objects(&self, collection: &str) -> &[Json] {
        self.objects.get(collection).map_or(&[], Vec::as_slice)
    }

    /// What was put into a column of an object that does not show it; `None` when nothing was put into that column. Objects are also
    /// seen by the collections of what they extend.
    pub(crate) fn hidden(&self, collection: &str, column: &str, object: &Json) -> Option<Vec<Json>> {
        let area = |path: &str| path.split('/').next().map(str::to_owned);
        let mut near = self.hidden.iter().filter(|it| it.column == column && area(&it.collection) == area(collection)).peekable();
        near.peek()?;
        let key = object.get(Samples::key(object));
        Some(near.filter(|it| Some(&it.key) == key).map(|it| it.value.clone()).collect())
    }

    /// The object of a collection with that key.
    pub(crate) fn find(&self, collection: &str, key: &Json) -> Option<&Json> {
        let keys = |object: &&Json| Samples::key_in(object).is_some_and(|name| object[name] == *key);
        self.objects(collection).iter().find(keys)
    }
}

/// Whether the API makes objects of that list.
pub(crate) async fn makeable(app: &App, list: &List) -> bool {
    let document = app.document().await;
    document.lookup(&list.path).is_some() && Samples::impossible(&list.path).is_none() && Samples::known(document, &list.path)
}

/// Puts rows in, and answers what was put into which columns of which objects.
async fn put_in(rows: &mut Rows, pairs: &BTreeMap<String, [Json; 2]>) -> Vec<Hidden> {
    let (mut counts, mut hidden) = (BTreeMap::new(), Vec::new());
    for (table, given) in MADE {
        for _ in 0..2 {
            let number: &mut usize = counts.entry(*table).or_default();
            *number += 1;
            rows.add(table, *number, &serde_json::from_str(given).unwrap()).await;
        }
    }
    let policies = POLICIES.iter().map(|kind| format!("policies/{kind}"));
    let managed: Vec<_> = SOURCES.iter().map(|kind| (format!("sources/{kind}"), format!("\"zq-{kind}\""))).collect();
    let times: Vec<_> = policies.flat_map(|kind| ["created", "last_updated"].map(|column| (kind.clone(), column))).collect();
    let set = SET.iter().map(|(collection, table, column, value)| (*collection, *table, *column, *value));
    let times = times.iter().map(|(collection, column)| (collection.as_str(), "policy", *column, r#""2031-01-01T00:00:00Z""#));
    let managed = managed.iter().map(|(collection, value)| (collection.as_str(), "source", "managed", value.as_str()));
    for (collection, table, column, value) in set.chain(times).chain(managed) {
        let key = match pairs.get(collection) {
            Some([key, _]) => key.clone(),
            None => json!(rows.newest(table).await),
        };
        let value = rows.set(table, &text(&key).unwrap(), column, &serde_json::from_str(value).unwrap()).await;
        hidden.push(Hidden { collection: collection.to_owned(), column: column.to_owned(), key, value: json!(value) });
    }
    hidden
}

/// All lists below fixed paths that can be ordered.
pub(crate) fn lists(document: &Document) -> Vec<List> {
    let operations = document.operations();
    operations
        .iter()
        .filter(|operation| operation.method == "GET" && !operation.path.contains('{'))
        .filter_map(|it| list(document, it))
        .collect()
}

fn list(document: &Document, operation: &Operation) -> Option<List> {
    let parameters = operation.described["parameters"].as_array()?.iter().map(|parameter| document.resolve(parameter));
    let params: Vec<(String, Json)> = parameters
        .filter(|it| it["in"] == "query")
        .filter_map(|it| Some((it["name"].as_str()?.to_owned(), document.resolve(&it["schema"]))))
        .collect();
    let names: BTreeSet<&str> = params.iter().map(|(name, _)| name.as_str()).collect();
    let searched = names.contains("search");
    let answer = document.resolve(&operation.described["responses"]["200"]["content"]["application/json"]["schema"]);
    let items = [&answer["properties"]["results"]["items"], &answer["items"]].into_iter().find(|items| !items.is_null())?;
    let component = items["$ref"].as_str().unwrap_or_default().rsplit('/').next().unwrap_or_default().to_owned();
    let path = operation.path.trim_matches('/').to_owned();
    if !names.contains("ordering") || FIGURES.contains(&path.as_str()) {
        return None;
    }
    let own = params.into_iter().filter(|(name, _)| !SHARED.contains(&name.as_str()) && !name.starts_with("include_")).collect();
    Some(List { path, params: own, item: document.resolve(items), component, searched })
}

/// The address of a list with a query.
pub(crate) fn address(path: &str, query: &str) -> String {
    let needs = NEEDS.iter().find(|(list, _)| *list == path).map(|(_, needs)| format!("&{needs}")).unwrap_or_default();
    format!("{path}/?{query}{needs}")
}

/// Everything that a list answers to that query, over all its pages.
pub(crate) async fn all(app: &App, path: &str, query: &str) -> Result<Vec<Json>, Answer> {
    let (admin, mut objects) = (app.admin(), Vec::new());
    for page in 1.. {
        let answer = admin.get(&address(path, &format!("page_size=100&page={page}{query}"))).await;
        if answer.status != 200 {
            return Err(answer);
        }
        let Some(results) = answer.body["results"].as_array() else { return Ok(answer.body.as_array().cloned().unwrap_or_default()) };
        objects.extend(results.iter().cloned());
        if answer.body["pagination"]["next"] == 0 {
            break;
        }
    }
    Ok(objects)
}

/// What tells one object of a list from the others.
pub(crate) fn identity(object: &Json) -> String {
    let key = ["pk", "id", "uuid"].into_iter().find_map(|name| object.get(name));
    key.unwrap_or(object).to_string()
}

/// A value as one text; `None` for nothing and for what is made of several.
pub(crate) fn text(value: &Json) -> Option<String> {
    match value {
        Json::String(text) if text.is_empty() => None,
        Json::String(text) => Some(text.clone()),
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        _ => None,
    }
}

/// A text as part of a query.
pub(crate) fn escaped(text: &str) -> String {
    text.bytes().map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}
