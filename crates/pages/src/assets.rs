//! Style sheet, script and pictures.
//!
//! Our own files have the hash of their content in their address, so a browser may keep them for ever. The same pictures answer at the
//! contract's fixed addresses, which clients know from brands and challenges.

use std::sync::LazyLock;

use serde_json::{Value as Json, json};

/// A file for browsers.
#[derive(Debug)]
pub struct Asset {
    /// Path of its address, from the root.
    pub path: String,
    /// Media type for `content-type`.
    pub content_type: &'static str,
    /// The file.
    pub body: &'static [u8],
    /// Value for `etag`, with its quotes (RFC 9110 §8.8.3).
    pub etag: String,
    /// The address changes with the content: it may be kept for a year without asking again.
    pub immutable: bool,
}

/// The file at this path, which is given without a query string.
pub fn asset(path: &str) -> Option<&'static Asset> {
    ASSETS.iter().find(|asset| asset.path == path)
}

/// Every file.
pub fn assets() -> &'static [Asset] {
    &ASSETS
}

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";

const LOGO: &str = "/static/dist/assets/icons/icon_left_brand.svg";
const ICON: &str = "/static/dist/assets/icons/icon.png";
const BACKGROUND: &str = "/static/dist/assets/images/flow_background.jpg";
const PERSON: &str = "/static/dist/assets/images/user_default.png";

static STYLE_FILE: &[u8] = include_bytes!("static/pages.css");
static DARK_FILE: &[u8] = include_bytes!("static/dark.css");
static SCRIPT_FILE: &[u8] = include_bytes!("static/pages.js");
static ICON_FILE: &[u8] = include_bytes!("static/icon.svg");
static LOGO_FILE: &[u8] = include_bytes!("static/logo.svg");

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    vec![
        hashed("css", CSS, STYLE_FILE),
        hashed("css", CSS, DARK_FILE),
        hashed("js", JS, SCRIPT_FILE),
        hashed("svg", SVG, ICON_FILE),
        fixed(LOGO, SVG, LOGO_FILE),
        fixed(ICON, "image/png", include_bytes!("static/icon.png")),
        fixed(BACKGROUND, "image/jpeg", include_bytes!("static/background.jpg")),
        fixed(PERSON, "image/png", include_bytes!("static/person.png")),
    ]
});

/// Addresses of the files that every page loads.
pub(crate) fn addresses() -> Json {
    json!({"css": address("css", STYLE_FILE), "dark": address("css", DARK_FILE), "js": address("js", SCRIPT_FILE), "icon": address("svg", ICON_FILE)})
}

/// An address that an administrator chose; empty for the contract's default pictures, in whose place the pages draw their own.
pub(crate) fn unless_default(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    if [LOGO, ICON, BACKGROUND].contains(&path) { "" } else { address }
}

fn hashed(extension: &str, content_type: &'static str, body: &'static [u8]) -> Asset {
    Asset { immutable: true, ..asset_at(address(extension, body), content_type, body) }
}

fn fixed(path: &str, content_type: &'static str, body: &'static [u8]) -> Asset {
    asset_at(path.to_owned(), content_type, body)
}

fn asset_at(path: String, content_type: &'static str, body: &'static [u8]) -> Asset {
    Asset { path, content_type, body, etag: format!("\"{:016x}\"", fingerprint(body)), immutable: false }
}

fn address(extension: &str, body: &[u8]) -> String {
    format!("/static/vestibule/{:016x}.{extension}", fingerprint(body))
}

/// FNV-1a of 64 bits: tells versions of our own files apart, and protects nothing.
fn fingerprint(body: &[u8]) -> u64 {
    body.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    #[test]
    fn the_contracts_pictures_are_real_pictures() {
        for (path, content_type, start) in [
            (LOGO, SVG, &b"<svg"[..]),
            (ICON, "image/png", b"\x89PNG"),
            (PERSON, "image/png", b"\x89PNG"),
            (BACKGROUND, "image/jpeg", b"\xff\xd8\xff"),
        ] {
            let asset = asset(path).unwrap();
            assert_eq!(asset.content_type, content_type);
            assert!(asset.body.starts_with(start) && !asset.immutable, "{path}");
        }
    }

    #[test]
    fn our_own_files_may_be_kept_because_their_address_holds_their_hash() {
        for address in addresses().as_object().unwrap().values() {
            let asset = asset(address.as_str().unwrap()).unwrap();
            assert!(asset.immutable && asset.path.contains(asset.etag.trim_matches('"')), "{}", asset.path);
        }
        assert!(asset("/static/vestibule/0.css").is_none() && asset("").is_none());
        assert_eq!(fingerprint(b"a"), 0xaf63_dc4c_8601_ec8c);
    }

    #[test]
    fn drawings_have_no_script_and_load_nothing() {
        for asset in assets().iter().filter(|asset| asset.content_type == SVG) {
            let drawing = std::str::from_utf8(asset.body).unwrap();
            for bad in ["<script", "href", "url(http", "@import", " on"] {
                assert!(!drawing.contains(bad), "{}: {bad}", asset.path);
            }
        }
    }
}
