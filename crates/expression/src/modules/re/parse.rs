//! From the text of a pattern to its parts, with Python's messages for what is wrong.

use super::{
    escape::Escape,
    syntax::{ASCII, Assert, DOTALL, IGNORECASE, Kind, LOCALE, MULTILINE, Node, One, UNICODE, VERBOSE, fold},
};

/// How deep groups may be nested.
const DEEPEST: usize = 80;

/// What is wrong with a pattern.
#[derive(Debug)]
pub(super) enum Wrong {
    /// A message, and where.
    At(String, Option<usize>),
    /// A repetition that is too large.
    TooOften,
    /// `(?a)(?u)`
    Incompatible,
    /// Groups in groups in groups.
    TooDeep,
}

pub(super) type Parsed<T> = Result<T, Wrong>;

/// Reads a pattern.
pub(super) struct Parser<'p> {
    pub(super) pattern: &'p [char],
    pub(super) at: usize,
    pub(super) flags: u32,
    pub(super) bytes: bool,
    /// Flags of the whole pattern, which groups in it cannot change back.
    pub(super) whole: u32,
    pub(super) names: Vec<(String, usize)>,
    /// The least and the greatest length of each group; `None` while it is open.
    pub(super) widths: Vec<Option<(u64, u64)>>,
    depth: usize,
    /// Groups that a condition asks for and that must exist in the end, and where it does.
    pub(super) asked: Vec<(usize, usize)>,
}

/// A whole pattern.
pub(super) struct Whole {
    pub(super) node: Node,
    pub(super) flags: u32,
    pub(super) groups: usize,
    pub(super) names: Vec<(String, usize)>,
}

/// Reads a pattern.
pub(super) fn parse(pattern: &[char], flags: u32, bytes: bool) -> Parsed<Whole> {
    let flags = if bytes || flags & ASCII != 0 { flags } else { flags | UNICODE };
    match attempt(pattern, flags, bytes) {
        // `(?x)` changes how the text before it is read: once more with the flag.
        Err(Err(more)) => attempt(pattern, flags | more, bytes).map_err(|wrong| wrong.err().unwrap_or(Wrong::TooDeep)),
        Err(Ok(wrong)) => Err(wrong),
        Ok(whole) => Ok(whole),
    }
    .map_err(|wrong| wrong)
}
