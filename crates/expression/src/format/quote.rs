//! Texts and bytes as literals.

/// Whether a character is shown as it is.
pub(crate) fn printable(character: char) -> bool {
    if character.is_ascii() {
        return matches!(character, ' '..='~');
    }
    let mut pair = String::from("a");
    pair.push(character);
    pair.escape_debug().nth(1) == Some(character)
}

/// `repr(text)`
pub(crate) fn text(text: &str) -> String {
    let quote = if text.contains('\'') && !text.contains('"') { '"' } else { '\'' };
    let mut out = String::with_capacity(text.len() + 2);
    out.push(quote);
    for character in text.chars() {
        match character {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            same if same == quote => out.extend(['\\', same]),
            shown if printable(shown) => out.push(shown),
            hidden => out.push_str(&escaped(hidden)),
        }
    }
    out.push(quote);
    out
}

/// A character by its number.
pub(crate) fn escaped(character: char) -> String {
    match u32::from(character) {
        number @ 0..=0xff => format!("\\x{number:02x}"),
        number @ 0x100..=0xffff => format!("\\u{number:04x}"),
        number => format!("\\U{number:08x}"),
    }
}

/// `ascii(value)`, from its `repr`.
pub(crate) fn ascii(repr: &str) -> String {
    if repr.is_ascii() {
        return repr.to_owned();
    }
    let mut out = String::with_capacity(repr.len() * 2);
    for character in repr.chars() {
        match character {
            plain if plain.is_ascii() => out.push(plain),
            other => out.push_str(&escaped(other)),
        }
    }
    out
}

/// `repr(bytes)`, without the `b`.
pub(crate) fn bytes(bytes: &[u8]) -> String {
    let quote = if bytes.contains(&b'\'') && !bytes.contains(&b'"') { '"' } else { '\'' };
    let mut out = String::with_capacity(bytes.len() + 2);
    out.push(quote);
    for byte in bytes {
        match char::from(*byte) {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            same if same == quote => out.extend(['\\', same]),
            shown @ ' '..='~' => out.push(shown),
            _ => out.push_str(&format!("\\x{byte:02x}")),
        }
    }
    out.push(quote);
    out
}
