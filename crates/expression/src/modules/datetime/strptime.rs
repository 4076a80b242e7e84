//! `strptime`: dates and times read by a format. The format becomes a pattern of `re`, so that it fits exactly what Python's fits.

use super::{
    calendar::{self, DAY, EPOCH, SECOND},
    format::{DAY_NAMES, MONTH_NAMES},
    moment::Moment,
    zone,
};
use crate::{
    Args, Result, Spec, Stop, Value, Vm,
    format::quote,
    modules::{re, support::want_text},
    types::str::character,
};

/// `strptime(text, format)`
pub(super) fn read(vm: &mut Vm<'_>, args: Args) -> Result<Moment> {
    let [text, spec] = args.bind(&Spec::positional("strptime", 2, ["date_string", "format"]))?;
    let text = want_text("strptime", "1", &text.unwrap_or(Value::None))?;
    let spec = want_text("strptime", "2", &spec.unwrap_or(Value::None))?;
    parse(vm, &text, &spec)
}

/// Reads a text by a format.
pub(crate) fn parse(vm: &mut Vm<'_>, text: &str, spec: &str) -> Result<Moment> {
    vm.work(spec.len() * 4)?;
    vm.allocate(spec.len().saturating_mul(160))?;
    let pattern = re::pattern(vm, &Value::from(pattern(spec)?), 2)?;
    let found = vm.call_method(&pattern, "match", Args::of(vec![Value::str(text)]))?;
    if found.is_none() {
        return Err(Stop::value_error(format!("time data {} does not match format {}", quote::text(text), quote::text(spec))));
    }
    let end = vm.call_method(&found, "end", Args::default())?.as_int().and_then(|end| usize::try_from(end).ok()).unwrap_or(0);
    let rest: String = text.chars().skip(end).collect();
    if !rest.is_empty() {
        return Err(Stop::value_error(format!("unconverted data remains: {rest}")));
    }
    let groups = vm.call_method(&found, "groupdict", Args::default())?;
    let mut read = Fields::default();
    for pair in pairs(&groups) {
        read.take(&pair.0, &pair.1)?;
    }
    read.moment(spec)
}

fn pairs(groups: &Value) -> Vec<(String, String)> {
    let Value::Dict(groups) = groups else { return Vec::new() };
    let texts = groups.borrow();
    texts.iter().filter_map(|entry| Some((entry.key.as_str()?.to_owned(), entry.value.as_str()?.to_owned()))).collect()
}

/// The pattern of a format.
fn pattern(spec: &str) -> Result<String> {
    let mut out = String::new();
    let mut rest = spec.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '%' => {
                let Some(directive) = rest.next() else {
                    return Err(Stop::value_error(format!("stray % in format {}", quote::text(spec))));
                };
                let piece = directive_pattern(directive)
                    .ok_or_else(|| Stop::value_error(format!("'{directive}' is a bad directive in format {}", quote::text(spec))))?;
                out += &piece;
            }
            _ if c.is_whitespace() => {
                while rest.next_if(|c| c.is_whitespace()).is_some() {}
                out += r"\s+";
            }
            _ => {
                if "\\.^$*+?(){}[]|".contains(c) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
    }
    Ok(out)
}

fn directive_pattern(directive: char) -> Option<String> {
    let names =
        |names: &[&str], length: usize| names.iter().map(|name| name.chars().take(length).collect()).collect::<Vec<String>>().join("|");
    let piece = match directive {
        'd' => r"3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9]",
        'f' => r"[0-9]{1,6}",
        'H' => r"2[0-3]|[0-1]\d|\d",
        'I' => r"1[0-2]|0[1-9]|[1-9]| [1-9]",
        'G' | 'Y' => r"\d\d\d\d",
        'j' => r"36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9]",
        'm' => r"1[0-2]|0[1-9]|[1-9]",
        'M' => r"[0-5]\d|\d",
        'S' => r"6[0-1]|[0-5]\d|\d",
        'U' | 'W' => r"5[0-3]|[0-4]\d|\d",
        'V' => r"5[0-3]|0[1-9]|[1-4]\d|\d",
        'w' => r"[0-6]",
        'u' => r"[1-7]",
        'y' => r"\d\d",
        'z' => r"[+-]\d\d:?[0-5]\d(?::?[0-5]\d(?:\.\d{1,6})?)?|(?-i:Z)",
        'p' => "am|pm",
        'Z' => "utc|gmt",
        'a' => &names(&DAY_NAMES, 3),
        'A' => &names(&DAY_NAMES, 99),
        'b' | 'h' => &names(&MONTH_NAMES, 3),
        'B' => &names(&MONTH_NAMES, 99),
        'c' => return pattern("%a %b %d %H:%M:%S %Y").ok(),
        'x' | 'D' => return pattern("%m/%d/%y").ok(),
        'F' => return pattern("%Y-%m-%d").ok(),
        'X' | 'T' => return pattern("%H:%M:%S").ok(),
        'R' => return pattern("%H:%M").ok(),
        '%' => return Some("%".to_owned()),
        _ => return None,
    };
    Some(format!("(?P<{directive}>{piece})"))
}

/// What was read.
#[derive(Default)]
struct Fields {
    year: Option<i64>,
    month: Option<i64>,
    day: Option<i64>,
    hour: i64,
    twelve: Option<i64>,
    afternoon: Option<bool>,
    minute: i64,
    second: i64,
    micro: i64,
    weekday: Option<i64>,
    yearday: Option<i64>,
    /// Week of the year, and whether it begins on Monday.
    week: Option<(i64, bool)>,
    iso_year: Option<i64>,
    iso_week: Option<i64>,
    zone: Option<Value>,
}

