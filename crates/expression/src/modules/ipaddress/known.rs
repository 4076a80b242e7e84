//! What networks are for, by the registries of IANA.

use super::ip::{Ip, Net};

const fn v4(a: u8, b: u8, c: u8, d: u8, prefix: u32) -> Net {
    Net { v6: false, first: u32::from_be_bytes([a, b, c, d]) as u128, prefix }
}

const fn v6(first: u128, shift: u32, prefix: u32) -> Net {
    Net { v6: true, first: first << shift, prefix }
}

/// For use within one's own networks.
const PRIVATE: [Net; 26] = [
    v4(0, 0, 0, 0, 8),
    v4(10, 0, 0, 0, 8),
    v4(127, 0, 0, 0, 8),
    v4(169, 254, 0, 0, 16),
    v4(172, 16, 0, 0, 12),
    v4(192, 0, 0, 0, 24),
    v4(192, 0, 2, 0, 24),
    v4(192, 168, 0, 0, 16),
    v4(198, 18, 0, 0, 15),
    v4(198, 51, 100, 0, 24),
    v4(203, 0, 113, 0, 24),
    v4(240, 0, 0, 0, 4),
    v4(255, 255, 255, 255, 32),
    v6(1, 0, 128),
    v6(0, 0, 128),
    v6(0xffff, 32, 96),
    v6(0x0064_ff9b_0001, 80, 48),
    v6(0x0100, 112, 64),
    v6(0x2001, 112, 23),
    v6(0x2001_0db8, 96, 32),
    v6(0x2002, 112, 16),
    v6(0x3fff, 112, 20),
    v6(0xfc00, 112, 7),
    v6(0xfe80, 112, 10),
    v4(192, 0, 0, 170, 31),
    v4(192, 0, 0, 171, 32),
];

/// Parts of those that everybody can reach.
const REACHABLE: [Net; 8] = [
    v4(192, 0, 0, 9, 32),
    v4(192, 0, 0, 10, 32),
    v6(0x2001_0001_0000_0000_0000_0000_0000_0001, 0, 128),
    v6(0x2001_0001_0000_0000_0000_0000_0000_0002, 0, 128),
    v6(0x2001_0003, 96, 32),
    v6(0x2001_0004_0112, 80, 48),
    v6(0x2001_0020, 96, 28),
    v6(0x2001_0030, 96, 28),
];

const RESERVED: [Net; 16] = [
    v4(240, 0, 0, 0, 4),
    v6(0, 0, 8),
    v6(0x0100, 112, 8),
    v6(0x0200, 112, 7),
    v6(0x0400, 112, 6),
    v6(0x0800, 112, 5),
    v6(0x1000, 112, 4),
    v6(0x4000, 112, 3),
    v6(0x6000, 112, 3),
    v6(0x8000, 112, 3),
    v6(0xa000, 112, 3),
    v6(0xc000, 112, 3),
    v6(0xe000, 112, 4),
    v6(0xf000, 112, 5),
    v6(0xf800, 112, 6),
    v6(0xfe00, 112, 9),
];

/// What is asked about an address or a network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Private,
    Global,
    Multicast,
    Reserved,
    Loopback,
    LinkLocal,
    SiteLocal,
    Unspecified,
}

fn networks(kind: Kind) -> &'static [Net] {
    match kind {
        Kind::Private | Kind::Global => &PRIVATE,
        Kind::Multicast => const { &[v4(224, 0, 0, 0, 4), v6(0xff00, 112, 8)] },
        Kind::Reserved => &RESERVED,
        Kind::Loopback => const { &[v4(127, 0, 0, 0, 8), v6(1, 0, 128)] },
        Kind::LinkLocal => const { &[v4(169, 254, 0, 0, 16), v6(0xfe80, 112, 10)] },
        Kind::SiteLocal => const { &[v6(0xfec0, 112, 10)] },
        Kind::Unspecified => const { &[v4(0, 0, 0, 0, 32), v6(0, 0, 128)] },
    }
}

/// What carriers share among their customers: neither private nor global.
const SHARED: Net = v4(100, 64, 0, 0, 10);

/// Whether an address is of that kind. One of version 4 within version 6 counts as what it is in version 4.
pub(super) fn address(ip: &Ip, kind: Kind) -> bool {
    if ip.v6 && ip.number >> 32 == 0xffff && kind != Kind::SiteLocal {
        return address(&Ip::new(false, ip.number & 0xffff_ffff), kind);
    }
    network(Net { v6: ip.v6, first: ip.number, prefix: super::ip::bits(ip.v6) }, kind)
}

/// Whether all of a network is of that kind.
pub(super) fn network(net: Net, kind: Kind) -> bool {
    let within = |outer: &Net| outer.has(net.v6, net.first) && outer.has(net.v6, net.last());
    match kind {
        Kind::Private => networks(kind).iter().any(within) && !REACHABLE.iter().any(within),
        Kind::Global => !network(net, Kind::Private) && !within(&SHARED),
        _ => networks(kind).iter().any(within),
    }
}
