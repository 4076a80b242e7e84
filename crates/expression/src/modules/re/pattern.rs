//! `re.Pattern`: a pattern as a value, and looking for it.

use std::{any::Any, rc::Rc};

use super::{
    compile::Program,
    matched::Match,
    matcher::find,
    replace,
    search::{Found, Search},
    subject::Subject,
    syntax::{ASCII, DOTALL, IGNORECASE, LOCALE, MULTILINE, UNICODE, VERBOSE},
};
use crate::{
    Args, Method, Object, Result, Spec, Type, Value, Vm,
    class::Getter,
    modules::support::{int_or, this},
    operate::CompareOp,
    types::iterator::Iterate,
};

/// `re.Pattern`
pub(super) static PATTERN: Type = Type {
    module: "re",
    methods: &[
        Method { name: "search", call: |vm, this, args| one(vm, this, args, "search", (false, false)) },
        Method { name: "match", call: |vm, this, args| one(vm, this, args, "match", (true, false)) },
        Method { name: "fullmatch", call: |vm, this, args| one(vm, this, args, "fullmatch", (true, true)) },
        Method { name: "findall", call: findall },
        Method { name: "finditer", call: finditer },
        Method { name: "split", call: split },
        Method { name: "sub", call: |vm, this, args| replace::method(vm, this, args, false) },
        Method { name: "subn", call: |vm, this, args| replace::method(vm, this, args, true) },
    ],
    getters: &[
        Getter { name: "pattern", get: |_, value| Ok(this::<Pattern>(value, "re.Pattern")?.source.clone()) },
        Getter { name: "flags", get: |_, value| Ok(Value::Int(i64::from(this::<Pattern>(value, "re.Pattern")?.flags))) },
        Getter { name: "groups", get: |_, value| Ok(Value::from(this::<Pattern>(value, "re.Pattern")?.program.groups)) },
        Getter { name: "groupindex", get: groupindex },
    ],
    ..Type::new("Pattern")
};

/// What iterators over matches are.
static MATCHES: Type = Type::new("callable_iterator");

/// A pattern.
pub(super) struct Pattern {
    /// As it was written.
    pub(super) source: Value,
    pub(super) flags: u32,
    pub(super) bytes: bool,
    pub(super) program: Rc<Program>,
}

impl Pattern {
    /// Takes the text in which it is looked for in.
    pub(super) fn subject(&self, vm: &mut Vm<'_>, value: &Value) -> Result<Subject> {
        Subject::new(vm, value, self.bytes)
    }
}

/// All matches, one after the other.
pub(super) struct Matches {
    pub(super) program: Rc<Program>,
    pub(super) subject: Subject,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) advance: bool,
}

impl Matches {
    /// The next.
    pub(super) fn step(&mut self, vm: &mut Vm<'_>) -> Result<Option<Found>> {
        if self.start > self.end {
            return Ok(None);
        }
        let Matches { start, end, advance, .. } = *self;
        let search = Search { program: &self.program, subject: &self.subject, start, end, here: false, whole: false, advance };
        let found = find(vm, search)?;
        match found.as_ref().map(|found| found.group(0)) {
            Some((from, to)) => (self.start, self.advance) = (to, from == to),
            None => self.start = self.end + 1,
        }
        Ok(found)
    }
}

impl Found {
    /// Start and end of a group.
    pub(super) fn group(&self, group: usize) -> (usize, usize) {
        let slot = |slot: usize| self.slots.get(slot).copied().unwrap_or(usize::MAX);
        (slot(2 * group), slot(2 * group + 1))
    }
}

/// Where to look: `pos` and `endpos`, as slices understand them.
fn bounds(subject: &Subject, pos: Option<Value>, endpos: Option<Value>) -> Result<(usize, usize)> {
    let within = |place: i64| usize::try_from(place.max(0)).unwrap_or(usize::MAX).min(subject.len());
    Ok((within(int_or(pos, 0)?), within(int_or(endpos, i64::MAX)?)))
}

type Looked = (Rc<Program>, Value, Subject, (usize, usize));

fn arguments(vm: &mut Vm<'_>, value: &Value, args: Args, function: &'static str) -> Result<Looked> {
    let pattern = this::<Pattern>(value, "re.Pattern")?;
    let [text, pos, endpos] = args.bind(&Spec::new(function, 1, ["string", "pos", "endpos"]))?;
    let text = text.unwrap_or(Value::None);
    let subject = pattern.subject(vm, &text)?;
    let bounds = bounds(&subject, pos, endpos)?;
    Ok((Rc::clone(&pattern.program), text, subject, bounds))
}

