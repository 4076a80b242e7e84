//! Figures: rows counted by what they have in common.

use vestibule_resource::{Error, Result, Value};

use crate::{
    Query, Store,
    sql::{Builder, Scope, Statement},
    types::Type,
};

/// What rows are counted by.
#[derive(Debug, Clone, Copy)]
pub enum Gather {
    /// The value at a path that leads over no links.
    Path(&'static str),
    /// A member of the JSON object at a path, reached by these names; null when there is none.
    Member(&'static str, &'static [&'static str]),
    /// The beginning of the span of so many seconds, counted from 1970, into which the time at a path falls.
    Span(&'static str, u32),
}

/// Rows that have something in common.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    /// What they have in common, a value for each [`Gather`].
    pub by: Vec<Value>,
    /// How many they are.
    pub rows: u64,
    /// How many different values they have of what else was asked for; 0 when nothing was.
    pub distinct: u64,
}

impl Store {
    /// Counts the rows that answer the query by what they have in common, the largest groups first; the limit and offset of the query
    /// are about groups. With nothing to gather by there is one group. `distinct` is what different values are counted of.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn tally(&self, query: &Query, by: &[Gather], distinct: Option<&Gather>) -> Result<Vec<Tally>> {
        let rows = self.backend().rows(self.builder().tally(query, by, distinct)?).await?;
        let number = |value: Option<Value>| value.and_then(|value| u64::try_from(value.as_int()?).ok()).unwrap_or_default();
        let group = |mut row: Vec<Value>| {
            let (distinct, rows) = (number(row.pop()), number(row.pop()));
            Tally { by: row, rows, distinct }
        };
        Ok(rows.into_iter().map(group).collect())
    }
}

impl<'a> Builder<'a> {
    fn tally(mut self, query: &Query, by: &[Gather], distinct: Option<&Gather>) -> Result<Statement> {
        let mut scope = Scope::outer(self.layout(query.resource)?);
        let (mut parts, mut types) = (Vec::new(), Vec::new());
        for gather in by {
            let (value, kind) = self.gathered(&mut scope, gather)?;
            parts.push(value);
            types.push(kind);
        }
        parts.push("count(*)".into());
        parts.push(match distinct {
            Some(gather) => format!("count(DISTINCT {})", self.gathered(&mut scope, gather)?.0),
            None => "CAST(0 AS BIGINT)".into(),
        });
        types.extend([Type::Int, Type::Int]);
        let condition = self.visible(&mut scope, query)?;
        let page = self.page(query);
        let from = scope.from(&mut self);
        let text = format!("SELECT {} FROM {from} WHERE {condition}{}{page}", parts.join(", "), grouped(by.len()));
        self.finish(text, types)
    }

    fn gathered(&mut self, scope: &mut Scope<'a>, gather: &Gather) -> Result<(String, Type)> {
        let (Gather::Path(path) | Gather::Member(path, _) | Gather::Span(path, _)) = gather;
        let resource = scope.layout.resource;
        let many = || Error::internal(format!("{} has not one value at {path}", resource.model));
        let (value, slot) = self.value_at(scope, path)?.ok_or_else(many)?;
        Ok(match gather {
            Gather::Path(_) => (value, slot.kind),
            Gather::Member(_, names) => (self.member_at(value, names), Type::Json),
            Gather::Span(_, seconds) => (self.dialect.span(&value, *seconds), Type::Time),
        })
    }

    fn member_at(&mut self, json: String, names: &[&str]) -> String {
        names.iter().fold(json, |json, name| {
            let name = self.bind(Type::Text, self.dialect.member_name(name).into());
            self.dialect.member(&json, &name)
        })
    }
}

/// GROUP BY and ORDER BY for so many things in common: the largest first, and always in the same order.
fn grouped(things: usize) -> String {
    if things == 0 {
        return String::new();
    }
    let places: Vec<String> = (1..=things).map(|place| place.to_string()).collect();
    format!(" GROUP BY {0} ORDER BY {1} DESC, {0}", places.join(", "), things + 1)
}
