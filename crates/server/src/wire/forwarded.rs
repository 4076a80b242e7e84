//! Who the visitor is, as far as a proxy in between may say so.
//!
//! `X-Forwarded-For`, `-Proto` and `-Host` count only from peers in `VESTIBULE_TRUSTED_PROXIES`. From such a peer a value that
//! cannot be read denies the request: guessing would let through, or lock out, the wrong people.

use std::net::{IpAddr, SocketAddr};

use http::{HeaderMap, Uri, header::HOST};
use vestibule_resource::{Error, Result};

use crate::settings::TrustedProxies;

/// How the visitor reached the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Visitor {
    pub(crate) ip: IpAddr,
    /// `http` or `https`.
    pub(crate) scheme: &'static str,
    /// Host with its port, in lower case.
    pub(crate) host: String,
}

/// Works out who the visitor is.
///
/// # Errors
/// `Refused(400)` for a host that is none, and for forwarded values of a trusted proxy that cannot be read.
pub(crate) fn visitor(peer: SocketAddr, uri: &Uri, headers: &HeaderMap, proxies: &TrustedProxies) -> Result<Visitor> {
    let ip = peer.ip().to_canonical();
    let named = uri.authority().map(|authority| authority.as_str()).or_else(|| headers.get(HOST)?.to_str().ok());
    let own = || host(named?);
    let mut visitor = Visitor { ip, scheme: "http", host: String::new() };
    let mut forwarded_host = None;
    if proxies.trusts(ip) {
        let told = Told { peer: ip, headers };
        visitor.ip = told.address(proxies)?.unwrap_or(ip);
        visitor.scheme = told.scheme()?.unwrap_or("http");
        forwarded_host = told.host()?;
    }
    visitor.host = forwarded_host.or_else(own).ok_or_else(|| Error::Refused(400, "The Host header is missing or names no host.".into()))?;
    Ok(visitor)
}

/// What a trusted proxy tells.
struct Told<'a> {
    peer: IpAddr,
    headers: &'a HeaderMap,
}

impl Told<'_> {
    /// The last address that is no trusted proxy: what stands before it was told by the visitor, not by a proxy of ours.
    fn address(&self, proxies: &TrustedProxies) -> Result<Option<IpAddr>> {
        let mut nearest = None;
        for part in self.parts("x-forwarded-for")?.iter().rev() {
            let ip = address(part).ok_or_else(|| self.malformed("X-Forwarded-For"))?;
            nearest = Some(ip);
            if !proxies.trusts(ip) {
                break;
            }
        }
        Ok(nearest)
    }

    fn scheme(&self) -> Result<Option<&'static str>> {
        let schemes = self.parts("x-forwarded-proto")?;
        let known = schemes.iter().map(|scheme| match scheme.to_ascii_lowercase().as_str() {
            "http" => Some("http"),
            "https" => Some("https"),
            _ => None,
        });
        let known: Option<Vec<_>> = known.collect();
        let known = known.ok_or_else(|| self.malformed("X-Forwarded-Proto"))?;
        Ok(known.first().copied())
    }

    fn host(&self) -> Result<Option<String>> {
        let hosts = self.parts("x-forwarded-host")?;
        hosts.first().map(|first| host(first).ok_or_else(|| self.malformed("X-Forwarded-Host"))).transpose()
    }

    /// The parts of a header, of all its lines in order.
    fn parts(&self, name: &'static str) -> Result<Vec<String>> {
        let lines: Result<Vec<&str>, _> = self.headers.get_all(name).iter().map(|line| line.to_str()).collect();
        let lines = lines.map_err(|_| self.malformed(name))?;
        Ok(lines.iter().flat_map(|line| line.split(',')).map(|part| part.trim().to_owned()).collect())
    }

    fn malformed(&self, header: &str) -> Error {
        let text = format!(
            "{header} from {} cannot be read. VESTIBULE_TRUSTED_PROXIES trusts that address: correct the proxy, or the setting.",
            self.peer
        );
        tracing::warn!(peer = %self.peer, header, setting = "VESTIBULE_TRUSTED_PROXIES", "a trusted proxy sent a forwarded header that cannot be read");
        Error::Refused(400, text)
    }
}

/// An address, perhaps with a port, as proxies write it: `192.0.2.1`, `192.0.2.1:80`, `2001:db8::1`, `[2001:db8::1]:80`.
fn address(part: &str) -> Option<IpAddr> {
    let bare = part.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(part);
    let found = bare.parse().ok().or_else(|| part.parse::<SocketAddr>().ok().map(|with_port| with_port.ip()));
    found.map(|ip: IpAddr| ip.to_canonical())
}

