//! Words of SAML 2.0 that administrators choose from.

use vestibule_resource_derive::Choices;

/// How messages travel (SAML bindings, sections 3.4 and 3.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "SAMLBindingsEnum")]
pub enum Binding {
    /// In the address that the browser is sent to.
    Redirect,
    /// In a form that the browser sends.
    Post,
}

/// How the application learns that somebody logged out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "SAMLLogoutMethods")]
pub enum LogoutMethod {
    /// Over hidden frames in the browser.
    #[choice(label = "Front-channel (Iframe)")]
    FrontchannelIframe,
    /// Over the browser, which goes there and comes back.
    #[choice(label = "Front-channel (Native)")]
    FrontchannelNative,
    /// From server to server, which needs the binding by form.
    #[choice(label = "Back-channel (POST)")]
    Backchannel,
}
