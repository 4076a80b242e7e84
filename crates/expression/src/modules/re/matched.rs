//! `re.Match`: where a pattern was found, as a value.

use std::any::Any;

use super::{pattern::Pattern, replace, search::Found, subject::Subject};
use crate::{Args, Method, Object, Result, Spec, Stop, Type, Value, Vm, class::Getter, exception, modules::support::this};

/// `re.Match`
pub(super) static MATCH: Type = Type {
    module: "re",
    methods: &[
        Method { name: "group", call: group },
        Method { name: "groups", call: groups },
        Method { name: "groupdict", call: groupdict },
        Method { name: "start", call: |_, value, args| place(value, args, "start").map(|(start, _)| offset(start)) },
        Method { name: "end", call: |_, value, args| place(value, args, "end").map(|(_, end)| offset(end)) },
        Method { name: "span", call: |vm, value, args| place(value, args, "span").and_then(|span| pair(vm, span)) },
        Method { name: "expand", call: expand },
    ],
    getters: &[
        Getter { name: "string", get: |_, value| Ok(me(value)?.text.clone()) },
        Getter { name: "re", get: |_, value| Ok(me(value)?.pattern.clone()) },
        Getter { name: "pos", get: |_, value| Ok(Value::from(me(value)?.bounds.0)) },
        Getter { name: "endpos", get: |_, value| Ok(Value::from(me(value)?.bounds.1)) },
        Getter { name: "lastindex", get: |_, value| Ok(me(value).map(Match::last)?.map_or(Value::None, Value::from)) },
        Getter { name: "lastgroup", get: lastgroup },
        Getter { name: "regs", get: regs },
    ],
    ..Type::new("Match")
};

/// Where a pattern was found.
pub(super) struct Match {
    pattern: Value,
    text: Value,
    pub(super) subject: Subject,
    bounds: (usize, usize),
    pub(super) found: Found,
    groups: usize,
}

fn me(value: &Value) -> Result<&Match> {
    this::<Match>(value, "re.Match")
}

fn offset(place: usize) -> Value {
    if place == usize::MAX { Value::Int(-1) } else { Value::from(place) }
}

fn pair(vm: &mut Vm<'_>, (start, end): (usize, usize)) -> Result<Value> {
    vm.tuple(vec![offset(start), offset(end)])
}

impl Match {
    /// A match as a value.
    pub(super) fn value(
        vm: &mut Vm<'_>,
        pattern: &Value,
        text: &Value,
        subject: &Subject,
        bounds: (usize, usize),
        found: Found,
    ) -> Result<Value> {
        vm.allocate(size_of::<Match>() + found.slots.len() * 8)?;
        let groups = found.slots.len() / 2 - 1;
        let (pattern, text, subject) = (pattern.clone(), text.clone(), subject.clone());
        Ok(Value::object(Match { pattern, text, subject, bounds, found, groups }))
    }

    /// Names of the groups.
    pub(super) fn names(&self) -> Vec<(String, usize)> {
        self.pattern.downcast::<Pattern>().map(|pattern| pattern.program.names.clone()).unwrap_or_default()
    }

    fn last(&self) -> Option<usize> {
        Some(self.found.last).filter(|last| *last > 0)
    }

    /// The number of a group that is given by number or name.
    fn number(&self, key: &Value) -> Result<usize> {
        let found = match key.as_str() {
            Some(name) => self.pattern.downcast::<Pattern>().and_then(|pattern| {
                let mut names = pattern.program.names.iter();
                names.find(|(known, _)| known == name).map(|(_, group)| *group)
            }),
            None => key.as_int().and_then(|number| usize::try_from(number).ok()).filter(|group| *group <= self.groups),
        };
        found.ok_or_else(|| Stop::raise(&exception::INDEX_ERROR, "no such group"))
    }

    /// The text of a group; something else if it took no part.
    pub(super) fn part(&self, vm: &mut Vm<'_>, group: usize, otherwise: &Value) -> Result<Value> {
        match self.found.group(group) {
            (usize::MAX, _) | (_, usize::MAX) => Ok(otherwise.clone()),
            (start, end) => self.subject.part(vm, start, end),
        }
    }
}

fn group(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let this = me(value)?;
    if !args.named.is_empty() {
        return Err(Stop::type_error("group() takes no keyword arguments"));
    }
    let mut parts = Vec::new();
    for key in &args.positional {
        let number = this.number(key)?;
        parts.push(this.part(vm, number, &Value::None)?);
    }
    match parts.len() {
        0 => this.part(vm, 0, &Value::None),
        1 => Ok(parts.pop().unwrap_or(Value::None)),
        _ => vm.tuple(parts),
    }
}

fn groups(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let [otherwise] = args.bind(&Spec::new("groups", 0, ["default"]))?;
    let (this, otherwise) = (me(value)?, otherwise.unwrap_or(Value::None));
    let mut parts = Vec::new();
    for group in 1..=this.groups {
        parts.push(this.part(vm, group, &otherwise)?);
    }
    vm.tuple(parts)
}

fn groupdict(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let [otherwise] = args.bind(&Spec::new("groupdict", 0, ["default"]))?;
    let (this, otherwise) = (me(value)?, otherwise.unwrap_or(Value::None));
    let mut pairs = Vec::new();
    for (name, group) in this.names() {
        pairs.push((Value::from(name), this.part(vm, group, &otherwise)?));
    }
    vm.dict_of(pairs)
}

fn place(value: &Value, args: Args, function: &'static str) -> Result<(usize, usize)> {
    let [key] = args.bind(&Spec::positional(function, 0, ["group"]))?;
    let this = me(value)?;
    Ok(this.found.group(key.map_or(Ok(0), |key| this.number(&key))?))
}

fn expand(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let template = args.one("expand")?;
    replace::expand(vm, value, &template)
}

fn lastgroup(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    let this = me(value)?;
    let last = this.last();
    let name = this.names().into_iter().find(|(_, group)| Some(*group) == last);
    Ok(name.map_or(Value::None, |(name, _)| Value::from(name)))
}

fn regs(vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    let this = me(value)?;
    let mut all = Vec::new();
    for group in 0..=this.groups {
        all.push(pair(vm, this.found.group(group))?);
    }
    vm.tuple(all)
}

impl Object for Match {
    fn class(&self) -> &'static Type {
        &MATCH
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn item(&self, vm: &mut Vm<'_>, key: &Value) -> Result<Value> {
        let number = self.number(key)?;
        self.part(vm, number, &Value::None)
    }

    fn truth(&self, _vm: &mut Vm<'_>) -> Result<Option<bool>> {
        Ok(Some(true))
    }

    fn repr(&self, vm: &mut Vm<'_>) -> Result<String> {
        let (start, end) = self.found.group(0);
        let part = self.part(vm, 0, &Value::None)?;
        let text: String = vm.repr(&part)?.chars().take(50).collect();
        Ok(format!("<re.Match object; span=({start}, {end}), match={text}>"))
    }
}
