//! Where a visitor may be sent at the end of a flow.

/// Whether an address that a visitor brought along stays on this server: a path from the root, and nothing that browsers read as
/// a scheme or as another host. Browsers take a backslash for a slash and drop tabs and line breaks, hence no such characters.
pub fn is_local(address: &str) -> bool {
    let mut letters = address.chars();
    let from_root = letters.next() == Some('/') && letters.next() != Some('/');
    from_root && !address.chars().any(|letter| letter == '\\' || letter.is_control())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_paths_on_this_server_are_followed() {
        for good in ["/", "/if/user/", "/if/user/?a=b#c", "/application/o/authorize/?redirect_uri=https://app.example/", "/ä", "/a//b"] {
            assert!(is_local(good), "{good:?}");
        }
        for bad in [
            "",
            "foo",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "/\n/evil.example",
            "\t//evil.example",
            " //evil.example",
            "https://evil.example/",
            "https:evil.example",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "?next=/",
            "/a\\..\\b",
            "/a\u{0}",
            "/a\u{7f}",
            "/a\u{85}",
        ] {
            assert!(!is_local(bad), "{bad:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_followed_stays_on_the_host(address in "[/\\\\a-z:.@?#\t\n ]{0,12}") {
            let base = url::Url::parse("https://here.example/if/flow/x/").map_err(|error| TestCaseError::fail(error.to_string()))?;
            if is_local(&address) {
                let target = base.join(&address).map_err(|error| TestCaseError::fail(error.to_string()))?;
                prop_assert_eq!((target.scheme(), target.host_str()), ("https", Some("here.example")));
            }
        }
    }
}
