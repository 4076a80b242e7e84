//! `dict`

use crate::Type;

/// `dict`
pub static DICT: Type = Type::new("dict");
