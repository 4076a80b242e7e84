//! Format specifications: `[[fill]align][sign][z][#][0][width][,|_][.precision][type]`.

use crate::{Result, Stop};

/// What a format specification says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Layout {
    /// What is put around, when it was said or a `0` stands before the width.
    pub(crate) fill: Option<char>,
    /// `<`, `>`, `^` or `=`
    pub(crate) align: Option<char>,
    /// `+`, `-` or a space.
    pub(crate) sign: Option<char>,
    /// `z`: no negative zero.
    pub(crate) no_negative_zero: bool,
    /// `#`
    pub(crate) alternate: bool,
    /// Characters at least.
    pub(crate) width: usize,
    /// Between groups of digits.
    pub(crate) separator: Option<char>,
    /// Digits, or characters at most.
    pub(crate) precision: Option<usize>,
    /// `d`, `s`, `f` …
    pub(crate) kind: Option<char>,
}

/// What is still to be read.
struct Rest<'a> {
    text: &'a str,
}

impl Rest<'_> {
    fn peek(&self) -> Option<char> {
        self.text.chars().next()
    }

    fn next(&mut self) -> Option<char> {
        let mut rest = self.text.chars();
        let next = rest.next();
        self.text = rest.as_str();
        next
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        if self.peek().is_some_and(wanted) { self.next() } else { None }
    }

    fn number(&mut self) -> Result<Option<usize>> {
        let mut number = None;
        while let Some(digit) = self.take(|next| next.is_ascii_digit()).and_then(|next| next.to_digit(10)) {
            let longer = number.unwrap_or(0_usize).checked_mul(10).and_then(|number| number.checked_add(digit as usize));
            let fits = longer.filter(|number| i64::try_from(*number).is_ok());
            number = Some(fits.ok_or_else(|| Stop::value_error("Too many decimal digits in format string"))?);
        }
        Ok(number)
    }
}

const fn is_align(character: char) -> bool {
    matches!(character, '<' | '>' | '^' | '=')
}

/// Reads a specification for a value of that class. Texts are aligned to the left, numbers to the right.
pub(crate) fn parse(spec: &str, class: &str, left: bool) -> Result<Layout> {
    let mut layout = Layout::default();
    let mut rest = Rest { text: spec };
    let mut ahead = spec.chars();
    let (first, second) = (ahead.next(), ahead.next());
    if second.is_some_and(is_align) {
        (layout.fill, layout.align) = (first, second);
        rest.text = ahead.as_str();
    } else {
        layout.align = rest.take(is_align);
    }
    layout.sign = rest.take(|next| matches!(next, '+' | '-' | ' '));
    layout.no_negative_zero = rest.take(|next| next == 'z').is_some();
    layout.alternate = rest.take(|next| next == '#').is_some();
    if layout.fill.is_none() && rest.take(|next| next == '0').is_some() {
        layout.fill = Some('0');
        if layout.align.is_none() && !left {
            layout.align = Some('=');
        }
    }
    layout.width = rest.number()?.unwrap_or(0);
    separators(&mut layout, &mut rest)?;
    if rest.take(|next| next == '.').is_some() {
        let precision = rest.number()?;
        layout.precision = Some(precision.ok_or_else(|| Stop::value_error("Format specifier missing precision"))?);
    }
    layout.kind = rest.next();
    if !rest.text.is_empty() {
        return Err(Stop::value_error(format!("Invalid format specifier '{spec}' for object of type '{class}'")));
    }
    check_separator(&layout, left.then_some('s'))?;
    Ok(layout)
}

fn separators(layout: &mut Layout, rest: &mut Rest<'_>) -> Result<()> {
    layout.separator = rest.take(|next| matches!(next, ',' | '_'));
    match (layout.separator, rest.peek()) {
        (Some(','), Some('_')) | (Some('_'), Some(',')) => Err(Stop::value_error("Cannot specify both ',' and '_'.")),
        _ => Ok(()),
    }
}

fn check_separator(layout: &Layout, usual: Option<char>) -> Result<()> {
    let Some(separator) = layout.separator else { return Ok(()) };
    match layout.kind.or(usual) {
        None | Some('d' | 'e' | 'f' | 'g' | 'E' | 'G' | '%' | 'F') => Ok(()),
        Some('b' | 'o' | 'x' | 'X') if separator == '_' => Ok(()),
        Some(kind) => Err(Stop::value_error(format!("Cannot specify '{separator}' with '{kind}'."))),
    }
}

/// The type letter is not one for such values.
pub(crate) fn unknown(kind: char, class: &str) -> Stop {
    if kind > ' ' && kind < '\u{80}' {
        return Stop::value_error(format!("Unknown format code '{kind}' for object of type '{class}'"));
    }
    Stop::value_error(format!("Unknown format code '\\x{:x}' for object of type '{class}'", u32::from(kind)))
}

/// A text with something around it so that it is as wide as wanted.
pub(crate) fn pad(text: &str, fill: char, align: char, width: usize) -> String {
    let missing = width.saturating_sub(text.chars().count());
    let before = match align {
        '>' | '=' => missing,
        '^' => missing / 2,
        _ => 0,
    };
    let mut out = String::with_capacity(text.len() + missing * fill.len_utf8());
    out.extend(std::iter::repeat_n(fill, before));
    out.push_str(text);
    out.extend(std::iter::repeat_n(fill, missing - before));
    out
}
