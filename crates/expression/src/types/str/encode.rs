//! Between texts and bytes.

use super::this;
use crate::{
    Args, Result, Spec, Stop, Value, Vm, exception,
    operate::{kind_of, text},
};

/// How texts are written as bytes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    Utf8Signed,
    Ascii,
    Latin1,
    /// With a mark of the order of bytes.
    Utf16,
    Utf16Little,
    Utf16Big,
}

impl Encoding {
    fn named(name: &str) -> Result<Self> {
        let plain: String = name.chars().filter(|next| !matches!(next, '-' | '_' | ' ')).flat_map(char::to_lowercase).collect();
        Ok(match plain.as_str() {
            "utf8" | "u8" | "utf" | "cp65001" => Encoding::Utf8,
            "utf8sig" => Encoding::Utf8Signed,
            "ascii" | "usascii" | "646" | "iso646us" => Encoding::Ascii,
            "latin1" | "latin" | "iso88591" | "88591" | "l1" | "cp819" => Encoding::Latin1,
            "utf16" | "u16" => Encoding::Utf16,
            "utf16le" | "unicodelittleunmarked" => Encoding::Utf16Little,
            "utf16be" | "unicodebigunmarked" => Encoding::Utf16Big,
            _ => return Err(Stop::raise(&exception::LOOKUP_ERROR, format!("unknown encoding: {name}"))),
        })
    }

    const fn name(self) -> &'static str {
        match self {
            Encoding::Utf8 | Encoding::Utf8Signed => "utf-8",
            Encoding::Ascii => "ascii",
            Encoding::Latin1 => "latin-1",
            Encoding::Utf16 | Encoding::Utf16Little => "utf-16-le",
            Encoding::Utf16Big => "utf-16-be",
        }
    }
}

/// Encoding and errors of `encode` and `decode`.
pub(crate) fn arguments(args: Args, name: &'static str) -> Result<(String, String)> {
    let [encoding, errors] = args.bind(&Spec::new(name, 0, ["encoding", "errors"]))?;
    let text = |value: Option<Value>, what: &str, default: &str| match value {
        None => Ok(default.to_owned()),
        Some(value) => match value.as_str() {
            Some(text) => Ok(text.to_owned()),
            None => Err(Stop::type_error(format!("{name}() argument '{what}' must be str, not {}", kind_of(&value)))),
        },
    };
    Ok((text(encoding, "encoding", "utf-8")?, text(errors, "errors", "strict")?))
}

pub(super) fn method(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let (encoding, errors) = arguments(args, "encode")?;
    let bytes = encode(vm, this(receiver)?, &encoding, &errors)?;
    Ok(Value::Bytes(bytes.into()))
}

/// A text as bytes.
///
/// # Errors
/// `UnicodeEncodeError`, and `LookupError` for an encoding that is not known.
pub(crate) fn encode(vm: &mut Vm<'_>, text: &str, encoding: &str, errors: &str) -> Result<Vec<u8>> {
    let encoding = Encoding::named(encoding)?;
    vm.take(text.len(), 3)?;
    Ok(match encoding {
        Encoding::Utf8 => text.as_bytes().to_vec(),
        Encoding::Utf8Signed => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        Encoding::Ascii => narrow(text, encoding, 0x80, errors)?,
        Encoding::Latin1 => narrow(text, encoding, 0x100, errors)?,
        Encoding::Utf16 => [0xfe_ff].into_iter().chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Little => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        Encoding::Utf16Big => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
    })
}

/// One byte for each character below a limit.
fn narrow(text: &str, encoding: Encoding, limit: u32, errors: &str) -> Result<Vec<u8>> {
    let mut out = Vec::with_capacity(text.len());
    for (place, next) in text.chars().enumerate() {
        match u8::try_from(u32::from(next)) {
            Ok(byte) if u32::from(byte) < limit => out.push(byte),
            _ => match errors {
                "strict" => return Err(cannot_encode(text, encoding, limit, place)),
                "ignore" => {}
                "replace" => out.push(b'?'),
                "backslashreplace" => out.extend(crate::format::quote::escaped(next).bytes()),
                "xmlcharrefreplace" => out.extend(format!("&#{};", u32::from(next)).bytes()),
                other => return Err(unknown_handler(other)),
            },
        }
    }
    Ok(out)
}

fn unknown_handler(name: &str) -> Stop {
    Stop::raise(&exception::LOOKUP_ERROR, format!("unknown error handler name '{name}'"))
}

fn cannot_encode(text: &str, encoding: Encoding, limit: u32, start: usize) -> Stop {
    let count = text.chars().skip(start).take_while(|next| u32::from(*next) >= limit).count();
    let args = vec![
        Value::str(encoding.name()),
        Value::str(text),
        Value::from(start),
        Value::from(start + count),
        Value::str(format!("ordinal not in range({limit})")),
    ];
    Stop::raise_with(&exception::UNICODE_ENCODE_ERROR, args)
}

