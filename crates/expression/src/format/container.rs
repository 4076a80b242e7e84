//! `repr` of what holds other values, and perhaps itself.

use crate::{
    Result, Value, Vm,
    operate::{class_of, identity, plain, programmable},
};

impl Vm<'_> {
    /// Puts the `repr` of a container at the end of a text. One that is being shown already is shown as `...`.
    pub(super) fn write_container(&mut self, out: &mut String, value: &Value) -> Result<()> {
        let container = plain(value).clone();
        let place = identity(&container);
        if self.showing.contains(&place) {
            return self.write(out, dots(&container));
        }
        self.showing.push(place);
        let result = self.deeper(|vm| vm.write_items(out, value, &container));
        self.showing.pop();
        result
    }

    fn write_items(&mut self, out: &mut String, value: &Value, container: &Value) -> Result<()> {
        match container {
            Value::List(items) => {
                out.push('[');
                let mut place = 0;
                loop {
                    let item = items.borrow().get(place).cloned();
                    let Some(item) = item else { break };
                    self.write_one(out, place, &item)?;
                    place += 1;
                }
                self.write(out, "]")
            }
            Value::Tuple(items) => {
                out.push('(');
                for (place, item) in items.iter().enumerate() {
                    self.write_one(out, place, item)?;
                }
                self.write(out, if items.len() == 1 { ",)" } else { ")" })
            }
            Value::Dict(dict) => {
                out.push('{');
                let (mut place, mut shown) = (0, 0);
                while place < dict.borrow().places() {
                    let entry = dict.borrow().at(place).cloned();
                    if let Some(entry) = entry {
                        self.write_one(out, shown, &entry.key)?;
                        self.write(out, ": ")?;
                        self.write_repr(out, &entry.value)?;
                        shown += 1;
                    }
                    place += 1;
                }
                self.write(out, "}")
            }
            Value::Set(set) => {
                let keys: Vec<Value> = set.items.borrow().iter().map(|entry| entry.key.clone()).collect();
                self.work(keys.len() / 4)?;
                let name = class_of(value);
                let bare = !set.frozen && !programmable(value) && !keys.is_empty();
                if !bare {
                    self.write(out, name.name())?;
                    out.push('(');
                }
                if !keys.is_empty() {
                    out.push('{');
                    for (place, key) in keys.iter().enumerate() {
                        self.write_one(out, place, key)?;
                    }
                    out.push('}');
                }
                self.write(out, if bare { "" } else { ")" })
            }
            _ => Ok(()),
        }
    }

    fn write_one(&mut self, out: &mut String, place: usize, item: &Value) -> Result<()> {
        if place > 0 {
            self.write(out, ", ")?;
        }
        self.write_repr(out, item)
    }
}

const fn dots(container: &Value) -> &'static str {
    match container {
        Value::List(_) => "[...]",
        Value::Dict(_) => "{...}",
        Value::Tuple(_) => "(...)",
        _ => "set(...)",
    }
}
