//! Whether an object, as JSON, is as a filter says.

use std::cmp::Ordering;

use jiff::Timestamp;
use serde_json::Value as Json;

use super::{Comparison, Filter, Literal, Test};
use crate::parse;

impl Filter {
    /// Whether an object is so. Where a name leads through a list, one of its items is enough; what is not there is `None`.
    pub fn matches(&self, object: &Json) -> bool {
        match self {
            Filter::All(all) => all.iter().all(|filter| filter.matches(object)),
            Filter::Any(any) => any.iter().any(|filter| filter.matches(object)),
            Filter::Is(comparison) => comparison.matches(object),
        }
    }
}

impl Comparison {
    fn matches(&self, object: &Json) -> bool {
        let mut found = vec![object];
        for name in self.name.split('.') {
            found = found.into_iter().flat_map(items).map(|value| value.get(name).unwrap_or(&Json::Null)).collect();
        }
        found.into_iter().flat_map(items).any(|value| self.test.holds(value)) != self.negated
    }
}

/// The items of a list; of what is none, it alone. An empty list is as good as nothing.
fn items(value: &Json) -> Vec<&Json> {
    match value {
        Json::Array(items) if items.is_empty() => vec![&Json::Null],
        Json::Array(items) => items.iter().collect(),
        other => vec![other],
    }
}

impl Test {
    fn holds(&self, value: &Json) -> bool {
        match self {
            Test::In(all) => all.iter().any(|literal| same(value, literal)),
            Test::Less(literal) => order(value, literal).is_some_and(Ordering::is_lt),
            Test::LessOrSame(literal) => order(value, literal).is_some_and(Ordering::is_le),
            Test::Greater(literal) => order(value, literal).is_some_and(Ordering::is_gt),
            Test::GreaterOrSame(literal) => order(value, literal).is_some_and(Ordering::is_ge),
            Test::Contains(part) => text(value).is_some_and(|text| text.contains(&part.to_lowercase())),
            Test::StartsWith(part) => text(value).is_some_and(|text| text.starts_with(&part.to_lowercase())),
            Test::EndsWith(part) => text(value).is_some_and(|text| text.ends_with(&part.to_lowercase())),
        }
    }
}

fn same(value: &Json, literal: &Literal) -> bool {
    match (value, literal) {
        (Json::Null, Literal::None) => true,
        (Json::Bool(value), Literal::Bool(literal)) => value == literal,
        _ => order(value, literal).is_some_and(Ordering::is_eq),
    }
}

/// How they stand in order, where they have one: numbers, moments, and texts letter by letter.
fn order(value: &Json, literal: &Literal) -> Option<Ordering> {
    match (value, literal) {
        (Json::Number(number), Literal::Int(whole)) => match number.as_i64() {
            Some(number) => Some(number.cmp(whole)),
            None => number.as_f64()?.partial_cmp(&(*whole as f64)),
        },
        (Json::Number(number), Literal::Float(decimal)) => number.as_f64()?.partial_cmp(decimal),
        (Json::String(text), Literal::Text(other)) => Some(match (text.parse::<Timestamp>(), parse::time(other)) {
            (Ok(moment), Some(other)) => moment.cmp(&other),
            _ => text.as_str().cmp(other),
        }),
        _ => None,
    }
}

/// What is searched for words: of what is no text, its form in JSON.
fn text(value: &Json) -> Option<String> {
    match value {
        Json::Null => None,
        Json::String(text) => Some(text.to_lowercase()),
        other => Some(other.to_string().to_lowercase()),
    }
}
