//! What comes of asking policies.

use std::{sync::Arc, time::Duration};

use jiff::Timestamp;
use serde_json::{Map, Value as Json, json};
use vestibule_resource::Record;

/// What came of asking: a policy, a binding, or all bindings of a target.
#[derive(Debug, Clone, Default)]
pub struct PolicyResult {
    /// Whether the user passes.
    pub passing: bool,
    /// What policies have to say to the user, those that pass and those that fail alike.
    pub messages: Vec<String>,
    /// What they noted for administrators who try them.
    pub log_messages: Vec<LogMessage>,
    /// What an expression answered, before it was read as yes or no.
    pub raw_result: Option<Json>,
    /// Why the policy failed to decide, in words for people. The binding says what holds then.
    pub exception: Option<String>,
    /// It broke, or cannot be asked here at all. It then denies whatever its binding says; but where a no would open a way, as it
    /// does past a stage, nothing was decided.
    pub broken: bool,
    /// The line of its source, from 1, in which the policy decided or failed.
    pub line: Option<u32>,
    /// Which binding it is the result of; `None` when it combines several.
    pub source: Option<Source>,
    /// What it is combined of, in the order in which it was asked.
    pub source_results: Vec<PolicyResult>,
}

/// Where a result comes from.
#[derive(Debug, Clone, Default)]
pub struct Source {
    /// The binding; `None` when a policy was asked outside of any.
    pub binding: Option<Arc<Record>>,
    /// The policy, with the settings it was asked with; `None` when a user or a group is bound.
    pub policy: Option<Arc<Record>>,
    /// The binding turned the verdict around.
    pub negated: bool,
    /// There was no verdict, so the binding's failure result stands in for it.
    pub failed: bool,
    /// The verdict was given a while ago, and still holds.
    pub cached: bool,
    /// How long it took.
    pub took: Duration,
}

/// A note for administrators.
#[derive(Debug, Clone, PartialEq)]
pub struct LogMessage {
    /// When.
    pub timestamp: Timestamp,
    /// `debug`, `info`, `warning` or `error`.
    pub level: &'static str,
    /// Who says it.
    pub logger: String,
    /// What is said.
    pub event: String,
    /// Details.
    pub attributes: Map<String, Json>,
}

impl PolicyResult {
    /// A verdict without words.
    pub fn silent(passing: bool) -> Self {
        PolicyResult { passing, ..PolicyResult::default() }
    }

    /// A verdict, and what to say about it.
    pub fn saying(passing: bool, message: impl Into<String>) -> Self {
        PolicyResult { passing, messages: vec![message.into()], ..PolicyResult::default() }
    }

    /// No verdict, and why.
    pub fn raised(exception: impl Into<String>) -> Self {
        PolicyResult { exception: Some(exception.into()), ..PolicyResult::default() }
    }

    /// The notes as the API tells them.
    pub fn log_json(&self) -> Json {
        self.log_messages.iter().map(LogMessage::to_json).collect()
    }
}

impl LogMessage {
    /// As the API tells it.
    pub fn to_json(&self) -> Json {
        json!({
            "timestamp": self.timestamp.to_string(), "log_level": self.level, "logger": self.logger, "event": self.event,
            "attributes": self.attributes,
        })
    }
}
