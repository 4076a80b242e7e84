//! Forms of pages.

use vestibule_resource::{Error, Result};

/// Reads the fields of a form as browsers send it, in order.
///
/// # Errors
/// `Refused` for another media type; our pages send no other.
pub(crate) fn read(content_type: &str, body: &[u8]) -> Result<Vec<(String, String)>> {
    let kind = content_type.split(';').next().unwrap_or_default().trim();
    if !kind.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
        return Err(Error::Refused(415, "A form was expected.".into()));
    }
    Ok(form_urlencoded::parse(body).into_owned().collect())
}

/// The last value of a field; empty when it was not sent.
pub(crate) fn value<'a>(fields: &'a [(String, String)], name: &str) -> &'a str {
    fields.iter().rev().find(|(key, _)| key == name).map_or("", |(_, value)| value)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn a_form_is_read_as_typed_and_the_last_value_counts() {
        let fields = read("application/x-www-form-urlencoded; charset=utf-8", b"a=1&b=+x+%C3%A9%26&a=2").unwrap();
        assert_eq!((value(&fields, "a"), value(&fields, "b"), value(&fields, "c")), ("2", " x é&", ""));
    }

    #[test]
    fn what_is_no_form_is_refused() {
        for kind in ["application/json", "", "multipart/form-data; boundary=b", "text/plain"] {
            assert!(matches!(read(kind, b"a=1"), Err(Error::Refused(415, _))), "{kind}");
        }
    }
}
