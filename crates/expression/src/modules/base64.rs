//! `base64`

use super::{
    bits::{self, ascii_bytes, error},
    support::want_bytes,
};
use crate::{Args, Module, Native, Result, Spec, Stop, Value, Vm};

/// The alphabets of Base32.
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE32_HEX: &[u8; 32] = b"0123456789ABCDEFGHIJKLMNOPQRSTUV";
/// The alphabet of Base85, as version control systems use it.
const BASE85: &[u8; 85] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";

/// The module.
pub(super) static MODULE: Module = Module {
    name: "base64",
    functions: &[
        Native { name: "b64encode", call: b64encode },
        Native { name: "b64decode", call: b64decode },
        Native {
            name: "standard_b64encode",
            call: |vm, args| encoded(vm, &args.one("standard_b64encode")?, |data| bits::encode(data, bits::BASE64, 6, 4)),
        },
        Native {
            name: "standard_b64decode",
            call: |vm, args| decoded(vm, &args.one("standard_b64decode")?, |data| bits::decode_base64(data, false)),
        },
        Native {
            name: "urlsafe_b64encode",
            call: |vm, args| {
                encoded(vm, &args.one("urlsafe_b64encode")?, |data| swap(bits::encode(data, bits::BASE64, 6, 4), *b"+/", *b"-_"))
            },
        },
        Native {
            name: "urlsafe_b64decode",
            call: |vm, args| {
                decoded(vm, &args.one("urlsafe_b64decode")?, |data| bits::decode_base64(&swap(data.to_vec(), *b"-_", *b"+/"), false))
            },
        },
        Native { name: "encodebytes", call: encodebytes },
        Native {
            name: "decodebytes",
            call: |vm, args| {
                let data = want_bytes(&args.one("decodebytes")?)?;
                decoded(vm, &Value::Bytes(data), |data| bits::decode_base64(data, false))
            },
        },
        Native { name: "b32encode", call: |vm, args| encoded(vm, &args.one("b32encode")?, |data| bits::encode(data, BASE32, 5, 8)) },
        Native {
            name: "b32hexencode",
            call: |vm, args| encoded(vm, &args.one("b32hexencode")?, |data| bits::encode(data, BASE32_HEX, 5, 8)),
        },
        Native { name: "b32decode", call: |vm, args| b32decode(vm, args, BASE32, "b32decode") },
        Native { name: "b32hexdecode", call: |vm, args| b32decode(vm, args, BASE32_HEX, "b32hexdecode") },
        Native { name: "b16encode", call: |vm, args| encoded(vm, &args.one("b16encode")?, |data| bits::hex(data, b"0123456789ABCDEF")) },
        Native { name: "b16decode", call: b16decode },
        Native { name: "b85encode", call: |vm, args| encoded(vm, &args.one("b85encode")?, |data| encode85(data, BASE85, false)) },
        Native { name: "b85decode", call: |vm, args| decoded(vm, &args.one("b85decode")?, decode85) },
        Native { name: "a85encode", call: a85encode },
        Native { name: "a85decode", call: a85decode },
    ],
    classes: &[],
    constants: &[],
};

fn pay(vm: &mut Vm<'_>, length: usize) -> Result<()> {
    vm.work(length / 4)?;
    vm.allocate(length.saturating_mul(3))
}

fn encoded(vm: &mut Vm<'_>, data: &Value, encode: impl FnOnce(&[u8]) -> Vec<u8>) -> Result<Value> {
    let data = want_bytes(data)?;
    pay(vm, data.len())?;
    vm.bytes(encode(&data))
}

fn decoded(vm: &mut Vm<'_>, data: &Value, decode: impl FnOnce(&[u8]) -> Result<Vec<u8>>) -> Result<Value> {
    let data = ascii_bytes(data)?;
    pay(vm, data.len())?;
    vm.bytes(decode(&data)?)
}

fn swap(mut data: Vec<u8>, [one, two]: [u8; 2], [first, second]: [u8; 2]) -> Vec<u8> {
    for byte in &mut data {
        *byte = match *byte {
            byte if byte == one => first,
            byte if byte == two => second,
            byte => byte,
        };
    }
    data
}

