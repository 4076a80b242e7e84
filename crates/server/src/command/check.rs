//! `vestibule check`: what is wrong with the configuration, and which setting to change.

use std::{net::SocketAddr, path::Path, process::ExitCode, time::Duration};

use serde_json::json;
use vestibule_resource::Error;
use vestibule_store::{Database, Store};

use crate::settings::{Problem, Raw, Settings};

/// How long the database may take to answer; a server that starts waits longer.
const PATIENCE: Duration = Duration::from_secs(10);

/// Prints everything that is wrong. Fails when something is.
pub fn check(raw: &Raw, in_json: bool) -> ExitCode {
    let problems = match Settings::read(raw) {
        Err(problems) => problems,
        Ok(settings) => try_out(&settings),
    };
    let warnings: Vec<Problem> = raw.unknown.iter().map(|name| unknown(name)).collect();
    if in_json {
        print_json(&problems, &warnings)
    } else {
        print(&problems, &warnings)
    }
    if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// What only shows when it is tried. Nothing is changed by it, but for folders that are made.
fn try_out(settings: &Settings) -> Vec<Problem> {
    let mut problems = Vec::new();
    problems.extend(bindable("VESTIBULE_LISTEN", settings.listen));
    problems.extend(settings.metrics.and_then(|address| bindable("VESTIBULE_METRICS_LISTEN", address)));
    problems.extend(places("VESTIBULE_GEOIP_CITY", settings.geoip_city.as_deref()));
    problems.extend(places("VESTIBULE_GEOIP_ASN", settings.geoip_asn.as_deref()));
    if let Database::Sqlite(folder) = &settings.database {
        problems.extend(writable(folder));
    }
    if problems.iter().all(|problem| problem.setting != "VESTIBULE_DATA") {
        problems.extend(database(settings));
    }
    problems
}

fn bindable(setting: &str, address: SocketAddr) -> Option<Problem> {
    let error = std::net::TcpListener::bind(address).err()?;
    let change = "choose another address or port, or end what uses it (this server, perhaps)";
    Some(problem(setting, format!("nothing can be served on {address}: {error}"), change))
}

fn writable(folder: &Path) -> Option<Problem> {
    let probe = folder.join(".vestibule-check");
    let tried = std::fs::create_dir_all(folder).and_then(|()| std::fs::write(&probe, b"")).and_then(|()| std::fs::remove_file(&probe));
    let error = tried.err()?;
    Some(problem(
        "VESTIBULE_DATA",
        format!("the folder {} cannot be written: {error}", folder.display()),
        "choose another folder, or let this user write it",
    ))
}

fn places(setting: &str, file: Option<&Path>) -> Option<Problem> {
    let file = file?;
    let error = vestibule_core::geo::check(file).err()?;
    let told = format!("{} cannot be read as a file in MaxMind's format: {error}", file.display());
    Some(problem(setting, told, "choose another file, let this user read it, or leave the setting out"))
}

/// Whether the database answers and its schema is one that this server knows.
fn database(settings: &Settings) -> Option<Problem> {
    let setting = match settings.database {
        Database::Sqlite(_) => "VESTIBULE_DATA",
        Database::Postgres(_) => "VESTIBULE_DATABASE_URL",
    };
    let told = |text: String| problem(setting, text, "correct the setting, or the database");
    let runtime = match super::runtime() {
        Ok(runtime) => runtime,
        Err(error) => return Some(told(format!("the check cannot run: {error}"))),
    };
    let store = crate::store_settings(settings);
    let inspected = runtime.block_on(async {
        let silent = || Error::internal(format!("the database did not answer within {} seconds", PATIENCE.as_secs()));
        tokio::time::timeout(PATIENCE, Store::inspect(&store)).await.unwrap_or_else(|_| Err(silent()))
    });
    inspected.err().map(|error| told(error.to_string()))
}

fn unknown(name: &str) -> Problem {
    problem(name, "there is no such setting".to_owned(), "see vestibule serve --help for all names")
}

fn problem(setting: &str, problem: String, change: &str) -> Problem {
    Problem { setting: setting.to_owned(), problem, change: change.to_owned() }
}

#[expect(clippy::print_stdout, reason = "this is what the command is for")]
fn print(problems: &[Problem], warnings: &[Problem]) {
    for problem in problems {
        println!("wrong    {problem}");
    }
    for warning in warnings {
        println!("warning  {warning}");
    }
    match problems.len() {
        0 => println!("The configuration is good."),
        1 => println!("1 setting must be changed."),
        many => println!("{many} settings must be changed."),
    }
}

#[expect(clippy::print_stdout, reason = "this is what the command is for")]
fn print_json(problems: &[Problem], warnings: &[Problem]) {
    let list = |problems: &[Problem]| -> Vec<_> {
        problems.iter().map(|one| json!({ "setting": one.setting, "problem": one.problem, "change": one.change })).collect()
    };
    println!("{}", json!({ "ok": problems.is_empty(), "problems": list(problems), "warnings": list(warnings) }));
}
