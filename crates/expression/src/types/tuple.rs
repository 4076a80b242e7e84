//! `tuple`

use crate::Type;

/// `tuple`
pub static TUPLE: Type = Type::new("tuple");
