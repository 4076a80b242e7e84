//! `search` and `ordering` of a list.

use serde_json::json;
use vestibule_resource::{Error, Resource, Result};
use vestibule_store::{Condition, Op, Order, Query};

use crate::{Endpoint, Params, ql::Filter};

/// Terms beyond these narrow nothing further: a query must not grow without bound.
const MOST_TERMS: usize = 32;

/// Every term of `search` must be found in at least one of the resource's search paths; where the list takes the language of searches
/// and the text is of it, what it says must hold instead.
///
/// # Errors
/// `Invalid` for a NUL character.
pub(crate) fn search(endpoint: &Endpoint, params: &Params) -> Result<Condition> {
    let resource = endpoint.resource;
    let text = params.get("search").unwrap_or_default();
    if text.contains('\0') {
        return Err(Error::Invalid(json!(["Null characters are not allowed."])));
    }
    if endpoint.asks
        && let Some(condition) = Filter::parse(text).ok().and_then(|filter| filter.condition(resource))
    {
        return Ok(condition);
    }
    let term =
        |term: String| Condition::Any(resource.search.iter().map(|path| Condition::compare(path, Op::Contains, term.as_str())).collect());
    if resource.search.is_empty() {
        return Ok(Condition::True);
    }
    Ok(terms(text).into_iter().take(MOST_TERMS).map(term).fold(Condition::True, Condition::and))
}

/// Whether every term of `search` is found in one of these texts, as in the search of a list.
pub fn found(params: &Params, texts: &[&str]) -> bool {
    let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    let asked = terms(params.get("search").unwrap_or_default());
    asked.iter().take(MOST_TERMS).all(|term| texts.iter().any(|text| text.contains(&term.to_lowercase())))
}

/// Splits at white space and commas; quotes keep a term together.
fn terms(text: &str) -> Vec<String> {
    let mut terms = Vec::new();
    let mut term = String::new();
    let mut quote = None;
    for letter in text.chars() {
        match (quote, letter) {
            (Some(open), _) if open == letter => quote = None,
            (None, '"' | '\'') if term.is_empty() => quote = Some(letter),
            (None, _) if letter.is_whitespace() || letter == ',' => terms.extend(finished(&mut term)),
            _ => term.push(letter),
        }
    }
    terms.extend(finished(&mut term));
    terms
}

fn finished(term: &mut String) -> Option<String> {
    let term = std::mem::take(term);
    (!term.is_empty()).then_some(term)
}

/// Adds the order that is asked for, as far as the resource allows it, else the resource's own.
pub(crate) fn order(mut query: Query, params: &Params) -> Query {
    let asked = params.get("ordering").unwrap_or_default().split(',').map(str::trim);
    let mut orders: Vec<Order> = asked.filter(|word| allowed(query.resource, word)).map(Order::parse).collect();
    if orders.is_empty() {
        orders = query.resource.order.iter().map(|path| Order::parse(path)).collect();
    }
    query.order = orders;
    query
}

fn allowed(resource: &'static Resource, word: &str) -> bool {
    let name = word.strip_prefix('-').unwrap_or(word);
    // Where a base has a field of the same name, one of the two is shown.
    name == "pk" || resource.all_fields().any(|field| field.name == name && resource.shows(field) && field.kind.has_column())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_are_split_at_spaces_and_commas_but_not_in_quotes() {
        assert_eq!(terms("a, b \"c d\" e"), ["a", "b", "c d", "e"]);
        assert_eq!(terms(" ,, "), Vec::<String>::new());
    }
}
