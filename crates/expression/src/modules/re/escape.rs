//! Escapes and sets of characters.

use super::{
    parse::{Parsed, Parser, Wrong},
    syntax::{Assert, Class, Folding, IGNORECASE, Item, Node, One, Set},
};

/// What an escape stands for.
enum Escape {
    Char(char),
    Class(Class, bool),
}

impl Parser<'_> {
    /// `\…` outside of a set.
    pub(super) fn escaped(&mut self, start: usize) -> Parsed<Node> {
        let Some(c) = self.take() else { return Err(self.wrong("bad escape (end of pattern)", start)) };
        let word = |negated| Node::Assert(Assert::Word { ascii: self.ascii(), negated });
        Ok(match c {
            'A' => Node::Assert(Assert::Start),
            'Z' | 'z' => Node::Assert(Assert::VeryEnd),
            'b' => word(false),
            'B' => word(true),
            '1'..='9' => return self.reference(c, start),
            '0' => {
                let value = self.number(2, 8, 0);
                self.literal(char::from_u32(value).unwrap_or_default())
            }
            _ => match self.common(c, start)? {
                Escape::Char(c) => self.literal(c),
                Escape::Class(class, negated) => {
                    let item = Item::Class { class, negated, ascii: self.ascii() };
                    Node::One(One::Set(Box::new(Set::new(vec![item], false, Folding::None))))
                }
            },
        })
    }

    /// `\1`, or `\123`, which is a character.
    fn reference(&mut self, first: char, start: usize) -> Parsed<Node> {
        let mut group = first.to_digit(10).unwrap_or_default();
        if let Some(second) = self.peek().and_then(|c| c.to_digit(10)) {
            self.at += 1;
            let third = self.peek().and_then(|c| c.to_digit(8)).filter(|_| group < 8 && second < 8);
            if let Some(third) = third {
                self.at += 1;
                return Ok(self.literal(self.octal(group * 64 + second * 8 + third, start)?));
            }
            group = group * 10 + second;
        }
        self.back(group as usize, start, start + 1)
    }

    /// The same text as a group that is closed.
    pub(super) fn back(&mut self, group: usize, open: usize, missing: usize) -> Parsed<Node> {
        match self.widths.get(group) {
            None => Err(self.wrong(format!("invalid group reference {group}"), missing)),
            Some(None) => Err(self.wrong("cannot refer to an open group", open)),
            Some(Some(_)) => Ok(Node::Back { group, fold: self.has(IGNORECASE) }),
        }
    }

    fn octal(&self, value: u32, start: usize) -> Parsed<char> {
        let character = char::from_u32(value).filter(|_| value <= 0o377);
        character.ok_or_else(|| {
            let text = self.source(start, self.at);
            self.wrong(format!("octal escape value {text} outside of range 0-0o377"), start)
        })
    }

    /// Up to so many digits, after those that were read.
    fn number(&mut self, most: usize, base: u32, read: u32) -> u32 {
        let mut value = read;
        for _ in 0..most {
            let Some(digit) = self.peek().and_then(|c| c.to_digit(base)) else { break };
            self.at += 1;
            value = value * base + digit;
        }
        value
    }

    /// What means the same in a set and outside.
    fn common(&mut self, c: char, start: usize) -> Parsed<Escape> {
        Ok(match c {
            'd' | 'D' => Escape::Class(Class::Digit, c == 'D'),
            's' | 'S' => Escape::Class(Class::Space, c == 'S'),
            'w' | 'W' => Escape::Class(Class::Word, c == 'W'),
            'a' => Escape::Char('\x07'),
            'f' => Escape::Char('\x0c'),
            'n' => Escape::Char('\n'),
            'r' => Escape::Char('\r'),
            't' => Escape::Char('\t'),
            'v' => Escape::Char('\x0b'),
            'x' => Escape::Char(self.hex(2, start)?),
            'u' if !self.bytes => Escape::Char(self.hex(4, start)?),
            'U' if !self.bytes => Escape::Char(self.hex(8, start)?),
            _ if c.is_ascii_alphanumeric() => return Err(self.bad(start)),
            _ => Escape::Char(c),
        })
    }

    fn bad(&self, start: usize) -> Wrong {
        self.wrong(format!("bad escape {}", self.source(start, self.at)), start)
    }

    fn hex(&mut self, digits: usize, start: usize) -> Parsed<char> {
        let from = self.at;
        let value = self.number(digits, 16, 0);
        if self.at - from != digits {
            return Err(self.wrong(format!("incomplete escape {}", self.source(start, self.at)), start));
        }
        char::from_u32(value).ok_or_else(|| self.bad(start))
    }

    /// `[…]`
    pub(super) fn set(&mut self, start: usize) -> Parsed<Node> {
        let negated = self.skip('^');
        let mut items = Vec::new();
        loop {
            let from = self.at;
            if !items.is_empty() && self.skip(']') {
                break;
            }
            let low = self.member(start)?;
            if !self.skip('-') {
                items.push(self.single(low));
                continue;
            }
            if self.skip(']') {
                items.push(self.single(low));
                items.push(Item::Range('-', '-'));
                break;
            }
            let high = self.member(start)?;
            match (low, high) {
                (Escape::Char(low), Escape::Char(high)) if low <= high => items.push(Item::Range(low, high)),
                _ => return Err(self.wrong(format!("bad character range {}", self.source(from, self.at)), from)),
            }
        }
        let folding = match (self.has(IGNORECASE), self.ascii()) {
            (false, _) => Folding::None,
            (true, true) => Folding::Ascii,
            (true, false) => Folding::All,
        };
        Ok(Node::One(One::Set(Box::new(Set::new(items, negated, folding)))))
    }

    fn single(&self, member: Escape) -> Item {
        match member {
            Escape::Char(c) => Item::Range(c, c),
            Escape::Class(class, negated) => Item::Class { class, negated, ascii: self.ascii() },
        }
    }

    /// A character, or a kind of characters, of a set.
    fn member(&mut self, set: usize) -> Parsed<Escape> {
        let start = self.at;
        let Some(c) = self.take() else { return Err(self.wrong("unterminated character set", set)) };
        if c != '\\' {
            return Ok(Escape::Char(c));
        }
        let Some(c) = self.take() else { return Err(self.wrong("bad escape (end of pattern)", start)) };
        match c {
            'b' => Ok(Escape::Char('\x08')),
            '0'..='7' => {
                let value = self.number(2, 8, c.to_digit(8).unwrap_or_default());
                Ok(Escape::Char(self.octal(value, start)?))
            }
            _ => self.common(c, start),
        }
    }
}
