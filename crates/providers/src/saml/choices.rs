//! Words of SAML 2.0 and XML signatures that administrators choose from.

use vestibule_resource_derive::Choices;

/// Digest that a signature is made over (XML Signature, section 6.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "DigestAlgorithmEnum")]
pub enum DigestAlgorithm {
    /// SHA-1: broken, for applications that know nothing else.
    #[choice(value = "http://www.w3.org/2000/09/xmldsig#sha1", label = "SHA1")]
    Sha1,
    /// SHA-256.
    #[choice(value = "http://www.w3.org/2001/04/xmlenc#sha256", label = "SHA256")]
    Sha256,
    /// SHA-384.
    #[choice(value = "http://www.w3.org/2001/04/xmldsig-more#sha384", label = "SHA384")]
    Sha384,
    /// SHA-512.
    #[choice(value = "http://www.w3.org/2001/04/xmlenc#sha512", label = "SHA512")]
    Sha512,
}

/// Signature (XML Signature, section 6.4); it must fit the type of the key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "SignatureAlgorithmEnum")]
pub enum SignatureAlgorithm {
    /// RSA with SHA-1: broken, for applications that know nothing else.
    #[choice(value = "http://www.w3.org/2000/09/xmldsig#rsa-sha1", label = "RSA-SHA1")]
    RsaSha1,
    /// RSA with SHA-256.
    #[choice(value = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256", label = "RSA-SHA256")]
    RsaSha256,
    /// RSA with SHA-384.
    #[choice(value = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha384", label = "RSA-SHA384")]
    RsaSha384,
    /// RSA with SHA-512.
    #[choice(value = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha512", label = "RSA-SHA512")]
    RsaSha512,
    /// ECDSA with SHA-1: broken, for applications that know nothing else.
    #[choice(value = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1", label = "ECDSA-SHA1")]
    EcdsaSha1,
    /// ECDSA with SHA-256.
    #[choice(value = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256", label = "ECDSA-SHA256")]
    EcdsaSha256,
    /// ECDSA with SHA-384.
    #[choice(value = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384", label = "ECDSA-SHA384")]
    EcdsaSha384,
    /// ECDSA with SHA-512.
    #[choice(value = "http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512", label = "ECDSA-SHA512")]
    EcdsaSha512,
    /// DSA with SHA-1: broken, for applications that know nothing else.
    #[choice(value = "http://www.w3.org/2000/09/xmldsig#dsa-sha1", label = "DSA-SHA1")]
    DsaSha1,
}

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
