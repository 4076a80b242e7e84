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
    let results = Player::new(&app).play(&recording).await;
    let same = results.iter().filter(|(_, differences)| differences.is_empty()).count();
    say(&format!("golden: {same} of {} as recorded on {database:?}", results.len()));
    let mut listed = listed();
    let mut wrong = Vec::new();
    for (name, differences) in &results {
        match (listed.remove(name.as_str()), differences.is_empty()) {
            (None, false) => wrong.push(format!("{name} differs: {}", differences.join("; "))),
            (Some(reason), true) => wrong.push(format!("{name} is as recorded but listed as different: {reason}")),
            _ => {}
        }
    }
    wrong.extend(listed.keys().map(|name| format!("{name} is listed but not recorded")));
    assert!(wrong.is_empty(), "{} exchanges are not as expected:\n{}", wrong.len(), wrong.join("\n"));
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