fn one(vm: &mut Vm<'_>, value: &Value, args: Args, function: &'static str, (here, whole): (bool, bool)) -> Result<Value> {
    let (program, text, subject, (start, end)) = arguments(vm, value, args, function)?;
    if start > end {
        return Ok(Value::None);
    }
    let search = Search { program: &program, subject: &subject, start, end, here, whole, advance: false };
    match find(vm, search)? {
        Some(found) => Match::value(vm, value, &text, &subject, (start, end), found),
        None => Ok(Value::None),
    }
}

fn findall(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let (program, _, subject, (start, end)) = arguments(vm, value, args, "findall")?;
    let mut matches = Matches { program, subject, start, end, advance: false };
    let mut all = Vec::new();
    while let Some(found) = matches.step(vm)? {
        let mut parts = Vec::new();
        let groups = matches.program.groups;
        for group in usize::from(groups > 0)..=groups {
            let (from, to) = found.group(group);
            let taken = if from == usize::MAX { (0, 0) } else { (from, to) };
            parts.push(matches.subject.part(vm, taken.0, taken.1)?);
        }
        vm.allocate(size_of::<Value>())?;
        all.push(match parts.len() {
            1 => parts.pop().unwrap_or(Value::None),
            _ => vm.tuple(parts)?,
        });
    }
    vm.list(all)
}

/// Matches as values.
struct Values {
    matches: Matches,
    pattern: Value,
    text: Value,
    bounds: (usize, usize),
}

impl Iterate for Values {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        match self.matches.step(vm)? {
            Some(found) => Match::value(vm, &self.pattern, &self.text, &self.matches.subject, self.bounds, found).map(Some),
            None => Ok(None),
        }
    }
}

fn finditer(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let (program, text, subject, bounds) = arguments(vm, value, args, "finditer")?;
    let matches = Matches { program, subject, start: bounds.0, end: bounds.1, advance: false };
    Ok(vm.iterator(&MATCHES, Values { matches, pattern: value.clone(), text, bounds }))
}

fn split(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let pattern = this::<Pattern>(value, "re.Pattern")?;
    let [text, most] = args.bind(&Spec::new("split", 1, ["string", "maxsplit"]))?;
    let most = int_or(most, 0)?;
    let subject = pattern.subject(vm, &text.unwrap_or(Value::None))?;
    let end = subject.len();
    let mut matches = Matches { program: Rc::clone(&pattern.program), subject, start: 0, end, advance: false };
    let (mut parts, mut last, mut count) = (Vec::new(), 0, 0);
    while most == 0 || count < most {
        let Some(found) = matches.step(vm)? else { break };
        let (from, to) = found.group(0);
        vm.allocate(size_of::<Value>() * (1 + matches.program.groups))?;
        parts.push(matches.subject.part(vm, last, from)?);
        for group in 1..=matches.program.groups {
            parts.push(match found.group(group) {
                (usize::MAX, _) => Value::None,
                (from, to) => matches.subject.part(vm, from, to)?,
            });
        }
        last = to;
        count += 1;
    }
    parts.push(matches.subject.part(vm, last, end)?);
    vm.list(parts)
}

fn groupindex(vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    let program = Rc::clone(&this::<Pattern>(value, "re.Pattern")?.program);
    let pairs = program.names.iter().map(|(name, group)| (Value::str(name), Value::from(*group)));
    vm.dict_of(pairs.collect())
}

/// The flags that are shown, and their names.
const SHOWN: [(u32, &str); 6] = [
    (IGNORECASE, "re.IGNORECASE"),
    (LOCALE, "re.LOCALE"),
    (MULTILINE, "re.MULTILINE"),
    (DOTALL, "re.DOTALL"),
    (VERBOSE, "re.VERBOSE"),
    (ASCII, "re.ASCII"),
];

impl Object for Pattern {
    fn class(&self) -> &'static Type {
        &PATTERN
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn compare(&self, vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        let Some(other) = other.downcast::<Pattern>() else { return Ok(None) };
        let same = self.flags == other.flags && vm.equal(&self.source, &other.source)?;
        Ok(match op {
            CompareOp::Equal => Some(same),
            CompareOp::NotEqual => Some(!same),
            _ => None,
        })
    }

    fn hash(&self, vm: &mut Vm<'_>) -> Result<Option<u64>> {
        vm.hash(&self.source).map(|hash| Some(hash ^ u64::from(self.flags)))
    }

    fn repr(&self, vm: &mut Vm<'_>) -> Result<String> {
        let source: String = vm.repr(&self.source)?.chars().take(200).collect();
        let flags: Vec<_> = SHOWN.iter().filter(|(flag, _)| self.flags & !UNICODE & flag != 0).map(|(_, name)| *name).collect();
        let comma = if flags.is_empty() { "" } else { ", " };
        Ok(format!("re.compile({source}{comma}{})", flags.join("|")))
    }
}
