//! The server's own notes: facts that must survive a restart and belong to no resource.

use std::sync::Arc;

use serde_json::Value as Json;
use vestibule_resource::{Result, Value};

use crate::{
    Transaction,
    internal::SETTING,
    sql::{Builder, Statement},
    touch::Touch,
    types::Type,
};

impl Transaction {
    /// What the server noted for itself under that name, as this transaction sees it.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn setting(&mut self, key: &str) -> Result<Option<Json>> {
        let statement = read(self.builder(), key)?;
        Ok(value(self.rows(statement).await?))
    }

    /// Notes a value under a name, in place of what stood there.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn set_setting(&mut self, key: &str, value: Json) -> Result<()> {
        self.note(key, value, "DO UPDATE SET \"value\" = excluded.\"value\"").await.map(|_| ())
    }

    /// Notes a value under a name unless something stands there. Whether it was noted: of several that try, one succeeds.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn claim_setting(&mut self, key: &str, value: Json) -> Result<bool> {
        Ok(self.note(key, value, "DO NOTHING").await? == 1)
    }

    async fn note(&mut self, key: &str, value: Json, otherwise: &str) -> Result<u64> {
        let mut builder = self.builder();
        let (name, value) = (builder.bind(Type::Text, key.into()), builder.bind(Type::Json, Value::from(value)));
        let text =
            format!("INSERT INTO \"{}\" (\"key\", \"value\") VALUES ({name}, {value}) ON CONFLICT (\"key\") {otherwise}", SETTING.table);
        let statement = builder.finish(text, Vec::new())?;
        self.touched.insert(Touch::Rows(SETTING.table));
        self.run(statement).await
    }
}

pub(crate) fn read(mut builder: Builder<'_>, key: &str) -> Result<Statement> {
    let name = builder.bind(Type::Text, key.into());
    builder.finish(format!("SELECT \"value\" FROM \"{}\" WHERE \"key\" = {name}", SETTING.table), vec![Type::Json])
}

pub(crate) fn value(mut rows: Vec<Vec<Value>>) -> Option<Json> {
    match rows.pop()?.pop()? {
        Value::Json(json) => Some(Arc::unwrap_or_clone(json)),
        _ => None,
    }
}
