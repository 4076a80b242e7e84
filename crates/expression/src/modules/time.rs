//! `time`: what time it is. The local time of the server is UTC, and nobody sleeps.

use super::{
    datetime::{calendar, format, strptime},
    record::{Record, Shape},
    support::{int_or, want_int, want_text},
};
use crate::{Args, Limit, Module, Native, Result, Spec, Stop, Type, Value, Vm, class::Constant, operate::class_of};

/// `time.struct_time`
static STRUCT_TIME: Type = Type { module: "time", base: Some(&crate::types::tuple::TUPLE), new: Some(new), ..Type::new("struct_time") };

static SHAPE: Shape = Shape {
    class: &STRUCT_TIME,
    fields: &["tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst"],
    more: &["tm_zone", "tm_gmtoff"],
};

/// The module.
pub(super) static MODULE: Module = Module {
    name: "time",
    functions: &[
        Native { name: "time", call: |vm, args| args.none("time").map(|()| Value::Float(vm.host().now() as f64 / 1e6)) },
        Native { name: "time_ns", call: |vm, args| args.none("time_ns").map(|()| Value::Int(vm.host().now().saturating_mul(1000))) },
        Native { name: "monotonic", call: |vm, args| args.none("monotonic").map(|()| Value::Float(vm.host().now() as f64 / 1e6)) },
        Native { name: "perf_counter", call: |vm, args| args.none("perf_counter").map(|()| Value::Float(vm.host().now() as f64 / 1e6)) },
        Native {
            name: "monotonic_ns",
            call: |vm, args| args.none("monotonic_ns").map(|()| Value::Int(vm.host().now().saturating_mul(1000))),
        },
        Native {
            name: "perf_counter_ns",
            call: |vm, args| args.none("perf_counter_ns").map(|()| Value::Int(vm.host().now().saturating_mul(1000))),
        },
        Native { name: "sleep", call: sleep },
        Native { name: "gmtime", call: |vm, args| broken_down(vm, args, "gmtime") },
        Native { name: "localtime", call: |vm, args| broken_down(vm, args, "localtime") },
        Native { name: "mktime", call: |vm, args| seconds(vm, &args.one("mktime")?).map(|seconds| Value::Float(seconds as f64)) },
        Native { name: "strftime", call: strftime },
        Native { name: "strptime", call: strptime_function },
        Native { name: "asctime", call: |vm, args| named(vm, args, "asctime") },
        Native { name: "ctime", call: ctime },
    ],
    classes: &[&STRUCT_TIME],
    constants: &[
        Constant { name: "timezone", get: |_| Ok(Value::Int(0)) },
        Constant { name: "altzone", get: |_| Ok(Value::Int(0)) },
        Constant { name: "daylight", get: |_| Ok(Value::Int(0)) },
        Constant { name: "tzname", get: |_| Ok(Value::tuple(vec![Value::str("UTC"), Value::str("UTC")])) },
    ],
};

/// `time.struct_time` of a day since the year 1 and a second of it.
pub(crate) fn struct_time(vm: &mut Vm<'_>, days: i64, second: i64, summer: i64) -> Result<Value> {
    let civil = calendar::civil(days);
    let items = [
        civil.year,
        civil.month,
        civil.day,
        second / 3600,
        second / 60 % 60,
        second % 60,
        calendar::weekday(days),
        calendar::day_of_year(days),
        summer,
    ];
    Record::value(vm, &SHAPE, items.map(Value::Int).into(), vec![Value::str("UTC"), Value::Int(0)])
}

fn new(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let items = vm.items(&args.one("struct_time")?)?;
    if items.len() < 9 {
        return Err(Stop::type_error(format!("time.struct_time() takes an at least 9-sequence ({}-sequence given)", items.len())));
    }
    Record::value(vm, &SHAPE, items.into_iter().take(9).collect(), vec![Value::None, Value::None])
}

/// Waiting is no use to anybody here, and takes the time of others: a wait costs what it would cost to count through it, and passes at once.
fn sleep(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let value = args.one("sleep")?;
    let seconds = match &value {
        Value::Float(seconds) => *seconds,
        _ => want_int(&value)? as f64,
    };
    if seconds < 0.0 {
        return Err(Stop::value_error("sleep length must be non-negative"));
    }
    if seconds.is_nan() || seconds >= 10.0 {
        return Err(Stop::Limit(Limit::Time));
    }
    vm.work((seconds * 100_000.0) as usize + 1)?;
    Ok(Value::None)
}

/// Days since the year 1 and second of the day.
fn moment(vm: &Vm<'_>, value: Option<Value>) -> Result<(i64, i64)> {
    let seconds = match value {
        None | Some(Value::None) => vm.host().now().div_euclid(calendar::SECOND),
        Some(Value::Float(seconds)) if seconds.abs() < 1e15 => seconds.floor() as i64,
        Some(Value::Float(_)) => i64::MAX,
        Some(value) => want_int(&value)?,
    };
    let days = seconds.div_euclid(86_400).saturating_add(calendar::EPOCH);
    if !(0..calendar::DAYS).contains(&days) {
        return Err(Stop::raise(&crate::exception::OVERFLOW_ERROR, "timestamp out of range for platform time_t"));
    }
    Ok((days, seconds.rem_euclid(86_400)))
}