fn alternative(value: Option<Value>) -> Result<Option<[u8; 2]>> {
    let Some(value) = value.filter(|value| !value.is_none()) else { return Ok(None) };
    let bytes = ascii_bytes(&value)?;
    <[u8; 2]>::try_from(bytes)
        .map(Some)
        .map_err(|bytes| Stop::raise(&crate::exception::ASSERTION_ERROR, crate::format::quote::bytes(&bytes)))
}

fn b64encode(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [data, letters] = args.bind(&Spec::new("b64encode", 1, ["s", "altchars"]))?;
    let letters = alternative(letters)?.unwrap_or(*b"+/");
    encoded(vm, &data.unwrap_or(Value::None), |data| swap(bits::encode(data, bits::BASE64, 6, 4), *b"+/", letters))
}

fn b64decode(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [data, letters, validate] = args.bind(&Spec::new("b64decode", 1, ["s", "altchars", "validate"]))?;
    let letters = alternative(letters)?.unwrap_or(*b"+/");
    let strict = validate.map_or(Ok(false), |validate| vm.truth(&validate))?;
    decoded(vm, &data.unwrap_or(Value::None), |data| bits::decode_base64(&swap(data.to_vec(), letters, *b"+/"), strict))
}

fn encodebytes(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    encoded(vm, &args.one("encodebytes")?, |data| {
        let mut out = Vec::new();
        for line in data.chunks(57) {
            out.extend(bits::encode(line, bits::BASE64, 6, 4));
            out.push(b'\n');
        }
        out
    })
}

fn b32decode(vm: &mut Vm<'_>, args: Args, alphabet: &'static [u8; 32], function: &'static str) -> Result<Value> {
    let [data, casefold, one] = args.bind(&Spec::new(function, 1, ["s", "casefold", "map01"]))?;
    let casefold = casefold.map_or(Ok(false), |casefold| vm.truth(&casefold))?;
    let one = one.filter(|one| !one.is_none()).map(|one| ascii_bytes(&one)).transpose()?.and_then(|one| one.first().copied());
    decoded(vm, &data.unwrap_or(Value::None), |data| {
        let text = data.iter().map(|byte| match (byte, one) {
            (b'0', Some(_)) => b'O',
            (b'1', Some(letter)) => letter,
            _ if casefold => byte.to_ascii_uppercase(),
            _ => *byte,
        });
        decode32(&text.collect::<Vec<u8>>(), alphabet)
    })
}

fn decode32(text: &[u8], alphabet: &[u8; 32]) -> Result<Vec<u8>> {
    if !text.len().is_multiple_of(8) {
        return Err(error("Incorrect padding"));
    }
    let end = text.iter().rposition(|byte| *byte != b'=').map_or(0, |last| last + 1);
    let (letters, padding) = text.split_at_checked(end).unwrap_or((text, &[]));
    let values: Option<Vec<u8>> =
        letters.iter().map(|byte| alphabet.iter().position(|letter| letter == byte).and_then(|at| u8::try_from(at).ok())).collect();
    let values = values.ok_or_else(|| error("Non-base32 digit found"))?;
    if !matches!(padding.len(), 0 | 1 | 3 | 4 | 6) {
        return Err(error("Incorrect padding"));
    }
    Ok(bits::gather(values.into_iter(), 5))
}

fn b16decode(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [data, casefold] = args.bind(&Spec::new("b16decode", 1, ["s", "casefold"]))?;
    let casefold = casefold.map_or(Ok(false), |casefold| vm.truth(&casefold))?;
    decoded(vm, &data.unwrap_or(Value::None), |data| {
        if data.iter().any(|byte| !(matches!(byte, b'0'..=b'9' | b'A'..=b'F') || casefold && matches!(byte, b'a'..=b'f'))) {
            return Err(error("Non-base16 digit found"));
        }
        bits::unhex(data)
    })
}

