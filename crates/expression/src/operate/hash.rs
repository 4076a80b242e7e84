//! Hashes, which agree with `==`: `1`, `1.0` and `True` have the same.

use std::{
    hash::{BuildHasher, Hash, Hasher, RandomState},
    rc::Rc,
    sync::LazyLock,
};

use num_traits::ToPrimitive;

use super::{
    class_of,
    equal::{defines, settled},
    plain,
};
use crate::{ClassRef, Result, Stop, Value, Vm, class::Callee};

/// Differs from process to process, so that nobody can prepare keys that collide. No order depends on it.
static KEYS: LazyLock<RandomState> = LazyLock::new(RandomState::new);

/// How many values a quick answer may look at.
const QUICK: u32 = 64;

/// Hash of a text.
pub(crate) fn text_hash(text: &str) -> u64 {
    KEYS.hash_one(text)
}

/// Hash of a value that the program cannot have a say in; `None` for all others. Cheap: looks at a few values at most.
pub(crate) fn quick_hash(value: &Value) -> Option<u64> {
    quick(value, &mut { QUICK })
}

fn quick(value: &Value, left: &mut u32) -> Option<u64> {
    *left = left.checked_sub(1)?;
    Some(match value {
        Value::Str(text) => text_hash(text),
        Value::Int(number) => KEYS.hash_one(*number),
        Value::Bool(flag) => KEYS.hash_one(i64::from(*flag)),
        Value::Bytes(bytes) => KEYS.hash_one(&bytes[..]),
        Value::Big(number) => KEYS.hash_one(&**number),
        Value::Float(number) => float_hash(*number),
        Value::Tuple(items) => {
            let mut hasher = KEYS.build_hasher();
            for item in &items[..] {
                quick(item, left)?.hash(&mut hasher);
            }
            hasher.finish()
        }
        Value::Instance(instance) => {
            settled(value, "__hash__").and_then(|value| settled(value, "__eq__"))?;
            match &instance.payload {
                Some(payload) => quick(payload, left)?,
                None => place(Rc::as_ptr(instance)),
            }
        }
        Value::List(_) | Value::Dict(_) | Value::Set(_) | Value::Object(_) | Value::Slice(_) | Value::Exception(_) => return None,
        identical => identity(identical),
    })
}

fn float_hash(number: f64) -> u64 {
    if number.fract() != 0.0 || !number.is_finite() {
        return KEYS.hash_one(number.to_bits());
    }
    match number.to_i64() {
        Some(whole) => KEYS.hash_one(whole),
        None => num_traits::FromPrimitive::from_f64(number).map_or(0, |big: num_bigint::BigInt| KEYS.hash_one(&big)),
    }
}

/// Hash of a place in memory, from which nobody learns the place.
pub(crate) fn place<T: ?Sized>(pointer: *const T) -> u64 {
    KEYS.hash_one(pointer.cast::<()>().addr())
}

/// Hash of what equals only itself; tells values that can change apart.
pub(crate) fn identity(value: &Value) -> u64 {
    match value {
        Value::Range(range) => match (range.count(), range.start, range.step) {
            (0, ..) => KEYS.hash_one(0),
            (1, start, _) => KEYS.hash_one((1, start)),
            whole => KEYS.hash_one(whole),
        },
        Value::Function(function) => place(Rc::as_ptr(function)),
        Value::Native(native) => place(std::ptr::from_ref(*native)),
        Value::Bound(bound) => {
            let callee = match &bound.callee {
                Callee::Method(method) => place(std::ptr::from_ref(*method)),
                Callee::Value(value) => identity(value),
            };
            KEYS.hash_one(callee)
        }
        Value::Class(ClassRef::Builtin(class)) => place(std::ptr::from_ref(*class)),
        Value::Class(ClassRef::User(class)) => place(Rc::as_ptr(class)),
        Value::Instance(instance) => place(Rc::as_ptr(instance)),
        Value::Exception(exception) => place(Rc::as_ptr(exception)),
        Value::Iter(iter) => place(Rc::as_ptr(iter)),
        Value::Generator(generator) => place(Rc::as_ptr(generator)),
        Value::Module(module) => place(std::ptr::from_ref(*module)),
        Value::Object(object) => place(Rc::as_ptr(object)),
        Value::List(items) => place(Rc::as_ptr(items)),
        Value::Dict(dict) => place(Rc::as_ptr(dict)),
        Value::Set(set) => place(Rc::as_ptr(set)),
        Value::Tuple(items) => place(Rc::as_ptr(items)),
        Value::Str(text) => place(std::sync::Arc::as_ptr(text)),
        Value::NotImplemented => 3,
        Value::Ellipsis => 2,
        _ => 1,
    }
}

