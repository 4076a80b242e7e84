//! The modules that can be imported. One file each; what is not listed here does not exist.

use crate::Module;

/// All of them.
pub static MODULES: &[&Module] = &[];