/// Four bytes as five digits.
fn digits85(chunk: &[u8]) -> [u8; 5] {
    let word = (0..4).fold(0u32, |word, place| word << 8 | u32::from(chunk.get(place).copied().unwrap_or(0)));
    let digit = |divisor: u32| u8::try_from(word / divisor % 85).unwrap_or(0);
    [digit(52_200_625), digit(614_125), digit(7225), digit(85), digit(1)]
}

fn encode85(data: &[u8], alphabet: &[u8], short_zero: bool) -> Vec<u8> {
    let mut out = Vec::new();
    for chunk in data.chunks(4) {
        if short_zero && chunk == [0; 4] {
            out.push(b'z');
            continue;
        }
        let letters = digits85(chunk).map(|digit| alphabet.get(usize::from(digit)).copied().unwrap_or(b'?'));
        out.extend(letters.iter().take(chunk.len() + 1));
    }
    out
}

/// Five digits, or as many as are left, as bytes; `None` when they are too large a number.
fn word85(digits: &[u8]) -> Option<Vec<u8>> {
    let word = (0..5).fold(0u64, |word, place| word * 85 + u64::from(digits.get(place).copied().unwrap_or(84)));
    let bytes = u32::try_from(word).ok()?.to_be_bytes();
    Some(bytes.into_iter().take(digits.len().saturating_sub(1)).collect())
}

fn decode85(data: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    for (number, chunk) in data.chunks(5).enumerate() {
        let mut digits = Vec::with_capacity(5);
        for (place, byte) in chunk.iter().enumerate() {
            let digit = BASE85.iter().position(|letter| letter == byte).and_then(|digit| u8::try_from(digit).ok());
            let at = number * 5 + place;
            digits.push(digit.ok_or_else(|| Stop::value_error(format!("bad base85 character at position {at}")))?);
        }
        let overflow = || Stop::value_error(format!("base85 overflow in hunk starting at byte {}", number * 5));
        out.extend(word85(&digits).ok_or_else(overflow)?);
    }
    Ok(out)
}

fn a85encode(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [data, _spaces, adobe] = args.bind(&Spec::new("a85encode", 1, ["b", "foldspaces", "adobe"]).then_named(1))?;
    let adobe = adobe.map_or(Ok(false), |adobe| vm.truth(&adobe))?;
    let alphabet: Vec<u8> = (b'!'..=b'u').collect();
    encoded(vm, &data.unwrap_or(Value::None), |data| {
        let text = encode85(data, &alphabet, true);
        if adobe { [b"<~".as_slice(), &text, b"~>"].concat() } else { text }
    })
}

fn a85decode(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [data, _spaces, adobe] = args.bind(&Spec::new("a85decode", 1, ["b", "foldspaces", "adobe"]).then_named(1))?;
    let adobe = adobe.map_or(Ok(false), |adobe| vm.truth(&adobe))?;
    decoded(vm, &data.unwrap_or(Value::None), |data| {
        let data = match (adobe, data.strip_suffix(b"~>")) {
            (true, Some(inner)) => inner.strip_prefix(b"<~").unwrap_or(inner),
            (true, None) => return Err(Stop::value_error("Ascii85 encoded byte sequences must end with b'~>'")),
            (false, _) => data,
        };
        let (mut out, mut digits) = (Vec::new(), Vec::new());
        for byte in data {
            match byte {
                b'!'..=b'u' => digits.push(byte - b'!'),
                b'z' if digits.is_empty() => out.extend([0; 4]),
                b'z' => return Err(Stop::value_error("z inside Ascii85 5-tuple")),
                b' ' | b'\t' | b'\n' | b'\r' | b'\x0b' => continue,
                _ => return Err(Stop::value_error(format!("Non-Ascii85 digit found: {}", char::from(*byte)))),
            }
            if digits.len() == 5 {
                out.extend(word85(&digits).ok_or_else(|| Stop::value_error("Ascii85 overflow"))?);
                digits.clear();
            }
        }
        out.extend(word85(&digits).ok_or_else(|| Stop::value_error("Ascii85 overflow"))?);
        Ok(out)
    })
}
