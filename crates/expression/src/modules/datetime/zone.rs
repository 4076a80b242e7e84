//! Time zones: fixed ones (`timezone`), and those of the world (`zoneinfo.ZoneInfo`).

use std::any::Any;

use jiff::{Timestamp, civil, tz::TimeZone};

use super::{
    calendar::{self, DAY, EPOCH, SECOND},
    delta::Delta,
    moment::Moment,
};
use crate::{
    Args, Method, Object, Result, Spec, Stop, Type, Value, Vm,
    class::Constant,
    exception,
    modules::support::want_text,
    operate::{CompareOp, class_of},
};

/// `datetime.tzinfo`
pub(super) static TZINFO: Type = Type { module: "datetime", ..Type::new("tzinfo") };

/// `datetime.timezone`
pub(super) static TIMEZONE: Type = Type {
    module: "datetime",
    base: Some(&TZINFO),
    new: Some(new),
    methods: METHODS,
    constants: &[
        Constant { name: "utc", get: |_| Ok(utc()) },
        Constant { name: "min", get: |_| Ok(Value::object(Fixed { micros: 60 * SECOND - DAY, name: None })) },
        Constant { name: "max", get: |_| Ok(Value::object(Fixed { micros: DAY - 60 * SECOND, name: None })) },
    ],
    ..Type::new("timezone")
};

/// `zoneinfo.ZoneInfo`
pub(crate) static ZONE_INFO: Type = Type {
    module: "zoneinfo",
    base: Some(&TZINFO),
    new: Some(zone_info),
    methods: METHODS,
    getters: &[crate::class::Getter {
        name: "key",
        get: |_, value| Ok(value.downcast::<Named>().map_or(Value::None, |zone| Value::str(&zone.key))),
    }],
    ..Type::new("ZoneInfo")
};

/// `zoneinfo.ZoneInfoNotFoundError`
pub(crate) static NOT_FOUND: Type = Type { module: "zoneinfo", base: Some(&exception::KEY_ERROR), ..Type::new("ZoneInfoNotFoundError") };

const METHODS: &[Method] = &[
    Method { name: "utcoffset", call: |_, this, args| asked(this, args, "utcoffset").and_then(|(offset, _, _)| Delta::value(offset)) },
    Method { name: "tzname", call: |_, this, args| asked(this, args, "tzname").map(|(_, name, _)| Value::from(name)) },
    Method { name: "dst", call: dst },
    Method { name: "fromutc", call: from_utc_method },
];

/// A fixed distance from UTC.
pub(crate) struct Fixed {
    micros: i64,
    name: Option<String>,
}

/// A zone of the world.
pub(crate) struct Named {
    key: String,
    zone: TimeZone,
}

/// `timezone.utc`
pub(crate) fn utc() -> Value {
    Value::object(Fixed { micros: 0, name: None })
}

/// A fixed distance from UTC.
pub(super) fn fixed(micros: i64, name: Option<String>) -> Result<Value> {
    if micros.abs() >= DAY {
        let delta = Delta(i128::from(micros));
        return Err(outside(&format!("{}", Repr(delta))));
    }
    Ok(Value::object(Fixed { micros, name }))
}

struct Repr(Delta);

impl std::fmt::Display for Repr {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (days, seconds) = (self.0.0.div_euclid(i128::from(DAY)), self.0.0.rem_euclid(i128::from(DAY)) / i128::from(SECOND));
        match (days, seconds) {
            (days, 0) => write!(f, "datetime.timedelta(days={days})"),
            (0, seconds) => write!(f, "datetime.timedelta(seconds={seconds})"),
            _ => write!(f, "datetime.timedelta(days={days}, seconds={seconds})"),
        }
    }
}

fn outside(delta: &str) -> Stop {
    Stop::value_error(format!("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not {delta}."))
}

/// A value that can be a time zone, or `None`.
pub(super) fn zone(value: Option<Value>) -> Result<Option<Value>> {
    match value {
        None | Some(Value::None) => Ok(None),
        Some(value) if value.downcast::<Fixed>().is_some() || value.downcast::<Named>().is_some() => Ok(Some(value)),
        Some(value) => {
            let class = class_of(&value);
            Err(Stop::type_error(format!("tzinfo argument must be None or of a tzinfo subclass, not type '{}'", class.name())))
        }
    }
}

