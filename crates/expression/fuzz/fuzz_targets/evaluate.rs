//! Any program ends within its budget. `tests/corpus` is a good place to begin: `cargo fuzz run evaluate ../tests/corpus/*`
#![no_main]

use libfuzzer_sys::fuzz_target;
use vestibule_expression::{Budget, Host, Value, Vm, compile};

/// A world that stands still.
struct Still;

impl Host for Still {
    fn now(&self) -> i64 {
        1_704_067_200_000_000
    }

    fn random(&self, bytes: &mut [u8]) {
        bytes.fill(7);
    }
}

fuzz_target!(|text: &str| {
    let Ok(program) = compile(text) else { return };
    let mut vm = Vm::new(&Still, Budget { steps: 50_000, memory: 4 << 20, calls: 10, deadline: None });
    let result = vm.run(&program, Vec::new());
    let result = match result {
        Ok(generator @ Value::Generator(_)) => vm.items(&generator).and_then(|items| vm.list(items)),
        other => other,
    };
    match result {
        Ok(value) => drop(vm.repr(&value)),
        Err(stop) => drop(vm.explain(&stop)),
    }
});
