//! Response headers that go with every page.

use crate::{Look, Page, url};

/// The content security policy of a page that shows only our own pictures: all pages but those of [`content_security_policy`].
pub const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; \
                          frame-ancestors 'self'; base-uri 'none'";

/// Other headers of every page, by lower-case name. Addresses of pages carry invitations and tokens, so they must be neither kept nor
/// told to other sites.
pub const HEADERS: &[(&str, &str)] = &[
    ("content-type", "text/html; charset=utf-8"),
    ("cache-control", "no-store"),
    ("referrer-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "SAMEORIGIN"),
];

/// The content security policy of a flow page: [`POLICY`], plus the hosts of exactly the pictures and the style sheet that an
/// administrator set for this page.
pub fn content_security_policy(page: &Page<'_>) -> String {
    let pictures = origins(pictures(page).into_iter());
    let styles = origins(page.look.brand.custom_css_url.into_iter());
    POLICY
        .replace("img-src 'self' data:", &format!("img-src 'self' data:{pictures}"))
        .replace("style-src 'self'", &format!("style-src 'self'{styles}"))
}

fn pictures<'a>(page: &'a Page<'_>) -> Vec<&'a str> {
    let Look { brand, .. } = page.look;
    let challenge = page.challenge;
    let mut found: Vec<&str> = vec![brand.logo, brand.favicon];
    let places = [
        "/pending_user_avatar",
        "/flow_info/background",
        "/flow_info/background_themed_urls/light",
        "/flow_info/background_themed_urls/dark",
    ];
    found.extend(places.iter().filter_map(|place| challenge.pointer(place)?.as_str()));
    let sources = challenge.get("sources").and_then(|sources| sources.as_array());
    found.extend(sources.into_iter().flatten().filter_map(|source| source.get("icon_url")?.as_str()));
    found
}

fn origins<'a>(addresses: impl Iterator<Item = &'a str>) -> String {
    let mut origins: Vec<String> = addresses.filter_map(url::origin).collect();
    origins.sort();
    origins.dedup();
    origins.into_iter().map(|origin| format!(" {origin}")).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::Brand;

    #[test]
    fn a_plain_page_gets_the_strict_policy() {
        let challenge = json!({"component": "ak-stage-password", "pending_user_avatar": "data:image/png;base64,AA"});
        assert_eq!(content_security_policy(&Page::of(&challenge)), POLICY);
        assert!(!POLICY.contains("unsafe") && POLICY.starts_with("default-src 'none'"));
    }

    #[test]
    fn pictures_from_elsewhere_are_let_in_host_by_host() {
        let challenge = json!({
            "flow_info": {"background": "https://cdn.example/wall.jpg"},
            "sources": [{"icon_url": "https://cdn.example/a.svg"}, {"icon_url": "javascript:1"}, {"icon_url": null}],
            "pending_user_avatar": "https://avatars.example/1?s=2",
        });
        let brand = Brand { custom_css_url: Some("https://style.example/a.css"), ..Brand::default() };
        let page = Page { look: Look { brand, ..Look::default() }, ..Page::of(&challenge) };
        let policy = content_security_policy(&page);
        assert!(policy.contains("img-src 'self' data: https://avatars.example https://cdn.example;"), "{policy}");
        assert!(policy.contains("style-src 'self' https://style.example;"), "{policy}");
    }
}
