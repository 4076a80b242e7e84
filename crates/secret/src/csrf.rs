//! Protection against forged requests: a secret in a cookie that the page repeats in a header, and the origin of the request.
//!
//! A page of another site can make a browser send the cookie, but can neither read it nor set the header. Pages may repeat the
//! secret masked, 64 characters that differ each time, so that compression cannot leak it; both forms are accepted.

use std::fmt;

use vestibule_world::World;

use crate::same;

/// Characters of a secret.
const SECRET: usize = 32;
/// Characters of a masked secret: the mask, then the secret shifted by it.
const MASKED: usize = 2 * SECRET;
/// The alphabet by which masks shift.
const LETTERS: &[u8; 62] = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/// Why a request looks forged, in the contract's words; they follow "CSRF Failed: ".
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Forged {
    /// The browser sent no cookie to compare with.
    NoCookie,
    /// The cookie was not made by this server; the reason.
    BadCookie(&'static str),
    /// The header is missing or empty.
    NoToken,
    /// The header's value cannot be a token, or is another's; the reason.
    BadToken(&'static str),
    /// The request came from a page of that origin, which is not trusted.
    Origin(String),
}

impl fmt::Display for Forged {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Forged::NoCookie => out.write_str("CSRF cookie not set."),
            Forged::BadCookie(reason) => write!(out, "CSRF cookie {reason}."),
            Forged::NoToken => out.write_str("CSRF token missing."),
            Forged::BadToken(reason) => write!(out, "CSRF token from the 'X-Authentik-Csrf' HTTP header {reason}."),
            Forged::Origin(origin) => write!(out, "Origin checking failed - {origin} does not match any trusted origins."),
        }
    }
}

impl std::error::Error for Forged {}

/// A new secret for the cookie: 32 letters and digits.
pub fn secret(world: &World) -> String {
    world.key(SECRET)
}

/// A secret in its masked form, different each time, for pages that may be compressed. A secret that [`secret`] did not make may
/// hold other letters; these are left as they are, and the token is then not accepted.
pub fn mask(secret: &str, world: &World) -> String {
    let mask = world.key(SECRET);
    let shifted = secret.bytes().zip(mask.bytes()).map(|(letter, by)| char::from(shift(letter, by).unwrap_or(letter)));
    mask.chars().chain(shifted).collect()
}

/// Whether the header repeats the secret of the cookie. Either may be masked.
///
/// # Errors
/// What is missing, malformed or different.
pub fn check(cookie: Option<&str>, header: Option<&str>) -> Result<(), Forged> {
    let cookie = cookie.filter(|cookie| !cookie.is_empty()).ok_or(Forged::NoCookie)?;
    let cookie = unmask(cookie).map_err(Forged::BadCookie)?;
    let header = header.filter(|header| !header.is_empty()).ok_or(Forged::NoToken)?;
    let header = unmask(header).map_err(Forged::BadToken)?;
    if same(cookie, header) { Ok(()) } else { Err(Forged::BadToken("incorrect")) }
}

/// Whether a page of `origin` may send requests: the server's own origin, or a trusted one.
///
/// Origins are `https://host` or `https://host:port`, as in the `Origin` header (RFC 6454); a trusted `https://*.host` stands for
/// every host below `host`.
///
/// # Errors
/// `Origin` when it is none of them.
pub fn check_origin<'a>(origin: &str, own: &str, trusted: impl IntoIterator<Item = &'a str>) -> Result<(), Forged> {
    let fits = |trusted: &str| match trusted.split_once("://*.") {
        None => trusted == origin,
        Some((scheme, host)) => {
            let rest = origin.strip_prefix(scheme).and_then(|rest| rest.strip_prefix("://"));
            rest.and_then(|rest| rest.strip_suffix(host)).is_some_and(|below| below.ends_with('.'))
        }
    };
    if origin == own || trusted.into_iter().any(fits) { Ok(()) } else { Err(Forged::Origin(origin.to_owned())) }
}

/// The secret in a token of either form; what is wrong with it otherwise.
fn unmask(token: &str) -> Result<Vec<u8>, &'static str> {
    if token.len() != SECRET && token.len() != MASKED {
        return Err("has incorrect length");
    }
    let places: Option<Vec<usize>> = token.bytes().map(|letter| LETTERS.iter().position(|known| *known == letter)).collect();
    let places = places.ok_or("has invalid characters")?;
    match places.split_at_checked(SECRET) {
        Some((mask, shifted)) if shifted.len() == SECRET => {
            Ok(mask.iter().zip(shifted).filter_map(|(mask, place)| unshift(*place, *mask)).collect())
        }
        _ => Ok(token.as_bytes().to_vec()),
    }
}

