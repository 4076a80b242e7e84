//! Values as text: `repr`, `str`, format specifications, `%` and `.format`.

mod container;
pub(crate) mod fields;
pub(crate) mod float;
pub(crate) mod number;
mod percent;
pub(crate) mod quote;
mod repr;
pub(crate) mod spec;
mod value;

pub(crate) use quote::ascii;
pub(crate) use repr::{MOST_DIGITS, address, full_name};
