//! Words of XML signatures that administrators choose from.

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
