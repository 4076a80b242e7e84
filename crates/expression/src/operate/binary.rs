//! Binary and unary operators.

use super::{
    class_of, float, integer,
    number::Number,
    sequence::{is_sequence, repeated},
    type_name,
};
use crate::{Result, Stop, Value, Vm};

/// An operator between two values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BinaryOp {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `@`
    MatrixMultiply,
    /// `/`
    Divide,
    /// `//`
    FloorDivide,
    /// `%`
    Modulo,
    /// `**`
    Power,
    /// `<<`
    ShiftLeft,
    /// `>>`
    ShiftRight,
    /// `&`
    And,
    /// `|`
    Or,
    /// `^`
    Xor,
}

impl Vm<'_> {
    /// `left op right`
    pub fn binary(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Result<Value> {
        self.computed(op, "", left, right)
    }

    /// `left op right`; what is written behind the operator where it is unknown is told in the message.
    fn computed(&mut self, op: BinaryOp, suffix: &str, left: &Value, right: &Value) -> Result<Value> {
        if let (Value::Int(one), Value::Int(two)) = (left, right)
            && let Some(result) = integer::small(op, *one, *two)?
            && !matches!(result, Value::NotImplemented)
        {
            return Ok(result);
        }
        match self.try_binary(op, left, right)? {
            Some(result) => Ok(result),
            None => Err(unsupported(op, suffix, left, right)),
        }
    }

    /// `left op= right`: lists, sets and dictionaries change in place.
    pub fn in_place(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Result<Value> {
        if programmable(left)
            && let Some(result) = self.special(left, op.in_place(), vec![right.clone()])?
            && !matches!(result, Value::NotImplemented)
        {
            return Ok(result);
        }
        if self.change_in_place(op, left, right)? {
            return Ok(left.clone());
        }
        self.computed(op, "=", left, right)
    }

    /// `left op right`; `None` when neither operand knows how.
    pub(crate) fn try_binary(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Result<Option<Value>> {
        let mine = programmable(left);
        let theirs = programmable(right);
        if !mine && !theirs {
            return self.plain_binary(op, left, right);
        }
        let (class, other) = (class_of(left), class_of(right));
        let first = theirs && class != other && other.descends_from(&class);
        if first && let Some(result) = self.ask_operand(right, op.reflected(), left)? {
            return Ok(Some(result));
        }
        if mine && let Some(result) = self.ask_operand(left, op.method(), right)? {
            return Ok(Some(result));
        }
        if theirs
            && !first
            && (!mine || class != other)
            && let Some(result) = self.ask_operand(right, op.reflected(), left)?
        {
            return Ok(Some(result));
        }
        self.plain_binary(op, plain(left), plain(right))
    }

    /// Calls a special method with one argument; `None` when there is none, or it does not know.
    fn ask_operand(&mut self, receiver: &Value, name: &str, other: &Value) -> Result<Option<Value>> {
        Ok(self.special(receiver, name, vec![other.clone()])?.filter(|answer| !matches!(answer, Value::NotImplemented)))
    }

    /// `left op right` between values of built-in types, of modules and of the host.
    pub(crate) fn plain_binary(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Result<Option<Value>> {
        if let (Some(one), Some(two)) = (Number::of(left), Number::of(right)) {
            return self.numbers(op, left, right, &one, &two);
        }
        if let Value::Object(object) = left
            && let Some(result) = object.binary(self, op, right, false)?
        {
            return Ok(Some(result));
        }
        if let Value::Object(object) = right
            && let Some(result) = object.binary(self, op, left, true)?
        {
            return Ok(Some(result));
        }
        match (op, left, right) {
            (BinaryOp::Add, ..) => self.concatenate(left, right),
            (BinaryOp::Modulo, Value::Str(template), values) => {
                let text = self.percent(template, values)?;
                Ok(Some(Value::Str(text.into())))
            }
            (BinaryOp::Multiply, ..) if is_sequence(left) => match self.times(right)? {
                Some(times) => self.repeat(left, times),
                None => Ok(None),
            },
            (BinaryOp::Multiply, ..) if is_sequence(right) => match self.times(left)? {
                Some(times) => self.repeat(right, times),
                None => Ok(None),
            },
            (BinaryOp::Or, Value::Dict(one), Value::Dict(two)) => {
                let merged = self.dict_copy(one)?;
                self.dict_merge(&merged, two)?;
                Ok(Some(Value::Dict(merged)))
            }
            (BinaryOp::Or, Value::Class(_), _) | (BinaryOp::Or, _, Value::Class(_)) => {
                self.allocate(64)?;
                Ok(crate::types::union::union(left, right))
            }
            (_, Value::Set(one), Value::Set(two)) => self.set_operation(op, one, two),
            _ => Ok(None),
        }
    }

    fn numbers(&mut self, op: BinaryOp, left: &Value, right: &Value, one: &Number<'_>, two: &Number<'_>) -> Result<Option<Value>> {
        match (one, two) {
            (Number::Float(_), _) | (_, Number::Float(_)) => float::operate(op, one.float()?, two.float()?),
            (Number::Int(one), Number::Int(two)) => {
                if let (Value::Bool(one), Value::Bool(two)) = (left, right) {
                    match op {
                        BinaryOp::And => return Ok(Some(Value::Bool(*one && *two))),
                        BinaryOp::Or => return Ok(Some(Value::Bool(*one || *two))),
                        BinaryOp::Xor => return Ok(Some(Value::Bool(one != two))),
                        _ => {}
                    }
                }
                match integer::small(op, *one, *two)? {
                    Some(result) => Ok(known(result)),
                    None => self.big(op, &(*one).into(), &(*two).into()).map(known),
                }
            }
            _ => match (one.integer(), two.integer()) {
                (Some(one), Some(two)) => self.big(op, &one, &two).map(known),
                _ => Ok(None),
            },
        }
    }

    /// `left op= right` for what can change; whether it did.
    fn change_in_place(&mut self, op: BinaryOp, left: &Value, right: &Value) -> Result<bool> {
        match (op, plain(left)) {
            (BinaryOp::Add, Value::List(list)) => self.list_extend(list, right)?,
            (BinaryOp::Multiply, Value::List(list)) => {
                let Some(times) = self.times(right)? else { return Ok(false) };
                let times = usize::try_from(times).unwrap_or(0);
                let count = list.borrow().len();
                self.take(count.saturating_mul(times), size_of::<Value>())?;
                let repeated = repeated(&list.borrow(), times);
                *list.borrow_mut() = repeated;
            }
            (BinaryOp::Add, Value::Object(_)) => return crate::types::bytes::array::add_in_place(self, left, right),
            (BinaryOp::Or, Value::Dict(dict)) => self.dict_update(dict, right)?,
            (_, Value::Set(set)) if !set.frozen => {
                let Value::Set(other) = plain(right) else { return Ok(false) };
                return self.set_change(op, set, other);
            }
            _ => return Ok(false),
        }
        Ok(true)
    }
}

fn known(result: Value) -> Option<Value> {
    Some(result).filter(|result| !matches!(result, Value::NotImplemented))
}

/// Whether a class of the program may have a say.
pub(crate) fn programmable(value: &Value) -> bool {
    match value {
        Value::Instance(_) | Value::Class(_) => true,
        Value::Exception(exception) => matches!(exception.class, crate::ClassRef::User(_)),
        _ => false,
    }
}

/// The value of a built-in type that an instance of a class of the program holds, or the value itself.
pub(crate) fn plain(value: &Value) -> &Value {
    match value {
        Value::Instance(instance) => instance.payload.as_ref().map_or(value, plain),
        _ => value,
    }
}

fn unsupported(op: BinaryOp, suffix: &str, left: &Value, right: &Value) -> Stop {
    let (one, two) = (type_name(left), type_name(right));
    if op == BinaryOp::Add && suffix.is_empty()
        || matches!((op, plain(left)), (BinaryOp::Add, Value::Str(_) | Value::Tuple(_) | Value::Bytes(_)))
    {
        match plain(left) {
            Value::Str(_) => return Stop::type_error(format!("can only concatenate str (not \"{two}\") to str")),
            Value::List(_) => return Stop::type_error(format!("can only concatenate list (not \"{two}\") to list")),
            Value::Tuple(_) => return Stop::type_error(format!("can only concatenate tuple (not \"{two}\") to tuple")),
            Value::Bytes(_) => return Stop::type_error(format!("can't concat {two} to bytes")),
            _ => {}
        }
    }
    let counted = suffix.is_empty() || !matches!(plain(left), Value::Range(_) | Value::Dict(_) | Value::Set(_));
    if op == BinaryOp::Multiply && counted {
        if is_sequence(plain(left)) {
            return Stop::type_error(format!("can't multiply sequence by non-int of type '{two}'"));
        }
        if is_sequence(plain(right)) {
            return Stop::type_error(format!("can't multiply sequence by non-int of type '{one}'"));
        }
    }
    let symbol = if op == BinaryOp::Power && suffix.is_empty() { "** or pow()" } else { op.symbol() };
    Stop::type_error(format!("unsupported operand type(s) for {symbol}{suffix}: '{one}' and '{two}'"))
}
