//! Floats as text: the shortest that reads back as the same number, written as Python does.

/// The decimal digits of a finite number that is not negative, without the point, and the exponent of the first.
pub(crate) fn shortest(number: f64) -> (String, i32) {
    let (digits, exponent) = parts(&format!("{number:e}"));
    // Of two that are equally near, Python takes the even one.
    if digits.len() >= 15 {
        let even = format!("{number:.*e}", digits.len() - 1);
        if even.parse() == Ok(number) {
            return parts(&even);
        }
    }
    (digits, exponent)
}

/// So many digits behind the first, rounded half to even of the exact value.
pub(crate) fn exact(number: f64, behind: usize) -> (String, i32) {
    parts(&format!("{number:.behind$e}"))
}

fn parts(text: &str) -> (String, i32) {
    let (digits, exponent) = text.split_once('e').unwrap_or((text, "0"));
    (digits.replace('.', ""), exponent.parse().unwrap_or(0))
}

/// `nan` and `inf`; `None` for ordinary numbers.
pub(crate) fn special(number: f64) -> Option<&'static str> {
    if number.is_nan() {
        return Some("nan");
    }
    match number.is_infinite() {
        true if number > 0.0 => Some("inf"),
        true => Some("-inf"),
        false => None,
    }
}

/// `repr(number)`
pub(crate) fn repr(number: f64) -> String {
    if let Some(name) = special(number) {
        return name.to_owned();
    }
    let sign = if number.is_sign_negative() { "-" } else { "" };
    let (digits, exponent) = shortest(number.abs());
    if (-4..16).contains(&exponent) {
        return format!("{sign}{}", plain(&digits, exponent, true));
    }
    format!("{sign}{}", scientific(&digits, exponent, 'e'))
}

/// `d.ddde+XX`
pub(crate) fn scientific(digits: &str, exponent: i32, letter: char) -> String {
    let (first, rest) = digits.split_at_checked(1).unwrap_or((digits, ""));
    let point = if rest.is_empty() { "" } else { "." };
    let sign = if exponent < 0 { '-' } else { '+' };
    format!("{first}{point}{rest}{letter}{sign}{:02}", exponent.abs())
}

/// `ddd.ddd`; whole numbers get a `.0` when that is wanted.
pub(crate) fn plain(digits: &str, exponent: i32, zero: bool) -> String {
    let before = usize::try_from(exponent + 1).unwrap_or(0);
    if exponent < 0 {
        let zeros = usize::try_from(-exponent - 1).unwrap_or(0);
        return format!("0.{}{digits}", "0".repeat(zeros));
    }
    match digits.split_at_checked(before) {
        Some((whole, fraction)) if !fraction.is_empty() => format!("{whole}.{fraction}"),
        Some((whole, _)) => format!("{whole}{}", if zero { ".0" } else { "" }),
        None => format!("{digits}{}{}", "0".repeat(before - digits.len()), if zero { ".0" } else { "" }),
    }
}
