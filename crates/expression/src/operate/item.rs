//! `x[key]`

use std::rc::Rc;

use super::{class_of, plain, programmable, slice::place, text};
use crate::{Args, ClassRef, Result, Stop, Value, Vm, exception, types::range::Range};

impl Vm<'_> {
    /// `value[key]`, slices included.
    pub fn item(&mut self, value: &Value, key: &Value) -> Result<Value> {
        match (value, key) {
            (Value::List(items), Value::Int(index)) => {
                let items = items.borrow();
                return place(*index, items.len()).and_then(|place| items.get(place).cloned()).ok_or_else(|| out_of_range("list"));
            }
            (Value::Dict(dict), key) => return self.dict_get(dict, key)?.ok_or_else(|| Stop::key_error(key.clone())),
            _ => {}
        }
        if programmable(value)
            && let Some(item) = self.special(value, "__getitem__", vec![key.clone()])?
        {
            return Ok(item);
        }
        match plain(value) {
            Value::Dict(dict) => {
                if let Some(found) = self.dict_get(&Rc::clone(dict), key)? {
                    return Ok(found);
                }
                match self.special(value, "__missing__", vec![key.clone()])? {
                    Some(made) => Ok(made),
                    None => Err(Stop::key_error(key.clone())),
                }
            }
            Value::Object(object) => object.item(self, key),
            Value::Class(class) => self.class_item(value, class, key),
            sequence => match key {
                Value::Slice(slice) => self.sliced(&sequence.clone(), slice),
                key => self.indexed(&sequence.clone(), key),
            },
        }
    }

    fn indexed(&mut self, sequence: &Value, key: &Value) -> Result<Value> {
        let (kind, words) = match sequence {
            Value::List(_) => ("list", "list indices must be integers or slices, not "),
            Value::Tuple(_) => ("tuple", "tuple indices must be integers or slices, not "),
            Value::Str(_) => ("string", "string indices must be integers, not "),
            Value::Bytes(_) => ("", "byte indices must be integers or slices, not "),
            Value::Range(_) => ("range object", "range indices must be integers or slices, not "),
            other => return Err(Stop::type_error(format!("'{}' object is not subscriptable", class_of(other).name()))),
        };
        let Some(index) = self.key_index(key)? else {
            let class = class_of(key);
            let class = if kind == "string" { format!("'{}'", class.name()) } else { class.name().to_owned() };
            return Err(Stop::type_error(format!("{words}{class}")));
        };
        let item = match sequence {
            Value::List(items) => {
                let items = items.borrow();
                place(index, items.len()).and_then(|place| items.get(place).cloned())
            }
            Value::Tuple(items) => place(index, items.len()).and_then(|place| items.get(place).cloned()),
            Value::Bytes(bytes) => place(index, bytes.len()).and_then(|place| bytes.get(place)).map(|byte| Value::Int(i64::from(*byte))),
            Value::Range(range) => place(index, range.count()).and_then(|place| range.at(place)).map(Value::Int),
            Value::Str(text) => {
                self.work(text.len() / 64)?;
                text::char_at(text, index).map(|found| Value::str(found.encode_utf8(&mut [0; 4])))
            }
            _ => None,
        };
        item.ok_or_else(|| if kind.is_empty() { Stop::raise(&exception::INDEX_ERROR, "index out of range") } else { out_of_range(kind) })
    }

    fn sliced(&mut self, sequence: &Value, slice: &[Value; 3]) -> Result<Value> {
        match sequence {
            Value::List(items) => {
                let length = items.borrow().len();
                let places = self.places(slice, length)?;
                self.work(places.count / 4)?;
                let items = items.borrow();
                let part: Vec<Value> = places.iter().filter_map(|place| items.get(place).cloned()).collect();
                drop(items);
                self.list(part)
            }
            Value::Tuple(items) => {
                let places = self.places(slice, items.len())?;
                self.work(places.count / 4)?;
                self.allocate(places.count.saturating_mul(size_of::<Value>()))?;
                Ok(Value::tuple(places.iter().filter_map(|place| items.get(place).cloned()).collect()))
            }
            Value::Bytes(bytes) => {
                let places = self.places(slice, bytes.len())?;
                self.take(places.count, 1)?;
                Ok(Value::Bytes(places.iter().filter_map(|place| bytes.get(place).copied()).collect()))
            }
            Value::Str(text) => {
                self.work(text.len() / 32)?;
                let places = self.places(slice, text::length(text))?;
                self.take(places.count.saturating_mul(2).min(text.len()), 1)?;
                Ok(Value::Str(text::part(text, places).into()))
            }
            Value::Range(range) => {
                let places = self.places(slice, range.count())?;
                let at = |place: i64| range.start.saturating_add(place.saturating_mul(range.step));
                let step = range.step.saturating_mul(places.step);
                Ok(Value::Range(Rc::new(Range { start: at(places.start), stop: at(places.stop), step })))
            }
            other => Err(Stop::type_error(format!("'{}' object is not subscriptable", class_of(other).name()))),
        }
    }

    /// `list[int]`, and what a class of the program makes of it.
    fn class_item(&mut self, value: &Value, class: &ClassRef, key: &Value) -> Result<Value> {
        if let Some(method) = self.find_attribute(value, "__class_getitem__")? {
            return self.call(&method, Args::of(vec![key.clone()]));
        }
        match class {
            ClassRef::Builtin(class) if matches!(class.name, "list" | "dict" | "set" | "frozenset" | "tuple" | "type") => Ok(value.clone()),
            class => Err(Stop::type_error(format!("type '{}' is not subscriptable", class.name()))),
        }
    }

    /// `value[key] = item`
    pub fn set_item(&mut self, value: &Value, key: Value, item: Value) -> Result<()> {
        if programmable(value) && self.special(value, "__setitem__", vec![key.clone(), item.clone()])?.is_some() {
            return Ok(());
        }
        match plain(value) {
            Value::Dict(dict) => self.dict_set(&Rc::clone(dict), key, item).map(drop),
            Value::List(items) => self.set_list_item(&Rc::clone(items), &key, item),
            Value::Object(object) => object.set_item(self, &key, item),
            other => Err(Stop::type_error(format!("'{}' object does not support item assignment", class_of(other).name()))),
        }
    }

    /// `del value[key]`
    pub fn delete_item(&mut self, value: &Value, key: &Value) -> Result<()> {
        if programmable(value) && self.special(value, "__delitem__", vec![key.clone()])?.is_some() {
            return Ok(());
        }
        match plain(value) {
            Value::Dict(dict) => match self.dict_remove(&Rc::clone(dict), key)? {
                Some(_) => Ok(()),
                None => Err(Stop::key_error(key.clone())),
            },
            Value::List(items) => self.delete_list_item(&Rc::clone(items), key),
            Value::Object(object) => object.delete_item(self, key),
            other => {
                let sequence = matches!(other, Value::Str(_) | Value::Bytes(_) | Value::Tuple(_) | Value::Range(_) | Value::Set(_));
                let words = if sequence && key.as_int().is_some() { "doesn't" } else { "does not" };
                Err(Stop::type_error(format!("'{}' object {words} support item deletion", class_of(other).name())))
            }
        }
    }
}

fn out_of_range(kind: &str) -> Stop {
    Stop::raise(&exception::INDEX_ERROR, format!("{kind} index out of range"))
}
