//! What each setting may be.

use vestibule_resource::{Access, Default, Field, Kind, Unique};

/// Every setting that holds one value, with what it may be.
pub(super) const FIELDS: &[Field] = &[
    field("avatars", Kind::TEXT),
    Field { blank: true, ..field("base_url", Kind::Url { max: Some(200), pattern: None }) },
    field("default_user_change_name", Kind::Bool),
    field("default_user_change_email", Kind::Bool),
    field("default_user_change_username", Kind::Bool),
    field("event_retention", Kind::Duration),
    field("reputation_lower_limit", between(i32::MIN as i64, 0)),
    field("reputation_upper_limit", between(0, i32::MAX as i64)),
    field("gdpr_compliance", Kind::Bool),
    field("impersonation", Kind::Bool),
    field("impersonation_require_reason", Kind::Bool),
    field("default_token_duration", Kind::Duration),
    field("default_token_length", between(1, i32::MAX as i64)),
    field("pagination_default_page_size", between(0, i32::MAX as i64)),
    field("pagination_max_page_size", between(0, i32::MAX as i64)),
];

/// Every switch.
pub(super) const FLAGS: &[Field] = &[
    field("core_default_app_access", Kind::Bool),
    field("enterprise_audit_include_expanded_diff", Kind::Bool),
    field("flows_continuous_login", Kind::Bool),
    field("flows_refresh_others", Kind::Bool),
];

const fn between(min: i64, max: i64) -> Kind {
    Kind::Int { min, max, long: false }
}

const fn field(name: &'static str, kind: Kind) -> Field {
    Field {
        name,
        help: "",
        kind,
        access: Access::ReadWrite,
        required: false,
        nullable: false,
        blank: false,
        default: Default::None,
        unique: Unique::No,
        include: None,
    }
}
