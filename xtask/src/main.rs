//! What developers run, as `cargo xtask COMMAND`:
//!
//! * `schema sqlite|postgres`: the tables that the descriptors ask for, as SQL; what a new migration is written from.
//! * `openapi`: the OpenAPI document.
//! * `measure`: what a resource costs whoever declares one, in lines and in seconds.

mod measure;

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
        ["measure"] => measured(),
        _ => {
            eprintln!("usage: cargo xtask schema sqlite|postgres, cargo xtask openapi, cargo xtask measure");
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

fn measured() -> Result<String> {
    let resources = catalog()?.resources().iter().filter(|resource| !resource.path.is_empty()).count();
    measure::measure(resources).map_err(|error| vestibule_resource::Error::internal(error.to_string()))
}

fn openapi() -> Result<String> {
    let document = vestibule_server::openapi(&api(), &catalog()?);
    serde_json::to_string_pretty(&document).map_err(|error| vestibule_resource::Error::internal(error.to_string()))
}
