//! A small house of resources with every shape that the store must carry.

use vestibule_resource::{
    Access, Base, Catalog, Choice, Choices, Default, Field, Filter, Kind, Lookup, Many, OnDelete, Ref, Resource, Unique,
};

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

const fn defaulted(field: Field, default: Default) -> Field {
    Field { default, ..field }
}

const fn nullable(field: Field) -> Field {
    Field { nullable: true, ..field }
}

const fn unique(field: Field, unique: Unique) -> Field {
    Field { unique, ..field }
}

const fn key(name: &'static str) -> Field {
    defaulted(field(name, Kind::Uuid), Default::Uuid)
}

const fn refers(to: &'static str, on_delete: OnDelete) -> Kind {
    Kind::Ref(Ref { to, on_delete, shown: None, one_to_one: false })
}

const fn filter(path: &'static str) -> Filter {
    Filter { param: path, path, lookup: Lookup::Exact }
}

const PLAIN: Resource = Resource {
    name: "",
    model: "",
    table: "",
    path: "",
    about: "",
    verbose_name: "",
    verbose_name_plural: "",
    extends: None,
    polymorphic: false,
    form: "",
    key: "",
    key_as: "pk",
    lookup: "",
    fields: &[],
    without: &[],
    requires: &[],
    fixed: &[],
    order: &[],
    search: &[],
    filters: &[],
    unique_together: &[],
    indexes: &[],
    owner: None,
    expires: false,
    lists_expired: false,
    display: "",
    permissions: &[],
    of_object: None,
    unbounded: false,
    internal: false,
};

/// A base of which others are: one key for both rows.
pub static STAGE: Resource = Resource {
    name: "Stage",
    model: "house.stage",
    table: "stage",
    verbose_name: "stage",
    polymorphic: true,
    key: "stage_uuid",
    fields: &[key("stage_uuid"), unique(field("name", Kind::TEXT), Unique::Model)],
    ..PLAIN
};

pub static INVITATION_STAGE: Resource = Resource {
    name: "InvitationStage",
    model: "house.invitationstage",
    table: "invitation_stage",
    verbose_name: "Invitation Stage",
    extends: Some(Base { resource: &STAGE, link: "stage_uuid" }),
    key: "stage_uuid",
    fields: &[defaulted(field("continue_without", Kind::Bool), Default::Bool(false))],
    ..PLAIN
};

pub static DENY_STAGE: Resource = Resource {
    name: "DenyStage",
    model: "house.denystage",
    table: "deny_stage",
    verbose_name: "Deny Stage",
    extends: Some(Base { resource: &STAGE, link: "stage_uuid" }),
    key: "stage_uuid",
    fields: &[defaulted(field("message", Kind::TEXT), Default::Text("No."))],
    ..PLAIN
};

static MODES: Choices =
    Choices { name: "ModeEnum", items: &[Choice { value: "all", label: "all" }, Choice { value: "any", label: "any" }] };

/// A base with a key of its own.
pub static BINDABLE: Resource = Resource {
    name: "Bindable",
    model: "house.bindable",
    table: "bindable",
    verbose_name: "bindable",
    polymorphic: true,
    key: "pbm_uuid",
    fields: &[key("pbm_uuid"), defaulted(field("mode", Kind::Choice(&MODES)), Default::Text("any"))],
    ..PLAIN
};

/// A resource that continues one that continues another, with one key for all three rows.
pub static SOURCE: Resource = Resource {
    name: "Source",
    model: "house.source",
    table: "source",
    verbose_name: "Source",
    extends: Some(Base { resource: &BINDABLE, link: "pbm_uuid" }),
    polymorphic: true,
    key: "pbm_uuid",
    fields: &[unique(field("slug", Kind::TEXT), Unique::Model)],
    ..PLAIN
};

pub static LDAP_SOURCE: Resource = Resource {
    name: "LdapSource",
    model: "house.ldapsource",
    table: "ldap_source",
    verbose_name: "LDAP Source",
    extends: Some(Base { resource: &SOURCE, link: "pbm_uuid" }),
    key: "pbm_uuid",
    fields: &[field("server", Kind::TEXT)],
    ..PLAIN
};

/// The stages of a flow, through a table that is a resource.
pub const FLOW_STAGES: Many = Many { to: "house.stage", table: "binding", mine: "target", theirs: "stage" };

pub static FLOW: Resource = Resource {
    name: "Flow",
    model: "house.flow",
    table: "flow",
    verbose_name: "Flow",
    extends: Some(Base { resource: &BINDABLE, link: "bindable_id" }),
    key: "flow_uuid",
    fields: &[
        key("flow_uuid"),
        unique(field("slug", Kind::TEXT), Unique::Model),
        defaulted(field("title", Kind::TEXT), Default::Text("")),
        field("stages", Kind::Many(FLOW_STAGES)),
    ],
    order: &["slug"],
    ..PLAIN
};

