//! What an authenticator app reads from the picture.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// All but the characters that mean nothing in an address (RFC 3986 §2.3).
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The address (`otpauth`) that tells an app whose codes it shows, and how it makes them.
pub fn address(issuer: &str, account: &str, key: &str, digits: i64) -> String {
    let part = |text: &str| utf8_percent_encode(text, ENCODED).to_string();
    // A colon parts the two names, so neither has one.
    let (issuer, account) = (part(&issuer.replace(':', " ")), part(&account.replace(':', " ")));
    format!("otpauth://totp/{issuer}:{account}?secret={key}&algorithm=SHA1&digits={digits}&period=30&issuer={issuer}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_add_parameters() {
        let wanted = "otpauth://totp/A%20%26%20B:a%40b%3Fsecret%3Dx?secret=KEY&algorithm=SHA1&digits=6&period=30&issuer=A%20%26%20B";
        assert_eq!(address("A & B", "a@b?secret=x", "KEY", 6), wanted);
        assert!(address("a:b", "c:d", "KEY", 8).starts_with("otpauth://totp/a%20b:c%20d?"));
    }
}