fn shift(letter: u8, by: u8) -> Option<u8> {
    let place = |letter: u8| LETTERS.iter().position(|known| *known == letter);
    LETTERS.get((place(letter)? + place(by)?) % LETTERS.len()).copied()
}

fn unshift(place: usize, mask: usize) -> Option<u8> {
    LETTERS.get((place + LETTERS.len() - mask) % LETTERS.len()).copied()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]

    use super::*;

    const COOKIE: &str = "abcdefghijklmnopqrstuvwxyzABCDEF";

    fn reason(cookie: Option<&str>, header: Option<&str>) -> String {
        check(cookie, header).unwrap_err().to_string()
    }

    #[test]
    fn a_page_that_repeats_the_cookie_is_believed() {
        let cookie = secret(&World::real());
        assert_eq!(cookie.len(), 32);
        assert_eq!(check(Some(&cookie), Some(&cookie)), Ok(()));
    }

    #[test]
    fn a_page_that_repeats_the_cookie_masked_is_believed() {
        // Every letter of the mask is `b`, the second of the alphabet, so every letter of the secret moves by one.
        let masked = "b".repeat(32) + "bcdefghijklmnopqrstuvwxyzABCDEFG";
        assert_eq!(check(Some(COOKIE), Some(&masked)), Ok(()));
        assert_eq!(check(Some(&masked), Some(COOKIE)), Ok(()));
        // `9` is the last letter: shifting by it goes round the alphabet.
        let masked = "9".repeat(32) + "9abcdefghijklmnopqrstuvwxyzABCDE";
        assert_eq!(check(Some(COOKIE), Some(&masked)), Ok(()));
        let other = "c".repeat(32) + "bcdefghijklmnopqrstuvwxyzABCDEFG";
        assert_eq!(reason(Some(COOKIE), Some(&other)), "CSRF token from the 'X-Authentik-Csrf' HTTP header incorrect.");
    }

    #[test]
    fn a_masked_secret_differs_each_time_and_stays_the_same_secret() {
        let world = World::real();
        let (one, other) = (mask(COOKIE, &world), mask(COOKIE, &world));
        assert_ne!(one, other);
        assert_eq!((check(Some(COOKIE), Some(&one)), check(Some(&one), Some(&other))), (Ok(()), Ok(())));
    }

    #[test]
    fn a_forged_request_is_told_why() {
        assert_eq!(reason(None, Some(COOKIE)), "CSRF cookie not set.");
        assert_eq!(reason(Some("short"), Some(COOKIE)), "CSRF cookie has incorrect length.");
        assert_eq!(reason(Some(COOKIE), None), "CSRF token missing.");
        assert_eq!(reason(Some(COOKIE), Some("")), "CSRF token missing.");
        assert_eq!(reason(Some(COOKIE), Some("nope")), "CSRF token from the 'X-Authentik-Csrf' HTTP header has incorrect length.");
        let strange = "-".repeat(32);
        assert_eq!(reason(Some(COOKIE), Some(&strange)), "CSRF token from the 'X-Authentik-Csrf' HTTP header has invalid characters.");
        let other = "x".repeat(32);
        assert_eq!(reason(Some(COOKIE), Some(&other)), "CSRF token from the 'X-Authentik-Csrf' HTTP header incorrect.");
    }

    #[test]
    fn a_request_from_another_site_is_refused() {
        let check = |origin| check_origin(origin, "https://id.example.com", ["https://a.example.org:8443", "https://*.trusted.example"]);
        assert_eq!(check("https://id.example.com"), Ok(()));
        assert_eq!(check("https://a.example.org:8443"), Ok(()));
        assert_eq!(check("https://x.y.trusted.example"), Ok(()));
        for foreign in [
            "http://id.example.com",
            "https://evil.example",
            "null",
            "https://trusted.example",
            "https://untrusted.example",
            "http://x.trusted.example",
        ] {
            let refused = format!("Origin checking failed - {foreign} does not match any trusted origins.");
            assert_eq!(check(foreign).unwrap_err().to_string(), refused);
        }
    }
}
