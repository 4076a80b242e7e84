//! `resolve_dns` and `reverse_dns`. What cannot be answered is an empty list, or the address itself.

use std::{net::IpAddr, time::Duration};

use vestibule_expression::{Args, Result, Spec, Value, Vm};

use super::Web;
use crate::{session, wait::wait};

/// How long a look-up may take.
const LIMIT: Duration = Duration::from_secs(3);

/// `resolve_dns(host, ip_version=None)`: the addresses that expressions may reach.
pub(crate) fn resolve(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [host, version] = args.bind(&Spec::new("resolve_dns", 1, ["host", "ip_version"]))?;
    let host = vm.str(&host.unwrap_or(Value::None))?;
    let version = version.and_then(|version| version.as_int());
    vm.charge_call()?;
    let web = session(vm)?.cx().service::<Web>().map_err(crate::wait::broken)?;
    let guard = web.0.guard().cloned().unwrap_or_default();
    let found = wait(tokio::time::timeout(LIMIT, guard.addresses(&host)))?;
    let found = found.ok().and_then(|found| found.ok()).unwrap_or_default();
    let wanted = |ip: &IpAddr| match version {
        Some(4) => ip.is_ipv4(),
        Some(6) => ip.is_ipv6(),
        _ => true,
    };
    let texts = found.into_iter().filter(wanted).map(|ip| vm.text(ip.to_string())).collect::<Result<Vec<_>>>()?;
    vm.list(texts)
}

/// `reverse_dns(ip)`: the name of an address.
pub(crate) fn reverse(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let text = vm.str(&args.one("reverse_dns")?)?;
    vm.charge_call()?;
    let name = match text.parse() {
        Ok(ip) => wait(vestibule_outbound::name_of(ip))?,
        Err(_) => None,
    };
    vm.text(name.unwrap_or(text))
}
