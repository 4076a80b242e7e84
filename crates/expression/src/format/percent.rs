//! `template % values`

use super::{
    number::{Digits, float_digits},
    quote,
    spec::{Layout, pad},
};
use crate::{
    Result, Stop, Value, Vm, exception,
    operate::{class_of, number::Number, plain, whole},
};

/// Where the values come from.
struct Source<'a> {
    values: &'a [Value],
    taken: usize,
    mapping: Option<&'a Value>,
}

impl Source<'_> {
    fn next(&mut self) -> Result<Value> {
        let value = self.values.get(self.taken).cloned();
        self.taken += 1;
        value.ok_or_else(|| Stop::type_error("not enough arguments for format string"))
    }
}

/// A template, and how far it was read.
struct Template<'a> {
    characters: std::iter::Peekable<std::iter::Enumerate<std::str::Chars<'a>>>,
}

impl Template<'_> {
    fn next(&mut self) -> Result<(usize, char)> {
        self.characters.next().ok_or_else(|| Stop::value_error("incomplete format"))
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        self.characters.next_if(|(_, next)| wanted(*next)).map(|(_, next)| next)
    }

    fn key(&mut self) -> Result<String> {
        let mut key = String::new();
        let mut open = 1;
        loop {
            let (_, next) = self.characters.next().ok_or_else(|| Stop::value_error("incomplete format key"))?;
            match next {
                '(' => open += 1,
                ')' => open -= 1,
                _ => {}
            }
            if open == 0 {
                return Ok(key);
            }
            key.push(next);
        }
    }

    fn number(&mut self, source: &mut Source<'_>) -> Result<Option<i64>> {
        if self.take(|next| next == '*').is_some() {
            let value = source.next()?;
            return value.as_int().map(Some).ok_or_else(|| Stop::type_error("* wants int"));
        }
        let mut number = None;
        while let Some(digit) = self.take(|next| next.is_ascii_digit()).and_then(|next| next.to_digit(10)) {
            let longer = number.unwrap_or(0_i64).checked_mul(10).and_then(|number| number.checked_add(i64::from(digit)));
            number = Some(longer.ok_or_else(|| Stop::value_error("width too big"))?);
        }
        Ok(number)
    }
}

