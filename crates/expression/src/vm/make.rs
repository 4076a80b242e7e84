//! Making values: they are charged for, and all that hold others are kept until the end.
//!
//! Dropping a value drops what it holds, and so on down; a program may nest values as deep as its budget allows, which is deeper than any
//! stack. So each value that holds others is held here as well: dropping one then never goes down more than one level. From time to time
//! those that nobody else holds are let go; at the end all of them are emptied, those that hold each other too.

use std::{cell::RefCell, rc::Rc};

use crate::{
    Class, ClassRef, Dict, Object, Result, Value, Vm,
    class::Instance,
    types::{
        iterator::{Iter, Iterate},
        set::Set,
    },
};

/// How many are kept before the first look.
pub(super) const ROOM: usize = 4096;

impl Vm<'_> {
    /// A list.
    pub fn list(&mut self, items: Vec<Value>) -> Result<Value> {
        self.allocate(items.capacity() * size_of::<Value>())?;
        self.paid_list(items)
    }

    /// A list whose items are paid for already.
    pub(crate) fn paid_list(&mut self, items: Vec<Value>) -> Result<Value> {
        self.allocate(64)?;
        Ok(self.kept(Value::List(Rc::new(RefCell::new(items)))))
    }

    /// A tuple.
    pub fn tuple(&mut self, items: Vec<Value>) -> Result<Value> {
        self.allocate(32 + items.len() * size_of::<Value>())?;
        Ok(Value::Tuple(items.into()))
    }

    /// A dictionary.
    pub fn dict(&mut self, dict: Dict) -> Result<Value> {
        self.allocate(96 + dict.places() * 72)?;
        Ok(self.kept(Value::Dict(Rc::new(RefCell::new(dict)))))
    }

    /// A dictionary of these pairs; keys may be anything that can be hashed.
    pub fn dict_of(&mut self, pairs: Vec<(Value, Value)>) -> Result<Value> {
        let made = self.dict(Dict::new())?;
        if let Value::Dict(dict) = &made {
            for (key, value) in pairs {
                self.dict_set(dict, key, value)?;
            }
        }
        Ok(made)
    }

    /// A set.
    pub fn set(&mut self, items: Vec<Value>, frozen: bool) -> Result<Value> {
        let dict = Rc::new(RefCell::new(Dict::new()));
        for item in items {
            self.dict_set(&dict, item, Value::None)?;
        }
        self.allocate(96)?;
        Ok(self.kept(Value::Set(Rc::new(Set { frozen, items: RefCell::new(dict.take()) }))))
    }

    /// Text.
    pub fn text(&mut self, text: String) -> Result<Value> {
        self.allocate(24 + text.len())?;
        Ok(Value::Str(text.into()))
    }

    /// Bytes.
    pub fn bytes(&mut self, bytes: Vec<u8>) -> Result<Value> {
        self.allocate(24 + bytes.len())?;
        Ok(Value::Bytes(bytes.into()))
    }

    /// A value of a module or of the host that holds values of the program.
    pub fn object(&mut self, object: impl Object + 'static) -> Result<Value> {
        self.allocate(64 + size_of_val(&object))?;
        Ok(self.kept(Value::Object(Rc::new(object))))
    }

    /// An instance of a class of the program, without attributes.
    pub fn instance(&mut self, class: &Rc<Class>, payload: Option<Value>) -> Result<Rc<Instance>> {
        self.allocate(160)?;
        let instance = Rc::new(Instance { class: Rc::clone(class), attributes: RefCell::default(), payload });
        self.keep(&Value::Instance(Rc::clone(&instance)));
        Ok(instance)
    }

    /// A class that was made by hand is kept like the others.
    pub fn remember_class(&mut self, class: &Rc<Class>) {
        self.keep(&Value::Class(ClassRef::User(Rc::clone(class))));
    }

    fn kept(&mut self, value: Value) -> Value {
        self.keep(&value);
        value
    }

    /// Keeps a value until the end.
    pub(crate) fn keep(&mut self, value: &Value) {
        if self.kept.len() >= self.room {
            self.let_go();
        }
        self.kept.push(value.clone());
    }

    /// Keeps a value that may hold others, if it has only just been made.
    #[inline]
    pub(crate) fn keep_fresh(&mut self, value: &Value) {
        let fresh = match value {
            Value::Tuple(items) => Rc::strong_count(items) == 1 && !items.is_empty(),
            Value::Object(object) => Rc::strong_count(object) == 1,
            Value::Iter(iter) => Rc::strong_count(iter) == 1,
            Value::Bound(bound) => Rc::strong_count(bound) == 1,
            Value::Slice(slice) => Rc::strong_count(slice) == 1,
            Value::List(list) => Rc::strong_count(list) == 1,
            Value::Dict(dict) => Rc::strong_count(dict) == 1,
            Value::Set(set) => Rc::strong_count(set) == 1,
            Value::Instance(instance) => Rc::strong_count(instance) == 1,
            Value::Exception(exception) => Rc::strong_count(exception) == 1,
            Value::Generator(generator) => Rc::strong_count(generator) == 1,
            Value::Function(function) => Rc::strong_count(function) == 1,
            Value::Cell(cell) => Rc::strong_count(cell) == 1,
            Value::Class(ClassRef::User(class)) => Rc::strong_count(class) == 1,
            _ => false,
        };
        if fresh {
            self.keep(value);
        }
    }

    /// Lets those go that nobody else holds. What they hold is itself kept, so that this goes one level deep.
    #[cold]
    fn let_go(&mut self) {
        self.kept.retain(|value| !is_alone(value));
        self.room = (self.kept.len() * 2).max(ROOM);
    }
}

