//! Links at the foot of pages.

use serde_json::Value as Json;

/// What a link may lead to; never a script.
const SCHEMES: &[&str] = &["https://", "http://", "mailto:", "tel:", "/"];

/// Most links.
const MOST: usize = 50;

/// What is wrong with a list of `{name, href}`, if anything; a link may lead nowhere.
pub(super) fn wrong(links: &Json) -> Option<String> {
    let Json::Array(links) = links else { return Some("Expected a list of links.".to_owned()) };
    if links.len() > MOST {
        return Some(format!("Ensure this field has no more than {MOST} elements."));
    }
    let good =
        links.iter().all(|link| link.as_object().is_some_and(|link| link.keys().all(|key| key == "name" || key == "href")) && fits(link));
    (!good).then(|| "Every link has a \"name\" and may have an \"href\" that begins with https://, http://, mailto:, tel: or /.".to_owned())
}

fn fits(link: &Json) -> bool {
    let named = link.get("name").and_then(Json::as_str).is_some_and(|name| !name.trim().is_empty());
    named
        && match link.get("href") {
            None | Some(Json::Null) => true,
            Some(Json::String(href)) => SCHEMES.iter().any(|scheme| href.starts_with(scheme)),
            Some(_) => false,
        }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_link_is_never_a_script() {
        assert_eq!(
            wrong(&json!([{ "name": "Help", "href": "https://a.example" }, { "name": "Text" }, { "name": "x", "href": null }])),
            None
        );
        for bad in [
            json!({}),
            json!([{ "href": "/" }]),
            json!([{ "name": "x", "href": "javascript:alert(1)" }]),
            json!([{ "name": "x", "on": 1 }]),
        ] {
            assert!(wrong(&bad).is_some(), "{bad}");
        }
    }
}
