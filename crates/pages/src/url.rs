//! Which addresses a page may carry.

/// An address that a link or a form may have: `http`, `https`, or one on this very site. Empty when it is anything else.
pub(crate) fn link(address: &str) -> &str {
    let address = address.trim_matches(' ');
    if is_local(address) || is_web(address) { address } else { "" }
}

/// An address that a picture may have: as [`link`], or a picture inside the address itself. Empty when it is anything else.
pub(crate) fn image(address: &str) -> &str {
    let address = address.trim_matches(' ');
    if is_picture_data(address) { address } else { link(address) }
}

/// Whether an address stays on this site: it has neither a scheme nor a host, in any browser's reading.
///
/// `//host`, `/\host` and addresses with control characters are not local. A redirect that follows a posted form may only go to a
/// local address, because the page's `form-action 'self'` counts redirects too; for others answer with the page of `xak-flow-redirect`.
pub fn is_local(address: &str) -> bool {
    if !is_clean(address) || address.starts_with("//") {
        return false;
    }
    let before_path = address.split(['/', '?', '#']).next().unwrap_or_default();
    !address.is_empty() && !before_path.contains(':')
}

fn is_web(address: &str) -> bool {
    let Some((scheme, rest)) = address.split_once("://") else { return false };
    let known = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    known && is_clean(address) && !host(rest).is_empty()
}

/// Scheme, host and port of an `http` or `https` address, as a content security policy names a source.
pub(crate) fn origin(address: &str) -> Option<String> {
    let address = address.trim_matches(' ');
    let (scheme, rest) = address.split_once("://").filter(|_| is_web(address))?;
    let host = host(rest);
    let plain = |c: char| c.is_ascii_alphanumeric() || ".-:[]".contains(c);
    host.chars().all(plain).then(|| format!("{}://{host}", scheme.to_ascii_lowercase()))
}

fn host(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// Browsers drop tabs and line ends from addresses and read `\` as `/`: what is checked here would not be what they follow.
fn is_clean(address: &str) -> bool {
    !address.chars().any(|c| c.is_control() || c.is_whitespace() || c == '\\' || is_invisible(c))
}

/// Marks that change or hide how an address reads.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

const PICTURES: [&str; 6] = ["svg+xml", "png", "jpeg", "gif", "webp", "avif"];

/// A picture is never run as a page: a browser shows an SVG image without its scripts.
fn is_picture_data(address: &str) -> bool {
    let Some(rest) = strip_prefix_any_case(address, "data:image/") else { return false };
    let kind = rest.split([';', ',']).next().unwrap_or_default();
    let clean = !address.chars().any(|c| c.is_control());
    clean && rest.contains(',') && PICTURES.iter().any(|picture| kind.eq_ignore_ascii_case(picture))
}

fn strip_prefix_any_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_and_local_ones_become_links() {
        for good in [
            "/if/user/",
            "/if/flow/enrol/?itoken=1&next=%2F",
            "/",
            "?next=/",
            "#f1",
            "relative/path:with-colon",
            "https://example.com",
            "HTTPS://example.com/a?b=c#d",
            "http://localhost:9000/",
            "http://[::1]:9000/",
            "/flows/-/cancel/?next=https://example.com/",
        ] {
            assert_eq!(link(good), good);
        }
        assert_eq!(link("  /if/user/ "), "/if/user/");
    }

    #[test]
    fn anything_that_could_run_or_lead_astray_becomes_no_link() {
        for bad in [
            "",
            " ",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "\u{a0}javascript:alert(1)",
            "javascript\u{200b}:alert(1)",
            "vbscript:msgbox(1)",
            "data:text/html,<script>alert(1)</script>",
            "data:image/png;base64,AAAA",
            "blob:https://example.com/1",
            "file:///etc/passwd",
            "mailto:a@example.com",
            "//evil.example",
            "///evil.example",
            "/\\evil.example",
            "\\\\evil.example",
            "/\t/evil.example",
            "https:evil.example",
            "https:/evil.example",
            "https:///evil.example",
            "https://",
            "https://exa mple.com",
            "https://example.com\\@evil.example",
            "/a\u{0}b",
            "/a\r\nSet-Cookie: x=y",
            "/\u{202e}gpj.exe",
        ] {
            assert_eq!(link(bad), "", "{bad:?}");
        }
    }

    #[test]
    fn pictures_may_be_inside_their_address_but_only_pictures() {
        for good in [
            "data:image/svg+xml;base64,PHN2Zy8+",
            "data:image/png;base64,AAAA",
            "DATA:IMAGE/GIF,x",
            "/media/a.png",
            "https://a.example/b.png",
        ] {
            assert_eq!(image(good), good);
        }
        for bad in [
            "data:text/html,<script>alert(1)</script>",
            "data:image/svg+xml",
            "data:image/unknown,x",
            "data:image/svg+xml\u{0},x",
            "data:,x",
            "javascript:1",
            "//evil.example/a.png",
        ] {
            assert_eq!(image(bad), "", "{bad:?}");
        }
    }

    #[test]
    fn only_addresses_without_a_host_are_local() {
        assert!(is_local("/") && is_local("/if/user/?a=//b") && is_local("?a"));
        for away in ["", "//evil.example", "/\\evil.example", "https://example.com/", "javascript:1", "/\t/evil.example"] {
            assert!(!is_local(away), "{away:?}");
        }
    }

    #[test]
    fn an_origin_cannot_smuggle_anything_into_the_policy() {
        assert_eq!(origin("https://Pictures.example:8443/a.png").as_deref(), Some("https://Pictures.example:8443"));
        for bad in
            ["/a.png", "data:image/png,x", "https://a.example;script-src/x", "https://user@a.example/", "https://a.example'unsafe-inline'/"]
        {
            assert_eq!(origin(bad), None, "{bad}");
        }
    }
}
