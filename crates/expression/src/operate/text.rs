//! Characters of texts by their place.

use super::slice::Places;

/// How many characters.
pub(crate) fn length(text: &str) -> usize {
    text.chars().count()
}

/// The character at an index: negative ones count from the end.
pub(crate) fn char_at(text: &str, index: i64) -> Option<char> {
    if text.is_ascii() {
        let place = super::slice::place(index, text.len())?;
        return text.as_bytes().get(place).copied().map(char::from);
    }
    if index < 0 {
        return text.chars().rev().nth(usize::try_from(-(index + 1)).ok()?);
    }
    text.chars().nth(usize::try_from(index).ok()?)
}

/// The byte at which a character begins; the end for places behind the last.
pub(crate) fn offset(text: &str, place: usize) -> usize {
    if text.is_ascii() {
        return place.min(text.len());
    }
    text.char_indices().nth(place).map_or(text.len(), |(offset, _)| offset)
}

/// From one byte to another, both at the beginning of a character.
pub(crate) fn between(text: &str, start: usize, end: usize) -> &str {
    text.get(start..end).unwrap_or_default()
}

/// What a slice names.
pub(crate) fn part(text: &str, places: Places) -> String {
    if places.count == 0 {
        return String::new();
    }
    if places.step == 1 {
        let (start, end) = places.range();
        let from = between(text, offset(text, start), text.len());
        return between(from, 0, offset(from, end - start)).to_owned();
    }
    if text.is_ascii() {
        let bytes = text.as_bytes();
        return places.iter().filter_map(|place| bytes.get(place)).map(|byte| char::from(*byte)).collect();
    }
    let step = usize::try_from(places.step.unsigned_abs()).unwrap_or(usize::MAX);
    if places.step > 0 {
        let start = usize::try_from(places.start).unwrap_or(0);
        return text.chars().skip(start).step_by(step).take(places.count).collect();
    }
    let behind = usize::try_from(i64::try_from(length(text)).unwrap_or(i64::MAX) - 1 - places.start).unwrap_or(0);
    text.chars().rev().skip(behind).step_by(step).take(places.count).collect()
}
