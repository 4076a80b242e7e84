//! From values to JSON.

use super::refused;
use crate::{
    Args, Result, Stop, Value, Vm,
    format::float,
    modules::support::builtin,
    operate::{class_of, identity},
};

/// Writes values.
pub(super) struct Writer {
    pub(super) out: String,
    /// How much of it is paid for.
    pub(super) paid: usize,
    /// Between items.
    pub(super) item: String,
    /// Between key and value.
    pub(super) key: String,
    pub(super) indent: Option<String>,
    pub(super) ascii: bool,
    pub(super) nan: bool,
    pub(super) skip: bool,
    pub(super) sort: bool,
    pub(super) default: Option<Value>,
    /// What is being written right now, from the outside in.
    pub(super) above: Vec<u64>,
}

impl Writer {
    fn pay(&mut self, vm: &mut Vm<'_>) -> Result<()> {
        let more = self.out.len().saturating_sub(self.paid);
        self.paid = self.out.len();
        vm.work(1 + more / 16)?;
        vm.allocate(more)
    }

    /// Writes one value.
    pub(super) fn value(&mut self, vm: &mut Vm<'_>, value: &Value) -> Result<()> {
        match value {
            Value::None => self.out.push_str("null"),
            Value::Bool(flag) => self.out.push_str(if *flag { "true" } else { "false" }),
            Value::Int(number) => self.out.push_str(&number.to_string()),
            Value::Big(_) => self.out.push_str(&vm.repr(value)?),
            Value::Float(number) => {
                let text = self.float(*number)?;
                self.out.push_str(&text);
            }
            Value::Str(text) => return self.text(vm, text),
            Value::List(_) | Value::Tuple(_) => return self.nested(vm, value, |writer, vm| writer.list(vm, value)),
            Value::Dict(_) => return self.nested(vm, value, |writer, vm| writer.dict(vm, value)),
            Value::Instance(instance) => match &instance.payload {
                Some(payload) => return self.value(vm, payload),
                None => return self.other(vm, value),
            },
            _ => return self.other(vm, value),
        }
        self.pay(vm)
    }

    /// Text in quotes. Paid for on the way: it may become six times as long.
    fn text(&mut self, vm: &mut Vm<'_>, text: &str) -> Result<()> {
        self.out.push('"');
        for (place, c) in text.chars().enumerate() {
            if place % 1024 == 1023 {
                self.pay(vm)?;
            }
            escape(&mut self.out, c, self.ascii);
        }
        self.out.push('"');
        self.pay(vm)
    }

    fn nested(&mut self, vm: &mut Vm<'_>, value: &Value, write: impl FnOnce(&mut Self, &mut Vm<'_>) -> Result<()>) -> Result<()> {
        let this = identity(value);
        if self.above.contains(&this) {
            return Err(Stop::value_error("Circular reference detected"));
        }
        self.above.push(this);
        let result = vm.deeper(|vm| write(self, vm));
        self.above.pop();
        result
    }

    fn other(&mut self, vm: &mut Vm<'_>, value: &Value) -> Result<()> {
        let Some(default) = self.default.clone() else { return Err(refused(value)) };
        self.nested(vm, value, |writer, vm| {
            let stand_in = vm.call(&default, Args::of(vec![value.clone()]))?;
            writer.value(vm, &stand_in)
        })
    }

    fn float(&self, number: f64) -> Result<String> {
        if number.is_finite() {
            return Ok(float::repr(number));
        }
        if !self.nan {
            return Err(Stop::value_error("Out of range float values are not JSON compliant"));
        }
        Ok(if number.is_nan() {
            "NaN"
        } else if number > 0.0 {
            "Infinity"
        } else {
            "-Infinity"
        }
        .to_owned())
    }

    fn line(&mut self, vm: &mut Vm<'_>, depth: usize) -> Result<()> {
        let Some(indent) = &self.indent else { return Ok(()) };
        vm.allocate(indent.len().saturating_mul(depth))?;
        self.out.push('\n');
        for _ in 0..depth {
            self.out.push_str(indent);
        }
        Ok(())
    }

    fn list(&mut self, vm: &mut Vm<'_>, value: &Value) -> Result<()> {
        let items = vm.items(value)?;
        if items.is_empty() {
            self.out.push_str("[]");
            return self.pay(vm);
        }
        self.out.push('[');
        let depth = self.above.len();
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.out.push_str(&self.item);
            }
            self.line(vm, depth)?;
            self.value(vm, item)?;
        }
        self.line(vm, depth - 1)?;
        self.out.push(']');
        self.pay(vm)
    }

    fn dict(&mut self, vm: &mut Vm<'_>, value: &Value) -> Result<()> {
        let Value::Dict(dict) = value else { return Ok(()) };
        let size = dict.borrow().len();
        vm.work(size / 4)?;
        vm.allocate(size * 2 * size_of::<Value>())?;
        let mut pairs: Vec<(Value, Value)> = dict.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
        if self.sort {
            let items = pairs.iter().map(|(key, value)| Value::tuple(vec![key.clone(), value.clone()])).collect();
            let items = vm.list(items)?;
            let sorted = builtin(vm, "sorted", vec![items])?;
            pairs = vm.items(&sorted)?.iter().filter_map(pair).collect();
        }
        let depth = self.above.len();
        let mut first = true;
        for (key, value) in &pairs {
            let Some(key) = self.name(vm, key)? else { continue };
            self.out.push_str(if first { "{" } else { &self.item });
            first = false;
            self.line(vm, depth)?;
            self.text(vm, &key)?;
            self.out.push_str(&self.key);
            self.value(vm, value)?;
        }
        if first {
            self.out.push('{');
        } else {
            self.line(vm, depth - 1)?;
        }
        self.out.push('}');
        self.pay(vm)
    }

    /// A key as text; `None` when it is left out.
    fn name(&self, vm: &mut Vm<'_>, key: &Value) -> Result<Option<String>> {
        Ok(Some(match key {
            Value::None => "null".to_owned(),
            Value::Bool(flag) => flag.to_string(),
            Value::Float(number) => self.float(*number)?,
            Value::Int(number) => number.to_string(),
            Value::Big(_) => vm.repr(key)?,
            Value::Instance(instance) => match &instance.payload {
                Some(payload) => return self.name(vm, payload),
                None => return self.strange(key),
            },
            _ => match key.as_str() {
                Some(text) => {
                    vm.allocate(text.len())?;
                    text.to_owned()
                }
                None => return self.strange(key),
            },
        }))
    }

    fn strange(&self, key: &Value) -> Result<Option<String>> {
        if self.skip {
            return Ok(None);
        }
        Err(Stop::type_error(format!("keys must be str, int, float, bool or None, not {}", class_of(key).name())))
    }
}

fn pair(value: &Value) -> Option<(Value, Value)> {
    let Value::Tuple(items) = value else { return None };
    match &items[..] {
        [key, value] => Some((key.clone(), value.clone())),
        _ => None,
    }
}

/// A character within quotes.
fn escape(out: &mut String, c: char, ascii: bool) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\r' => out.push_str("\\r"),
        '\t' => out.push_str("\\t"),
        '\x08' => out.push_str("\\b"),
        '\x0c' => out.push_str("\\f"),
        ' '..='~' => out.push(c),
        '\x7f'.. if !ascii => out.push(c),
        _ => {
            for unit in c.encode_utf16(&mut [0; 2]) {
                out.push_str(&format!("\\u{unit:04x}"));
            }
        }
    }
}
