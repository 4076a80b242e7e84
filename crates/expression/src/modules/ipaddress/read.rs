//! From values to addresses and networks.

use num_bigint::BigInt;
use num_traits::{Signed, ToPrimitive};

use super::{
    MASK_ERROR,
    address::{Address, wrong},
    ip::{self, Ip, Net, bits},
};
use crate::{Result, Stop, Value, Vm, modules::support::bytes_of};

/// An address of a number.
pub(super) fn from_number(number: &BigInt, v6: bool) -> Result<Ip> {
    let version = if v6 { 6 } else { 4 };
    if number.is_negative() {
        return Err(wrong(format!("{number} (< 0) is not permitted as an IPv{version} address")));
    }
    match number.to_u128().filter(|number| v6 || *number < 1 << 32) {
        Some(number) => Ok(Ip::new(v6, number)),
        None => Err(wrong(format!("{number} (>= 2**{}) is not permitted as an IPv{version} address", bits(v6)))),
    }
}

fn number_of(value: &Value) -> Option<BigInt> {
    match value {
        Value::Big(number) => Some(BigInt::clone(number)),
        _ => value.as_int().map(BigInt::from),
    }
}

/// An address of one version.
pub(super) fn address(vm: &mut Vm<'_>, value: &Value, v6: bool) -> Result<Ip> {
    if let Some(number) = number_of(value) {
        return from_number(&number, v6);
    }
    if let Some(bytes) = bytes_of(value) {
        let wanted = bits(v6) as usize / 8;
        if bytes.len() != wanted {
            let shown = vm.repr(value)?;
            return Err(wrong(format!(
                "{shown} (len {} != {wanted}) is not permitted as an IPv{} address",
                bytes.len(),
                if v6 { 6 } else { 4 }
            )));
        }
        return Ok(Ip::new(v6, bytes.iter().fold(0, |number, byte| number << 8 | u128::from(*byte))));
    }
    let text = vm.str(value)?;
    parse(vm, &text, v6)
}

fn parse(vm: &mut Vm<'_>, text: &str, v6: bool) -> Result<Ip> {
    vm.work(text.len() / 4 + 4)?;
    vm.allocate(256)?;
    if text.contains('/') {
        return Err(wrong(format!("Unexpected '/' in '{text}'")));
    }
    if text.len() > 200 {
        return Err(wrong("the address is too long"));
    }
    if v6 { ip::parse6(text).map_err(wrong) } else { ip::parse4(text).map(|number| Ip::new(false, number)).map_err(wrong) }
}

/// An address and the size of its network.
fn sized(vm: &mut Vm<'_>, value: &Value, v6: bool) -> Result<(Ip, u32)> {
    let pair = match value {
        Value::Tuple(items) => Some((items.first().cloned().unwrap_or(Value::None), items.get(1).cloned())),
        _ if number_of(value).is_some() || bytes_of(value).is_some() => Some((value.clone(), None)),
        _ => None,
    };
    if let Some((first, size)) = pair {
        let ip = address(vm, &first, v6)?;
        let prefix = size.map_or(Ok(bits(v6)), |size| {
            let text = vm.str(&size)?;
            prefix(&text, v6)
        })?;
        return Ok((ip, prefix));
    }
    let text = vm.str(value)?;
    match text.split('/').collect::<Vec<_>>()[..] {
        [ip] => Ok((parse(vm, ip, v6)?, bits(v6))),
        [ip, size] => {
            let ip = parse(vm, ip, v6)?;
            Ok((ip, prefix(size, v6)?))
        }
        _ => Err(wrong(format!("Only one '/' permitted in '{text}'"))),
    }
}

fn prefix(text: &str, v6: bool) -> Result<u32> {
    ip::parse_prefix(v6, text).ok_or_else(|| Stop::raise(&MASK_ERROR, format!("'{text}' is not a valid netmask")))
}

/// A network of one version.
pub(super) fn network(vm: &mut Vm<'_>, value: &Value, v6: bool, strict: bool) -> Result<Net> {
    let (ip, prefix) = sized(vm, value, v6)?;
    let net = Net::around(v6, ip.number, prefix);
    if strict && net.first != ip.number {
        return Err(Stop::value_error(format!("{}/{prefix} has host bits set", ip.text())));
    }
    Ok(net)
}

/// An interface of one version.
pub(super) fn interface(vm: &mut Vm<'_>, value: &Value, v6: bool) -> Result<Address> {
    let (ip, prefix) = sized(vm, value, v6)?;
    Ok(Address { ip, prefix: Some(prefix) })
}
