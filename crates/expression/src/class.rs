//! Classes: those that are built in, which are tables, and those of a program.

use std::{cell::RefCell, rc::Rc};

use crate::{Args, Dict, Result, Str, Value, Vm};

/// A function of ours.
pub struct Native {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub call: fn(&mut Vm<'_>, Args) -> Result<Value>,
}

/// A method of a built-in type: gets the value that it is called on. `str.upper` without a value is a function whose first argument it is.
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// What it does.
    pub call: fn(&mut Vm<'_>, &Value, Args) -> Result<Value>,
}

/// An attribute of the values of a built-in type that is computed.
pub struct Getter {
    /// Its name.
    pub name: &'static str,
    /// What it gives.
    pub get: fn(&mut Vm<'_>, &Value) -> Result<Value>,
}

/// A constant of a class or of a module.
pub struct Constant {
    /// Its name.
    pub name: &'static str,
    /// Makes it.
    pub get: fn(&mut Vm<'_>) -> Result<Value>,
}

/// A built-in type: a table of all that can be done with it. What is not in the table cannot be reached.
pub struct Type {
    /// Name, as `type(x).__name__` and messages have it.
    pub name: &'static str,
    /// Module that it is from; empty for built-in ones.
    pub module: &'static str,
    /// What it descends from; `None` means `object`.
    pub base: Option<&'static Type>,
    /// Makes one, when the class is called; `None` for types that programs cannot make.
    pub new: Option<fn(&mut Vm<'_>, Args) -> Result<Value>>,
    /// Methods of its values.
    pub methods: &'static [Method],
    /// Computed attributes of its values.
    pub getters: &'static [Getter],
    /// Functions of the class itself (`dict.fromkeys`).
    pub functions: &'static [Native],
    /// Constants of the class itself (`datetime.max`).
    pub constants: &'static [Constant],
}

impl Type {
    /// A type with nothing in its table.
    pub const fn new(name: &'static str) -> Self {
        Type { name, module: "", base: None, new: None, methods: &[], getters: &[], functions: &[], constants: &[] }
    }

    /// Whether it is this type or one that descends from it.
    pub fn descends_from(&self, other: &Type) -> bool {
        std::ptr::eq(self, other) || self.base.is_some_and(|base| base.descends_from(other))
    }

    /// The method of that name, its own or inherited.
    pub fn method(&'static self, name: &str) -> Option<&'static Method> {
        self.methods.iter().find(|method| method.name == name).or_else(|| self.base?.method(name))
    }

    /// The computed attribute of that name, its own or inherited.
    pub fn getter(&'static self, name: &str) -> Option<&'static Getter> {
        self.getters.iter().find(|getter| getter.name == name).or_else(|| self.base?.getter(name))
    }
}

/// A class of a program.
pub struct Class {
    /// Name.
    pub name: Str,
    /// What it descends from directly, in the order given; never empty (`object` at least).
    pub bases: Vec<ClassRef>,
    /// Itself and all that it descends from, in the order in which names are looked up (C3).
    pub order: RefCell<Vec<ClassRef>>,
    /// Its attributes: text to value.
    pub members: RefCell<Dict>,
}

/// A class, wherever it is from.
#[derive(Clone)]
pub enum ClassRef {
    /// One that is built in.
    Builtin(&'static Type),
    /// One of the program.
    User(Rc<Class>),
}

impl ClassRef {
    /// Name.
    pub fn name(&self) -> &str {
        match self {
            ClassRef::Builtin(class) => class.name,
            ClassRef::User(class) => &class.name,
        }
    }

    /// Whether it is that class or one that descends from it. Every class descends from `object`.
    pub fn descends_from(&self, other: &ClassRef) -> bool {
        match (self, other) {
            (_, ClassRef::Builtin(other)) if std::ptr::eq(*other, &crate::types::OBJECT) => true,
            (ClassRef::Builtin(class), ClassRef::Builtin(other)) => class.descends_from(other),
            (ClassRef::User(class), _) => class.order.borrow().iter().any(|one| match (one, other) {
                (ClassRef::Builtin(one), ClassRef::Builtin(other)) => one.descends_from(other),
                (one, other) => one == other,
            }),
            (ClassRef::Builtin(_), ClassRef::User(_)) => false,
        }
    }

    /// The built-in type that it is or descends from: `object` for ordinary classes.
    pub fn builtin(&self) -> &'static Type {
        match self {
            ClassRef::Builtin(class) => class,
            ClassRef::User(class) => class
                .bases
                .iter()
                .map(ClassRef::builtin)
                .find(|base| !std::ptr::eq(*base, &crate::types::OBJECT))
                .unwrap_or(&crate::types::OBJECT),
        }
    }
}

impl PartialEq for ClassRef {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (ClassRef::Builtin(one), ClassRef::Builtin(two)) => std::ptr::eq(*one, *two),
            (ClassRef::User(one), ClassRef::User(two)) => Rc::ptr_eq(one, two),
            _ => false,
        }
    }
}

impl std::fmt::Debug for ClassRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<class '{}'>", self.name())
    }
}

/// An instance of a class of the program.
pub struct Instance {
    /// Its class.
    pub class: Rc<Class>,
    /// Its attributes: text to value.
    pub attributes: RefCell<Dict>,
    /// The value of the built-in type that its class descends from (`class Tags(list)`); `None` for ordinary classes.
    pub payload: Option<Value>,
}

/// A function with its first argument.
pub struct Bound {
    /// What it is called on.
    pub receiver: Value,
    /// What is called.
    pub callee: Callee,
}

/// What a bound method calls.
pub enum Callee {
    /// A method of a built-in type.
    Method(&'static Method),
    /// Anything that can be called, with the receiver as first argument.
    Value(Value),
}

/// A variable that is shared between a function and those nested in it.
pub struct Cell(pub RefCell<Option<Value>>);
