//! A resource: everything that the engine knows about one type of object.

use crate::{Field, Filter};

/// The descriptor that `#[derive(Resource)]` emits, once per type.
#[derive(Debug)]
pub struct Resource {
    /// Rust name, which is also the OpenAPI component name and the one in "No … matches the given query.".
    pub name: &'static str,
    /// Model label, `app.model`, e.g. `authentik_stages_invitation.invitationstage`.
    pub model: &'static str,
    /// Table name.
    pub table: &'static str,
    /// Path of the collection below `/api/v3/`, without slashes at the ends; empty when it has none.
    pub path: &'static str,
    /// Doc comment of the struct.
    pub about: &'static str,
    /// Name for one, as people read it.
    pub verbose_name: &'static str,
    /// Name for several.
    pub verbose_name_plural: &'static str,
    /// The table whose rows this one's continue.
    pub extends: Option<Base>,
    /// Whether other resources extend this one; its table then has a `model` column that says which.
    pub polymorphic: bool,
    /// Web component of the admin form; empty when there is none.
    pub form: &'static str,
    /// Column of the primary key.
    pub key: &'static str,
    /// Name of the primary key on the wire: `pk` (derive attribute `key_as`, default `"pk"`) but for the few resources where the
    /// contract shows the column's own name.
    pub key_as: &'static str,
    /// Field that addresses an object in URLs; the key unless the contract says otherwise.
    pub lookup: &'static str,
    /// Own fields (those of the base are found through `extends`), in wire order.
    pub fields: &'static [Field],
    /// Order of lists, `-` for descending.
    pub order: &'static [&'static str],
    /// Paths that `search` looks at.
    pub search: &'static [&'static str],
    /// Query parameters that narrow lists.
    pub filters: &'static [Filter],
    /// Fields that must be unique together.
    pub unique_together: &'static [&'static [&'static str]],
    /// The reference to a user who may use the object without further permission.
    pub owner: Option<&'static str>,
    /// Has `expires` and `expiring`: rows past it do not exist for the server.
    pub expires: bool,
    /// Lists show expired rows too.
    pub lists_expired: bool,
    /// Text form for people, with `{field}` in it, e.g. `Flow {name} ({slug})`.
    pub display: &'static str,
    /// Permissions beyond view, add, change and delete.
    pub permissions: &'static [&'static str],
    /// Its rows grow with people and time (users, sessions, tokens, events), so it is never held in memory as a whole.
    pub unbounded: bool,
    /// Internal bookkeeping: its writes are not told in revisions and events.
    pub internal: bool,
}

/// The base of a resource.
#[derive(Debug)]
pub struct Base {
    /// Descriptor of the base.
    pub resource: &'static Resource,
    /// Own column that refers to the base's key. Equal to `key` when both rows share one key.
    pub link: &'static str,
}

impl Resource {
    /// `app` of the model label.
    pub fn app(&self) -> &'static str {
        self.model.split_once('.').map_or("", |(app, _)| app)
    }

    /// `model` of the model label.
    pub fn model_name(&self) -> &'static str {
        self.model.split_once('.').map_or(self.model, |(_, model)| model)
    }

    /// All fields, those of the base first.
    pub fn all_fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        let base: &'static [Field] = self.extends.as_ref().map_or(&[], |base| base.resource.fields);
        base.iter().chain(self.fields.iter())
    }

    /// The field of that name, own or of the base.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.all_fields().find(|field| field.name == name)
    }

    /// The name of a field on the wire.
    pub fn wire_name(&self, field: &'static Field) -> &'static str {
        if field.name == self.key { self.key_as } else { field.name }
    }

    /// Whether the object shares its base's key.
    pub fn shares_key(&self) -> bool {
        self.extends.as_ref().is_some_and(|base| base.link == self.key)
    }
}
