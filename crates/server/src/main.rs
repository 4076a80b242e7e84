//! The `vestibule` program: `serve` serves, `check` says what is wrong with the configuration.

use std::process::ExitCode;

use vestibule_server::command;

fn main() -> ExitCode {
    vestibule_heap::bound();
    command::run(&command::cli().get_matches())
}
