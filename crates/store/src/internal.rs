//! The store's own tables, declared like any other resource so that schema, drift and types need no second way.

use vestibule_resource::{Access, Default, Field, Filter, Kind, Lookup, Resource, Unique};

const fn column(name: &'static str, help: &'static str, kind: Kind, default: Default) -> Field {
    Field {
        name,
        help,
        kind,
        access: Access::Internal,
        required: false,
        nullable: false,
        blank: true,
        default,
        unique: Unique::No,
        include: None,
    }
}

const fn nullable(field: Field) -> Field {
    Field { nullable: true, ..field }
}

const fn table(name: &'static str, model: &'static str, about: &'static str, key: &'static str, fields: &'static [Field]) -> Resource {
    Resource {
        name,
        model,
        table: key_table(model),
        path: "",
        about,
        verbose_name: name,
        verbose_name_plural: name,
        extends: None,
        polymorphic: false,
        form: "",
        key,
        key_as: key,
        lookup: key,
        fields,
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
        display: name,
        permissions: &[],
        of_object: None,
        unbounded: true,
        internal: true,
    }
}

/// `vestibule_store.revision` → `revision`; the label's prefix has a fixed length.
const fn key_table(model: &'static str) -> &'static str {
    let (_, table) = model.split_at("vestibule_store.".len());
    table
}

/// What was written, when and by whom: one row per object and commit.
pub static REVISION: Resource = Resource {
    // An index per filter: the history of one object is found by its key.
    filters: &[Filter { param: "key", path: "key", lookup: Lookup::Exact }],
    order: &["id"],
    ..table("Revision", "vestibule_store.revision", "What was written, when and by whom.", "id", REVISION_FIELDS)
};

static REVISION_FIELDS: &[Field] = &[
    column("id", "Number, in the order of writing.", Kind::Int { min: 1, max: i64::MAX, long: false }, Default::Serial),
    column("at", "When the transaction was committed.", Kind::Time, Default::None),
    nullable(column(
        "user",
        "Key of the acting user; null for the server itself.",
        Kind::Int { min: i64::MIN, max: i64::MAX, long: false },
        Default::None,
    )),
    column("username", "The acting user's name at the time.", Kind::TEXT, Default::Text("")),
    column("request", "Id of the request.", Kind::TEXT, Default::Text("")),
    column("model", "Model label of the object.", Kind::TEXT, Default::None),
    column("key", "Key of the object, as text.", Kind::TEXT, Default::None),
    column("action", "create, update, delete or link.", Kind::TEXT, Default::None),
    nullable(column("before", "The columns before; null at creation.", Kind::Json, Default::None)),
    nullable(column("after", "The columns after; null at deletion.", Kind::Json, Default::None)),
];

/// The server's own notes, by name.
pub(crate) static SETTING: Resource = table("Setting", "vestibule_store.setting", "The server's own notes.", "key", SETTING_FIELDS);

static SETTING_FIELDS: &[Field] =
    &[column("key", "Name of the note.", Kind::TEXT, Default::None), column("value", "What it says.", Kind::Json, Default::None)];

/// All of them.
pub(crate) static INTERNAL: &[&Resource] = &[&REVISION, &SETTING];
