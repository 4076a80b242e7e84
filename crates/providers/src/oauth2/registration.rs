//! Clients that register themselves (RFC 7591).

use uuid::Uuid;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource::Links;
use vestibule_resource_derive::Resource;

use super::choices::GrantType;

/// Lets software register itself with a provider (RFC 7591), within these limits. Policies that are bound to it decide who may.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PolicyBindingModel, path = "providers/oauth2-dcr", model = "authentik_providers_oauth2.oauth2dynamicclientregistration",
    table = "oauth2_dynamic_client_registration", key = "pbm_uuid", key_as = "pbm_uuid",
    verbose = "OAuth2 Dynamic Client Registration", plural = "OAuth2 Dynamic Client Registrations", order = "provider", search = [provider__name],
    display = "OAuth2 Dynamic Client Registration {pbm_uuid}", filter = [provider]
)]
pub struct OAuth2DynamicClientRegistration {
    /// The provider that clients register with, and whose settings they get.
    #[field(to = "authentik_providers_oauth2.oauth2provider", on_delete = cascade, one_to_one)]
    pub provider: i64,
    /// Group of applications that new ones are shown in; empty for none.
    #[field(blank)]
    pub default_application_group: String,
    /// Authorization flow of new clients; the provider's when null.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub override_authorization_flow: Option<Uuid>,
    /// Invalidation flow of new clients; the provider's when null.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub override_invalidation_flow: Option<Uuid>,
    /// Mappings of new clients; the provider's when there are none.
    #[field(
        links(
            to = "authentik_core.propertymapping",
            table = "oauth2_dynamic_client_registration_override_property_mappings",
            mine = "registration",
            theirs = "propertymapping"
        ),
        blank
    )]
    pub override_property_mappings: Links,
    /// How long access tokens of new clients are good for, e.g. `hours=1`.
    #[field(kind = duration, default = "hours=1")]
    pub access_token_validity: String,
    /// How long refresh tokens of new clients are good for, e.g. `days=30`.
    #[field(kind = duration, default = "days=30")]
    pub refresh_token_validity: String,
    /// Ways to come by tokens that clients may register for.
    #[field(blank, default = json(r#"["authorization_code","refresh_token"]"#))]
    pub allowed_grant_types: Vec<GrantType>,
}