impl Vm<'_> {
    /// `hash(value)`
    ///
    /// # Errors
    /// `TypeError` for what can change (lists, dictionaries, sets).
    pub fn hash(&mut self, value: &Value) -> Result<u64> {
        match value {
            Value::Str(text) => self.work(text.len() / 64)?,
            Value::Bytes(bytes) => self.work(bytes.len() / 64)?,
            Value::Big(number) => self.work(usize::try_from(number.bits() / 512).unwrap_or(usize::MAX))?,
            _ => {}
        }
        match quick_hash(value) {
            Some(hash) => Ok(hash),
            None => self.deeper(|vm| vm.full_hash(value)),
        }
    }

    fn full_hash(&mut self, value: &Value) -> Result<u64> {
        self.work(16)?;
        match value {
            Value::Tuple(items) => {
                // The quick way has looked at some already.
                self.work(QUICK as usize / 4)?;
                let mut hasher = KEYS.build_hasher();
                for item in &items[..] {
                    self.hash(item)?.hash(&mut hasher);
                }
                Ok(hasher.finish())
            }
            Value::Set(set) if set.frozen => {
                let items = set.items.borrow();
                self.work(items.len() / 4)?;
                let mixed = items.iter().fold(0_u64, |all, entry| all.wrapping_add(KEYS.hash_one(entry.hash)));
                Ok(KEYS.hash_one(mixed))
            }
            Value::Instance(_) | Value::Exception(_) => self.instance_hash(value),
            Value::Object(object) => Ok(object.hash(self)?.unwrap_or_else(|| identity(value))),
            _ => Err(unhashable(value)),
        }
    }

    fn instance_hash(&mut self, value: &Value) -> Result<u64> {
        let class = class_of(value);
        if let ClassRef::User(user) = &class
            && blocks_hashing(&user.order.borrow())
        {
            return Err(unhashable(value));
        }
        if defines(&class, "__hash__")
            && let Some(answer) = self.special(value, "__hash__", vec![])?
        {
            return match answer {
                Value::Int(_) | Value::Bool(_) | Value::Big(_) => self.hash(&answer),
                _ => Err(Stop::type_error("__hash__ method should return an integer")),
            };
        }
        match plain(value) {
            Value::Instance(_) | Value::Exception(_) => Ok(identity(value)),
            payload => self.hash(payload).map_err(|stop| match stop {
                Stop::Raise(_) if matches!(payload, Value::List(_) | Value::Dict(_) | Value::Set(_)) => unhashable(value),
                stop => stop,
            }),
        }
    }
}

/// Whether the first class that has a say defines `==` and not how to hash.
fn blocks_hashing(order: &[ClassRef]) -> bool {
    for class in order {
        let ClassRef::User(class) = class else { continue };
        let members = class.members.borrow();
        match (members.text("__hash__"), members.text("__eq__")) {
            (Some(hash), _) => return hash.is_none(),
            (None, Some(_)) => return true,
            (None, None) => {}
        }
    }
    false
}

fn unhashable(value: &Value) -> Stop {
    Stop::type_error(format!("unhashable type: '{}'", class_of(value).name()))
}
