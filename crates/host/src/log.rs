//! `ak_logger`: notes for administrators.

use std::any::Any;

use serde_json::{Map, Value as Json};
use vestibule_expression::{Args, Method, Object, Result, Type, Value, Vm};

use crate::{session, to_json};

/// A note of an expression.
#[derive(Debug, Clone, PartialEq)]
pub struct Note {
    /// `debug`, `info`, `warning` or `error`.
    pub level: &'static str,
    /// What is said.
    pub event: String,
    /// Details.
    pub attributes: Map<String, Json>,
}

static LOGGER: Type = Type {
    methods: &[
        Method { name: "debug", call: |vm, _, args| note(vm, "debug", args) },
        Method { name: "info", call: |vm, _, args| note(vm, "info", args) },
        Method { name: "warning", call: |vm, _, args| note(vm, "warning", args) },
        Method { name: "warn", call: |vm, _, args| note(vm, "warning", args) },
        Method { name: "error", call: |vm, _, args| note(vm, "error", args) },
        Method { name: "critical", call: |vm, _, args| note(vm, "error", args) },
        Method { name: "exception", call: |vm, _, args| note(vm, "error", args) },
        Method { name: "bind", call: |_, logger, _| Ok(logger.clone()) },
        Method { name: "new", call: |_, logger, _| Ok(logger.clone()) },
    ],
    ..Type::new("BoundLogger")
};

/// The logger.
pub(crate) struct Logger;

impl Object for Logger {
    fn class(&self) -> &'static Type {
        &LOGGER
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

fn note(vm: &mut Vm<'_>, level: &'static str, args: Args) -> Result<Value> {
    let mut said = args.positional.into_iter();
    let event = match said.next() {
        Some(event) => vm.str(&event)?,
        None => String::new(),
    };
    let mut attributes = Map::new();
    for (name, value) in args.named {
        attributes.insert(name.to_string(), to_json(vm, &value)?);
    }
    vm.allocate(event.len() + 256)?;
    session(vm)?.note(Note { level, event, attributes });
    Ok(Value::None)
}
