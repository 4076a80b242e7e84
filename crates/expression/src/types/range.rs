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

    /// The number at a place.
    pub fn at(&self, place: usize) -> Option<i64> {
        if place >= self.count() {
            return None;
        }
        i64::try_from(i128::from(self.start) + i128::try_from(place).ok()? * i128::from(self.step)).ok()
    }

    /// Where a number is.
    pub fn place(&self, number: i64) -> Option<usize> {
        let distance = i128::from(number) - i128::from(self.start);
        let step = i128::from(self.step);
        if step == 0 || distance % step != 0 {
            return None;
        }
        usize::try_from(distance / step).ok().filter(|place| *place < self.count())
    }
}
