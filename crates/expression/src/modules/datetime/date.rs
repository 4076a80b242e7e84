//! `date`, and what a `datetime` inherits from it.

use std::any::Any;

use super::{
    calendar::{self, Civil, DAY, DAYS, EPOCH, SECOND},
    delta::Delta,
    format,
    moment::Moment,
    parse,
};
use crate::{
    Args, Method, Native, Object, Result, Spec, Stop, Type, Value, Vm,
    class::{Constant, Getter},
    exception,
    modules::{
        record::{Record, Shape},
        support::{int_or, want_int},
    },
    operate::{BinaryOp, CompareOp, class_of},
};

/// `datetime.date`
pub(super) static DATE: Type = Type {
    module: "datetime",
    new: Some(new),
    methods: &[
        Method { name: "weekday", call: |_, value, args| plain(value, args, "weekday", calendar::weekday) },
        Method { name: "isoweekday", call: |_, value, args| plain(value, args, "isoweekday", |days| calendar::weekday(days) + 1) },
        Method { name: "toordinal", call: |_, value, args| plain(value, args, "toordinal", |days| days + 1) },
        Method { name: "isocalendar", call: isocalendar },
        Method { name: "isoformat", call: |vm, value, args| args.none("isoformat").and_then(|()| vm.str(value)).map(Value::from) },
        Method { name: "ctime", call: |_, value, args| args.none("ctime").map(|()| Value::from(format::ctime(value))) },
        Method { name: "strftime", call: format::method },
        Method { name: "timetuple", call: |vm, value, args| args.none("timetuple").and_then(|()| time_tuple(vm, value, None)) },
        Method { name: "replace", call: replace },
        Method { name: "__format__", call: |vm, value, args| args.one("__format__").and_then(|spec| format::shown(vm, value, &spec)) },
    ],
    getters: &[
        Getter { name: "year", get: |_, value| Ok(Value::Int(calendar::civil(days_of(value)?).year)) },
        Getter { name: "month", get: |_, value| Ok(Value::Int(calendar::civil(days_of(value)?).month)) },
        Getter { name: "day", get: |_, value| Ok(Value::Int(calendar::civil(days_of(value)?).day)) },
    ],
    functions: &[
        Native { name: "today", call: |vm, args| args.none("today").map(|()| Value::object(Date { days: today(vm) })) },
        Native {
            name: "fromtimestamp",
            call: |_, args| Ok(Value::object(Date { days: timestamp(&args.one("fromtimestamp")?)?.div_euclid(DAY) })),
        },
        Native { name: "fromordinal", call: |_, args| Ok(Value::object(Date { days: ordinal(args)? })) },
        Native { name: "fromisoformat", call: |_, args| Ok(Value::object(Date { days: parse::date(&args.one("fromisoformat")?)? })) },
        Native { name: "fromisocalendar", call: |_, args| Ok(Value::object(Date { days: iso_days(args)? })) },
        Native {
            name: "strptime",
            call: |vm, args| Ok(Value::object(Date { days: super::strptime::read(vm, args)?.local.div_euclid(DAY) })),
        },
    ],
    constants: &[
        Constant { name: "min", get: |_| Ok(Value::object(Date { days: 0 })) },
        Constant { name: "max", get: |_| Ok(Value::object(Date { days: DAYS - 1 })) },
        Constant { name: "resolution", get: |_| Delta::value(DAY) },
    ],
    ..Type::new("date")
};

/// `datetime.IsoCalendarDate`
static ISO: Type = Type { module: "datetime", base: Some(&crate::types::tuple::TUPLE), ..Type::new("IsoCalendarDate") };
static ISO_SHAPE: Shape = Shape { class: &ISO, fields: &["year", "week", "weekday"], more: &[] };

/// A day.
pub(crate) struct Date {
    /// Since the first of January of the year 1.
    pub(super) days: i64,
}

impl Date {
    /// That day, if there is one in these years.
    pub(super) fn value(days: i64) -> Result<Value> {
        if (0..DAYS).contains(&days) { Ok(Value::object(Date { days })) } else { Err(out_of_range()) }
    }
}

/// `OverflowError`
pub(super) fn out_of_range() -> Stop {
    Stop::raise(&exception::OVERFLOW_ERROR, "date value out of range")
}

/// The day of a date or of a datetime.
pub(super) fn days_of(value: &Value) -> Result<i64> {
    match (value.downcast::<Date>(), value.downcast::<Moment>()) {
        (Some(date), _) => Ok(date.days),
        (_, Some(moment)) => Ok(moment.local.div_euclid(DAY)),
        _ => Err(Stop::type_error(format!("descriptor requires a 'datetime.date' object but received a '{}'", class_of(value).name()))),
    }
}

fn plain(value: &Value, args: Args, function: &'static str, of: fn(i64) -> i64) -> Result<Value> {
    args.none(function)?;
    Ok(Value::Int(of(days_of(value)?)))
}

fn new(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [year, month, day] = args.bind(&Spec::new("function", 3, ["year", "month", "day"]))?;
    Date::value(calendar::checked_days(int_or(year, 0)?, int_or(month, 0)?, int_or(day, 0)?)?)
}

