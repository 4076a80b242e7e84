//! One more row of any table, with everything that it must refer to.

use serde_json::Value as Json;

use super::{
    Rows,
    schema::{Column, Kind, Table},
};

impl Rows {
    /// Adds the row of that number and answers its key. `given` says some of its values, or those of the tables that it extends; an
    /// object stands for the key of a row that has these values. Everything else has a value of its kind that other numbers do not have.
    pub async fn add(&mut self, table: &str, number: usize, given: &Json) -> String {
        let table = self.table(table);
        let (mut names, mut values) = (Vec::new(), Vec::new());
        for column in table.columns.iter().filter(|column| !column.numbered || given.get(column.name).is_some()) {
            let base = table.bases().into_iter().find(|(name, ..)| *name == column.name);
            let value = match base.filter(|_| given.get(column.name).is_none()) {
                Some((_, to, _)) => {
                    let made = Box::pin(self.add(to, number, given)).await;
                    self.literal(column, &made)
                }
                None => self.value(&table, column, number, given.get(column.name)).await,
            };
            names.push(format!("\"{}\"", column.name));
            values.push(value);
        }
        self.run(format!("INSERT INTO \"{}\" ({}) VALUES ({})", table.name, names.join(", "), values.join(", "))).await;
        let key = table.key.first().copied().unwrap_or("id");
        match names.iter().position(|name| name.trim_matches('"') == key) {
            Some(place) => values[place].trim_matches('\'').to_owned(),
            None => self.newest(table.name).await,
        }
    }

    /// The greatest key of a table; nothing for a table without one.
    pub async fn newest(&mut self, table: &str) -> String {
        let table = self.table(table);
        let key = table.key.first().copied().unwrap_or("id");
        let newest = format!("SELECT CAST(\"{key}\" AS text) AS found FROM \"{}\" ORDER BY \"{key}\" DESC LIMIT 1", table.name);
        if table.columns.iter().any(|column| column.name == key) {
            self.texts(newest).await.pop().unwrap_or_default()
        } else {
            String::new()
        }
    }

    /// Sets one column of the row with that key, to what takes its place in [`Rows::add`] or, for null, to another value than most
    /// rows have, and answers it as text.
    pub async fn set(&mut self, table: &str, key: &str, column: &str, value: &Json) -> String {
        let table = self.table(table);
        let by = table.column(table.key.first().copied().unwrap_or("id"));
        let sql = self.value(&table, table.column(column), 1, Some(value).filter(|value| !value.is_null())).await;
        let key = self.literal(by, key);
        self.run(format!("UPDATE \"{}\" SET \"{column}\" = {sql} WHERE \"{}\" = {key}", table.name, by.name)).await;
        match value {
            Json::Null => sql.trim_matches('\'').to_owned(),
            Json::String(text) => text.clone(),
            other => other.to_string(),
        }
    }

    async fn value(&mut self, table: &Table, column: &Column, number: usize, given: Option<&Json>) -> String {
        match given {
            None => self.own(table, column, number).await,
            Some(Json::Null) => "NULL".into(),
            Some(Json::Object(wanted)) if column.refers.is_some() => self.key_of(column, wanted).await,
            Some(Json::String(text)) => self.literal(column, text),
            Some(other) => self.literal(column, &other.to_string()),
        }
    }

    /// A value of the column's kind.
    async fn own(&mut self, table: &Table, column: &Column, number: usize) -> String {
        if let Some((to, key)) = column.refers {
            return self.row_of(column, to, key, number).await;
        }
        let word = column.words.get(number % column.words.len().max(1)).map(|word| (*word).to_owned());
        self.literal(
            column,
            &word.unwrap_or_else(|| match column.kind {
                Kind::Int => number.to_string(),
                Kind::Bool => (number % 2 == 1).to_string(),
                Kind::Float => format!("{number}.5"),
                Kind::Json => format!("{{\"zq\": {number}}}"),
                Kind::Text => format!("zq {} {} {number}", table.name, column.name),
                Kind::Time => format!("2098-01-{:02}T00:00:00Z", number % 28 + 1),
                Kind::Uuid => uuid(self.place(table.name), number),
            }),
        )
    }

    /// The key of a row to refer to: another one for each number, where there are several.
    async fn row_of(&mut self, column: &Column, to: &str, key: &str, number: usize) -> String {
        let keys = self.texts(format!("SELECT CAST(\"{key}\" AS text) AS found FROM \"{to}\" ORDER BY \"{key}\" DESC LIMIT 9")).await;
        match keys.get(number % keys.len().max(1)) {
            Some(found) => self.literal(column, &found.clone()),
            None if column.nullable => "NULL".into(),
            None => {
                let made = Box::pin(self.add(to, number, &Json::Null)).await;
                self.literal(column, &made)
            }
        }
    }

    async fn key_of(&mut self, column: &Column, wanted: &serde_json::Map<String, Json>) -> String {
        let (to, key) = column.refers.unwrap();
        let target = self.table(to);
        let text = |value: &Json| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let tests: Vec<String> =
            wanted.iter().map(|(name, value)| format!("\"{name}\" = {}", self.literal(target.column(name), &text(value)))).collect();
        let found = self.texts(format!("SELECT CAST(\"{key}\" AS text) FROM \"{to}\" WHERE {}", tests.join(" AND "))).await;
        self.literal(column, found.first().unwrap_or_else(|| panic!("no {to} with {wanted:?}")))
    }

    /// A text as SQL of the column's kind.
    pub(super) fn literal(&self, column: &Column, text: &str) -> String {
        match column.kind {
            Kind::Int | Kind::Float => text.into(),
            Kind::Bool if self.connection.is_sqlite() => u8::from(text == "true").to_string(),
            Kind::Bool => text.into(),
            // Whole seconds; SQLite has microseconds since 1970.
            Kind::Time if self.connection.is_sqlite() => format!("unixepoch('{text}') * 1000000"),
            _ => format!("'{}'", text.replace('\'', "''")),
        }
    }

    /// Where the table stands among all, as part of keys.
    pub(super) fn place(&self, table: &str) -> usize {
        self.tables.iter().position(|other| other.name == table).unwrap() + 1
    }
}

/// The key of the row of that number.
pub(super) fn uuid(place: usize, number: usize) -> String {
    format!("{place:08x}-0000-4000-8000-{number:012x}")
}
