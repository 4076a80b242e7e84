//! Words of OAuth 2.0 and OpenID Connect that administrators choose from.

use vestibule_resource_derive::Choices;

/// Whether a client can keep a secret (RFC 6749, section 2.1).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "ClientTypeEnum")]
pub enum ClientType {
    /// It can: it runs on a server.
    Confidential,
    /// It cannot: it runs in a browser or on a device of its user.
    Public,
}

/// A way to come by tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "GrantTypeEnum")]
pub enum GrantType {
    /// A code that came through the browser is exchanged for tokens (RFC 6749, section 4.1).
    AuthorizationCode,
    /// Tokens come through the browser themselves (RFC 6749, section 4.2).
    Implicit,
    /// Some tokens come through the browser, the others for a code (OpenID Connect Core, section 3.3).
    Hybrid,
    /// A refresh token is exchanged for new tokens (RFC 6749, section 6).
    RefreshToken,
    /// The client speaks for itself (RFC 6749, section 4.4).
    ClientCredentials,
    /// The client sends the name of a user and an app password (RFC 6749, section 4.3).
    Password,
    /// The user enters a code elsewhere that the device shows (RFC 8628).
    #[choice(value = "urn:ietf:params:oauth:grant-type:device_code", label = "Device Code")]
    DeviceCode,
    /// A token is exchanged for another (RFC 8693).
    #[choice(value = "urn:ietf:params:oauth:grant-type:token-exchange", label = "Token Exchange")]
    TokenExchange,
}

/// What identifies the user in the `sub` of tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "SubModeEnum")]
pub enum SubMode {
    /// The digest by which other systems know the user.
    #[choice(label = "Based on the Hashed User ID")]
    HashedUserId,
    /// The user's number.
    #[choice(label = "Based on user ID")]
    UserId,
    /// The user's UUID.
    #[choice(label = "Based on user UUID")]
    UserUuid,
    /// The name that the user logs in with, which may change.
    #[choice(label = "Based on the username")]
    UserUsername,
    /// The user's address, which may change.
    #[choice(label = "Based on the User's Email.")]
    UserEmail,
    /// The attribute `upn` of the user.
    #[choice(label = "Based on the User's UPN.")]
    UserUpn,
}

/// Who says to have issued the tokens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "IssuerModeEnum")]
pub enum IssuerMode {
    /// The server, the same for all applications.
    #[choice(label = "Same identifier is used for all providers")]
    Global,
    /// Each application its own.
    #[choice(label = "Each provider has a different issuer, based on the application slug.")]
    PerProvider,
}

/// How the application learns that somebody logged out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "OAuth2ProviderLogoutMethodEnum")]
pub enum LogoutMethod {
    /// The server tells it (OpenID Connect Back-Channel Logout).
    #[choice(label = "Back-channel")]
    Backchannel,
    /// The browser tells it (OpenID Connect Front-Channel Logout).
    #[choice(label = "Front-channel")]
    Frontchannel,
}
