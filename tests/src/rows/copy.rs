//! Many rows like one that is there.

use super::{
    Rows,
    schema::{Kind, Table},
};

impl Rows {
    /// Copies the newest row, with the rows that it extends and its links, to as many rows with the numbers from `first` on.
    /// A column whose values may not be repeated names a number; of columns that may not be repeated together, one does. Rows that
    /// are copied before can be referred to in that way.
    pub async fn copy(&mut self, table: &str, first: usize, many: usize) {
        let key = &self.newest(table).await;
        let table = self.table(table);
        let numbers =
            format!("WITH RECURSIVE numbers(n) AS (SELECT {first} UNION ALL SELECT n + 1 FROM numbers WHERE n < {}) ", first + many - 1);
        let place = self.place(table.name);
        let by = table.key.first().copied().unwrap_or("id");
        self.copy_row(&numbers, &table, place, by, key).await;
        for link in self.tables.clone().into_iter().filter(Table::is_link) {
            // From one end only: many at both ends would be very many.
            let near = link.columns.iter().find(|column| column.refers.is_some());
            for column in near.into_iter().filter(|column| column.refers.is_some_and(|(to, _)| to == table.name)) {
                let own = self.number(column.kind, place);
                let others: Vec<_> = link.columns.iter().filter(|other| !other.numbered && other.name != column.name).collect();
                let others: String = others.iter().map(|other| format!(", \"{}\"", other.name)).collect();
                let (name, link_name, is) = (column.name, link.name, self.literal(column, key));
                self.run(format!(
                    "{numbers}INSERT INTO \"{link_name}\" (\"{name}\"{others}) SELECT {own}{others} FROM \"{link_name}\", numbers WHERE \"{name}\" = {is}"
                ))
                .await;
            }
        }
    }

    async fn copy_row(&mut self, numbers: &str, table: &Table, place: usize, by: &str, key: &str) {
        let is = self.literal(table.column(by), key);
        for (column, base, base_key) in table.bases() {
            let found = format!("SELECT CAST(\"{column}\" AS text) FROM \"{}\" WHERE \"{by}\" = {is}", table.name);
            let found = self.texts(found).await.remove(0);
            Box::pin(self.copy_row(numbers, &self.table(base), place, base_key, &found)).await;
        }
        let varied: Vec<&str> = table.unique.iter().filter_map(|set| self.varied(table, set)).collect();
        let (mut names, mut values) = (Vec::new(), Vec::new());
        for column in &table.columns {
            let name = format!("\"{}\"", column.name);
            values.push(match column.refers {
                // Whatever may have only one of these already has one.
                Some(_) if column.nullable && table.is_unique(column.name) => "NULL".into(),
                Some((to, _)) if varied.contains(&column.name) && !table.is_unique(column.name) => self.number(column.kind, self.place(to)),
                _ if table.key.first() == Some(&column.name) || column.numbered => self.number(column.kind, place),
                Some(_) if table.is_unique(column.name) => self.number(column.kind, place),
                _ if varied.contains(&column.name) => match column.kind {
                    Kind::Text => format!("CASE WHEN {name} IS NULL THEN NULL ELSE 'n{place}.' || n || '.' || {name} END"),
                    Kind::Int => format!("{name} + n"),
                    kind => self.number(kind, place),
                },
                _ => name.clone(),
            });
            names.push(name);
        }
        let (names, values) = (names.join(", "), values.join(", "));
        self.run(format!("{numbers}INSERT INTO \"{0}\" ({names}) SELECT {values} FROM \"{0}\", numbers WHERE \"{by}\" = {is}", table.name))
            .await;
    }

    /// Which of columns that may not be repeated together takes the number: one that refers to nothing, else one to a whole object.
    fn varied(&self, table: &Table, set: &[&'static str]) -> Option<&'static str> {
        let plain = |name: &&&str| table.column(name).refers.is_none() && table.column(name).words.is_empty();
        let whole = |name: &&&str| {
            table.column(name).refers.is_some_and(|(to, _)| ["user", "group", "role", "request_rule", "request_rule_binding"].contains(&to))
        };
        set.iter().find(plain).or_else(|| set.iter().find(whole)).or(set.first()).copied()
    }

    /// The key of the row of the number `n` of the table at that place.
    fn number(&self, kind: Kind, place: usize) -> String {
        match (kind, self.connection.is_sqlite()) {
            (Kind::Int, _) => format!("{} + n", place * 1_000_000),
            (_, true) => format!("printf('{place:08x}-0000-4000-9000-%012x', n)"),
            (_, false) => format!("CAST('{place:08x}-0000-4000-9000-' || lpad(to_hex(n), 12, '0') AS uuid)"),
        }
    }
}
