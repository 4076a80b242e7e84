//! Tables as CREATE statements.

use std::fmt::Write as _;

use vestibule_resource::{Catalog, OnDelete};

use crate::{
    dialect::Dialect,
    schema::Schema,
    table::{Column, Index, Reference, Table},
};

/// The statements that make every table of the catalog and the store's own, in an order in which they can be run.
pub fn schema(catalog: &Catalog, dialect: Dialect) -> String {
    let schema = Schema::new(catalog);
    let mut sql = String::new();
    let mut later = String::new();
    let mut made: Vec<&str> = Vec::new();
    for table in &schema.tables {
        made.push(table.name);
        let ahead = |to: &Reference| !dialect.refers_ahead() && !made.contains(&to.table);
        create_table(&mut sql, table, dialect, &ahead);
        for column in &table.columns {
            if column.references.as_ref().is_some_and(ahead) {
                let _ = writeln!(later, "ALTER TABLE \"{}\" ADD {};", table.name, foreign_key(table, column));
            }
        }
        for index in &table.indexes {
            create_index(&mut sql, table, index, dialect);
        }
        sql.push('\n');
    }
    sql.push_str(&later);
    for table in &schema.tables {
        sql.push_str(&trigger(table, dialect));
    }
    sql
}

fn create_table(sql: &mut String, table: &Table, dialect: Dialect, ahead: &dyn Fn(&Reference) -> bool) {
    let mut lines: Vec<String> = table.columns.iter().map(|column| column_line(column, dialect)).collect();
    let counted = table.column(table.primary).is_some_and(|column| column.serial);
    if !(counted && dialect.serial_is_primary()) {
        lines.push(format!("CONSTRAINT \"{}\" PRIMARY KEY (\"{}\")", table.primary_name(), table.primary));
    }
    for columns in &table.unique {
        lines.push(format!("CONSTRAINT \"{}\" UNIQUE ({})", table.constraint(columns, "key"), quoted(columns)));
    }
    let within = |column: &&Column| column.references.as_ref().is_some_and(|to| !ahead(to));
    lines.extend(table.columns.iter().filter(within).map(|column| foreign_key(table, column)));
    lines.extend(table.columns.iter().filter_map(|column| check(table, column)));
    let _ = writeln!(sql, "CREATE TABLE \"{}\" (\n    {}\n){};", table.name, lines.join(",\n    "), dialect.table_options());
}

fn column_line(column: &Column, dialect: Dialect) -> String {
    if column.serial {
        return format!("\"{}\" {}", column.name, dialect.serial());
    }
    let null = if column.nullable { "" } else { " NOT NULL" };
    format!("\"{}\" {}{null}", column.name, dialect.column_type(column.kind))
}

fn foreign_key(table: &Table, column: &Column) -> String {
    let Some(to) = &column.references else { return String::new() };
    format!(
        "CONSTRAINT \"{}\" FOREIGN KEY (\"{}\") REFERENCES \"{}\" (\"{}\") ON DELETE {}",
        table.constraint(&[column.name], "fkey"),
        column.name,
        to.table,
        to.column,
        on_delete(to.on_delete)
    )
}

/// What the database does when the referenced row goes, in both dialects' words.
pub(crate) fn on_delete(action: OnDelete) -> &'static str {
    match action {
        OnDelete::Cascade => "CASCADE",
        OnDelete::SetNull | OnDelete::SetDefault => "SET NULL",
    }
}

fn check(table: &Table, column: &Column) -> Option<String> {
    let words = column.words.as_ref()?;
    let list: Vec<String> = words.iter().map(|word| format!("'{}'", word.replace('\'', "''"))).collect();
    let name = table.constraint(&[column.name], "check");
    Some(format!("CONSTRAINT \"{name}\" CHECK (\"{}\" IN ({}))", column.name, list.join(", ")))
}

fn create_index(sql: &mut String, table: &Table, index: &Index, dialect: Dialect) {
    let columns = match index.columns.as_slice() {
        [column] if index.folded => dialect.folded_column(column),
        columns => quoted(columns),
    };
    let _ = writeln!(sql, "CREATE INDEX \"{}\" ON \"{}\" ({columns});", table.index_name(index), table.name);
}

/// A row of an extending table takes its base row with it, also when it goes by cascade.
fn trigger(table: &Table, dialect: Dialect) -> String {
    let Some(base) = table.base else { return String::new() };
    let action = format!("DELETE FROM \"{}\" WHERE \"{}\" = OLD.\"{}\"", base.table, base.key, base.link);
    dialect.after_delete(&table.trigger_name(), table.name, &action)
}

fn quoted(columns: &[&str]) -> String {
    let list: Vec<String> = columns.iter().map(|column| format!("\"{column}\"")).collect();
    list.join(", ")
}
