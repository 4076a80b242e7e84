//! Asks questions.
//!
//! `prompt.rs` declares a question; `resolve.rs` works out what a visitor sees of it; `answer.rs` and `scalar.rs` read one answer,
//! `check.rs` a page of them.

mod answer;
mod check;
mod choices;
mod config;
mod evaluate;
mod policies;
mod preview;
#[expect(clippy::module_inception, reason = "one question, beside the stage that asks several")]
mod prompt;
mod resolve;
mod scalar;
mod stage;
mod text;

use vestibule_engine::Endpoint;
use vestibule_flow::ask;
use vestibule_host::Syntax;
use vestibule_resource::Model as _;

use crate::StageType;

pub use config::PromptStage;
pub use prompt::{Prompt, PromptType};
pub use stage::{Accepted, PromptChallenge};

/// Texts that are no programs are refused where they are to be run.
static SYNTAX: Syntax = Syntax(&[("placeholder", Some("placeholder_expression")), ("initial_value", Some("initial_value_expression"))]);

pub(crate) const TYPE: StageType = StageType::new(ask::<PromptStage>())
    .others(|| vec![Endpoint::new(Prompt::RESOURCE).actions(preview::ACTIONS).hooks(&SYNTAX)])
    .schemas(include_str!("schemas.json"));
