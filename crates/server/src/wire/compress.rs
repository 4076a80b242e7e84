//! Gzip for bodies that are worth it.

use std::io::Write as _;

use bytes::Bytes;
use flate2::{Compression, write::GzEncoder};
use http::{
    HeaderMap, HeaderValue,
    header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_TYPE, VARY},
};

/// Below this size in bytes, gzip saves no packet.
const WORTH: usize = 1024;

/// Compresses a body that is text and long enough, if the client takes gzip.
pub(crate) fn compress(asked: &HeaderMap, headers: &mut HeaderMap, body: Bytes) -> Bytes {
    if body.len() < WORTH || headers.contains_key(CONTENT_ENCODING) || !is_text(headers) {
        return body;
    }
    headers.append(VARY, HeaderValue::from_static("Accept-Encoding"));
    if !takes_gzip(asked) {
        return body;
    }
    let mut encoder = GzEncoder::new(Vec::with_capacity(body.len() / 3), Compression::fast());
    match encoder.write_all(&body).and_then(|()| encoder.finish()) {
        Ok(packed) => {
            headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
            packed.into()
        }
        Err(_) => body,
    }
}

fn is_text(headers: &HeaderMap) -> bool {
    let kind = headers.get(CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let kind = kind.split(';').next().unwrap_or_default();
    kind.starts_with("text/")
        || kind.ends_with("+json")
        || matches!(kind, "application/json" | "application/javascript" | "application/vnd.oai.openapi" | "image/svg+xml")
}

fn takes_gzip(asked: &HeaderMap) -> bool {
    let codings = asked.get_all(ACCEPT_ENCODING).iter().filter_map(|line| line.to_str().ok()).flat_map(|line| line.split(','));
    codings.map(str::trim).any(|coding| {
        let (name, weight) = coding.split_once(';').unwrap_or((coding, "q=1"));
        let weight = weight.trim().strip_prefix("q=").and_then(|weight| weight.parse::<f32>().ok()).unwrap_or(1.0);
        name.trim().eq_ignore_ascii_case("gzip") && weight > 0.0
    })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn packed(accept: &str, kind: &str, size: usize) -> bool {
        let asked = HeaderMap::from_iter([(ACCEPT_ENCODING, accept.parse().unwrap())]);
        let mut headers = HeaderMap::from_iter([(CONTENT_TYPE, kind.parse().unwrap())]);
        let body = compress(&asked, &mut headers, vec![b'a'; size].into());
        assert_eq!(headers.contains_key(CONTENT_ENCODING), body.len() < size);
        body.len() < size
    }

    #[test]
    fn long_text_is_compressed_for_clients_that_take_it() {
        assert!(packed("br, gzip", "application/json", 2000));
        assert!(packed("gzip;q=0.5", "text/html; charset=utf-8", 2000));
        assert!(!packed("gzip;q=0", "application/json", 2000));
        assert!(!packed("identity", "application/json", 2000));
        assert!(!packed("gzip", "application/json", 1000));
        assert!(!packed("gzip", "image/png", 2000));
    }
}
