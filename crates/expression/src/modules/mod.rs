//! The modules that can be imported. One file each; what is not listed here does not exist.

mod abc;
mod base64;
mod binascii;
mod bits;
mod copy;
pub mod datetime;
mod hashlib;
mod html;
pub mod ipaddress;
mod itertools;
mod json;
mod math;
mod native;
pub(crate) mod re;
mod record;
pub(crate) mod support;
mod time;
mod unicodedata;
mod urllib;
pub mod uuid;
mod written;
mod zoneinfo;

pub(crate) use written::import as written;

use crate::{Module, Result, Stop, Value, Vm, operate::class_of};

/// All that are written in Rust.
pub static MODULES: &[&Module] = &[
    &abc::MODULE,
    &base64::MODULE,
    &binascii::MODULE,
    &copy::MODULE,
    &datetime::MODULE,
    &hashlib::mac::MODULE,
    &hashlib::MODULE,
    &html::MODULE,
    &ipaddress::MODULE,
    &itertools::MODULE,
    &json::MODULE,
    &math::MODULE,
    &native::MODULE,
    &re::MODULE,
    &time::MODULE,
    &unicodedata::MODULE,
    &urllib::MODULE,
    &urllib::PACKAGE,
    &uuid::MODULE,
    &zoneinfo::CALENDAR,
    &zoneinfo::MODULE,
];

/// Whether there is a module of that name.
pub fn exists(name: &str) -> bool {
    MODULES.iter().any(|module| module.name == name) || written::exists(name)
}

/// A whole number that counts or indexes.
pub(crate) fn index(vm: &mut Vm<'_>, value: &Value) -> Result<i64> {
    if let Some(number) = value.as_int() {
        return Ok(number);
    }
    match vm.special(value, "__index__", Vec::new())? {
        Some(Value::Int(number)) => Ok(number),
        _ => Err(Stop::type_error(format!("'{}' object cannot be interpreted as an integer", class_of(value).name()))),
    }
}
