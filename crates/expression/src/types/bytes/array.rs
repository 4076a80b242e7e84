//! `bytearray`

use std::{any::Any, cell::RefCell, rc::Rc};

use super::{METHODS, bytes_of, new, new::byte};
use crate::{
    Args, Method, Native, Object, Result, Spec, Stop, Type, Value, Vm, exception,
    operate::{BinaryOp, CompareOp, class_of, slice::place},
    types::iterator::{Bytes, Iterate},
};

/// `bytearray`
pub static BYTEARRAY: Type = Type {
    base: Some(&SHARED),
    new: Some(new::bytearray),
    methods: &[
        Method { name: "append", call: append },
        Method { name: "clear", call: clear },
        Method { name: "copy", call: copy },
        Method { name: "extend", call: extend },
        Method { name: "insert", call: insert },
        Method { name: "pop", call: pop },
        Method { name: "remove", call: remove },
        Method { name: "reverse", call: reverse },
    ],
    functions: &[Native { name: "fromhex", call: new::array_fromhex }, Native { name: "maketrans", call: new::maketrans }],
    ..Type::new("bytearray")
};

/// What it can do like `bytes`.
static SHARED: Type = Type { methods: METHODS, base: Some(&super::super::special::MUTABLE), ..Type::new("bytes-like") };

/// Bytes that can be changed.
pub(crate) struct ByteArray(pub(crate) RefCell<Vec<u8>>);

/// A new one, paid for already.
pub(crate) fn made(bytes: Vec<u8>) -> Value {
    Value::object(ByteArray(RefCell::new(bytes)))
}

/// `array += other`; whether that was possible.
pub(crate) fn add_in_place(vm: &mut Vm<'_>, array: &Value, other: &Value) -> Result<bool> {
    let (Some(array), Some(bytes)) = (array.downcast::<ByteArray>(), bytes_of(other)) else { return Ok(false) };
    vm.take(bytes.len(), 1)?;
    array.0.borrow_mut().extend_from_slice(&bytes);
    Ok(true)
}

fn this(value: &Value) -> Result<&ByteArray> {
    value.downcast::<ByteArray>().ok_or_else(|| {
        Stop::type_error(format!("descriptor for 'bytearray' objects doesn't apply to a '{}' object", class_of(value).name()))
    })
}

fn out_of_range() -> Stop {
    Stop::raise(&exception::INDEX_ERROR, "bytearray index out of range")
}

impl Object for ByteArray {
    fn class(&self) -> &'static Type {
        &BYTEARRAY
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn len(&self, _vm: &mut Vm<'_>) -> Result<Option<usize>> {
        Ok(Some(self.0.borrow().len()))
    }

    fn item(&self, vm: &mut Vm<'_>, key: &Value) -> Result<Value> {
        if let Value::Slice(_) = key {
            let frozen = self.frozen(vm)?;
            let part = vm.item(&frozen, key)?;
            return Ok(made(bytes_of(&part).map(|bytes| bytes.to_vec()).unwrap_or_default()));
        }
        let index = self.index(vm, key)?;
        self.0.borrow().get(index).map(|byte| Value::Int(i64::from(*byte))).ok_or_else(out_of_range)
    }

    fn set_item(&self, vm: &mut Vm<'_>, key: &Value, value: Value) -> Result<()> {
        if let Value::Slice(slice) = key {
            let bytes = new::from_value(vm, &value)?;
            let length = self.0.borrow().len();
            let places = vm.places(slice, length)?;
            vm.take(bytes.len(), 1)?;
            vm.work(length / 16)?;
            let (start, end) = places.range();
            let mut own = self.0.borrow_mut();
            if places.step != 1 || end > own.len() {
                return Err(Stop::value_error("attempt to assign bytes to extended slice"));
            }
            own.splice(start..end, bytes.iter().copied());
            return Ok(());
        }
        let index = self.index(vm, key)?;
        let byte = byte(vm, &value, "byte must be in range(0, 256)")?;
        if let Some(place) = self.0.borrow_mut().get_mut(index) {
            *place = byte;
        }
        Ok(())
    }

    fn delete_item(&self, vm: &mut Vm<'_>, key: &Value) -> Result<()> {
        vm.work(self.0.borrow().len() / 16)?;
        if let Value::Slice(slice) = key {
            let length = self.0.borrow().len();
            let places = vm.places(slice, length)?;
            let doomed: std::collections::HashSet<usize> = places.iter().collect();
            let mut place = 0;
            self.0.borrow_mut().retain(|_| {
                place += 1;
                !doomed.contains(&(place - 1))
            });
            return Ok(());
        }
        let index = self.index(vm, key)?;
        self.0.borrow_mut().remove(index);
        Ok(())
    }

    fn contains(&self, vm: &mut Vm<'_>, item: &Value) -> Result<Option<bool>> {
        let frozen = self.frozen(vm)?;
        vm.contains(&frozen, item).map(Some)
    }

