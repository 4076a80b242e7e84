//! Times in the notation of crontab(5).

use jiff::{SignedDuration, Timestamp, ZonedDateTime, tz::TimeZone};

/// Names of months, from January.
const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
/// Names of days, from Sunday.
const DAYS: &[&str] = &["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

/// Days that are looked at for the next time: a leap day may be eight years away.
const HORIZON: usize = 366 * 9;

/// Minutes, hours, days and months at which something is due; each a set of bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Crontab {
    minutes: u64,
    hours: u64,
    days: u64,
    months: u64,
    weekdays: u64,
    /// One of the two kinds of day is `*`, so both have to fit; else one of them is enough.
    both: bool,
}

impl Crontab {
    /// Reads the five fields; `None` when they are none.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let fields: Vec<&str> = text.split_whitespace().collect();
        let [minutes, hours, days, months, weekdays] = fields.as_slice() else { return None };
        let sevens = set(weekdays, 0, 7, DAYS, 0)?;
        Some(Crontab {
            minutes: set(minutes, 0, 59, &[], 0)?,
            hours: set(hours, 0, 23, &[], 0)?,
            days: set(days, 1, 31, &[], 0)?,
            months: set(months, 1, 12, MONTHS, 1)?,
            // Sunday is 0 and 7.
            weekdays: (sevens | (sevens >> 7)) & 0x7f,
            both: days.starts_with('*') || weekdays.starts_with('*'),
        })
    }

    /// The first time after that one; `None` when it never comes.
    pub(super) fn after(self, now: Timestamp) -> Option<Timestamp> {
        let now = now.to_zoned_datetime(TimeZone::UTC);
        let (mut day, mut from) = (now.clone(), i64::from(now.hour()) * 60 + i64::from(now.minute()) + 1);
        for _ in 0..HORIZON {
            if self.on(&day)
                && let Some(minute) = (from..24 * 60).find(|minute| has(self.hours, minute / 60) && has(self.minutes, minute % 60))
            {
                return day.start_of_day().ok()?.timestamp().checked_add(SignedDuration::from_mins(minute)).ok();
            }
            day = day.tomorrow().ok()?;
            from = 0;
        }
        None
    }

    fn on(self, day: &ZonedDateTime) -> bool {
        let date = has(self.days, i64::from(day.day()));
        let weekday = has(self.weekdays, i64::from(day.weekday().to_sunday_zero_offset()));
        has(self.months, i64::from(day.month())) && if self.both { date && weekday } else { date || weekday }
    }
}

fn has(set: u64, number: i64) -> bool {
    (0..64).contains(&number) && (set >> number) & 1 == 1
}

/// `*`, `5`, `1-5`, `*/15`, `1-30/2` or a name, several with commas between.
fn set(text: &str, least: u32, most: u32, names: &[&str], first: u32) -> Option<u64> {
    let number = |text: &str| {
        let named = names.iter().zip(first..).find(|(name, _)| name.eq_ignore_ascii_case(text)).map(|(_, number)| number);
        named.or_else(|| text.parse().ok()).filter(|number| (least..=most).contains(number))
    };
    let mut bits = 0;
    for part in text.split(',') {
        let (range, step) = part.split_once('/').map_or((part, Some(1)), |(range, step)| (range, step.parse::<u32>().ok()));
        let step = step.filter(|step| (1..=most).contains(step))?;
        let (from, to) = match range.split_once('-') {
            _ if range == "*" => (least, most),
            Some((from, to)) => (number(from)?, number(to)?),
            None if part.contains('/') => (number(range)?, most),
            None => (number(range)?, number(range)?),
        };
        if from > to {
            return None;
        }
        (from..=to).step_by(step as usize).for_each(|number| bits |= 1 << number);
    }
    Some(bits)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn next(crontab: &str, now: &str) -> Option<String> {
        Crontab::parse(crontab)?.after(now.parse().ok()?).map(|due| due.to_string())
    }

    #[test]
    fn the_next_time_is_found() {
        for (crontab, now, due) in [
            ("* * * * *", "2030-01-01T00:00:00Z", "2030-01-01T00:01:00Z"),
            ("*/15 * * * *", "2030-01-01T00:50:00Z", "2030-01-01T01:00:00Z"),
            ("30 4 * * *", "2030-01-01T05:00:00Z", "2030-01-02T04:30:00Z"),
            ("0 0 29 feb *", "2030-01-01T00:00:00Z", "2032-02-29T00:00:00Z"),
            ("0 0 * * 7", "2030-01-01T00:00:00Z", "2030-01-06T00:00:00Z"),
            ("0 0 13 * fri", "2030-01-01T00:00:00Z", "2030-01-04T00:00:00Z"),
            ("5-10/5,20 8 1 1,7 *", "2030-01-01T08:10:30Z", "2030-01-01T08:20:00Z"),
        ] {
            assert_eq!(next(crontab, now).as_deref(), Some(due), "{crontab}");
        }
    }

    #[test]
    fn what_is_no_crontab_or_never_comes_has_no_next_time() {
        for bad in [
            "",
            "* * * *",
            "60 * * * *",
            "* 24 * * *",
            "* * 0 * *",
            "* * * 13 *",
            "* * * * 8",
            "5-1 * * * *",
            "*/0 * * * *",
            "a * * * *",
            "0 0 31 2 *",
        ] {
            assert_eq!(next(bad, "2030-01-01T00:00:00Z"), None, "{bad}");
        }
    }
}
