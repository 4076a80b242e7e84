//! Words of directories that are kept in step.

use vestibule_resource_derive::Choices;

/// What becomes of an account or group in the other directory that is no longer here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "OutgoingSyncDeleteAction")]
pub enum DeleteAction {
    /// It stays.
    DoNothing,
    /// It is deleted.
    Delete,
    /// It is suspended.
    Suspend,
}
