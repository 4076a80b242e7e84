//! What a brand is.

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource::Links;
use vestibule_resource_derive::Resource;

/// How the server looks and which flows it uses under one domain.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_brands.brand", table = "brand", path = "core/brands", key = "brand_uuid", key_as = "brand_uuid",
    verbose = "Brand", plural = "Brands", order = "domain", search = [domain, branding_title, web_certificate__name, client_certificates__name],
    display = "Brand {domain}",
    filter = [
        brand_uuid, branding_default_flow_background, branding_favicon, branding_logo, branding_title, client_certificates, "default: default",
        domain, flow_authentication, flow_device_code, flow_invalidation, flow_lockdown, flow_recovery, flow_request, flow_unenrollment,
        flow_user_settings, flow_user_switch, web_certificate
    ]
)]
pub struct Brand {
    /// Identifier that names the brand for ever.
    #[field(read_only, default = uuid)]
    pub brand_uuid: Uuid,
    /// Domain; the brand is used for it and for every domain below it. Of several that fit, the longest wins.
    #[field(unique = "plain")]
    pub domain: String,
    /// Used when no domain fits. One brand at most.
    #[field(default = false)]
    pub default: bool,
    /// Name of the service, as people read it.
    #[field(default = "authentik")]
    pub branding_title: String,
    /// Address of the logo. `%(theme)s` in it becomes `light` or `dark`.
    #[field(default = "/static/dist/assets/icons/icon_left_brand.svg")]
    pub branding_logo: String,
    /// Address of the icon. `%(theme)s` in it becomes `light` or `dark`.
    #[field(default = "/static/dist/assets/icons/icon.png")]
    pub branding_favicon: String,
    /// CSS that every page adds.
    #[field(blank)]
    pub branding_custom_css: String,
    /// Address of the picture behind flows that have none of their own.
    #[field(default = "/static/dist/assets/images/flow_background.jpg")]
    pub branding_default_flow_background: String,
    /// Address of the tiles of maps; empty means none.
    #[field(blank)]
    pub branding_map_tiles: String,
    /// Flow to log in with; when null, the first that fits.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub flow_authentication: Option<Uuid>,
    /// Flow to change to another account with.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub flow_user_switch: Option<Uuid>,
    /// Flow to log out with; when null, the first that fits.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub flow_invalidation: Option<Uuid>,
    /// Flow to set a forgotten password with; when null, there is no such way.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub flow_recovery: Option<Uuid>,
    /// Flow to delete one's own account with; when null, there is no such way.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub flow_unenrollment: Option<Uuid>,
    /// Flow to change one's own settings with; when null, there is no such way.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub flow_user_settings: Option<Uuid>,
    /// Flow to let a device without a browser in with; when null, there is no such way.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub flow_device_code: Option<Uuid>,
    /// Flow to lock an account with; when null, there is no such way.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub flow_lockdown: Option<Uuid>,
    /// Flow to ask for access with; when null, there is no such way.
    #[field(to = "authentik_flows.flow", on_delete = set_null)]
    pub flow_request: Option<Uuid>,
    /// Application that external users are led to after login.
    #[field(to = "authentik_core.application", on_delete = set_default)]
    pub default_application: Option<Uuid>,
    /// Certificate for connections to this domain.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_default)]
    pub web_certificate: Option<Uuid>,
    /// Certificates whose holders may log in with a client certificate.
    #[field(
        links(to = "authentik_crypto.certificatekeypair", table = "brand_client_certificates", mine = "brand", theirs = "certificate"),
        blank
    )]
    pub client_certificates: Links,
    /// Values of the organisation's own, by name; everybody under the domain inherits them.
    pub attributes: Map<String, Json>,
}
