//! Instructions: what each does.

use std::rc::Rc;

use super::{Frame, execute::Flow};
use crate::{
    Result, Stop, Value, Vm,
    code::{Constant, Op},
    exception,
    operate::{BinaryOp, CompareOp},
};

impl Vm<'_> {
    /// Does one instruction.
    #[inline]
    pub(super) fn step(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::Constant(place) => frame.stack.push(constant(frame.code.constants.get(place as usize))),
            Op::LoadLocal(slot) => match frame.locals.get(slot as usize) {
                Some(Some(value)) => {
                    let value = value.clone();
                    frame.push(value);
                }
                _ => return Err(unbound(frame, slot)),
            },
            Op::LoadCell(slot) => load_cell(frame, slot)?,
            Op::StoreLocal(slot) => {
                let value = frame.pop();
                if let Some(place) = frame.locals.get_mut(slot as usize) {
                    *place = Some(value);
                }
            }
            Op::LoadGlobal(place) => self.load_global(frame, place)?,
            Op::Pop => drop(frame.pop()),
            Op::Jump(target) => frame.next = target as usize,
            Op::JumpIfFalse(target) => self.jump_if(frame, target, false)?,
            Op::JumpIfTrue(target) => self.jump_if(frame, target, true)?,
            Op::JumpIfFalseOrPop(target) => self.jump_or_pop(frame, target, false)?,
            Op::JumpIfTrueOrPop(target) => self.jump_or_pop(frame, target, true)?,
            Op::LoadAttribute(name) => {
                let value = frame.pop();
                let found = self.named_attribute(frame, &value, name)?;
                self.arrive(frame, found);
            }
            Op::Compare(op) => {
                let (right, left) = (frame.pop(), frame.pop());
                let answer = match (&left, &right) {
                    (Value::Int(left), Value::Int(right)) => Value::Bool(compare(op, *left, *right)),
                    (left, right) => self.compare(op, left, right)?,
                };
                frame.push(answer);
            }
            Op::Binary(kind) | Op::InPlace(kind) => match quick(kind, frame) {
                Some(result) => frame.push(Value::Int(result)),
                None => return self.operate(frame, op),
            },
            Op::Call { count, keywords } => return self.call_op(frame, count, keywords),
            Op::CallMethod { name, count } => return self.call_method_op(frame, name, count),
            Op::Iterate => {
                let value = frame.pop();
                let iterator = self.iterate(&value)?;
                self.arrive(frame, iterator);
            }
            Op::Next(target) => return self.next_op(frame, target),
            Op::Return => return Ok(Flow::Return),
            Op::Yield => return Ok(Flow::Yield),
            op => return self.operate(frame, op),
        }
        Ok(Flow::Next)
    }

    #[inline]
    fn is_true(&mut self, value: &Value) -> Result<bool> {
        match value {
            Value::Bool(flag) => Ok(*flag),
            value => self.truth(value),
        }
    }

    #[inline]
    fn jump_if(&mut self, frame: &mut Frame, target: u32, when: bool) -> Result<()> {
        let value = frame.pop();
        if self.is_true(&value)? == when {
            frame.next = target as usize;
        }
        Ok(())
    }

    fn jump_or_pop(&mut self, frame: &mut Frame, target: u32, when: bool) -> Result<()> {
        let value = frame.pop();
        if self.is_true(&value)? == when {
            frame.push(value);
            frame.next = target as usize;
        }
        Ok(())
    }

    #[inline]
    fn load_global(&mut self, frame: &mut Frame, place: u32) -> Result<()> {
        let known = frame.globals.values.borrow().get(place as usize).cloned().flatten();
        let value = match known {
            Some(value) => value,
            None => self.global(&Rc::clone(&frame.globals), place)?,
        };
        frame.push(value);
        Ok(())
    }

    /// A value that was just made or found comes to the program: if it may hold others and nobody else has it yet, it is kept.
    #[inline]
    pub(super) fn arrive(&mut self, frame: &mut Frame, value: Value) {
        self.keep_fresh(&value);
        frame.push(value);
    }

    /// Operators.
    fn operate(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::Binary(op) => {
                let (right, left) = (frame.pop(), frame.pop());
                let result = self.binary(op, &left, &right)?;
                self.arrive(frame, result);
            }
            Op::InPlace(op) => {
                let (right, left) = (frame.pop(), frame.pop());
                let result = self.in_place(op, &left, &right)?;
                self.arrive(frame, result);
            }
            Op::Not => {
                let value = frame.pop();
                let truth = self.is_true(&value)?;
                frame.push(Value::Bool(!truth));
            }
            Op::Negative | Op::Positive | Op::Invert => {
                let value = frame.pop();
                let name = match op {
                    Op::Negative => "neg",
                    Op::Positive => "pos",
                    _ => "invert",
                };
                let result = self.unary(name, &value)?;
                self.arrive(frame, result);
            }
            Op::Is | Op::IsNot => {
                let (right, left) = (frame.pop(), frame.pop());
                frame.push(Value::Bool(left.is(&right) == matches!(op, Op::Is)));
            }
            Op::In | Op::NotIn => {
                let (right, left) = (frame.pop(), frame.pop());
                let found = self.contains(&right, &left)?;
                frame.push(Value::Bool(found == matches!(op, Op::In)));
            }
            Op::LoadItem => {
                let (key, value) = (frame.pop(), frame.pop());
                let item = self.item(&value, &key)?;
                self.arrive(frame, item);
            }
            Op::Copy(below) => {
                let value = frame.peek(below as usize).cloned().unwrap_or(Value::None);
                frame.push(value);
            }
            Op::Sink(below) => {
                let value = frame.pop();
                let place = frame.stack.len().saturating_sub(below as usize);
                frame.stack.insert(place, value);
            }
            op => return self.change(frame, op),
        }
        Ok(Flow::Next)
    }

    /// Attributes and items that are set and deleted.
    fn change(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::StoreAttribute(name) => {
                let (target, value) = (frame.pop(), frame.pop());
                let name = name_at(frame, name);
                self.set_attribute(&target, &name, value)?;
            }
            Op::DeleteAttribute(name) => {
                let target = frame.pop();
                let name = name_at(frame, name);
                self.delete_attribute(&target, &name)?;
            }
            Op::StoreItem => {
                let (key, target, value) = (frame.pop(), frame.pop(), frame.pop());
                self.set_item(&target, key, value)?;
            }
            Op::DeleteItem => {
                let (key, target) = (frame.pop(), frame.pop());
                self.delete_item(&target, &key)?;
            }
            Op::StoreGlobal(place) => {
                let value = frame.pop();
                frame.globals.set(place as usize, Some(value));
            }
            Op::DeleteGlobal(place) => {
                let globals = Rc::clone(&frame.globals);
                self.delete_global(&globals, place)?;
            }
            Op::AssertionError => frame.push(Value::Class(crate::ClassRef::Builtin(&exception::ASSERTION_ERROR))),
            Op::Missing => frame.push(Value::Cell(Rc::new(crate::class::Cell(std::cell::RefCell::new(None))))),
            op => return self.step_variable(frame, op),
        }
        Ok(Flow::Next)
    }
}

