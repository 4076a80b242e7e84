//! The calendar: days since the first of January of the year 1, and what they are called.

use jiff::civil;

use crate::{Result, Stop};

/// Microseconds of a second.
pub(crate) const SECOND: i64 = 1_000_000;
/// Microseconds of a day.
pub(crate) const DAY: i64 = 86_400 * SECOND;
/// Days from the year 1 to 1970.
pub(crate) const EPOCH: i64 = 719_162;
/// How many days there are up to the end of the year 9999.
pub(crate) const DAYS: i64 = 3_652_059;

/// A day with names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Civil {
    pub(crate) year: i64,
    pub(crate) month: i64,
    pub(crate) day: i64,
}

/// How many days a month has.
pub(crate) fn days_in_month(year: i64, month: i64) -> i64 {
    let short = i16::try_from(year).ok().zip(i8::try_from(month).ok());
    short.and_then(|(year, month)| civil::Date::new(year, month, 1).ok()).map_or(31, |date| i64::from(date.days_in_month()))
}

/// Days since the first of January of the year 1.
pub(crate) fn days(civil: Civil) -> i64 {
    let year = civil.year - i64::from(civil.month <= 2);
    let month = (civil.month + 9) % 12;
    365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (month * 153 + 2) / 5 + civil.day - 307
}

/// The day that is so many days after the first of January of the year 1.
pub(crate) fn civil(days: i64) -> Civil {
    let days = days + 306;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    Civil { year: year_of_era + era * 400 + i64::from(month <= 2), month, day }
}

/// Monday is 0.
pub(crate) fn weekday(days: i64) -> i64 {
    days.rem_euclid(7)
}

/// The day of the year, from 1.
pub(crate) fn day_of_year(at: i64) -> i64 {
    at - days(Civil { month: 1, day: 1, ..civil(at) }) + 1
}

/// The Monday of the first week of a year, as ISO counts them.
fn first_monday(year: i64) -> i64 {
    let first = days(Civil { year, month: 1, day: 1 });
    let monday = first - weekday(first);
    if weekday(first) > 3 { monday + 7 } else { monday }
}

/// Year, week and day of the week (from 1), as ISO counts them.
pub(crate) fn iso(at: i64) -> (i64, i64, i64) {
    let mut year = civil(at).year;
    if at >= first_monday(year + 1) {
        year += 1;
    } else if at < first_monday(year) {
        year -= 1;
    }
    ((year), (at - first_monday(year)) / 7 + 1, weekday(at) + 1)
}

/// The day of a year, week and day of the week, as ISO counts them.
pub(crate) fn from_iso(year: i64, week: i64, day: i64) -> Result<i64> {
    check("year", year, 1, 9999).map_err(|_| Stop::value_error(format!("Year is out of range: {year}")))?;
    let weeks = (first_monday(year + 1) - first_monday(year)) / 7;
    if !(1..=weeks).contains(&week) {
        return Err(Stop::value_error(format!("Invalid week: {week}")));
    }
    if !(1..=7).contains(&day) {
        return Err(Stop::value_error(format!("Invalid weekday: {day} (range is [1, 7])")));
    }
    Ok(first_monday(year) + (week - 1) * 7 + day - 1)
}

/// Whether a part of a date or time is one.
pub(crate) fn check(name: &str, value: i64, least: i64, most: i64) -> Result<i64> {
    if (least..=most).contains(&value) { Ok(value) } else { Err(Stop::value_error(format!("{name} must be in {least}..{most}"))) }
}

/// The day with that name, if there is one.
pub(crate) fn checked_days(year: i64, month: i64, day: i64) -> Result<i64> {
    if !(1..=9999).contains(&year) {
        return Err(Stop::value_error(format!("year {year} is out of range")));
    }
    check("month", month, 1, 12)?;
    if !(1..=days_in_month(year, month)).contains(&day) {
        return Err(Stop::value_error("day is out of range for month"));
    }
    Ok(days(Civil { year, month, day }))
}

/// The microsecond of a day.
pub(crate) fn checked_micros(hour: i64, minute: i64, second: i64, micro: i64) -> Result<i64> {
    check("hour", hour, 0, 23)?;
    check("minute", minute, 0, 59)?;
    check("second", second, 0, 59)?;
    check("microsecond", micro, 0, 999_999)?;
    Ok(((hour * 60 + minute) * 60 + second) * SECOND + micro)
}

/// Hour, minute, second, microsecond of a microsecond of a day.
pub(crate) fn clock(micros: i64) -> (i64, i64, i64, i64) {
    let seconds = micros / SECOND;
    (seconds / 3600, seconds / 60 % 60, seconds % 60, micros % SECOND)
}
