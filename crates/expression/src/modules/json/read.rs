//! From JSON to values.

use num_bigint::BigInt;

use super::wrong;
use crate::{Args, Result, Stop, Str, Value, Vm, format::MOST_DIGITS};

/// What a program wants to have a say in.
pub(super) struct Hooks {
    pub(super) object: Option<Value>,
    pub(super) pairs: Option<Value>,
    pub(super) float: Option<Value>,
    pub(super) int: Option<Value>,
    pub(super) constant: Option<Value>,
    /// Whether control characters are refused in texts.
    pub(super) strict: bool,
}

struct Reader<'r> {
    text: &'r Str,
    /// Where it is, in bytes.
    at: usize,
    hooks: &'r Hooks,
}

/// Reads a whole text.
pub(super) fn read(vm: &mut Vm<'_>, text: &Str, hooks: &Hooks) -> Result<Value> {
    vm.work(text.len() / 16)?;
    let mut reader = Reader { text, at: 0, hooks };
    if text.starts_with('\u{feff}') {
        return Err(reader.wrong("Unexpected UTF-8 BOM (decode using utf-8-sig)", 0));
    }
    reader.blank();
    let value = reader.value(vm)?;
    reader.blank();
    if reader.at < text.len() {
        return Err(reader.wrong("Extra data", reader.at));
    }
    Ok(value)
}