/// Distance from UTC in microseconds, name, and whether it is summer, at a local time (microseconds since the year 1).
pub(super) fn at_local(zone: &Value, local: i64, fold: bool) -> (i64, String, bool) {
    if let Some(zone) = zone.downcast::<Named>() {
        let offset = zone.offset(local, fold);
        let info = zone.info(local - offset);
        return (offset, info.1, info.2);
    }
    fixed_info(zone)
}

/// The same at a time in UTC.
pub(super) fn at_utc(zone: &Value, time: i64) -> (i64, String, bool) {
    match zone.downcast::<Named>() {
        Some(zone) => zone.info(time),
        None => fixed_info(zone),
    }
}

fn fixed_info(zone: &Value) -> (i64, String, bool) {
    zone.downcast::<Fixed>().map_or((0, "UTC".to_owned(), false), |zone| (zone.micros, zone.name(), false))
}

/// Whether two times in zones are compared by their local time: when they are in the very same zone.
pub(super) fn same(one: &Value, two: &Value) -> bool {
    one.is(two)
}

/// `+02:00`, with seconds only if there are any.
pub(super) fn offset_text(micros: i64, colon: &str) -> String {
    let (hour, minute, second, micro) = calendar::clock(micros.abs());
    let mut text = format!("{}{hour:02}{colon}{minute:02}", if micros < 0 { '-' } else { '+' });
    if second != 0 || micro != 0 {
        text += &format!("{colon}{second:02}");
    }
    if micro != 0 {
        text += &format!(".{micro:06}");
    }
    text
}

impl Fixed {
    fn name(&self) -> String {
        match (&self.name, self.micros) {
            (Some(name), _) => name.clone(),
            (None, 0) => "UTC".to_owned(),
            (None, micros) => format!("UTC{}", offset_text(micros, ":")),
        }
    }
}

impl Named {
    fn info(&self, time: i64) -> (i64, String, bool) {
        let Ok(timestamp) = Timestamp::from_microsecond(time - EPOCH * DAY) else { return (0, "UTC".to_owned(), false) };
        let info = self.zone.to_offset_info(timestamp);
        (i64::from(info.offset().seconds()) * SECOND, info.abbreviation().to_owned(), info.dst().is_dst())
    }

    fn offset(&self, local: i64, fold: bool) -> i64 {
        let Some(time) = civil_time(local) else { return 0 };
        let seconds = match self.zone.to_ambiguous_timestamp(time).offset() {
            jiff::tz::AmbiguousOffset::Unambiguous { offset } => offset.seconds(),
            jiff::tz::AmbiguousOffset::Gap { before, after } | jiff::tz::AmbiguousOffset::Fold { before, after } => {
                if fold {
                    after.seconds()
                } else {
                    before.seconds()
                }
            }
        };
        i64::from(seconds) * SECOND
    }
}

fn civil_time(local: i64) -> Option<civil::DateTime> {
    let day = calendar::civil(local.div_euclid(DAY));
    let (hour, minute, second, micro) = calendar::clock(local.rem_euclid(DAY));
    let small = |value: i64| i8::try_from(value).ok();
    let nanos = i32::try_from(micro * 1000).ok()?;
    let year = i16::try_from(day.year).ok()?;
    civil::DateTime::new(year, small(day.month)?, small(day.day)?, small(hour)?, small(minute)?, small(second)?, nanos).ok()
}

fn new(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [offset, name] = args.bind(&Spec::new("timezone", 1, ["offset", "name"]))?;
    let offset = offset.unwrap_or(Value::None);
    let Some(Delta(micros)) = offset.downcast::<Delta>().copied() else {
        return Err(Stop::type_error(format!("timezone() argument 1 must be datetime.timedelta, not {}", class_of(&offset).name())));
    };
    let name = name.map(|name| want_text("timezone", "2", &name)).transpose()?;
    fixed(i64::try_from(micros).unwrap_or(DAY), name.map(|name| name.to_string()))
}

