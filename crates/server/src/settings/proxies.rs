//! The networks whose forwarded headers count.

use std::net::IpAddr;

use ipnet::IpNet;

/// Networks of proxies that are believed when they say who the visitor is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TrustedProxies(Vec<IpNet>);

impl TrustedProxies {
    /// Reads networks (`10.0.0.0/8`) and single addresses, separated by commas.
    ///
    /// # Errors
    /// The part that is neither.
    pub fn parse(text: &str) -> Result<Self, String> {
        networks(text).map(TrustedProxies)
    }

    /// Whether an address belongs to a trusted proxy.
    pub fn trusts(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}

/// Networks and single addresses, separated by commas.
///
/// # Errors
/// The part that is neither.
pub(super) fn networks(text: &str) -> Result<Vec<IpNet>, String> {
    let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| network(part).ok_or_else(|| part.to_owned())).collect()
}

fn network(part: &str) -> Option<IpNet> {
    part.parse().ok().or_else(|| part.parse::<IpAddr>().ok().map(IpNet::from))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn networks_and_single_addresses_are_trusted() {
        let proxies = TrustedProxies::parse("10.0.0.0/8, ::1,192.0.2.7").unwrap();
        for address in ["10.1.2.3", "::1", "192.0.2.7", "::ffff:10.1.2.3"] {
            assert!(proxies.trusts(address.parse().unwrap()), "{address}");
        }
        for address in ["11.0.0.1", "192.0.2.8", "::2"] {
            assert!(!proxies.trusts(address.parse().unwrap()), "{address}");
        }
    }

    #[test]
    fn nobody_is_trusted_by_default() {
        assert!(!TrustedProxies::parse("").unwrap().trusts("127.0.0.1".parse().unwrap()));
    }

    #[test]
    fn a_part_that_is_no_network_is_named() {
        assert_eq!(TrustedProxies::parse("10.0.0.0/8,nonsense"), Err("nonsense".to_owned()));
        assert_eq!(TrustedProxies::parse("10.0.0.0/33"), Err("10.0.0.0/33".to_owned()));
    }
}