fn replace(_vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let [year, month, day] = args.bind(&Spec::new("replace", 0, ["year", "month", "day"]))?;
    let old = calendar::civil(days_of(value)?);
    Date::value(calendar::checked_days(int_or(year, old.year)?, int_or(month, old.month)?, int_or(day, old.day)?)?)
}

/// Today, in UTC.
pub(super) fn today(vm: &Vm<'_>) -> i64 {
    vm.host().now().div_euclid(DAY) + EPOCH
}

/// Microseconds since the year 1 of seconds since 1970.
pub(super) fn timestamp(value: &Value) -> Result<i64> {
    let micros = match value {
        Value::Float(seconds) if seconds.is_nan() => return Err(Stop::value_error("cannot convert float NaN to integer")),
        Value::Float(seconds) => {
            let whole = seconds.floor();
            whole * 1e6 + ((seconds - whole) * 1e6).round_ties_even()
        }
        _ => want_int(value)? as f64 * 1e6,
    };
    let local = micros + (EPOCH * DAY) as f64;
    if !(0.0..(DAYS * DAY) as f64).contains(&local) {
        let year = 1970 + (micros / 1e6 / 31_556_952.0).clamp(-1e9, 1e9) as i64;
        return Err(match micros.abs() < 9.2e18 * 1e6 {
            true => Stop::value_error(format!("year {year} is out of range")),
            false => Stop::raise(&exception::OVERFLOW_ERROR, "timestamp out of range for platform time_t"),
        });
    }
    Ok(micros as i64 + EPOCH * DAY)
}

/// Days of an ordinal.
pub(super) fn ordinal(args: Args) -> Result<i64> {
    match want_int(&args.one("fromordinal")?)? {
        ..1 => Err(Stop::value_error("ordinal must be >= 1")),
        ordinal if ordinal > DAYS => Err(Stop::value_error("year is out of range")),
        ordinal => Ok(ordinal - 1),
    }
}

/// Days of an ISO year, week and day of the week.
pub(super) fn iso_days(args: Args) -> Result<i64> {
    let [year, week, day] = args.bind(&Spec::new("fromisocalendar", 3, ["year", "week", "day"]))?;
    calendar::from_iso(int_or(year, 0)?, int_or(week, 0)?, int_or(day, 0)?)
}

fn isocalendar(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("isocalendar")?;
    let (year, week, day) = calendar::iso(days_of(value)?);
    Record::value(vm, &ISO_SHAPE, vec![Value::Int(year), Value::Int(week), Value::Int(day)], Vec::new())
}

/// `timetuple()`: whether it is summer is not known for what has no zone.
pub(super) fn time_tuple(vm: &mut Vm<'_>, value: &Value, summer: Option<bool>) -> Result<Value> {
    let days = days_of(value)?;
    let micros = value.downcast::<Moment>().map_or(0, |moment| moment.local.rem_euclid(DAY));
    crate::modules::time::struct_time(vm, days, micros / SECOND, summer.map_or(-1, i64::from))
}

/// `2024-01-31`
pub(super) fn iso_text(days: i64) -> String {
    let Civil { year, month, day } = calendar::civil(days);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Whole days of a length of time, as dates count.
fn whole_days(delta: Delta) -> i64 {
    i64::try_from(delta.0.div_euclid(i128::from(DAY))).unwrap_or(0)
}

impl Object for Date {
    fn class(&self) -> &'static Type {
        &DATE
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn binary(&self, _vm: &mut Vm<'_>, op: BinaryOp, other: &Value, reflected: bool) -> Result<Option<Value>> {
        let (delta, date) = (other.downcast::<Delta>().copied(), other.downcast::<Date>());
        match (op, delta, date) {
            (BinaryOp::Add, Some(delta), _) => Date::value(self.days + whole_days(delta)).map(Some),
            (BinaryOp::Subtract, Some(delta), _) if !reflected => Date::value(self.days + whole_days(Delta(-delta.0))).map(Some),
            (BinaryOp::Subtract, None, Some(other)) => {
                let days = if reflected { other.days - self.days } else { self.days - other.days };
                Delta::value(days * DAY).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn compare(&self, _vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        if other.downcast::<Moment>().is_some() && !matches!(op, CompareOp::Equal | CompareOp::NotEqual) {
            return Err(Stop::type_error("can't compare datetime.datetime to datetime.date"));
        }
        Ok(other.downcast::<Date>().map(|other| op.holds(self.days.cmp(&other.days))))
    }

    fn hash(&self, vm: &mut Vm<'_>) -> Result<Option<u64>> {
        vm.hash(&Value::str(format!("date {}", self.days))).map(Some)
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        let Civil { year, month, day } = calendar::civil(self.days);
        Ok(format!("datetime.date({year}, {month}, {day})"))
    }

    fn str(&self, _vm: &mut Vm<'_>) -> Result<Option<String>> {
        Ok(Some(iso_text(self.days)))
    }

    fn format(&self, vm: &mut Vm<'_>, spec: &str) -> Result<Option<String>> {
        format::text(vm, &format::Parts::of(self.days, 0, None), spec).map(Some)
    }
}
