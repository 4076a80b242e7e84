//! Devices that speak RADIUS.

use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

use crate::Provider;

/// Lets network devices check logins over RADIUS (RFC 2865), through an outpost.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Provider, path = "providers/radius", model = "authentik_providers_radius.radiusprovider", form = "ak-provider-radius-form",
    verbose = "Radius Provider", plural = "Radius Providers", requires = [authorization_flow, invalidation_flow], order = "name",
    search = [name, client_networks],
    filter = [authorization_flow__slug__iexact, client_networks__iexact, name__iexact]
)]
pub struct RadiusProvider {
    /// Networks whose devices may ask, in CIDR notation with commas between; of several that match, the narrowest counts.
    #[field(default = "0.0.0.0/0, ::/0")]
    pub client_networks: String,
    /// Secret that the devices share with the outpost; made when nobody says.
    #[field(default = "")]
    pub shared_secret: String,
    /// Names of the outposts that serve the provider.
    pub outpost_set: Computed<Vec<String>>,
    /// Take a code of a second factor behind the password, after a semicolon.
    #[field(default = true)]
    pub mfa_support: bool,
    /// Certificate of the server for EAP-TLS (RFC 5216); without one it is not offered.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = cascade)]
    pub certificate: Option<Uuid>,
}
