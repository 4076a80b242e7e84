//! Conditions as SQL. Every condition is either true or not: an unknown comparison (with null) does not hold, and its negation does.

use vestibule_resource::{Error, Hop, Many, Result, Value};

use crate::{
    dialect::operator,
    layout::Slot,
    query::{Condition, Op},
    resolve::{End, Way},
    sql::{Builder, Scope},
    touch::Touch,
    types::{Type, has_nul, json_has_nul},
};

const TRUE: &str = "TRUE";
const FALSE: &str = "FALSE";

/// What is asked about the value at the end of a path.
enum Test<'a> {
    Compare(Op, &'a Value),
    In(&'a [Value]),
    Present,
    Member(&'a [String], Op, &'a serde_json::Value),
}

impl<'a> Builder<'a> {
    pub(crate) fn condition(&mut self, scope: &mut Scope<'a>, condition: &Condition) -> Result<String> {
        match condition {
            Condition::True => Ok(TRUE.into()),
            Condition::False => Ok(FALSE.into()),
            Condition::All(list) => self.joined(scope, list, " AND ", TRUE),
            Condition::Any(list) => self.joined(scope, list, " OR ", FALSE),
            Condition::Not(inner) => Ok(format!("({}) IS NOT TRUE", self.condition(scope, inner)?)),
            Condition::Null { path } => Ok(format!("({}) IS NOT TRUE", self.test(scope, path, &Test::Present)?)),
            Condition::Compare { path, op: Op::Eq, value: Value::Null } => self.condition(scope, &Condition::Null { path: path.clone() }),
            Condition::Compare { path, op, value } => self.test(scope, path, &Test::Compare(*op, value)),
            Condition::In { path, values } => self.one_of(scope, path, values),
            Condition::Named { path, by, column, holds } => self.named(scope, path, (by, column), holds),
            Condition::Member { path, keys, op, value } => self.test(scope, path, &Test::Member(keys, *op, value)),
        }
    }

    fn joined(&mut self, scope: &mut Scope<'a>, list: &[Condition], word: &str, none: &str) -> Result<String> {
        let parts = list.iter().map(|part| self.condition(scope, part)).collect::<Result<Vec<_>>>()?;
        Ok(match parts.len() {
            0 => none.to_owned(),
            1 => parts.concat(),
            _ => format!("({})", parts.join(word)),
        })
    }

    fn one_of(&mut self, scope: &mut Scope<'a>, path: &str, values: &[Value]) -> Result<String> {
        let known: Vec<Value> = values.iter().filter(|value| !value.is_null()).cloned().collect();
        let found = self.test(scope, path, &Test::In(&known))?;
        if known.len() == values.len() {
            return Ok(found);
        }
        let null = self.condition(scope, &Condition::Null { path: path.to_owned() })?;
        Ok(format!("({found} OR {null})"))
    }

    /// `key IN (SELECT column …)` of the rows that name keys, which may be kept there as text.
    fn named(&mut self, scope: &mut Scope<'a>, path: &str, (by, column): (&str, &str), holds: &Condition) -> Result<String> {
        let of = self.catalog.find(by).ok_or_else(|| Error::internal(format!("{by} is not in the catalog")))?;
        let (key, slot) = scope.column(self, path)?;
        let number = self.alias();
        let mut inner = Scope::inner(self.layout(of)?, number);
        let holds = self.condition(&mut inner, holds)?;
        let (named, kept) = inner.column(self, column)?;
        let named = if kept.kind == slot.kind { named } else { self.dialect.key_of_text(&named, slot.kind) };
        let from = inner.from(self);
        self.looks_at.push(Touch::Rows(of.table));
        Ok(format!("{key} IN (SELECT {named} FROM {from} WHERE {holds})"))
    }

    fn test(&mut self, scope: &mut Scope<'a>, path: &str, test: &Test) -> Result<String> {
        let Way { hops, end } = self.resolve(scope.layout.resource, path)?;
        self.walk(scope, &hops, &end, test)
    }

    fn walk(&mut self, scope: &mut Scope<'a>, hops: &[Hop], end: &End, test: &Test) -> Result<String> {
        match (hops, end) {
            ([], End::Column(name)) => {
                let (column, slot) = scope.column(self, name)?;
                Ok(self.leaf(&column, slot.kind, test))
            }
            ([], End::Links(links)) => self.through(scope, links, &mut |builder, theirs, kind| Ok(builder.leaf(theirs, kind, test))),
            ([Hop::Ref { field, to }], End::Column(name)) if *name == to.key => {
                let (column, slot) = scope.column(self, field.name)?;
                Ok(self.leaf(&column, slot.kind, test))
            }
            ([Hop::Many { links, to }], End::Column(name)) if *name == to.key => {
                self.through(scope, links, &mut |builder, theirs, kind| Ok(builder.leaf(theirs, kind, test)))
            }
            ([Hop::Ref { field, to }, rest @ ..], _) => {
                let (column, _) = scope.column(self, field.name)?;
                let inner = self.keys_where(to, rest, end, test)?;
                Ok(format!("{column} IN {inner}"))
            }
            ([Hop::Many { links, to }, rest @ ..], _) => self.through(scope, links, &mut |builder, theirs, _| {
                let inner = builder.keys_where(to, rest, end, test)?;
                Ok(format!("{theirs} IN {inner}"))
            }),
        }
    }

    /// `(SELECT key …)` of the rows of which the rest of the path holds.
    fn keys_where(&mut self, to: &'static vestibule_resource::Resource, rest: &[Hop], end: &End, test: &Test) -> Result<String> {
        let number = self.alias();
        let mut inner = Scope::inner(self.layout(to)?, number);
        let holds = self.walk(&mut inner, rest, end, test)?;
        let (key, _) = inner.column(self, to.key)?;
        Ok(format!("(SELECT {key} FROM {} WHERE {holds})", inner.from(self)))
    }

    /// `key IN (SELECT mine …)` over the links of which `holds` is true of their column.
    fn through(
        &mut self,
        scope: &mut Scope<'a>,
        links: &Many,
        holds: &mut dyn FnMut(&mut Builder<'a>, &str, Type) -> Result<String>,
    ) -> Result<String> {
        let key = self.near_end(scope, links)?;
        let number = self.alias();
        let kind = self.schema.table(links.table).and_then(|table| table.column(links.theirs)).map_or(Type::Uuid, |column| column.kind);
        let holds = holds(self, &format!("l{number}.\"{}\"", links.theirs), kind)?;
        self.looks_at.push(Touch::Rows(links.table));
        self.looks_at.push(Touch::Column(links.table, links.mine));
        self.looks_at.push(Touch::Column(links.table, links.theirs));
        Ok(format!("{key} IN (SELECT l{number}.\"{}\" FROM \"{}\" AS l{number} WHERE {holds})", links.mine, links.table))
    }

    /// The column that the link table refers to: the key, or the one by which a base knows the row when the links are that base's.
    pub(crate) fn near_end(&mut self, scope: &mut Scope<'a>, links: &Many) -> Result<String> {
        let resource = scope.layout.resource;
        let key = self.schema.near_end(self.catalog, resource, links);
        Ok(scope.column(self, key)?.0)
    }

    fn leaf(&mut self, column: &str, kind: Type, test: &Test) -> String {
        match test {
            Test::Present => format!("{column} IS NOT NULL"),
            Test::In(values) => self.leaf_in(column, kind, values),
            Test::Compare(op, value) if kind == Type::Json && operator(*op).is_some() => self.member(column, &[], *op, &value.to_json()),
            Test::Compare(op, value) => self.leaf_compare(column, kind, *op, value),
            Test::Member(keys, op, value) => self.member(column, keys, *op, value),
        }
    }

    fn leaf_in(&mut self, column: &str, kind: Type, values: &[Value]) -> String {
        let fitting: Vec<Value> = values.iter().filter(|value| !has_nul(value)).filter_map(|value| kind.fit(value)).collect();
        match fitting.as_slice() {
            [] => FALSE.into(),
            list => format!("{column} IN {}", self.bind_list(kind, list)),
        }
    }

    fn leaf_compare(&mut self, column: &str, kind: Type, op: Op, value: &Value) -> String {
        if has_nul(value) {
            // Nothing stored holds NUL, so nothing equals or contains it; PostgreSQL would refuse the parameter.
            return FALSE.into();
        }
        match operator(op) {
            Some(sign) => match kind.fit(value) {
                Some(value) => format!("{column} {sign} {}", self.bind(kind, value)),
                None => FALSE.into(),
            },
            None => {
                let text = self.dialect.as_text(column, kind);
                self.text_compare(&text, op, &plain_text(value))
            }
        }
    }

    fn text_compare(&mut self, text: &str, op: Op, value: &str) -> String {
        match op {
            Op::EqIgnoreCase => {
                let bound = self.bind(Type::Text, value.into());
                self.dialect.equal_folded(text, &bound)
            }
            Op::Contains | Op::StartsWithIgnoreCase | Op::EndsWithIgnoreCase => {
                let bound = self.bind(Type::Text, self.dialect.pattern(op, value).into());
                self.dialect.matches(text, &bound)
            }
            Op::StartsWith => {
                let bound = self.bind(Type::Text, value.into());
                format!("substr({text}, 1, length({bound})) = {bound}")
            }
            Op::Eq | Op::Gt | Op::Lt | Op::Ge | Op::Le => {
                let bound = self.bind(Type::Text, value.into());
                format!("{text} {} {bound}", operator(op).unwrap_or("="))
            }
        }
    }

    /// A member of a JSON column, reached by its keys. Values of another JSON type never compare.
    fn member(&mut self, column: &str, keys: &[String], op: Op, value: &serde_json::Value) -> String {
        let mut json = column.to_owned();
        for key in keys {
            if key.contains('\0') {
                return FALSE.into();
            }
            let name = self.bind(Type::Text, self.dialect.member_name(key).into());
            json = self.dialect.member(&json, &name);
        }
        if json_has_nul(value) {
            return FALSE.into();
        }
        let kind = self.dialect.json_kind(&json);
        match (operator(op), value) {
            (None, _) => self.text_compare(&self.dialect.json_text(&json), op, &plain_json(value)),
            (Some(sign), serde_json::Value::String(text)) => {
                let bound = self.bind(Type::Text, text.as_str().into());
                format!("({kind} = 'text' AND {} {sign} {bound})", self.dialect.json_text(&json))
            }
            (Some(sign), serde_json::Value::Number(number)) => {
                let bound = self.bind(Type::Float, Value::Float(number.as_f64().unwrap_or_default()));
                let read = self.dialect.json_number(&json);
                // CASE, because databases may evaluate AND in any order and text has no number.
                format!("(CASE {kind} WHEN 'number' THEN {read} {sign} {bound} ELSE FALSE END)")
            }
            (Some("="), serde_json::Value::Null) => format!("{kind} = 'null'"),
            (Some("="), serde_json::Value::Bool(yes)) => format!("{kind} = '{yes}'"),
            (Some("="), serde_json::Value::Array(_) | serde_json::Value::Object(_)) => {
                let bound = self.bind(Type::Json, Value::from(value.clone()));
                self.dialect.json_equal(&json, &bound)
            }
            (Some(_), _) => FALSE.into(),
        }
    }

    /// The value at a path, for order and distinct values; `None` when links make it many values.
    pub(crate) fn value_at(&mut self, scope: &mut Scope<'a>, path: &str) -> Result<Option<(String, Slot)>> {
        let Way { hops, end } = self.resolve(scope.layout.resource, path)?;
        self.value_along(scope, &hops, &end)
    }

    fn value_along(&mut self, scope: &mut Scope<'a>, hops: &[Hop], end: &End) -> Result<Option<(String, Slot)>> {
        match (hops, end) {
            ([], End::Column(name)) => scope.column(self, name).map(Some),
            ([Hop::Ref { field, to }, rest @ ..], _) => {
                let (column, from) = scope.column(self, field.name)?;
                let number = self.alias();
                let mut inner = Scope::inner(self.layout(to)?, number);
                let Some((value, slot)) = self.value_along(&mut inner, rest, end)? else { return Ok(None) };
                let (key, _) = inner.column(self, to.key)?;
                let select = format!("(SELECT {value} FROM {} WHERE {key} = {column})", inner.from(self));
                Ok(Some((select, Slot { nullable: slot.nullable || from.nullable, ..slot })))
            }
            ([Hop::Many { .. }, ..], _) | ([], End::Links(_)) => Ok(None),
        }
    }
}

/// A value as the text that people type.
fn plain_text(value: &Value) -> String {
    match value {
        Value::Bool(yes) => yes.to_string(),
        Value::Json(json) => plain_json(json),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn plain_json(json: &serde_json::Value) -> String {
    json.as_str().map_or_else(|| json.to_string(), str::to_owned)
}
