//! Proving who one is with a certificate.

use vestibule_flow::Stage;
use vestibule_resource::Links;
use vestibule_resource_derive::{Choices, Resource};

use crate::endpoints::StageMode;

/// What of a certificate names its holder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "CertAttributeEnum")]
pub enum CertAttribute {
    /// The whole subject (RFC 4514).
    Subject,
    /// The common name of the subject.
    CommonName,
    /// The e-mail address.
    Email,
}

/// What of a user is compared with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "UserAttributeEnum")]
pub enum UserAttribute {
    /// The user name.
    Username,
    /// The e-mail address.
    Email,
}

/// Takes the certificate that the visitor's browser shows as proof of who they are.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/mtls", model = "authentik_stages_mtls.mutualtlsstage", form = "ak-stage-mtls-form",
           verbose = "Mutual TLS Stage", order = "name", search = [name],
           filter = [name, stage_uuid, mode, certificate_authorities, cert_attribute, user_attribute])]
pub struct MutualTLSStage {
    /// Whether the visitor must have a certificate.
    #[field(required)]
    pub mode: StageMode,
    /// Certificates that must have signed it; those of the brand when there are none.
    #[field(
        blank,
        links(
            to = "authentik_crypto.certificatekeypair",
            table = "mutual_tls_stage_certificate_authorities",
            mine = "mutualtlsstage",
            theirs = "certificatekeypair"
        )
    )]
    pub certificate_authorities: Links,
    /// What of the certificate names its holder.
    #[field(required)]
    pub cert_attribute: CertAttribute,
    /// What of a user must be the same.
    #[field(required)]
    pub user_attribute: UserAttribute,
}
