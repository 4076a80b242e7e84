//! What developers run, as `cargo xtask COMMAND`:
//!
//! * `schema sqlite|postgres`: the tables that the descriptors ask for, as SQL; what a new migration is written from.
//! * `openapi`: the OpenAPI document.

use std::process::ExitCode;

use vestibule_resource::Result;
use vestibule_server::{api, catalog};
use vestibule_store::{Dialect, schema};

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let text = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["schema", "sqlite"] => tables(Dialect::Sqlite),
        ["schema", "postgres"] => tables(Dialect::Postgres),
        ["openapi"] => openapi(),
        _ => {
            eprintln!("usage: cargo xtask schema sqlite|postgres, cargo xtask openapi");
            return ExitCode::FAILURE;
        }
    };
    match text {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn tables(dialect: Dialect) -> Result<String> {
    Ok(schema(&catalog()?, dialect))
}

fn openapi() -> Result<String> {
    let document = vestibule_server::openapi(&api(), &catalog()?);
    serde_json::to_string_pretty(&document).map_err(|error| vestibule_resource::Error::internal(error.to_string()))
}
