//! What programs compute with.

use std::{cell::RefCell, ops::Deref, rc::Rc, sync::Arc};

use num_bigint::BigInt;

use crate::{
    Dict, Exception, Native, Object,
    class::{Bound, Cell, ClassRef, Instance},
    host::Module,
    types::{generator::Generator, iterator::Iter, range::Range, set::Set},
    vm::Function,
};

/// Text. Shared, and the same in compiled programs, which many threads read.
pub type Str = Arc<str>;

/// Any value of a running program. Cloning one is cheap: what is mutable is shared, as in Python.
#[derive(Clone)]
pub enum Value {
    /// `None`
    None,
    /// `...`
    Ellipsis,
    /// What a binary method answers when it cannot work with the other operand.
    NotImplemented,
    /// `True` and `False`. Counts as the integers 1 and 0 wherever numbers are meant.
    Bool(bool),
    /// An integer that fits. One that does not is always a [`Value::Big`], and none that fits ever is.
    Int(i64),
    /// An integer beyond 64 bits.
    Big(Rc<BigInt>),
    /// A 64-bit float.
    Float(f64),
    /// `str`
    Str(Str),
    /// `bytes`
    Bytes(Rc<[u8]>),
    /// `tuple`
    Tuple(Rc<[Value]>),
    /// `list`
    List(Rc<RefCell<Vec<Value>>>),
    /// `dict`
    Dict(Rc<RefCell<Dict>>),
    /// `set` and `frozenset`
    Set(Rc<Set>),
    /// `range`
    Range(Rc<Range>),
    /// `slice`: start, stop, step
    Slice(Rc<[Value; 3]>),
    /// A function that the program defined.
    Function(Rc<Function>),
    /// A function of ours.
    Native(&'static Native),
    /// A function with its first argument.
    Bound(Rc<Bound>),
    /// A class, built in or the program's own.
    Class(ClassRef),
    /// An instance of a class of the program, but for exceptions.
    Instance(Rc<Instance>),
    /// An exception.
    Exception(Rc<Exception>),
    /// An iterator of ours.
    Iter(Rc<Iter>),
    /// A generator of the program.
    Generator(Rc<Generator>),
    /// An imported module.
    Module(&'static Module),
    /// Everything else: values of modules (a date, a match), and of the host (a user, a request).
    Object(Rc<dyn Object>),
    /// A variable shared with a nested function. Programs never see it.
    Cell(Rc<Cell>),
}

impl Value {
    /// Text.
    pub fn str(text: impl AsRef<str>) -> Self {
        Value::Str(Str::from(text.as_ref()))
    }

    /// An integer of any size.
    pub fn big(number: BigInt) -> Self {
        i64::try_from(&number).map_or_else(|_| Value::Big(Rc::new(number)), Value::Int)
    }

    /// A list of its own. Lists that a program makes are made by `Vm::list`, which charges for them and breaks their cycles at the end.
    pub fn tuple(items: Vec<Value>) -> Self {
        Value::Tuple(items.into())
    }

    /// A value of a module or of the host.
    pub fn object(object: impl Object + 'static) -> Self {
        Value::Object(Rc::new(object))
    }

    /// The text of a `str`.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::Str(text) => Some(text.deref()),
            Value::Instance(instance) => instance.payload.as_ref().and_then(Value::as_str),
            _ => None,
        }
    }

    /// An `int` or `bool` that fits 64 bits.
    pub fn as_int(&self) -> Option<i64> {
        match self {
            Value::Int(number) => Some(*number),
            Value::Bool(flag) => Some(i64::from(*flag)),
            Value::Instance(instance) => instance.payload.as_ref().and_then(Value::as_int),
            _ => None,
        }
    }

    /// Whether it is `None`.
    pub const fn is_none(&self) -> bool {
        matches!(self, Value::None)
    }

    /// The object of ours of that type, if it is one.
    pub fn downcast<T: 'static>(&self) -> Option<&T> {
        match self {
            Value::Object(object) => object.as_any().downcast_ref::<T>(),
            _ => None,
        }
    }

    /// `is`: the same thing, not only an equal one. Small immutable values are the same when they are equal.
    pub fn is(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::None, Value::None) | (Value::Ellipsis, Value::Ellipsis) | (Value::NotImplemented, Value::NotImplemented) => true,
            (Value::Bool(one), Value::Bool(two)) => one == two,
            (Value::Int(one), Value::Int(two)) => one == two,
            (Value::Float(one), Value::Float(two)) => one.to_bits() == two.to_bits(),
            (Value::Str(one), Value::Str(two)) => one == two,
            (Value::Big(one), Value::Big(two)) => Rc::ptr_eq(one, two),
            (Value::Bytes(one), Value::Bytes(two)) => Rc::ptr_eq(one, two),
            (Value::Tuple(one), Value::Tuple(two)) => Rc::ptr_eq(one, two) || (one.is_empty() && two.is_empty()),
            (Value::List(one), Value::List(two)) => Rc::ptr_eq(one, two),
            (Value::Dict(one), Value::Dict(two)) => Rc::ptr_eq(one, two),
            (Value::Set(one), Value::Set(two)) => Rc::ptr_eq(one, two),
            (Value::Range(one), Value::Range(two)) => Rc::ptr_eq(one, two),
            (Value::Slice(one), Value::Slice(two)) => Rc::ptr_eq(one, two),
            (Value::Function(one), Value::Function(two)) => Rc::ptr_eq(one, two),
            (Value::Native(one), Value::Native(two)) => std::ptr::eq(*one, *two),
            (Value::Bound(one), Value::Bound(two)) => Rc::ptr_eq(one, two),
            (Value::Class(one), Value::Class(two)) => one == two,
            (Value::Instance(one), Value::Instance(two)) => Rc::ptr_eq(one, two),
            (Value::Exception(one), Value::Exception(two)) => Rc::ptr_eq(one, two),
            (Value::Iter(one), Value::Iter(two)) => Rc::ptr_eq(one, two),
            (Value::Generator(one), Value::Generator(two)) => Rc::ptr_eq(one, two),
            (Value::Module(one), Value::Module(two)) => std::ptr::eq(*one, *two),
            (Value::Object(one), Value::Object(two)) => std::ptr::addr_eq(Rc::as_ptr(one), Rc::as_ptr(two)),
            _ => false,
        }
    }
}

impl std::fmt::Debug for Value {
    /// The kind alone: what a value holds may be secret, and may hold itself.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "<{}>", crate::operate::class_of(self).name())
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Value::Bool(flag)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Int(number)
    }
}

impl From<usize> for Value {
    fn from(number: usize) -> Self {
        i64::try_from(number).map_or_else(|_| Value::big(number.into()), Value::Int)
    }
}

impl From<f64> for Value {
    fn from(number: f64) -> Self {
        Value::Float(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::str(text)
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Str(text.into())
    }
}
