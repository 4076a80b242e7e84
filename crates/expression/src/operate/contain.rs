//! Looking into containers.

use std::rc::Rc;

use super::{class_of, compare::item_at, plain, programmable};
use crate::{Result, Stop, Value, Vm};

impl Vm<'_> {
    /// `item in container`
    pub fn contains(&mut self, container: &Value, item: &Value) -> Result<bool> {
        if programmable(container)
            && let Some(answer) = self.special(container, "__contains__", vec![item.clone()])?
        {
            return self.truth(&answer);
        }
        if programmable(container)
            && let Some(iterator) = self.special(container, "__iter__", vec![])?
        {
            return self.found_by_iterating(&iterator, item);
        }
        match plain(container) {
            Value::Str(text) => match item.as_str() {
                Some(part) => {
                    self.work((text.len() + part.len()) / 16)?;
                    Ok(text.contains(part))
                }
                None => Err(Stop::type_error(format!("'in <string>' requires string as left operand, not {}", class_of(item).name()))),
            },
            Value::Bytes(bytes) => self.bytes_contain(bytes, item),
            Value::Dict(dict) => {
                let (dict, hash) = (Rc::clone(dict), self.hash(item)?);
                Ok(self.dict_find(&dict, hash, item)?.is_some())
            }
            Value::Set(set) => {
                let set = Rc::clone(set);
                self.set_contains(&set, item)
            }
            Value::Range(range) if matches!(item, Value::Int(_) | Value::Bool(_)) => {
                Ok(item.as_int().is_some_and(|number| range.place(number).is_some()))
            }
            sequence @ (Value::List(_) | Value::Tuple(_)) => self.sequence_contains(&sequence.clone(), item),
            Value::Object(object) => match object.contains(self, item)? {
                Some(found) => Ok(found),
                None => self.iterated_contains(container, item),
            },
            _ => self.iterated_contains(container, item),
        }
    }

    /// `item in set`. A set looks for the frozen set of the same items.
    pub(crate) fn set_contains(&mut self, set: &crate::types::set::Set, item: &Value) -> Result<bool> {
        let hash = self.item_hash(item)?;
        Ok(self.dict_find(&set.items, hash, item)?.is_some())
    }

    fn sequence_contains(&mut self, sequence: &Value, item: &Value) -> Result<bool> {
        let mut place = 0;
        while let Some(one) = item_at(sequence, place) {
            if place % 4 == 0 {
                self.work(1)?;
            }
            if self.equal(&one, item)? {
                return Ok(true);
            }
            place += 1;
        }
        Ok(false)
    }

    fn bytes_contain(&mut self, bytes: &[u8], item: &Value) -> Result<bool> {
        self.work(bytes.len() / 16)?;
        match plain(item) {
            Value::Bytes(part) => {
                self.work(part.len() / 16)?;
                Ok(super::bytes::find(bytes, part).is_some())
            }
            number => match number.as_int() {
                Some(number) => match u8::try_from(number) {
                    Ok(byte) => Ok(bytes.contains(&byte)),
                    Err(_) => Err(Stop::value_error("byte must be in range(0, 256)")),
                },
                None => Err(Stop::type_error(format!("a bytes-like object is required, not '{}'", class_of(item).name()))),
            },
        }
    }

    fn iterated_contains(&mut self, container: &Value, item: &Value) -> Result<bool> {
        let iterator = match self.iterate(container) {
            Err(stop) if stop.is(&crate::exception::TYPE_ERROR) && !(programmable(container) && self.is_iterable(container)?) => {
                return Err(Stop::type_error(format!("argument of type '{}' is not iterable", class_of(container).name())));
            }
            iterator => iterator?,
        };
        self.found_by_iterating(&iterator, item)
    }

    fn found_by_iterating(&mut self, iterator: &Value, item: &Value) -> Result<bool> {
        while let Some(one) = self.next(iterator)? {
            if self.equal(&one, item)? {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
