//! `html`: text within pages.

use std::{collections::HashMap, sync::LazyLock};

use super::support::want_text;
use crate::{Args, Module, Native, Result, Spec, Value, Vm};

/// The module.
pub(super) static MODULE: Module = Module {
    name: "html",
    functions: &[Native { name: "escape", call: escape }, Native { name: "unescape", call: unescape }],
    classes: &[],
    constants: &[],
};

/// What names stand for, without the `&`.
static NAMES: LazyLock<HashMap<&str, &str>> =
    LazyLock::new(|| entities::ENTITIES.iter().map(|entity| (entity.entity.trim_start_matches('&'), entity.characters)).collect());

/// The longest name.
const LONGEST: usize = 32;

fn escape(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [text, quote] = args.bind(&Spec::new("escape", 1, ["s", "quote"]))?;
    let text = text.unwrap_or(Value::None);
    let Some(text) = text.as_str() else {
        return Err(crate::Stop::no_attribute(crate::operate::class_of(&text).name(), "replace"));
    };
    let quote = quote.map_or(Ok(true), |quote| vm.truth(&quote))?;
    vm.work(text.len() / 4 + 1)?;
    vm.allocate(text.len())?;
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quote => out.push_str("&quot;"),
            '\'' if quote => out.push_str("&#x27;"),
            _ => out.push(c),
        }
    }
    vm.text(out)
}

fn unescape(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let text = want_text("unescape", "1", &args.one("unescape")?)?;
    vm.work(text.len() / 2 + 1)?;
    vm.allocate(text.len().saturating_mul(2))?;
    let mut out = String::with_capacity(text.len());
    let mut rest: &str = &text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        match if after.starts_with('#') { numbered(after) } else { named(after) } {
            Some((meant, length)) => {
                out.push_str(&meant);
                rest = after.get(length..).unwrap_or_default();
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    vm.text(out)
}

/// What `#233;` or `#xe9;` means, and how long it is.
fn numbered(text: &str) -> Option<(String, usize)> {
    let (digits, base, before) = match text.strip_prefix("#x").or_else(|| text.strip_prefix("#X")) {
        Some(digits) => (digits, 16, 2),
        None => (text.strip_prefix('#')?, 10, 1),
    };
    let length = digits.bytes().take_while(|byte| char::from(*byte).is_digit(base)).count();
    if length == 0 {
        return None;
    }
    let number = u32::from_str_radix(digits.get(..length)?, base).unwrap_or(u32::MAX);
    let end = before + length + usize::from(digits.get(length..).is_some_and(|rest| rest.starts_with(';')));
    let meant = match number {
        0 => "\u{fffd}".to_owned(),
        0x0d => "\r".to_owned(),
        0x80..=0x9f => windows(number).to_string(),
        1..=8 | 0x0b | 0x0e..=0x1f | 0x7f | 0xfdd0..=0xfdef => String::new(),
        _ if number & 0xfffe == 0xfffe && number <= 0x0010_ffff => String::new(),
        _ => char::from_u32(number).unwrap_or('\u{fffd}').to_string(),
    };
    Some((meant, end))
}

/// Numbers that pages mean as Windows does.
fn windows(number: u32) -> char {
    const TABLE: [char; 32] = [
        '\u{20ac}', '\u{81}', '\u{201a}', '\u{192}', '\u{201e}', '\u{2026}', '\u{2020}', '\u{2021}', '\u{2c6}', '\u{2030}', '\u{160}',
        '\u{2039}', '\u{152}', '\u{8d}', '\u{17d}', '\u{8f}', '\u{90}', '\u{2018}', '\u{2019}', '\u{201c}', '\u{201d}', '\u{2022}',
        '\u{2013}', '\u{2014}', '\u{2dc}', '\u{2122}', '\u{161}', '\u{203a}', '\u{153}', '\u{9d}', '\u{17e}', '\u{178}',
    ];
    usize::try_from(number - 0x80).ok().and_then(|place| TABLE.get(place)).copied().unwrap_or('\u{fffd}')
}

/// What a name means, and how long it is: with its semicolon, or the longest beginning that is a name without one.
fn named(text: &str) -> Option<(String, usize)> {
    let stop = |c: char| matches!(c, '\t' | '\n' | '\x0c' | ' ' | '<' | '&' | '#' | ';');
    let length: usize = text.chars().take(LONGEST).take_while(|c| !stop(*c)).map(char::len_utf8).sum();
    if length == 0 {
        return None;
    }
    let closed = text.get(..=length).filter(|name| name.ends_with(';'));
    let shorter = (2..=length).rev().filter_map(|length| text.get(..length));
    let name = closed.into_iter().chain(shorter).find(|name| NAMES.contains_key(name))?;
    NAMES.get(name).map(|meant| ((*meant).to_owned(), name.len()))
}
