//! `str`

use crate::Type;

/// `str`
pub static STR: Type = Type::new("str");
