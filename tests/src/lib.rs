//! The harness of the black-box tests: it starts the real server, talks to it over HTTP, and imports nothing internal.
//!
//! ```text
//! each_database![an_invitation_stage_has_a_name];
//!
//! async fn an_invitation_stage_has_a_name(app: &App) {
//!     let answer = app.admin().post("stages/invitation/stages/", json!({})).await;
//!     answer.assert(400, json!({"name": ["This field is required."]}));
//! }
//! ```
//!
//! A case runs twice: as `sqlite::…`, and as `postgres::…`, which is ignored unless asked for (`tests/postgres.sh`), so that a run
//! without PostgreSQL counts it as ignored and never as passed.

mod answer;
mod app;
mod caller;
mod database;
mod golden;
mod jar;
mod journey;
mod keeper;
mod mailbox;
mod official;
mod people;
mod property;
mod rows;
mod samples;
mod scenario;
mod wire;

pub use answer::Answer;
pub use app::{App, Options, server_binary};
pub use caller::Caller;
pub use database::Database;
pub use golden::{Difference, Player, Recording};
pub use journey::Journey;
pub use mailbox::Mail;
pub use official::official;
pub use people::{Holder, User};
pub use property::for_all;
pub use rows::Rows;
pub use samples::{Document, Operation, Samples, WORD};
pub use scenario::{Enrolment, PASSWORD};
pub use wire::Request;

/// A UUID that no object has.
pub const NOBODY: &str = "00000000-0000-4000-8000-000000000000";

/// Runs each case on both databases. The cases of one file share one server per database: they use names of their own.
#[macro_export]
macro_rules! each_database {
    ($($case:ident),+ $(,)?) => {
        mod sqlite {
            $(#[tokio::test]
            async fn $case() {
                super::$case($crate::App::shared($crate::Database::Sqlite)).await;
            })+
        }
        mod postgres {
            $(#[tokio::test]
            #[ignore = "needs PostgreSQL: tests/postgres.sh"]
            async fn $case() {
                super::$case($crate::App::shared($crate::Database::Postgres)).await;
            })+
        }
    };
}

/// Runs each case on both databases, each time with a server of its own: for cases that count, restart or change what all see.
#[macro_export]
macro_rules! each_database_alone {
    ($($case:ident),+ $(,)?) => {
        mod sqlite_alone {
            $(#[tokio::test]
            async fn $case() {
                super::$case(&$crate::App::on($crate::Database::Sqlite).await).await;
            })+
        }
        mod postgres_alone {
            $(#[tokio::test]
            #[ignore = "needs PostgreSQL: tests/postgres.sh"]
            async fn $case() {
                super::$case(&$crate::App::on($crate::Database::Postgres).await).await;
            })+
        }
    };
}
