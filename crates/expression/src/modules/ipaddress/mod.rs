//! `ipaddress`. What networks are for follows the tables of Python 3.14.

mod address;
mod ip;
mod known;
mod network;
mod range;
mod read;

use std::net::IpAddr;

use crate::{Args, Module, Native, Result, Spec, Stop, Type, Value, Vm, exception, modules::support::want_int};

use address::Address;
use network::Network;

/// `AddressValueError`
static VALUE_ERROR: Type = Type { module: "ipaddress", base: Some(&exception::VALUE_ERROR), ..Type::new("AddressValueError") };
/// `NetmaskValueError`
static MASK_ERROR: Type = Type { module: "ipaddress", base: Some(&exception::VALUE_ERROR), ..Type::new("NetmaskValueError") };

/// The module.
pub(super) static MODULE: Module = Module {
    name: "ipaddress",
    functions: &[
        Native { name: "ip_address", call: ip_address },
        Native { name: "ip_network", call: ip_network },
        Native { name: "ip_interface", call: ip_interface },
        Native { name: "collapse_addresses", call: range::collapse_addresses },
        Native { name: "summarize_address_range", call: range::summarize_address_range },
        Native { name: "v4_int_to_packed", call: |vm, args| packed(vm, &args.one("v4_int_to_packed")?, 4) },
        Native { name: "v6_int_to_packed", call: |vm, args| packed(vm, &args.one("v6_int_to_packed")?, 16) },
        Native { name: "get_mixed_type_key", call: mixed_key },
    ],
    classes: &[
        &address::V4_ADDRESS,
        &address::V6_ADDRESS,
        &address::V4_INTERFACE,
        &address::V6_INTERFACE,
        &network::V4_NETWORK,
        &network::V6_NETWORK,
        &VALUE_ERROR,
        &MASK_ERROR,
    ],
    constants: &[],
};

/// An address, for the host.
pub fn address_value(ip: IpAddr) -> Value {
    match ip {
        IpAddr::V4(ip) => Address::value(false, ip.to_bits().into()),
        IpAddr::V6(ip) => Address::value(true, ip.to_bits()),
    }
}

/// `ip_address(x)`
pub fn ip_address(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [value] = args.bind(&Spec::new("ip_address", 1, ["address"]))?;
    let value = value.unwrap_or(Value::None);
    either(vm, &value, "address", |vm, v6| read::address(vm, &value, v6).map(|ip| Value::object(Address { ip, prefix: None })))
}

/// `ip_network(x, strict=True)`
pub fn ip_network(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [value, strict] = args.bind(&Spec::new("ip_network", 1, ["address", "strict"]))?;
    let value = value.unwrap_or(Value::None);
    let strict = strict.map_or(Ok(true), |strict| vm.truth(&strict))?;
    either(vm, &value, "network", |vm, v6| read::network(vm, &value, v6, strict).map(Network::value))
}

fn ip_interface(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [value] = args.bind(&Spec::new("ip_interface", 1, ["address"]))?;
    let value = value.unwrap_or(Value::None);
    either(vm, &value, "interface", |vm, v6| read::interface(vm, &value, v6).map(Value::object))
}

/// The first version that a value fits.
fn either(vm: &mut Vm<'_>, value: &Value, what: &str, mut make: impl FnMut(&mut Vm<'_>, bool) -> Result<Value>) -> Result<Value> {
    for v6 in [false, true] {
        match make(vm, v6) {
            Err(stop) if stop.is(&VALUE_ERROR) || stop.is(&MASK_ERROR) => {}
            other => return other,
        }
    }
    let shown = vm.repr(value)?;
    Err(Stop::value_error(format!("{shown} does not appear to be an IPv4 or IPv6 {what}")))
}

fn packed(vm: &mut Vm<'_>, value: &Value, bytes: usize) -> Result<Value> {
    let number = match value {
        Value::Big(number) => u128::try_from(&**number).ok(),
        _ => u128::try_from(want_int(value)?).ok(),
    };
    let number = number.filter(|number| bytes == 16 || *number < 1 << 32);
    let number = number.ok_or_else(|| Stop::value_error("Address negative or too large for IPv4"))?;
    vm.bytes(number.to_be_bytes().into_iter().skip(16 - bytes).collect())
}

fn mixed_key(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let value = args.one("get_mixed_type_key")?;
    match (value.downcast::<Address>(), value.downcast::<Network>()) {
        (Some(address), _) => vm.tuple(vec![Value::Int(if address.ip.v6 { 6 } else { 4 }), value.clone()]),
        (_, Some(network)) => {
            let net = network.net;
            vm.tuple(vec![
                Value::Int(if net.v6 { 6 } else { 4 }),
                Address::value(net.v6, net.first),
                Address::value(net.v6, !ip::hostmask(net.v6, net.prefix) & ip::hostmask(net.v6, 0)),
            ])
        }
        _ => Ok(Value::NotImplemented),
    }
}
