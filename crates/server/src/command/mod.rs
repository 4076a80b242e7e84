//! Commands of the program.

mod check;
mod expression;
mod serve;

use std::{path::PathBuf, process::ExitCode};

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use vestibule_host::Kind;

use crate::settings::{Raw, flags};

pub use check::check;
pub use serve::serve;

/// The command line.
pub fn cli() -> Command {
    let json = Arg::new("json").long("json").action(ArgAction::SetTrue).help("Answer in JSON");
    Command::new("vestibule")
        .version(env!("CARGO_PKG_VERSION"))
        .about("An identity provider in one program")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(Command::new("serve").about("Serve the API and the pages").args(flags()))
        .subcommand(expressions())
        .subcommand(
            Command::new("check").about("Say what is wrong with the configuration, and which setting to change").args(flags()).arg(json),
        )
}

fn expressions() -> Command {
    let file = || Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(PathBuf)).help("The text of an expression");
    let json = || Arg::new("json").long("json").action(ArgAction::SetTrue).help("Answer in JSON");
    let kind = Arg::new("kind").long("kind").value_parser(["policy", "mapping", "prompt"]).default_value("policy").help("What it is to be");
    Command::new("expression")
        .about("Try expressions outside of any server")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(Command::new("run").about("Run one in the sandbox, and print what it prints and returns").arg(file()).arg(json()))
        .subcommand(Command::new("lint").about("List what one uses that is not available").arg(file()).arg(kind).arg(json()))
}

/// `expression run` and `expression lint`.
fn expression(matches: &ArgMatches) -> ExitCode {
    let Some((command, flags)) = matches.subcommand() else { return ExitCode::FAILURE };
    let Some(file) = flags.get_one::<PathBuf>("file") else { return ExitCode::FAILURE };
    if command == "run" {
        return expression::run(file, flags.get_flag("json"));
    }
    let kind = match flags.get_one::<String>("kind").map(String::as_str) {
        Some("mapping") => Kind::Mapping,
        Some("prompt") => Kind::Prompt,
        _ => Kind::Policy,
    };
    expression::lint_file(file, kind, flags.get_flag("json"))
}

/// Runs the command that was asked for.
pub fn run(matches: &ArgMatches) -> ExitCode {
    match matches.subcommand() {
        Some(("serve", flags)) => serve(&gather(flags)),
        Some(("expression", flags)) => expression(flags),
        Some(("check", flags)) => check(&gather(flags), flags.get_flag("json")),
        _ => ExitCode::FAILURE,
    }
}

/// Flags and variables; a variable that is not Unicode cannot be one of ours.
fn gather(flags: &ArgMatches) -> Raw {
    Raw::gather(flags, std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?))))
}

/// The runtime that commands run on: one worker per core, and few threads beside, for each has a stack.
fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_multi_thread().enable_all().max_blocking_threads(32).build()
}
