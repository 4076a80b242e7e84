//! Comparison.

use std::rc::Rc;

use super::{class_of, number::Number, plain, programmable, type_name};
use crate::{Result, Stop, Value, Vm};

/// A comparison between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CompareOp {
    /// `==`
    Equal,
    /// `!=`
    NotEqual,
    /// `<`
    Less,
    /// `<=`
    LessEqual,
    /// `>`
    Greater,
    /// `>=`
    GreaterEqual,
}

impl Vm<'_> {
    /// `left op right`, as a value: a class of the program may answer anything.
    pub fn compare(&mut self, op: CompareOp, left: &Value, right: &Value) -> Result<Value> {
        match (left, right) {
            (Value::Int(one), Value::Int(two)) => return Ok(Value::Bool(op.holds(one.cmp(two)))),
            (Value::Str(one), Value::Str(two)) => {
                self.work(one.len().min(two.len()) / 64)?;
                return Ok(Value::Bool(op.holds(one.cmp(two))));
            }
            _ => {}
        }
        if programmable(left) || programmable(right) {
            return self.ask_compare(op, left, right);
        }
        self.plain_compare(op, left, right)?.map_or_else(|| unordered(op, left, right), |holds| Ok(Value::Bool(holds)))
    }

    /// `one < two`, as sorting compares.
    pub fn less(&mut self, one: &Value, two: &Value) -> Result<bool> {
        let answer = self.compare(CompareOp::Less, one, two)?;
        self.truth(&answer)
    }

    /// `one > two`
    pub fn greater(&mut self, one: &Value, two: &Value) -> Result<bool> {
        let answer = self.compare(CompareOp::Greater, one, two)?;
        self.truth(&answer)
    }

    /// Asks the classes of the program first.
    fn ask_compare(&mut self, op: CompareOp, left: &Value, right: &Value) -> Result<Value> {
        let (class, other) = (class_of(left), class_of(right));
        let first = class != other && other.descends_from(&class);
        if first && let Some(answer) = self.ask_one(op.reflected(), right, left)? {
            return Ok(answer);
        }
        if let Some(answer) = self.ask_one(op, left, right)? {
            return Ok(answer);
        }
        if !first && let Some(answer) = self.ask_one(op.reflected(), right, left)? {
            return Ok(answer);
        }
        let (one, two) = (plain(left), plain(right));
        let identity = matches!(op, CompareOp::Equal | CompareOp::NotEqual) && (programmable(one) || programmable(two));
        if identity {
            return Ok(Value::Bool(left.is(right) == (op == CompareOp::Equal)));
        }
        match self.plain_compare(op, one, two)? {
            Some(holds) => Ok(Value::Bool(holds)),
            None => unordered(op, left, right),
        }
    }

    /// The answer of one side; `None` when it has no such method or does not know. What is not equal is told by `__eq__` too.
    fn ask_one(&mut self, op: CompareOp, receiver: &Value, other: &Value) -> Result<Option<Value>> {
        if !programmable(receiver) {
            return Ok(None);
        }
        if let Some(answer) = self.special(receiver, op.method(), vec![other.clone()])?
            && !matches!(answer, Value::NotImplemented)
        {
            return Ok(Some(answer));
        }
        if op != CompareOp::NotEqual {
            return Ok(None);
        }
        match self.special(receiver, "__eq__", vec![other.clone()])? {
            Some(Value::NotImplemented) | None => Ok(None),
            Some(answer) => Ok(Some(Value::Bool(!self.truth(&answer)?))),
        }
    }

    /// Between values of built-in types, of modules and of the host; `None` when they have no order.
    pub(crate) fn plain_compare(&mut self, op: CompareOp, left: &Value, right: &Value) -> Result<Option<bool>> {
        if let (Some(one), Some(two)) = (Number::of(left), Number::of(right)) {
            self.work(one.words().min(two.words()) / 8)?;
            return Ok(Some(one.order(&two).map_or(op == CompareOp::NotEqual, |order| op.holds(order))));
        }
        if let Value::Object(object) = left
            && let Some(holds) = object.compare(self, op, right)?
        {
            return Ok(Some(holds));
        }
        if let Value::Object(object) = right
            && let Some(holds) = object.compare(self, op.reflected(), left)?
        {
            return Ok(Some(holds));
        }
        if matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
            return Ok(Some(self.plain_equal(left, right)? == (op == CompareOp::Equal)));
        }
        Ok(match (left, right) {
            (Value::Str(one), Value::Str(two)) => Some(op.holds(one.cmp(two))),
            (Value::Bytes(one), Value::Bytes(two)) => {
                self.work(one.len().min(two.len()) / 64)?;
                Some(op.holds(one.cmp(two)))
            }
            (Value::Tuple(_), Value::Tuple(_)) | (Value::List(_), Value::List(_)) => {
                return self.deeper(|vm| vm.compare_sequences(op, left, right)).map(Some);
            }
            (Value::Set(one), Value::Set(two)) => {
                let (one, two) = (Rc::clone(one), Rc::clone(two));
                return self.set_compare(op, &one, &two).map(Some);
            }
            _ => None,
        })
    }

    /// By the first items that differ, or by length.
    fn compare_sequences(&mut self, op: CompareOp, left: &Value, right: &Value) -> Result<bool> {
        let mut place = 0;
        loop {
            let (Some(one), Some(two)) = (item_at(left, place), item_at(right, place)) else {
                return Ok(op.holds(length(left).cmp(&length(right))));
            };
            self.work(1)?;
            if !self.equal(&one, &two)? {
                let answer = self.compare(op, &one, &two)?;
                return self.truth(&answer);
            }
            place += 1;
        }
    }
}

/// The item of a list or tuple at a place.
pub(super) fn item_at(value: &Value, place: usize) -> Option<Value> {
    match value {
        Value::Tuple(items) => items.get(place).cloned(),
        Value::List(items) => items.borrow().get(place).cloned(),
        _ => None,
    }
}

/// How many items a list or tuple has.
pub(super) fn length(value: &Value) -> usize {
    match value {
        Value::Tuple(items) => items.len(),
        Value::List(items) => items.borrow().len(),
        _ => 0,
    }
}

fn unordered(op: CompareOp, left: &Value, right: &Value) -> Result<Value> {
    let (one, two) = (type_name(left), type_name(right));
    Err(Stop::type_error(format!("'{}' not supported between instances of '{one}' and '{two}'", op.symbol())))
}