#[inline]
fn load_cell(frame: &mut Frame, slot: u32) -> Result<()> {
    let value = match frame.locals.get(slot as usize) {
        Some(Some(Value::Cell(cell))) => cell.0.borrow().clone(),
        _ => None,
    };
    frame.push(value.ok_or_else(|| unbound(frame, slot))?);
    Ok(())
}

/// Comparison of integers.
fn compare(op: CompareOp, left: i64, right: i64) -> bool {
    match op {
        CompareOp::Equal => left == right,
        CompareOp::NotEqual => left != right,
        CompareOp::Less => left < right,
        CompareOp::LessEqual => left <= right,
        CompareOp::Greater => left > right,
        CompareOp::GreaterEqual => left >= right,
    }
}

/// Sums, differences and products of small integers, which are taken from the stack.
#[inline]
fn quick(op: BinaryOp, frame: &mut Frame) -> Option<i64> {
    let (Some(Value::Int(left)), Some(Value::Int(right))) = (frame.peek(1), frame.peek(0)) else { return None };
    let result = match op {
        BinaryOp::Add => left.checked_add(*right),
        BinaryOp::Subtract => left.checked_sub(*right),
        BinaryOp::Multiply => left.checked_mul(*right),
        _ => None,
    }?;
    frame.stack.truncate(frame.stack.len().saturating_sub(2));
    Some(result)
}

/// A name of the code.
pub(super) fn name_at(frame: &Frame, place: u32) -> crate::Str {
    frame.code.names.get(place as usize).cloned().unwrap_or_else(|| "".into())
}

#[inline]
fn constant(constant: Option<&Constant>) -> Value {
    match constant {
        Some(Constant::Str(text)) => Value::Str(text.clone()),
        Some(Constant::Int(number)) => Value::Int(*number),
        Some(Constant::Bool(flag)) => Value::Bool(*flag),
        Some(Constant::Float(number)) => Value::Float(*number),
        Some(Constant::Ellipsis) => Value::Ellipsis,
        Some(Constant::Big(number)) => Value::Big(Rc::new(number.clone())),
        Some(Constant::Bytes(bytes)) => Value::Bytes(bytes.as_slice().into()),
        Some(Constant::None) | None => Value::None,
    }
}

/// A variable without a value.
#[cold]
pub(super) fn unbound(frame: &Frame, slot: u32) -> Stop {
    let name = frame.code.slots.get(slot as usize).map_or("", |name| &**name);
    match (slot as usize) < frame.code.own {
        true => Stop::raise(
            &exception::UNBOUND_LOCAL_ERROR,
            format!("cannot access local variable '{name}' where it is not associated with a value"),
        ),
        false => Stop::raise(
            &exception::NAME_ERROR,
            format!("cannot access free variable '{name}' where it is not associated with a value in enclosing scope"),
        ),
    }
}
