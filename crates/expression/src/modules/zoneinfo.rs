//! `zoneinfo`: the time zones of the world, from tables that the program carries; and `calendar`, as far as it is about dates.

use super::{
    datetime::{calendar as days, format, zone},
    time,
};
use crate::{Args, Module, Native, Result, Spec, Stop, Value, Vm, class::Constant, modules::support::int_or};

/// `zoneinfo`
pub(super) static MODULE: Module = Module {
    name: "zoneinfo",
    functions: &[Native { name: "available_timezones", call: available }],
    classes: &[&zone::ZONE_INFO, &zone::NOT_FOUND],
    constants: &[],
};

/// `calendar`
pub(super) static CALENDAR: Module = Module {
    name: "calendar",
    functions: &[
        Native { name: "timegm", call: time::timegm },
        Native { name: "monthrange", call: time::monthrange },
        Native { name: "isleap", call: isleap },
        Native { name: "weekday", call: weekday },
    ],
    classes: &[],
    constants: &[
        Constant { name: "day_name", get: |vm| names(vm, &format::DAY_NAMES, 99, false) },
        Constant { name: "day_abbr", get: |vm| names(vm, &format::DAY_NAMES, 3, false) },
        Constant { name: "month_name", get: |vm| names(vm, &format::MONTH_NAMES, 99, true) },
        Constant { name: "month_abbr", get: |vm| names(vm, &format::MONTH_NAMES, 3, true) },
        Constant { name: "MONDAY", get: |_| Ok(Value::Int(0)) },
        Constant { name: "TUESDAY", get: |_| Ok(Value::Int(1)) },
        Constant { name: "WEDNESDAY", get: |_| Ok(Value::Int(2)) },
        Constant { name: "THURSDAY", get: |_| Ok(Value::Int(3)) },
        Constant { name: "FRIDAY", get: |_| Ok(Value::Int(4)) },
        Constant { name: "SATURDAY", get: |_| Ok(Value::Int(5)) },
        Constant { name: "SUNDAY", get: |_| Ok(Value::Int(6)) },
    ],
};

fn available(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    args.none("available_timezones")?;
    vm.work(600)?;
    let names = jiff::tz::TimeZoneDatabase::bundled().available().map(|name| Value::str(name.as_str())).collect();
    vm.set(names, false)
}

fn isleap(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [year] = args.bind(&Spec::new("isleap", 1, ["year"]))?;
    let year = int_or(year, 0)?;
    Ok(Value::Bool(year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)))
}

fn weekday(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [year, month, day] = args.bind(&Spec::new("weekday", 3, ["year", "month", "day"]))?;
    let (year, month, day) = (int_or(year, 0)?, int_or(month, 0)?, int_or(day, 0)?);
    if !(1..=9999).contains(&year) {
        return Err(Stop::value_error(format!("year {year} is out of range")));
    }
    days::checked_days(year, month, day).map(|at| Value::Int(days::weekday(at)))
}

fn names(vm: &mut Vm<'_>, names: &[&str], length: usize, from_one: bool) -> Result<Value> {
    let first = from_one.then(|| Value::str(""));
    let short = |name: &&str| Value::from(name.chars().take(length).collect::<String>());
    vm.list(first.into_iter().chain(names.iter().map(short)).collect())
}
