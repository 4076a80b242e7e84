//! `IPv4Address`, `IPv6Address`, and with the network that they are in `IPv4Interface`, `IPv6Interface`.

use std::any::Any;

use num_bigint::BigInt;
use num_traits::ToPrimitive;

use super::{
    VALUE_ERROR,
    ip::{self, Ip, Net, bits, hostmask},
    known::{self, Kind},
    network::Network,
    read,
};
use crate::{
    Args, Method, Object, Result, Stop, Type, Value, Vm,
    class::Getter,
    operate::{BinaryOp, CompareOp, class_of},
};

macro_rules! kinds {
    ($of:path; $($name:literal $kind:ident),+; $($more:expr),* $(,)?) => {
        &[$(Getter { name: $name, get: |_, value| $of(value, Kind::$kind) },)+ $($more),*]
    };
}
pub(super) use kinds;

/// What all addresses have.
static ADDRESS: Type = Type {
    module: "ipaddress",
    methods: &[
        Method { name: "__int__", call: |_, value, args| args.none("__int__").and_then(|()| Ok(number(of(value)?.number))) },
        Method { name: "__format__", call: |vm, value, args| args.one("__format__").and_then(|spec| formatted(vm, value, &spec)) },
    ],
    getters: kinds!(kind; "is_private" Private, "is_global" Global, "is_multicast" Multicast, "is_reserved" Reserved,
        "is_loopback" Loopback, "is_link_local" LinkLocal, "is_unspecified" Unspecified;
        Getter { name: "compressed", get: |vm, value| vm.str(value).map(Value::from) },
        Getter { name: "exploded", get: |_, value| exploded(value) },
        Getter { name: "max_prefixlen", get: |_, value| Ok(Value::Int(i64::from(bits(of(value)?.v6)))) },
        Getter { name: "packed", get: |vm, value| packed(vm, of(value)?) },
        Getter { name: "reverse_pointer", get: |_, value| Ok(Value::from(reverse_pointer(of(value)?))) },
        Getter { name: "version", get: |_, value| Ok(Value::Int(if of(value)?.v6 { 6 } else { 4 })) }),
    ..Type::new("_BaseAddress")
};

/// `IPv4Address`
pub(super) static V4_ADDRESS: Type = Type {
    module: "ipaddress",
    base: Some(&ADDRESS),
    new: Some(|vm, args| new(vm, args, "IPv4Address", false)),
    ..Type::new("IPv4Address")
};

/// `IPv6Address`
pub(super) static V6_ADDRESS: Type = Type {
    module: "ipaddress",
    base: Some(&ADDRESS),
    new: Some(|vm, args| new(vm, args, "IPv6Address", true)),
    getters: kinds!(kind; "is_site_local" SiteLocal;
        Getter { name: "ipv4_mapped", get: |_, value| Ok(inner(of(value)?, 32, |rest| rest == 0xffff, 0)) },
        Getter { name: "sixtofour", get: |_, value| Ok(inner(of(value)?, 112, |rest| rest == 0x2002, 80)) },
        Getter { name: "teredo", get: teredo },
        Getter { name: "scope_id", get: |_, value| Ok(of(value)?.scope.as_ref().map_or(Value::None, Value::str)) }),
    ..Type::new("IPv6Address")
};

const INTERFACE: &[Getter] = &[
    Getter { name: "ip", get: |_, value| Ok(Value::object(Address { ip: of(value)?.clone(), prefix: None })) },
    Getter { name: "network", get: |_, value| network(value).map(Network::value) },
    Getter {
        name: "netmask",
        get: |_, value| network(value).map(|net| Address::value(net.v6, !hostmask(net.v6, net.prefix) & hostmask(net.v6, 0))),
    },
    Getter { name: "hostmask", get: |_, value| network(value).map(|net| Address::value(net.v6, hostmask(net.v6, net.prefix))) },
    Getter { name: "with_prefixlen", get: |vm, value| vm.str(value).map(Value::from) },
    Getter { name: "with_netmask", get: |_, value| with(value, |net| !hostmask(net.v6, net.prefix) & hostmask(net.v6, 0)) },
    Getter { name: "with_hostmask", get: |_, value| with(value, |net| hostmask(net.v6, net.prefix)) },
];

