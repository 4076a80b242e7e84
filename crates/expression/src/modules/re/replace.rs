//! Putting something in the place of what was found.

use std::rc::Rc;

use super::{
    failure,
    group::is_identifier,
    matched::Match,
    parse::Wrong,
    pattern::{Matches, Pattern},
    search::Found,
    subject::Subject,
};
use crate::{
    Args, Result, Spec, Stop, Value, Vm,
    modules::support::{bytes_of, callable, int_or, this},
    operate::class_of,
};

/// A part of what is put in.
enum Piece {
    Char(char),
    Group(usize),
}

/// What is put in.
enum Replacement {
    Template(Vec<Piece>),
    Function(Value),
}

/// `pattern.sub(repl, string, count=0)`, and `subn`, which also tells how often.
pub(super) fn method(vm: &mut Vm<'_>, value: &Value, args: Args, counted: bool) -> Result<Value> {
    let pattern = this::<Pattern>(value, "re.Pattern")?;
    let function = if counted { "subn" } else { "sub" };
    let [replacement, text, most] = args.bind(&Spec::new(function, 2, ["repl", "string", "count"]))?;
    let (replacement, text) = (replacement.unwrap_or(Value::None), text.unwrap_or(Value::None));
    let most = int_or(most, 0)?;
    let subject = pattern.subject(vm, &text)?;
    let replacement = read(vm, pattern, replacement)?;
    let (result, count) = replace(vm, (value, &text), pattern, &replacement, subject, most)?;
    if counted { vm.tuple(vec![result, Value::Int(count)]) } else { Ok(result) }
}

/// `match.expand(template)`
pub(super) fn expand(vm: &mut Vm<'_>, value: &Value, template: &Value) -> Result<Value> {
    let this = this::<Match>(value, "re.Match")?;
    let groups = this.found.slots.len() / 2 - 1;
    let pieces = template_of(vm, template, groups, &this.names())?;
    let mut out = Output::new(&this.subject);
    out.pieces(vm, &pieces, &this.subject, &this.found)?;
    out.finish(vm)
}

fn read(vm: &mut Vm<'_>, pattern: &Pattern, value: Value) -> Result<Replacement> {
    match (value.as_str().is_some(), bytes_of(&value).is_some()) {
        (false, false) if callable(vm, &value)? => Ok(Replacement::Function(value)),
        (false, false) => {
            let class = class_of(&value);
            Err(Stop::type_error(format!("decoding to str: need a bytes-like object, {} found", class.name())))
        }
        (_, bytes) if bytes != pattern.bytes => Err(unexpected(0, pattern.bytes, &value)),
        _ => template_of(vm, &value, pattern.program.groups, &pattern.program.names).map(Replacement::Template),
    }
}

fn unexpected(index: usize, bytes: bool, value: &Value) -> Stop {
    let wanted = if bytes { "a bytes-like object" } else { "str instance" };
    Stop::type_error(format!("sequence item {index}: expected {wanted}, {} found", class_of(value).name()))
}

fn replace(
    vm: &mut Vm<'_>,
    (value, text): (&Value, &Value),
    pattern: &Pattern,
    replacement: &Replacement,
    subject: Subject,
    most: i64,
) -> Result<(Value, i64)> {
    let end = subject.len();
    let mut out = Output::new(&subject);
    let mut matches = Matches { program: Rc::clone(&pattern.program), subject, start: 0, end, advance: false };
    let (mut last, mut count, mut items) = (0, 0, 0);
    while most == 0 || count < most {
        let Some(found) = matches.step(vm)? else { break };
        let (from, to) = found.group(0);
        out.part(vm, &matches.subject, last, from)?;
        items += usize::from(from > last);
        match replacement {
            Replacement::Template(pieces) => out.pieces(vm, pieces, &matches.subject, &found)?,
            Replacement::Function(function) => {
                let found = Match::value(vm, value, text, &matches.subject, (0, end), found)?;
                let answer = vm.deeper(|vm| vm.call(function, Args::of(vec![found])))?;
                if !out.value(vm, &answer)? {
                    return Err(unexpected(items, pattern.bytes, &answer));
                }
            }
        }
        items += 1;
        last = to;
        count += 1;
    }
    if count == 0 {
        return Ok((text.clone(), 0));
    }
    out.part(vm, &matches.subject, last, end)?;
    Ok((out.finish(vm)?, count))
}

/// A text that is being put together.
enum Output {
    Text(String),
    Bytes(Vec<u8>),
}

impl Output {
    fn new(subject: &Subject) -> Self {
        if matches!(subject, Subject::Bytes(_)) { Output::Bytes(Vec::new()) } else { Output::Text(String::new()) }
    }

    fn char(&mut self, c: char) {
        match self {
            Output::Text(text) => text.push(c),
            Output::Bytes(bytes) => bytes.push(u8::try_from(u32::from(c)).unwrap_or(b'?')),
        }
    }

    fn part(&mut self, vm: &mut Vm<'_>, subject: &Subject, from: usize, to: usize) -> Result<()> {
        if from >= to {
            return Ok(());
        }
        vm.work((to - from) / 8)?;
        vm.allocate(to - from)?;
        (from..to).filter_map(|place| subject.at(place)).for_each(|c| self.char(c));
        Ok(())
    }

    fn pieces(&mut self, vm: &mut Vm<'_>, pieces: &[Piece], subject: &Subject, found: &Found) -> Result<()> {
        vm.work(1 + pieces.len() / 4)?;
        vm.allocate(pieces.len())?;
        for piece in pieces {
            match piece {
                Piece::Char(c) => self.char(*c),
                Piece::Group(group) => match found.group(*group) {
                    (usize::MAX, _) | (_, usize::MAX) => {}
                    (from, to) => self.part(vm, subject, from, to)?,
                },
            }
        }
        Ok(())
    }

