//! Groups and everything else in parentheses.

use super::{
    parse::{Parsed, Parser, Wrong},
    syntax::{ASCII, DOTALL, IGNORECASE, LOCALE, MULTILINE, Node, UNICODE, VERBOSE},
};
use crate::types::str::character;

/// Flags that exclude each other.
const TYPES: u32 = ASCII | LOCALE | UNICODE;

fn flag(c: char) -> Option<u32> {
    Some(match c {
        'i' => IGNORECASE,
        'L' => LOCALE,
        'm' => MULTILINE,
        's' => DOTALL,
        'x' => VERBOSE,
        'a' => ASCII,
        'u' => UNICODE,
        _ => return None,
    })
}

impl Parser<'_> {
    /// `(…)`; `None` for comments and flags of the whole pattern.
    pub(super) fn group(&mut self, start: usize, first: bool) -> Parsed<Option<Node>> {
        if !self.skip('?') {
            return self.remembered(None, start).map(Some);
        }
        let Some(c) = self.take() else { return Err(self.wrong("unexpected end of pattern", self.at)) };
        Ok(Some(match c {
            'P' => self.named(start)?,
            ':' => plain(self.inner(start)?),
            '>' => Node::Atomic(Box::new(self.inner(start)?)),
            '=' | '!' => self.look(start, c, false)?,
            '<' => match self.take() {
                None => return Err(self.wrong("unexpected end of pattern", self.at)),
                Some(c @ ('=' | '!')) => self.look(start, c, true)?,
                Some(c) => return Err(self.wrong(format!("unknown extension ?<{c}"), start + 1)),
            },
            '(' => self.conditional(start)?,
            '#' => loop {
                match self.take() {
                    None => return Err(self.wrong("missing ), unterminated comment", start)),
                    Some(')') => return Ok(None),
                    Some(_) => {}
                }
            },
            _ if c == '-' || flag(c).is_some() => return self.flagged(c, start, first),
            _ => return Err(self.wrong(format!("unknown extension ?{c}"), start + 1)),
        }))
    }

    /// What is in the parentheses, and the closing one. Flags that are set inside end with them.
    fn inner(&mut self, start: usize) -> Parsed<Node> {
        let flags = self.flags;
        let node = self.alternatives(false)?;
        self.flags = flags;
        if self.skip(')') { Ok(node) } else { Err(self.wrong("missing ), unterminated subpattern", start)) }
    }

    fn remembered(&mut self, name: Option<(String, usize)>, start: usize) -> Parsed<Node> {
        let number = self.widths.len();
        if let Some((name, at)) = name {
            if let Some((_, before)) = self.names.iter().find(|(known, _)| *known == name) {
                let message = format!("redefinition of group name '{name}' as group {number}; was group {before}");
                return Err(self.wrong(message, at));
            }
            self.names.push((name, number));
        }
        self.widths.push(None);
        let node = self.inner(start)?;
        let width = self.width(&node);
        if let Some(place) = self.widths.get_mut(number) {
            *place = Some(width);
        }
        Ok(Node::Group(number, Box::new(node)))
    }

    /// `(?P<name>…)`, `(?P=name)`
    fn named(&mut self, start: usize) -> Parsed<Node> {
        match self.take() {
            None => Err(self.wrong("unexpected end of pattern", self.at)),
            Some('<') => {
                let name = self.name('>')?;
                self.identifier(&name)?;
                self.remembered(Some(name), start)
            }
            Some('=') => {
                let name = self.name(')')?;
                self.identifier(&name)?;
                let group = self.known(&name)?;
                self.back(group, name.1, name.1)
            }
            Some(c) => Err(self.wrong(format!("unknown extension ?P{c}"), start + 1)),
        }
    }

    fn name(&mut self, end: char) -> Parsed<(String, usize)> {
        let start = self.at;
        while let Some(c) = self.take() {
            if c == end {
                let name = self.source(start, self.at - 1);
                return if name.is_empty() { Err(self.wrong("missing group name", start)) } else { Ok((name, start)) };
            }
        }
        let empty = self.at == start;
        let message = if empty { "missing group name".to_owned() } else { format!("missing {end}, unterminated name") };
        Err(self.wrong(message, start))
    }

    fn identifier(&self, (name, at): &(String, usize)) -> Parsed<()> {
        if is_identifier(name) { Ok(()) } else { Err(self.wrong(format!("bad character in group name '{name}'"), *at)) }
    }

    fn known(&self, (name, at): &(String, usize)) -> Parsed<usize> {
        let found = self.names.iter().find(|(known, _)| known == name);
        found.map(|(_, group)| *group).ok_or_else(|| self.wrong(format!("unknown group name '{name}'"), *at))
    }

    /// `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`
    fn look(&mut self, start: usize, c: char, behind: bool) -> Parsed<Node> {
        let item = self.inner(start)?;
        let behind = match (behind, self.width(&item)) {
            (false, _) => None,
            (true, (least, most)) if least == most => Some(usize::try_from(least).unwrap_or(usize::MAX)),
            _ => return Err(Wrong::At("look-behind requires fixed-width pattern".into(), None)),
        };
        Ok(Node::Look { item: Box::new(item), behind, negated: c == '!' })
    }

    /// `(?(1)yes|no)`
    fn conditional(&mut self, start: usize) -> Parsed<Node> {
        let name = self.name(')')?;
        let group = match name.0.parse::<usize>() {
            Ok(0) => return Err(self.wrong("bad group number", name.1)),
            Ok(group) if name.0.bytes().all(|byte| byte.is_ascii_digit()) => {
                self.asked.push((group, name.1));
                group
            }
            _ => {
                self.identifier(&name)?;
                self.known(&name)?
            }
        };
        let flags = self.flags;
        let yes = Box::new(self.nested()?);
        let no = Box::new(if self.skip('|') { self.nested()? } else { Node::Empty });
        self.flags = flags;
        match self.peek() {
            Some(')') => self.at += 1,
            Some('|') => return Err(self.wrong("conditional backref with more than two branches", self.at)),
            _ => return Err(self.wrong("missing ), unterminated subpattern", start)),
        }
        Ok(Node::If { group, yes, no })
    }

    /// `(?i)` at the start of the pattern, `(?i-s:…)`
    fn flagged(&mut self, c: char, start: usize, first: bool) -> Parsed<Option<Node>> {
        let (mut add, mut c) = (0, c);
        while c != '-' {
            add |= self.added(c, add)?;
            c = self.take().ok_or_else(|| self.wrong("missing -, : or )", self.at))?;
            match c {
                ')' if !first => return Err(self.wrong("global flags not at the start of the expression", start)),
                ')' => {
                    self.flags |= add;
                    return Ok(None);
                }
                ':' => return self.with_flags(add, 0, start),
                _ => self.must_be_flag(c, c == '-', "missing -, : or )")?,
            }
        }
        let removed = self.removed()?;
        if add & removed != 0 {
            return Err(self.wrong("bad inline flags: flag turned on and off", self.at - 1));
        }
        self.with_flags(add, removed, start)
    }

    fn must_be_flag(&self, c: char, other: bool, missing: &str) -> Parsed<()> {
        match flag(c) {
            None if !other => Err(self.wrong(if c.is_alphabetic() { "unknown flag" } else { missing }, self.at - 1)),
            _ => Ok(()),
        }
    }

    fn added(&self, c: char, before: u32) -> Parsed<u32> {
        let flag = flag(c).unwrap_or_default();
        let wrong = |message: &str| Err(self.wrong(format!("bad inline flags: {message}"), self.at));
        match c {
            'L' if !self.bytes => wrong("cannot use 'L' flag with a str pattern"),
            'u' if self.bytes => wrong("cannot use 'u' flag with a bytes pattern"),
            _ if flag & TYPES != 0 && (before | flag) & TYPES != flag => wrong("flags 'a', 'u' and 'L' are incompatible"),
            _ => Ok(flag),
        }
    }

    fn removed(&mut self) -> Parsed<u32> {
        let mut removed = 0;
        let mut c = self.take().ok_or_else(|| self.wrong("missing flag", self.at))?;
        self.must_be_flag(c, false, "missing flag")?;
        while c != ':' {
            let flag = flag(c).unwrap_or_default();
            if flag & TYPES != 0 {
                return Err(self.wrong("bad inline flags: cannot turn off flags 'a', 'u' and 'L'", self.at));
            }
            removed |= flag;
            c = self.take().ok_or_else(|| self.wrong("missing :", self.at))?;
            self.must_be_flag(c, c == ':', "missing :")?;
        }
        Ok(removed)
    }

    fn with_flags(&mut self, add: u32, removed: u32, start: usize) -> Parsed<Option<Node>> {
        let flags = self.flags;
        if add & TYPES != 0 {
            self.flags &= !TYPES;
        }
        self.flags = (self.flags | add) & !removed;
        let node = plain(self.inner(start)?);
        self.flags = flags;
        Ok(Some(node))
    }

    fn nested(&mut self) -> Parsed<Node> {
        self.deeper(|parser| parser.sequence(false))
    }

    /// The least and the greatest number of characters that fit.
    pub(super) fn width(&self, node: &Node) -> (u64, u64) {
        match node {
            Node::Empty | Node::Assert(_) | Node::Look { .. } => (0, 0),
            Node::One(_) => (1, 1),
            Node::Group(group, item) => self.widths.get(*group).copied().flatten().unwrap_or_else(|| self.width(item)),
            Node::Atomic(item) => self.width(item),
            Node::Concat(items) => items
                .iter()
                .map(|item| self.width(item))
                .fold((0, 0), |sum, one| (u64::saturating_add(sum.0, one.0), u64::saturating_add(sum.1, one.1))),
            Node::Either(items) => items.iter().map(|item| self.width(item)).fold((u64::MAX, 0), either),
            Node::Repeat { item, min, max, .. } => {
                let (least, most) = self.width(item);
                let max = if *max == u32::MAX { u64::MAX } else { u64::from(*max) };
                (least.saturating_mul(u64::from(*min)), most.saturating_mul(max))
            }
            Node::Back { group, .. } => self.widths.get(*group).copied().flatten().unwrap_or((0, u64::MAX)),
            Node::If { yes, no, .. } => either(self.width(yes), self.width(no)),
        }
    }
}

/// What a group holds that is not remembered: it may be repeated, whatever it is.
fn plain(node: Node) -> Node {
    if matches!(node, Node::Repeat { .. } | Node::Assert(_)) { Node::Concat(vec![node]) } else { node }
}

fn either(one: (u64, u64), two: (u64, u64)) -> (u64, u64) {
    (one.0.min(two.0), one.1.max(two.1))
}

/// Whether a text could be the name of a variable.
pub(super) fn is_identifier(name: &str) -> bool {
    name.starts_with(character::starts_name) && name.chars().all(character::continues_name)
}
