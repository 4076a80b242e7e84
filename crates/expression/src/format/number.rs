//! Numbers in a layout.

use super::{
    float,
    spec::{Layout, pad},
};

/// A number in pieces.
#[derive(Debug, Default)]
pub(crate) struct Digits {
    /// Whether it is below zero.
    pub(crate) negative: bool,
    /// `0x`
    pub(crate) prefix: &'static str,
    /// Before the point.
    pub(crate) whole: String,
    /// From the point on, with exponent or `%`.
    pub(crate) rest: String,
}

/// Digits that a float has behind the point at most; further ones are zeros.
const MOST: usize = 1100;

impl Digits {
    /// Puts it together: sign, prefix, groups of digits, and what is put around.
    pub(crate) fn lay_out(&self, layout: &Layout) -> String {
        let sign = match layout.sign {
            _ if self.negative => "-",
            Some('+') => "+",
            Some(' ') => " ",
            _ => "",
        };
        let fill = layout.fill.unwrap_or(' ');
        let align = layout.align.unwrap_or('>');
        let before = sign.len() + self.prefix.len();
        let whole = match layout.separator {
            Some(separator) if !self.whole.is_empty() && self.whole.bytes().all(|byte| byte.is_ascii_hexdigit()) => {
                let group = if matches!(layout.kind, Some('b' | 'o' | 'x' | 'X')) { 4 } else { 3 };
                let least = if fill == '0' && align == '=' { layout.width.saturating_sub(before + self.rest.len()) } else { 0 };
                grouped(&self.whole, separator, group, least)
            }
            _ => self.whole.clone(),
        };
        if align == '=' {
            let inner = pad(&format!("{whole}{}", self.rest), fill, '>', layout.width.saturating_sub(before));
            return format!("{sign}{}{inner}", self.prefix);
        }
        pad(&format!("{sign}{}{whole}{}", self.prefix, self.rest), fill, align, layout.width)
    }
}

/// Digits in groups from the right, with zeros before them so that they are as wide as wanted.
fn grouped(digits: &str, separator: char, group: usize, least: usize) -> String {
    let mut count = digits.len();
    while count + (count.saturating_sub(1)) / group < least {
        count += 1;
    }
    let zeros = count - digits.len();
    let mut out = String::with_capacity(count + count / group);
    for (place, digit) in std::iter::repeat_n('0', zeros).chain(digits.chars()).enumerate() {
        if place > 0 && (count - place).is_multiple_of(group) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A float in pieces, for `e f g %` and their capital forms, and for no letter at all.
pub(crate) fn float_digits(number: f64, kind: Option<char>, precision: Option<usize>, alternate: bool) -> Digits {
    let (negative, size) = (number.is_sign_negative() && !number.is_nan(), number.abs());
    let text = match (float::special(size), kind) {
        (Some(name), Some('%')) => format!("{name}%"),
        (Some(name), _) => name.to_owned(),
        (None, Some('f' | 'F')) => fixed(size, precision.unwrap_or(6), alternate),
        (None, Some('%')) => {
            let hundredfold = size * 100.0;
            float::special(hundredfold).map_or_else(|| fixed(hundredfold, precision.unwrap_or(6), alternate), str::to_owned) + "%"
        }
        (None, Some('e' | 'E')) => {
            let precision = precision.unwrap_or(6);
            let (digits, exponent) = float::exact(size, precision.min(MOST));
            pointed(&float::scientific(&(digits + &zeros(precision)), exponent, 'e'), alternate)
        }
        (None, Some(_)) => general(size, precision.unwrap_or(6), alternate, false),
        (None, None) => match precision {
            Some(precision) => general(size, precision, alternate, true),
            None => pointed(&float::repr(size), alternate),
        },
    };
    let text = if matches!(kind, Some('E' | 'F' | 'G')) { text.to_uppercase() } else { text };
    let end = text.find(|character: char| !character.is_ascii_digit()).unwrap_or(text.len());
    let (whole, rest) = text.split_at_checked(end).unwrap_or((&text, ""));
    Digits { negative, prefix: "", whole: whole.to_owned(), rest: rest.to_owned() }
}

fn zeros(precision: usize) -> String {
    "0".repeat(precision.saturating_sub(MOST))
}

fn fixed(number: f64, precision: usize, alternate: bool) -> String {
    let text = format!("{number:.*}", precision.min(MOST)) + &zeros(precision);
    if alternate && precision == 0 { text + "." } else { text }
}

/// With a point, when one is wanted in any case.
fn pointed(text: &str, wanted: bool) -> String {
    match text.split_once('e') {
        Some((digits, exponent)) if wanted && !digits.contains('.') => format!("{digits}.e{exponent}"),
        None if wanted && !text.contains('.') => format!("{text}."),
        _ => text.to_owned(),
    }
}

/// As many digits as wanted, with an exponent when the number is very large or small.
fn general(number: f64, precision: usize, alternate: bool, bare: bool) -> String {
    let precision = precision.max(1);
    let (mut digits, exponent) = float::exact(number, (precision - 1).min(MOST));
    let most = i32::try_from(precision).unwrap_or(i32::MAX) - i32::from(bare);
    if !alternate {
        digits.truncate(digits.trim_end_matches('0').len().max(1));
    } else if precision > MOST {
        digits.push_str(&zeros(precision - 1));
    }
    if (-4..most).contains(&exponent) {
        return pointed(&float::plain(&digits, exponent, bare), alternate);
    }
    pointed(&float::scientific(&digits, exponent, 'e'), alternate)
}
