//! Values that are made by modules and by the host.

use std::any::Any;

use crate::{
    Args, ClassRef, Result, Stop, Type, Value, Vm,
    operate::{BinaryOp, CompareOp},
    types::iterator::Iterate,
};

/// A value of a module (a date, a match) or of the host (a user, a request). What it does not say it can do, it cannot.
///
/// Methods that are always there stand in the table of its [`Type`]; the functions here are operators, and attributes that are only
/// known at run time. `None` means: not possible with this operand, so that the usual error is raised.
pub trait Object {
    /// Its type.
    fn class(&self) -> &'static Type;

    /// For [`Value::downcast`].
    fn as_any(&self) -> &dyn Any;

    /// An attribute that is not in the table.
    fn attribute(&self, _vm: &mut Vm<'_>, _name: &str) -> Result<Option<Value>> {
        Ok(None)
    }

    /// `x.name = value`
    fn set_attribute(&self, _vm: &mut Vm<'_>, name: &str, _value: Value) -> Result<()> {
        Err(Stop::no_attribute(self.class().name, name))
    }

    /// `x(…)`
    fn call(&self, _vm: &mut Vm<'_>, _args: Args) -> Result<Value> {
        Err(Stop::type_error(format!("'{}' object is not callable", self.class().name)))
    }

    /// `callable(x)`
    fn callable(&self) -> bool {
        false
    }

    /// `isinstance(…, x)` for what stands for several classes, e.g. `int | str`; `None` for what stands for none.
    fn admits(&self, _class: &ClassRef) -> Option<bool> {
        None
    }

    /// `x[key]`
    fn item(&self, _vm: &mut Vm<'_>, _key: &Value) -> Result<Value> {
        Err(Stop::type_error(format!("'{}' object is not subscriptable", self.class().name)))
    }

    /// `x[key] = value`
    fn set_item(&self, _vm: &mut Vm<'_>, _key: &Value, _value: Value) -> Result<()> {
        Err(Stop::type_error(format!("'{}' object does not support item assignment", self.class().name)))
    }

    /// `del x[key]`
    fn delete_item(&self, _vm: &mut Vm<'_>, _key: &Value) -> Result<()> {
        Err(Stop::type_error(format!("'{}' object does not support item deletion", self.class().name)))
    }

    /// `len(x)`; `None` when it has none.
    fn len(&self, _vm: &mut Vm<'_>) -> Result<Option<usize>> {
        Ok(None)
    }

    /// `item in x`; `None` to look through what [`Object::iterate`] gives.
    fn contains(&self, _vm: &mut Vm<'_>, _item: &Value) -> Result<Option<bool>> {
        Ok(None)
    }

    /// `for item in x`; `None` when it cannot be gone through.
    fn iterate(&self, _vm: &mut Vm<'_>) -> Result<Option<Box<dyn Iterate>>> {
        Ok(None)
    }

    /// `bool(x)`; `None` to go by the length, or to be true.
    fn truth(&self, _vm: &mut Vm<'_>) -> Result<Option<bool>> {
        Ok(None)
    }

    /// `x op other`, or `other op x` when reflected.
    fn binary(&self, _vm: &mut Vm<'_>, _op: BinaryOp, _other: &Value, _reflected: bool) -> Result<Option<Value>> {
        Ok(None)
    }

    /// `-x`, `+x`, `~x`, `abs(x)` by name: `neg`, `pos`, `invert`, `abs`.
    fn unary(&self, _vm: &mut Vm<'_>, _name: &'static str) -> Result<Option<Value>> {
        Ok(None)
    }

    /// `x op other`. `None` for `==` and `!=` means identity.
    fn compare(&self, _vm: &mut Vm<'_>, _op: CompareOp, _other: &Value) -> Result<Option<bool>> {
        Ok(None)
    }

    /// A hash that agrees with `==`; `None` for identity.
    fn hash(&self, _vm: &mut Vm<'_>) -> Result<Option<u64>> {
        Ok(None)
    }

    /// `repr(x)`
    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("<{} object>", self.class().name))
    }

    /// `str(x)`; `None` for the same as `repr(x)`.
    fn str(&self, _vm: &mut Vm<'_>) -> Result<Option<String>> {
        Ok(None)
    }

    /// `format(x, spec)` for a spec that is not empty; `None` to be refused.
    fn format(&self, _vm: &mut Vm<'_>, _spec: &str) -> Result<Option<String>> {
        Ok(None)
    }

    /// `int(x)`, `float(x)`: the number that it stands for.
    fn number(&self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        Ok(None)
    }

    /// The evaluation is over: lets go of values of the program that it holds and that may have changed since it was made.
    fn forget(&self) {}
}
