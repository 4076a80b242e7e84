//! What can happen.

use vestibule_resource_derive::Choices;

/// What happened. Expressions tell of more, in words of their own that begin with `custom_`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "EventActions")]
pub enum EventAction {
    /// Somebody logged in.
    Login,
    /// Somebody did not get in.
    LoginFailed,
    /// Somebody logged out.
    Logout,
    /// A flow made or changed a user.
    UserWrite,
    /// A user left the organisation.
    UserOffboarded,
    /// A request looked like an attack.
    SuspiciousRequest,
    /// A password was set.
    PasswordSet,
    /// Somebody looked at a secret.
    SecretView,
    /// A secret was replaced by a new one.
    SecretRotate,
    /// An invitation let somebody in.
    InvitationUsed,
    /// Somebody entered an application.
    AuthorizeApplication,
    /// A user was tied to an account elsewhere.
    SourceLinked,
    /// An administrator began to act as somebody else.
    ImpersonationStarted,
    /// An administrator ceased to act as somebody else.
    ImpersonationEnded,
    /// A flow was gone through.
    FlowExecution,
    /// A policy was asked.
    PolicyExecution,
    /// A policy failed to decide.
    PolicyException,
    /// A property mapping failed.
    PropertyMappingException,
    /// A task of the server ran.
    SystemTaskExecution,
    /// A task of the server failed.
    SystemTaskException,
    /// The server itself failed.
    SystemException,
    /// Something is configured so that it cannot work.
    ConfigurationError,
    /// Something is configured so that it will soon not work.
    ConfigurationWarning,
    /// An object was made.
    ModelCreated,
    /// An object was changed.
    ModelUpdated,
    /// An object was deleted.
    ModelDeleted,
    /// A mail was sent.
    EmailSent,
    /// A newer release is out.
    UpdateAvailable,
    /// An export can be downloaded.
    ExportReady,
    /// A review was asked for.
    ReviewInitiated,
    /// A review is late.
    ReviewOverdue,
    /// A reviewer agreed.
    ReviewAttested,
    /// A review is done.
    ReviewCompleted,
    /// Somebody asked for access.
    AccessRequestCreated,
    /// A request for access was granted.
    AccessRequestApproved,
    /// A request for access was refused.
    AccessRequestDenied,
    /// Access that was granted on request was taken back.
    AccessRequestRevoked,
    /// Whatever an expression tells of.
    #[choice(value = "custom_", label = "Custom Action Prefix")]
    Custom,
}
