//! `datetime`: a day and a time of day, with or without a time zone.

use std::{any::Any, cmp::Ordering};

use super::{
    calendar::{self, Civil, DAY, DAYS, EPOCH},
    clock,
    date::{self, out_of_range},
    delta::Delta,
    format, table, zone,
};
use crate::{
    Args, Object, Result, Spec, Stop, Type, Value, Vm,
    modules::support::{int_or, this},
    operate::{BinaryOp, CompareOp},
};

/// A day and a time of day.
#[derive(Clone)]
pub(crate) struct Moment {
    /// As clocks show it there: microseconds since the year 1.
    pub(super) local: i64,
    pub(super) zone: Option<Value>,
    /// The second of two times that clocks show twice.
    pub(super) fold: bool,
}

/// The datetime that a value is.
pub(super) fn me(value: &Value) -> Result<&Moment> {
    this::<Moment>(value, "datetime.datetime")
}

impl Moment {
    /// A datetime, if it is within the years that there are.
    pub(super) fn value(local: i64, zone: Option<Value>, fold: bool) -> Result<Value> {
        if !(0..DAYS * DAY).contains(&local) {
            return Err(out_of_range());
        }
        Ok(Value::object(Moment { local, zone, fold }))
    }

    /// The time there of a time in UTC.
    pub(super) fn from_utc(time: i64, zone: Option<Value>) -> Result<Value> {
        let Some(zone) = zone else { return Moment::value(time, None, false) };
        let (offset, _, _) = zone::at_utc(&zone, time);
        let local = time.checked_add(offset).ok_or_else(out_of_range)?;
        let fold = zone::at_local(&zone, local, false).0 != offset && zone::at_local(&zone, local, true).0 == offset;
        Moment::value(local, Some(zone), fold)
    }

    /// Distance from UTC.
    pub(super) fn offset(&self) -> Option<i64> {
        self.zone.as_ref().map(|zone| zone::at_local(zone, self.local, self.fold).0)
    }

    /// The time in UTC; what has no zone counts as UTC.
    pub(super) fn utc(&self) -> i64 {
        self.local - self.offset().unwrap_or(0)
    }

    fn order(&self, other: &Moment) -> Option<Ordering> {
        match (&self.zone, &other.zone) {
            (None, None) => Some(self.local.cmp(&other.local)),
            (Some(one), Some(two)) if zone::same(one, two) => Some(self.local.cmp(&other.local)),
            (Some(_), Some(_)) => Some(self.utc().cmp(&other.utc())),
            _ => None,
        }
    }

    fn plus(&self, delta: i128) -> Result<Option<Value>> {
        let local = i64::try_from(i128::from(self.local) + delta).map_err(|_| out_of_range())?;
        Moment::value(local, self.zone.clone(), false).map(Some)
    }

    /// `2024-01-31T10:20:30+00:00`
    pub(super) fn iso_text(&self, between: &str, detail: &str) -> Result<String> {
        let (days, micros) = (self.local.div_euclid(DAY), self.local.rem_euclid(DAY));
        let offset = self.offset().map(|offset| zone::offset_text(offset, ":")).unwrap_or_default();
        Ok(format!("{}{between}{}{offset}", date::iso_text(days), clock::iso_text(micros, detail)?))
    }
}

const NAMES: [&str; 9] = ["year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo", "fold"];

/// `datetime(…)`
pub(super) fn new(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    if args.positional.len() > 8 {
        let given = args.positional.len();
        return Err(Stop::type_error(format!("function takes at most 8 positional arguments ({given} given)")));
    }
    let given = args.bind(&Spec::new("function", 3, NAMES).then_named(8))?;
    assemble(given, [0; 7], None, false)
}

/// `datetime.replace(…)`
pub(super) fn replace(_vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let this = me(value)?;
    let given = args.bind(&Spec::new("replace", 0, NAMES).then_named(8))?;
    let Civil { year, month, day } = calendar::civil(this.local.div_euclid(DAY));
    let (hour, minute, second, micro) = calendar::clock(this.local.rem_euclid(DAY));
    assemble(given, [year, month, day, hour, minute, second, micro], this.zone.clone(), this.fold)
}

