//! Words of SAML.

use vestibule_resource_derive::Choices;

/// How the identity provider is asked to name people (SAML Core, section 8.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "SAMLNameIDPolicyEnum")]
pub enum NameIdPolicy {
    /// By their e-mail address.
    #[choice(value = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress", label = "Email")]
    EmailAddress,
    /// By a name that stays the same and tells nothing.
    #[choice(value = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent", label = "Persistent")]
    Persistent,
    /// By the subject of their certificate.
    #[choice(value = "urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName", label = "X509")]
    X509SubjectName,
    /// By their name in a Windows domain.
    #[choice(value = "urn:oasis:names:tc:SAML:2.0:nameid-format:WindowsDomainQualifiedName", label = "Windows")]
    WindowsDomainQualifiedName,
    /// By another name each time.
    #[choice(value = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient", label = "Transient")]
    Transient,
    /// As it likes.
    #[choice(value = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified", label = "Unspecified")]
    Unspecified,
}

/// How visitors are sent to the identity provider (SAML Bindings, sections 3.4 and 3.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "BindingTypeEnum")]
pub enum BindingType {
    /// By an address.
    #[choice(value = "REDIRECT", label = "Redirect Binding")]
    Redirect,
    /// By a form that they send after they agreed.
    #[choice(value = "POST", label = "POST Binding")]
    Post,
    /// By a form that sends itself.
    #[choice(value = "POST_AUTO", label = "POST Binding with auto-confirmation")]
    PostAuto,
}
