//! Mappings of SAML providers.

use vestibule_resource_derive::Resource;

use crate::PropertyMapping;

/// Makes one attribute of the assertions that a SAML provider issues. The expression knows the `user` and the `provider`, and may
/// yield several values.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PropertyMapping, model = "authentik_providers_saml.samlpropertymapping", path = "propertymappings/provider/saml",
    table = "saml_property_mapping", form = "ak-property-mapping-provider-saml-form",
    verbose = "SAML Provider Property Mapping", plural = "SAML Provider Property Mappings", order = "name", search = [name],
    filter = [friendly_name, "managed: managed in", managed__isnull, name, saml_name]
)]
pub struct SAMLPropertyMapping {
    /// Name of the attribute, usually a URI or an OID (SAML Core 2.7.3.1).
    pub saml_name: String,
    /// Name of the attribute for people. Left out of the assertion when null or empty.
    #[field(blank)]
    pub friendly_name: Option<String>,
}
