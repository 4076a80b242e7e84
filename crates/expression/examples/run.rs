//! Runs a Python file in the sandbox: prints what it prints, then the result or the exception.
//!
//! `cargo run -q -p vestibule-expression --example run FILE.py`
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::allow_attributes, clippy::disallowed_methods, missing_docs)]

use std::time::{Instant, SystemTime, UNIX_EPOCH};

use vestibule_expression::{Budget, Host, Stop, Value, Vm, compile};

struct Here;

impl Host for Here {
    fn now(&self) -> i64 {
        SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_micros().try_into().unwrap()
    }

    fn random(&self, bytes: &mut [u8]) {
        for (place, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::try_from(place * 37 % 251).unwrap();
        }
    }
}

fn main() {
    let path = std::env::args().nth(1).expect("a file");
    let text = std::fs::read_to_string(path).expect("a readable file");
    let began = Instant::now();
    let program = match compile(&text) {
        Ok(program) => program,
        Err(error) => return println!("SyntaxError: {error}"),
    };
    let compiled = began.elapsed();
    let mut vm = Vm::new(&Here, Budget::default());
    let began = Instant::now();
    let result = vm.run(&program, Vec::new()).and_then(|value| match &value {
        Value::Generator(_) => vm.items(&value).and_then(|items| vm.list(items)),
        _ => Ok(value),
    });
    let result = result.and_then(|value| vm.repr(&value));
    let ran = began.elapsed();
    print!("{}", vm.printed());
    match result {
        Ok(text) => println!("{text}"),
        Err(stop) => {
            if let Stop::Raise(exception) = &stop {
                exception.lines().iter().for_each(|(line, function)| eprintln!("  line {line} {function}"));
            }
            println!("{}", vm.explain(&stop));
        }
    }
    if std::env::var_os("TIMES").is_some() {
        eprintln!("compiled in {compiled:?}, ran in {ran:?}");
    }
}
