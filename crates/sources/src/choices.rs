//! Words that several types of source share.

use vestibule_resource_derive::Choices;

/// How somebody who comes from a source for the first time is matched with the users that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "UserMatchingModeEnum")]
pub enum UserMatchingMode {
    /// By the identifier alone: who is new is enrolled.
    Identifier,
    /// A user with the same e-mail address becomes theirs. Only for sources whose addresses can be trusted.
    EmailLink,
    /// A user with the same e-mail address keeps them out.
    EmailDeny,
    /// A user with the same name becomes theirs. Only for sources whose names can be trusted.
    UsernameLink,
    /// A user with the same name keeps them out.
    UsernameDeny,
}

/// How a group of a source that comes for the first time is matched with the groups that are there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "GroupMatchingModeEnum")]
pub enum GroupMatchingMode {
    /// By the identifier alone: a new one is made.
    Identifier,
    /// A group of the same name takes its part.
    NameLink,
    /// A group of the same name refuses it.
    NameDeny,
}

/// When what a synchronisation has changed is written on to outgoing providers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "SyncOutgoingTriggerModeEnum")]
pub enum SyncOutgoingTriggerMode {
    /// Never because of it.
    None,
    /// With each change.
    Immediate,
    /// Once, after the synchronisation.
    DeferredEnd,
}
