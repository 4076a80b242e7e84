//! Tables as the database sees them, independent of its dialect.

use std::collections::BTreeSet;

use vestibule_resource::{OnDelete, Resource};

use crate::types::Type;

/// A table.
#[derive(Debug, Clone)]
pub(crate) struct Table {
    pub name: &'static str,
    /// Whose rows it holds; `None` for tables of links.
    pub resource: Option<&'static Resource>,
    pub columns: Vec<Column>,
    pub primary: &'static str,
    /// Sets of columns that no two rows may share.
    pub unique: Vec<Vec<&'static str>>,
    pub indexes: Vec<Index>,
    /// The row that goes when a row of this table goes.
    pub base: Option<BaseRow>,
}

/// A column.
#[derive(Debug, Clone)]
pub(crate) struct Column {
    pub name: &'static str,
    pub kind: Type,
    pub nullable: bool,
    /// The database counts it.
    pub serial: bool,
    /// The only words it may hold.
    pub words: Option<BTreeSet<&'static str>>,
    pub references: Option<Reference>,
}

/// A foreign key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reference {
    pub table: &'static str,
    pub column: &'static str,
    pub on_delete: OnDelete,
}

/// The row of a base table that a row of an extending table continues.
#[derive(Debug, Clone, Copy)]
pub(crate) struct BaseRow {
    /// Own column that refers to it.
    pub link: &'static str,
    pub table: &'static str,
    pub key: &'static str,
}

/// An index that is not a constraint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Index {
    pub columns: Vec<&'static str>,
    /// Looks the first column up whatever the case.
    pub folded: bool,
}

impl Column {
    pub(crate) fn new(name: &'static str, kind: Type) -> Self {
        Column { name, kind, nullable: false, serial: false, words: None, references: None }
    }

    pub(crate) fn serial(name: &'static str) -> Self {
        Column { serial: true, ..Column::new(name, Type::Int) }
    }

    pub(crate) fn referring(name: &'static str, kind: Type, references: Reference) -> Self {
        Column { references: Some(references), ..Column::new(name, kind) }
    }

    /// Whether a value may be refused for what it is: for a reference that leads nowhere, or a word that is none.
    pub(crate) fn is_judged(&self) -> bool {
        self.references.is_some() || self.words.is_some()
    }
}

impl Table {
    pub(crate) fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.name == name)
    }

    /// Name of a constraint of this table; the same on both dialects, so that a violation leads back to its columns.
    pub(crate) fn constraint(&self, columns: &[&str], suffix: &str) -> String {
        short(format!("{}_{}_{suffix}", self.name, columns.join("_")))
    }

    pub(crate) fn index_name(&self, index: &Index) -> String {
        self.constraint(&index.columns, if index.folded { "folded" } else { "idx" })
    }

    pub(crate) fn primary_name(&self) -> String {
        short(format!("{}_pkey", self.name))
    }

    /// Name of the trigger that deletes the base row.
    pub(crate) fn trigger_name(&self) -> String {
        short(format!("{}_base", self.name))
    }

    /// Adds an index unless another index or constraint begins with the same columns.
    pub(crate) fn add_index(&mut self, index: Index) {
        let covers = |columns: &[&'static str]| columns.starts_with(&index.columns);
        let by_constraint = !index.folded && (self.unique.iter().any(|columns| covers(columns)) || covers(&[self.primary]));
        let by_index = self.indexes.iter().any(|other| other.folded == index.folded && covers(&other.columns));
        if !by_constraint && !by_index {
            self.indexes.push(index);
        }
    }

    /// Adds a set of columns that must be unique together, once.
    pub(crate) fn add_unique(&mut self, columns: Vec<&'static str>) {
        if columns.as_slice() != [self.primary] && !self.unique.contains(&columns) {
            self.unique.push(columns);
        }
    }
}

/// PostgreSQL cuts names at 63 bytes, silently; a longer name gets a digest instead of its tail.
fn short(name: String) -> String {
    const LIMIT: usize = 63;
    if name.len() <= LIMIT {
        return name;
    }
    let head: String = name.chars().take(LIMIT - 17).collect();
    format!("{head}_{}", digest(&name))
}

/// A 64-bit FNV-1a digest as 16 hexadecimal digits: tells texts apart, protects nothing.
pub(crate) fn digest(text: &str) -> String {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}
