//! Codes that are sent.

use jiff::{SignedDuration, Timestamp};
use vestibule_engine::Context;
use vestibule_resource::{Record, Result, Value};
use vestibule_secret::{same, sha256_hex};
use vestibule_world::World;

use crate::verify::{Given, Noted, Usage};

/// A code is not sent again before so many seconds have passed.
const PAUSE: i64 = 30;

/// A new code.
#[derive(Debug)]
pub struct Fresh {
    /// The code: six digits.
    pub code: String,
    /// When it ends.
    pub until: Timestamp,
}

/// A code of six digits, each equally likely.
pub fn fresh_code(world: &World, lasts: SignedDuration) -> Fresh {
    const CODES: u32 = 1_000_000;
    let number = loop {
        let number = u32::from_le_bytes(world.bytes());
        // What lies above the largest multiple would favour small numbers.
        if number < u32::MAX - u32::MAX % CODES {
            break number % CODES;
        }
    };
    Fresh { code: format!("{number:06}"), until: world.now().checked_add(lasts).unwrap_or(Timestamp::MAX) }
}

/// Makes a new code for a device, which replaces the one before. `None` when one was sent only just now.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn send(cx: &Context, device: &Record, lasts: SignedDuration) -> Result<Option<Fresh>> {
    let mut tx = cx.begin().await?;
    let Some(usage) = Usage::lock(&mut tx, device).await? else { return Ok(None) };
    let now = cx.store.world().now();
    let pause = SignedDuration::from_secs(PAUSE);
    if usage.noted.sent_at.is_some_and(|sent| now < sent.checked_add(pause).unwrap_or(Timestamp::MAX)) {
        return Ok(None);
    }
    let fresh = fresh_code(cx.store.world(), lasts);
    let noted = vec![("code", sha256_hex(&fresh.code).into()), ("valid_until", fresh.until.into()), ("sent_at", now.into())];
    usage.note(&mut tx, noted).await?;
    tx.commit().await?;
    Ok(Some(fresh))
}

/// Judges a code that was sent. A right one is worth nothing afterwards.
pub(crate) fn judge(usage: &Usage, given: Given<'_>) -> Option<Noted> {
    let waited_for = usage.noted.valid_until.is_some_and(|until| given.at < until) && !usage.noted.code.is_empty();
    let right = waited_for && same(sha256_hex(given.code), &usage.noted.code);
    right.then(|| vec![("code", Value::from("")), ("valid_until", Value::Null)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_six_digits_and_an_end() {
        let world = World::real();
        for _ in 0..64 {
            let Fresh { code, until } = fresh_code(&world, SignedDuration::from_mins(5));
            assert!(code.len() == 6 && code.bytes().all(|digit| digit.is_ascii_digit()), "{code}");
            assert!(until > world.now());
        }
    }
}
