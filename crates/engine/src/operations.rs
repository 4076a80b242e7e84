//! Which of the regular operations exist.

/// A set of regular operations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Operations(u8);

impl Operations {
    /// None: only actions, or only shown inside others.
    pub const NONE: Operations = Operations(0);
    /// GET on the collection.
    pub const LIST: Operations = Operations(1);
    /// POST on the collection.
    pub const CREATE: Operations = Operations(1 << 1);
    /// GET on an object.
    pub const RETRIEVE: Operations = Operations(1 << 2);
    /// PUT on an object.
    pub const UPDATE: Operations = Operations(1 << 3);
    /// PATCH on an object.
    pub const PARTIAL: Operations = Operations(1 << 4);
    /// DELETE on an object.
    pub const DESTROY: Operations = Operations(1 << 5);
    /// What refers to an object.
    pub const USED_BY: Operations = Operations(1 << 6);
    /// All of them.
    pub const ALL: Operations = Operations((1 << 7) - 1);
    /// List and retrieve.
    pub const READ: Operations = Operations::LIST.with(Operations::RETRIEVE);

    /// These and those.
    #[must_use]
    pub const fn with(self, others: Operations) -> Self {
        Operations(self.0 | others.0)
    }

    /// These without those.
    #[must_use]
    pub const fn without(self, others: Operations) -> Self {
        Operations(self.0 & !others.0)
    }

    /// Whether all of those are among these.
    pub const fn has(self, others: Operations) -> bool {
        self.0 & others.0 == others.0
    }
}
