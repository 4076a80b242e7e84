//! What holds for every collection of the server's own OpenAPI document: filters find what they name and nothing else, orders sort,
//! searches find, secrets that were stored come back in no answer, and a list asks the database the same number of questions however
//! many rows it shows.

use std::{collections::BTreeSet, net::TcpListener};

use serde_json::{Value as Json, json};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use vestibule_tests::{App, Database, Document, Operation, Options, Samples, each_database_alone};

each_database_alone![
    a_filter_finds_what_it_names_and_nothing_else,
    an_order_sorts_and_its_opposite_sorts_the_other_way,
    a_search_finds_what_it_names_and_nothing_else,
    a_stored_secret_is_in_no_answer,
];

/// Parameters that every list has.
const SHARED: &[&str] = &["ordering", "page", "page_size", "search"];

/// Filters that do not compare with the field of the same name, with the reason.
const OTHERWISE: &[(&str, &str)] =
    &[("policies/bindings?target", "takes the key of the target, while the object's own key is shown; see bindings.rs")];

/// Collections in which objects can be made, each with its list.
fn lists(document: &Document) -> Vec<(String, Operation)> {
    let operations = document.operations();
    let creates: BTreeSet<&str> = operations.iter().filter(|other| other.method == "POST").map(|other| other.path.as_str()).collect();
    let is_list =
        |operation: &&Operation| operation.method == "GET" && operation.id.ends_with("_list") && creates.contains(operation.path.as_str());
    let named = |operation: &Operation| (operation.path.trim_matches('/').to_owned(), operation.clone());
    let all = operations.iter().filter(is_list).map(named);
    all.filter(|(collection, _)| Samples::impossible(collection).is_none() && document.lookup(collection).is_some()).collect()
}

/// Names of a list's own query parameters.
fn params(document: &Document, list: &Operation) -> Vec<String> {
    let parameters = list.described["parameters"].as_array().cloned().unwrap_or_default();
    let names = parameters.iter().map(|parameter| document.resolve(parameter)).filter(|parameter| parameter["in"] == "query");
    let names = names.filter_map(|parameter| parameter["name"].as_str().map(str::to_owned));
    names.filter(|name| !SHARED.contains(&name.as_str()) && !name.starts_with("include_")).collect()
}

/// A value as a query parameter; `None` for what stands in none.
fn text(value: &Json) -> Option<String> {
    match value {
        Json::String(text) if text.is_empty() => None,
        Json::String(text) => Some(text.clone()),
        Json::Bool(_) | Json::Number(_) => Some(value.to_string()),
        _ => None,
    }
}

