//! Attributes and nothing else.

use std::{any::Any, cell::RefCell, rc::Rc};

use vestibule_expression::{Dict, Object, Result, Type, Value, Vm};

/// Attributes and nothing else, for results.
pub fn bag(class: &'static Type, names: Vec<(&'static str, Value)>) -> Value {
    let mut all = Dict::with_room(names.len());
    names.into_iter().for_each(|(name, value)| all.set_text(name.into(), value));
    Bag::over(class, Rc::new(RefCell::new(all)))
}

/// An object that is a set of attributes.
pub(crate) struct Bag {
    class: &'static Type,
    names: Rc<RefCell<Dict>>,
}

impl Bag {
    /// With these attributes.
    pub(crate) fn of<const N: usize>(class: &'static Type, names: [(&'static str, Value); N]) -> Value {
        let mut all = Dict::with_room(N);
        names.into_iter().for_each(|(name, value)| all.set_text(name.into(), value));
        Bag::over(class, Rc::new(RefCell::new(all)))
    }

    /// Whose attributes are the entries of a dictionary, the very same.
    pub(crate) fn over(class: &'static Type, names: Rc<RefCell<Dict>>) -> Value {
        Value::object(Bag { class, names })
    }

    /// The attributes as a dictionary.
    pub(crate) fn names(&self) -> Value {
        Value::Dict(Rc::clone(&self.names))
    }
}

impl Object for Bag {
    fn class(&self) -> &'static Type {
        self.class
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, _vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        Ok(self.names.borrow().text(name).cloned())
    }

    fn set_attribute(&self, _vm: &mut Vm<'_>, name: &str, value: Value) -> Result<()> {
        self.names.borrow_mut().set_text(name.into(), value);
        Ok(())
    }
}
