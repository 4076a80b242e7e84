//! Which addresses expressions may reach: those of the public internet, and networks that the settings name. A name is looked up here
//! and the connection goes to what was found here, so that a name cannot lead elsewhere between the look and the connection.

use std::{
    net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr},
    sync::Arc,
};

use ipnet::IpNet;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use url::{Host, Url};

use crate::OutboundError;

/// Networks that may be reached although they are not public. Cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Guard(Arc<[IpNet]>);

impl Guard {
    /// With these networks beside the public ones.
    pub fn new(networks: Vec<IpNet>) -> Self {
        Guard(networks.into())
    }

    /// Whether an address may be reached.
    pub fn admits(&self, ip: IpAddr) -> bool {
        let ip = ip.to_canonical();
        is_public(ip) || self.0.iter().any(|network| network.contains(&ip))
    }

    /// Refuses an address that names its host by number; names are judged when they are looked up.
    pub(crate) fn check(&self, url: &Url) -> Result<(), OutboundError> {
        let ip = match url.host() {
            Some(Host::Ipv4(ip)) => IpAddr::V4(ip),
            Some(Host::Ipv6(ip)) => IpAddr::V6(ip),
            _ => return Ok(()),
        };
        if self.admits(ip) { Ok(()) } else { Err(refused(&ip.to_string())) }
    }

    /// The addresses of a name that may be reached.
    ///
    /// # Errors
    /// When it has none, or none of them may be reached.
    pub async fn addresses(&self, name: &str) -> Result<Vec<IpAddr>, OutboundError> {
        let all = tokio::net::lookup_host((name, 0)).await.map_err(|error| OutboundError(format!("{name} has no address: {error}")))?;
        let mut admitted: Vec<IpAddr> = all.map(|address| address.ip()).filter(|ip| self.admits(*ip)).collect();
        admitted.dedup();
        if admitted.is_empty() { Err(refused(name)) } else { Ok(admitted) }
    }
}

fn refused(host: &str) -> OutboundError {
    OutboundError(format!("{host} is no public address, and no network that VESTIBULE_EXPRESSION_NETWORKS names"))
}

impl Resolve for Guard {
    fn resolve(&self, name: Name) -> Resolving {
        let guard = self.clone();
        Box::pin(async move {
            let found = guard.addresses(name.as_str()).await?;
            let addresses: Addrs = Box::new(found.into_iter().map(|ip| SocketAddr::new(ip, 0)));
            Ok(addresses)
        })
    }
}

/// Whether an address is one of the public internet: not private, local, shared, for documentation, multicast or reserved (the
/// registries of RFC 6890).
fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    let special = ip.is_private() || ip.is_loopback() || ip.is_link_local() || ip.is_multicast() || ip.is_documentation();
    let shared = a == 100 && (64..128).contains(&b);
    let protocol = a == 192 && b == 0 && c == 0;
    let benchmark = a == 198 && (b == 18 || b == 19);
    !(special || shared || protocol || benchmark || a == 0 || a >= 240)
}

fn is_public_v6(ip: Ipv6Addr) -> bool {
    let [a, b, ..] = ip.segments();
    // Only the global unicast block, without documentation, benchmarks, ORCHID, Teredo, 6to4; nor the prefix that stands for IPv4.
    let global = (0x2000..0x4000).contains(&a);
    let special = a == 0x2001 && (b == 0x0db8 || b < 0x0200);
    global && !special && a != 0x2002 && !(a == 0x3fff && b < 0x1000)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn only_public_addresses_and_named_networks_are_reached() {
        let guard = Guard::new(vec!["10.1.0.0/16".parse().unwrap()]);
        for ip in ["93.184.216.34", "2606:2800:220:1::1", "10.1.2.3"] {
            assert!(guard.admits(ip.parse().unwrap()), "{ip}");
        }
        let inner = [
            "127.0.0.1",
            "10.0.0.1",
            "192.168.1.1",
            "172.16.0.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "::ffff:127.0.0.1",
            "::ffff:169.254.169.254",
            "64:ff9b::7f00:1",
            "2001:db8::1",
            "2002:7f00:1::",
            "ff02::1",
        ];
        for ip in inner {
            assert!(!guard.admits(ip.parse().unwrap()), "{ip}");
        }
    }
}