/// `IPv4Interface`
pub(super) static V4_INTERFACE: Type = Type {
    module: "ipaddress",
    base: Some(&V4_ADDRESS),
    new: Some(|vm, args| {
        let value = args.one("IPv4Interface")?;
        read::interface(vm, &value, false).map(Value::object)
    }),
    getters: INTERFACE,
    ..Type::new("IPv4Interface")
};

/// `IPv6Interface`
pub(super) static V6_INTERFACE: Type = Type {
    module: "ipaddress",
    base: Some(&V6_ADDRESS),
    new: Some(|vm, args| {
        let value = args.one("IPv6Interface")?;
        read::interface(vm, &value, true).map(Value::object)
    }),
    getters: INTERFACE,
    ..Type::new("IPv6Interface")
};

/// An address, or with a prefix an interface.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Address {
    pub(super) ip: Ip,
    pub(super) prefix: Option<u32>,
}

impl Address {
    /// An address as a value.
    pub(super) fn value(v6: bool, number: u128) -> Value {
        Value::object(Address { ip: Ip::new(v6, number), prefix: None })
    }
}

/// The address that a value is.
pub(super) fn of(value: &Value) -> Result<&Ip> {
    crate::modules::support::this::<Address>(value, "_BaseAddress").map(|address| &address.ip)
}

fn network(value: &Value) -> Result<Net> {
    let address = crate::modules::support::this::<Address>(value, "_BaseAddress")?;
    Ok(Net::around(address.ip.v6, address.ip.number, address.prefix.unwrap_or(bits(address.ip.v6))))
}

fn with(value: &Value, mask: fn(Net) -> u128) -> Result<Value> {
    let net = network(value)?;
    Ok(Value::from(format!("{}/{}", of(value)?.text(), ip::text(net.v6, mask(net)))))
}

/// A number as a value.
pub(super) fn number(number: u128) -> Value {
    Value::big(BigInt::from(number))
}

fn new(vm: &mut Vm<'_>, args: Args, name: &'static str, v6: bool) -> Result<Value> {
    let value = args.one(name)?;
    read::address(vm, &value, v6).map(|ip| Value::object(Address { ip, prefix: None }))
}

fn kind(value: &Value, kind: Kind) -> Result<Value> {
    let address = crate::modules::support::this::<Address>(value, "_BaseAddress")?;
    Ok(Value::Bool(known::address(&address.ip, kind)))
}

fn exploded(value: &Value) -> Result<Value> {
    let address = crate::modules::support::this::<Address>(value, "_BaseAddress")?;
    let text = ip::long_text(address.ip.v6, address.ip.number);
    Ok(Value::from(address.prefix.map_or(text.clone(), |prefix| format!("{text}/{prefix}"))))
}

fn packed(vm: &mut Vm<'_>, ip: &Ip) -> Result<Value> {
    let bytes = ip.number.to_be_bytes();
    vm.bytes(bytes.into_iter().skip(if ip.v6 { 0 } else { 12 }).collect())
}

fn reverse_pointer(ip: &Ip) -> String {
    let long = ip::long_text(ip.v6, ip.number);
    if ip.v6 {
        let digits: Vec<String> = long.chars().rev().filter(|c| *c != ':').map(String::from).collect();
        return format!("{}.ip6.arpa", digits.join("."));
    }
    let octets: Vec<&str> = long.split('.').rev().collect();
    format!("{}.in-addr.arpa", octets.join("."))
}

/// The address of version 4 within one of version 6, if what is above it says that there is one.
fn inner(ip: &Ip, above: u32, fits: fn(u128) -> bool, shift: u32) -> Value {
    if fits(ip.number >> above) { Address::value(false, ip.number >> shift & 0xffff_ffff) } else { Value::None }
}

fn teredo(vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    let ip = of(value)?;
    if ip.number >> 96 != 0x2001_0000 {
        return Ok(Value::None);
    }
    let (server, client) = (ip.number >> 64 & 0xffff_ffff, !ip.number & 0xffff_ffff);
    vm.tuple(vec![Address::value(false, server), Address::value(false, client)])
}

fn formatted(vm: &mut Vm<'_>, value: &Value, spec: &Value) -> Result<Value> {
    let text = vm.str(value)?;
    let Some(spec) = spec.as_str() else { return Ok(Value::from(text)) };
    let address = crate::modules::support::this::<Address>(value, "_BaseAddress")?;
    match address.in_format(vm, spec)? {
        _ if spec.is_empty() => Ok(Value::from(text)),
        Some(text) => Ok(Value::from(text)),
        None => Err(Stop::type_error(format!("unsupported format string passed to {}.__format__", class_of(value).name()))),
    }
}

