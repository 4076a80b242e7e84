//! What a reputation score is.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource_derive::Resource;

/// How well somebody who calls themselves so, from such an address, behaved lately.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_policies_reputation.reputation", table = "reputation", path = "policies/reputation/scores",
    key = "reputation_uuid", verbose = "Reputation Score", plural = "Reputation Scores", display = "Reputation {identifier} from {ip}",
    unique = [["identifier", "ip"]], expires, lists_expired, unbounded, internal, order = "ip", search = [identifier, ip, score],
    filter = [identifier, ip, score]
)]
pub struct Reputation {
    /// Identifier that names the score for ever.
    #[field(read_only, default = uuid)]
    pub reputation_uuid: Uuid,
    /// What the person typed to say who they are, or a user name.
    pub identifier: String,
    /// Address that they came from.
    pub ip: String,
    /// Below zero is bad, above is good.
    #[field(default = 0, min = i64::MIN, max = i64::MAX)]
    pub score: i64,
    /// Where the address is.
    pub ip_geo_data: Map<String, Json>,
    /// Whose network the address belongs to.
    pub ip_asn_data: Map<String, Json>,
    /// When the score last changed.
    #[field(read_only, default = touched)]
    pub updated: Timestamp,
    /// When the score is forgotten.
    #[field(internal)]
    pub expires: Option<Timestamp>,
    /// Whether the score is ever forgotten.
    #[field(internal, default = true)]
    pub expiring: bool,
}
