//! Addresses as they may stand in logs and events: without the secrets in them.

use percent_encoding::percent_decode_str;

/// Longest value that is kept, in letters.
const LONGEST: usize = 1024;

/// What stands for a secret.
const HIDDEN: &str = "***";

/// Path prefixes after which the next segment is a secret: whoever knows it may come in.
const SECRET_SEGMENTS: &[&str] = &["/recovery/use-token/", "/setup/", "/api/v3/stages/invitation/invitations/"];

/// Query parameters that hold another query string or address.
const NESTED: &[&str] = &["query", "next"];

/// Query parameters that hold a secret.
const SECRET_PARAMS: &[&str] = &["itoken", "token", "flow_token", "key", "code", "state", "password", "secret"];

/// The path, with secret segments hidden.
pub fn path(path: &str) -> String {
    for prefix in SECRET_SEGMENTS {
        if let Some(rest) = path.strip_prefix(prefix).filter(|rest| !rest.is_empty()) {
            let tail = rest.split_once('/').map_or("", |(_, tail)| tail);
            return format!("{prefix}{HIDDEN}/{tail}");
        }
    }
    path.to_owned()
}

/// The query string, with secret values hidden, also in query strings that stand inside it.
pub fn query(query: &str) -> String {
    nested(query, 0)
}

/// The decoded value of a query parameter, hidden when it is a secret, also where it holds a query string or an address.
pub fn param(name: &str, value: &str) -> String {
    match hide(&format!("{name}={value}"), 0).split_once('=') {
        Some((_, shown)) => shown.chars().take(LONGEST).collect(),
        None => String::new(),
    }
}

fn nested(query: &str, depth: u8) -> String {
    query.split('&').map(|pair| hide(pair, depth)).collect::<Vec<_>>().join("&")
}

fn hide(pair: &str, depth: u8) -> String {
    let Some((name, value)) = pair.split_once('=') else {
        return pair.to_owned();
    };
    let plain = percent_decode_str(name).decode_utf8_lossy().to_lowercase();
    if SECRET_PARAMS.contains(&plain.as_str()) {
        return format!("{name}={HIDDEN}");
    }
    if NESTED.contains(&plain.as_str()) {
        return format!("{name}={}", inner(value, depth));
    }
    pair.to_owned()
}

/// A value that may itself be an address with a query; what is nested too deeply to follow is hidden as a whole.
fn inner(value: &str, depth: u8) -> String {
    if depth >= 3 {
        return HIDDEN.to_owned();
    }
    let plain = percent_decode_str(value).decode_utf8_lossy().into_owned();
    match plain.split_once('?') {
        Some((before, query)) => format!("{}?{}", path(before), nested(query, depth + 1)),
        None if plain.starts_with('/') => path(&plain),
        None => nested(&plain, depth + 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_in_paths_are_hidden() {
        assert_eq!(path("/setup/abc/"), "/setup/***/");
        assert_eq!(path("/recovery/use-token/abc/"), "/recovery/use-token/***/");
        assert_eq!(path("/api/v3/stages/invitation/invitations/1-2/send_email/"), "/api/v3/stages/invitation/invitations/***/send_email/");
        assert_eq!(path("/api/v3/stages/invitation/invitations/"), "/api/v3/stages/invitation/invitations/");
        assert_eq!(path("/if/flow/enrol/"), "/if/flow/enrol/");
    }

    #[test]
    fn secrets_in_queries_are_hidden_and_the_rest_stays() {
        assert_eq!(query("itoken=abc&page=2"), "itoken=***&page=2");
        assert_eq!(query("%69token=abc"), "%69token=***");
        assert_eq!(query("a&b=c"), "a&b=c");
    }

    #[test]
    fn a_parameter_is_told_without_its_secret_and_not_at_any_length() {
        assert_eq!(param("flow_token", "abc"), "***");
        assert_eq!(param("query", "itoken=abc&page=2"), "itoken=***&page=2");
        assert_eq!(param("page", &"9".repeat(5000)).len(), LONGEST);
    }

    #[test]
    fn secrets_in_wrapped_queries_are_hidden() {
        let shown = query("query=next%3D%252Fif%252Fflow%252Fx%252F%253Fflow_token%253Dabc%26itoken%3Dabc");
        assert!(!shown.contains("abc"), "{shown}");
        assert!(shown.contains("itoken=***"), "{shown}");
        assert!(!query("next=%2Frecovery%2Fuse-token%2Fabc%2F").contains("abc"));
        assert!(!query("query=query%3Dquery%253Dquery%25253Ditoken%2525253Dabc").contains("abc"));
    }
}
