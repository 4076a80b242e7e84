//! Mappings of OAuth 2 providers: one per scope.

use vestibule_resource_derive::Resource;

use crate::PropertyMapping;

/// Makes the claims that an application learns when it is granted a scope. The expression knows the `user`, the `provider` and the
/// `token`.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PropertyMapping, model = "authentik_providers_oauth2.scopemapping", path = "propertymappings/provider/scope",
    form = "ak-property-mapping-provider-scope-form", verbose = "Scope Mapping", plural = "Scope Mappings",
    order = [scope_name, name], search = [name, scope_name], display = "Scope Mapping {name} ({scope_name})",
    filter = ["managed: managed in", managed__isnull, name, scope_name]
)]
pub struct ScopeMapping {
    /// The scope, as applications ask for it (RFC 6749, section 3.3). Several mappings of one scope add up.
    pub scope_name: String,
    /// What people read when they are asked whether they agree. The scope is granted without a word when empty.
    #[field(blank)]
    pub description: String,
}
