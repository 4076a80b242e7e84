//! `match`

use std::rc::Rc;

use super::{Frame, execute::Flow};
use crate::{
    ClassRef, Dict, Result, Stop, Str, Value, Vm,
    code::Op,
    operate::{class_of, plain},
    types,
};

impl Vm<'_> {
    pub(super) fn step_match(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        let subject = |below: usize| frame.peek(below).cloned().unwrap_or(Value::None);
        let answer = match op {
            Op::IsSequence => Value::Bool(matches!(plain(&subject(0)), Value::List(_) | Value::Tuple(_) | Value::Range(_))),
            Op::IsMapping => Value::Bool(matches!(plain(&subject(0)), Value::Dict(_))),
            Op::LengthIs(count) => Value::Bool(self.len(&subject(0))? == count as usize),
            Op::LengthAtLeast(count) => Value::Bool(self.len(&subject(0))? >= count as usize),
            Op::MatchKeys => {
                let keys = frame.pop();
                let subject = frame.peek(0).cloned().unwrap_or(Value::None);
                self.match_keys(&subject, &keys)?
            }
            Op::OtherKeys => {
                let (keys, subject) = (frame.pop(), frame.pop());
                self.other_keys(&subject, &keys)?
            }
            Op::MatchClass { positional, keywords } => {
                let class = frame.pop();
                let names = frame.code.keywords.get(usize::from(keywords)).cloned().unwrap_or_default();
                let subject = frame.peek(0).cloned().unwrap_or(Value::None);
                self.match_class(&subject, &class, positional.into(), names)?
            }
            _ => return Err(Stop::raise(&crate::exception::SYSTEM_ERROR, "unknown instruction")),
        };
        self.arrive(frame, answer);
        Ok(Flow::Next)
    }

    fn match_keys(&mut self, subject: &Value, keys: &Value) -> Result<Value> {
        let Value::Dict(dict) = plain(subject) else { return Ok(Value::None) };
        let mut values = Vec::new();
        for key in self.items(keys)? {
            match self.dict_get(dict, &key)? {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
        self.tuple(values)
    }

    fn other_keys(&mut self, subject: &Value, keys: &Value) -> Result<Value> {
        let pairs = self.pairs(subject)?.unwrap_or_default();
        let others = self.dict(Dict::new())?;
        if let Value::Dict(dict) = &others {
            for (key, value) in pairs {
                self.dict_set(dict, key, value)?;
            }
            for key in self.items(keys)? {
                self.dict_remove(dict, &key)?;
            }
        }
        Ok(others)
    }

    fn match_class(&mut self, subject: &Value, class: &Value, positional: usize, keywords: Vec<Str>) -> Result<Value> {
        let Value::Class(class) = class else { return Err(Stop::type_error("called match pattern must be a class")) };
        if !class_of(subject).descends_from(class) {
            return Ok(Value::None);
        }
        let mut values = Vec::new();
        let names = match positional {
            0 => Vec::new(),
            1 if is_itself(class) => {
                values.push(subject.clone());
                Vec::new()
            }
            _ => self.positions(class, positional)?,
        };
        for name in names.into_iter().chain(keywords) {
            match self.found_attribute(subject, &name)? {
                Some(value) => values.push(value),
                None => return Ok(Value::None),
            }
        }
        self.tuple(values)
    }

    fn found_attribute(&mut self, subject: &Value, name: &str) -> Result<Option<Value>> {
        match self.find_attribute(subject, name) {
            Err(stop) if stop.is(&crate::exception::ATTRIBUTE_ERROR) => Ok(None),
            found => found,
        }
    }

    /// The attributes that stand for the parts of a pattern by position.
    fn positions(&mut self, class: &ClassRef, count: usize) -> Result<Vec<Str>> {
        let arguments = self.find_attribute(&Value::Class(class.clone()), "__match_args__")?;
        let known = match &arguments {
            Some(arguments) => self.items(arguments)?,
            None => Vec::new(),
        };
        if count > known.len() {
            let (accepts, plural) = (known.len(), if known.len() == 1 { "" } else { "s" });
            return Err(Stop::type_error(format!("{}() accepts {accepts} positional sub-pattern{plural} ({count} given)", class.name())));
        }
        known
            .into_iter()
            .take(count)
            .map(|name| match name {
                Value::Str(name) => Ok(name),
                _ => Err(Stop::type_error("__match_args__ elements must be strings")),
            })
            .collect()
    }
}

/// Whether a pattern of one part, such as `str(name)`, takes the value itself.
fn is_itself(class: &ClassRef) -> bool {
    let itself = [
        &types::int::INT,
        &types::int::BOOL,
        &types::float::FLOAT,
        &types::str::STR,
        &types::bytes::BYTES,
        &types::list::LIST,
        &types::tuple::TUPLE,
        &types::dict::DICT,
        &types::set::SET,
        &types::set::FROZENSET,
    ];
    let base = match class {
        ClassRef::Builtin(base) => base,
        ClassRef::User(user) => ClassRef::User(Rc::clone(user)).builtin(),
    };
    itself.iter().any(|one| std::ptr::eq(*one, base))
}
