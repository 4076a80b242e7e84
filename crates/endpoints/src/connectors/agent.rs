//! Devices that tell about themselves, through an agent that runs on them.

use uuid::Uuid;
use vestibule_resource::Links;
use vestibule_resource_derive::Resource;

use super::Connector;

/// Agents on devices enrol here, tell about their device, and let people log in on it.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Connector, path = "endpoints/agents/connectors", model = "authentik_endpoints_connectors_agent.agentconnector",
    form = "ak-endpoints-connector-agent-form", order = "name", search = [name], filter = [enabled, name]
)]
pub struct AgentConnector {
    /// How long what a device told about itself counts, as a duration `hours=24`. A device that was silent for longer cannot be reached.
    #[field(kind = duration, default = "hours=24")]
    pub snapshot_expiry: String,
    /// How long a login on a device lasts, as a duration `hours=8`.
    #[field(kind = duration, default = "hours=8")]
    pub auth_session_duration: String,
    /// Whether the device logs people out when that time is over.
    #[field(default = false)]
    pub auth_terminate_session_on_expiry: bool,
    /// How often agents ask for their settings and tell about their device, as a duration `minutes=30`.
    #[field(kind = duration, default = "minutes=30")]
    pub refresh_interval: String,
    /// Flow that people go through when they log in on a device; null means that they cannot.
    #[field(to = "authentik_flows.flow", on_delete = set_default)]
    pub authorization_flow: Option<Uuid>,
    /// Number that is added to the number of a user to make the one under which a Unix device knows them.
    #[field(default = 1000, min = 0)]
    pub nss_uid_offset: i64,
    /// The same for groups.
    #[field(default = 1000, min = 0)]
    pub nss_gid_offset: i64,
    /// Certificate and key that sign what a device is asked to prove in a browser; null means that browsers cannot ask.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = cascade)]
    pub challenge_key: Option<Uuid>,
    /// How long a browser waits for the agent's answer, as a duration `seconds=5`.
    #[field(kind = duration, default = "seconds=5")]
    pub challenge_idle_timeout: String,
    /// Whether the agent tells about its device at once when a browser asked it to prove something.
    #[field(default = false)]
    pub challenge_trigger_check_in: bool,
    /// OAuth2 providers whose tokens stand for their user on a device.
    #[field(
        blank,
        links(
            to = "authentik_providers_oauth2.oauth2provider",
            table = "agent_connector_jwt_federation_providers",
            mine = "agent_connector",
            theirs = "provider"
        )
    )]
    pub jwt_federation_providers: Links,
}
