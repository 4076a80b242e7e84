//! `IPv4Network`, `IPv6Network`.

use std::{any::Any, cmp::Ordering};

use num_bigint::BigInt;

use super::{
    address::{self, Address, kinds, versions},
    ip::{self, Net, bits, hostmask},
    known::{self, Kind},
    range::{self, Networks},
    read,
};
use crate::{
    Args, Method, Object, Result, Spec, Stop, Type, Value, Vm,
    class::Getter,
    exception,
    modules::support::{int_or, this, want_int},
    operate::{CompareOp, class_of},
    types::iterator::Iterate,
};

/// What all networks have.
static NETWORK: Type = Type {
    module: "ipaddress",
    methods: &[
        Method { name: "hosts", call: hosts },
        Method { name: "subnets", call: subnets },
        Method { name: "supernet", call: supernet },
        Method {
            name: "overlaps",
            call: |_, value, args| {
                two(value, &args.one("overlaps")?)
                    .map(|(one, two)| Value::Bool(one.v6 == two.v6 && one.first <= two.last() && two.first <= one.last()))
            },
        },
        Method {
            name: "subnet_of",
            call: |_, value, args| related(value, &args.one("subnet_of")?, |one, two| two.first <= one.first && one.last() <= two.last()),
        },
        Method {
            name: "supernet_of",
            call: |_, value, args| related(value, &args.one("supernet_of")?, |one, two| one.first <= two.first && two.last() <= one.last()),
        },
        Method { name: "compare_networks", call: compare_networks },
        Method { name: "address_exclude", call: range::address_exclude },
    ],
    getters: kinds!(kind; "is_private" Private, "is_global" Global, "is_multicast" Multicast, "is_reserved" Reserved,
        "is_loopback" Loopback, "is_link_local" LinkLocal, "is_unspecified" Unspecified;
        Getter { name: "network_address", get: |_, value| me(value).map(|net| Address::value(net.v6, net.first)) },
        Getter { name: "broadcast_address", get: |_, value| me(value).map(|net| Address::value(net.v6, net.last())) },
        Getter { name: "netmask", get: |_, value| me(value).map(|net| Address::value(net.v6, netmask(net))) },
        Getter { name: "hostmask", get: |_, value| me(value).map(|net| Address::value(net.v6, hostmask(net.v6, net.prefix))) },
        Getter { name: "prefixlen", get: |_, value| me(value).map(|net| Value::Int(i64::from(net.prefix))) },
        Getter { name: "max_prefixlen", get: |_, value| me(value).map(|net| Value::Int(i64::from(bits(net.v6)))) },
        Getter { name: "num_addresses", get: |_, value| me(value).map(|net| Value::big(BigInt::from(hostmask(net.v6, net.prefix)) + 1)) },
        Getter { name: "version", get: |_, value| me(value).map(|net| Value::Int(if net.v6 { 6 } else { 4 })) },
        Getter { name: "compressed", get: |_, value| me(value).map(|net| Value::from(net.text())) },
        Getter { name: "exploded", get: |_, value| me(value).map(|net| Value::from(format!("{}/{}", ip::long_text(net.v6, net.first), net.prefix))) },
        Getter { name: "with_prefixlen", get: |_, value| me(value).map(|net| Value::from(net.text())) },
        Getter { name: "with_netmask", get: |_, value| me(value).map(|net| with(net, netmask(net))) },
        Getter { name: "with_hostmask", get: |_, value| me(value).map(|net| with(net, hostmask(net.v6, net.prefix))) }),
    ..Type::new("_BaseNetwork")
};

/// `IPv4Network`
pub(super) static V4_NETWORK: Type = Type {
    module: "ipaddress",
    base: Some(&NETWORK),
    new: Some(|vm, args| new(vm, args, "IPv4Network", false)),
    ..Type::new("IPv4Network")
};

/// `IPv6Network`
pub(super) static V6_NETWORK: Type = Type {
    module: "ipaddress",
    base: Some(&NETWORK),
    new: Some(|vm, args| new(vm, args, "IPv6Network", true)),
    getters: kinds!(kind; "is_site_local" SiteLocal;),
    ..Type::new("IPv6Network")
};