impl Vm<'_> {
    /// `template % values`
    ///
    /// # Errors
    /// `TypeError` and `ValueError` when they do not fit each other.
    pub fn percent(&mut self, template: &str, values: &Value) -> Result<String> {
        let one = [values.clone()];
        let tuple = plain(values).clone();
        let mut source = match &tuple {
            Value::Tuple(values) => Source { values, taken: 0, mapping: None },
            other => Source { values: &one, taken: 0, mapping: is_mapping(other).then_some(values) },
        };
        let mut template = Template { characters: template.chars().enumerate().peekable() };
        let mut out = String::new();
        let mut keyed = false;
        while let Some((_, next)) = template.characters.next() {
            if next == '%' {
                keyed |= self.percent_one(&mut out, &mut template, &mut source)?;
            } else {
                self.pay_character(&mut out, next)?;
            }
        }
        if source.taken < source.values.len() && source.mapping.is_none() && !keyed {
            return Err(Stop::type_error("not all arguments converted during string formatting"));
        }
        Ok(out)
    }

    fn pay_character(&mut self, out: &mut String, character: char) -> Result<()> {
        if out.len().is_multiple_of(64) {
            self.take(64, 1)?;
        }
        out.push(character);
        Ok(())
    }

    /// One `%…`; whether its value was named.
    fn percent_one(&mut self, out: &mut String, template: &mut Template<'_>, source: &mut Source<'_>) -> Result<bool> {
        if template.take(|next| next == '%').is_some() {
            self.pay_character(out, '%')?;
            return Ok(false);
        }
        let mut layout = Layout { align: Some('>'), ..Layout::default() };
        let mut named = None;
        if template.take(|next| next == '(').is_some() {
            let mapping = source.mapping.ok_or_else(|| Stop::type_error("format requires a mapping"))?;
            let key = template.key()?;
            named = Some(self.item(mapping, &Value::str(key))?);
        }
        let mut left = false;
        while let Some(flag) = template.take(|next| matches!(next, '-' | '+' | ' ' | '#' | '0')) {
            match flag {
                '-' => left = true,
                '#' => layout.alternate = true,
                '0' => layout.fill = Some('0'),
                '+' => layout.sign = Some('+'),
                _ => layout.sign = layout.sign.or(Some(' ')),
            }
        }
        let width = template.number(source)?.unwrap_or(0);
        left |= width < 0;
        layout.width = usize::try_from(width.unsigned_abs()).unwrap_or(usize::MAX);
        if template.take(|next| next == '.').is_some() {
            layout.precision = Some(usize::try_from(template.number(source)?.unwrap_or(0)).unwrap_or(0));
        }
        template.take(|next| matches!(next, 'h' | 'l' | 'L'));
        let (place, kind) = template.next()?;
        layout.kind = Some(kind);
        if left {
            layout.align = Some('<');
        }
        self.pay_layout(&layout)?;
        let keyed = named.is_some();
        let value = named.map_or_else(|| source.next(), Ok)?;
        let text = self.percent_value(&layout, place, kind, &value)?;
        self.write(out, &text)?;
        Ok(keyed)
    }

    fn percent_value(&mut self, layout: &Layout, place: usize, kind: char, value: &Value) -> Result<String> {
        let text = match kind {
            's' => self.str(value)?,
            'r' => self.repr(value)?,
            'a' => quote::ascii(&self.repr(value)?),
            'c' => return percent_character(layout, value),
            'd' | 'i' | 'u' | 'o' | 'x' | 'X' => return self.percent_integer(layout, kind, value),
            'e' | 'E' | 'f' | 'F' | 'g' | 'G' => {
                let number = self.percent_float(value)?;
                return Ok(aligned(&float_digits(number, Some(kind), layout.precision, layout.alternate), layout));
            }
            other => {
                let code = u32::from(other);
                let shown = if matches!(code, 32..=126) { other } else { '?' };
                return Err(Stop::value_error(format!("unsupported format character '{shown}' (0x{code:x}) at index {place}")));
            }
        };
        let shown: &str = match layout.precision {
            Some(most) => text.char_indices().nth(most).and_then(|(end, _)| text.get(..end)).unwrap_or(&text),
            None => &text,
        };
        Ok(pad(shown, ' ', layout.align.unwrap_or('>'), layout.width))
    }

    fn percent_float(&mut self, value: &Value) -> Result<f64> {
        match Number::of(value) {
            Some(number) => number.float(),
            None => match self.special(value, "__float__", vec![])? {
                Some(Value::Float(number)) => Ok(number),
                _ => Err(Stop::type_error(format!("must be real number, not {}", class_of(value).name()))),
            },
        }
    }

    fn percent_integer(&mut self, layout: &Layout, kind: char, value: &Value) -> Result<String> {
        let decimal = matches!(kind, 'd' | 'i' | 'u');
        let integer = match Number::of(value) {
            Some(Number::Float(number)) if decimal => Some(whole(number)?),
            Some(Number::Float(_)) => None,
            Some(_) => Some(plain(value).clone()),
            None => self.find_index(value)?,
        };
        let integer = integer.as_ref().and_then(|integer| Number::of(integer)?.integer());
        let Some(integer) = integer else {
            let wanted = if decimal { "a real number" } else { "an integer" };
            return Err(Stop::type_error(format!("%{kind} format: {wanted} is required, not {}", class_of(value).name())));
        };
        let (prefix, mut digits) = self.in_base(&integer, Some(kind), layout.alternate)?;
        if let Some(least) = layout.precision {
            digits = pad(&digits, '0', '>', least);
        }
        let negative = num_traits::Signed::is_negative(&*integer);
        Ok(aligned(&Digits { negative, prefix, whole: digits, rest: String::new() }, layout))
    }
}

/// Zeros come between sign and digits, unless all is on the left.
fn aligned(digits: &Digits, layout: &Layout) -> String {
    let mut layout = layout.clone();
    match (layout.align, layout.fill) {
        (Some('<'), _) => layout.fill = None,
        (_, Some('0')) => layout.align = Some('='),
        _ => {}
    }
    digits.lay_out(&layout)
}

fn percent_character(layout: &Layout, value: &Value) -> Result<String> {
    let align = layout.align.unwrap_or('>');
    if let Some(text) = value.as_str() {
        let mut characters = text.chars();
        return match (characters.next(), characters.next()) {
            (Some(_), None) => Ok(pad(text, ' ', align, layout.width)),
            _ => Err(Stop::type_error("%c requires int or char")),
        };
    }
    let number = match plain(value) {
        Value::Big(_) => -1,
        value => value.as_int().ok_or_else(|| Stop::type_error("%c requires int or char"))?,
    };
    let character = u32::try_from(number).ok().and_then(char::from_u32);
    let character = character.ok_or_else(|| Stop::raise(&exception::OVERFLOW_ERROR, "%c arg not in range(0x110000)"))?;
    Ok(pad(&character.to_string(), ' ', align, layout.width))
}

/// Whether values are looked up in it by name, so that it need not be used up.
fn is_mapping(value: &Value) -> bool {
    matches!(value, Value::Dict(_) | Value::List(_) | Value::Bytes(_) | Value::Range(_) | Value::Object(_) | Value::Instance(_))
}
