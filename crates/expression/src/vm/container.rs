//! Containers that are built and taken apart, texts that are joined.

use std::rc::Rc;

use super::{Frame, execute::Flow};
use crate::{
    Dict, Result, Stop, Value, Vm,
    code::{Conversion, Op},
    operate::class_of,
};

impl Vm<'_> {
    pub(super) fn step_container(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::Tuple(count) => {
                let items = frame.take(count as usize);
                let tuple = self.tuple(items)?;
                self.arrive(frame, tuple);
            }
            Op::List(count) => {
                let items = frame.take(count as usize);
                let list = self.list(items)?;
                frame.push(list);
            }
            Op::Set(count) => {
                let items = frame.take(count as usize);
                let set = self.set(items, false)?;
                frame.push(set);
            }
            Op::Dict(count) => self.build_dict(frame, count as usize)?,
            Op::Slice => {
                let (step, stop, start) = (frame.pop(), frame.pop(), frame.pop());
                self.allocate(96)?;
                self.arrive(frame, Value::Slice(Rc::new([start, stop, step])));
            }
            Op::TupleOf => {
                let list = frame.pop();
                let items = self.items(&list)?;
                let tuple = self.tuple(items)?;
                self.arrive(frame, tuple);
            }
            op => return self.step_add(frame, op),
        }
        Ok(Flow::Next)
    }

    fn build_dict(&mut self, frame: &mut Frame, count: usize) -> Result<()> {
        let made = self.dict(Dict::new())?;
        let mut items = frame.take(2 * count).into_iter();
        if let Value::Dict(dict) = &made {
            while let (Some(key), Some(value)) = (items.next(), items.next()) {
                self.dict_set(dict, key, value)?;
            }
        }
        frame.push(made);
        Ok(())
    }

    fn step_add(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::Append(below) => {
                let value = frame.pop();
                self.allocate(2 * size_of::<Value>())?;
                if let Some(Value::List(list)) = frame.peek(below as usize) {
                    list.borrow_mut().push(value);
                }
            }
            Op::Add(below) => {
                let value = frame.pop();
                if let Some(set) = frame.peek(below as usize).cloned() {
                    self.call_method(&set, "add", crate::Args::of(vec![value]))?;
                }
            }
            Op::Put(below) => {
                let (value, key) = (frame.pop(), frame.pop());
                if let Some(Value::Dict(dict)) = frame.peek(below as usize).cloned() {
                    self.dict_set(&dict, key, value)?;
                }
            }
            Op::Extend => {
                let more = frame.pop();
                self.extend(frame, &more)?;
            }
            Op::Update => {
                let more = frame.pop();
                self.update(frame, &more)?;
            }
            op => return self.step_text(frame, op),
        }
        Ok(Flow::Next)
    }

    /// All items of a value go to the list on top.
    pub(super) fn extend(&mut self, frame: &Frame, more: &Value) -> Result<()> {
        let Some(Value::List(list)) = frame.peek(0).cloned() else { return Ok(()) };
        let items = match self.items(more) {
            Err(Stop::Raise(_)) if !self.is_iterable(more)? => {
                return Err(Stop::type_error(format!("Value after * must be an iterable, not {}", class_of(more).name())));
            }
            items => items?,
        };
        self.allocate(items.len() * size_of::<Value>())?;
        list.borrow_mut().extend(items);
        Ok(())
    }

    fn update(&mut self, frame: &Frame, more: &Value) -> Result<()> {
        match frame.peek(0).cloned() {
            Some(Value::Dict(dict)) => {
                let pairs = self.pairs(more)?;
                let pairs = pairs.ok_or_else(|| Stop::type_error(format!("'{}' object is not a mapping", class_of(more).name())))?;
                for (key, value) in pairs {
                    self.dict_set(&dict, key, value)?;
                }
            }
            Some(set) => {
                for item in self.items(more)? {
                    self.call_method(&set, "add", crate::Args::of(vec![item]))?;
                }
            }
            None => {}
        }
        Ok(())
    }

    /// Keys and values of a mapping; `None` for what is none.
    pub(super) fn pairs(&mut self, value: &Value) -> Result<Option<Vec<(Value, Value)>>> {
        if let Value::Dict(dict) = crate::operate::plain(value) {
            let size = dict.borrow().len();
            self.work(1 + size / 4)?;
            self.allocate(size * 48)?;
            return Ok(Some(dict.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect()));
        }
        let Some(keys) = self.find_attribute(value, "keys")? else { return Ok(None) };
        let keys = self.call(&keys, crate::Args::default())?;
        let mut pairs = Vec::new();
        for key in self.items(&keys)? {
            let item = self.item(value, &key)?;
            pairs.push((key, item));
        }
        Ok(Some(pairs))
    }

    fn step_text(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::Format { conversion, spec } => {
                let spec = if spec { frame.pop() } else { Value::None };
                let value = frame.pop();
                let text = self.formatted(&value, conversion, spec.as_str().unwrap_or_default())?;
                frame.push(text);
            }
            Op::Join(count) => {
                let parts = frame.take(count as usize);
                let size = parts.iter().filter_map(Value::as_str).map(str::len).sum::<usize>();
                self.work(size / 16)?;
                self.allocate(size)?;
                let mut text = String::with_capacity(size);
                parts.iter().filter_map(Value::as_str).for_each(|part| text.push_str(part));
                frame.push(Value::from(text));
            }
            Op::Unpack(count) => self.unpack(frame, count as usize)?,
            Op::UnpackRest { before, after } => self.unpack_rest(frame, before.into(), after.into())?,
            op => return self.step_call(frame, op),
        }
        Ok(Flow::Next)
    }

    fn formatted(&mut self, value: &Value, conversion: Conversion, spec: &str) -> Result<Value> {
        let converted = match conversion {
            Conversion::None => None,
            Conversion::Str => Some(self.str(value)?),
            Conversion::Repr => Some(self.repr(value)?),
            Conversion::Ascii => {
                let text = self.repr(value)?;
                Some(crate::format::ascii(&text))
            }
        };
        let text = match (converted, value) {
            (None, Value::Str(_)) if spec.is_empty() => return Ok(value.clone()),
            (None, value) if spec.is_empty() && !crate::operate::programmable(value) && !matches!(value, Value::Object(_)) => {
                self.str(value)?
            }
            (None, value) => self.format(value, spec)?,
            (Some(text), _) if spec.is_empty() => text,
            (Some(text), _) => self.format(&Value::from(text), spec)?,
        };
        self.text(text)
    }

    fn unpack(&mut self, frame: &mut Frame, count: usize) -> Result<()> {
        let value = frame.pop();
        let known = match &value {
            Value::Tuple(items) => Some(items.len()),
            Value::List(items) => Some(items.borrow().len()),
            _ => None,
        };
        let mut items = match known {
            Some(size) if size == count => self.items(&value)?,
            Some(size) if size > count => return Err(too_many(count)),
            Some(size) => return Err(not_enough(count, size, "")),
            None => {
                let iterator = self.unpacking(&value)?;
                let items = self.some(&iterator, count)?;
                if items.len() < count {
                    return Err(not_enough(count, items.len(), ""));
                }
                if self.next(&iterator)?.is_some() {
                    return Err(too_many(count));
                }
                items
            }
        };
        items.reverse();
        frame.stack.append(&mut items);
        Ok(())
    }

    fn unpack_rest(&mut self, frame: &mut Frame, before: usize, after: usize) -> Result<()> {
        let value = frame.pop();
        let iterator = self.unpacking(&value)?;
        let mut first = self.some(&iterator, before)?;
        if first.len() < before {
            return Err(not_enough(before + after, first.len(), "at least "));
        }
        let mut rest = self.items(&iterator)?;
        if rest.len() < after {
            return Err(not_enough(before + after, before + rest.len(), "at least "));
        }
        let mut last = rest.split_off(rest.len() - after);
        let rest = self.list(rest)?;
        first.push(rest);
        first.append(&mut last);
        first.reverse();
        frame.stack.append(&mut first);
        Ok(())
    }

    fn unpacking(&mut self, value: &Value) -> Result<Value> {
        match self.iterate(value) {
            Err(Stop::Raise(_)) if !self.is_iterable(value)? => {
                Err(Stop::type_error(format!("cannot unpack non-iterable {} object", class_of(value).name())))
            }
            iterator => iterator,
        }
    }

    /// At most so many items.
    fn some(&mut self, iterator: &Value, most: usize) -> Result<Vec<Value>> {
        let mut items = Vec::new();
        while items.len() < most {
            match self.next(iterator)? {
                Some(item) => items.push(item),
                None => break,
            }
        }
        self.allocate(items.len() * size_of::<Value>())?;
        Ok(items)
    }
}

fn too_many(count: usize) -> Stop {
    Stop::value_error(format!("too many values to unpack (expected {count})"))
}

fn not_enough(count: usize, got: usize, least: &str) -> Stop {
    Stop::value_error(format!("not enough values to unpack (expected {least}{count}, got {got})"))
}
