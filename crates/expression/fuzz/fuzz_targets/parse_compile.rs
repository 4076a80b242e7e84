//! Any text is compiled or refused, and never takes the process with it.
#![no_main]

use libfuzzer_sys::fuzz_target;
use vestibule_expression::compile;

fuzz_target!(|text: &str| {
    if let Err(error) = compile(text) {
        assert!(error.line > 0 && error.column > 0, "{error}");
    }
});
