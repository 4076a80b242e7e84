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

/// What kind of name identifies the user (SAML core, section 8.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "SAMLNameIDPolicyEnum")]
pub enum NameIdPolicy {
    /// Their address.
    #[choice(value = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress", label = "Email")]
    Email,
    /// A name that stays the same.
    #[choice(value = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", label = "Persistent")]
    Persistent,
    /// The subject of their certificate.
    #[choice(value = "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName", label = "X509")]
    X509,
    /// Their name in a Windows domain.
    #[choice(value = "urn:oasis:names:tc:SAML:2.0:nameid-format:WindowsDomainQualifiedName", label = "Windows")]
    Windows,
    /// A name for this one session.
    #[choice(value = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient", label = "Transient")]
    Transient,
    /// Whatever the server finds fit.
    #[choice(value = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified", label = "Unspecified")]
    Unspecified,
}
