//! Hashes, which agree with `==`: `1`, `1.0` and `True` have the same.

use std::{
    hash::{BuildHasher, Hash, Hasher, RandomState},
    sync::LazyLock,
};

use num_traits::ToPrimitive;

use crate::{Result, Stop, Value, Vm};

/// Differs from process to process, so that nobody can prepare keys that collide. No order depends on it.
static KEYS: LazyLock<RandomState> = LazyLock::new(RandomState::new);

/// Hash of a text.
pub(crate) fn text_hash(text: &str) -> u64 {
    KEYS.hash_one(text)
}

/// Hash of a value that the program cannot have a say in; `None` for all others.
pub(crate) fn quick_hash(value: &Value) -> Option<u64> {
    Some(match value {
        Value::Str(text) => text_hash(text),
        Value::Bytes(bytes) => KEYS.hash_one(&bytes[..]),
        Value::None => 0x6e6f_6e65,
        Value::Bool(flag) => KEYS.hash_one(i64::from(*flag)),
        Value::Int(number) => KEYS.hash_one(*number),
        Value::Big(number) => KEYS.hash_one(&**number),
        Value::Float(number) => float_hash(*number),
        Value::Tuple(items) => {
            let mut hasher = KEYS.build_hasher();
            for item in &items[..] {
                quick_hash(item)?.hash(&mut hasher);
            }
            hasher.finish()
        }
        _ => return None,
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

impl Vm<'_> {
    /// `hash(value)`
    ///
    /// # Errors
    /// `TypeError` for what can change (lists, dictionaries, sets).
    pub fn hash(&mut self, value: &Value) -> Result<u64> {
        match quick_hash(value) {
            Some(hash) => Ok(hash),
            None => Err(Stop::type_error("unhashable")),
        }
    }
}
