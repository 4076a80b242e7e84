//! What a filter says, as a condition on the rows of a list.

use serde_json::Value as Json;
use vestibule_resource::{Field, Kind, Resource, Value};
use vestibule_store::{Condition, Op};

use super::{Comparison, Filter, Literal, Test};
use crate::parse;

impl Filter {
    /// The same of the rows of a resource; `None` when a name is none of its fields that everybody may see who sees the object, or a
    /// literal cannot be a value of its field. Names go into objects of JSON, not into other resources: who sees a user need not see
    /// their groups.
    pub(crate) fn condition(&self, resource: &'static Resource) -> Option<Condition> {
        let every = |filters: &[Filter]| filters.iter().map(|filter| filter.condition(resource)).collect::<Option<Vec<_>>>();
        match self {
            Filter::All(all) => every(all).map(Condition::All),
            Filter::Any(any) => every(any).map(Condition::Any),
            Filter::Is(comparison) => comparison.condition(resource),
        }
    }
}

impl Comparison {
    fn condition(&self, resource: &'static Resource) -> Option<Condition> {
        let place = Place::of(resource, &self.name)?;
        let holds = match &self.test {
            Test::In(all) => Condition::Any(all.iter().map(|literal| place.same(literal)).collect::<Option<_>>()?),
            Test::Less(literal) => place.compare(Op::Lt, literal)?,
            Test::LessOrSame(literal) => place.compare(Op::Le, literal)?,
            Test::Greater(literal) => place.compare(Op::Gt, literal)?,
            Test::GreaterOrSame(literal) => place.compare(Op::Ge, literal)?,
            Test::Contains(text) => place.text(Op::Contains, text),
            Test::StartsWith(text) => place.text(Op::StartsWithIgnoreCase, text),
            Test::EndsWith(text) => place.text(Op::EndsWithIgnoreCase, text),
        };
        Some(if self.negated { Condition::Not(Box::new(holds)) } else { holds })
    }
}

/// Where a value is found.
struct Place {
    field: &'static Field,
    /// Names of members within it, where it holds JSON.
    keys: Option<Vec<String>>,
}

impl Place {
    fn of(resource: &'static Resource, name: &str) -> Option<Self> {
        let mut names = name.split('.');
        let first = names.next().map(|name| if name == "pk" { resource.key } else { name })?;
        let seen = |field: &&Field| resource.shows(field) && field.kind.has_column() && !matches!(field.kind, Kind::Secret);
        let field = resource.all_fields().filter(seen).find(|field| field.name == first)?;
        let keys: Vec<String> = names.map(str::to_owned).collect();
        match field.kind {
            Kind::Object | Kind::Json | Kind::Objects(_) | Kind::TextList | Kind::ChoiceList(_) => Some(Place { field, keys: Some(keys) }),
            _ => keys.is_empty().then_some(Place { field, keys: None }),
        }
    }

    fn same(&self, literal: &Literal) -> Option<Condition> {
        match (literal, &self.keys) {
            (Literal::None, None) => Some(Condition::Null { path: self.field.name.to_owned() }),
            // What is there has some text, which holds the empty one.
            (Literal::None, Some(_)) => Some(Condition::Not(Box::new(self.text(Op::Contains, "")))),
            _ => self.compare(Op::Eq, literal),
        }
    }

    fn compare(&self, op: Op, literal: &Literal) -> Option<Condition> {
        match &self.keys {
            None => Some(Condition::compare(self.field.name, op, value(self.field, literal)?)),
            Some(keys) => Some(self.member(keys, op, json(literal))),
        }
    }

    fn text(&self, op: Op, text: &str) -> Condition {
        match &self.keys {
            None => Condition::compare(self.field.name, op, text),
            Some(keys) => self.member(keys, op, text.into()),
        }
    }

    fn member(&self, keys: &[String], op: Op, value: Json) -> Condition {
        Condition::Member { path: self.field.name.to_owned(), keys: keys.to_vec(), op, value }
    }
}

fn value(field: &Field, literal: &Literal) -> Option<Value> {
    match (field.kind, literal) {
        (Kind::Bool, Literal::Bool(flag)) => Some(Value::Bool(*flag)),
        (Kind::Int { .. } | Kind::Ref(_), Literal::Int(number)) => Some(Value::Int(*number)),
        (Kind::Float, Literal::Int(number)) => Some(Value::Float(*number as f64)),
        (Kind::Float, Literal::Float(number)) => Some(Value::Float(*number)),
        (Kind::Bool | Kind::Int { .. } | Kind::Float, _) => None,
        (_, Literal::Text(text)) => parse::from_text(field, text),
        _ => None,
    }
}

fn json(literal: &Literal) -> Json {
    match literal {
        Literal::Text(text) => text.as_str().into(),
        Literal::Int(number) => (*number).into(),
        Literal::Float(number) => (*number).into(),
        Literal::Bool(flag) => (*flag).into(),
        Literal::None => Json::Null,
    }
}