fn zone_info(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [key] = args.bind(&Spec::new("ZoneInfo", 1, ["key"]))?;
    let key = key.unwrap_or(Value::None);
    let Some(name) = key.as_str() else {
        return Err(Stop::type_error(format!("expected str, bytes or os.PathLike object, not {}", class_of(&key).name())));
    };
    vm.work(100)?;
    vm.allocate(4096)?;
    named(name).ok_or_else(|| Stop::raise_with(&NOT_FOUND, vec![Value::from(format!("No time zone found with key {name}"))]))
}

/// A zone of the world, from the tables that the program carries.
pub(crate) fn named(key: &str) -> Option<Value> {
    let zone = if key == "UTC" { TimeZone::UTC } else { jiff::tz::TimeZoneDatabase::bundled().get(key).ok()? };
    Some(Value::object(Named { key: key.to_owned(), zone }))
}

fn asked(zone: &Value, args: Args, function: &'static str) -> Result<(i64, String, bool)> {
    let when = args.one(function)?;
    match when.downcast::<Moment>() {
        Some(when) => Ok(at_local(zone, when.local, when.fold)),
        None if when.is_none() => Ok(at_utc(zone, EPOCH * DAY)),
        None => {
            Err(Stop::type_error(format!("{function}(dt) argument must be a datetime instance or None, not {}", class_of(&when).name())))
        }
    }
}

fn dst(_vm: &mut Vm<'_>, zone: &Value, args: Args) -> Result<Value> {
    let (_, _, summer) = asked(zone, args, "dst")?;
    if zone.downcast::<Named>().is_none() {
        return Ok(Value::None);
    }
    Delta::value(if summer { 3600 * SECOND } else { 0 })
}

fn from_utc_method(_vm: &mut Vm<'_>, zone: &Value, args: Args) -> Result<Value> {
    let when = args.one("fromutc")?;
    match when.downcast::<Moment>() {
        Some(when) => Moment::from_utc(when.local, Some(zone.clone())),
        None => Err(Stop::type_error("fromutc: argument must be a datetime")),
    }
}

impl Object for Fixed {
    fn class(&self) -> &'static Type {
        &TIMEZONE
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn compare(&self, _vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        let Some(other) = other.downcast::<Fixed>() else { return Ok(None) };
        let same = self.micros == other.micros;
        Ok(match op {
            CompareOp::Equal => Some(same),
            CompareOp::NotEqual => Some(!same),
            _ => None,
        })
    }

    fn hash(&self, vm: &mut Vm<'_>) -> Result<Option<u64>> {
        vm.hash(&Value::Int(self.micros)).map(Some)
    }

    fn repr(&self, vm: &mut Vm<'_>) -> Result<String> {
        if self.micros == 0 && self.name.is_none() {
            return Ok("datetime.timezone.utc".to_owned());
        }
        let delta = Delta(i128::from(self.micros)).repr(vm)?;
        match &self.name {
            Some(name) => Ok(format!("datetime.timezone({delta}, {})", vm.repr(&Value::str(name))?)),
            None => Ok(format!("datetime.timezone({delta})")),
        }
    }

    fn str(&self, _vm: &mut Vm<'_>) -> Result<Option<String>> {
        Ok(Some(self.name()))
    }
}

impl Object for Named {
    fn class(&self) -> &'static Type {
        &ZONE_INFO
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn compare(&self, _vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        let same = other.downcast::<Named>().is_some_and(|other| self.key == other.key);
        Ok(match op {
            CompareOp::Equal => Some(same),
            CompareOp::NotEqual => Some(!same),
            _ => None,
        })
    }

    fn hash(&self, vm: &mut Vm<'_>) -> Result<Option<u64>> {
        vm.hash(&Value::str(&self.key)).map(Some)
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("zoneinfo.ZoneInfo(key='{}')", self.key))
    }

    fn str(&self, _vm: &mut Vm<'_>) -> Result<Option<String>> {
        Ok(Some(self.key.clone()))
    }
}
