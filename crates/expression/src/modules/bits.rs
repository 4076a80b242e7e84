//! Bytes as text: what `base64` and `binascii` have in common.

use crate::{Result, Stop, Type, Value, exception, modules::support::bytes_of, operate::class_of};

/// `binascii.Error`
pub(super) static ERROR: Type = Type { base: Some(&exception::VALUE_ERROR), module: "binascii", ..Type::new("Error") };

/// `binascii.Error` with a message.
pub(super) fn error(message: impl AsRef<str>) -> Stop {
    Stop::raise(&ERROR, message)
}

/// Bytes, or a text of ASCII alone.
pub(super) fn ascii_bytes(value: &Value) -> Result<Vec<u8>> {
    match (value.as_str(), bytes_of(value)) {
        (Some(text), _) if text.is_ascii() => Ok(text.as_bytes().to_vec()),
        (Some(_), _) => Err(Stop::value_error("string argument should contain only ASCII characters")),
        (_, Some(bytes)) => Ok(bytes.to_vec()),
        _ => Err(Stop::type_error(format!("argument should be a bytes-like object or ASCII string, not '{}'", class_of(value).name()))),
    }
}

/// The alphabet of Base64.
pub(super) const BASE64: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Writes bytes with an alphabet of 2^width characters; `block` characters at a time, filled up with `=`.
pub(super) fn encode(bytes: &[u8], alphabet: &[u8], width: u32, block: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() * 8 / width as usize + block);
    let (mut bits, mut held) = (0u32, 0u32);
    let letter = |index: u32| alphabet.get(index as usize).copied().unwrap_or(b'?');
    for byte in bytes {
        bits = bits << 8 | u32::from(*byte);
        held += 8;
        while held >= width {
            held -= width;
            out.push(letter(bits >> held & ((1 << width) - 1)));
        }
        bits &= (1 << held) - 1;
    }
    if held > 0 {
        out.push(letter(bits << (width - held)));
    }
    while !out.len().is_multiple_of(block) {
        out.push(b'=');
    }
    out
}

/// Reads values of `width` bits; what does not fill a byte is dropped.
pub(super) fn gather(values: impl Iterator<Item = u8>, width: u32) -> Vec<u8> {
    let (mut bits, mut held, mut out) = (0u32, 0u32, Vec::new());
    for value in values {
        bits = bits << width | u32::from(value);
        held += width;
        if held >= 8 {
            held -= 8;
            out.push(u8::try_from(bits >> held & 0xff).unwrap_or(0));
        }
        bits &= (1 << held) - 1;
    }
    out
}

fn value_of(byte: u8) -> Option<u8> {
    Some(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    })
}

/// Reads Base64. What is not of its alphabet is passed over, unless it is read strictly.
pub(super) fn decode_base64(bytes: &[u8], strict: bool) -> Result<Vec<u8>> {
    let mut values = Vec::with_capacity(bytes.len());
    let mut padding = 0;
    for (place, byte) in bytes.iter().enumerate() {
        match value_of(*byte) {
            Some(_) if strict && padding > 0 => return Err(error("Discontinuous padding not allowed")),
            Some(value) => {
                padding = 0;
                values.push(value);
            }
            None if *byte == b'=' => {
                padding += 1;
                let quad = values.len() % 4;
                if strict && values.is_empty() {
                    return Err(error("Leading padding not allowed"));
                }
                if quad >= 2 && quad + padding >= 4 {
                    if strict && place + 1 < bytes.len() {
                        return Err(error("Excess data after padding"));
                    }
                    return Ok(gather(values.into_iter(), 6));
                }
            }
            None if strict => return Err(error("Only base64 data is allowed")),
            None => {}
        }
    }
    match values.len() % 4 {
        0 => Ok(gather(values.into_iter(), 6)),
        1 => {
            let characters = values.len();
            Err(error(format!(
                "Invalid base64-encoded string: number of data characters ({characters}) cannot be 1 more than a multiple of 4"
            )))
        }
        _ => Err(error("Incorrect padding")),
    }
}

/// Two digits per byte.
pub(super) fn hex(bytes: &[u8], digits: &[u8; 16]) -> Vec<u8> {
    encode(bytes, digits, 4, 1)
}

/// Reads two digits per byte.
pub(super) fn unhex(bytes: &[u8]) -> Result<Vec<u8>> {
    if !bytes.len().is_multiple_of(2) {
        return Err(error("Odd-length string"));
    }
    let digits: Option<Vec<u8>> =
        bytes.iter().map(|byte| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok())).collect();
    digits.map(|digits| gather(digits.into_iter(), 4)).ok_or_else(|| error("Non-hexadecimal digit found"))
}
