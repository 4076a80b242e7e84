//! How a device has been used, while a code is judged.

use jiff::{SignedDuration, Timestamp};
use vestibule_resource::{Model as _, Record, Result, Value};
use vestibule_store::{Query, Transaction};

use super::Noted;
use crate::DeviceUsage;

/// After so many wrong codes the time to wait grows no further: 2¹⁶ times the factor is 18 hours for a factor of one second.
const MOST_DOUBLINGS: i64 = 16;

/// How a device has been used. Nobody else changes it as long as the transaction lasts.
pub(crate) struct Usage {
    key: Value,
    pub(crate) noted: DeviceUsage,
}

impl Usage {
    /// Takes hold of it.
    pub(crate) async fn lock(tx: &mut Transaction, device: &Record) -> Result<Option<Self>> {
        let Some(found) = tx.first(&Query::all(DeviceUsage::RESOURCE).is("device", device.get("id").clone())).await? else {
            return Ok(None);
        };
        let row = tx.lock(DeviceUsage::RESOURCE, found.key()).await?;
        row.map(|row| Ok(Usage { key: row.key().clone(), noted: row.read()? })).transpose()
    }

    /// Whether the device waits after wrong codes.
    pub(crate) fn waits(&self, now: Timestamp, factor: f64) -> bool {
        let Some(since) = self.noted.failed_at.filter(|_| self.noted.failures > 0) else { return false };
        let doublings = (self.noted.failures - 1).clamp(0, MOST_DOUBLINGS);
        let seconds = if factor.is_finite() && factor > 0.0 { factor * f64::from(1_u32 << doublings) } else { 0.0 };
        let wait = SignedDuration::try_from_secs_f64(seconds).unwrap_or(SignedDuration::MAX);
        now < since.checked_add(wait).unwrap_or(Timestamp::MAX)
    }

    /// Notes that a code was right.
    pub(crate) async fn right(self, tx: &mut Transaction, mut noted: Noted) -> Result<()> {
        noted.extend([("failures", Value::Int(0)), ("failed_at", Value::Null)]);
        self.note(tx, noted).await
    }

    /// Notes that a code was wrong.
    pub(crate) async fn wrong(self, tx: &mut Transaction, now: Timestamp) -> Result<()> {
        let failures = self.noted.failures.saturating_add(1);
        self.note(tx, vec![("failures", failures.into()), ("failed_at", now.into())]).await
    }

    /// Notes something.
    pub(crate) async fn note(self, tx: &mut Transaction, noted: Noted) -> Result<()> {
        tx.update(DeviceUsage::RESOURCE, &self.key, noted).await.map(drop)
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    const START: Timestamp = Timestamp::UNIX_EPOCH;

    fn usage(failures: i64) -> Usage {
        let noted = DeviceUsage {
            usage_uuid: Uuid::nil(),
            device: 1,
            failures,
            failed_at: Some(START),
            code: String::new(),
            valid_until: None,
            sent_at: None,
            last_step: -1,
            drift: 0,
        };
        Usage { key: Value::Null, noted }
    }

    #[test]
    fn the_time_to_wait_doubles_with_each_wrong_code() {
        let waits = |failures: i64, seconds: i64, factor: f64| usage(failures).waits(START + SignedDuration::from_secs(seconds), factor);
        assert!(!waits(0, 0, 1.0));
        for (failures, seconds) in [(1, 1), (2, 2), (3, 4), (4, 8), (11, 1024)] {
            assert!(waits(failures, seconds - 1, 1.0) && !waits(failures, seconds, 1.0), "{failures}");
        }
        assert!(waits(2, 5, 3.0) && !waits(2, 6, 3.0));
        assert!(waits(i64::MAX, 60_000, 1.0) && !waits(i64::MAX, 70_000, 1.0), "nobody is locked out for ever");
    }

    #[test]
    fn a_factor_that_means_nothing_means_not_to_wait() {
        for factor in [0.0, -1.0, f64::NAN, f64::INFINITY] {
            assert!(!usage(5).waits(START, factor));
        }
        assert!(usage(5).waits(START, f64::MAX));
    }
}
