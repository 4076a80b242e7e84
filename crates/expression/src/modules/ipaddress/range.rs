//! Ranges of addresses as networks.

use super::{
    address::{self, versions},
    ip::{Net, bits, hostmask},
    network::{Network, me, span},
};
use crate::{Args, Result, Spec, Stop, Type, Value, Vm, operate::class_of, types::iterator::Iterate};

static ITERATOR: Type = Type::new("generator");

/// Networks, one after the other.
pub(super) struct Networks {
    v6: bool,
    next: Option<u128>,
    last: u128,
    /// The size of all of them; without one each is as large as it can be.
    prefix: Option<u32>,
}

impl Networks {
    /// One alone.
    pub(super) fn one(net: Net) -> Self {
        Networks { v6: net.v6, next: Some(net.first), last: net.last(), prefix: Some(net.prefix) }
    }

    /// All parts of that size.
    pub(super) fn parts(net: Net, prefix: u32) -> Self {
        Networks { v6: net.v6, next: Some(net.first), last: net.last(), prefix: Some(prefix) }
    }

    /// The networks that make up a range.
    fn range(v6: bool, first: u128, last: u128) -> Self {
        Networks { v6, next: Some(first), last, prefix: None }
    }

    fn step(&mut self) -> Option<Net> {
        let first = self.next?;
        let prefix = self.prefix.unwrap_or_else(|| {
            let aligned = first.trailing_zeros().min(bits(self.v6));
            let fits = (0..=aligned).rev().find(|host| {
                let size = hostmask(self.v6, bits(self.v6) - host);
                self.last - first >= size
            });
            bits(self.v6) - fits.unwrap_or(0)
        });
        let net = Net { v6: self.v6, first, prefix };
        self.next = net.last().checked_add(1).filter(|next| *next <= self.last);
        Some(net)
    }
}

impl Iterate for Networks {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        vm.work(2)?;
        vm.allocate(size_of::<Network>())?;
        Ok(self.step().map(Network::value))
    }
}

/// `collapse_addresses(addresses)`
pub(super) fn collapse_addresses(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let items = vm.items(&args.one("collapse_addresses")?)?;
    let mut spans: Vec<(bool, u128, u128)> = Vec::new();
    for item in &items {
        vm.work(4)?;
        let found = span(item).ok_or_else(|| Stop::no_attribute(class_of(item).name(), "_version"))?;
        if let (Some(first), Some(before)) = (spans.first(), items.first())
            && found.0 != first.0
        {
            let (one, two) = (vm.str(item)?, vm.str(before)?);
            return Err(versions(&one, &two));
        }
        spans.push(found);
    }
    vm.work(spans.len())?;
    vm.allocate(spans.len() * 64)?;
    spans.sort_unstable();
    let mut merged: Vec<(bool, u128, u128)> = Vec::new();
    for (v6, first, last) in spans {
        match merged.last_mut() {
            Some((_, _, end)) if first <= end.saturating_add(1) => *end = last.max(*end),
            _ => merged.push((v6, first, last)),
        }
    }
    let mut networks = Vec::new();
    for (v6, first, last) in merged {
        let mut range = Networks::range(v6, first, last);
        while let Some(net) = range.step() {
            vm.work(2)?;
            vm.allocate(size_of::<Network>())?;
            networks.push(Network::value(net));
        }
    }
    let list = vm.list(networks)?;
    vm.iterate(&list)
}

/// `summarize_address_range(first, last)`
pub(super) fn summarize_address_range(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [first, last] = args.bind(&Spec::new("summarize_address_range", 2, ["first", "last"]))?;
    let (first, last) = (first.unwrap_or(Value::None), last.unwrap_or(Value::None));
    let (Ok(one), Ok(two)) = (address::of(&first), address::of(&last)) else {
        return Err(Stop::type_error("first and last must be IP addresses, not networks"));
    };
    if one.v6 != two.v6 {
        return Err(versions(&one.text(), &two.text()));
    }
    if one.number > two.number {
        return Err(Stop::value_error("last IP address must be greater than first"));
    }
    Ok(vm.iterator(&ITERATOR, Networks::range(one.v6, one.number, two.number)))
}

/// `network.address_exclude(other)`
pub(super) fn address_exclude(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let other = args.one("address_exclude")?;
    let (one, two) = (me(value)?, other.downcast::<Network>().map(|network| network.net));
    let Some(two) = two else {
        let shown = vm.str(&other)?;
        return Err(Stop::type_error(format!("{shown} is not a network object")));
    };
    if one.v6 != two.v6 {
        return Err(versions(&one.text(), &two.text()));
    }
    if !(one.first <= two.first && two.last() <= one.last()) {
        return Err(Stop::value_error(format!("{} not contained in {}", two.text(), one.text())));
    }
    // Halves that do not hold the other, from the largest down.
    let mut networks = Vec::new();
    let mut rest = one;
    while rest.prefix < two.prefix {
        let prefix = rest.prefix + 1;
        let low = Net { prefix, ..rest };
        let high = Net::around(rest.v6, rest.last(), prefix);
        let (inside, outside) = if low.has(two.v6, two.first) { (low, high) } else { (high, low) };
        networks.push(Network::value(outside));
        rest = inside;
    }
    let list = vm.list(networks)?;
    vm.iterate(&list)
}
