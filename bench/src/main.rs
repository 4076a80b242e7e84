//! `make bench`: every figure beside its own limit, measured in the same run on loopback, so that the ratio is what counts.
//!
//! `vestibule-bench` runs everything and prints a Markdown table; it exits with 1 when a figure misses its aim.
//! `vestibule-bench quick` does so with fewer rows and shorter runs; names of groups of figures after it leave the others out.
//! `vestibule-bench bare DATABASE` is the other side: the bare handlers, in a process of their own.

mod bare;
mod expressions;
mod figures;
mod load;
mod logins;
mod report;
mod seed;
mod server;

use std::process::ExitCode;

#[tokio::main]
async fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let outcome = match words.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
        ["bare", database] => bare::serve(database).await.map(|()| true),
        ["quick", chosen @ ..] if figures::are_known(chosen) => figures::chosen(true, chosen).await,
        chosen if figures::are_known(chosen) => figures::chosen(false, chosen).await,
        _ => Err(format!("usage: vestibule-bench [quick] [{}]... | bare DATABASE", figures::GROUPS.join(" | ")).into()),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Whatever went wrong, in words.
type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;
