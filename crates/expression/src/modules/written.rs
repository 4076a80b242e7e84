//! Modules that are written in Python themselves, on what the sandbox has: a text each, whose `return` names what is in the module.
//!
//! They are compiled once in the life of the process, and run at their first import in an evaluation, on its budget.

use std::{any::Any, collections::HashMap, sync::Mutex, sync::PoisonError};

use crate::{Dict, Object, Program, Result, Stop, Type, Value, Vm, compile, exception};
use std::{cell::RefCell, rc::Rc};

/// Their names and texts.
static TEXTS: &[(&str, &str)] = &[
    ("abc", include_str!("python/abc.py")),
    ("collections", include_str!("python/collections.py")),
    ("contextlib", include_str!("python/contextlib.py")),
    ("dataclasses", include_str!("python/dataclasses.py")),
    ("enum", include_str!("python/enum.py")),
    ("functools", include_str!("python/functools.py")),
    ("keyword", include_str!("python/keyword.py")),
    ("operator", include_str!("python/operator.py")),
    ("random", include_str!("python/random.py")),
    ("secrets", include_str!("python/secrets.py")),
    ("string", include_str!("python/string.py")),
    ("textwrap", include_str!("python/textwrap.py")),
    ("types", include_str!("python/types.py")),
    ("typing", include_str!("python/typing.py")),
];

static COMPILED: Mutex<Option<HashMap<&'static str, Program>>> = Mutex::new(None);

/// Whether one is called so.
pub(super) fn exists(name: &str) -> bool {
    TEXTS.iter().any(|(known, _)| *known == name)
}

/// The module of that name, freshly run; `None` when none is called so. The caller keeps it for the evaluation.
pub(crate) fn import(vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
    let Some((name, text)) = TEXTS.iter().find(|(known, _)| *known == name) else { return Ok(None) };
    let program = compiled(name, text)?;
    match vm.deeper(|vm| vm.run(&program, Vec::new()))? {
        Value::Dict(names) => Ok(Some(Value::object(Written { name, names }))),
        _ => Err(Stop::raise(&exception::IMPORT_ERROR, format!("the module {name} is broken"))),
    }
}

fn compiled(name: &'static str, text: &str) -> Result<Program> {
    let mut known = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    let known = known.get_or_insert_default();
    if let Some(program) = known.get(name) {
        return Ok(program.clone());
    }
    let program = compile(text).map_err(|error| Stop::raise(&exception::IMPORT_ERROR, format!("the module {name} is broken: {error}")))?;
    known.insert(name, program.clone());
    Ok(program)
}

static WRITTEN: Type = Type::new("module");

/// A module with what its text returned.
struct Written {
    name: &'static str,
    names: Rc<RefCell<Dict>>,
}

impl Object for Written {
    fn class(&self) -> &'static Type {
        &WRITTEN
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, _vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        Ok(match name {
            "__name__" => Some(Value::from(self.name)),
            _ => self.names.borrow().text(name).cloned(),
        })
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("<module '{}'>", self.name))
    }
}
