//! Hostile programs: each must end as its first line says, soon, in little memory, and without the process.
#![expect(clippy::unwrap_used, reason = "tests")]

#[path = "escapes/deep.rs"]
mod deep;
mod evaluate;

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use evaluate::{Ending, evaluate};
use vestibule_expression::Budget;

/// How long a program may take where nothing is optimized and other tests run beside it.
const PATIENCE: Duration = Duration::from_secs(20);
/// How much memory the process of one may take, in KiB: twice the budget, and what an empty one takes.
const MEMORY: u64 = 192 << 10;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/escapes")
}

/// Runs one program, which the environment names, when asked to: the other tests start this one in processes of their own.
#[test]
fn one() {
    let Ok(name) = env::var("ESCAPE") else {
        return;
    };
    let text = deep::source(&name).unwrap_or_else(|| fs::read_to_string(folder().join(&name)).unwrap());
    // A worker thread's stack, as the server has it.
    let (_, ending) = thread::spawn(move || evaluate(&text, Budget::default())).join().unwrap();
    println!("\nENDING {}\nPEAK {}", describe(&ending), peak());
}

fn describe(ending: &Ending) -> String {
    let text = match ending {
        Ending::Refused(error) => format!("refused {error}"),
        Ending::Returned(text) | Ending::Yielded(text) => format!("returned {text}"),
        Ending::Raised(class, text) => format!("{class}: {text}"),
        Ending::Limited(limit) => format!("limit {limit:?}"),
    };
    text.chars().take(300).collect::<String>().replace('\n', " ")
}

/// The most memory this process had, in KiB; 0 where that cannot be asked.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// How a program ended in a process of its own, and what is wrong with that.
fn judge(name: &str, wanted: &str) -> Option<String> {
    let started = Instant::now();
    let mut child = Command::new(env::current_exe().unwrap())
        .args(["--exact", "one", "--nocapture"])
        .env("ESCAPE", name)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    while child.try_wait().unwrap().is_none() {
        if started.elapsed() > PATIENCE {
            child.kill().unwrap();
            child.wait().unwrap();
            return Some(format!("{name}: took longer than {PATIENCE:?}"));
        }
        thread::sleep(Duration::from_millis(2));
    }
    let output = String::from_utf8_lossy(&child.wait_with_output().unwrap().stdout).into_owned();
    let field = |key: &str| output.lines().find_map(|line| line.strip_prefix(key));
    let Some(ending) = field("ENDING ") else {
        return Some(format!("{name}: took the process with it"));
    };
    let peak = field("PEAK ").and_then(|text| text.parse::<u64>().ok()).unwrap_or(0);
    if peak > MEMORY {
        return Some(format!("{name}: took {} MiB ({ending})", peak >> 10));
    }
    let fits = wanted
        .split(" or ")
        .any(|word| ending.split_once(':').map_or(ending, |(class, _)| class) == word || ending.starts_with(&format!("{word} ")));
    (!fits).then(|| format!("{name}: wanted {wanted}, got {ending}"))
}

/// Judges all of them, as many at once as there are processors.
fn judge_all(programs: Vec<(String, String)>) {
    let size = programs.len().div_ceil(thread::available_parallelism().map_or(1, usize::from)).max(1);
    let wrong: Vec<String> = thread::scope(|scope| {
        let judges: Vec<_> = programs
            .chunks(size)
            .map(|part| scope.spawn(move || part.iter().filter_map(|(name, wanted)| judge(name, wanted)).collect::<Vec<_>>()))
            .collect();
        judges.into_iter().flat_map(|judge| judge.join().unwrap()).collect()
    });
    assert!(wrong.is_empty(), "{} of {} escape:\n{}", wrong.len(), programs.len(), wrong.join("\n"));
}

fn wanted(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    text.lines().next().and_then(|line| line.strip_prefix("# ends with: ")).unwrap().to_string()
}

#[test]
fn hostile_programs_end_as_they_must() {
    let paths = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut programs: Vec<_> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "py"))
        .map(|path| (path.file_name().unwrap().display().to_string(), wanted(&path)))
        .collect();
    programs.sort();
    assert!(programs.len() >= 300);
    judge_all(programs);
}

#[test]
fn deep_and_long_texts_are_refused_or_run() {
    judge_all(
        deep::NAMES
            .iter()
            .map(|name| (name.to_string(), "refused or returned or limit or RecursionError or ValueError or UnboundLocalError".to_string()))
            .collect(),
    );
}
