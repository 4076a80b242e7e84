//! Addresses and networks as numbers: reading and writing them.

/// An address, without its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Ip {
    pub(super) v6: bool,
    pub(super) number: u128,
    /// The zone of a link-local address (`%eth0`).
    pub(super) scope: Option<String>,
}

/// A network, without its type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Net {
    pub(super) v6: bool,
    /// Its first address.
    pub(super) first: u128,
    pub(super) prefix: u32,
}

/// How many bits addresses have.
pub(super) const fn bits(v6: bool) -> u32 {
    if v6 { 128 } else { 32 }
}

/// The bits that tell hosts apart.
pub(super) const fn hostmask(v6: bool, prefix: u32) -> u128 {
    let host = bits(v6) - prefix;
    if host == 128 { u128::MAX } else { (1 << host) - 1 }
}

impl Net {
    /// Its last address.
    pub(super) const fn last(self) -> u128 {
        self.first | hostmask(self.v6, self.prefix)
    }

    /// Whether an address is in it.
    pub(super) const fn has(self, v6: bool, number: u128) -> bool {
        self.v6 == v6 && self.first <= number && number <= self.last()
    }

    /// The network of that size in which an address is.
    pub(super) const fn around(v6: bool, number: u128, prefix: u32) -> Self {
        Net { v6, first: number & !hostmask(v6, prefix), prefix }
    }

    /// In text.
    pub(super) fn text(self) -> String {
        format!("{}/{}", text(self.v6, self.first), self.prefix)
    }
}

impl Ip {
    /// An address without a scope.
    pub(super) const fn new(v6: bool, number: u128) -> Self {
        Ip { v6, number, scope: None }
    }

    /// In text.
    pub(super) fn text(&self) -> String {
        let text = text(self.v6, self.number);
        self.scope.as_ref().map_or(text.clone(), |scope| format!("{text}%{scope}"))
    }
}

fn groups(number: u128) -> [u16; 8] {
    std::array::from_fn(|place| u16::try_from(number >> (112 - 16 * place) & 0xffff).unwrap_or(0))
}

/// An address in text, as short as possible.
pub(super) fn text(v6: bool, number: u128) -> String {
    if !v6 {
        return std::net::Ipv4Addr::from(u32::try_from(number).unwrap_or(u32::MAX)).to_string();
    }
    let groups = groups(number);
    let (mut best, mut start, mut length) = ((0, 0), 0, 0);
    for (place, group) in groups.iter().enumerate() {
        (start, length) = if *group != 0 { (place + 1, 0) } else { (start, length + 1) };
        if length > best.1 {
            best = (start, length);
        }
    }
    let join = |part: &[u16]| part.iter().map(|group| format!("{group:x}")).collect::<Vec<_>>().join(":");
    match best {
        (start, length @ 2..) => {
            let (head, tail) = (groups.get(..start).unwrap_or_default(), groups.get(start + length..).unwrap_or_default());
            format!("{}::{}", join(head), join(tail))
        }
        _ => join(&groups),
    }
}

/// An address in text, with all its digits.
pub(super) fn long_text(v6: bool, number: u128) -> String {
    if v6 { groups(number).map(|group| format!("{group:04x}")).join(":") } else { text(v6, number) }
}

/// Reads an address of version 4.
pub(super) fn parse4(address: &str) -> Result<u128, String> {
    if address.is_empty() {
        return Err("Address cannot be empty".into());
    }
    let octets: Vec<&str> = address.split('.').collect();
    if octets.len() != 4 {
        return Err(format!("Expected 4 octets in '{address}'"));
    }
    let mut number = 0;
    for octet in octets {
        number = number << 8 | parse_octet(octet).map_err(|message| format!("{message} in '{address}'"))?;
    }
    Ok(number)
}

fn parse_octet(octet: &str) -> Result<u128, String> {
    if octet.is_empty() {
        return Err("Empty octet not permitted".into());
    }
    if !octet.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(format!("Only decimal digits permitted in '{octet}'"));
    }
    if octet.len() > 3 {
        return Err(format!("At most 3 characters permitted in '{octet}'"));
    }
    if octet.len() > 1 && octet.starts_with('0') {
        return Err(format!("Leading zeros are not permitted in '{octet}'"));
    }
    match octet.parse::<u128>() {
        Ok(number @ 0..=255) => Ok(number),
        _ => Err(format!("Octet {octet} (> 255) not permitted")),
    }
}

