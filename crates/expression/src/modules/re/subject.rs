//! The text in which a pattern is looked for: places count characters.

use std::rc::Rc;

use crate::{Result, Stop, Str, Value, Vm, operate::class_of};

/// A text, for looking into.
#[derive(Clone)]
pub(super) enum Subject {
    /// Text in which every character is one byte.
    Ascii(Str),
    /// Any text.
    Wide(Rc<[char]>),
    /// Bytes, which count as the characters of Latin-1.
    Bytes(Rc<[u8]>),
}

impl Subject {
    /// Takes a value in, which must be of the same kind as the pattern.
    pub(super) fn new(vm: &mut Vm<'_>, value: &Value, bytes: bool) -> Result<Self> {
        let found = match (value.as_str(), crate::modules::support::bytes_of(value)) {
            (Some(text), _) => {
                vm.work(text.len() / 16)?;
                match value {
                    Value::Str(text) if text.is_ascii() => Subject::Ascii(Str::clone(text)),
                    _ if text.is_ascii() => Subject::Ascii(text.into()),
                    _ => {
                        vm.allocate(text.len() * 4)?;
                        vm.work(text.len() / 4)?;
                        Subject::Wide(text.chars().collect())
                    }
                }
            }
            (None, Some(found)) => Subject::Bytes(found),
            _ => {
                let class = class_of(value);
                return Err(Stop::type_error(format!("expected string or bytes-like object, got '{}'", class.name())));
            }
        };
        match (bytes, matches!(found, Subject::Bytes(_))) {
            (true, false) => Err(Stop::type_error("cannot use a bytes pattern on a string-like object")),
            (false, true) => Err(Stop::type_error("cannot use a string pattern on a bytes-like object")),
            _ => Ok(found),
        }
    }

    pub(super) fn len(&self) -> usize {
        match self {
            Subject::Ascii(text) => text.len(),
            Subject::Wide(text) => text.len(),
            Subject::Bytes(text) => text.len(),
        }
    }

    /// The character at a place.
    pub(super) fn at(&self, place: usize) -> Option<char> {
        match self {
            Subject::Ascii(text) => text.as_bytes().get(place).copied().map(char::from),
            Subject::Wide(text) => text.get(place).copied(),
            Subject::Bytes(text) => text.get(place).copied().map(char::from),
        }
    }

    /// A part as a value.
    pub(super) fn part(&self, vm: &mut Vm<'_>, from: usize, to: usize) -> Result<Value> {
        vm.work(to.saturating_sub(from) / 16)?;
        match self {
            Subject::Ascii(text) => {
                let part = text.get(from..to).unwrap_or_default();
                vm.allocate(24 + part.len())?;
                Ok(Value::str(part))
            }
            Subject::Wide(text) => {
                let part = text.get(from..to).unwrap_or_default();
                vm.allocate(24 + part.len() * 4)?;
                Ok(Value::from(part.iter().collect::<String>()))
            }
            Subject::Bytes(text) => {
                let part = text.get(from..to).unwrap_or_default();
                vm.allocate(24 + part.len())?;
                Ok(Value::Bytes(part.into()))
            }
        }
    }
}
