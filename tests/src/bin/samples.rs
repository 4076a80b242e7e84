//! `samples FILE…`: starts a server and writes, into each file, what a client of the API can do with every collection: the names of
//! its operations and the body of a create, with everything that it refers to made already. It says `ready`, and ends with its input.

use std::io::Read as _;

use serde_json::{Map, Value as Json, json};
use vestibule_tests::{App, Document, Samples};

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let app = App::new().await;
    for file in std::env::args().skip(1) {
        let mut collections = Vec::new();
        for path in collections_of(app.document().await) {
            collections.push(described(&app, &path).await);
        }
        let all = json!({"url": app.url(), "token": app.options().token, "collections": collections});
        std::fs::write(&file, all.to_string())?;
    }
    println!("ready");
    std::io::stdin().read_to_end(&mut Vec::new())?;
    Ok(())
}

/// Every path below which single objects are.
fn collections_of(document: &Document) -> Vec<String> {
    let paths = document.0["paths"].as_object().into_iter().flatten().map(|(path, _)| path.trim_matches('/').to_owned());
    paths.filter(|path| !path.contains('{') && document.lookup(path).is_some()).collect()
}

async fn described(app: &App, path: &str) -> Json {
    let (document, admin) = (app.document().await, app.admin());
    let operations = operations(document, path);
    let why = Samples::impossible(path);
    let made = operations.contains_key("create") && why.is_none();
    let body = if made { Samples::body(app, &admin, path).await } else { Json::Null };
    // What is made elsewhere is at least there to be listed and read.
    let sample = if made || why.is_some() { Json::Null } else { Samples::make(app, &admin, path).await };
    let key = if sample.is_null() { Json::Null } else { Samples::address(app, path, &sample).await.into() };
    let (lookup, models) = (document.lookup(path), models(document, &operations));
    let changed = if made { update(app, path, &body).await } else { sample };
    json!({
        "path": path, "lookup": lookup, "operations": operations, "models": models, "body": body, "update": changed, "key": key, "why": why,
    })
}

/// The body of a full update: that of the create, unless an update takes something else.
async fn update(app: &App, path: &str, body: &Json) -> Json {
    let document = app.document().await;
    let (collection, object) = (format!("/{path}/"), format!("/{path}/{{{}}}/", document.lookup(path).unwrap_or_default()));
    match (document.request("post", &collection), document.request("put", &object)) {
        (Some(create), Some(update)) if create != update => Samples::filled(app, &app.admin(), path, &update).await,
        _ => body.clone(),
    }
}

/// The component of what each operation answers; of the items, where it answers a list.
fn models(document: &Document, operations: &Map<String, Json>) -> Map<String, Json> {
    let all = document.operations();
    let component = |id: &Json| {
        let answers = all.iter().find(|operation| id == operation.id.as_str())?.described["responses"].as_object()?.clone();
        let (_, answer) = answers.into_iter().find(|(status, _)| status.starts_with('2'))?;
        let schema = &answer["content"]["application/json"]["schema"];
        let name = [&schema["$ref"], &schema["items"]["$ref"]].into_iter().find_map(Json::as_str)?;
        name.rsplit('/').next().map(Json::from)
    };
    operations.iter().filter_map(|(name, id)| Some((name.clone(), component(id)?))).collect()
}

/// The regular operations of a collection, each by its `operationId`.
fn operations(document: &Document, path: &str) -> Map<String, Json> {
    let object = format!("/{path}/{{{}}}/", document.lookup(path).unwrap_or_default());
    let collection = format!("/{path}/");
    let regular = [
        ("list", &collection, "GET"),
        ("create", &collection, "POST"),
        ("retrieve", &object, "GET"),
        ("update", &object, "PUT"),
        ("partial_update", &object, "PATCH"),
        ("destroy", &object, "DELETE"),
        ("used_by", &format!("{object}used_by/"), "GET"),
    ];
    let all = document.operations();
    let named = |path: &String, method: &str| all.iter().find(|operation| operation.path == *path && operation.method == method);
    regular.iter().filter_map(|(name, path, method)| Some(((*name).to_owned(), named(path, method)?.id.clone().into()))).collect()
}