    fn iterate(&self, vm: &mut Vm<'_>) -> Result<Option<Box<dyn Iterate>>> {
        let frozen = self.frozen(vm)?;
        let bytes = bytes_of(&frozen).unwrap_or_else(|| Rc::from([]));
        Ok(Some(Box::new(Bytes { bytes, at: 0 })))
    }

    fn binary(&self, vm: &mut Vm<'_>, op: BinaryOp, other: &Value, reflected: bool) -> Result<Option<Value>> {
        let own = self.frozen(vm)?;
        let other = bytes_of(other).map_or_else(|| other.clone(), Value::Bytes);
        let sensible = matches!((op, &other), (BinaryOp::Add, Value::Bytes(_)) | (BinaryOp::Multiply, Value::Int(_) | Value::Bool(_)));
        if !sensible {
            return Ok(None);
        }
        let (left, right) = if reflected { (other, own) } else { (own, other) };
        let result = vm.binary(op, &left, &right)?;
        Ok(bytes_of(&result).map(|bytes| made(bytes.to_vec())))
    }

    fn compare(&self, vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        let Some(other) = bytes_of(other) else { return Ok(None) };
        let own = self.0.borrow();
        vm.work(own.len().min(other.len()) / 64)?;
        Ok(Some(op.holds(own.as_slice().cmp(&other))))
    }

    fn hash(&self, _vm: &mut Vm<'_>) -> Result<Option<u64>> {
        Err(Stop::type_error("unhashable type: 'bytearray'"))
    }

    fn repr(&self, vm: &mut Vm<'_>) -> Result<String> {
        let frozen = self.frozen(vm)?;
        Ok(format!("bytearray({})", vm.repr(&frozen)?))
    }
}

impl ByteArray {
    /// What it holds at this moment.
    fn frozen(&self, vm: &mut Vm<'_>) -> Result<Value> {
        vm.take(self.0.borrow().len(), 1)?;
        Ok(Value::Bytes(self.0.borrow().as_slice().into()))
    }

    fn index(&self, vm: &mut Vm<'_>, key: &Value) -> Result<usize> {
        match vm.find_index(key)? {
            Some(Value::Int(index)) => place(index, self.0.borrow().len()).ok_or_else(out_of_range),
            Some(_) => Err(out_of_range()),
            None => {
                let class = class_of(key);
                Err(Stop::type_error(format!("bytearray indices must be integers or slices, not {}", class.name())))
            }
        }
    }
}

fn append(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let value = args.one("append")?;
    let byte = byte(vm, &value, "byte must be in range(0, 256)")?;
    vm.allocate(1)?;
    this(receiver)?.0.borrow_mut().push(byte);
    Ok(Value::None)
}

fn extend(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let bytes = new::from_value(vm, &args.one("extend")?)?;
    vm.take(bytes.len(), 1)?;
    this(receiver)?.0.borrow_mut().extend_from_slice(&bytes);
    Ok(Value::None)
}

fn insert(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [index, value] = args.bind(&Spec::positional("insert", 2, ["index", "item"]))?;
    let index = vm.clamped(&index.unwrap_or(Value::None))?;
    let byte = byte(vm, &value.unwrap_or(Value::None), "byte must be in range(0, 256)")?;
    let mut bytes = this(receiver)?.0.borrow_mut();
    vm.work(bytes.len() / 64)?;
    vm.allocate(1)?;
    let length = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
    let index = if index < 0 { index.saturating_add(length).max(0) } else { index.min(length) };
    bytes.insert(usize::try_from(index).unwrap_or(0), byte);
    Ok(Value::None)
}

fn pop(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [index] = args.bind(&Spec::positional("pop", 0, ["index"]))?;
    let index = index.map_or(Ok(-1), |index| vm.index(&index))?;
    let mut bytes = this(receiver)?.0.borrow_mut();
    if bytes.is_empty() {
        return Err(Stop::raise(&exception::INDEX_ERROR, "pop from empty bytearray"));
    }
    vm.work(bytes.len() / 64)?;
    let place = place(index, bytes.len()).ok_or_else(|| Stop::raise(&exception::INDEX_ERROR, "pop index out of range"))?;
    Ok(Value::Int(i64::from(bytes.remove(place))))
}

fn remove(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let value = args.one("remove")?;
    let byte = byte(vm, &value, "byte must be in range(0, 256)")?;
    let mut bytes = this(receiver)?.0.borrow_mut();
    vm.work(bytes.len() / 16)?;
    let place = bytes.iter().position(|one| *one == byte).ok_or_else(|| Stop::value_error("value not found in bytearray"))?;
    bytes.remove(place);
    Ok(Value::None)
}

fn reverse(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("bytearray.reverse")?;
    let array = this(receiver)?;
    vm.work(array.0.borrow().len() / 16)?;
    array.0.borrow_mut().reverse();
    Ok(Value::None)
}

fn clear(_vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("bytearray.clear")?;
    this(receiver)?.0.borrow_mut().clear();
    Ok(Value::None)
}

fn copy(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("bytearray.copy")?;
    let array = this(receiver)?;
    vm.take(array.0.borrow().len(), 1)?;
    let bytes = array.0.borrow().clone();
    Ok(made(bytes))
}
