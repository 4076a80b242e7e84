//! `template.format(…)` and `template.format_map(mapping)`

use super::quote;
use crate::{Result, Stop, Str, Value, Vm, exception};

/// Where the values come from.
pub(crate) struct Fields<'a> {
    /// By place; `None` when there are only names.
    pub(crate) positional: Option<&'a [Value]>,
    /// By name.
    pub(crate) named: &'a [(Str, Value)],
    /// By name, from anything that has items.
    pub(crate) mapping: Option<&'a Value>,
    numbering: Numbering,
}

/// How fields without names are numbered: one way or the other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Numbering {
    Undecided,
    Automatic(usize),
    Manual,
}

impl<'a> Fields<'a> {
    /// Arguments of `format`.
    pub(crate) fn arguments(positional: &'a [Value], named: &'a [(Str, Value)]) -> Self {
        Fields { positional: Some(positional), named, mapping: None, numbering: Numbering::Undecided }
    }

    /// The argument of `format_map`.
    pub(crate) fn mapping(mapping: &'a Value) -> Self {
        Fields { positional: None, named: &[], mapping: Some(mapping), numbering: Numbering::Undecided }
    }

    fn number(&mut self, given: Option<usize>) -> Result<usize> {
        let manual = "cannot switch from automatic field numbering to manual field specification";
        let automatic = "cannot switch from manual field specification to automatic field numbering";
        match (given, self.numbering) {
            (Some(_), Numbering::Automatic(_)) => Err(Stop::value_error(manual)),
            (None, Numbering::Manual) => Err(Stop::value_error(automatic)),
            (Some(given), _) => {
                self.numbering = Numbering::Manual;
                Ok(given)
            }
            (None, numbering) => {
                let next = if let Numbering::Automatic(next) = numbering { next } else { 0 };
                self.numbering = Numbering::Automatic(next + 1);
                Ok(next)
            }
        }
    }
}

impl Vm<'_> {
    /// Fills the fields of a template.
    ///
    /// # Errors
    /// `ValueError` for a template that makes no sense, and whatever looking values up raises.
    pub(crate) fn fill(&mut self, template: &str, fields: &mut Fields<'_>, nested: u32) -> Result<String> {
        if nested == 0 {
            return Err(Stop::value_error("Max string recursion exceeded"));
        }
        let mut out = String::new();
        let mut rest = template;
        while let Some(place) = rest.find(['{', '}']) {
            let (text, from) = rest.split_at_checked(place).unwrap_or((rest, ""));
            self.write(&mut out, text)?;
            let brace = if from.starts_with('{') { '{' } else { '}' };
            let after = from.strip_prefix(brace).unwrap_or_default();
            if let Some(after) = after.strip_prefix(brace) {
                out.push(brace);
                rest = after;
                continue;
            }
            if brace == '}' || after.is_empty() {
                return Err(Stop::value_error(format!("Single '{brace}' encountered in format string")));
            }
            let end = field_end(after)?;
            let (field, behind) = after.split_at_checked(end).unwrap_or((after, ""));
            let text = self.fill_one(field, fields, nested)?;
            self.write(&mut out, &text)?;
            rest = behind.strip_prefix('}').unwrap_or_default();
        }
        self.write(&mut out, rest)?;
        Ok(out)
    }

    fn fill_one(&mut self, field: &str, fields: &mut Fields<'_>, nested: u32) -> Result<String> {
        let (name, conversion, spec) = split_field(field)?;
        let value = self.field_value(name, fields)?;
        let spec = if spec.contains(['{', '}']) { self.deeper(|vm| vm.fill(spec, fields, nested - 1))? } else { spec.to_owned() };
        let converted = match conversion {
            None => return self.format(&value, &spec),
            Some('r') => self.repr(&value)?,
            Some('s') => self.str(&value)?,
            Some('a') => quote::ascii(&self.repr(&value)?),
            Some(other) => return Err(Stop::value_error(format!("Unknown conversion specifier {other}"))),
        };
        self.format(&Value::Str(converted.into()), &spec)
    }

    fn field_value(&mut self, name: &str, fields: &mut Fields<'_>) -> Result<Value> {
        let end = name.find(['.', '[']).unwrap_or(name.len());
        let (first, mut path) = name.split_at_checked(end).unwrap_or((name, ""));
        let number =
            if first.is_empty() { None } else { first.parse::<usize>().ok().filter(|_| first.bytes().all(|byte| byte.is_ascii_digit())) };
        let mut value = if first.is_empty() || number.is_some() {
            let number = fields.number(number)?;
            match fields.positional {
                Some(positional) => positional.get(number).cloned().ok_or_else(|| {
                    let message = format!("Replacement index {number} out of range for positional args tuple");
                    Stop::raise(&exception::INDEX_ERROR, message)
                })?,
                None => return Err(Stop::value_error("Format string contains positional fields")),
            }
        } else if let Some(mapping) = fields.mapping {
            self.item(mapping, &Value::str(first))?
        } else {
            let found = fields.named.iter().find(|(known, _)| **known == *first).map(|(_, value)| value.clone());
            found.ok_or_else(|| Stop::key_error(Value::str(first)))?
        };
        while !path.is_empty() {
            self.work(1)?;
            value = match path.strip_prefix('.') {
                Some(rest) => {
                    let end = rest.find(['.', '[']).unwrap_or(rest.len());
                    let (attribute, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
                    path = behind;
                    self.attribute(&value, filled(attribute)?)?
                }
                None => {
                    let (key, behind) = bracketed(path)?;
                    path = behind;
                    let key = if key.bytes().all(|byte| byte.is_ascii_digit()) { key.parse().map(Value::Int).ok() } else { None }
                        .unwrap_or_else(|| Value::str(key));
                    self.item(&value, &key)?
                }
            };
        }
        Ok(value)
    }
}

