//! What Plex is as a source.

use vestibule_resource::Computed;
use vestibule_resource_derive::Resource;

use crate::{GroupMatchingMode, Source};

/// People log in with their Plex account when it is a friend's, or one of a server that is allowed.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Source, model = "authentik_sources_plex.plexsource", path = "sources/plex", lookup = "slug",
    form = "ak-source-plex-form", verbose = "Plex Source", plural = "Plex Sources", order = "name", search = [name, slug],
    filter = [
        allow_friends, authentication_flow, client_id, enabled, enrollment_flow, group_matching_mode, name, pbm_uuid,
        policy_engine_mode, slug, user_matching_mode
    ]
)]
pub struct PlexSource {
    /// Address of the icon.
    pub icon_url: Computed<String>,
    /// How groups that come for the first time are matched with those that are there.
    #[field(default = "identifier")]
    pub group_matching_mode: GroupMatchingMode,
    /// Name by which Plex knows this source, made up when nobody says.
    #[field(default = "")]
    pub client_id: String,
    /// Machine identifiers of the servers whose users get in.
    #[field(blank)]
    pub allowed_servers: Vec<String>,
    /// Let friends of the account that the token stands for in, whatever servers they use.
    #[field(default = true)]
    pub allow_friends: bool,
    /// Token of the account that friends and servers are looked up with.
    pub plex_token: String,
}
