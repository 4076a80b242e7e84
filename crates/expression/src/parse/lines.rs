//! Lines and columns of places in a text.

use ruff_text_size::{TextRange, TextSize};

use super::SyntaxError;

/// How many bytes of a text are counted at once.
const BLOCK: usize = 256;

/// Bytes that do not begin a character.
fn count_inner(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xc0 == 0x80).count()
}

/// A text and where its lines begin.
pub(crate) struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
    /// How many bytes before each block of the text do not begin a character.
    inner: Vec<usize>,
    /// Lines at the beginning that are not the author's.
    hidden: u32,
}

impl<'a> Lines<'a> {
    /// Lines of a text, of which so many first ones are hidden.
    pub(crate) fn new(text: &'a str, hidden: u32) -> Self {
        let bytes = text.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| **byte == b'\n' || (**byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')));
        let starts = std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect();
        let mut inner = vec![0];
        for block in bytes.chunks(BLOCK) {
            inner.push(inner.last().copied().unwrap_or_default() + count_inner(block));
        }
        Lines { text, starts, inner, hidden }
    }

    /// How many characters there are before a place.
    fn characters(&self, offset: usize) -> usize {
        let (block, from) = (offset / BLOCK, offset - offset % BLOCK);
        let rest = self.text.as_bytes().get(from..offset).map_or(0, count_inner);
        offset - self.inner.get(block).copied().unwrap_or_default() - rest
    }

    /// A part of the text.
    pub(crate) fn text(&self, range: TextRange) -> &'a str {
        self.text.get(range.start().to_usize()..range.end().to_usize()).unwrap_or_default()
    }

    /// Line of a place, from 1.
    pub(crate) fn line(&self, offset: TextSize) -> u32 {
        let line = self.starts.partition_point(|start| *start <= offset.to_usize());
        u32::try_from(line).unwrap_or(u32::MAX).saturating_sub(self.hidden).max(1)
    }

    /// Line and column of a place, both from 1.
    pub(crate) fn position(&self, offset: TextSize) -> (u32, u32) {
        let before = self.starts.partition_point(|start| *start <= offset.to_usize());
        let start = before.checked_sub(1).and_then(|line| self.starts.get(line)).copied().unwrap_or(0);
        let column = self.characters(offset.to_usize()).saturating_sub(self.characters(start));
        (self.line(offset), u32::try_from(column + 1).unwrap_or(u32::MAX))
    }

    /// An error at a place.
    pub(crate) fn error(&self, message: impl Into<String>, offset: TextSize) -> SyntaxError {
        let (line, column) = self.position(offset);
        SyntaxError { message: message.into(), line, column }
    }
}
