//! Changing lists.

use std::{cell::RefCell, rc::Rc};

use super::{class_of, plain, slice::place};
use crate::{Result, Stop, Value, Vm, exception};

/// The items of a list.
type Items = Rc<RefCell<Vec<Value>>>;

impl Vm<'_> {
    /// `list += other`
    pub(crate) fn list_extend(&mut self, list: &Items, other: &Value) -> Result<()> {
        let added = self.copied_items(other)?;
        list.borrow_mut().extend(added);
        Ok(())
    }

    /// The items of anything, as they are at this moment, paid for.
    pub(crate) fn copied_items(&mut self, value: &Value) -> Result<Vec<Value>> {
        let count = match plain(value) {
            Value::List(items) => items.borrow().len(),
            Value::Tuple(items) => items.len(),
            _ => return self.items(value),
        };
        if super::programmable(value) {
            return self.items(value);
        }
        self.take(count, size_of::<Value>())?;
        Ok(match plain(value) {
            Value::List(items) => items.borrow().clone(),
            Value::Tuple(items) => items.to_vec(),
            _ => Vec::new(),
        })
    }

    pub(super) fn set_list_item(&mut self, list: &Items, key: &Value, item: Value) -> Result<()> {
        if let Value::Slice(slice) = key {
            return self.set_slice(list, slice, &item);
        }
        let place = self.list_place(list, key, "list assignment index out of range")?;
        let old = list.borrow_mut().get_mut(place).map(|old| std::mem::replace(old, item));
        drop(old);
        Ok(())
    }

    pub(super) fn delete_list_item(&mut self, list: &Items, key: &Value) -> Result<()> {
        if let Value::Slice(slice) = key {
            let length = list.borrow().len();
            let places = self.places(slice, length)?;
            self.work(length / 4)?;
            let mut doomed: Vec<usize> = places.iter().collect();
            doomed.sort_unstable();
            let mut place = 0;
            let mut doomed = doomed.into_iter().peekable();
            list.borrow_mut().retain(|_| {
                let keep = doomed.next_if_eq(&place).is_none();
                place += 1;
                keep
            });
            return Ok(());
        }
        let place = self.list_place(list, key, "list assignment index out of range")?;
        self.work(list.borrow().len() / 64)?;
        let length = list.borrow().len();
        let old = (place < length).then(|| list.borrow_mut().remove(place));
        drop(old);
        Ok(())
    }

    fn list_place(&mut self, list: &Items, key: &Value, words: &str) -> Result<usize> {
        let Some(index) = self.key_index(key)? else {
            return Err(Stop::type_error(format!("list indices must be integers or slices, not {}", class_of(key).name())));
        };
        place(index, list.borrow().len()).ok_or_else(|| Stop::raise(&exception::INDEX_ERROR, words))
    }

    fn set_slice(&mut self, list: &Items, slice: &[Value; 3], value: &Value) -> Result<()> {
        let simple = matches!(slice, [_, _, Value::None | Value::Int(1)]);
        let items = self.copied_items(value).map_err(|stop| match stop {
            Stop::Raise(_) if stop.is(&exception::TYPE_ERROR) => {
                Stop::type_error(if simple { "can only assign an iterable" } else { "must assign iterable to extended slice" })
            }
            stop => stop,
        })?;
        let length = list.borrow().len();
        let places = self.places(slice, length)?;
        self.work(length / 16 + items.len() / 4)?;
        if places.step == 1 {
            let (start, end) = places.range();
            let mut list = list.borrow_mut();
            let (start, end) = (start.min(list.len()), end.min(list.len()));
            let old: Vec<Value> = list.splice(start..end.max(start), items).collect();
            drop(list);
            drop(old);
            return Ok(());
        }
        if items.len() != places.count {
            return Err(Stop::value_error(format!(
                "attempt to assign sequence of size {} to extended slice of size {}",
                items.len(),
                places.count
            )));
        }
        for (place, item) in places.iter().zip(items) {
            let old = list.borrow_mut().get_mut(place).map(|old| std::mem::replace(old, item));
            drop(old);
        }
        Ok(())
    }
}
