//! What a blueprint instance is.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource_derive::{Choices, Resource};

/// A blueprint in use: where it is described, what it is filled in with, and what came of applying it.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_blueprints.blueprintinstance", table = "blueprint_instance", path = "managed/blueprints", key = "instance_uuid",
    verbose = "Blueprint Instance", plural = "Blueprint Instances", display = "Blueprint Instance {name}", order = "name",
    search = [name, path], filter = [name, path], unique = [["name", "path"]]
)]
pub struct BlueprintInstance {
    /// Identifier that names the instance for ever.
    #[field(read_only, default = uuid)]
    pub instance_uuid: Uuid,
    /// Name, which no other instance has.
    #[field(unique = "plain")]
    pub name: String,
    /// File in the folder of blueprints, or `oci://` and where it lies in a registry; empty when the content stands below.
    #[field(blank)]
    pub path: String,
    /// Values that the blueprint is filled in with, by name.
    pub context: Map<String, Json>,
    /// When it was last applied or changed.
    #[field(read_only, default = touched)]
    pub last_applied: Timestamp,
    /// SHA-512 of the content that was last applied, in hexadecimal digits; empty when it never was.
    #[field(read_only, blank)]
    pub last_applied_hash: String,
    /// What came of applying it.
    #[field(read_only, default = "unknown")]
    pub status: BlueprintInstanceStatus,
    /// Whether it is applied at all.
    #[field(default = true)]
    pub enabled: bool,
    /// Objects that it looks after, by model label and key.
    #[field(read_only, default = json("[]"))]
    pub managed_models: Vec<String>,
    /// What the blueprint says about itself: `name` and `labels`.
    #[field(read_only)]
    pub metadata: Map<String, Json>,
    /// The blueprint itself, as YAML; empty when it is found under the path.
    #[field(blank)]
    pub content: String,
}

/// What came of applying a blueprint.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "BlueprintInstanceStatusEnum")]
pub enum BlueprintInstanceStatus {
    /// Everything is as it says.
    Successful,
    /// It was applied, with warnings.
    Warning,
    /// It could not be applied.
    Error,
    /// Its file is gone.
    Orphaned,
    /// It was never applied.
    Unknown,
}
