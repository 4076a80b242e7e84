//! Questions as SELECT statements.

use vestibule_resource::{Many, Record, Result, Value};

use crate::{
    layout::Layout,
    query::{Condition, Direction, Op, Query},
    sql::{Builder, Scope, Statement},
    touch::Touch,
    types::Type,
};

impl<'a> Builder<'a> {
    /// The rows that answer the query.
    pub(crate) fn select(mut self, query: &Query, tail: &str) -> Result<Statement> {
        let layout = self.layout(query.resource)?;
        let mut scope = Scope::outer(layout);
        scope.join(layout.depth());
        let condition = self.visible(&mut scope, query)?;
        let order = self.order(&mut scope, query)?;
        let page = self.page(query);
        let from = scope.from(&mut self);
        let text = format!("SELECT {} FROM {from} WHERE {condition}{order}{page}{tail}", layout.select);
        self.finish(text, layout.types.clone())
    }

    /// A row if any answers the query; nothing of it is read, for what `1` is differs between the databases.
    pub(crate) fn exists(mut self, query: &Query) -> Result<Statement> {
        let mut scope = Scope::outer(self.layout(query.resource)?);
        let condition = self.visible(&mut scope, query)?;
        let from = scope.from(&mut self);
        self.finish(format!("SELECT 1 FROM {from} WHERE {condition} LIMIT 1"), Vec::new())
    }

    /// How many rows answer the query, and what that number depends on.
    pub(crate) fn count(mut self, query: &Query) -> Result<(Statement, Vec<Touch>)> {
        let mut scope = Scope::outer(self.layout(query.resource)?);
        let condition = self.visible(&mut scope, query)?;
        let from = scope.from(&mut self);
        let mut looks_at = std::mem::take(&mut self.looks_at);
        looks_at.sort_unstable();
        looks_at.dedup();
        Ok((self.finish(format!("SELECT count(*) FROM {from} WHERE {condition}"), vec![Type::Int])?, looks_at))
    }

    /// The distinct values at a path among the rows that answer the query.
    pub(crate) fn distinct(mut self, query: &Query, path: &str) -> Result<Statement> {
        let mut scope = Scope::outer(self.layout(query.resource)?);
        let resource = query.resource;
        let many = || vestibule_resource::Error::internal(format!("{} has not one value at {path}", resource.model));
        let (value, slot) = self.value_at(&mut scope, path)?.ok_or_else(many)?;
        let condition = self.visible(&mut scope, query)?;
        let page = self.page(query);
        let from = scope.from(&mut self);
        let order = self.dialect.order("1", Direction::Ascending, slot.nullable);
        let text = format!("SELECT DISTINCT {value} FROM {from} WHERE {condition} ORDER BY {order}{page}");
        self.finish(text, vec![slot.kind])
    }

    /// Pairs of linked keys, of these objects or of all.
    pub(crate) fn links(mut self, links: &Many, mine: Option<&[Value]>) -> Result<Statement> {
        let Many { table, mine: near, theirs: far, .. } = links;
        let missing = || vestibule_resource::Error::internal(format!("there is no link table {table} with {near} and {far}"));
        let known = self.schema.table(table).ok_or_else(missing)?;
        let [mine_kind, their_kind] = [known.column(near).ok_or_else(missing)?.kind, known.column(far).ok_or_else(missing)?.kind];
        let order = known.column("order").map(|_| "\"order\", ").unwrap_or_default();
        let condition = match mine {
            Some(keys) => {
                let fitting: Vec<Value> = keys.iter().filter_map(|key| mine_kind.fit(key)).filter(|key| !key.is_null()).collect();
                if fitting.is_empty() { "FALSE".to_owned() } else { format!("\"{near}\" IN {}", self.bind_list(mine_kind, &fitting)) }
            }
            None => "TRUE".to_owned(),
        };
        let present = format!("\"{near}\" IS NOT NULL AND \"{far}\" IS NOT NULL");
        let text =
            format!("SELECT \"{near}\", \"{far}\" FROM \"{table}\" WHERE {condition} AND {present} ORDER BY {order}\"{}\"", known.primary);
        self.finish(text, vec![mine_kind, their_kind])
    }

