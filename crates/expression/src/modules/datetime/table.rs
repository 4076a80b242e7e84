//! What a `datetime` can do.

use super::{
    calendar::{self, DAY, DAYS, EPOCH, SECOND},
    clock::Clock,
    date::{self, DATE, Date},
    delta::Delta,
    format,
    moment::{self, Moment, me},
    parse, strptime, zone,
};
use crate::{
    Args, Method, Native, Result, Spec, Stop, Type, Value, Vm,
    class::{Constant, Getter},
    operate::class_of,
};

/// `datetime.datetime`
pub(super) static DATETIME: Type = Type {
    module: "datetime",
    base: Some(&DATE),
    new: Some(moment::new),
    methods: &[
        Method { name: "date", call: |_, value, args| args.none("date").and_then(|()| Date::value(me(value)?.local.div_euclid(DAY))) },
        Method { name: "time", call: |_, value, args| args.none("time").and_then(|()| clock(me(value)?, false)) },
        Method { name: "timetz", call: |_, value, args| args.none("timetz").and_then(|()| clock(me(value)?, true)) },
        Method { name: "replace", call: moment::replace },
        Method { name: "isoformat", call: isoformat },
        Method { name: "timestamp", call: timestamp },
        Method { name: "astimezone", call: astimezone },
        Method {
            name: "utcoffset",
            call: |_, value, args| args.none("utcoffset").and_then(|()| me(value)?.offset().map_or(Ok(Value::None), Delta::value)),
        },
        Method {
            name: "tzname",
            call: |_, value, args| args.none("tzname").and_then(|()| Ok(info(me(value)?).map_or(Value::None, |info| Value::from(info.1)))),
        },
        Method { name: "dst", call: dst },
        Method { name: "timetuple", call: |vm, value, args| args.none("timetuple").and_then(|()| timetuple(vm, value)) },
        Method { name: "utctimetuple", call: utctimetuple },
    ],
    getters: &[
        Getter { name: "hour", get: |_, value| Ok(Value::Int(parts(value)?.0)) },
        Getter { name: "minute", get: |_, value| Ok(Value::Int(parts(value)?.1)) },
        Getter { name: "second", get: |_, value| Ok(Value::Int(parts(value)?.2)) },
        Getter { name: "microsecond", get: |_, value| Ok(Value::Int(parts(value)?.3)) },
        Getter { name: "tzinfo", get: |_, value| Ok(me(value)?.zone.clone().unwrap_or(Value::None)) },
        Getter { name: "fold", get: |_, value| Ok(Value::Int(i64::from(me(value)?.fold))) },
    ],
    functions: &[
        Native {
            name: "now",
            call: |vm, args| {
                let [zone] = args.bind(&Spec::new("now", 0, ["tz"]))?;
                moment::now(vm, zone::zone(zone)?)
            },
        },
        Native { name: "utcnow", call: |vm, args| args.none("utcnow").and_then(|()| moment::now(vm, None)) },
        Native { name: "today", call: |vm, args| args.none("today").and_then(|()| moment::now(vm, None)) },
        Native { name: "fromtimestamp", call: fromtimestamp },
        Native { name: "utcfromtimestamp", call: |_, args| Moment::value(date::timestamp(&args.one("utcfromtimestamp")?)?, None, false) },
        Native { name: "fromordinal", call: |_, args| Moment::value(date::ordinal(args)? * DAY, None, false) },
        Native { name: "fromisocalendar", call: |_, args| Moment::value(date::iso_days(args)? * DAY, None, false) },
        Native { name: "fromisoformat", call: |_, args| parse::moment_value(&args.one("fromisoformat")?) },
        Native { name: "strptime", call: |vm, args| strptime::read(vm, args).map(Value::object) },
        Native { name: "combine", call: combine },
    ],
    constants: &[
        Constant { name: "min", get: |_| Moment::value(0, None, false) },
        Constant { name: "max", get: |_| Moment::value(DAYS * DAY - 1, None, false) },
        Constant { name: "resolution", get: |_| Delta::value(1) },
    ],
    ..Type::new("datetime")
};

