//! `vestibule expression run | lint`: expressions outside of any server.

use std::{path::Path, process::ExitCode, time::Instant};

use serde_json::json;
use vestibule_expression::{Budget, Host, Program, Stop, Value, Vm, compile};
use vestibule_host::{Finding, Kind, lint};
use vestibule_world::World;

/// Time and chance of the machine, and nothing else: no users, no database.
struct Alone(World);

impl Host for Alone {
    fn now(&self) -> i64 {
        self.0.now().as_microsecond()
    }

    fn random(&self, bytes: &mut [u8]) {
        for chunk in bytes.chunks_mut(16) {
            chunk.iter_mut().zip(self.0.bytes::<16>()).for_each(|(byte, fresh)| *byte = fresh);
        }
    }
}

/// Reads and compiles a file; says what is wrong with it.
fn read(path: &Path) -> Result<Program, String> {
    let text = std::fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    compile(&text).map_err(|error| format!("{}:{}:{}: {}", path.display(), error.line, error.column, error.message))
}

/// Runs a file in the sandbox: prints what it prints, then what it returns (or yields), or where it failed.
pub(super) fn run(path: &Path, in_json: bool) -> ExitCode {
    let program = match read(path) {
        Ok(program) => program,
        Err(words) => return refuse(&words),
    };
    let host = Alone(World::real());
    let mut vm = Vm::new(&host, Budget::default());
    let began = Instant::now();
    let result = vm.run(&program, Vec::new()).and_then(|value| shown(&mut vm, &value));
    let took = began.elapsed();
    let printed = vm.printed().to_owned();
    let (text, good) = match &result {
        Ok(text) => (text.clone(), true),
        Err(stop) => (vm.explain(stop), false),
    };
    if in_json {
        println!("{}", json!({ "printed": printed, "result": text, "successful": good, "microseconds": took.as_micros() }));
    } else {
        print!("{printed}");
        if good {
            println!("{text}");
        } else {
            eprintln!("{text}");
        }
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn shown(vm: &mut Vm<'_>, value: &Value) -> Result<String, Stop> {
    let value = match value {
        Value::Generator(_) => {
            let items = vm.items(value)?;
            vm.list(items)?
        }
        other => other.clone(),
    };
    vm.repr(&value)
}

/// Lists what a file uses that expressions of that kind do not have. Fails when there is something.
pub(super) fn lint_file(path: &Path, kind: Kind, in_json: bool) -> ExitCode {
    let found = match (read(path), crate::catalog()) {
        (Ok(program), Ok(catalog)) => lint(&program, kind, &catalog, crate::assemble::FUNCTIONS),
        (Err(words), _) => return refuse(&words),
        (_, Err(error)) => return refuse(&error.to_string()),
    };
    if in_json {
        let found: Vec<_> =
            found.iter().map(|Finding { line, column, what }| json!({ "line": line, "column": column, "message": what })).collect();
        println!("{}", json!({ "findings": found }));
    } else {
        found.iter().for_each(|Finding { line, column, what }| println!("{}:{line}:{column}: {what}", path.display()));
    }
    if found.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn refuse(words: &str) -> ExitCode {
    eprintln!("{words}");
    ExitCode::from(2)
}
