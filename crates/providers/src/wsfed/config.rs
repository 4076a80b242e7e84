//! Applications that speak WS-Federation.

use vestibule_resource::Computed;
use vestibule_resource_derive::{Choices, Resource};

use crate::SAMLProvider;

/// Lets applications log people in with WS-Federation 1.2 and SAML assertions.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = SAMLProvider, path = "providers/wsfed", model = "authentik_providers_ws_federation.wsfederationprovider",
    table = "wsfederation_provider", form = "ak-provider-wsfed-form", verbose = "WS-Federation Provider",
    plural = "WS-Federation Providers", requires = [authorization_flow, invalidation_flow], order = "name", search = [name],
    without = [
        acs_url, sls_url, audience, issuer_override, verification_kp, sign_response, sign_logout_response, sp_binding, sls_binding,
        logout_method, default_relay_state, url_unified, url_unified_init, url_sso_post, url_sso_redirect, url_sso_init, url_slo_post,
        url_slo_redirect
    ],
    filter = [
        acs_url, assertion_valid_not_before, assertion_valid_not_on_or_after, audience, authentication_flow,
        authn_context_class_ref_mapping, authorization_flow, backchannel_application, default_name_id_policy, default_relay_state,
        digest_algorithm, encryption_kp, invalidation_flow, is_backchannel, issuer_override, logout_method, name, name_id_mapping,
        property_mappings, saml_version, session_valid_not_on_or_after, sign_assertion, sign_logout_request, sign_logout_response,
        sign_response, signature_algorithm, signing_kp, sls_binding, sls_url, sp_binding, verification_kp
    ]
)]
pub struct WSFederationProvider {
    /// Address of the application to which tokens are sent. It is kept as the address for assertions of SAML.
    #[field(kind = url)]
    pub reply_url: String,
    /// Name of the application (`wtrealm`), for which tokens are meant. It is kept as the audience of SAML.
    pub wtrealm: String,
    /// Version of SAML that the assertion in a token has.
    #[field(default = "2.0")]
    pub saml_version: SamlVersion,
    /// Address that takes requests to log in and to log out.
    pub url_wsfed: Computed<String>,
}

/// A version of SAML.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "SamlVersionEnum")]
pub enum SamlVersion {
    /// SAML 1.1.
    #[choice(value = "1.1", label = "SAML 1.1")]
    One,
    /// SAML 2.0.
    #[choice(value = "2.0", label = "SAML 2.0")]
    Two,
}
