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
    /// Fields of the bases that clients of this resource neither read nor write.
    pub without: &'static [&'static str],
    /// Fields of the bases that may be null there and must be given here.
    pub requires: &'static [&'static str],
    /// Fields of the bases that clients write there and only read here.
    pub fixed: &'static [&'static str],
    /// Order of lists, `-` for descending.
    pub order: &'static [&'static str],
    /// Paths that `search` looks at.
    pub search: &'static [&'static str],
    /// Query parameters that narrow lists.
    pub filters: &'static [Filter],
    /// Fields that must be unique together.
    pub unique_together: &'static [&'static [&'static str]],
    /// Columns that the server finds rows by together, beyond what lists and references need.
    pub indexes: &'static [&'static [&'static str]],
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
    /// Columns with the model label and the key, as text, of the object that a row is about: it goes when the object goes.
    pub of_object: Option<[&'static str; 2]>,
    /// Its rows grow with people and time (users, sessions, tokens, events), so it is never held in memory as a whole.
    pub unbounded: bool,
    /// Internal bookkeeping: its writes are not told in revisions and events.
    pub internal: bool,
}

/// Most resources in a line of bases, the extending one included.
pub(crate) const DEEPEST: usize = 4;

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

    /// The resources that this one continues: its base, the base of that, and so on.
    pub fn bases(&self) -> impl Iterator<Item = &'static Resource> + use<> {
        let base = |resource: &Resource| resource.extends.as_ref().map(|base| base.resource);
        std::iter::successors(base(self), move |resource| base(resource))
    }

    /// This resource, its base, the base of that, and so on.
    pub fn lineage(&'static self) -> impl Iterator<Item = &'static Resource> {
        std::iter::once(self).chain(self.bases())
    }

    /// Whether it is that resource, or continues it.
    pub fn is(&self, model: &str) -> bool {
        self.model == model || self.bases().any(|base| base.model == model)
    }

    /// The column of this resource's rows that holds the key by which that base, however far up, knows the object; its own key when
    /// `model` is the resource itself, and when it is no base of it.
    pub fn key_as_known_by(&self, model: &str) -> &'static str {
        let mut column = self.key;
        let mut here = self;
        while here.model != model {
            let Some(base) = &here.extends else { return self.key };
            (column, here) = (base.link, base.resource);
        }
        column
    }

    /// All fields, those of the bases first.
    pub fn all_fields(&self) -> impl Iterator<Item = &'static Field> + use<> {
        let mut levels: [&'static [Field]; DEEPEST] = [&[]; DEEPEST];
        let own = std::iter::once(self.fields).chain(self.bases().map(|base| base.fields));
        levels.iter_mut().rev().zip(own).for_each(|(level, fields)| *level = fields);
        levels.into_iter().flatten()
    }

    /// The field of that name, own or of the base.
    pub fn field(&self, name: &str) -> Option<&'static Field> {
        self.all_fields().find(|field| field.name == name)
    }

    /// Whether answers hold that field of this resource or of a base. A key that is shared with a base is shown, also when the base
    /// keeps it to itself.
    pub fn shows(&self, field: &Field) -> bool {
        let shared = field.name == self.key && field.kind.has_column() && self.shares_key();
        (field.readable() || shared) && !self.without.contains(&field.name)
    }

    /// Whether clients may send that field of this resource or of a base.
    pub fn takes(&self, field: &Field) -> bool {
        field.writable() && !self.without.contains(&field.name) && !self.fixed.contains(&field.name)
    }

    /// Whether a create must name that field of this resource or of a base.
    pub fn requires(&self, field: &Field) -> bool {
        field.required || self.requires.contains(&field.name)
    }

    /// Whether that field of this resource or of a base may be null.
    pub fn nullable(&self, field: &Field) -> bool {
        field.nullable && !self.requires.contains(&field.name)
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
