//! Functions of the program.

/// A function that the program defined: its code, the values of its defaults, the variables it shares.
pub struct Function {}