impl Address {
    /// `s` for the text, `b`, `x`, `X`, `n` for all digits of the number, with `#` and `_` as usual.
    fn in_format(&self, vm: &mut Vm<'_>, spec: &str) -> Result<Option<String>> {
        let shape = spec.trim_start_matches('#').trim_start_matches('_');
        let alternate = spec.starts_with('#');
        let letter = match shape {
            "s" if shape == spec => return Ok(Some(self.shown())),
            "n" => {
                if self.ip.v6 {
                    "x"
                } else {
                    "b"
                }
            }
            "b" | "x" | "X" => shape,
            _ => return Ok(None),
        };
        let digits = bits(self.ip.v6) as usize / if letter == "b" { 1 } else { 4 };
        let grouped = spec.contains('_');
        let width = digits + if grouped { digits / 4 - 1 } else { 0 } + if alternate { 2 } else { 0 };
        let (mark, group) = (if alternate { "#" } else { "" }, if grouped { "_" } else { "" });
        vm.format(&number(self.ip.number), &format!("{mark}0{width}{group}{letter}")).map(Some)
    }

    fn shown(&self) -> String {
        let text = self.ip.text();
        self.prefix.map_or(text.clone(), |prefix| format!("{text}/{prefix}"))
    }

    fn moved(&self, by: &Value, back: bool) -> Result<Option<Value>> {
        let by = match by {
            Value::Big(number) => number.to_i128(),
            _ => by.as_int().map(i128::from),
        };
        let Some(by) = by else { return Ok(None) };
        let moved = BigInt::from(self.ip.number) + if back { -by } else { by };
        read::from_number(&moved, self.ip.v6).map(|ip| Some(Value::object(Address { ip, prefix: None })))
    }
}

/// `TypeError` for what cannot be compared.
pub(super) fn versions(one: &str, two: &str) -> Stop {
    Stop::type_error(format!("{one} and {two} are not of the same version"))
}

impl Object for Address {
    fn class(&self) -> &'static Type {
        match (self.ip.v6, self.prefix) {
            (false, None) => &V4_ADDRESS,
            (true, None) => &V6_ADDRESS,
            (false, Some(_)) => &V4_INTERFACE,
            (true, Some(_)) => &V6_INTERFACE,
        }
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn number(&self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        Ok(Some(number(self.ip.number)))
    }

    fn binary(&self, _vm: &mut Vm<'_>, op: BinaryOp, other: &Value, reflected: bool) -> Result<Option<Value>> {
        match op {
            BinaryOp::Add if !reflected => self.moved(other, false),
            BinaryOp::Subtract if !reflected => self.moved(other, true),
            _ => Ok(None),
        }
    }

    fn compare(&self, _vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        let Some(other) = other.downcast::<Address>() else { return Ok(None) };
        if matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
            return Ok(Some((self == other) == (op == CompareOp::Equal)));
        }
        if self.ip.v6 != other.ip.v6 {
            return Err(versions(&self.shown(), &other.shown()));
        }
        if self.prefix.is_some() != other.prefix.is_some() {
            return Ok(None);
        }
        let key = |address: &Address| {
            let prefix = address.prefix.unwrap_or(bits(address.ip.v6));
            (Net::around(address.ip.v6, address.ip.number, prefix).first, prefix, address.ip.number)
        };
        Ok(Some(op.holds(key(self).cmp(&key(other)))))
    }

    fn hash(&self, vm: &mut Vm<'_>) -> Result<Option<u64>> {
        vm.hash(&Value::from(format!("ip {}", self.shown()))).map(Some)
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("{}('{}')", self.class().name, self.shown()))
    }

    fn str(&self, _vm: &mut Vm<'_>) -> Result<Option<String>> {
        Ok(Some(self.shown()))
    }

    fn format(&self, vm: &mut Vm<'_>, spec: &str) -> Result<Option<String>> {
        self.in_format(vm, spec)
    }
}

/// `AddressValueError`
pub(super) fn wrong(message: impl AsRef<str>) -> Stop {
    Stop::raise(&VALUE_ERROR, message)
}