    /// Everything that is reached from these keys by following the links again and again.
    pub(crate) fn closure(mut self, links: &Many, start: &[Value]) -> Result<Statement> {
        let Many { table, mine, theirs, .. } = links;
        let kind = self.schema.table(table).and_then(|known| known.column(theirs)).map_or(Type::Uuid, |column| column.kind);
        let fitting: Vec<Value> = start.iter().filter_map(|key| kind.fit(key)).filter(|key| !key.is_null()).collect();
        let start = if fitting.is_empty() { "FALSE".to_owned() } else { format!("\"{mine}\" IN {}", self.bind_list(kind, &fitting)) };
        let text = format!(
            "WITH RECURSIVE reached(\"key\") AS (SELECT \"{theirs}\" FROM \"{table}\" WHERE {start} \
             UNION SELECT l.\"{theirs}\" FROM \"{table}\" AS l JOIN reached ON l.\"{mine}\" = reached.\"key\") SELECT \"key\" FROM reached"
        );
        self.finish(text, vec![kind])
    }

    /// The query's condition, and that rows past their expiry do not exist.
    pub(crate) fn visible(&mut self, scope: &mut Scope<'a>, query: &Query) -> Result<String> {
        let condition = self.condition(scope, &query.condition)?;
        if query.include_expired || !query.resource.expires {
            return Ok(condition);
        }
        let past = Condition::is("expiring", true).and(Condition::compare("expires", Op::Lt, self.now));
        let hidden = self.condition(scope, &Condition::Not(Box::new(past)))?;
        Ok(format!("{condition} AND {hidden}"))
    }

    /// ORDER BY, with the key as its last criterion, in the direction of the one before so that one index serves both.
    fn order(&mut self, scope: &mut Scope<'a>, query: &Query) -> Result<String> {
        let mut parts = Vec::new();
        let mut direction = Direction::Ascending;
        for order in &query.order {
            let Some((value, slot)) = self.value_at(scope, &order.path)? else { continue };
            parts.push(self.dialect.order(&value, order.direction, slot.nullable));
            direction = order.direction;
            if self.is_key(scope.layout, &order.path) {
                return Ok(format!(" ORDER BY {}", parts.join(", ")));
            }
        }
        let (key, slot) = scope.column(self, query.resource.key)?;
        parts.push(self.dialect.order(&key, direction, slot.nullable));
        Ok(format!(" ORDER BY {}", parts.join(", ")))
    }

    /// Whether no two rows share the own column's value and every row has one, so that it settles the order.
    fn is_key(&self, layout: &Layout, path: &str) -> bool {
        let Some(slot) = layout.slot(path).filter(|slot| slot.level == 0 && !slot.nullable) else { return false };
        let table = self.schema.table(layout.resource.table);
        table.is_some_and(|table| table.primary == slot.name || table.unique.iter().any(|columns| columns.as_slice() == [slot.name]))
    }

    /// LIMIT and OFFSET.
    pub(crate) fn page(&mut self, query: &Query) -> String {
        let number = |rows: u64| Value::Int(i64::try_from(rows).unwrap_or(i64::MAX));
        let limit = match (query.limit, query.offset) {
            (Some(rows), _) => format!(" LIMIT {}", self.bind(Type::Int, number(rows))),
            (None, 1..) => self.dialect.no_limit().to_owned(),
            (None, 0) => String::new(),
        };
        if query.offset == 0 { limit } else { format!("{limit} OFFSET {}", self.bind(Type::Int, number(query.offset))) }
    }
}

/// A row as a record.
pub(crate) fn record(layout: &Layout, row: Vec<Value>) -> Record {
    let names = layout.slots.iter().map(|slot| slot.name);
    Record::new(layout.resource, names.zip(row).collect())
}