fn parts(value: &Value) -> Result<(i64, i64, i64, i64)> {
    Ok(calendar::clock(me(value)?.local.rem_euclid(DAY)))
}

fn clock(this: &Moment, zoned: bool) -> Result<Value> {
    let zone = this.zone.clone().filter(|_| zoned);
    Ok(Value::object(Clock { micros: this.local.rem_euclid(DAY), zone, fold: this.fold }))
}

fn info(this: &Moment) -> Option<(i64, String, bool)> {
    this.zone.as_ref().map(|zone| zone::at_local(zone, this.local, this.fold))
}

fn isoformat(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let [between, detail] = args.bind(&Spec::new("isoformat", 0, ["sep", "timespec"]))?;
    let between = between.as_ref().map_or(Ok("T"), |between| {
        let text = between.as_str().filter(|text| text.chars().count() == 1);
        text.ok_or_else(|| {
            Stop::type_error(format!("isoformat() argument 1 must be a unicode character, not {}", class_of(between).name()))
        })
    })?;
    let text = me(value)?.iso_text(between, detail.as_ref().and_then(Value::as_str).unwrap_or("auto"))?;
    vm.text(text)
}

fn timestamp(_vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("timestamp")?;
    Ok(Value::Float((me(value)?.utc() - EPOCH * DAY) as f64 / SECOND as f64))
}

fn astimezone(_vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let [wanted] = args.bind(&Spec::new("astimezone", 0, ["tz"]))?;
    let wanted = zone::zone(wanted)?.unwrap_or_else(zone::utc);
    Moment::from_utc(me(value)?.utc(), Some(wanted))
}

fn dst(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("dst")?;
    match &me(value)?.zone {
        Some(zone) => vm.call_method(zone, "dst", Args::of(vec![value.clone()])),
        None => Ok(Value::None),
    }
}

fn timetuple(vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    let this = me(value)?;
    let named = this.zone.as_ref().is_some_and(|zone| zone.downcast::<zone::Named>().is_some());
    date::time_tuple(vm, value, info(this).map(|info| info.2).filter(|_| named))
}

fn utctimetuple(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("utctimetuple")?;
    let time = Moment::value(me(value)?.utc(), None, false)?;
    date::time_tuple(vm, &time, Some(false))
}

fn fromtimestamp(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [seconds, zone] = args.bind(&Spec::new("fromtimestamp", 1, ["timestamp", "tz"]))?;
    Moment::from_utc(date::timestamp(&seconds.unwrap_or(Value::None))?, zone::zone(zone)?)
}

fn combine(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [day, time, zone] = args.bind(&Spec::new("combine", 2, ["date", "time", "tzinfo"]))?;
    let (day, time) = (day.unwrap_or(Value::None), time.unwrap_or(Value::None));
    let wrong = |place: u8, wanted: &str, value: &Value| {
        Stop::type_error(format!("combine() argument {place} must be datetime.{wanted}, not {}", class_of(value).name()))
    };
    let days = date::days_of(&day).map_err(|_| wrong(1, "date", &day))?;
    let time = time.downcast::<Clock>().ok_or_else(|| wrong(2, "time", &time))?;
    let zone = if zone.is_some() { zone::zone(zone)? } else { time.zone.clone() };
    Moment::value(days * DAY + time.micros, zone, time.fold)
}

/// Makes the texts of a format; for `__format__`.
pub(super) fn spec_text(value: &Value, spec: &Value) -> Result<Option<format::Parts>> {
    if spec.as_str().is_none() {
        return Err(Stop::type_error(format!("__format__() argument must be str, not {}", class_of(spec).name())));
    }
    Ok(format::Parts::of_value(value))
}