/// A network.
pub(crate) struct Network {
    pub(super) net: Net,
}

impl Network {
    /// A network as a value.
    pub(super) fn value(net: Net) -> Value {
        Value::object(Network { net })
    }
}

/// The network that a value is.
pub(super) fn me(value: &Value) -> Result<Net> {
    this::<Network>(value, "_BaseNetwork").map(|network| network.net)
}

fn netmask(net: Net) -> u128 {
    !hostmask(net.v6, net.prefix) & hostmask(net.v6, 0)
}

fn with(net: Net, mask: u128) -> Value {
    Value::from(format!("{}/{}", ip::text(net.v6, net.first), ip::text(net.v6, mask)))
}

fn kind(value: &Value, kind: Kind) -> Result<Value> {
    me(value).map(|net| Value::Bool(known::network(net, kind)))
}

fn new(vm: &mut Vm<'_>, args: Args, name: &'static str, v6: bool) -> Result<Value> {
    let [value, strict] = args.bind(&Spec::new(name, 1, ["address", "strict"]))?;
    let strict = strict.map_or(Ok(true), |strict| vm.truth(&strict))?;
    read::network(vm, &value.unwrap_or(Value::None), v6, strict).map(Network::value)
}

static ITERATOR: Type = Type::new("generator");

fn hosts(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("hosts")?;
    let net = me(value)?;
    let (mut first, mut last) = (net.first, net.last());
    if bits(net.v6) - net.prefix > 1 {
        first += 1;
        last -= u128::from(!net.v6);
    }
    Ok(vm.iterator(&ITERATOR, Addresses { v6: net.v6, next: Some(first), last }))
}

/// Addresses, one after the other.
struct Addresses {
    v6: bool,
    next: Option<u128>,
    last: u128,
}

impl Iterate for Addresses {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let Some(number) = self.next else { return Ok(None) };
        vm.allocate(size_of::<Address>())?;
        self.next = number.checked_add(1).filter(|next| *next <= self.last);
        Ok(Some(Address::value(self.v6, number)))
    }
}

/// How much longer the prefix becomes.
fn difference(args: Args, name: &'static str, prefix: u32, longer: bool) -> Result<i64> {
    let [diff, new] = args.bind(&Spec::new(name, 0, ["prefixlen_diff", "new_prefix"]))?;
    let diff = int_or(diff, 1)?;
    let Some(new) = new.filter(|new| !new.is_none()) else { return Ok(diff) };
    let new = want_int(&new)?;
    let prefix = i64::from(prefix);
    match (longer, new < prefix, new > prefix) {
        (true, true, _) => Err(Stop::value_error("new prefix must be longer")),
        (false, _, true) => Err(Stop::value_error("new prefix must be shorter")),
        _ if diff != 1 => Err(Stop::value_error("cannot set prefixlen_diff and new_prefix")),
        _ => Ok((new - prefix).abs()),
    }
}

fn subnets(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let net = me(value)?;
    if net.prefix == bits(net.v6) {
        return Ok(vm.iterator(&ITERATOR, Networks::one(net)));
    }
    let diff = difference(args, "subnets", net.prefix, true)?;
    if diff < 0 {
        return Err(Stop::value_error("prefix length diff must be > 0"));
    }
    let prefix = i64::from(net.prefix).saturating_add(diff);
    let prefix = u32::try_from(prefix)
        .ok()
        .filter(|prefix| *prefix <= bits(net.v6))
        .ok_or_else(|| Stop::value_error(format!("prefix length diff {prefix} is invalid for netblock {}", net.text())))?;
    Ok(vm.iterator(&ITERATOR, Networks::parts(net, prefix)))
}

fn supernet(_vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let net = me(value)?;
    if net.prefix == 0 {
        return Ok(value.clone());
    }
    let diff = difference(args, "supernet", net.prefix, false)?;
    let prefix = u32::try_from(i64::from(net.prefix).saturating_sub(diff)).ok().filter(|prefix| *prefix <= bits(net.v6));
    let prefix =
        prefix.ok_or_else(|| Stop::value_error(format!("current prefixlen is {}, cannot have a prefixlen_diff of {diff}", net.prefix)))?;
    Ok(Network::value(Net::around(net.v6, net.first, prefix)))
}

