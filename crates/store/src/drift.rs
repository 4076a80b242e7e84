//! Whether the live database is what the descriptors say. Both are told as sentences per table, and the sentences compared.

use std::collections::{BTreeMap, BTreeSet};

use vestibule_resource::{Result, Value};

use crate::{
    Dialect,
    backend::Backend,
    ddl::on_delete,
    introspect, migrate,
    schema::Schema,
    table::{Column, Table},
};

/// What is true of each table.
type Facts = BTreeMap<String, BTreeSet<String>>;

pub(crate) async fn compare(backend: &Backend, schema: &Schema) -> Result<Vec<String>> {
    let dialect = backend.dialect();
    let wanted: Facts = schema.tables.iter().map(|table| (table.name.to_owned(), facts(table, dialect))).collect();
    let live = live(backend).await?;
    let mut drift = Vec::new();
    for (table, wanted) in &wanted {
        match live.get(table) {
            None => drift.push(format!("table {table} is missing")),
            Some(live) => drift.extend(differences(table, wanted, live)),
        }
    }
    let unknown = live.keys().filter(|table| !wanted.contains_key(*table) && *table != migrate::TABLE);
    drift.extend(unknown.map(|table| format!("table {table} belongs to no descriptor")));
    Ok(drift)
}

fn differences(table: &str, wanted: &BTreeSet<String>, live: &BTreeSet<String>) -> Vec<String> {
    let missing = wanted.difference(live).map(|fact| format!("table {table} lacks {fact}"));
    let extra = live.difference(wanted).map(|fact| format!("table {table} has {fact}, of which no descriptor knows"));
    missing.chain(extra).collect()
}

/// What the descriptors say of a table.
fn facts(table: &Table, dialect: Dialect) -> BTreeSet<String> {
    let mut facts: BTreeSet<String> = table.columns.iter().flat_map(|column| column_facts(table, column, dialect)).collect();
    facts.insert(format!("primary key {}", table.primary));
    facts.extend(table.unique.iter().map(|columns| format!("unique {}", columns.join(", "))));
    facts.extend(table.indexes.iter().map(|index| format!("index {}", table.index_name(index))));
    facts.extend(table.base.map(|_| format!("trigger {}", table.trigger_name())));
    facts
}

fn column_facts(table: &Table, column: &Column, dialect: Dialect) -> Vec<String> {
    let null = if column.nullable { "" } else { " not null" };
    let mut facts = vec![format!("column {} {}{null}", column.name, dialect.column_type(column.kind))];
    if let Some(to) = &column.references {
        facts.push(format!("reference {} to {}.{} {}", column.name, to.table, to.column, on_delete(to.on_delete)));
    }
    if let Some(words) = &column.words {
        facts.push(check_fact(&table.constraint(&[column.name], "check"), words.iter().map(|word| (*word).to_owned()).collect()));
    }
    facts
}

fn check_fact(name: &str, words: BTreeSet<String>) -> String {
    let words: Vec<String> = words.into_iter().collect();
    format!("check {name} of {}", words.join(", "))
}

/// What is true of the live tables.
async fn live(backend: &Backend) -> Result<Facts> {
    let dialect = backend.dialect();
    let mut facts = Facts::new();
    for statement in introspect::facts(dialect) {
        for row in backend.rows(statement).await? {
            if let [Value::Text(table), Value::Text(fact)] = row.as_slice() {
                facts.entry(table.clone()).or_default().insert(fact.clone());
            }
        }
    }
    for row in backend.rows(introspect::definitions(dialect)).await? {
        if let [Value::Text(table), Value::Text(definition)] = row.as_slice() {
            facts.entry(table.clone()).or_default().extend(checks(definition));
        }
    }
    Ok(facts)
}

/// The check constraints in a definition: `CONSTRAINT "name" CHECK (… 'word' …)`, as we write it and as PostgreSQL repeats it.
fn checks(definition: &str) -> Vec<String> {
    let mut found = Vec::new();
    for part in definition.split("CONSTRAINT \"").skip(1) {
        let Some((name, rest)) = part.split_once("\" CHECK ") else { continue };
        let line = rest.lines().next().unwrap_or_default();
        found.push(check_fact(name, words(line)));
    }
    found
}

/// The quoted words in a piece of SQL.
fn words(sql: &str) -> BTreeSet<String> {
    let joined = sql.replace("''", "\u{1}");
    joined.split('\'').skip(1).step_by(2).map(|word| word.replace('\u{1}', "'")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_a_check_are_found_in_both_dialects_spelling() {
        let ours = words("(\"mode\" IN ('any', 'it''s'))");
        let theirs = words("((mode = ANY (ARRAY['any'::text, 'it''s'::text])))");
        assert_eq!(ours, theirs);
        assert_eq!(ours, BTreeSet::from(["any".to_owned(), "it's".to_owned()]));
    }
}
