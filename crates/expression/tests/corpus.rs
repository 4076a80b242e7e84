//! Expressions as administrators write them, compared with what CPython answers (`corpus/answers.json`, which `oracle.py` records).
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod evaluate;

use std::{collections::BTreeMap, fmt::Write as _, fs, panic, path::PathBuf, process::Command};

use evaluate::{Ending, evaluate};
use serde_json::{Value, json};
use vestibule_expression::Budget;

/// Where we differ from CPython on purpose: the file, what we answer, and why.
const DIFFERENCES: &[(&str, &str, &str)] = &[
    ("literals/continued_string", r#"{"returned": "'first second'"}"#, TEXTS),
    ("literals/multi_line_text_is_indented_with_the_body", r#"{"returned": "'first\\nsecond\\n\\n  third'"}"#, TEXTS),
];

const TEXTS: &str = "what is written over several lines is what it says, not shifted by the indentation of a function that nobody sees";

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

/// The text of every file, by its name.
fn corpus() -> BTreeMap<String, String> {
    let mut found = BTreeMap::new();
    for topic in fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()) {
        for path in fs::read_dir(&topic).unwrap().map(|entry| entry.unwrap().path()) {
            let name = format!("{}/{}", topic.file_name().unwrap().display(), path.file_stem().unwrap().display());
            found.insert(name, fs::read_to_string(path).unwrap());
        }
    }
    found
}

/// An outcome as `answers.json` has it.
fn answer(printed: &str, ending: Ending) -> Value {
    let mut answer = match ending {
        Ending::Returned(text) => json!({ "returned": text }),
        Ending::Yielded(text) => json!({ "yielded": text }),
        Ending::Raised(class, text) => json!({ "raised": format!("{class}: {text}") }),
        Ending::Refused(error) => json!({ "refused": error.to_string() }),
        Ending::Limited(limit) => json!({ "limit": limit.to_string() }),
    };
    if !printed.is_empty() {
        answer.as_object_mut().unwrap().insert("printed".into(), json!(printed));
    }
    answer
}

#[test]
fn expressions_give_what_cpython_gives() {
    let recorded: BTreeMap<String, Value> = serde_json::from_str(&fs::read_to_string(folder().join("answers.json")).unwrap()).unwrap();
    let (mut report, mut different) = (String::new(), 0);
    for (name, text) in corpus() {
        let got = panic::catch_unwind(|| evaluate(&text, Budget::default()))
            .map_or_else(|_| json!("it panics"), |(printed, ending)| answer(&printed, ending));
        let known = DIFFERENCES.iter().find(|(file, ..)| *file == name).map(|(_, ours, _)| serde_json::from_str(ours).unwrap());
        let wanted = known.or_else(|| recorded.get(&name).cloned()).unwrap_or(Value::Null);
        if got != wanted {
            different += 1;
            writeln!(report, "{name}\n  wanted {wanted}\n  got    {got}").unwrap();
        }
    }
    assert!(different == 0, "{different} expressions differ:\n{report}");
}

#[test]
fn cpython_still_gives_what_is_recorded() {
    let oracle = folder().join("../oracle.py");
    let Ok(output) = Command::new("python3").args([oracle.as_os_str(), "--check".as_ref()]).output() else {
        return;
    };
    assert!(output.status.success(), "{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
}

#[test]
fn every_topic_has_expressions_enough() {
    let count = corpus().len();
    assert!(count >= 700, "{count} expressions");
    if let Some((name, ..)) = DIFFERENCES.iter().find(|(name, ..)| !corpus().contains_key(*name)) {
        panic!("there is no {name}");
    }
}
