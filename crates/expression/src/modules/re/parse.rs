//! From the text of a pattern to its parts, with Python's messages for what is wrong.

use super::syntax::{ASCII, Assert, DOTALL, Folding, IGNORECASE, Item, Kind, LOCALE, MULTILINE, Node, One, Set, UNICODE, VERBOSE, fold};

/// How deep groups may be nested.
const DEEPEST: usize = 80;

/// What is wrong with a pattern.
#[derive(Debug)]
pub(super) enum Wrong {
    /// A message, and where.
    At(String, Option<usize>),
    /// Flags that do not go together.
    Flags(&'static str),
    /// The name of a group that a replacement asks for.
    NoGroup(String),
    /// A repetition that is too large.
    TooOften,
    /// Groups in groups in groups.
    TooDeep,
}

/// What reading gives.
pub(super) type Parsed<T> = Result<T, Wrong>;

/// Reads a pattern.
pub(super) struct Parser<'p> {
    pub(super) pattern: &'p [char],
    pub(super) at: usize,
    /// Those in force here.
    pub(super) flags: u32,
    pub(super) bytes: bool,
    pub(super) names: Vec<(String, usize)>,
    /// The least and the greatest length of each group, the whole one included; `None` while it is open.
    pub(super) widths: Vec<Option<(u64, u64)>>,
    /// Groups that a condition asks for and that must exist in the end, and where it does.
    pub(super) asked: Vec<(usize, usize)>,
    depth: usize,
}

/// A whole pattern.
pub(super) struct Whole {
    pub(super) node: Node,
    pub(super) flags: u32,
    /// How many groups it has, the whole one not counted.
    pub(super) groups: usize,
    pub(super) names: Vec<(String, usize)>,
}

/// Reads a pattern.
pub(super) fn parse(pattern: &[char], flags: u32, bytes: bool) -> Parsed<Whole> {
    let mut parser = Parser { pattern, at: 0, flags, bytes, names: Vec::new(), widths: vec![None], asked: Vec::new(), depth: 0 };
    let node = parser.alternatives(true)?;
    if parser.peek().is_some() {
        return Err(parser.wrong("unbalanced parenthesis", parser.at));
    }
    if let Some((group, at)) = parser.asked.iter().find(|(group, _)| *group >= parser.widths.len()) {
        return Err(parser.wrong(format!("invalid group reference {group}"), *at));
    }
    Ok(Whole { flags: settle(parser.flags, bytes)?, node, groups: parser.widths.len() - 1, names: parser.names })
}

fn settle(flags: u32, bytes: bool) -> Parsed<u32> {
    let has = |flag| flags & flag != 0;
    match (bytes, has(ASCII), has(UNICODE), has(LOCALE)) {
        (false, _, _, true) => Err(Wrong::Flags("cannot use LOCALE flag with a str pattern")),
        (false, true, true, _) => Err(Wrong::Flags("ASCII and UNICODE flags are incompatible")),
        (true, _, true, _) => Err(Wrong::Flags("cannot use UNICODE flag with a bytes pattern")),
        (true, true, _, true) => Err(Wrong::Flags("ASCII and LOCALE flags are incompatible")),
        (false, false, ..) => Ok(flags | UNICODE),
        _ => Ok(flags),
    }
}

