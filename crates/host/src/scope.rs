//! What an expression is about.

use std::{sync::Arc, time::Duration};

use serde_json::{Map, Value as Json};
use vestibule_resource::Record;

/// What kind of expression it is: decides what it may write, see `rows/access.rs`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Decides who passes.
    Policy,
    /// Works out values for others: applications, directories, sources, notifications.
    Mapping,
    /// Fills in a prompt.
    Prompt,
}

/// A variable beside those that every expression of its kind has.
#[derive(Debug, Clone)]
pub enum Given {
    /// Plain data.
    Json(Json),
    /// An object of ours.
    Row(Arc<Record>),
}

/// What an expression is about.
#[derive(Debug, Clone)]
pub struct Scope {
    /// What kind it is.
    pub kind: Kind,
    /// The user in question.
    pub user: Option<Arc<Record>>,
    /// What the question is about: a target of policies, or an event.
    pub obj: Option<Arc<Record>>,
    /// `request.context`, which the expression may change. `flow_plan` in it is `{"context": {…}, "bindings": […]}`.
    pub context: Map<String, Json>,
    /// Further variables.
    pub variables: Vec<(String, Given)>,
    /// A visitor's request stands behind the question, so that `http_request` is there.
    pub http: bool,
    /// A trial: nothing is written, no event is made.
    pub debug: bool,
    /// How long it may take.
    pub limit: Duration,
    /// How many expressions wait for it: those that asked for a policy which is an expression itself.
    pub depth: u32,
}

impl Scope {
    /// About nobody in particular.
    pub fn new(kind: Kind) -> Self {
        Scope {
            kind,
            user: None,
            obj: None,
            context: Map::new(),
            variables: Vec::new(),
            http: true,
            debug: false,
            limit: Duration::from_secs(30),
            depth: 0,
        }
    }

    /// With a further variable.
    #[must_use]
    pub fn with(mut self, name: &str, given: Given) -> Self {
        self.variables.push((name.to_owned(), given));
        self
    }
}