/// Whether nobody but the memory holds a value.
fn is_alone(value: &Value) -> bool {
    1 == match value {
        Value::Tuple(one) => Rc::strong_count(one),
        Value::Object(one) => Rc::strong_count(one),
        Value::Iter(one) => Rc::strong_count(one),
        Value::Bound(one) => Rc::strong_count(one),
        Value::Slice(one) => Rc::strong_count(one),
        Value::List(one) => Rc::strong_count(one),
        Value::Dict(one) => Rc::strong_count(one),
        Value::Set(one) => Rc::strong_count(one),
        Value::Instance(one) => Rc::strong_count(one),
        Value::Exception(one) => Rc::strong_count(one),
        Value::Generator(one) => Rc::strong_count(one),
        Value::Function(one) => Rc::strong_count(one),
        Value::Cell(one) => Rc::strong_count(one),
        Value::Class(ClassRef::User(one)) => Rc::strong_count(one),
        _ => 0,
    }
}

impl Drop for Vm<'_> {
    /// Empties everything first, while all of it is still held, and drops it then.
    fn drop(&mut self) {
        let mut emptied = Emptied::default();
        for value in &self.kept {
            emptied.empty(value);
        }
        drop(emptied);
        // What cannot be emptied holds only what was made before it.
        while self.kept.pop().is_some() {}
    }
}

/// What was taken out.
#[derive(Default)]
struct Emptied {
    values: Vec<Value>,
    lists: Vec<Vec<Value>>,
    dicts: Vec<Dict>,
    iterators: Vec<Box<dyn Iterate>>,
    #[expect(clippy::vec_box, reason = "generators hold them so")]
    frames: Vec<Box<super::Frame>>,
    orders: Vec<Vec<ClassRef>>,
    exceptions: Vec<Rc<crate::Exception>>,
}

impl Emptied {
    fn empty(&mut self, value: &Value) {
        match value {
            Value::List(list) => self.lists.push(list.take()),
            Value::Dict(dict) => self.dicts.push(dict.take()),
            Value::Set(set) => self.dicts.push(set.items.take()),
            Value::Instance(instance) => self.dicts.push(instance.attributes.take()),
            Value::Function(function) => self.dicts.push(function.attributes.take()),
            Value::Cell(cell) => self.values.extend(cell.0.take()),
            Value::Iter(iter) => self.iterator(iter),
            Value::Generator(generator) => self.frames.extend(generator.frame.take()),
            Value::Object(object) => object.forget(),
            Value::Class(ClassRef::User(class)) => {
                self.dicts.push(class.members.take());
                self.orders.push(class.order.take());
            }
            Value::Exception(exception) => {
                self.lists.push(exception.args.take());
                self.dicts.push(exception.attributes.take());
                self.values.extend(exception.cause.take());
                self.exceptions.extend(exception.context.take());
            }
            _ => {}
        }
    }

    fn iterator(&mut self, iter: &Iter) {
        if let Ok(mut state) = iter.state.try_borrow_mut() {
            self.iterators.push(std::mem::replace(&mut *state, Box::new(Ended)));
        }
    }
}

/// An iterator after the end of the evaluation.
struct Ended;

impl Iterate for Ended {
    fn next(&mut self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        Ok(None)
    }
}
