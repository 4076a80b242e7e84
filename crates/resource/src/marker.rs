//! Types of struct fields that hold no column: they document and order what an answer shows, and take no space in a row.

use std::marker::PhantomData;

/// A value of shape `T` that is worked out when the object is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Computed<T>(PhantomData<T>);

/// The keys of linked objects of another resource.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Links;

/// A related object (or several) shown inside the answer.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Nest;

impl<T> Computed<T> {
    /// The marker's only value.
    pub const fn new() -> Self {
        Computed(PhantomData)
    }
}

impl<T> Default for Computed<T> {
    fn default() -> Self {
        Computed::new()
    }
}
