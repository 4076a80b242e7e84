//! Applications that know nothing of logins: a proxy in front of them does.

use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::{Choices, Resource};

use crate::OAuth2Provider;

/// Protects an application that has no login of its own, by an outpost in front of it.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = OAuth2Provider, path = "providers/proxy", model = "authentik_providers_proxy.proxyprovider", form = "ak-provider-proxy-form",
    verbose = "Proxy Provider", plural = "Proxy Providers", order = "name", search = [name],
    without = [
        client_type, grant_types, client_secret, access_code_validity, refresh_token_threshold, include_claims_in_id_token, signing_key,
        encryption_key, logout_uri, logout_method, sub_mode, issuer_mode
    ],
    requires = [authorization_flow, invalidation_flow], fixed = [client_id, redirect_uris],
    filter = [
        authorization_flow__slug__iexact, basic_auth_enabled__iexact, basic_auth_password_attribute__iexact,
        basic_auth_user_attribute__iexact, certificate__kp_uuid__iexact, certificate__name__iexact, cookie_domain__iexact,
        external_host__iexact, internal_host__iexact, internal_host_ssl_validation__iexact, mode__iexact, name__iexact,
        "property_mappings__iexact: property_mappings", skip_path_regex__iexact
    ]
)]
pub struct ProxyProvider {
    /// Address of the application itself, which the outpost passes requests on to. Needed in the mode `proxy` only.
    #[field(kind = url, blank)]
    pub internal_host: String,
    /// Address under which people reach the application.
    #[field(kind = url)]
    pub external_host: String,
    /// Verify the certificate of the application itself.
    #[field(default = true)]
    pub internal_host_ssl_validation: bool,
    /// Certificate that the outpost shows to browsers; its own when null.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_null)]
    pub certificate: Option<Uuid>,
    /// Regular expressions, one a line, of paths that anybody may open without a login.
    #[field(blank)]
    pub skip_path_regex: String,
    /// Send the application a name and password by HTTP Basic authentication (RFC 7617), taken from attributes of the user.
    #[field(default = false)]
    pub basic_auth_enabled: bool,
    /// Attribute of the user or of a group that holds that password.
    #[field(blank)]
    pub basic_auth_password_attribute: String,
    /// Attribute of the user or of a group that holds that name; the user's address when empty.
    #[field(blank)]
    pub basic_auth_user_attribute: String,
    /// How requests get to the application.
    #[field(default = "proxy")]
    pub mode: ProxyMode,
    /// Look at the header `Authorization` of requests. When unset, it is passed on to the application as it is.
    #[field(default = true)]
    pub intercept_header_auth: bool,
    /// Domain for which the login is good, for the mode `forward_domain`; empty for the host alone.
    #[field(blank)]
    pub cookie_domain: String,
    /// Names of the outposts that serve the provider.
    pub outpost_set: Computed<Vec<String>>,
    /// Secret that the outpost signs its cookies with.
    #[field(internal, default = "")]
    pub cookie_secret: String,
}

/// How requests get to an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "ProxyMode")]
pub enum ProxyMode {
    /// Through the outpost.
    Proxy,
    /// Through another reverse proxy, which asks the outpost about each request.
    ForwardSingle,
    /// Through another reverse proxy, for all applications of a domain.
    ForwardDomain,
}