impl Reader<'_> {
    fn wrong(&self, message: &str, at: usize) -> Stop {
        let before = self.text.get(..at).unwrap_or(self.text);
        wrong(message, self.text, before.chars().count())
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip(&mut self, byte: u8) -> bool {
        let there = self.peek() == Some(byte);
        self.at += usize::from(there);
        there
    }

    fn word(&mut self, word: &str) -> bool {
        let there = self.rest().starts_with(word);
        self.at += if there { word.len() } else { 0 };
        there
    }

    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self, vm: &mut Vm<'_>) -> Result<Value> {
        vm.work(1)?;
        let start = self.at;
        match self.peek() {
            Some(b'"') => self.string(vm).map(Value::from),
            Some(b'[') => vm.deeper(|vm| self.list(vm)),
            Some(b'{') => vm.deeper(|vm| self.object(vm)),
            Some(b'n') if self.word("null") => Ok(Value::None),
            Some(b't') if self.word("true") => Ok(Value::Bool(true)),
            Some(b'f') if self.word("false") => Ok(Value::Bool(false)),
            Some(b'N') if self.word("NaN") => self.constant(vm, "NaN", f64::NAN),
            Some(b'I') if self.word("Infinity") => self.constant(vm, "Infinity", f64::INFINITY),
            Some(b'-') if self.word("-Infinity") => self.constant(vm, "-Infinity", f64::NEG_INFINITY),
            Some(b'-' | b'0'..=b'9') => self.number(vm),
            _ => Err(self.wrong("Expecting value", start)),
        }
    }

    fn constant(&self, vm: &mut Vm<'_>, name: &str, number: f64) -> Result<Value> {
        match &self.hooks.constant {
            Some(hook) => vm.call(hook, Args::of(vec![Value::str(name)])),
            None => Ok(Value::Float(number)),
        }
    }

    fn list(&mut self, vm: &mut Vm<'_>) -> Result<Value> {
        self.at += 1;
        let mut items = Vec::new();
        self.blank();
        if self.skip(b']') {
            return vm.list(items);
        }
        loop {
            items.push(self.value(vm)?);
            vm.allocate(size_of::<Value>())?;
            self.blank();
            if self.skip(b']') {
                return vm.list(items);
            }
            if !self.skip(b',') {
                return Err(self.wrong("Expecting ',' delimiter", self.at));
            }
            self.blank();
        }
    }

    fn object(&mut self, vm: &mut Vm<'_>) -> Result<Value> {
        self.at += 1;
        let mut pairs = Vec::new();
        self.blank();
        if self.skip(b'}') {
            return self.made(vm, pairs);
        }
        loop {
            if self.peek() != Some(b'"') {
                return Err(self.wrong("Expecting property name enclosed in double quotes", self.at));
            }
            let key = self.string(vm)?;
            self.blank();
            if !self.skip(b':') {
                return Err(self.wrong("Expecting ':' delimiter", self.at));
            }
            self.blank();
            let value = self.value(vm)?;
            vm.allocate(2 * size_of::<Value>())?;
            pairs.push((Value::from(key), value));
            self.blank();
            if self.skip(b'}') {
                return self.made(vm, pairs);
            }
            if !self.skip(b',') {
                return Err(self.wrong("Expecting ',' delimiter", self.at));
            }
            self.blank();
        }
    }

    fn made(&self, vm: &mut Vm<'_>, pairs: Vec<(Value, Value)>) -> Result<Value> {
        if let Some(hook) = &self.hooks.pairs {
            let mut items = Vec::new();
            for (key, value) in pairs {
                items.push(vm.tuple(vec![key, value])?);
            }
            let list = vm.list(items)?;
            return vm.call(hook, Args::of(vec![list]));
        }
        let dict = vm.dict_of(pairs)?;
        match &self.hooks.object {
            Some(hook) => vm.call(hook, Args::of(vec![dict])),
            None => Ok(dict),
        }
    }

    fn digits(&mut self) -> usize {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        self.at - start
    }

    fn number(&mut self, vm: &mut Vm<'_>) -> Result<Value> {
        let start = self.at;
        self.skip(b'-');
        if !self.skip(b'0') && self.digits() == 0 {
            return Err(self.wrong("Expecting value", start));
        }
        let whole = self.at;
        if self.skip(b'.') && self.digits() == 0 {
            self.at = whole;
        }
        let before = self.at;
        if self.skip(b'e') || self.skip(b'E') {
            let _sign = self.skip(b'+') || self.skip(b'-');
            if self.digits() == 0 {
                self.at = before;
            }
        }
        let text = self.text.get(start..self.at).unwrap_or_default();
        let (hook, float) = if self.at == whole { (&self.hooks.int, false) } else { (&self.hooks.float, true) };
        if let Some(hook) = hook {
            return vm.call(hook, Args::of(vec![Value::str(text)]));
        }
        if float {
            return Ok(Value::Float(text.parse().unwrap_or(f64::NAN)));
        }
        match text.parse() {
            Ok(number) => Ok(Value::Int(number)),
            Err(_) => big(vm, text),
        }
    }

    /// A text in quotes.
    fn string(&mut self, vm: &mut Vm<'_>) -> Result<String> {
        let begin = self.at;
        self.at += 1;
        let mut out = String::new();
        loop {
            let rest = self.rest();
            let plain = rest.bytes().position(|byte| matches!(byte, b'"' | b'\\' | 0..=0x1f));
            let Some(length) = plain else { return Err(self.wrong("Unterminated string starting at", begin)) };
            vm.work(length / 16)?;
            vm.allocate(length)?;
            out.push_str(rest.get(..length).unwrap_or_default());
            self.at += length;
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    vm.allocate(24)?;
                    return Ok(out);
                }
                Some(b'\\') => {
                    vm.allocate(4)?;
                    let c = self.escape(begin)?;
                    out.push(c);
                }
                Some(byte) if !self.hooks.strict => {
                    self.at += 1;
                    out.push(char::from(byte));
                }
                _ => return Err(self.wrong("Invalid control character at", self.at)),
            }
        }
    }

    fn escape(&mut self, begin: usize) -> Result<char> {
        let start = self.at;
        self.at += 1;
        let Some(byte) = self.peek() else { return Err(self.wrong("Unterminated string starting at", begin)) };
        self.at += 1;
        Ok(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\x08',
            b'f' => '\x0c',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit()?;
                let mut units = vec![first];
                if (0xd800..0xdc00).contains(&first) && self.rest().starts_with("\\u") {
                    let back = self.at;
                    self.at += 2;
                    match self.unit()? {
                        second @ 0xdc00..0xe000 => units.push(second),
                        _ => self.at = back,
                    }
                }
                // Half a character cannot be in a text here.
                char::decode_utf16(units).next().and_then(std::result::Result::ok).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            _ => return Err(self.wrong("Invalid \\escape", start)),
        })
    }

    fn unit(&mut self) -> Result<u16> {
        let digits = self.text.get(self.at..self.at + 4).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let unit = digits.and_then(|digits| u16::from_str_radix(digits, 16).ok());
        let unit = unit.ok_or_else(|| self.wrong("Invalid \\uXXXX escape", self.at - 1))?;
        self.at += 4;
        Ok(unit)
    }
}

fn big(vm: &mut Vm<'_>, text: &str) -> Result<Value> {
    let digits = text.trim_start_matches('-').len();
    if digits > MOST_DIGITS {
        return Err(Stop::value_error(format!(
            "Exceeds the limit ({MOST_DIGITS} digits) for integer string conversion: value has {digits} digits; \
             use sys.set_int_max_str_digits() to increase the limit"
        )));
    }
    vm.work(digits)?;
    vm.allocate(digits)?;
    Ok(text.parse::<BigInt>().map_or(Value::Int(0), Value::big))
}
