//! The language of searches: `action = "login" and not_there != None`, the small language of Django's DjangoQL.
//!
//! A comparison is the dotted name of a value, an operator and a literal. Operators are `=`, `!=`, `>`, `>=`, `<`, `<=`, `~` and `!~`
//! (contains), `startswith`, `endswith`, `in (…)`, and the last three after `not`. Comparisons stand beside each other with `and`,
//! which binds tighter, and `or`, and within parentheses. Literals are texts in double quotes with the escapes of JSON, whole and
//! decimal numbers, `True`, `False` and `None`. Moments are texts: `created > "2026-01-31"`.
//!
//! A text that was understood is asked of an object as JSON ([`Filter::matches`]) or of the rows of a list.

mod condition;
mod matches;
mod parse;
#[cfg(test)]
mod tests;
mod token;

use std::fmt;

/// Longest text, in characters.
pub const LONGEST: usize = 4096;

/// A text that was understood.
#[derive(Debug, Clone, PartialEq)]
pub enum Filter {
    /// All of them hold.
    All(Vec<Filter>),
    /// One of them holds.
    Any(Vec<Filter>),
    /// A comparison.
    Is(Comparison),
}

/// One comparison.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// Dotted name of the value, `user.username`.
    pub name: String,
    /// The test must not hold.
    pub negated: bool,
    /// What is asked about the value.
    pub test: Test,
}

/// What is asked about a value. Nothing is true of a value that is not there but that it equals `None`.
#[derive(Debug, Clone, PartialEq)]
pub enum Test {
    /// It is one of these.
    In(Vec<Literal>),
    /// It comes before.
    Less(Literal),
    /// It comes before, or is the same.
    LessOrSame(Literal),
    /// It comes after.
    Greater(Literal),
    /// It comes after, or is the same.
    GreaterOrSame(Literal),
    /// It holds this text, whatever the case.
    Contains(String),
    /// It begins with this text, whatever the case.
    StartsWith(String),
    /// It ends with this text, whatever the case.
    EndsWith(String),
}

/// A value in a text.
#[derive(Debug, Clone, PartialEq)]
pub enum Literal {
    /// Text.
    Text(String),
    /// A whole number.
    Int(i64),
    /// Any other number.
    Float(f64),
    /// `True` or `False`.
    Bool(bool),
    /// `None`
    None,
}

/// Why a text is not understood, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadFilter {
    /// The character, from 1.
    pub at: usize,
    /// What is wrong there, in words.
    pub what: String,
}

impl fmt::Display for BadFilter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} at character {}.", self.what, self.at)
    }
}

impl std::error::Error for BadFilter {}

impl BadFilter {
    fn new(at: usize, what: impl Into<String>) -> Self {
        BadFilter { at, what: what.into() }
    }
}
