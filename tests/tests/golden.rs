//! The exchanges recorded from the reference system, where they are at hand: each answered as recorded, but for those that
//! `golden-differences.txt` lists with a reason.

use std::{collections::BTreeMap, io::Write as _};

use vestibule_tests::{App, Database, Options, Player, Recording};

#[tokio::test]
#[ignore = "needs the recorded exchanges beside the repository"]
async fn recorded_exchanges_are_answered_as_recorded_on_sqlite() {
    as_recorded(Database::Sqlite).await;
}

#[tokio::test]
#[ignore = "needs the recorded exchanges beside the repository, and PostgreSQL"]
async fn recorded_exchanges_are_answered_as_recorded_on_postgres() {
    as_recorded(Database::Postgres).await;
}

async fn as_recorded(database: Database) {
    let recording = Recording::find().expect("no recorded exchanges at ../shared/golden");
    let mut options = Options::on(database);
    (options.token, options.password) = ("oracle-token".into(), "oracle-password".into());
    let app = App::start(options);
    forget_our_own_flow(&app).await;
    let results = Player::new(&app).play(&recording).await;
    let same = results.iter().filter(|(_, differences)| differences.is_empty()).count();
    say(&format!("golden: {same} of {} as recorded on {database:?}", results.len()));
    let mut listed = listed();
    let mut wrong = Vec::new();
    for (name, differences) in &results {
        let either = listed.remove(format!("{name}?").as_str()).is_some();
        match (listed.remove(name.as_str()), differences.is_empty()) {
            _ if either => {}
            (None, false) => wrong.push(format!("{name} differs: {}", differences.join("; "))),
            (Some(reason), true) => wrong.push(format!("{name} is as recorded but listed as different: {reason}")),
            _ => {}
        }
    }
    wrong.extend(listed.keys().map(|name| format!("{name} is listed but not recorded")));
    assert!(wrong.is_empty(), "{} exchanges are not as expected:\n{}", wrong.len(), wrong.join("\n"));
}

/// Takes away the default flow that the reference system does not have, so that lists and counts can be compared.
async fn forget_our_own_flow(app: &App) {
    let (admin, word) = (app.admin(), "default-invitation-enrollment");
    for (collection, key) in [("flows/instances/", "slug"), ("stages/all/", "pk"), ("stages/prompt/prompts/", "pk")] {
        let found = admin.get(&format!("{collection}?search={word}&page_size=100")).await.assert_status(200);
        assert!(found.count() > 0, "{found}");
        for object in found.column(key) {
            admin.delete(&format!("{collection}{}/", object.as_str().unwrap())).await.assert_status(204);
        }
    }
}

/// Exchanges that may differ, with the reason.
fn listed() -> BTreeMap<&'static str, &'static str> {
    let lines = include_str!("../golden-differences.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| line.split_once(": ").unwrap_or_else(|| panic!("no reason in {line:?}"))).collect()
}

/// Says something that the test runner does not swallow.
fn say(text: &str) {
    let mut terminal = std::io::stderr().lock();
    writeln!(terminal, "{text}").unwrap();
}
