//! Pictures of users.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value as Json;
use vestibule_resource::Record;
use vestibule_secret::sha256_hex;

use crate::{groups::at, tenant::Settings};

/// Shown when no other source has a picture.
const NOBODY: &str = "/static/dist/assets/images/user_default.png";

/// The address of the user's picture, from the first source in the settings that has one.
pub fn avatar(user: &Record, settings: &Settings) -> String {
    let sources = settings.avatars.split(',').map(str::trim);
    sources.filter_map(|source| from(source, user)).next().unwrap_or_else(|| NOBODY.to_owned())
}

fn from(source: &str, user: &Record) -> Option<String> {
    match source {
        "none" => Some(NOBODY.to_owned()),
        "initials" => Some(initials(user.text("name"), user.text("username"))),
        _ => match source.strip_prefix("attributes.") {
            Some(path) => at(user.json("attributes"), path).and_then(Json::as_str).filter(|address| harmless(address)).map(str::to_owned),
            None => harmless(source).then(|| filled(source, user)),
        },
    }
}

/// Only what a browser shows as a picture and never runs.
fn harmless(address: &str) -> bool {
    ["https://", "http://", "data:image/"].iter().any(|scheme| address.starts_with(scheme))
}

fn filled(template: &str, user: &Record) -> String {
    let upn = at(user.json("attributes"), "upn").and_then(Json::as_str).unwrap_or_default();
    let mail = sha256_hex(user.text("email").to_lowercase());
    let escaped = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let template = template.replace("%(mail_hash)s", &mail);
    template.replace("%(username)s", &escaped(user.text("username"))).replace("%(upn)s", &escaped(upn))
}

/// A drawing of one or two letters on a colour, the same for the same name.
pub fn initials(name: &str, username: &str) -> String {
    let shown = if name.trim().is_empty() { username } else { name };
    let svg = drawing(&letters(shown), hue(shown));
    format!("data:image/svg+xml;base64,{}", STANDARD.encode(svg))
}

/// The first letters of the first and the last word.
fn letters(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).filter(|letter| letter.is_alphanumeric()).collect()
}

/// A place on the circle of colours, in degrees.
fn hue(name: &str) -> u32 {
    // FNV-1a: spreads names over the circle, protects nothing.
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash % 360
}

fn drawing(letters: &str, hue: u32) -> String {
    // 28 % lightness leaves white letters a contrast above 4.5:1 on every hue.
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\" width=\"48\" height=\"48\" role=\"img\">\
         <circle cx=\"24\" cy=\"24\" r=\"24\" fill=\"hsl({hue},45%,28%)\"/>\
         <text x=\"24\" y=\"31\" fill=\"white\" font-family=\"sans-serif\" font-size=\"20\" text-anchor=\"middle\">{letters}</text></svg>"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_those_of_the_first_and_last_word() {
        assert_eq!(letters("Ada King Lovelace"), "AL");
        assert_eq!(letters("ada"), "A");
        assert_eq!(letters("<script>"), "");
        assert_eq!(letters(""), "");
    }

    #[test]
    fn a_name_always_has_the_same_picture() {
        assert_eq!(initials("Ada", "x"), initials("Ada", "y"));
        assert_ne!(initials("Ada", "x"), initials("", "x"));
    }

    #[test]
    fn an_attribute_can_be_no_script() {
        assert!(harmless("https://example.com/a.png") && !harmless("javascript:alert(1)") && !harmless("data:text/html,x"));
    }
}
