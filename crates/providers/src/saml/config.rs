//! Applications that speak SAML 2.0.

use uuid::Uuid;
use vestibule_core::NameIdPolicy;
use vestibule_crypto::{DigestAlgorithm, SignatureAlgorithm};
use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

use super::choices::{Binding, LogoutMethod};
use crate::Provider;

/// Lets applications log people in with SAML 2.0.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Provider, path = "providers/saml", model = "authentik_providers_saml.samlprovider", form = "ak-provider-saml-form",
    verbose = "SAML Provider", plural = "SAML Providers", requires = [authorization_flow, invalidation_flow], order = "name",
    search = [name],
    filter = [
        acs_url, assertion_valid_not_before, assertion_valid_not_on_or_after, audience, authentication_flow,
        authn_context_class_ref_mapping, authorization_flow, backchannel_application, default_name_id_policy, default_relay_state,
        digest_algorithm, encryption_kp, invalidation_flow, is_backchannel, issuer_override, logout_method, name, name_id_mapping,
        property_mappings, session_valid_not_on_or_after, sign_assertion, sign_logout_request, sign_logout_response, sign_response,
        signature_algorithm, signing_kp, sls_binding, sls_url, sp_binding, verification_kp
    ]
)]
pub struct SAMLProvider {
    /// Address of the application to which assertions are sent (assertion consumer service).
    #[field(kind = url)]
    pub acs_url: String,
    /// Address of the application that is told when somebody logs out (single logout service). Empty: it is not told.
    #[field(kind = url, blank)]
    pub sls_url: String,
    /// Entity ID of the application, for which assertions are meant. Empty: assertions name no audience.
    #[field(blank)]
    pub audience: String,
    /// Entity ID under which the server speaks to this application. Empty: the address of its metadata.
    #[field(blank)]
    pub issuer_override: String,
    /// From when on an assertion is good, counted from now; negative for clocks that are slow, e.g. `minutes=-5`.
    #[field(kind = duration, default = "minutes=-5")]
    pub assertion_valid_not_before: String,
    /// How long an assertion is good, e.g. `minutes=5`.
    #[field(kind = duration, default = "minutes=5")]
    pub assertion_valid_not_on_or_after: String,
    /// After what time the application should end the session, e.g. `minutes=86400`.
    #[field(kind = duration, default = "minutes=86400")]
    pub session_valid_not_on_or_after: String,
    /// Mapping that makes the name of the user. When null, it is made as the application or `default_name_id_policy` asks.
    #[field(to = "authentik_providers_saml.samlpropertymapping", on_delete = set_default)]
    pub name_id_mapping: Option<Uuid>,
    /// Mapping that tells how the user logged in. When null, it follows from the stages they went through.
    #[field(to = "authentik_providers_saml.samlpropertymapping", on_delete = set_default)]
    pub authn_context_class_ref_mapping: Option<Uuid>,
    /// Digest that signatures are made over.
    #[field(default = "http://www.w3.org/2001/04/xmlenc#sha256")]
    pub digest_algorithm: DigestAlgorithm,
    /// How signatures are made; it must fit the type of the key.
    #[field(default = "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256")]
    pub signature_algorithm: SignatureAlgorithm,
    /// Key pair that signs what is sent to the application; nothing is signed when null.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_null)]
    pub signing_kp: Option<Uuid>,
    /// Certificate that requests of the application must be signed with. When null, signatures are not asked for.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_null)]
    pub verification_kp: Option<Uuid>,
    /// Certificate that assertions are encrypted for; they are not when null.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_null)]
    pub encryption_kp: Option<Uuid>,
    /// Sign assertions.
    #[field(default = true)]
    pub sign_assertion: bool,
    /// Sign responses as a whole.
    #[field(default = false)]
    pub sign_response: bool,
    /// Sign requests to log out.
    #[field(default = false)]
    pub sign_logout_request: bool,
    /// Sign answers to requests to log out.
    #[field(default = false)]
    pub sign_logout_response: bool,
    /// How assertions travel to the application.
    #[field(default = "redirect")]
    pub sp_binding: Binding,
    /// How messages about logging out travel to the application.
    #[field(default = "redirect")]
    pub sls_binding: Binding,
    /// How the application is told that somebody logged out.
    #[field(default = "frontchannel_iframe")]
    pub logout_method: LogoutMethod,
    /// Relay state of logins that begin here instead of in the application.
    #[field(blank)]
    pub default_relay_state: String,
    /// Kind of name that identifies the user when the application asks for none.
    #[field(default = "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified")]
    pub default_name_id_policy: NameIdPolicy,
    /// Address under which the metadata can be saved to a file.
    pub url_download_metadata: Computed<String>,
    /// Entity ID under which the server speaks to this application.
    pub url_issuer: Computed<String>,
    /// Address that takes requests of the application, whatever they ask for and however they travel.
    pub url_unified: Computed<String>,
    /// Address that begins a login here.
    pub url_unified_init: Computed<String>,
    /// Address that takes requests to log in, by form.
    pub url_sso_post: Computed<String>,
    /// Address that takes requests to log in, in the address.
    pub url_sso_redirect: Computed<String>,
    /// Address that begins a login here.
    pub url_sso_init: Computed<String>,
    /// Address that takes requests to log out, by form.
    pub url_slo_post: Computed<String>,
    /// Address that takes requests to log out, in the address.
    pub url_slo_redirect: Computed<String>,
}