fn filled(part: &str) -> Result<&str> {
    if part.is_empty() { Err(Stop::value_error("Empty attribute in format string")) } else { Ok(part) }
}

/// `[key]` and what follows.
fn bracketed(path: &str) -> Result<(&str, &str)> {
    let inside = path.strip_prefix('[');
    let inside = inside.ok_or_else(|| Stop::value_error("Only '.' or '[' may follow ']' in format field specifier"))?;
    let (key, behind) = inside.split_once(']').ok_or_else(|| Stop::value_error("Missing ']' in format string"))?;
    Ok((filled(key)?, behind))
}

/// Where the field ends that begins here: at its closing brace.
fn field_end(text: &str) -> Result<usize> {
    let mut open = 0;
    let mut bracket = false;
    let mut spec = false;
    for (place, character) in text.char_indices() {
        match character {
            '[' if !spec => bracket = true,
            ']' => bracket = false,
            _ if bracket => {}
            ':' | '!' if !spec => spec = true,
            '{' if !spec => return Err(Stop::value_error("unexpected '{' in field name")),
            '{' => open += 1,
            '}' if open > 0 => open -= 1,
            '}' => return Ok(place),
            _ => {}
        }
    }
    Err(Stop::value_error(if spec { "unmatched '{' in format spec" } else { "expected '}' before end of string" }))
}

/// Name, conversion and specification of a field.
fn split_field(field: &str) -> Result<(&str, Option<char>, &str)> {
    let mut bracket = false;
    let end = field.find(|character| {
        match character {
            '[' => bracket = true,
            ']' => bracket = false,
            _ => {}
        }
        !bracket && matches!(character, '!' | ':')
    });
    let Some((name, rest)) = end.and_then(|end| field.split_at_checked(end)) else { return Ok((field, None, "")) };
    if let Some(spec) = rest.strip_prefix(':') {
        return Ok((name, None, spec));
    }
    let mut rest = rest.chars();
    rest.next();
    let conversion = rest.next().ok_or_else(|| Stop::value_error("unmatched '{' in format spec"))?;
    match rest.next() {
        None => Ok((name, Some(conversion), "")),
        Some(':') => Ok((name, Some(conversion), rest.as_str())),
        Some(_) => Err(Stop::value_error("expected ':' after conversion specifier")),
    }
}
