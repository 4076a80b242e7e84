//! What a text is compiled to. Shared between threads: no values of a running program are in it.

use std::sync::Arc;

/// A compiled expression. Cheap to clone; may be kept as long as its text does not change.
#[derive(Clone, Debug)]
pub struct Program(pub(crate) Arc<Code>);

/// The instructions of one function.
#[derive(Debug, Default)]
pub(crate) struct Code {}
