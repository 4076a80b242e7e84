//! `bytes`

use crate::Type;

/// `bytes`
pub static BYTES: Type = Type::new("bytes");
