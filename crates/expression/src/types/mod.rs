//! The built-in types: what each can do, as tables.

pub mod bytes;
pub mod descriptor;
pub mod dict;
pub mod exception;
pub mod float;
pub mod function;
pub mod generator;
pub mod int;
pub mod iterator;
pub mod list;
pub(crate) mod object;
pub mod proxy;
mod raised;
pub mod range;
pub mod set;
mod slice;
mod special;
pub mod str;
pub mod tuple;
pub(crate) mod union;
pub(crate) mod view;

pub use slice::SLICE;

use crate::Type;

/// `object`
pub static OBJECT: Type =
    Type { new: Some(object::new_object), methods: object::METHODS, functions: object::FUNCTIONS, ..Type::new("object") };
/// `type`
pub static TYPE: Type = Type { new: Some(object::type_of), ..Type::new("type") };
/// Type of `None`
pub static NONE: Type = Type::new("NoneType");
/// Type of `...`
pub static ELLIPSIS: Type = Type::new("ellipsis");
/// Type of `NotImplemented`
pub static NOT_IMPLEMENTED: Type = Type::new("NotImplementedType");
/// Type of modules
pub static MODULE: Type = Type::new("module");
/// Type of shared variables, which programs never see
pub static CELL: Type = Type::new("cell");