    /// Takes what a function answered; `false` when it is of another kind.
    fn value(&mut self, vm: &mut Vm<'_>, value: &Value) -> Result<bool> {
        match (self, value.as_str(), bytes_of(value)) {
            (Output::Text(text), Some(more), _) => {
                vm.allocate(more.len())?;
                text.push_str(more);
            }
            (Output::Bytes(bytes), _, Some(more)) => {
                vm.allocate(more.len())?;
                bytes.extend_from_slice(&more);
            }
            _ => return Ok(value.is_none()),
        }
        Ok(true)
    }

    fn finish(self, vm: &mut Vm<'_>) -> Result<Value> {
        match self {
            Output::Text(text) => vm.text(text),
            Output::Bytes(bytes) => vm.bytes(bytes),
        }
    }
}

fn template_of(vm: &mut Vm<'_>, value: &Value, groups: usize, names: &[(String, usize)]) -> Result<Vec<Piece>> {
    let text: Vec<char> = match (value.as_str(), bytes_of(value)) {
        (Some(text), _) => {
            vm.allocate(text.len() * 20)?;
            vm.work(text.len() / 2)?;
            text.chars().collect()
        }
        (None, Some(bytes)) => {
            vm.allocate(bytes.len() * 20)?;
            vm.work(bytes.len() / 2)?;
            bytes.iter().copied().map(char::from).collect()
        }
        _ => {
            let class = class_of(value);
            return Err(Stop::type_error(format!("decoding to str: need a bytes-like object, {} found", class.name())));
        }
    };
    let mut template = Template { text: &text, at: 0, groups, names };
    let mut pieces = Vec::new();
    while let Some(c) = template.take() {
        match c {
            '\\' => template.escape(&mut pieces).map_err(|wrong| failure(vm, wrong, value))?,
            _ => pieces.push(Piece::Char(c)),
        }
    }
    Ok(pieces)
}

/// Reads a replacement.
struct Template<'t> {
    text: &'t [char],
    at: usize,
    groups: usize,
    names: &'t [(String, usize)],
}

impl Template<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn take(&mut self) -> Option<char> {
        let c = self.peek()?;
        self.at += 1;
        Some(c)
    }

    fn digit(&mut self, base: u32) -> Option<u32> {
        let digit = self.peek().and_then(|c| c.to_digit(base))?;
        self.at += 1;
        Some(digit)
    }

    fn escape(&mut self, pieces: &mut Vec<Piece>) -> std::result::Result<(), Wrong> {
        let start = self.at - 1;
        let wrong = |message: String, at| Err(Wrong::At(message, Some(at)));
        let Some(c) = self.take() else { return wrong("bad escape (end of pattern)".into(), start) };
        let piece = match c {
            'g' => self.named()?,
            '0' => {
                let mut value = self.digit(8).unwrap_or(0);
                value = self.digit(8).map_or(value, |digit| value * 8 + digit);
                Piece::Char(char::from_u32(value).unwrap_or_default())
            }
            '1'..='9' => {
                let first = c.to_digit(10).unwrap_or_default();
                let mut number = first;
                if let Some(second) = self.digit(10) {
                    number = number * 10 + second;
                    if first < 8
                        && second < 8
                        && let Some(third) = self.digit(8)
                    {
                        let value = first * 64 + second * 8 + third;
                        if value > 0o377 {
                            return wrong(format!("octal escape value \\{first}{second}{third} outside of range 0-0o377"), start);
                        }
                        pieces.push(Piece::Char(char::from_u32(value).unwrap_or_default()));
                        return Ok(());
                    }
                }
                self.group(number as usize, start + 1)?
            }
            'a' => Piece::Char('\x07'),
            'b' => Piece::Char('\x08'),
            'f' => Piece::Char('\x0c'),
            'n' => Piece::Char('\n'),
            'r' => Piece::Char('\r'),
            't' => Piece::Char('\t'),
            'v' => Piece::Char('\x0b'),
            '\\' => Piece::Char('\\'),
            _ if c.is_ascii_alphabetic() => return wrong(format!("bad escape \\{c}"), start),
            _ => {
                pieces.push(Piece::Char('\\'));
                Piece::Char(c)
            }
        };
        pieces.push(piece);
        Ok(())
    }

    fn group(&self, number: usize, at: usize) -> std::result::Result<Piece, Wrong> {
        if number <= self.groups { Ok(Piece::Group(number)) } else { Err(Wrong::At(format!("invalid group reference {number}"), Some(at))) }
    }

    /// `\g<1>`, `\g<name>`
    fn named(&mut self) -> std::result::Result<Piece, Wrong> {
        let wrong = |message: String, at| Err(Wrong::At(message, Some(at)));
        if self.peek() != Some('<') {
            return wrong("missing <".into(), self.at);
        }
        self.at += 1;
        let start = self.at;
        let rest = self.text.get(start..).unwrap_or_default();
        let Some(length) = rest.iter().position(|c| *c == '>') else {
            let message = if rest.is_empty() { "missing group name" } else { "missing >, unterminated name" };
            return wrong(message.into(), start);
        };
        let name: String = rest.iter().take(length).collect();
        self.at += length + 1;
        if name.is_empty() {
            return wrong("missing group name".into(), start);
        }
        if name.bytes().all(|byte| byte.is_ascii_digit()) {
            return self.group(name.parse().unwrap_or(usize::MAX), start);
        }
        if !is_identifier(&name) {
            return wrong(format!("bad character in group name '{name}'"), start);
        }
        match self.names.iter().find(|(known, _)| *known == name) {
            Some((_, group)) => Ok(Piece::Group(*group)),
            None => Err(Wrong::NoGroup(name)),
        }
    }
}
