//! Reputation: how well somebody behaved lately, so that guessing passwords gets nowhere.

mod config;
mod score;

pub use config::Reputation;
pub use score::{adjust, adjust_in, score};