pub static BINDING: Resource = Resource {
    name: "Binding",
    model: "house.binding",
    table: "binding",
    verbose_name: "Binding",
    extends: Some(Base { resource: &BINDABLE, link: "bindable_id" }),
    key: "fsb_uuid",
    fields: &[
        key("fsb_uuid"),
        field("target", refers("house.flow", OnDelete::Cascade)),
        field("stage", refers("house.stage", OnDelete::Cascade)),
        field("order", Kind::INT),
    ],
    unique_together: &[&["target", "stage", "order"]],
    indexes: &[],
    ..PLAIN
};

pub const USER_GROUPS: Many = Many { to: "house.group", table: "user_group", mine: "user", theirs: "group" };
pub const GROUP_USERS: Many = Many { to: "house.user", table: "user_group", mine: "group", theirs: "user" };
pub const USER_FRIENDS: Many = Many { to: "house.user", table: "user_friend", mine: "user", theirs: "friend" };
pub const GROUP_PARENTS: Many = Many { to: "house.group", table: "group_parent", mine: "child", theirs: "parent" };

pub static USER: Resource = Resource {
    name: "User",
    model: "house.user",
    table: "user",
    verbose_name: "User",
    key: "id",
    fields: &[
        defaulted(field("id", Kind::INT), Default::Serial),
        unique(field("username", Kind::TEXT), Unique::Plain),
        Field { blank: true, ..defaulted(field("email", Kind::Email { max: 254 }), Default::Text("")) },
        defaulted(field("is_active", Kind::Bool), Default::Bool(true)),
        defaulted(field("attributes", Kind::Object), Default::Json("{}")),
        defaulted(field("score", Kind::Float), Default::Float(0.5)),
        nullable(field("password", Kind::Secret)),
        Field { access: Access::ReadOnly, ..nullable(field("last_login", Kind::Time)) },
        Field { access: Access::ReadOnly, ..defaulted(field("last_updated", Kind::Time), Default::Touched) },
        field("groups", Kind::Many(USER_GROUPS)),
        field("friends", Kind::Many(USER_FRIENDS)),
    ],
    order: &["username"],
    filters: &[filter("is_active"), filter("username")],
    unbounded: true,
    ..PLAIN
};

pub static GROUP: Resource = Resource {
    name: "Group",
    model: "house.group",
    table: "group",
    verbose_name: "Group",
    key: "group_uuid",
    fields: &[
        key("group_uuid"),
        unique(field("name", Kind::TEXT), Unique::Model),
        field("parents", Kind::Many(GROUP_PARENTS)),
        field("users", Kind::Many(GROUP_USERS)),
    ],
    ..PLAIN
};

/// Rows that expire.
pub static TOKEN: Resource = Resource {
    name: "Token",
    model: "house.token",
    table: "token",
    verbose_name: "Token",
    key: "token_uuid",
    fields: &[
        key("token_uuid"),
        unique(field("token_identifier", Kind::TEXT), Unique::Model),
        defaulted(field("expiring", Kind::Bool), Default::Bool(true)),
        nullable(field("expires", Kind::Time)),
        nullable(field("user", refers("house.user", OnDelete::Cascade))),
        nullable(field("flow", refers("house.flow", OnDelete::SetNull))),
        nullable(field("elsewhere", refers("house.unknown", OnDelete::Cascade))),
    ],
    order: &["-expires"],
    expires: true,
    ..PLAIN
};

/// Rows that grow without bound, in the order of a time that some do not have.
pub static SESSION: Resource = Resource {
    name: "Session",
    model: "house.session",
    table: "session",
    verbose_name: "Session",
    key: "session_uuid",
    fields: &[
        key("session_uuid"),
        nullable(field("last_used", Kind::Time)),
        nullable(field("user", refers("house.user", OnDelete::Cascade))),
    ],
    order: &["-last_used"],
    filters: &[filter("user")],
    unbounded: true,
    internal: true,
    ..PLAIN
};

pub fn catalog() -> Catalog {
    Catalog::new(vec![
        &STAGE,
        &INVITATION_STAGE,
        &DENY_STAGE,
        &BINDABLE,
        &SOURCE,
        &LDAP_SOURCE,
        &FLOW,
        &BINDING,
        &USER,
        &GROUP,
        &TOKEN,
        &SESSION,
    ])
    .unwrap()
}
