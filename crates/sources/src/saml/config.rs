//! What a SAML identity provider is as a source.

use uuid::Uuid;
use vestibule_core::NameIdPolicy;
use vestibule_crypto::{DigestAlgorithm, SignatureAlgorithm};
use vestibule_resource::{Computed, Pattern};
use vestibule_resource_derive::Resource;

use super::BindingType;
use crate::{GroupMatchingMode, Source};

/// An address of the web; its host may be a bare name, as inside of an organisation.
static ADDRESS: Pattern = Pattern { regex: r"^(?i)https?://[^\s/?#@]+([/?#]\S*)?$", message: "Enter a valid URL." };

/// People log in at an identity provider that speaks SAML 2.0.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Source, model = "authentik_sources_saml.samlsource", path = "sources/saml", table = "saml_source", lookup = "slug",
    form = "ak-source-saml-form", verbose = "SAML Source", plural = "SAML Sources", order = "name", search = [name, slug],
    filter = [
        allow_idp_initiated, authentication_flow, binding_type, digest_algorithm, enabled, enrollment_flow, force_authn,
        issuer_override, managed, name, name_id_policy, pbm_uuid, policy_engine_mode, pre_authentication_flow, signature_algorithm,
        signed_assertion, signed_response, signing_kp, slo_url, slug, sso_url, temporary_user_delete_after, user_matching_mode,
        verification_kp
    ]
)]
pub struct SAMLSource {
    /// Address of the icon.
    pub icon_url: Computed<String>,
    /// How groups that come for the first time are matched with those that are there.
    #[field(default = "identifier")]
    pub group_matching_mode: GroupMatchingMode,
    /// Flow that visitors go through before they are sent to the identity provider.
    #[field(to = "authentik_flows.flow", on_delete = cascade)]
    pub pre_authentication_flow: Uuid,
    /// Name by which the identity provider knows this system; the one made of this system's address when empty.
    #[field(blank)]
    pub issuer_override: String,
    /// The name made of this system's address.
    pub url_issuer: Computed<String>,
    /// Address that visitors are sent to, to log in.
    #[field(kind = url, pattern = ADDRESS)]
    pub sso_url: String,
    /// Address that visitors are sent to, to log out everywhere; they are not when null or empty.
    #[field(kind = url, pattern = ADDRESS, blank)]
    pub slo_url: Option<String>,
    /// Accept people whom the identity provider sends without being asked. Others can then log somebody in as themselves.
    #[field(default = false)]
    pub allow_idp_initiated: bool,
    /// Ask the identity provider to let people prove who they are each time.
    #[field(default = false)]
    pub force_authn: bool,
    /// How the identity provider is asked to name people.
    #[field(default = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent")]
    pub name_id_policy: NameIdPolicy,
    /// How visitors are sent to the identity provider.
    #[field(default = "REDIRECT")]
    pub binding_type: BindingType,
    /// Certificate that signatures of the identity provider are checked with.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_null)]
    pub verification_kp: Option<Uuid>,
    /// Certificate, with its private key, that requests are signed with; they are not signed when null.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_null)]
    pub signing_kp: Option<Uuid>,
    /// Digest of what is signed.
    #[field(default = "http://www.w3.org/2001/04/xmlenc#sha256")]
    pub digest_algorithm: DigestAlgorithm,
    /// Signature of that digest.
    #[field(default = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")]
    pub signature_algorithm: SignatureAlgorithm,
    /// How long users that stand for a transient name are kept after they were last here, `days=1`.
    #[field(kind = duration, default = "days=1")]
    pub temporary_user_delete_after: String,
    /// Certificate, with its private key, that assertions are encrypted for; they come in clear when null.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_null)]
    pub encryption_kp: Option<Uuid>,
    /// Accept signed assertions only.
    #[field(default = true)]
    pub signed_assertion: bool,
    /// Accept signed responses only.
    #[field(default = false)]
    pub signed_response: bool,
}