fn assemble(given: [Option<Value>; 9], old: [i64; 7], old_zone: Option<Value>, old_fold: bool) -> Result<Value> {
    let [year, month, day, hour, minute, second, micro, zone, fold] = given;
    let [old_year, old_month, old_day, old_hour, old_minute, old_second, old_micro] = old;
    let days = calendar::checked_days(int_or(year, old_year)?, int_or(month, old_month)?, int_or(day, old_day)?)?;
    let (hour, minute) = (int_or(hour, old_hour)?, int_or(minute, old_minute)?);
    let micros = calendar::checked_micros(hour, minute, int_or(second, old_second)?, int_or(micro, old_micro)?)?;
    let zone = if zone.is_some() { zone::zone(zone)? } else { old_zone };
    Moment::value(days * DAY + micros, zone, clock::fold(fold, old_fold)?)
}

/// The end of a `repr`: zone, second time.
pub(super) fn end_of_repr(vm: &mut Vm<'_>, mut text: String, zone: Option<&Value>, fold: bool) -> Result<String> {
    if fold {
        text += ", fold=1";
    }
    if let Some(zone) = zone {
        text += &format!(", tzinfo={}", vm.repr(zone)?);
    }
    Ok(text + ")")
}

impl Object for Moment {
    fn class(&self) -> &'static Type {
        &table::DATETIME
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn binary(&self, _vm: &mut Vm<'_>, op: BinaryOp, other: &Value, reflected: bool) -> Result<Option<Value>> {
        let (delta, moment) = (other.downcast::<Delta>().copied(), other.downcast::<Moment>());
        match (op, delta, moment) {
            (BinaryOp::Add, Some(delta), _) => self.plus(delta.0),
            (BinaryOp::Subtract, Some(delta), _) if !reflected => self.plus(-delta.0),
            (BinaryOp::Subtract, None, Some(other)) => {
                let (one, two) = if reflected { (other, self) } else { (self, other) };
                match (&one.zone, &two.zone) {
                    (None, None) => Delta::value(one.local - two.local).map(Some),
                    (Some(a), Some(b)) if zone::same(a, b) => Delta::value(one.local - two.local).map(Some),
                    (Some(_), Some(_)) => Delta::value(one.utc() - two.utc()).map(Some),
                    _ => Err(Stop::type_error("can't subtract offset-naive and offset-aware datetimes")),
                }
            }
            _ => Ok(None),
        }
    }

    fn compare(&self, _vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        let equality = matches!(op, CompareOp::Equal | CompareOp::NotEqual);
        let Some(other) = other.downcast::<Moment>() else {
            return match other.downcast::<date::Date>() {
                Some(_) if !equality => Err(Stop::type_error("can't compare datetime.datetime to datetime.date")),
                _ => Ok(None),
            };
        };
        match self.order(other) {
            Some(order) => Ok(Some(op.holds(order))),
            None if equality => Ok(Some(op == CompareOp::NotEqual)),
            None => Err(Stop::type_error("can't compare offset-naive and offset-aware datetimes")),
        }
    }

    fn hash(&self, vm: &mut Vm<'_>) -> Result<Option<u64>> {
        vm.hash(&Value::str(format!("datetime {} {}", self.utc(), self.zone.is_some()))).map(Some)
    }

    fn repr(&self, vm: &mut Vm<'_>) -> Result<String> {
        let Civil { year, month, day } = calendar::civil(self.local.div_euclid(DAY));
        let (hour, minute, second, micro) = calendar::clock(self.local.rem_euclid(DAY));
        let mut text = format!("datetime.datetime({year}, {month}, {day}, {hour}, {minute}");
        if second != 0 || micro != 0 {
            text += &format!(", {second}");
        }
        if micro != 0 {
            text += &format!(", {micro}");
        }
        end_of_repr(vm, text, self.zone.as_ref(), self.fold)
    }

    fn str(&self, _vm: &mut Vm<'_>) -> Result<Option<String>> {
        self.iso_text(" ", "auto").map(Some)
    }

    fn format(&self, vm: &mut Vm<'_>, spec: &str) -> Result<Option<String>> {
        format::text(vm, &format::Parts::of_moment(self), spec).map(Some)
    }
}

/// Now, in a zone or in UTC without one.
pub(super) fn now(vm: &Vm<'_>, zone: Option<Value>) -> Result<Value> {
    let now = vm.host().now().saturating_add(EPOCH * DAY);
    Moment::from_utc(now, zone)
}