fn escaped(text: &str) -> String {
    text.bytes().map(|byte| if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

/// Another value of the same field, where one can be thought of without knowing what it means.
fn opposite(value: &Json) -> Option<Json> {
    value.as_bool().map(|yes| json!(!yes))
}

/// Where references of these endings lead, so that an object can be made to refer to something.
const LEADS_TO: &[(&str, &str)] = &[
    ("_flow", "flows/instances"),
    ("_group", "core/groups"),
    ("password_stage", "stages/password"),
    ("_kp", "crypto/certificatekeypairs"),
    ("certificate", "crypto/certificatekeypairs"),
    ("signing_key", "crypto/certificatekeypairs"),
    ("encryption_key", "crypto/certificatekeypairs"),
];

/// Most filters of which no value can be thought of without knowing what they mean; the files of their areas try them. May only shrink.
const MOST_UNTRIED: usize = 145;

/// What a filter looks at, as the object shows it.
fn looked_at(object: &Json, param: &str) -> Json {
    let field = param.trim_end_matches("__iexact").trim_end_matches("__icontains");
    if let Some(field) = param.strip_suffix("__isnull") {
        return if object.get(field).is_some() { json!(object[field].is_null()) } else { Json::Null };
    }
    let across = field.split_once("__").map(|(relation, name)| {
        let near = &object[format!("{relation}_obj")];
        let name = if name.ends_with("_uuid") && near.get(name).is_none() { "pk" } else { name };
        near[name].clone()
    });
    let field = if field == "pbm_uuid" && object.get("policybindingmodel_ptr_id").is_some() { "policybindingmodel_ptr_id" } else { field };
    match object.get(field) {
        Some(value) => value.clone(),
        None if field.ends_with("_uuid") => across.unwrap_or_else(|| object["pk"].clone()),
        None => across.unwrap_or_default(),
    }
}

/// The query value that finds it; upper case where case plays no part.
fn asked(object: &Json, param: &str) -> Option<String> {
    let value = text(&looked_at(object, param))?;
    Some(if param.ends_with("__iexact") || param.ends_with("__icontains") { value.to_uppercase() } else { value })
}

/// The object, changed so that the field holds something; as it was when that cannot be.
async fn filled(app: &App, collection: &str, object: Json, param: &str) -> Json {
    let (field, admin) = (param.trim_end_matches("__iexact"), app.admin());
    if asked(&object, param).is_some() || object.get(field).is_none() {
        return object;
    }
    let value = match LEADS_TO.iter().find(|(ending, _)| field.ends_with(ending) || (*ending == "_flow" && field.starts_with("flow_"))) {
        Some((_, to)) => Samples::make(app, &admin, to).await["pk"].clone(),
        None if object[field].is_array() => return object,
        None => json!(app.name("https://example.com/zq")),
    };
    let address = Samples::address(app, collection, &object).await;
    let changed = admin.patch(&format!("{collection}/{address}/"), json!({ field: value })).await;
    if changed.status == 200 { changed.body } else { object }
}

async fn a_filter_finds_what_it_names_and_nothing_else(app: &App) {
    let (admin, document, mut wrong, mut tried, mut untried) = (app.admin(), app.document().await, Vec::new(), 0, Vec::new());
    for (collection, list) in lists(document) {
        let mut one = Samples::make(app, &admin, &collection).await;
        let mut other = Samples::make(app, &admin, &collection).await;
        let (first, second) = (Samples::address(app, &collection, &one).await, Samples::address(app, &collection, &other).await);
        for param in params(document, &list) {
            let filter = format!("{collection}?{param}");
            if OTHERWISE.iter().any(|(known, _)| *known == filter) {
                continue;
            }
            one = filled(app, &collection, one, &param).await;
            let Some(value) = asked(&one, &param) else {
                untried.push(filter);
                continue;
            };
            if let Some(opposite) = opposite(&one[&param]) {
                let body = json!({ param.as_str(): opposite });
                let changed = admin.patch(&format!("{collection}/{second}/"), body).await;
                other = if changed.status == 200 { changed.body } else { other };
            }
            let found = admin.get(&format!("{collection}/?page_size=100&{param}={}", escaped(&value))).await;
            let mut keys = Vec::new();
            for object in found.body["results"].as_array().into_iter().flatten() {
                keys.push(Samples::address(app, &collection, object).await);
            }
            tried += 1;
            let fits = asked(&other, &param).as_ref() == Some(&value);
            if found.status != 200 || !keys.contains(&first) || (keys.contains(&second) && !fits) {
                let seen = (keys.contains(&first), keys.contains(&second));
                wrong.push(format!("{filter}={value}: {} {seen:?} {}", found.status, looked_at(&other, &param)));
            }
        }
    }
    println!("{tried} filters tried, {} not", untried.len());
    assert!(wrong.is_empty(), "{} of {tried} filters:\n{}", wrong.len(), wrong.join("\n"));
    assert!(untried.len() <= MOST_UNTRIED, "{} filters are not tried:\n{}", untried.len(), untried.join("\n"));
}

async fn an_order_sorts_and_its_opposite_sorts_the_other_way(app: &App) {
    let (admin, document, mut wrong) = (app.admin(), app.document().await, Vec::new());
    for (collection, _) in lists(document) {
        let sample = Samples::make(app, &admin, &collection).await;
        Samples::make(app, &admin, &collection).await;
        for field in ["name", "slug", "username", "identifier", "domain"].into_iter().filter(|field| sample[field].is_string()) {
            let up = admin.get(&format!("{collection}/?page_size=100&ordering={field}")).await.column(field);
            let mut down = admin.get(&format!("{collection}/?page_size=100&ordering=-{field}")).await.column(field);
            down.reverse();
            if up != down || up.len() < 2 {
                wrong.push(format!("{collection} by {field}: {up:?} and {down:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

async fn a_search_finds_what_it_names_and_nothing_else(app: &App) {
    let (admin, document, mut wrong, mut tried) = (app.admin(), app.document().await, Vec::new(), 0);
    for (collection, _) in lists(document) {
        let one = Samples::make(app, &admin, &collection).await;
        Samples::make(app, &admin, &collection).await;
        let Some(name) = ["name", "username", "identifier"].into_iter().find_map(|field| text(&one[field])) else { continue };
        let found = admin.get(&format!("{collection}/?page_size=100&search=%22{}%22", escaped(&name))).await;
        let nothing = admin.get(&format!("{collection}/?search=nothing-is-called-so")).await;
        let first = Samples::address(app, &collection, &one).await;
        let mut keys = Vec::new();
        for object in found.body["results"].as_array().into_iter().flatten() {
            keys.push(Samples::address(app, &collection, object).await);
        }
        tried += 1;
        if found.status != 200 || !keys.contains(&first) || nothing.body["results"].as_array().is_none_or(|list| !list.is_empty()) {
            wrong.push(format!(
                "{collection}/?search={name}: {} {}, and {} for nothing",
                found.status,
                keys.contains(&first),
                nothing.body
            ));
        }
    }
    assert!(wrong.is_empty() && tried > 80, "{} of {tried} searches:\n{}", wrong.len(), wrong.join("\n"));
}

/// Stands in every secret that is stored.
const SECRET: &str = "stored-secret-of-a-test";

async fn a_stored_secret_is_in_no_answer(app: &App) {
    let (admin, document, mut wrong, mut stored) = (app.admin(), app.document().await, Vec::new(), 0);
    for (collection, _) in lists(document) {
        let schema = document.request("post", &format!("/{collection}/")).unwrap();
        let secret = |field: &Json| field["writeOnly"] == true && field["type"] == "string" && field["pattern"].is_null();
        let fields = schema["properties"].as_object().into_iter().flatten().map(|(name, field)| (name, document.resolve(field)));
        let secrets: Vec<&String> = fields.filter(|(_, field)| secret(field)).map(|(name, _)| name).collect();
        if secrets.is_empty() {
            continue;
        }
        let sample = Samples::make(app, &admin, &collection).await;
        let address = format!("{collection}/{}/", Samples::address(app, &collection, &sample).await);
        for name in secrets {
            let answer = admin.patch(&address, json!({ name.as_str(): SECRET })).await;
            stored += usize::from(answer.status == 200);
            if answer.status == 200 && (answer.text().contains(SECRET) || admin.get(&address).await.text().contains(SECRET)) {
                wrong.push(format!("{address} with {name}"));
            }
        }
    }
    for operation in document.operations().into_iter().filter(|operation| operation.method == "GET" && !operation.path.contains('{')) {
        if admin.get(operation.path.trim_start_matches('/')).await.text().contains(SECRET) {
            wrong.push(operation.path);
        }
    }
    assert!(wrong.is_empty() && stored > 5, "{stored} stored, told by:\n{}", wrong.join("\n"));
}

/// How many statements the database has run, as the server tells Prometheus.
async fn statements(metrics: &str) -> u64 {
    let (mut connection, mut text) = (TcpStream::connect(metrics).await.unwrap(), String::new());
    connection.write_all(b"GET /metrics HTTP/1.1\r\nHost: metrics\r\nConnection: close\r\n\r\n").await.unwrap();
    connection.read_to_string(&mut text).await.unwrap();
    let line = text.lines().find(|line| line.starts_with("vestibule_db_statements_total ")).unwrap();
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

#[tokio::test]
async fn a_longer_list_asks_the_database_no_more_questions() {
    let metrics = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let app = App::start(Options::on(Database::Sqlite).with("VESTIBULE_METRICS_LISTEN", &metrics));
    let (admin, document, mut wrong) = (app.admin(), app.document().await, Vec::new());
    for (collection, _) in lists(document) {
        let mut costs = Vec::new();
        for more in [1, 12] {
            for _ in 0..more {
                Samples::make(&app, &admin, &collection).await;
            }
            let list = format!("{collection}/?page_size=100");
            // Once to fill what is remembered, then the least of three, for the server has other things to do as well.
            admin.get(&list).await.assert_status(200);
            let mut least = u64::MAX;
            for _ in 0..3 {
                let before = statements(&metrics).await;
                admin.get(&list).await.assert_status(200);
                least = least.min(statements(&metrics).await - before);
            }
            costs.push(least);
        }
        if costs[1] > costs[0] {
            wrong.push(format!("{collection}: {costs:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_list_among_ten_thousand_asks_no_more_questions_than_one_of_a_hundred() {
    let metrics = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let app = App::start(Options::on(Database::Sqlite).with("VESTIBULE_METRICS_LISTEN", &metrics));
    let (admin, mut made, mut costs) = (app.admin(), 0, Vec::new());
    for rows in [100, 10_000] {
        for number in made..rows {
            admin.post("core/groups/", json!({ "name": format!("group-{number}") })).await.assert_status(201);
        }
        made = rows;
        let list = async || admin.get("core/groups/?page_size=100&ordering=-name&search=group-9").await.assert_status(200);
        list().await;
        let before = statements(&metrics).await;
        assert!(list().await.count() > 0);
        costs.push(statements(&metrics).await - before);
    }
    assert!(costs[1] <= costs[0], "{costs:?}");
}
