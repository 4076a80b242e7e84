//! A list asks the database the same number of questions however many rows there are: 1, 100 and 10 000.

use std::{collections::BTreeMap, net::TcpListener};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};
use vestibule_tests::{App, Database, Options, Rows, Samples};

use crate::{
    made::MADE,
    world::{List, address, lists, makeable},
};

/// Lists whose objects have a table of another name than their component.
const TABLES: &[(&str, &str)] = &[
    ("core/authenticated_sessions", "session"),
    ("oauth2/access_tokens", "oauth2_access_token"),
    ("oauth2/authorization_codes", "oauth2_authorization_code"),
    ("oauth2/refresh_tokens", "oauth2_refresh_token"),
    ("rac/connection_tokens", "rac_connection_token"),
    ("rac/endpoints", "rac_endpoint"),
    ("rbac/permissions/roles", "role_object_permission"),
    ("tenants/domains", "tenant_domain"),
];

/// Lists that are not of a table's rows: there are as many permissions as there are, and the others show of what is copied that which
/// their caller may ask for or serve.
const NO_TABLE: &[&str] = &[
    "core/application_entitlements/requestable",
    "outposts/ldap",
    "outposts/proxy",
    "outposts/radius",
    "rbac/permissions",
    "rbac/permissions/assigned_by_roles",
];

/// As many more kinds of ties may one page of a list show than another.
const TIES: u64 = 3;

/// How many statements the database has run, as the server tells Prometheus.
async fn statements(metrics: &str) -> u64 {
    let (mut connection, mut text) = (TcpStream::connect(metrics).await.unwrap(), String::new());
    connection.write_all(b"GET /metrics HTTP/1.1\r\nHost: metrics\r\nConnection: close\r\n\r\n").await.unwrap();
    connection.read_to_string(&mut text).await.unwrap();
    let line = text.lines().find(|line| line.starts_with("vestibule_db_statements_total ")).unwrap();
    line.rsplit(' ').next().unwrap().parse().unwrap()
}

/// How many statements a list takes when what is remembered is filled. More than so many are counted again, for the server has other
/// things to do as well.
async fn cost(app: &App, metrics: &str, list: &List, most: u64) -> u64 {
    let (admin, address) = (app.admin(), address(&list.path, "page_size=20"));
    admin.get(&address).await.assert_status(200);
    let mut least = u64::MAX;
    for _ in 0..3 {
        let before = statements(metrics).await;
        admin.get(&address).await.assert_status(200);
        least = least.min(statements(metrics).await - before);
        if least <= most {
            break;
        }
    }
    least
}

/// The tables of which there can be many rows, each with the lists that show them.
fn tables(rows: &Rows, lists: &[List]) -> BTreeMap<&'static str, Vec<String>> {
    let plain = |name: &str| name.replace('_', "").to_lowercase();
    let mut tables: BTreeMap<&'static str, Vec<String>> = BTreeMap::new();
    for list in lists {
        let known = TABLES.iter().find(|(path, _)| *path == list.path).map(|(_, table)| *table);
        let named = || rows.names().into_iter().find(|name| plain(name) == plain(&list.component));
        if let Some(table) = known.or_else(named) {
            tables.entry(table).or_default().push(list.path.clone());
        }
    }
    tables
}

#[tokio::test]
async fn a_longer_list_asks_the_database_no_more_questions() {
    let metrics = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
    let app = App::start(Options::on(Database::Sqlite).with("VESTIBULE_METRICS_LISTEN", &metrics));
    let (admin, lists) = (app.admin(), lists(app.document().await));
    for list in &lists {
        if makeable(&app, list).await {
            Samples::make(&app, &admin, &list.path).await;
        }
    }
    let many = app.behind(async |rows| {
        for (table, given) in MADE {
            if !rows.any(table).await {
                rows.add(table, 1, &serde_json::from_str(given).unwrap()).await;
            }
        }
        tables(rows, &lists)
    });
    let (many, mut made, mut costs) = (many.await, 1, BTreeMap::<&str, Vec<u64>>::new());
    let tabled = |path: &&str| !many.values().flatten().any(|shown| shown == path);
    let mut without: Vec<&str> = lists.iter().map(|list| list.path.as_str()).filter(tabled).collect();
    without.sort_unstable();
    assert_eq!(without, NO_TABLE);
    for rows in [1, 100, 10_000] {
        if rows > made {
            let (first, more) = (made, rows - made);
            app.behind(async |rows| {
                for table in rows.names().into_iter().filter(|name| many.contains_key(name)) {
                    // The rows of bases come with those that they are parts of.
                    if rows.is_base(table) {
                        continue;
                    }
                    rows.copy(table, first, more).await;
                }
            })
            .await;
            made = rows;
        }
        for list in &lists {
            let known = costs.entry(&list.path).or_default();
            let cost = cost(&app, &metrics, list, known.first().copied().unwrap_or_default()).await;
            known.push(cost);
        }
    }
    // What nothing on the page is tied to is not asked for; a question for each row would be nineteen more.
    let wrong: Vec<_> = costs.iter().filter(|(_, costs)| costs.iter().max().unwrap() > &(costs[0] + TIES)).collect();
    println!("{} lists, {} tables of 10 000 rows", lists.len(), many.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
}
