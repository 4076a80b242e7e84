//! What an object attribute is.

use jiff::Timestamp;
use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_resource::Computed;
use vestibule_resource_derive::{Choices, Resource};

/// A value that objects of some type have among their `attributes`: its name there, what people call it, and what it may be.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_core.objectattribute", table = "object_attribute", path = "core/object_attributes", key = "attribute_id",
    verbose = "Object Attribute", plural = "Object Attributes", display = "{label} ({key})", order = ["object_type", "group", "key"],
    search = [key, label, group, object_type], unique = [["object_type", "key"]],
    filter = [enabled, "object_type__app_label: app_label", "object_type__model: model_name"]
)]
pub struct ObjectAttribute {
    /// Identifier that names the attribute for ever.
    #[field(read_only, default = uuid)]
    pub attribute_id: Uuid,
    /// Model label of the type of objects, e.g. `authentik_core.user`; a type that has `attributes`.
    pub object_type: String,
    /// That type, shown.
    #[field(component = "ContentType")]
    pub object_type_obj: Computed<Json>,
    /// Whether it counts. Values that objects have already stay when it does not.
    #[field(default = true)]
    pub enabled: bool,
    /// When it was made.
    #[field(read_only, default = now)]
    pub created: Timestamp,
    /// Name of the value among the attributes of an object; dots lead into what is nested. A type has no two of the same.
    pub key: String,
    /// What people call it.
    pub label: String,
    /// When it was last changed.
    #[field(read_only, default = touched)]
    pub last_updated: Timestamp,
    /// Pattern that a text must match, a regular expression; empty when every text will do.
    #[field(blank)]
    pub regex: String,
    /// What kind of value it is.
    pub r#type: ObjectAttributeType,
    /// Heading under which forms show it; empty means none.
    #[field(blank)]
    pub group: String,
    /// What this system itself calls the attribute, when it looks after it; null for all others.
    #[field(unique)]
    pub managed: Option<String>,
    /// No two objects of the type have the same value.
    #[field(default = false)]
    pub is_unique: bool,
    /// Every object of the type must have a value.
    #[field(default = false)]
    pub is_required: bool,
    /// First part of the model label.
    #[field(internal, blank)]
    pub app_label: String,
    /// Second part of the model label.
    #[field(internal, blank)]
    pub model_name: String,
}

/// What kind of value an attribute has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "ObjectAttributeTypeEnum")]
pub enum ObjectAttributeType {
    /// Text.
    Text,
    /// A number.
    Number,
    /// Yes or no.
    Boolean,
}
