//! What is looked for, what is found, and what is remembered in between.

use super::{compile::Program, subject::Subject};

/// A place or a number that there is not.
pub(super) const NOWHERE: usize = usize::MAX;
/// Where a pattern was found.
#[derive(Clone)]
pub(super) struct Found {
    /// Start and end of each group, the whole one first; [`NOWHERE`] for those that took no part.
    pub(super) slots: Vec<usize>,
    /// The group that was closed last; 0 for none.
    pub(super) last: usize,
}

/// What is looked for, and where.
#[derive(Clone, Copy)]
pub(super) struct Search<'s> {
    pub(super) program: &'s Program,
    pub(super) subject: &'s Subject,
    /// From where.
    pub(super) start: usize,
    /// Up to where: the text counts as ending there.
    pub(super) end: usize,
    /// Whether it must begin at the start.
    pub(super) here: bool,
    /// Whether it must end at the end.
    pub(super) whole: bool,
    /// Whether an empty match at the start does not count, because there was one already.
    pub(super) advance: bool,
}

/// What to do when one way fails.
pub(super) enum Entry {
    /// Try from there.
    Choice(usize, usize),
    /// Try with one repetition less, down to the least place.
    Fewer { then: usize, least: usize, place: usize },
    /// Try with one repetition more.
    More { inst: usize, place: usize, left: usize },
    /// A group was elsewhere before.
    Slot(usize, usize),
    /// A number was another before.
    Register(usize, usize),
    /// Another group was the last before.
    Last(usize),
}
