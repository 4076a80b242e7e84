//! Equality as containers see it: the same thing, or an equal one.

use std::{cmp::Ordering, rc::Rc};

use super::{
    CompareOp,
    binary::plain,
    class_of,
    compare::{item_at, length},
    number::Number,
};
use crate::{ClassRef, Result, Value, Vm, class::Callee, types::range::Range};

/// How many values a quick answer may look at.
const QUICK: u32 = 64;

/// `one == two` for values that the program cannot have a say in; `None` for all others. Cheap: looks at a few values at most.
pub(crate) fn quick_equal(one: &Value, two: &Value) -> Option<bool> {
    quick(one, two, &mut { QUICK })
}

fn quick(one: &Value, two: &Value, left: &mut u32) -> Option<bool> {
    *left = left.checked_sub(1)?;
    match (one, two) {
        (Value::Int(one), Value::Int(two)) => return Some(one == two),
        (Value::Str(one), Value::Str(two)) => return Some(one == two),
        _ => {}
    }
    if one.is(two) {
        return Some(true);
    }
    let (one, two) = (settled(one, "__eq__")?, settled(two, "__eq__")?);
    if let (Some(one), Some(two)) = (Number::of(one), Number::of(two)) {
        return Some(one.order(&two) == Some(Ordering::Equal));
    }
    match (one, two) {
        (Value::Str(one), Value::Str(two)) => Some(one == two),
        (Value::Bytes(one), Value::Bytes(two)) => Some(one == two),
        (Value::Tuple(one), Value::Tuple(two)) if one.len() != two.len() => Some(false),
        (Value::Tuple(one), Value::Tuple(two)) => {
            for (one, two) in one.iter().zip(&two[..]) {
                if !quick(one, two, left)? {
                    return Some(false);
                }
            }
            Some(true)
        }
        (Value::List(_), Value::List(_)) | (Value::Dict(_), Value::Dict(_)) | (Value::Set(_), Value::Set(_)) => None,
        (Value::Object(_), _) | (_, Value::Object(_)) => None,
        (Value::Range(one), Value::Range(two)) => Some(ranges(one, two)),
        (Value::Slice(_), Value::Slice(_)) => None,
        (Value::Bound(one), Value::Bound(two)) => Some(one.receiver.is(&two.receiver) && callees(&one.callee, &two.callee)),
        (one, two) => Some(one.is(two)),
    }
}

/// The value as built-in comparison sees it; `None` when its class has that special method of its own.
pub(super) fn settled<'a>(value: &'a Value, method: &str) -> Option<&'a Value> {
    match value {
        Value::Instance(_) | Value::Exception(_) => (!defines(&class_of(value), method)).then(|| plain(value)),
        _ => Some(value),
    }
}

/// Whether a class of the program, or one of the program that it descends from, has a member of that name.
pub(super) fn defines(class: &ClassRef, name: &str) -> bool {
    let ClassRef::User(class) = class else { return false };
    class.order.borrow().iter().any(|one| matches!(one, ClassRef::User(one) if one.members.borrow().text(name).is_some()))
}

fn ranges(one: &Range, two: &Range) -> bool {
    let (length, other) = (one.count(), two.count());
    length == other && (length == 0 || (one.start == two.start && (length == 1 || one.step == two.step)))
}

fn callees(one: &Callee, two: &Callee) -> bool {
    match (one, two) {
        (Callee::Method(one), Callee::Method(two)) => std::ptr::eq(*one, *two),
        (Callee::Value(one), Callee::Value(two)) => one.is(two),
        _ => false,
    }
}

impl Vm<'_> {
    /// `one is two or one == two`, as containers compare.
    pub fn equal(&mut self, one: &Value, two: &Value) -> Result<bool> {
        match (one, two) {
            (Value::Str(one), Value::Str(two)) if one.len() == two.len() => self.work(one.len() / 64)?,
            (Value::Bytes(one), Value::Bytes(two)) if one.len() == two.len() => self.work(one.len() / 64)?,
            (Value::Big(one), Value::Big(_)) => self.work(Number::Big(one).words() / 8)?,
            _ => {}
        }
        if let Some(equal) = quick_equal(one, two) {
            return Ok(equal);
        }
        self.work(4)?;
        let answer = self.deeper(|vm| vm.compare(CompareOp::Equal, one, two))?;
        self.truth(&answer)
    }

    /// `==` between values of built-in types.
    pub(super) fn plain_equal(&mut self, one: &Value, two: &Value) -> Result<bool> {
        match (one, two) {
            (Value::Tuple(_), Value::Tuple(_)) | (Value::List(_), Value::List(_)) => self.deeper(|vm| vm.equal_sequences(one, two)),
            (Value::Slice(one), Value::Slice(two)) => {
                for (one, two) in one.iter().zip(two.iter()) {
                    if !self.equal(one, two)? {
                        return Ok(false);
                    }
                }
                Ok(true)
            }
            (Value::Dict(one), Value::Dict(two)) => {
                let (one, two) = (Rc::clone(one), Rc::clone(two));
                self.deeper(|vm| vm.equal_dicts(&one, &two))
            }
            (Value::Set(one), Value::Set(two)) => {
                let (one, two) = (Rc::clone(one), Rc::clone(two));
                self.set_compare(CompareOp::Equal, &one, &two)
            }
            _ => Ok(quick_equal(one, two).unwrap_or_else(|| one.is(two))),
        }
    }

    fn equal_sequences(&mut self, one: &Value, two: &Value) -> Result<bool> {
        if length(one) != length(two) {
            return Ok(false);
        }
        let mut place = 0;
        while let (Some(left), Some(right)) = (item_at(one, place), item_at(two, place)) {
            if place % 4 == 0 {
                self.work(1)?;
            }
            if !self.equal(&left, &right)? {
                return Ok(false);
            }
            place += 1;
        }
        Ok(length(one) == length(two))
    }
}