impl Parser<'_> {
    pub(super) fn peek(&self) -> Option<char> {
        self.pattern.get(self.at).copied()
    }

    pub(super) fn take(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    pub(super) fn skip(&mut self, wanted: char) -> bool {
        let there = self.peek() == Some(wanted);
        self.at += usize::from(there);
        there
    }

    pub(super) fn wrong(&self, message: impl Into<String>, at: usize) -> Wrong {
        Wrong::At(message.into(), Some(at))
    }

    /// The text between two places.
    pub(super) fn source(&self, from: usize, to: usize) -> String {
        self.pattern.get(from..to).unwrap_or_default().iter().collect()
    }

    pub(super) const fn has(&self, flag: u32) -> bool {
        self.flags & flag != 0
    }

    /// Whether only ASCII counts.
    pub(super) const fn ascii(&self) -> bool {
        self.bytes || self.has(ASCII)
    }

    pub(super) fn deeper<T>(&mut self, run: impl FnOnce(&mut Self) -> Parsed<T>) -> Parsed<T> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Wrong::TooDeep);
        }
        let result = run(self);
        self.depth -= 1;
        result
    }

    /// `a|b|c`
    pub(super) fn alternatives(&mut self, top: bool) -> Parsed<Node> {
        let mut branches = vec![self.deeper(|parser| parser.sequence(top))?];
        while self.skip('|') {
            branches.push(self.deeper(|parser| parser.sequence(false))?);
        }
        Ok(if branches.len() > 1 { Node::Either(branches) } else { branches.pop().unwrap_or(Node::Empty) })
    }

    /// `abc`
    pub(super) fn sequence(&mut self, first: bool) -> Parsed<Node> {
        let mut items = Vec::new();
        while let Some(c) = self.peek().filter(|c| !matches!(c, '|' | ')')) {
            let start = self.at;
            self.at += 1;
            if self.has(VERBOSE) && self.blank(c) {
                continue;
            }
            let item = match c {
                '*' | '+' | '?' | '{' => match self.bounds(c, start)? {
                    Some((min, max)) => self.repeat(items.pop(), min, max, start)?,
                    None => self.literal(c),
                },
                '.' => Node::One(if self.has(DOTALL) { One::Any } else { One::Line }),
                '^' => Node::Assert(if self.has(MULTILINE) { Assert::LineStart } else { Assert::Start }),
                '$' => Node::Assert(if self.has(MULTILINE) { Assert::LineEnd } else { Assert::End }),
                '[' => self.set(start)?,
                '\\' => self.escaped(start)?,
                '(' => match self.group(start, first && items.is_empty())? {
                    Some(node) => node,
                    None => continue,
                },
                _ => self.literal(c),
            };
            items.push(item);
        }
        Ok(if items.len() > 1 { Node::Concat(items) } else { items.pop().unwrap_or(Node::Empty) })
    }

    /// White space and comments of verbose patterns.
    fn blank(&mut self, c: char) -> bool {
        if c == '#' {
            while self.take().is_some_and(|c| c != '\n') {}
        }
        c == '#' || matches!(c, ' ' | '\t'..='\r')
    }

    pub(super) fn literal(&self, c: char) -> Node {
        Node::One(match (self.has(IGNORECASE), self.ascii()) {
            (false, _) => One::Char(c),
            (true, true) if c.is_ascii_alphabetic() => {
                let both = [c.to_ascii_lowercase(), c.to_ascii_uppercase()];
                One::Set(Box::new(Set::new(both.map(|c| Item::Range(c, c)).into(), false, Folding::None)))
            }
            (true, true) => One::Char(c),
            (true, false) => One::Fold(fold(c)),
        })
    }

    /// How often `*`, `+`, `?` or `{m,n}` means; `None` for a brace that stands for itself.
    fn bounds(&mut self, c: char, start: usize) -> Parsed<Option<(u32, u32)>> {
        match c {
            '*' => return Ok(Some((0, u32::MAX))),
            '+' => return Ok(Some((1, u32::MAX))),
            '?' => return Ok(Some((0, 1))),
            _ if self.peek() == Some('}') => return Ok(None),
            _ => {}
        }
        let low = self.digits();
        let high = if self.skip(',') { self.digits() } else { low.clone() };
        if !self.skip('}') {
            self.at = start + 1;
            return Ok(None);
        }
        let number = |text: String, absent| match text.parse::<u32>() {
            Ok(u32::MAX) => Err(Wrong::TooOften),
            Ok(number) => Ok(number),
            Err(_) if text.is_empty() => Ok(absent),
            Err(_) => Err(Wrong::TooOften),
        };
        let (min, max) = (number(low, 0)?, number(high, u32::MAX)?);
        if max < min {
            return Err(self.wrong("min repeat greater than max repeat", start + 1));
        }
        Ok(Some((min, max)))
    }

    fn digits(&mut self) -> String {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        self.source(start, self.at)
    }

    fn repeat(&mut self, item: Option<Node>, min: u32, max: u32, start: usize) -> Parsed<Node> {
        let item = match item {
            None | Some(Node::Assert(_)) => return Err(self.wrong("nothing to repeat", start)),
            Some(Node::Repeat { .. }) => return Err(self.wrong("multiple repeat", start)),
            Some(item) => Box::new(item),
        };
        let kind = match self.peek() {
            Some('?') => Kind::Lazy,
            Some('+') => Kind::Possessive,
            _ => Kind::Greedy,
        };
        self.at += usize::from(kind != Kind::Greedy);
        Ok(Node::Repeat { item, min, max, kind })
    }
}
