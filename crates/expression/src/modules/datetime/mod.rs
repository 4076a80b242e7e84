//! `datetime`: dates, times of day, both, lengths of time, and time zones. The local time of the server is UTC.

pub(crate) mod calendar;
mod clock;
mod date;
mod delta;
pub(crate) mod format;
mod moment;
mod parse;
pub(crate) mod strptime;
mod table;
pub(crate) mod zone;

use crate::{Module, Result, Value, class::Constant};

/// The module.
pub(super) static MODULE: Module = Module {
    name: "datetime",
    functions: &[],
    classes: &[&date::DATE, &clock::TIME, &table::DATETIME, &delta::TIMEDELTA, &zone::TZINFO, &zone::TIMEZONE],
    constants: &[
        Constant { name: "UTC", get: |_| Ok(zone::utc()) },
        Constant { name: "MINYEAR", get: |_| Ok(Value::Int(1)) },
        Constant { name: "MAXYEAR", get: |_| Ok(Value::Int(9999)) },
    ],
};

/// A datetime in UTC, for the host: microseconds since 1970.
///
/// # Errors
/// `OverflowError` outside of the years 1 to 9999.
pub fn utc_datetime(micros: i64) -> Result<Value> {
    moment::Moment::from_utc(micros.saturating_add(calendar::EPOCH * calendar::DAY), Some(zone::utc()))
}

/// The moment that a datetime with a zone stands for, for the host: microseconds since 1970. `None` for other values.
pub fn utc_micros(value: &Value) -> Option<i64> {
    value.downcast::<moment::Moment>().filter(|moment| moment.zone.is_some()).map(|moment| moment.utc() - calendar::EPOCH * calendar::DAY)
}
