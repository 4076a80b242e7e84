//! Sessions that are tied to where they were made.

use std::net::IpAddr;

use serde_json::{Value as Json, json};
use vestibule_engine::Session;
use vestibule_resource::Word as _;

use super::{GeoipBinding, NetworkBinding};

/// Where a session keeps what it is tied to.
const BINDING: &str = "goauthentik.io/stages/user_login/binding";

/// Ties a session to the address it was made at, as far as the stage says so; a session that was tied before is not any more.
pub(super) fn tie(session: &mut Session, network: NetworkBinding, geoip: GeoipBinding, ip: IpAddr) {
    if network == NetworkBinding::NoBinding && geoip == GeoipBinding::NoBinding {
        session.remove(BINDING);
        return;
    }
    session.set(BINDING, json!({ "network": network.word(), "geoip": geoip.word(), "ip": ip.to_canonical().to_string() }));
}

/// Whether a session is used from elsewhere than it is tied to, and if so, which tie it breaks: the reason that the logout event
/// tells. As long as nothing is known about networks and places, every other address counts as elsewhere.
pub fn broken(session: &Session, ip: IpAddr) -> Option<String> {
    let tied = session.get(BINDING)?;
    let word = |name: &str| tied.get(name).and_then(Json::as_str);
    if word("ip").and_then(|at| at.parse::<IpAddr>().ok()).is_some_and(|at| at.to_canonical() == ip.to_canonical()) {
        return None;
    }
    let network = word("network").filter(|word| *word != NetworkBinding::NoBinding.word());
    Some(match network {
        Some(word) => format!("network.{word}"),
        None => format!("geoip.{}", word("geoip").unwrap_or_default()),
    })
}

#[cfg(test)]
mod tests {
    use std::net::{Ipv4Addr, Ipv6Addr};

    use super::*;

    const HOME: IpAddr = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 1));
    const AWAY: IpAddr = IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7));

    fn tied(network: NetworkBinding, geoip: GeoipBinding) -> Session {
        let mut session = Session::default();
        tie(&mut session, network, geoip, HOME);
        session
    }

    #[test]
    fn a_tied_session_works_only_from_where_it_was_made() {
        let session = tied(NetworkBinding::BindAsnNetwork, GeoipBinding::NoBinding);
        assert_eq!(broken(&session, HOME), None);
        assert_eq!(broken(&session, IpAddr::V6(Ipv4Addr::new(192, 0, 2, 1).to_ipv6_mapped())), None);
        assert_eq!(broken(&session, AWAY).as_deref(), Some("network.bind_asn_network"));
        assert_eq!(broken(&session, IpAddr::V6(Ipv6Addr::LOCALHOST)).as_deref(), Some("network.bind_asn_network"));
        let session = tied(NetworkBinding::NoBinding, GeoipBinding::BindContinent);
        assert_eq!(broken(&session, AWAY).as_deref(), Some("geoip.bind_continent"));
    }

    #[test]
    fn a_session_that_is_not_tied_works_from_everywhere() {
        let mut session = tied(NetworkBinding::BindAsn, GeoipBinding::NoBinding);
        tie(&mut session, NetworkBinding::NoBinding, GeoipBinding::NoBinding, AWAY);
        assert_eq!(broken(&session, HOME), None);
        assert_eq!(broken(&Session::default(), HOME), None);
    }
}
