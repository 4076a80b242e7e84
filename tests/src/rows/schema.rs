//! The tables, read from the migrations for PostgreSQL, which name the type of each column where SQLite does not tell them apart.

use std::{collections::BTreeSet, path::Path, sync::OnceLock};

use regex::Regex;

#[derive(Debug, Clone)]
pub(super) struct Table {
    pub(super) name: &'static str,
    pub(super) columns: Vec<Column>,
    pub(super) key: Vec<&'static str>,
    /// Sets of columns whose values together are in no two rows, without the key.
    pub(super) unique: Vec<Vec<&'static str>>,
}

#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) name: &'static str,
    pub(super) kind: Kind,
    /// The database numbers the rows itself.
    pub(super) numbered: bool,
    pub(super) nullable: bool,
    /// Table and key that it refers to.
    pub(super) refers: Option<(&'static str, &'static str)>,
    /// The only texts that it takes, when it takes only some.
    pub(super) words: Vec<&'static str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Int,
    Bool,
    Float,
    Json,
    Text,
    Time,
    Uuid,
}

impl Table {
    pub(super) fn column(&self, name: &str) -> &Column {
        self.columns.iter().find(|column| column.name == name).unwrap_or_else(|| panic!("{} has no {name}", self.name))
    }

    /// Whether no other row may have the same value in that one column.
    pub(super) fn is_unique(&self, column: &str) -> bool {
        self.key == [column] || self.unique.iter().any(|set| set == &[column])
    }

    /// Columns that lead to a row of its own in the table that this one extends.
    pub(super) fn bases(&self) -> Vec<(&'static str, &'static str, &'static str)> {
        let own = |column: &&Column| self.is_unique(column.name) && !column.nullable;
        self.columns.iter().filter(own).filter_map(|column| column.refers.map(|(table, key)| (column.name, table, key))).collect()
    }

    /// Whether it only ties rows of two tables.
    pub(super) fn is_link(&self) -> bool {
        self.columns.iter().all(|column| column.numbered || (column.refers.is_some() && !self.is_unique(column.name)))
    }
}

/// All tables, each after those that it must refer to.
pub(super) fn tables() -> Vec<Table> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/store/migrations/postgres");
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let text: String = files.iter().map(|file| std::fs::read_to_string(file).unwrap()).collect();
    static TEXT: OnceLock<String> = OnceLock::new();
    in_order(read(TEXT.get_or_init(|| text)))
}

fn read(text: &'static str) -> Vec<Table> {
    let whole = Regex::new(r#"(?s)CREATE TABLE "(\w+)" \(\n(.*?)\n\);"#).unwrap();
    let later = Regex::new(r#"ALTER TABLE "(\w+)" ADD (?:COLUMN )?(.*);"#).unwrap();
    let mut tables: Vec<Table> = Vec::new();
    for found in whole.captures_iter(text) {
        let (_, [name, lines]) = found.extract();
        let mut table = Table { name, columns: Vec::new(), key: Vec::new(), unique: Vec::new() };
        lines.lines().for_each(|line| part(&mut table, line.trim().trim_end_matches(',')));
        tables.push(table);
    }
    for found in later.captures_iter(text) {
        let (_, [name, line]) = found.extract();
        tables.iter_mut().filter(|table| table.name == name).for_each(|table| part(table, line));
    }
    tables
}

/// Adds what one line says of a table.
fn part(table: &mut Table, line: &'static str) {
    let quoted = |text: &'static str, mark: char| -> Vec<&'static str> { text.split(mark).skip(1).step_by(2).collect() };
    let Some(said) = line.strip_prefix("CONSTRAINT ") else {
        let name = quoted(line, '"')[0];
        let rest = line.trim_start_matches(&format!("\"{name}\"")).trim();
        let (numbered, nullable) = (rest.contains("IDENTITY"), !rest.contains("NOT NULL"));
        table.columns.push(Column { name, kind: kind(rest), numbered, nullable, refers: None, words: Vec::new() });
        return;
    };
    let names: Vec<&'static str> = quoted(said, '"').into_iter().skip(1).collect();
    let mut change = |name: &str, change: &dyn Fn(&mut Column)| table.columns.iter_mut().filter(|it| it.name == name).for_each(change);
    match said.split('"').nth(2).unwrap().trim().split(' ').next().unwrap() {
        "PRIMARY" => table.key = names,
        "UNIQUE" => table.unique.push(names),
        "FOREIGN" => change(names[0], &|column| column.refers = Some((names[1], names[2]))),
        "CHECK" => change(names[0], &|column| column.words = quoted(said, '\'')),
        other => panic!("{other} in {line}"),
    }
}

fn kind(text: &str) -> Kind {
    let kinds = [
        ("bigint", Kind::Int),
        ("boolean", Kind::Bool),
        ("double", Kind::Float),
        ("jsonb", Kind::Json),
        ("text", Kind::Text),
        ("timestamp", Kind::Time),
        ("uuid", Kind::Uuid),
    ];
    kinds.into_iter().find(|(word, _)| text.starts_with(word)).unwrap_or_else(|| panic!("what is {text}?")).1
}

fn in_order(mut waiting: Vec<Table>) -> Vec<Table> {
    let (mut done, mut ordered) = (BTreeSet::new(), Vec::new());
    while !waiting.is_empty() {
        let must = |column: &Column, table: &Table| column.refers.filter(|(to, _)| !column.nullable && *to != table.name);
        let ready =
            |table: &Table, done: &BTreeSet<&str>| table.columns.iter().filter_map(|it| must(it, table)).all(|(to, _)| done.contains(to));
        let next = waiting.iter().position(|table| ready(table, &done)).expect("tables refer to each other in a circle");
        let table = waiting.remove(next);
        done.insert(table.name);
        ordered.push(table);
    }
    ordered
}
