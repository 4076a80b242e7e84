//! A function that runs.

/// A function that runs, or waits at a `yield`.
pub struct Frame {}
