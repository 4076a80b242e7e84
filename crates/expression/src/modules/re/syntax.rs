//! What a pattern is made of.

use crate::types::str::character;

/// `re.IGNORECASE`
pub(super) const IGNORECASE: u32 = 2;
/// `re.LOCALE`, which only patterns of bytes may have, and which changes nothing here.
pub(super) const LOCALE: u32 = 4;
/// `re.MULTILINE`
pub(super) const MULTILINE: u32 = 8;
/// `re.DOTALL`
pub(super) const DOTALL: u32 = 16;
/// `re.UNICODE`
pub(super) const UNICODE: u32 = 32;
/// `re.VERBOSE`
pub(super) const VERBOSE: u32 = 64;
/// `re.ASCII`
pub(super) const ASCII: u32 = 256;

/// A part of a pattern.
#[derive(Debug)]
pub(super) enum Node {
    /// Nothing, which is always there.
    Empty,
    /// One character.
    One(One),
    /// A place.
    Assert(Assert),
    /// A group that is remembered.
    Group(usize, Box<Node>),
    /// One after the other.
    Concat(Vec<Node>),
    /// The first that fits.
    Either(Vec<Node>),
    /// Several times.
    Repeat {
        /// What.
        item: Box<Node>,
        /// At least so often.
        min: u32,
        /// At most so often; `u32::MAX` without end.
        max: u32,
        /// Which number is tried first.
        kind: Kind,
    },
    /// What stands before or behind.
    Look {
        /// What.
        item: Box<Node>,
        /// For what stands before: how long it is.
        behind: Option<usize>,
        /// Whether it must not stand there.
        negated: bool,
    },
    /// What is not tried a second way once it fits.
    Atomic(Box<Node>),
    /// The same text as a group.
    Back {
        /// Its number.
        group: usize,
        /// Whether case is ignored.
        fold: bool,
    },
    /// One of two, by whether a group took part.
    If {
        /// Its number.
        group: usize,
        /// If it did.
        yes: Box<Node>,
        /// If it did not.
        no: Box<Node>,
    },
}

/// How many repetitions are tried first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// As many as possible.
    Greedy,
    /// As few as possible.
    Lazy,
    /// As many as possible, and no other number.
    Possessive,
}

/// What one character must be.
#[derive(Debug)]
pub(super) enum One {
    /// This one.
    Char(char),
    /// This one, small or capital; given folded.
    Fold(char),
    /// Any but the end of a line.
    Line,
    /// Any.
    Any,
    /// One of a set.
    Set(Box<Set>),
}

/// What a place must be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Assert {
    /// The start of the text.
    Start,
    /// The start of a line.
    LineStart,
    /// The end of the text, or before the line feed that ends it.
    End,
    /// The end of a line.
    LineEnd,
    /// The very end of the text.
    VeryEnd,
    /// The edge of a word (or not, when `negated`).
    Word {
        /// Whether only ASCII counts.
        ascii: bool,
        /// Whether it must not be one.
        negated: bool,
    },
}

/// A kind of characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// `\d`
    Digit,
    /// `\s`
    Space,
    /// `\w`
    Word,
}

impl Class {
    /// Whether a character is of that kind.
    pub(super) fn has(self, c: char, ascii: bool) -> bool {
        match self {
            Class::Digit if ascii || c.is_ascii() => c.is_ascii_digit(),
            Class::Digit => character::is_decimal(c),
            Class::Space if ascii => matches!(c, ' ' | '\t'..='\r'),
            Class::Space => character::is_space(c),
            Class::Word if ascii || c.is_ascii() => c.is_ascii_alphanumeric() || c == '_',
            Class::Word => character::is_alpha(c) || character::is_numeric(c),
        }
    }

    /// Which ASCII characters are of that kind, bit by bit. The separators 28 to 31 are white space for texts, but not in ASCII alone.
    const fn ascii_bits(self, ascii: bool) -> u128 {
        match self {
            Class::Digit => 0x3ff << 48,
            Class::Space if ascii => 0x1_0000_3e00,
            Class::Space => 0x1_f000_3e00,
            Class::Word => 0x3ff << 48 | CAPITALS | CAPITALS << 32 | 1 << 95,
        }
    }
}

/// Whether case is ignored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Folding {
    /// It is not.
    None,
    /// That of ASCII letters.
    Ascii,
    /// That of all.
    All,
}

/// A set of characters.
#[derive(Debug)]
pub(super) struct Set {
    /// Characters, from one to another: in order, none touching the next.
    ranges: Vec<(char, char)>,
    /// Kinds of characters: which, whether all others are meant, whether only ASCII counts.
    classes: Vec<(Class, bool, bool)>,
    negated: bool,
    folding: Folding,
    /// Which ASCII characters are in it: bit by bit.
    quick: u128,
}

