//! A statement in the making: text with numbered placeholders, and what is bound to them.

use std::fmt::Write as _;

use vestibule_resource::{Catalog, Error, Resource, Result, Value};

use crate::{
    dialect::Dialect,
    layout::{Alias, Layout, Slot},
    schema::Schema,
    touch::Touch,
    types::Type,
};

/// A statement with its parameters. Equal shapes have equal texts, so the connections' caches of prepared statements work.
#[derive(Debug)]
pub(crate) struct Statement {
    pub text: String,
    pub binds: Vec<Bind>,
    /// The types of the columns that it yields.
    pub types: Vec<Type>,
}

/// A parameter; the type counts when the value is null.
#[derive(Debug, Clone)]
pub(crate) struct Bind {
    pub value: Value,
    pub kind: Type,
}

impl Statement {
    /// A statement without parameters.
    pub(crate) fn plain(text: impl Into<String>, types: &[Type]) -> Self {
        Statement { text: text.into(), binds: Vec::new(), types: types.to_vec() }
    }
}

/// Keys that one list of a statement is given at most; longer lists are split. A power of two, as lists are padded to one.
pub(crate) const MOST_KEYS: usize = 1 << 13;

/// What every part of a statement needs while it is built.
pub(crate) struct Builder<'a> {
    pub catalog: &'a Catalog,
    pub schema: &'a Schema,
    pub dialect: Dialect,
    /// The present moment, which decides what has expired.
    pub now: jiff::Timestamp,
    binds: Vec<Bind>,
    aliases: u32,
    /// What the statement looks at, for caches of its answer.
    pub looks_at: Vec<Touch>,
}

impl<'a> Builder<'a> {
    pub(crate) fn new(catalog: &'a Catalog, schema: &'a Schema, dialect: Dialect, now: jiff::Timestamp) -> Self {
        Builder { catalog, schema, dialect, now, binds: Vec::new(), aliases: 0, looks_at: Vec::new() }
    }

    /// Binds a value and answers its placeholder.
    pub(crate) fn bind(&mut self, kind: Type, value: Value) -> String {
        self.binds.push(Bind { value, kind });
        format!("${}", self.binds.len())
    }

    /// `(…, …)` of bound values. The list is padded to a power of two by repeating the last, so that few shapes exist.
    pub(crate) fn bind_list(&mut self, kind: Type, values: &[Value]) -> String {
        let last = values.last();
        let padding = values.len().next_power_of_two().saturating_sub(values.len());
        let padded = values.iter().chain(last.into_iter().cycle().take(padding));
        let places: Vec<String> = padded.map(|value| self.bind(kind, value.clone())).collect();
        format!("({})", places.join(", "))
    }

    /// An alias that the statement does not use yet.
    pub(crate) fn alias(&mut self) -> u32 {
        self.aliases += 1;
        self.aliases
    }

    /// The layout of a resource of the catalog.
    pub(crate) fn layout(&self, resource: &'static Resource) -> Result<&'a Layout> {
        self.schema.layout(resource).ok_or_else(|| Error::internal(format!("{} is not in the catalog", resource.model)))
    }

    pub(crate) fn finish(self, text: String, types: Vec<Type>) -> Result<Statement> {
        const MOST: usize = 32_000;
        if self.binds.len() > MOST {
            return Err(Error::internal(format!("a statement of {} parameters is more than a database takes", self.binds.len())));
        }
        Ok(Statement { text, binds: self.binds, types })
    }
}

/// The rows of one resource within a statement: its own table, and those of its bases once a column of them is used.
pub(crate) struct Scope<'a> {
    pub layout: &'a Layout,
    /// Number of the subquery; `None` for the outermost rows.
    number: Option<u32>,
    /// How far up the tables go that are used.
    depth: usize,
}

impl<'a> Scope<'a> {
    /// The outermost rows.
    pub(crate) fn outer(layout: &'a Layout) -> Self {
        Scope { layout, number: None, depth: 0 }
    }

    /// Rows of a subquery.
    pub(crate) fn inner(layout: &'a Layout, number: u32) -> Self {
        Scope { layout, number: Some(number), depth: 0 }
    }

    fn alias(&self, level: usize) -> Alias {
        Alias { level, number: self.number }
    }

    /// A column of these rows.
    pub(crate) fn column(&mut self, builder: &mut Builder<'a>, name: &str) -> Result<(String, Slot)> {
        let resource = self.layout.resource;
        let slot = *self.layout.slot(name).ok_or_else(|| Error::internal(format!("{} has no column {name}", resource.model)))?;
        let table = resource.lineage().nth(slot.level).map_or(resource.table, |owner| owner.table);
        builder.looks_at.push(Touch::Column(table, slot.name));
        self.join(slot.level);
        Ok((format!("{}.\"{}\"", self.alias(slot.level), slot.name), slot))
    }

    /// Makes the tables up to that level part of the statement.
    pub(crate) fn join(&mut self, level: usize) {
        self.depth = self.depth.max(level);
    }

    /// What follows FROM. To be asked when everything else is written.
    pub(crate) fn from(&self, builder: &mut Builder<'a>) -> String {
        let resource = self.layout.resource;
        builder.looks_at.push(Touch::Rows(resource.table));
        let mut from = format!("\"{}\" AS {}", resource.table, self.alias(0));
        let bases = resource.lineage().filter_map(|resource| resource.extends.as_ref());
        for (level, base) in bases.take(self.depth).enumerate() {
            builder.looks_at.push(Touch::Rows(base.resource.table));
            let (near, far) = (self.alias(level), self.alias(level + 1));
            let _ =
                write!(from, " JOIN \"{}\" AS {far} ON {far}.\"{}\" = {near}.\"{}\"", base.resource.table, base.resource.key, base.link);
        }
        from
    }
}
