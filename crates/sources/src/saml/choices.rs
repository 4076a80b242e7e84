//! Words of SAML and of XML signatures.

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

/// Digest of what is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "DigestAlgorithmEnum")]
pub enum DigestAlgorithm {
    /// SHA-1, which is broken; for systems that know nothing else.
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

/// Signature of that digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "SignatureAlgorithmEnum")]
pub enum SignatureAlgorithm {
    /// RSA with SHA-1, which is broken; for systems that know nothing else.
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
    /// ECDSA with SHA-1, which is broken; for systems that know nothing else.
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
    /// DSA with SHA-1, which is broken; for systems that know nothing else.
    #[choice(value = "http://www.w3.org/2000/09/xmldsig#dsa-sha1", label = "DSA-SHA1")]
    DsaSha1,
}
