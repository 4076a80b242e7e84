//! Addresses of flows.

use form_urlencoded::{Serializer, parse};

/// The page of a flow, with a query string carried on in canonical form.
pub fn of_flow(slug: &str, query: &str) -> String {
    let query = Serializer::new(String::new()).extend_pairs(parse(query.as_bytes())).finish();
    if query.is_empty() { format!("/if/flow/{slug}/") } else { format!("/if/flow/{slug}/?{query}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flow_is_reached_with_what_the_browser_brought_along() {
        assert_eq!(of_flow("login", ""), "/if/flow/login/");
        assert_eq!(of_flow("login", "next=/"), "/if/flow/login/?next=%2F");
        assert_eq!(of_flow("login", "next=%2Fa%3Fb%3D1&x=y z"), "/if/flow/login/?next=%2Fa%3Fb%3D1&x=y+z");
    }
}