/// A part of a set.
#[derive(Debug)]
pub(super) enum Item {
    /// From one character to another.
    Range(char, char),
    /// A kind of characters.
    Class {
        /// Which.
        class: Class,
        /// Whether those of that kind are not in it.
        negated: bool,
        /// Whether only ASCII counts.
        ascii: bool,
    },
}

impl Set {
    /// A set of these.
    pub(super) fn new(items: Vec<Item>, negated: bool, folding: Folding) -> Self {
        let (mut ranges, mut classes) = (Vec::new(), Vec::new());
        for item in items {
            match item {
                Item::Range(low, high) => ranges.push((low, high)),
                Item::Class { class, negated, ascii } if !classes.contains(&(class, negated, ascii)) => {
                    classes.push((class, negated, ascii));
                }
                Item::Class { .. } => {}
            }
        }
        let mut set = Set { ranges: merged(ranges), classes, negated, folding, quick: 0 };
        set.quick = set.ascii_bits();
        set
    }

    /// Whether a character is in it.
    pub(super) fn has(&self, c: char) -> bool {
        if c.is_ascii() { self.quick >> u32::from(c) & 1 == 1 } else { self.found(c) != self.negated }
    }

    fn found(&self, c: char) -> bool {
        let twin = || self.listed(fold(c)) || self.listed(capital(c)) || folded_twins(c).iter().any(|twin| self.listed(*twin));
        self.listed(c) || self.folding == Folding::All && twin()
    }

    fn listed(&self, c: char) -> bool {
        let after = self.ranges.partition_point(|(low, _)| *low <= c);
        let range = after.checked_sub(1).and_then(|before| self.ranges.get(before));
        range.is_some_and(|(_, high)| c <= *high) || self.classes.iter().any(|(class, negated, ascii)| class.has(c, *ascii) != *negated)
    }

    fn ascii_bits(&self) -> u128 {
        let mut bits = 0;
        for (low, high) in self.ranges.iter().filter(|(low, _)| low.is_ascii()) {
            let (low, high) = (u32::from(*low), u32::from(*high).min(127));
            bits |= (u128::MAX >> (127 - (high - low))) << low;
        }
        for (class, negated, ascii) in &self.classes {
            bits |= if *negated { !class.ascii_bits(*ascii) } else { class.ascii_bits(*ascii) };
        }
        if self.folding != Folding::None {
            bits |= (bits & CAPITALS) << 32 | bits >> 32 & CAPITALS;
        }
        if self.folding == Folding::All {
            for c in ['k', 'K', 's', 'S', 'i', 'I'].into_iter().filter(|c| self.found(*c)) {
                bits |= 1 << u32::from(c);
            }
        }
        if self.negated { !bits } else { bits }
    }
}

/// The bits of the capital letters of ASCII.
const CAPITALS: u128 = 0x03ff_ffff << 65;

/// Ranges in order, put together where they touch.
fn merged(mut ranges: Vec<(char, char)>) -> Vec<(char, char)> {
    ranges.sort_unstable();
    let mut kept: Vec<(char, char)> = Vec::with_capacity(ranges.len());
    for (low, high) in ranges {
        match kept.last_mut() {
            Some((_, end)) if u32::from(low) <= u32::from(*end) + 1 => *end = high.max(*end),
            _ => kept.push((low, high)),
        }
    }
    kept
}

impl One {
    /// Whether a character is what it must be.
    pub(super) fn has(&self, c: char) -> bool {
        match self {
            One::Char(wanted) => c == *wanted,
            One::Fold(wanted) => fold(c) == *wanted,
            One::Line => c != '\n',
            One::Any => true,
            One::Set(set) => set.has(c),
        }
    }
}

/// The small letter of a character, one for all that count as the same when case is ignored.
pub(super) fn fold(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut small = c.to_lowercase();
    match (small.next(), small.next()) {
        (Some('ſ'), None) => 's',
        (Some('ı'), None) | (Some('i'), Some(_)) => 'i',
        (Some('µ'), None) => 'μ',
        (Some('ς'), None) => 'σ',
        (Some(small), None) => small,
        _ => c,
    }
}

fn capital(c: char) -> char {
    let mut large = c.to_uppercase();
    match (large.next(), large.next()) {
        (Some(large), None) => large,
        _ => c,
    }
}

/// The further characters that count as the same as an ASCII letter.
fn folded_twins(c: char) -> &'static [char] {
    match c {
        'k' | 'K' => &['\u{212a}'],
        's' | 'S' => &['ſ'],
        'i' | 'I' => &['İ', 'ı'],
        'å' | 'Å' => &['\u{212b}'],
        _ => &[],
    }
}
