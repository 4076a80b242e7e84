//! Functions of the program.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use crate::{Dict, Result, Stop, Str, Value, Vm, builtins, code::Code, code::Program, exception};

/// A function that the program defined: its code, the values of its defaults, the variables it shares.
pub struct Function {
    pub(crate) code: Arc<Code>,
    pub(crate) globals: Rc<Globals>,
    /// Shared variables of functions around.
    pub(crate) closure: Box<[Value]>,
    /// Of the last ones of the parameters that may be given by position.
    pub(crate) defaults: Box<[Value]>,
    /// Of the parameters that are given by name: a cell stands for none.
    pub(crate) named_defaults: Box<[Value]>,
    /// What the program gave it.
    pub(crate) attributes: RefCell<Dict>,
}

impl Function {
    /// Its name.
    pub fn name(&self) -> Str {
        self.given("__name__").unwrap_or_else(|| self.code.name.clone())
    }

    /// Its name with those of the classes and functions around it.
    pub fn qualified_name(&self) -> Str {
        self.given("__qualname__").unwrap_or_else(|| self.code.qualified.clone())
    }

    fn given(&self, name: &str) -> Option<Str> {
        let attributes = self.attributes.borrow();
        if attributes.is_empty() {
            return None;
        }
        match attributes.text(name) {
            Some(Value::Str(name)) => Some(name.clone()),
            _ => None,
        }
    }
}

/// The names of a program while it runs.
pub(crate) struct Globals {
    pub(crate) program: Program,
    /// What each means, as far as it was asked for.
    pub(crate) values: RefCell<Vec<Option<Value>>>,
}

impl Globals {
    pub(crate) fn new(program: &Program) -> Rc<Self> {
        Rc::new(Globals { program: program.clone(), values: RefCell::new(vec![None; program.0.names.len()]) })
    }

    fn name(&self, place: u32) -> Str {
        self.program.0.names.get(place as usize).cloned().unwrap_or_else(|| "".into())
    }

    pub(crate) fn set(&self, place: usize, value: Option<Value>) -> Option<Value> {
        std::mem::replace(self.values.borrow_mut().get_mut(place)?, value)
    }
}

impl Vm<'_> {
    /// What a name of the program means.
    #[inline]
    pub(crate) fn global(&mut self, globals: &Globals, place: u32) -> Result<Value> {
        if let Some(Some(value)) = globals.values.borrow().get(place as usize) {
            return Ok(value.clone());
        }
        self.find_global(globals, place)
    }

    #[cold]
    fn find_global(&mut self, globals: &Globals, place: u32) -> Result<Value> {
        let name = globals.name(place);
        let found = match self.host().global(self, &name)? {
            Some(value) => Some(value),
            None => builtins::find(&name),
        };
        let Some(value) = found else {
            return Err(Stop::raise(&exception::NAME_ERROR, format!("name '{name}' is not defined")).about(&name));
        };
        globals.set(place as usize, Some(value.clone()));
        Ok(value)
    }

    /// `del name`
    pub(crate) fn delete_global(&mut self, globals: &Globals, place: u32) -> Result<()> {
        match globals.set(place as usize, None) {
            Some(_) => Ok(()),
            None => Err(Stop::raise(&exception::NAME_ERROR, format!("name '{}' is not defined", globals.name(place)))),
        }
    }
}
