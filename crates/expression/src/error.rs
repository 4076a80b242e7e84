//! Why an evaluation does not go on.

use std::{cell::RefCell, rc::Rc};

use crate::{ClassRef, Dict, Limit, Str, Type, Value, types::exception};

/// What any step of an evaluation gives.
pub type Result<T> = std::result::Result<T, Stop>;

/// Why it does not go on.
#[derive(Clone, Debug)]
pub enum Stop {
    /// An exception, which the program may catch.
    Raise(Rc<Exception>),
    /// A budget is spent, or the host has given up: nothing in the program can catch this.
    Limit(Limit),
}

/// An exception of the program: an instance of a class that descends from `BaseException`.
#[derive(Debug)]
pub struct Exception {
    /// Its class.
    pub class: ClassRef,
    /// What it was made with.
    pub args: RefCell<Vec<Value>>,
    /// Further attributes that the program gave it.
    pub attributes: RefCell<Dict>,
    /// `raise … from cause`
    pub cause: RefCell<Option<Value>>,
    /// What was being handled when it was raised.
    pub context: RefCell<Option<Rc<Exception>>>,
    /// The lines that it came through, innermost first: line, and name of the function (empty for the program itself).
    pub trace: RefCell<Vec<(u32, Str)>>,
}

impl Exception {
    /// A new one.
    pub fn new(class: ClassRef, args: Vec<Value>) -> Rc<Self> {
        Rc::new(Exception {
            class,
            args: RefCell::new(args),
            attributes: RefCell::default(),
            cause: RefCell::default(),
            context: RefCell::default(),
            trace: RefCell::default(),
        })
    }
}

impl Stop {
    /// A built-in exception with a message.
    pub fn raise(class: &'static Type, message: impl AsRef<str>) -> Self {
        Stop::Raise(Exception::new(ClassRef::Builtin(class), vec![Value::str(message)]))
    }

    /// A built-in exception with these arguments.
    pub fn raise_with(class: &'static Type, args: Vec<Value>) -> Self {
        Stop::Raise(Exception::new(ClassRef::Builtin(class), args))
    }

    /// `TypeError`
    pub fn type_error(message: impl AsRef<str>) -> Self {
        Stop::raise(&exception::TYPE_ERROR, message)
    }

    /// `ValueError`
    pub fn value_error(message: impl AsRef<str>) -> Self {
        Stop::raise(&exception::VALUE_ERROR, message)
    }

    /// `AttributeError` in the usual words.
    pub fn no_attribute(class: &str, name: &str) -> Self {
        Stop::raise(&exception::ATTRIBUTE_ERROR, format!("'{class}' object has no attribute '{name}'"))
    }

    /// `KeyError`, whose argument is the key itself.
    pub fn key_error(key: Value) -> Self {
        Stop::raise_with(&exception::KEY_ERROR, vec![key])
    }

    /// The name that an exception is about, for its attribute `name`.
    #[must_use]
    pub(crate) fn about(self, name: &str) -> Self {
        if let Stop::Raise(exception) = &self {
            exception.attributes.borrow_mut().set_text("name".into(), Value::str(name));
        }
        self
    }

    /// Whether it is an exception of this class or of one that descends from it.
    pub fn is(&self, class: &'static Type) -> bool {
        matches!(self, Stop::Raise(exception) if exception.class.descends_from(&ClassRef::Builtin(class)))
    }
}

impl From<Limit> for Stop {
    fn from(limit: Limit) -> Self {
        Stop::Limit(limit)
    }
}