fn broken_down(vm: &mut Vm<'_>, args: Args, function: &'static str) -> Result<Value> {
    let [seconds] = args.bind(&Spec::positional(function, 0, ["seconds"]))?;
    let (days, second) = moment(vm, seconds)?;
    struct_time(vm, days, second, 0)
}

/// The numbers of a `struct_time` or of a tuple.
fn numbers(vm: &mut Vm<'_>, value: &Value) -> Result<Vec<i64>> {
    if value.downcast::<Record>().is_none() && !matches!(value, Value::Tuple(_)) {
        return Err(Stop::type_error("Tuple or struct_time argument required"));
    }
    let items = vm.items(value)?;
    if items.len() < 6 {
        return Err(Stop::type_error("function takes at least 6 arguments"));
    }
    items.iter().map(want_int).collect()
}

/// Seconds since 1970 of a `struct_time`; months and days may be out of range.
pub(super) fn seconds(vm: &mut Vm<'_>, value: &Value) -> Result<i64> {
    match &numbers(vm, value)?[..] {
        [year, month, day, hour, minute, second, ..]
            if (1..=9999).contains(year) && [month, day, hour, minute, second].iter().all(|part| part.abs() < 1_000_000_000) =>
        {
            let month = year * 12 + month - 1;
            let first = calendar::days(calendar::Civil { year: month.div_euclid(12), month: month.rem_euclid(12) + 1, day: 1 });
            Ok((first + day - 1 - calendar::EPOCH) * 86_400 + hour * 3600 + minute * 60 + second)
        }
        _ => Err(Stop::raise(&crate::exception::OVERFLOW_ERROR, "mktime argument out of range")),
    }
}

fn parts(vm: &mut Vm<'_>, value: Option<Value>) -> Result<format::Parts> {
    let seconds = match value {
        None | Some(Value::None) => None,
        Some(value) => Some(Value::Int(seconds(vm, &value)?)),
    };
    let (days, second) = moment(vm, seconds)?;
    Ok(format::Parts::of(days, second * calendar::SECOND, Some((0, "UTC".to_owned()))))
}

fn strftime(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [spec, time] = args.bind(&Spec::positional("strftime", 1, ["format", "t"]))?;
    let spec = spec.unwrap_or(Value::None);
    let Some(text) = spec.as_str() else {
        return Err(Stop::type_error(format!("strftime() argument 1 must be str, not {}", class_of(&spec).name())));
    };
    let parts = parts(vm, time)?;
    format::text(vm, &parts, text).map(Value::from)
}

fn strptime_function(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [text, spec] = args.bind(&Spec::positional("strptime", 1, ["string", "format"]))?;
    let text = want_text("strptime", "1", &text.unwrap_or(Value::None))?;
    let spec = spec.map_or_else(|| Ok("%a %b %d %H:%M:%S %Y".into()), |spec| want_text("strptime", "2", &spec))?;
    let (days, second) = strptime::parse_time(vm, &text, &spec)?;
    struct_time(vm, days + calendar::EPOCH, second, -1)
}

const C_FORMAT: &str = "%a %b %e %H:%M:%S %Y";

fn named(vm: &mut Vm<'_>, args: Args, function: &'static str) -> Result<Value> {
    let [time] = args.bind(&Spec::positional(function, 0, ["t"]))?;
    let parts = parts(vm, time)?;
    format::text(vm, &parts, C_FORMAT).map(Value::from)
}

fn ctime(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [seconds] = args.bind(&Spec::positional("ctime", 0, ["seconds"]))?;
    let (days, second) = moment(vm, seconds)?;
    let parts = format::Parts::of(days, second * calendar::SECOND, None);
    format::text(vm, &parts, C_FORMAT).map(Value::from)
}

/// `calendar.timegm(t)`
pub(super) fn timegm(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let value = args.one("timegm")?;
    seconds(vm, &value).map(Value::Int)
}

/// `calendar.monthrange(year, month)`: the day of the week of its first day, and how many it has.
pub(super) fn monthrange(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [year, month] = args.bind(&Spec::new("monthrange", 2, ["year", "month"]))?;
    let (year, month) = (int_or(year, 0)?, int_or(month, 0)?);
    if !(1..=12).contains(&month) {
        return Err(Stop::value_error(format!("bad month number {month}; must be 1-12")));
    }
    if !(1..=9999).contains(&year) {
        return Err(Stop::value_error(format!("year {year} is out of range")));
    }
    let first = calendar::days(calendar::Civil { year, month, day: 1 });
    vm.tuple(vec![Value::Int(calendar::weekday(first)), Value::Int(calendar::days_in_month(year, month))])
}
