//! The kinds of names by which SAML calls users; who names them and who is told share the words.

use vestibule_resource_derive::Choices;

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
