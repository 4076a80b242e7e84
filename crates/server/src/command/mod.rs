//! Commands of the program.

mod check;
mod serve;

use std::process::ExitCode;

use clap::{Arg, ArgAction, ArgMatches, Command};

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
        .subcommand(
            Command::new("check").about("Say what is wrong with the configuration, and which setting to change").args(flags()).arg(json),
        )
}

/// Runs the command that was asked for.
pub fn run(matches: &ArgMatches) -> ExitCode {
    match matches.subcommand() {
        Some(("serve", flags)) => serve(&gather(flags)),
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
