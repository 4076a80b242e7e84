//! Quoting: `%20` for what may not stand in an address.

use crate::{
    Args, Result, Spec, Stop, Str, Value, Vm,
    modules::support::{bytes_of, text_of},
    operate::class_of,
};

/// Bytes of a text or of bytes.
fn source(value: &Value) -> Option<Vec<u8>> {
    value.as_str().map(|text| text.as_bytes().to_vec()).or_else(|| bytes_of(value).map(|bytes| bytes.to_vec()))
}

/// Quotes; with `plus`, a space becomes `+`.
pub(super) fn quoted(vm: &mut Vm<'_>, bytes: &[u8], safe: &[u8], plus: bool) -> Result<String> {
    vm.work(bytes.len() / 4 + 1)?;
    vm.allocate(bytes.len().saturating_mul(3))?;
    let mut out = String::with_capacity(bytes.len());
    for byte in bytes {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'_' | b'.' | b'-' | b'~' => out.push(char::from(*byte)),
            b' ' if plus => out.push('+'),
            _ if byte.is_ascii() && safe.contains(byte) => out.push(char::from(*byte)),
            _ => {
                let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0').to_ascii_uppercase();
                out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
            }
        }
    }
    Ok(out)
}

/// `quote(string, safe='/')` and its like.
pub(super) fn quote(vm: &mut Vm<'_>, args: Args, function: &'static str) -> Result<Value> {
    let names = ["string", "safe", "encoding", "errors"];
    let [text, safe, _encoding, _errors] = args.bind(&Spec::new(function, 1, names))?;
    let plus = function == "quote_plus";
    let safe = match safe {
        None => {
            if plus {
                Vec::new()
            } else {
                b"/".to_vec()
            }
        }
        Some(safe) => source(&safe).unwrap_or_default(),
    };
    let text = text.unwrap_or(Value::None);
    let bytes = source(&text).filter(|_| function != "quote_from_bytes" || text.as_str().is_none());
    let bytes = bytes.ok_or_else(|| Stop::type_error("quote_from_bytes() expected bytes"))?;
    quoted(vm, &bytes, &safe, plus).map(Value::from)
}

/// Takes `%20` back.
pub(super) fn plain(vm: &mut Vm<'_>, bytes: &[u8], plus: bool) -> Result<Vec<u8>> {
    vm.work(bytes.len() / 4 + 1)?;
    vm.allocate(bytes.len())?;
    let mut out = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((byte, tail)) = rest.split_first() {
        let digit =
            |place: usize| tail.get(place).and_then(|byte| char::from(*byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok());
        match (byte, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                out.push(high << 4 | low);
                rest = tail.get(2..).unwrap_or_default();
            }
            _ => {
                out.push(if plus && *byte == b'+' { b' ' } else { *byte });
                rest = tail;
            }
        }
    }
    Ok(out)
}

/// Takes quotes back from a text.
pub(super) fn plain_text(vm: &mut Vm<'_>, text: &str, plus: bool) -> Result<Value> {
    let bytes = plain(vm, text.as_bytes(), plus)?;
    vm.text(String::from_utf8_lossy(&bytes).into_owned())
}

/// `unquote(string)` and `unquote_plus`.
pub(super) fn unquote(vm: &mut Vm<'_>, args: Args, function: &'static str) -> Result<Value> {
    let [text, encoding, errors] = args.bind(&Spec::new(function, 1, ["string", "encoding", "errors"]))?;
    let text = text.unwrap_or(Value::None);
    let Some(bytes) = source(&text) else {
        let class = class_of(&text);
        return Err(Stop::type_error(format!("argument of type '{}' is not iterable", class.name())));
    };
    let name = |value: &Option<Value>| value.as_ref().and_then(text_of);
    let plus = function == "unquote_plus";
    match (name(&encoding), name(&errors)) {
        (None, None) => {
            let bytes = plain(vm, &bytes, plus)?;
            vm.text(String::from_utf8_lossy(&bytes).into_owned())
        }
        (encoding, errors) => {
            let bytes = plain(vm, &bytes, plus)?;
            let bytes = vm.bytes(bytes)?;
            let texts = [encoding.unwrap_or_else(|| Str::from("utf-8")), errors.unwrap_or_else(|| Str::from("replace"))];
            vm.call_method(&bytes, "decode", Args::of(texts.map(Value::Str).into()))
        }
    }
}

/// `unquote_to_bytes(string)`
pub(super) fn unquote_to_bytes(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let value = args.one("unquote_to_bytes")?;
    let bytes = source(&value).ok_or_else(|| Stop::no_attribute(class_of(&value).name(), "split"))?;
    let bytes = plain(vm, &bytes, false)?;
    vm.bytes(bytes)
}