fn two(value: &Value, other: &Value) -> Result<(Net, Net)> {
    let other = other.downcast::<Network>().ok_or_else(|| Stop::no_attribute(class_of(other).name(), "network_address"))?;
    Ok((me(value)?, other.net))
}

fn related(value: &Value, other: &Value, holds: fn(Net, Net) -> bool) -> Result<Value> {
    let (one, two) = two(value, other).map_err(|_| Stop::type_error("Unable to test subnet containment between these values"))?;
    if one.v6 == two.v6 { Ok(Value::Bool(holds(one, two))) } else { Err(versions(&one.text(), &two.text())) }
}

fn compare_networks(_vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let (one, two) = two(value, &args.one("compare_networks")?)?;
    if one.v6 != two.v6 {
        return Err(versions(&one.text(), &two.text()));
    }
    Ok(Value::Int(match (one.first, one.prefix).cmp(&(two.first, two.prefix)) {
        Ordering::Less => -1,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    }))
}

impl Object for Network {
    fn class(&self) -> &'static Type {
        if self.net.v6 { &V6_NETWORK } else { &V4_NETWORK }
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn contains(&self, _vm: &mut Vm<'_>, item: &Value) -> Result<Option<bool>> {
        if item.downcast::<Network>().is_some() {
            return Ok(Some(false));
        }
        match item.downcast::<Address>() {
            Some(address) => Ok(Some(self.net.has(address.ip.v6, address.ip.number))),
            None => Err(Stop::no_attribute(class_of(item).name(), "_version")),
        }
    }

    fn item(&self, _vm: &mut Vm<'_>, key: &Value) -> Result<Value> {
        let place = match key {
            Value::Big(number) => i128::try_from(&**number).ok(),
            _ => Some(i128::from(want_int(key)?)),
        };
        let number = place.and_then(|place| match u128::try_from(place) {
            Ok(place) => self.net.first.checked_add(place),
            Err(_) => self.net.last().checked_sub((place + 1).unsigned_abs()),
        });
        let number = number.filter(|number| self.net.has(self.net.v6, *number));
        number.map(|number| Address::value(self.net.v6, number)).ok_or_else(|| Stop::raise(&exception::INDEX_ERROR, "address out of range"))
    }

    fn iterate(&self, _vm: &mut Vm<'_>) -> Result<Option<Box<dyn Iterate>>> {
        Ok(Some(Box::new(Addresses { v6: self.net.v6, next: Some(self.net.first), last: self.net.last() })))
    }

    fn truth(&self, _vm: &mut Vm<'_>) -> Result<Option<bool>> {
        Ok(Some(true))
    }

    fn compare(&self, _vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        let Some(Network { net: other }) = other.downcast::<Network>() else { return Ok(None) };
        if matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
            return Ok(Some((self.net == *other) == (op == CompareOp::Equal)));
        }
        if self.net.v6 != other.v6 {
            return Err(versions(&self.net.text(), &other.text()));
        }
        Ok(Some(op.holds((self.net.first, self.net.prefix).cmp(&(other.first, other.prefix)))))
    }

    fn hash(&self, vm: &mut Vm<'_>) -> Result<Option<u64>> {
        vm.hash(&Value::from(format!("net {}", self.net.text()))).map(Some)
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("{}('{}')", self.class().name, self.net.text()))
    }

    fn str(&self, _vm: &mut Vm<'_>) -> Result<Option<String>> {
        Ok(Some(self.net.text()))
    }
}

/// The address of a value, or the number of an address of a network, for whole ranges.
pub(super) fn span(value: &Value) -> Option<(bool, u128, u128)> {
    match (value.downcast::<Network>(), address::of(value)) {
        (Some(network), _) => Some((network.net.v6, network.net.first, network.net.last())),
        (None, Ok(ip)) => Some((ip.v6, ip.number, ip.number)),
        _ => None,
    }
}
