//! `fromisoformat`: dates and times as ISO 8601 writes them.

use super::{
    calendar::{self, DAY, SECOND},
    clock::Clock,
    moment::Moment,
    zone,
};
use crate::{Result, Stop, Value};

/// What could not be read; the message follows from the whole text.
enum Wrong {
    Form,
    Stop(Stop),
}

impl From<Stop> for Wrong {
    fn from(stop: Stop) -> Self {
        Wrong::Stop(stop)
    }
}

type Read<T> = std::result::Result<T, Wrong>;

struct Reader<'r> {
    text: &'r [u8],
    at: usize,
}

fn whole<T>(value: &Value, read: impl FnOnce(&mut Reader<'_>) -> Read<T>) -> Result<T> {
    let Some(text) = value.as_str() else { return Err(Stop::type_error("fromisoformat: argument must be str")) };
    let invalid = || Stop::value_error(format!("Invalid isoformat string: {}", crate::format::quote::text(text)));
    if text.len() > 60 {
        return Err(invalid());
    }
    let mut reader = Reader { text: text.as_bytes(), at: 0 };
    match read(&mut reader) {
        Ok(result) if reader.at == text.len() => Ok(result),
        Ok(_) | Err(Wrong::Form) => Err(invalid()),
        Err(Wrong::Stop(stop)) => Err(stop),
    }
}

/// A date.
pub(super) fn date(value: &Value) -> Result<i64> {
    whole(value, |reader| reader.date())
}

/// A time of day.
pub(super) fn time_value(value: &Value) -> Result<Value> {
    whole(value, |reader| {
        reader.skip(b'T');
        let (micros, zone) = reader.time()?;
        Ok(Value::object(Clock { micros, zone, fold: false }))
    })
}

/// A date and a time of day.
pub(super) fn moment_value(value: &Value) -> Result<Value> {
    whole(value, |reader| {
        let days = reader.date()?;
        if reader.at == reader.text.len() {
            return Ok(Moment::value(days * DAY, None, false)?);
        }
        // Any one character stands between them.
        let rest = reader.text.get(reader.at..).unwrap_or_default();
        reader.at += rest.iter().skip(1).position(|byte| byte & 0xc0 != 0x80).map_or(rest.len(), |more| more + 1);
        let (micros, zone) = reader.time()?;
        Ok(Moment::value(days * DAY + micros, zone, false)?)
    })
}

impl Reader<'_> {
    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn skip(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn digits(&mut self, count: usize) -> Read<i64> {
        let digits = self.text.get(self.at..self.at + count).filter(|digits| digits.iter().all(u8::is_ascii_digit)).ok_or(Wrong::Form)?;
        self.at += count;
        Ok(digits.iter().fold(0, |sum, digit| sum * 10 + i64::from(digit - b'0')))
    }

    fn digit_next(&self) -> bool {
        self.peek().is_some_and(|byte| byte.is_ascii_digit())
    }

    fn date(&mut self) -> Read<i64> {
        let year = self.digits(4)?;
        let dashed = self.skip(b'-');
        if self.skip(b'W') {
            let week = self.digits(2)?;
            let day = if dashed { self.skip(b'-') } else { self.digit_next() };
            let day = if day { self.digits(1)? } else { 1 };
            return Ok(calendar::from_iso(year, week, day)?);
        }
        let month = self.digits(2)?;
        if dashed && !self.skip(b'-') {
            return Err(Wrong::Form);
        }
        let day = self.digits(2)?;
        Ok(calendar::checked_days(year, month, day)?)
    }

    /// Hours, minutes, seconds and their fraction in microseconds.
    fn clock(&mut self) -> Read<(i64, i64, i64, i64)> {
        let hour = self.digits(2)?;
        let colons = self.peek() == Some(b':');
        let (mut minute, mut second, mut micro) = (0, 0, 0);
        if colons && self.skip(b':') || !colons && self.digit_next() {
            minute = self.digits(2)?;
            if colons && self.skip(b':') || !colons && self.digit_next() {
                second = self.digits(2)?;
                if self.skip(b'.') || self.skip(b',') {
                    micro = self.fraction()?;
                }
            }
        }
        Ok((hour, minute, second, micro))
    }

    fn fraction(&mut self) -> Read<i64> {
        if !self.digit_next() {
            return Err(Wrong::Form);
        }
        let (mut micro, mut unit) = (0, 100_000);
        while self.digit_next() {
            micro += self.digits(1)? * unit;
            unit /= 10;
        }
        Ok(micro)
    }

    fn time(&mut self) -> Read<(i64, Option<Value>)> {
        let (hour, minute, second, micro) = self.clock()?;
        let micros = calendar::checked_micros(hour, minute, second, micro)?;
        let sign = match self.peek() {
            None => return Ok((micros, None)),
            Some(b'Z') => {
                self.at += 1;
                return Ok((micros, Some(zone::utc())));
            }
            Some(b'+') => 1,
            Some(b'-') => -1,
            Some(_) => return Err(Wrong::Form),
        };
        self.at += 1;
        let (hour, minute, second, micro) = self.clock()?;
        let offset = sign * (((hour * 60 + minute) * 60 + second) * SECOND + micro);
        Ok((micros, Some(if offset == 0 { zone::utc() } else { zone::fixed(offset, None)? })))
    }
}
