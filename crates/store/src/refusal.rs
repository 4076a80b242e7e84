//! What the database refused, in the contract's words.

use vestibule_resource::{Error, Invalid, Result, Value};

use crate::{
    Transaction,
    failure::{Failure, failed},
    schema::Schema,
    transaction::Written,
    types::Type,
    violation::{Violation, not_unique},
};

impl Transaction {
    /// What the database refused, in the contract's words.
    pub(crate) async fn refused(&mut self, error: Failure) -> Error {
        self.broken = true;
        let (store, unseen) = (self.store.clone(), std::mem::take(&mut self.unseen));
        let error = match told(store.schema(), error, &unseen) {
            Ok(told) => return told,
            Err(error) => error,
        };
        let Some(Violation::Foreign(column)) = Violation::read(&error, store.schema()) else { return failed(error) };
        for (table, written) in &unseen {
            match self.missing(table, column.as_deref(), written).await {
                Ok(Some(missing)) | Err(missing) => return missing,
                Ok(None) => {}
            }
        }
        failed(error)
    }

    /// Which of the written references lead nowhere. PostgreSQL names the column; SQLite has to be asked.
    async fn missing(&mut self, table: &'static str, column: Option<&str>, written: &[(&'static str, Value)]) -> Result<Option<Error>> {
        let store = self.store.clone();
        let mut invalid = Invalid::default();
        for (name, value) in written.iter().filter(|(name, value)| !value.is_null() && column.is_none_or(|column| column == *name)) {
            let known = store.schema().table(table).and_then(|table| table.column(name));
            let Some((kind, to)) = known.and_then(|known| Some((known.kind, known.references.as_ref()?))) else { continue };
            let absent = column.is_some() || {
                let mut builder = store.builder();
                let bound = builder.bind(kind, value.clone());
                let text = format!("SELECT 1 FROM \"{}\" WHERE \"{}\" = {bound}", to.table, to.column);
                let statement = builder.finish(text, vec![Type::Int])?;
                self.store.backend().counted();
                self.work.rows(statement).await.map_err(failed)?.is_empty()
            };
            if absent {
                invalid.add(name, format!("Invalid pk \"{value}\" - object does not exist."));
            }
        }
        Ok(invalid.check().err())
    }
}

/// A violation that tells by itself what is wrong, in the contract's words; any other error as it was.
pub(crate) fn told(schema: &Schema, error: Failure, unseen: &[Written]) -> Result<Error, Failure> {
    match Violation::read(&error, schema) {
        Some(Violation::Unique(table, columns)) => Ok(not_unique(schema, &table, &columns, error)),
        Some(Violation::Null(column)) => Ok(Error::field(&column, "This field may not be null.")),
        Some(Violation::Word(column)) => {
            let mut written = unseen.iter().rev().flat_map(|(_, written)| written);
            let word = written.find(|(name, _)| *name == column).map(|(_, value)| value.to_string()).unwrap_or_default();
            Ok(Error::field(&column, format!("\"{word}\" is not a valid choice.")))
        }
        Some(Violation::Foreign(_)) | None => Err(error),
    }
}
