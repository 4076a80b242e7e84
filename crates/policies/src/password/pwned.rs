//! Whether a password is on lists of stolen ones. Whoever keeps the lists learns five digits of its digest and no more.

use std::{sync::Arc, time::Duration};

use sha1::{Digest as _, Sha1};
use vestibule_engine::Context;
use vestibule_outbound::{Exchange, Outbound};

/// Longest time to wait for an answer, whatever the binding allows.
const PATIENCE: Duration = Duration::from_secs(5);

/// How many digits of the digest are told.
const TOLD: usize = 5;

/// Whom policies ask for stolen passwords, as a service of the [`Context`]: the range interface of Have I Been Pwned, or a copy.
#[derive(Debug, Clone)]
pub struct PwnedPasswords(Arc<str>);

impl PwnedPasswords {
    /// Those at this address.
    pub fn at(address: &str) -> Self {
        PwnedPasswords(address.trim_end_matches('/').into())
    }
}

/// On how many lists a password is.
///
/// # Errors
/// Why nobody knows, in words.
pub(super) async fn count(cx: &Context, password: &str, limit: Duration) -> Result<i64, String> {
    let digest = hex::encode_upper(Sha1::digest(password));
    let (told, kept) = digest.split_at_checked(TOLD).unwrap_or_default();
    let unknown = |reason: String| format!("It could not be found out whether the password was stolen: {reason}");
    let service = || Some((cx.services.get::<Outbound>()?, cx.services.get::<PwnedPasswords>()?));
    let (outbound, PwnedPasswords(address)) = service().ok_or_else(|| unknown("this server asks nobody".to_owned()))?;
    // Padding hides from onlookers how many digests begin so.
    let asked = Exchange::get(&format!("{address}/range/{told}")).map(|asked| asked.header("add-padding", "true"));
    let asked = asked.map_err(|error| unknown(error.to_string()))?.within(limit.min(PATIENCE));
    let reply = outbound.send(asked).await.map_err(|error| unknown(error.to_string()))?;
    if !reply.status.is_success() {
        return Err(unknown(format!("the answer was {}", reply.status)));
    }
    Ok(listed(&String::from_utf8_lossy(&reply.body), kept))
}

/// The number that stands in the list beside the rest of a digest.
fn listed(list: &str, rest: &str) -> i64 {
    let pairs = list.lines().filter_map(|line| line.trim().split_once(':'));
    let of = |(digest, count): (&str, &str)| digest.eq_ignore_ascii_case(rest).then(|| count.trim().parse().ok()).flatten();
    pairs.filter_map(of).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_is_found_in_the_list_whatever_its_case() {
        let list = "0018A45C4D1DEF81644B54AB7F969B88D65:10\r\nabc:3\r\nffff:0\r\n";
        assert_eq!((listed(list, "ABC"), listed(list, "FFFF"), listed(list, "EEEE")), (3, 0, 0));
    }
}
