//! `range`

use crate::Type;

/// `range`
pub static RANGE: Type = Type::new("range");

/// Whole numbers at equal distances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The first.
    pub start: i64,
    /// Where it ends; not in it.
    pub stop: i64,
    /// Distance; never 0.
    pub step: i64,
}

impl Range {
    /// How many numbers it has.
    pub fn count(&self) -> usize {
        let (start, stop, step) = (i128::from(self.start), i128::from(self.stop), i128::from(self.step));
        let span = if step > 0 { stop - start } else { start - stop };
        if span <= 0 { 0 } else { usize::try_from((span + step.abs() - 1) / step.abs()).unwrap_or(usize::MAX) }
    }
}

impl Range {
    /// How many numbers it has.
    pub fn len(&self) -> u64 {
        let (start, stop, step) = (i128::from(self.start), i128::from(self.stop), i128::from(self.step));
        let distance = if step > 0 { stop - start } else { start - stop };
        if distance <= 0 { 0 } else { u64::try_from((distance - 1) / step.abs() + 1).unwrap_or(u64::MAX) }
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The number at a place.
    pub fn at(&self, place: u64) -> Option<i64> {
        if place >= self.len() {
            return None;
        }
        i64::try_from(i128::from(self.start) + i128::from(place) * i128::from(self.step)).ok()
    }

    /// Where a number is.
    pub fn place(&self, number: i64) -> Option<u64> {
        let distance = i128::from(number) - i128::from(self.start);
        let step = i128::from(self.step);
        if step == 0 || distance % step != 0 {
            return None;
        }
        u64::try_from(distance / step).ok().filter(|place| *place < self.len())
    }
}