/// Bytes as a text.
///
/// # Errors
/// `UnicodeDecodeError`, and `LookupError` for an encoding that is not known.
pub(crate) fn decode(vm: &mut Vm<'_>, bytes: &[u8], encoding: &str, errors: &str) -> Result<Value> {
    let encoding = Encoding::named(encoding)?;
    vm.take(bytes.len(), 3)?;
    let text = match encoding {
        Encoding::Utf8 => utf8(bytes, errors)?,
        Encoding::Utf8Signed => utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes), errors)?,
        Encoding::Latin1 => bytes.iter().map(|byte| char::from(*byte)).collect(),
        Encoding::Ascii => {
            let mut out = String::with_capacity(bytes.len());
            for (place, byte) in bytes.iter().enumerate() {
                if byte.is_ascii() {
                    out.push(char::from(*byte));
                } else {
                    bad_bytes(&mut out, bytes, encoding, place, 1, "ordinal not in range(128)", errors)?;
                }
            }
            out
        }
        Encoding::Utf16 => match bytes {
            [0xfe, 0xff, rest @ ..] => utf16(rest, Encoding::Utf16Big, errors)?,
            [0xff, 0xfe, rest @ ..] => utf16(rest, Encoding::Utf16Little, errors)?,
            rest => utf16(rest, Encoding::Utf16Little, errors)?,
        },
        Encoding::Utf16Little | Encoding::Utf16Big => utf16(bytes, encoding, errors)?,
    };
    Ok(Value::from(text))
}

fn utf8(bytes: &[u8], errors: &str) -> Result<String> {
    let mut out = String::with_capacity(bytes.len());
    let mut place = 0;
    for chunk in bytes.utf8_chunks() {
        out.push_str(chunk.valid());
        place += chunk.valid().len();
        let invalid = chunk.invalid();
        if let Some(first) = invalid.first() {
            let at_end = place + invalid.len() == bytes.len();
            let lead = matches!(first, 0xc2..=0xf4);
            let reason = match (lead, at_end && is_cut(invalid)) {
                (false, _) => "invalid start byte",
                (true, true) => "unexpected end of data",
                (true, false) => "invalid continuation byte",
            };
            bad_bytes(&mut out, bytes, Encoding::Utf8, place, invalid.len(), reason, errors)?;
            place += invalid.len();
        }
    }
    Ok(out)
}

/// Whether more bytes could make a character of these.
fn is_cut(bytes: &[u8]) -> bool {
    std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

fn utf16(bytes: &[u8], encoding: Encoding, errors: &str) -> Result<String> {
    let pairs = bytes.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
    let units = pairs.map(|pair| if encoding == Encoding::Utf16Big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) });
    let mut out = String::with_capacity(bytes.len());
    let mut place = 0;
    for decoded in char::decode_utf16(units) {
        match decoded {
            Ok(next) => {
                out.push(next);
                place += next.len_utf16() * 2;
            }
            Err(_) => {
                bad_bytes(&mut out, bytes, encoding, place, 2, "illegal encoding", errors)?;
                place += 2;
            }
        }
    }
    if bytes.len() % 2 == 1 {
        bad_bytes(&mut out, bytes, encoding, bytes.len() - 1, 1, "truncated data", errors)?;
    }
    Ok(out)
}

fn bad_bytes(out: &mut String, bytes: &[u8], encoding: Encoding, place: usize, count: usize, reason: &str, errors: &str) -> Result<()> {
    match errors {
        "strict" => Err(Stop::raise_with(
            &exception::UNICODE_DECODE_ERROR,
            vec![
                Value::str(encoding.name()),
                Value::Bytes(bytes.into()),
                Value::from(place),
                Value::from(place + count),
                Value::str(reason),
            ],
        )),
        "ignore" => Ok(()),
        "replace" => {
            out.push('\u{fffd}');
            Ok(())
        }
        "backslashreplace" => {
            for byte in bytes.iter().skip(place).take(count) {
                out.push_str(&format!("\\x{byte:02x}"));
            }
            Ok(())
        }
        other => Err(unknown_handler(other)),
    }
}

/// The text of a `UnicodeEncodeError` or `UnicodeDecodeError`, from what it was made with; `None` for other arguments.
pub(crate) fn describe(args: &[Value]) -> Option<String> {
    let [encoding, object, start, end, reason] = args else { return None };
    let (encoding, start, end, reason) = (encoding.as_str()?, start.as_int()?, end.as_int()?, reason.as_str()?);
    let first = usize::try_from(start).ok()?;
    Some(match object {
        Value::Bytes(bytes) if end == start + 1 => {
            format!("'{encoding}' codec can't decode byte 0x{:02x} in position {start}: {reason}", bytes.get(first)?)
        }
        Value::Bytes(_) => format!("'{encoding}' codec can't decode bytes in position {start}-{}: {reason}", end - 1),
        Value::Str(whole) if end == start + 1 => {
            let character = text::char_at(whole, start)?;
            let shown = crate::format::quote::escaped(character);
            format!("'{encoding}' codec can't encode character '{shown}' in position {start}: {reason}")
        }
        _ => format!("'{encoding}' codec can't encode characters in position {start}-{}: {reason}", end - 1),
    })
}