/// Reads an address of version 6, and its scope.
pub(super) fn parse6(whole: &str) -> Result<Ip, String> {
    if whole.is_empty() {
        return Err("Address cannot be empty".into());
    }
    let (address, scope) = match whole.split_once('%') {
        None => (whole, None),
        Some((_, scope)) if scope.is_empty() || scope.contains('%') => return Err(format!("Invalid IPv6 address: \"'{whole}'\"")),
        Some((address, scope)) => (address, Some(scope.to_owned())),
    };
    let mut parts: Vec<String> = address.split(':').map(str::to_owned).collect();
    if parts.len() < 3 {
        return Err(format!("At least 3 parts expected in '{address}'"));
    }
    if let Some(last) = parts.last().filter(|last| last.contains('.')).cloned() {
        let number = parse4(&last).map_err(|message| format!("{message} in '{address}'"))?;
        parts.pop();
        parts.push(format!("{:x}", number >> 16 & 0xffff));
        parts.push(format!("{:x}", number & 0xffff));
    }
    if parts.len() > 9 {
        return Err(format!("At most 8 colons permitted in '{address}'"));
    }
    let number = assemble(&parts).map_err(|message| format!("{message} in '{address}'"))?;
    Ok(Ip { v6: true, number, scope })
}

fn assemble(parts: &[String]) -> Result<u128, String> {
    let last = parts.len() - 1;
    let gaps: Vec<usize> = (1..last).filter(|place| parts.get(*place).is_some_and(String::is_empty)).collect();
    let empty = |place: usize| parts.get(place).is_some_and(String::is_empty);
    let (head, tail) = match gaps[..] {
        [] if parts.len() != 8 => return Err("Exactly 8 parts expected without '::'".into()),
        [] if empty(0) => return Err("Leading ':' only permitted as part of '::'".into()),
        [] if empty(last) => return Err("Trailing ':' only permitted as part of '::'".into()),
        [] => (8, 0),
        [gap] => {
            let (mut head, mut tail) = (gap, last - gap);
            if empty(0) {
                head -= 1;
                if head > 0 {
                    return Err("Leading ':' only permitted as part of '::'".into());
                }
            }
            if empty(last) {
                tail -= 1;
                if tail > 0 {
                    return Err("Trailing ':' only permitted as part of '::'".into());
                }
            }
            if head + tail >= 8 {
                return Err("Expected at most 7 other parts with '::'".into());
            }
            (head, tail)
        }
        _ => return Err("At most one '::' permitted".into()),
    };
    let mut number = 0;
    for part in parts.iter().take(head) {
        number = number << 16 | hextet(part)?;
    }
    let between = u32::try_from(8 - head - tail).unwrap_or(0);
    number = number.checked_shl(16 * between).unwrap_or(0);
    for part in parts.iter().skip(parts.len() - tail) {
        number = number << 16 | hextet(part)?;
    }
    Ok(number)
}

fn hextet(part: &str) -> Result<u128, String> {
    if !part.bytes().all(|byte| byte.is_ascii_hexdigit()) || part.is_empty() {
        return Err(format!("Only hex digits permitted in '{part}'"));
    }
    if part.len() > 4 {
        return Err(format!("At most 4 characters permitted in '{part}'"));
    }
    u128::from_str_radix(part, 16).map_err(|_| format!("Only hex digits permitted in '{part}'"))
}

/// Reads the size of a network: a number of bits, or for version 4 a mask.
pub(super) fn parse_prefix(v6: bool, text: &str) -> Option<u32> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return text.parse().ok().filter(|prefix| *prefix <= bits(v6));
    }
    let mask = if v6 { return None } else { u32::try_from(parse4(text).ok()?).ok()? };
    if mask.leading_ones() + mask.trailing_zeros() == 32 {
        return Some(mask.leading_ones());
    }
    (mask.leading_zeros() + mask.trailing_ones() == 32).then(|| mask.leading_zeros())
}