fn place(names: &[&str], name: &str, length: usize) -> i64 {
    let found = names.iter().position(|known| known.chars().take(length).collect::<String>().eq_ignore_ascii_case(name));
    found.and_then(|place| i64::try_from(place).ok()).unwrap_or(0)
}

impl Fields {
    fn take(&mut self, directive: &str, text: &str) -> Result<()> {
        let number = text.trim().chars().fold(0, |sum, c| sum * 10 + i64::from(character::decimal(c).unwrap_or(0)));
        match directive {
            "y" => self.year = Some(if number <= 68 { 2000 + number } else { 1900 + number }),
            "Y" => self.year = Some(number),
            "G" => self.iso_year = Some(number),
            "m" => self.month = Some(number),
            "B" => self.month = Some(place(&MONTH_NAMES, text, 99) + 1),
            "b" | "h" => self.month = Some(place(&MONTH_NAMES, text, 3) + 1),
            "d" => self.day = Some(number),
            "H" => self.hour = number,
            "I" => self.twelve = Some(number),
            "p" => self.afternoon = Some(text.eq_ignore_ascii_case("pm")),
            "M" => self.minute = number,
            "S" => self.second = number,
            "f" => self.micro = (text.len()..6).fold(number, |micro, _| micro * 10),
            "A" => self.weekday = Some(place(&DAY_NAMES, text, 99)),
            "a" => self.weekday = Some(place(&DAY_NAMES, text, 3)),
            "w" => self.weekday = Some((number + 6) % 7),
            "u" => self.weekday = Some(number - 1),
            "j" => self.yearday = Some(number),
            "U" => self.week = Some((number, false)),
            "W" => self.week = Some((number, true)),
            "V" => self.iso_week = Some(number),
            "z" => self.zone = Some(zone_of(text)?),
            _ => {}
        }
        Ok(())
    }

    fn moment(self, spec: &str) -> Result<Moment> {
        self.consistent(spec)?;
        let hour = match (self.twelve, self.afternoon) {
            (Some(12), Some(true)) => 12,
            (Some(hour), Some(true)) => hour + 12,
            (Some(12), _) => 0,
            (Some(hour), _) => hour,
            (None, _) => self.hour,
        };
        let days = self.days()?;
        let micros = calendar::checked_micros(hour, self.minute, self.second, self.micro)?;
        Ok(Moment { local: days * DAY + micros, zone: self.zone, fold: false })
    }

    fn consistent(&self, spec: &str) -> Result<()> {
        let wrong = |message: &str| Err(Stop::value_error(message));
        match (self.iso_year, self.iso_week) {
            (Some(_), _) if self.yearday.is_some() => {
                wrong("Day of the year directive '%j' is not compatible with ISO year directive '%G'. Use '%Y' instead.")
            }
            (Some(_), week) if week.is_none() || self.weekday.is_none() => wrong(
                "ISO year directive '%G' must be used with the ISO week directive '%V' and a weekday directive ('%A', '%a', '%w', or '%u').",
            ),
            (None, Some(_)) if self.year.is_none() || self.weekday.is_none() => wrong(
                "ISO week directive '%V' must be used with the ISO year directive '%G' and a weekday directive ('%A', '%a', '%w', or '%u').",
            ),
            (None, Some(_)) if spec.contains("%V") => {
                wrong("ISO week directive '%V' is incompatible with the year directive '%Y'. Use the ISO year '%G' instead.")
            }
            _ => Ok(()),
        }
    }

    fn days(&self) -> Result<i64> {
        if let (Some(year), Some(week), Some(day)) = (self.iso_year, self.iso_week, self.weekday) {
            return calendar::from_iso(year, week, day + 1);
        }
        let year = self.year.unwrap_or(1900);
        let first = calendar::checked_days(year, 1, 1)?;
        if let Some(yearday) = self.yearday {
            return Ok(first + yearday - 1);
        }
        if let (Some((week, monday)), Some(day), Some(_)) = (self.week, self.weekday, self.year) {
            let shift = if monday { 0 } else { 1 };
            let first_weekday = (calendar::weekday(first) + shift) % 7;
            let day = (day + shift) % 7;
            let first_week = (7 - first_weekday) % 7;
            let offset = if week == 0 { day - first_weekday } else { first_week + 7 * (week - 1) + day };
            return Ok(first + offset);
        }
        calendar::checked_days(year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }
}

fn zone_of(text: &str) -> Result<Value> {
    if text == "Z" {
        return Ok(zone::utc());
    }
    let digits: Vec<i64> = text.chars().filter_map(|c| c.to_digit(10)).map(i64::from).collect();
    let two = |at: usize| digits.get(at).copied().unwrap_or(0) * 10 + digits.get(at + 1).copied().unwrap_or(0);
    let micro = (6..12).fold(0, |sum, at| sum * 10 + digits.get(at).copied().unwrap_or(0));
    let offset = ((two(0) * 60 + two(2)) * 60 + two(4)) * SECOND + micro;
    let offset = if text.starts_with('-') { -offset } else { offset };
    if offset == 0 { Ok(zone::utc()) } else { zone::fixed(offset, None) }
}

/// Days since 1970 and seconds of the day; for `time.strptime`.
pub(crate) fn parse_time(vm: &mut Vm<'_>, text: &str, spec: &str) -> Result<(i64, i64)> {
    let moment = parse(vm, text, spec)?;
    Ok((moment.local.div_euclid(DAY) - EPOCH, moment.local.rem_euclid(DAY) / SECOND))
}
