//! What a system that writes here through SCIM is as a source.

use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

use crate::Source;

/// A system that writes its users and groups here by itself (SCIM 2.0, RFC 7644).
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Source, model = "authentik_sources_scim.scimsource", path = "sources/scim", table = "scim_source", lookup = "slug",
    form = "ak-source-scim-form", verbose = "SCIM Source", plural = "SCIM Sources",
    without = [
        promoted, authentication_flow, enrollment_flow, policy_engine_mode, user_matching_mode, icon, icon_url, icon_themed_urls
    ],
    order = "name", search = [name, slug, token__identifier, token__user__username], filter = [name, pbm_uuid, slug]
)]
pub struct SCIMSource {
    /// Address below which the system writes.
    pub root_url: Computed<String>,
    /// Token that the system proves with who it is. It is made with the source and stands for an account of the source's own.
    #[field(component = "Token")]
    pub token_obj: Computed<Json>,
    /// Key of that token.
    #[field(internal, to = "authentik_core.token", on_delete = cascade)]
    pub token: Option<Uuid>,
}
