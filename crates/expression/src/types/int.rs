//! `int` and `bool`

use crate::Type;

/// `int`
pub static INT: Type = Type::new("int");
/// `bool`
pub static BOOL: Type = Type { base: Some(&INT), ..Type::new("bool") };
