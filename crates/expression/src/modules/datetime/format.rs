//! `strftime`: dates and times by a format, with the names of the C locale.

use super::{
    calendar::{self, Civil, DAY, EPOCH, SECOND},
    clock::Clock,
    date::Date,
    moment::Moment,
    zone,
};
use crate::{Args, Result, Spec, Stop, Value, Vm, operate::class_of};

/// Names of the days of the week.
pub(crate) const DAY_NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
/// Names of the months.
pub(crate) const MONTH_NAMES: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// What is written.
pub(crate) struct Parts {
    days: i64,
    micros: i64,
    zone: Option<(i64, String)>,
}

impl Parts {
    /// Of a day and a time of day.
    pub(crate) const fn of(days: i64, micros: i64, zone: Option<(i64, String)>) -> Self {
        Parts { days, micros, zone }
    }

    pub(super) fn of_moment(moment: &Moment) -> Self {
        let zone = moment.zone.as_ref().map(|zone| zone::at_local(zone, moment.local, moment.fold));
        let zone = zone.map(|(offset, name, _)| (offset, name));
        Parts { days: moment.local.div_euclid(DAY), micros: moment.local.rem_euclid(DAY), zone }
    }

    pub(super) fn of_clock(clock: &Clock) -> Self {
        // The first of January of 1900, as for everything that has no day.
        Parts { days: calendar::days(Civil { year: 1900, month: 1, day: 1 }), micros: clock.micros, zone: clock.offset().zip(clock.name()) }
    }

    pub(super) fn of_value(value: &Value) -> Option<Self> {
        match (value.downcast::<Moment>(), value.downcast::<Date>(), value.downcast::<Clock>()) {
            (Some(moment), ..) => Some(Parts::of_moment(moment)),
            (_, Some(date), _) => Some(Parts::of(date.days, 0, None)),
            (.., Some(clock)) => Some(Parts::of_clock(clock)),
            _ => None,
        }
    }
}

/// `strftime(format)`
pub(super) fn method(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let [spec] = args.bind(&Spec::new("strftime", 1, ["format"]))?;
    let spec = spec.unwrap_or(Value::None);
    let Some(text) = spec.as_str() else {
        return Err(Stop::type_error(format!("strftime() argument 1 must be str, not {}", class_of(&spec).name())));
    };
    let Some(parts) = Parts::of_value(value) else { return Ok(Value::None) };
    self::text(vm, &parts, text).map(Value::from)
}

/// `value.__format__(spec)`
pub(super) fn shown(vm: &mut Vm<'_>, value: &Value, spec: &Value) -> Result<Value> {
    let parts = super::table::spec_text(value, spec)?;
    match (parts, spec.as_str()) {
        (Some(parts), Some(spec)) if !spec.is_empty() => text(vm, &parts, spec).map(Value::from),
        _ => vm.str(value).map(Value::from),
    }
}

/// `Mon Jan  1 00:00:00 2024`
pub(super) fn ctime(value: &Value) -> String {
    Parts::of_value(value).map(|parts| expand(&parts, "%a %b %e %H:%M:%S %Y", 1)).unwrap_or_default()
}

/// Writes parts by a format.
pub(crate) fn text(vm: &mut Vm<'_>, parts: &Parts, spec: &str) -> Result<String> {
    vm.work(spec.len() / 4 + 1)?;
    vm.allocate(spec.len().saturating_mul(24))?;
    Ok(expand(parts, spec, 1))
}

fn expand(parts: &Parts, spec: &str, deeper: u8) -> String {
    let mut out = String::new();
    let mut rest = spec.chars();
    while let Some(c) = rest.next() {
        if c != '%' {
            out.push(c);
            continue;
        }
        let mut read = rest.clone();
        let flag = read.clone().next().filter(|c| matches!(c, '-' | '_' | '0' | '^' | '#' | ':'));
        if flag.is_some() {
            read.next();
        }
        let Some(directive) = read.next() else {
            out.push('%');
            continue;
        };
        match piece(parts, directive, flag, deeper) {
            Some(text) => {
                out += &text;
                rest = read;
            }
            None => out.push('%'),
        }
    }
    out
}

fn number(value: i64, width: usize, fill: char, flag: Option<char>) -> String {
    match flag.unwrap_or(fill) {
        '-' => value.to_string(),
        '_' | ' ' => format!("{value:>width$}"),
        _ => format!("{value:0>width$}"),
    }
}

fn piece(parts: &Parts, directive: char, flag: Option<char>, deeper: u8) -> Option<String> {
    let Civil { year, month, day } = calendar::civil(parts.days);
    let (hour, minute, second, micro) = calendar::clock(parts.micros);
    let (weekday, yearday) = (calendar::weekday(parts.days), calendar::day_of_year(parts.days));
    let two = |value| number(value, 2, '0', flag);
    let named = |names: &[&str], at: i64, length: usize| {
        let name: String =
            usize::try_from(at).ok().and_then(|at| names.get(at)).copied().unwrap_or_default().chars().take(length).collect();
        if flag == Some('^') { name.to_uppercase() } else { name }
    };
    let nested = |spec: &str| if deeper > 0 { expand(parts, spec, deeper - 1) } else { String::new() };
    let twelve = (hour + 11) % 12 + 1;
    Some(match directive {
        'a' => named(&DAY_NAMES, weekday, 3),
        'A' => named(&DAY_NAMES, weekday, 99),
        'b' | 'h' => named(&MONTH_NAMES, month - 1, 3),
        'B' => named(&MONTH_NAMES, month - 1, 99),
        'c' => nested("%a %b %e %H:%M:%S %Y"),
        'C' => two(year / 100),
        'd' => two(day),
        'D' | 'x' => nested("%m/%d/%y"),
        'e' => number(day, 2, ' ', flag),
        'f' => format!("{micro:06}"),
        'F' => nested("%Y-%m-%d"),
        'G' => calendar::iso(parts.days).0.to_string(),
        'g' => two(calendar::iso(parts.days).0 % 100),
        'H' => two(hour),
        'I' => two(twelve),
        'j' => number(yearday, 3, '0', flag),
        'k' => number(hour, 2, ' ', flag),
        'l' => number(twelve, 2, ' ', flag),
        'm' => two(month),
        'M' => two(minute),
        'n' => "\n".to_owned(),
        'p' => if hour < 12 { "AM" } else { "PM" }.to_owned(),
        'P' => if hour < 12 { "am" } else { "pm" }.to_owned(),
        'r' => nested("%I:%M:%S %p"),
        'R' => nested("%H:%M"),
        's' => ((parts.days - EPOCH) * 86_400 + parts.micros / SECOND).to_string(),
        'S' => two(second),
        't' => "\t".to_owned(),
        'T' | 'X' => nested("%H:%M:%S"),
        'u' => (weekday + 1).to_string(),
        'U' => two((yearday + 6 - (weekday + 1) % 7) / 7),
        'V' => two(calendar::iso(parts.days).1),
        'w' => ((weekday + 1) % 7).to_string(),
        'W' => two((yearday + 6 - weekday) / 7),
        'y' => two(year % 100),
        'Y' => year.to_string(),
        'z' => parts.zone.as_ref().map(|zone| zone::offset_text(zone.0, if flag == Some(':') { ":" } else { "" })).unwrap_or_default(),
        'Z' => parts.zone.as_ref().map(|zone| zone.1.clone()).unwrap_or_default(),
        '%' => "%".to_owned(),
        _ => return None,
    })
}
