//! Forms with files: bodies of `multipart/form-data` (RFC 7578), for the few operations that take one.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Map, Value as Json, json};
use vestibule_resource::{Error, Result};

use crate::Request;

/// Most parts of a form.
const MOST_PARTS: usize = 64;

/// A file that a form holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, as the client calls it; it may be anything.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

impl File {
    /// The file under that name in the body of an operation that takes a form; `None` when there is none.
    pub fn of(body: &Json, field: &str) -> Option<Self> {
        let part = body.get(field)?;
        let name = part.get("filename")?.as_str()?.to_owned();
        Some(File { name, bytes: STANDARD.decode(part.get("base64")?.as_str()?).ok()? })
    }
}

/// Reads the body of a request as a form: an object with a text or a [`File`] for each part. No body at all counts as an empty one.
///
/// # Errors
/// `Refused(415)` for another media type, `Invalid` for what is no form.
pub(crate) fn read(request: &Request, body: &[u8]) -> Result<Json> {
    let kind = request.content_type.split(';').next().unwrap_or_default().trim();
    if body.is_empty() && kind.is_empty() {
        return Ok(Json::Object(Map::new()));
    }
    if !kind.eq_ignore_ascii_case("multipart/form-data") {
        return Err(Error::Refused(415, format!("Unsupported media type \"{}\" in request.", request.content_type)));
    }
    let boundary = parameter(&request.content_type, "boundary").filter(|boundary| (1..=70).contains(&boundary.len()));
    let parts = boundary.and_then(|boundary| parts(body, &boundary)).ok_or_else(broken)?;
    let read: Option<Map<String, Json>> = parts.into_iter().map(part).collect();
    read.map(Json::Object).ok_or_else(broken)
}

fn broken() -> Error {
    Error::Invalid(json!({ "detail": "Multipart form parse error - Invalid boundary or part." }))
}

/// What stands between the boundaries; `None` when the form does not end.
fn parts<'a>(body: &'a [u8], boundary: &str) -> Option<Vec<&'a [u8]>> {
    let line = [b"\r\n--", boundary.as_bytes()].concat();
    let first = line.get(2..)?;
    // What stands before the first boundary belongs to nobody.
    let start = if body.starts_with(first) { first.len() } else { position(body, &line)? + line.len() };
    let mut rest = body.get(start..)?;
    let mut parts = Vec::new();
    while !rest.starts_with(b"--") {
        rest = rest.strip_prefix(b"\r\n")?;
        let end = position(rest, &line)?;
        parts.push(rest.get(..end)?);
        rest = rest.get(end + line.len()..)?;
        if parts.len() > MOST_PARTS {
            return None;
        }
    }
    Some(parts)
}

/// One part: its name, and a text or a file.
fn part(bytes: &[u8]) -> Option<(String, Json)> {
    let end = position(bytes, b"\r\n\r\n")?;
    let (head, content) = (std::str::from_utf8(bytes.get(..end)?).ok()?, bytes.get(end + 4..)?);
    let about =
        head.split("\r\n").find_map(|line| line.split_once(':').filter(|(name, _)| name.eq_ignore_ascii_case("content-disposition")));
    let (_, about) = about?;
    let value = match parameter(about, "filename") {
        Some(filename) => json!({ "filename": filename, "base64": STANDARD.encode(content) }),
        None => std::str::from_utf8(content).ok()?.into(),
    };
    Some((parameter(about, "name")?, value))
}

/// A parameter of a header, with or without quotes.
fn parameter(header: &str, name: &str) -> Option<String> {
    let mut rest = header;
    loop {
        rest = rest.split_once(';')?.1.trim_start();
        let (key, value) = rest.split_once('=')?;
        if let Some(quoted) = value.strip_prefix('"') {
            let (text, after) = unquoted(quoted)?;
            if key.trim().eq_ignore_ascii_case(name) {
                return Some(text);
            }
            rest = after;
        } else if key.trim().eq_ignore_ascii_case(name) {
            return Some(value.split(';').next().unwrap_or_default().trim().to_owned());
        }
    }
}

/// The text up to the closing quote, and what follows. Browsers write a quote inside as `%22`, others as `\"`.
fn unquoted(text: &str) -> Option<(String, &str)> {
    let (mut plain, mut letters) = (String::new(), text.char_indices());
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Some((plain, text.get(at + 1..)?)),
            '\\' if text.get(at + 1..)?.starts_with('"') => {
                letters.next();
                plain.push('"');
            }
            other => plain.push(other),
        }
    }
    None
}

fn position(text: &[u8], wanted: &[u8]) -> Option<usize> {
    let first = *wanted.first()?;
    let mut from = 0;
    loop {
        from += text.get(from..)?.iter().position(|byte| *byte == first)?;
        if text.get(from..)?.starts_with(wanted) {
            return Some(from);
        }
        from += 1;
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::indexing_slicing, reason = "tests")]

    use proptest::prelude::*;

    use super::*;

    fn form(body: &[u8], boundary: &str) -> Option<Map<String, Json>> {
        parts(body, boundary)?.into_iter().map(part).collect()
    }

    #[test]
    fn texts_and_files_are_told_apart() {
        let body =
            b"--b\r\nContent-Disposition: form-data; name=\"usage\"\r\n\r\nmedia\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; \
            filename=\"a\\\"b;c.png\"\r\nContent-Type: image/png\r\n\r\n\x00\r\n--c\r\n--b--\r\n";
        let form = Json::Object(form(body, "b").unwrap_or_default());
        assert_eq!(form["usage"], json!("media"));
        assert_eq!(File::of(&form, "file"), Some(File { name: "a\"b;c.png".into(), bytes: b"\x00\r\n--c".to_vec() }));
        assert_eq!(File::of(&form, "usage"), None);
    }

    #[test]
    fn a_form_that_does_not_end_is_none() {
        for body in [&b""[..], b"--b", b"--b\r\n", b"--b\r\nContent-Disposition: form-data; name=a\r\n\r\nx", b"--b\r\nx\r\n--b--"] {
            assert_eq!(form(body, "b"), None);
        }
    }

    #[test]
    fn parameters_stand_with_or_without_quotes() {
        let header = "multipart/form-data; charset=utf-8; boundary=\"a b\"";
        assert_eq!(parameter(header, "boundary"), Some("a b".into()));
        assert_eq!(parameter(header, "charset"), Some("utf-8".into()));
        assert_eq!(parameter("form-data; name", "name"), None);
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_form_or_none_but_never_break(bytes: Vec<u8>, boundary in "[a-z]{1,3}") {
            let mut body = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"a\"; filename=\"f\"\r\n\r\n").into_bytes();
            body.extend(&bytes);
            let whole = [&body[..], format!("\r\n--{boundary}--").as_bytes()].concat();
            form(&body, &boundary);
            if position(&bytes, format!("--{boundary}").as_bytes()).is_none() {
                let form = form(&whole, &boundary).map(Json::Object).unwrap_or_default();
                prop_assert_eq!(File::of(&form, "a").map(|file| file.bytes), Some(bytes));
            }
        }
    }
}
