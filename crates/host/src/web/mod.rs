//! The network, as far as expressions may reach it: `requests`, `resolve_dns`, `reverse_dns`. Every address is judged by the one guard
//! of the server (`crates/outbound`); each request counts against the budget of calls and the time of the expression.

mod dns;
mod request;
mod response;

use std::any::Any;

use vestibule_expression::{Args, ClassRef, Native, Object, Result, Type, Value, Vm, exception};
use vestibule_outbound::{Guard, Outbound};

pub(crate) use dns::{resolve, reverse};

/// The service that expressions reach others through.
#[derive(Debug, Clone, Default)]
pub struct Web(pub Outbound);

impl Web {
    /// Reaches what that guard admits.
    pub fn behind(guard: Guard) -> Self {
        Web(Outbound::guarded(guard))
    }
}

/// What went wrong with a request.
pub(super) static REQUEST_ERROR: Type =
    Type { base: Some(&exception::OS_ERROR), module: "requests.exceptions", ..Type::new("RequestException") };
/// A status that is no success, when the program asks.
pub(super) static HTTP_ERROR: Type = Type { base: Some(&REQUEST_ERROR), module: "requests.exceptions", ..Type::new("HTTPError") };
/// There was no reply.
pub(super) static CONNECTION_ERROR: Type =
    Type { base: Some(&REQUEST_ERROR), module: "requests.exceptions", ..Type::new("ConnectionError") };
/// There was no reply in time.
pub(super) static TIMEOUT: Type = Type { base: Some(&REQUEST_ERROR), module: "requests.exceptions", ..Type::new("Timeout") };
/// The reply is no JSON.
pub(super) static JSON_ERROR: Type = Type { base: Some(&REQUEST_ERROR), module: "requests.exceptions", ..Type::new("JSONDecodeError") };

static CLASSES: &[(&str, &Type)] = &[
    ("RequestException", &REQUEST_ERROR),
    ("HTTPError", &HTTP_ERROR),
    ("ConnectionError", &CONNECTION_ERROR),
    ("Timeout", &TIMEOUT),
    ("JSONDecodeError", &JSON_ERROR),
];

static FUNCTIONS: &[Native] = &[
    Native { name: "delete", call: |vm, args| request::send(vm, Some("DELETE"), args) },
    Native { name: "get", call: |vm, args| request::send(vm, Some("GET"), args) },
    Native { name: "head", call: |vm, args| request::send(vm, Some("HEAD"), args) },
    Native { name: "options", call: |vm, args| request::send(vm, Some("OPTIONS"), args) },
    Native { name: "patch", call: |vm, args| request::send(vm, Some("PATCH"), args) },
    Native { name: "post", call: |vm, args| request::send(vm, Some("POST"), args) },
    Native { name: "put", call: |vm, args| request::send(vm, Some("PUT"), args) },
    Native { name: "request", call: |vm, args| request::send(vm, None, args) },
    Native { name: "Session", call: session },
    Native { name: "get_http_session", call: session },
];

/// The module, which is a session as well: nothing is kept from one request to the next.
pub(crate) struct Requests;

fn session(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    args.none("Session")?;
    Ok(Value::object(Requests))
}

impl Object for Requests {
    fn class(&self) -> &'static Type {
        static SESSION: Type = Type { module: "requests", ..Type::new("Session") };
        &SESSION
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, _vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        if name == "exceptions" {
            return Ok(Some(Value::object(Requests)));
        }
        if name == "__enter__" {
            return Ok(Some(Value::Native(&ENTER)));
        }
        if name == "__exit__" {
            return Ok(Some(Value::Native(&EXIT)));
        }
        let class = CLASSES.iter().find(|(known, _)| *known == name).map(|(_, class)| Value::Class(ClassRef::Builtin(class)));
        Ok(class.or_else(|| FUNCTIONS.iter().find(|native| native.name == name).map(Value::Native)))
    }
}

static ENTER: Native = Native { name: "__enter__", call: |_, _| Ok(Value::object(Requests)) };
static EXIT: Native = Native { name: "__exit__", call: |_, _| Ok(Value::Bool(false)) };
