//! Headers that every answer carries.

use http::{
    HeaderMap, HeaderName, HeaderValue,
    header::{
        CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, STRICT_TRANSPORT_SECURITY, VARY, X_CONTENT_TYPE_OPTIONS,
        X_FRAME_OPTIONS,
    },
};

use crate::route::Route;

/// One year, which is what browsers' preload lists ask for at least.
const HSTS: &str = "max-age=31536000";

/// Adds what is missing; what an answer says itself stays.
pub(crate) fn complete(headers: &mut HeaderMap, route: Route<'_>, id: &str, https: bool) {
    let frame = if route.may_be_framed() { "SAMEORIGIN" } else { "DENY" };
    let fixed = [
        (HeaderName::from_static("x-powered-by"), "authentik"),
        (X_FRAME_OPTIONS, frame),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (REFERRER_POLICY, "same-origin"),
        (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
        (CACHE_CONTROL, "no-store"),
    ];
    for (name, value) in fixed {
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    if !matches!(route, Route::Static(_)) {
        headers.insert(VARY, HeaderValue::from_static("Accept-Language, Cookie"));
    }
    if headers.get(CONTENT_TYPE).is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        headers.entry(CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(vestibule_pages::POLICY));
    }
    if https {
        headers.insert(STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HSTS));
    }
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(HeaderName::from_static("x-authentik-id"), id);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
        headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    fn completed(route: Route<'_>, kind: &'static str, https: bool) -> HeaderMap {
        let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, HeaderValue::from_static(kind))]);
        complete(&mut headers, route, "0123", https);
        headers
    }

    #[test]
    fn answers_carry_the_contracts_headers() {
        let headers = completed(Route::Api("core/users/"), "application/json", false);
        for (name, value) in [
            ("x-authentik-id", "0123"),
            ("x-powered-by", "authentik"),
            ("x-frame-options", "DENY"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("vary", "Accept-Language, Cookie"),
        ] {
            assert_eq!(text(&headers, name), value, "{name}");
        }
        assert!(!headers.contains_key("content-security-policy") && !headers.contains_key("strict-transport-security"));
    }

    #[test]
    fn flow_pages_may_stand_in_our_own_frames_and_nothing_else_may() {
        assert_eq!(text(&completed(Route::FlowPage("enrol"), "text/html", false), "x-frame-options"), "SAMEORIGIN");
        assert_eq!(text(&completed(Route::Interface("user"), "text/html", false), "x-frame-options"), "DENY");
    }

    #[test]
    fn pages_have_a_content_security_policy_without_inline_script() {
        let headers = completed(Route::Root, "text/html; charset=utf-8", true);
        let policy = text(&headers, "content-security-policy");
        assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe-inline"), "{policy}");
        assert!(headers.contains_key("strict-transport-security"));
    }
}
