//! `list`

use crate::Type;

/// `list`
pub static LIST: Type = Type::new("list");
