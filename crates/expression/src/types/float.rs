//! `float`

use crate::Type;

/// `float`
pub static FLOAT: Type = Type::new("float");
