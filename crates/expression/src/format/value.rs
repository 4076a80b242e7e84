//! `format(value, spec)`

use num_bigint::{BigInt, Sign};
use num_traits::ToPrimitive;

use super::{
    number::{Digits, float_digits},
    spec::{self, Layout, pad},
};
use crate::{
    Result, Stop, Value, Vm, exception,
    operate::{class_of, number::Number, plain, programmable},
};

impl Vm<'_> {
    /// `format(value, spec)`
    ///
    /// # Errors
    /// `ValueError` for a specification that does not fit.
    pub fn format(&mut self, value: &Value, spec: &str) -> Result<String> {
        if programmable(value)
            && let Some(text) = self.special(value, "__format__", vec![Value::str(spec)])?
        {
            return match text.as_str() {
                Some(text) => Ok(text.to_owned()),
                None => Err(Stop::type_error(format!("__format__ must return a str, not {}", class_of(&text).name()))),
            };
        }
        if spec.is_empty() {
            return self.str(value);
        }
        self.work(1 + spec.len() / 16)?;
        let refused = || Stop::type_error(format!("unsupported format string passed to {}.__format__", class_of(value).name()));
        match plain(value) {
            Value::Str(text) => self.format_text(&std::sync::Arc::clone(text), spec),
            Value::Object(object) => object.format(self, spec)?.ok_or_else(refused),
            number => match Number::of(number) {
                Some(number) => self.format_number(&number, spec, class_of(value).name()),
                None => Err(refused()),
            },
        }
    }

    fn format_text(&mut self, text: &str, spec: &str) -> Result<String> {
        let layout = spec::parse(spec, "str", true)?;
        let refuse = |what: &str| Err(Stop::value_error(format!("{what} not allowed in string format specifier")));
        match (layout.kind, layout.sign) {
            (Some(kind), _) if kind != 's' => return Err(spec::unknown(kind, "str")),
            (_, Some(' ')) => return refuse("Space"),
            (_, Some(_)) => return refuse("Sign"),
            _ => {}
        }
        if layout.no_negative_zero {
            return refuse("Negative zero coercion (z)");
        }
        if layout.alternate {
            return refuse("Alternate form (#)");
        }
        if layout.align == Some('=') {
            return refuse("'=' alignment");
        }
        let fill = layout.fill.unwrap_or(' ');
        self.take(text.len().saturating_add(layout.width.saturating_mul(fill.len_utf8())), 1)?;
        let shown: &str = match layout.precision {
            Some(most) => text.char_indices().nth(most).and_then(|(end, _)| text.get(..end)).unwrap_or(text),
            None => text,
        };
        Ok(pad(shown, fill, layout.align.unwrap_or('<'), layout.width))
    }

    /// A number by a specification.
    pub(crate) fn format_number(&mut self, number: &Number<'_>, spec: &str, class: &str) -> Result<String> {
        let layout = spec::parse(spec, class, false)?;
        self.pay_layout(&layout)?;
        match number.integer() {
            Some(integer) => match layout.kind {
                None | Some('b' | 'c' | 'd' | 'n' | 'o' | 'x' | 'X') => self.format_integer(&integer, &layout),
                Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => format_float(number.float()?, &layout, class),
                Some(kind) => Err(spec::unknown(kind, class)),
            },
            None => format_float(number.float()?, &layout, class),
        }
    }

    /// Pays for as many characters as a layout asks for.
    pub(crate) fn pay_layout(&mut self, layout: &Layout) -> Result<()> {
        let precision = layout.precision.unwrap_or(0);
        if precision > 0x7fff_ffff {
            return Err(Stop::value_error("precision too big"));
        }
        self.take(layout.width.saturating_add(precision).saturating_add(64), 8)
    }

    fn format_integer(&mut self, number: &BigInt, layout: &Layout) -> Result<String> {
        let refuse = |what: &str| Err(Stop::value_error(format!("{what} not allowed in integer format specifier")));
        if layout.precision.is_some() {
            return refuse("Precision");
        }
        if layout.no_negative_zero {
            return refuse("Negative zero coercion (z)");
        }
        if layout.kind == Some('c') {
            return format_character(number, layout);
        }
        let (prefix, whole) = self.in_base(number, layout.kind, layout.alternate)?;
        Ok(Digits { negative: number.sign() == Sign::Minus, prefix, whole, rest: String::new() }.lay_out(layout))
    }

    /// Prefix and digits of an integer, without its sign.
    pub(crate) fn in_base(&mut self, number: &BigInt, kind: Option<char>, alternate: bool) -> Result<(&'static str, String)> {
        let (radix, prefix) = match kind {
            Some('b') => (2, "0b"),
            Some('o') => (8, "0o"),
            Some('x') => (16, "0x"),
            Some('X') => (16, "0X"),
            _ => (10, ""),
        };
        let prefix = if alternate { prefix } else { "" };
        if radix == 10 {
            return Ok((prefix, self.digits(number)?.trim_start_matches('-').to_owned()));
        }
        self.take(usize::try_from(number.bits()).unwrap_or(usize::MAX), 2)?;
        let digits = number.magnitude().to_str_radix(radix);
        Ok((prefix, if kind == Some('X') { digits.to_uppercase() } else { digits }))
    }
}

fn format_character(number: &BigInt, layout: &Layout) -> Result<String> {
    if layout.sign.is_some() {
        return Err(Stop::value_error("Sign not allowed with integer format specifier 'c'"));
    }
    if layout.alternate {
        return Err(Stop::value_error("Alternate form (#) not allowed with integer format specifier 'c'"));
    }
    if number.to_i64().is_none() {
        return Err(Stop::raise(&exception::OVERFLOW_ERROR, "Python int too large to convert to C long"));
    }
    let character = number.to_u32().and_then(char::from_u32);
    let character = character.ok_or_else(|| Stop::raise(&exception::OVERFLOW_ERROR, "%c arg not in range(0x110000)"))?;
    let align = match layout.align.unwrap_or('<') {
        '=' => '>',
        align => align,
    };
    Ok(pad(&character.to_string(), layout.fill.unwrap_or(' '), align, layout.width))
}

fn format_float(number: f64, layout: &Layout, class: &str) -> Result<String> {
    let kind = match layout.kind {
        Some('n') => Some('g'),
        None | Some('e' | 'E' | 'f' | 'F' | 'g' | 'G' | '%') => layout.kind,
        Some(kind) => return Err(spec::unknown(kind, class)),
    };
    let mut digits = float_digits(number, kind, layout.precision, layout.alternate);
    if layout.no_negative_zero && !digits.whole.chars().chain(digits.rest.chars()).any(|digit| matches!(digit, '1'..='9' | 'i' | 'I')) {
        digits.negative = false;
    }
    Ok(digits.lay_out(layout))
}
