//! `range`

use crate::Type;

/// `range`
pub static RANGE: Type = Type::new("range");

/// Whole numbers at equal distances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The first.
    pub start: i64,
    /// Where it ends; not in it.
    pub stop: i64,
    /// Distance; never 0.
    pub step: i64,
}