/// A host with or without a port, in lower case; `None` when it is none.
fn host(text: &str) -> Option<String> {
    let (name, port) = match text.rsplit_once(':') {
        Some((name, port)) if !port.contains(']') => (name, Some(port)),
        _ => (text, None),
    };
    let port_fits = port.is_none_or(|port| port.parse::<u16>().is_ok());
    let name_fits = match name.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(inner) => inner.parse::<std::net::Ipv6Addr>().is_ok(),
        None => {
            !name.is_empty()
                && name.len() <= 253
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_'))
        }
    };
    (port_fits && name_fits).then(|| text.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use http::HeaderName;

    use super::*;

    fn seen(peer: &str, trusted: &str, headers: &[(&str, &str)]) -> Result<Visitor> {
        let mut map = HeaderMap::new();
        map.insert(HOST, "own.example:9000".parse().unwrap());
        for (name, value) in headers {
            map.append(HeaderName::from_bytes(name.as_bytes()).unwrap(), value.parse().unwrap());
        }
        let peer = SocketAddr::new(peer.parse().unwrap(), 1);
        visitor(peer, &Uri::from_static("/"), &map, &TrustedProxies::parse(trusted).unwrap())
    }

    #[test]
    fn a_stranger_cannot_choose_their_address_scheme_or_host() {
        let headers = [("x-forwarded-for", "1.1.1.1"), ("x-forwarded-proto", "https"), ("x-forwarded-host", "other.example")];
        let visitor = seen("192.0.2.1", "10.0.0.0/8", &headers).unwrap();
        assert_eq!(visitor, Visitor { ip: "192.0.2.1".parse().unwrap(), scheme: "http", host: "own.example:9000".into() });
    }

    #[test]
    fn a_stranger_may_send_nonsense() {
        assert!(seen("192.0.2.1", "10.0.0.0/8", &[("x-forwarded-for", "nonsense"), ("x-forwarded-host", "a b")]).is_ok());
    }

    #[test]
    fn a_trusted_proxy_tells_who_the_visitor_is() {
        let headers = [("x-forwarded-for", "198.51.100.7"), ("x-forwarded-proto", "https"), ("x-forwarded-host", "Login.Example")];
        let visitor = seen("10.0.0.1", "10.0.0.0/8", &headers).unwrap();
        assert_eq!(visitor, Visitor { ip: "198.51.100.7".parse().unwrap(), scheme: "https", host: "login.example".into() });
    }

    #[test]
    fn an_address_that_the_visitor_put_in_front_does_not_count() {
        let headers = [("x-forwarded-for", "6.6.6.6, 198.51.100.7"), ("x-forwarded-for", "10.0.0.2")];
        assert_eq!(seen("10.0.0.1", "10.0.0.0/8", &headers).unwrap().ip.to_string(), "198.51.100.7");
    }

    #[test]
    fn a_malformed_value_of_a_trusted_proxy_denies_and_names_the_setting() {
        for (header, value) in [
            ("x-forwarded-for", "unknown"),
            ("x-forwarded-for", ""),
            ("x-forwarded-for", "198.51.100.7,"),
            ("x-forwarded-proto", "gopher"),
            ("x-forwarded-host", "a b"),
            ("x-forwarded-host", "host:port"),
        ] {
            let Err(Error::Refused(400, text)) = seen("10.0.0.1", "10.0.0.0/8", &[(header, value)]) else {
                unreachable!("{header}: {value} was accepted")
            };
            assert!(text.contains("VESTIBULE_TRUSTED_PROXIES"), "{text}");
        }
    }

    #[test]
    fn addresses_may_carry_a_port() {
        for (text, ip) in [("198.51.100.7:4711", "198.51.100.7"), ("[2001:db8::1]:80", "2001:db8::1"), ("[2001:db8::1]", "2001:db8::1")] {
            assert_eq!(address(text).unwrap().to_string(), ip);
        }
    }

    #[test]
    fn hosts_are_names_or_addresses_with_or_without_a_port() {
        for text in ["localhost", "a-b.example:443", "127.0.0.1:9000", "[::1]:9000", "[::1]"] {
            assert_eq!(host(text).as_deref(), Some(text));
        }
        for text in ["", "a/b", "a@b", "host:", "host:99999", "::1", "[::1", "é.example", "a\"b"] {
            assert_eq!(host(text), None, "{text}");
        }
    }
}
