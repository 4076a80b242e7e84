//! Judging a code that a user gives.
//!
//! A code is tried on every confirmed device of the user that may be used. Right ones are worth nothing a second time: what says so is written in
//! the transaction in which they are judged, under a lock on the device. After a wrong one all devices it was tried on wait.

mod usage;

use futures::future::BoxFuture;
use jiff::Timestamp;
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record, Resource, Result, Value};
use vestibule_store::{Query, Transaction};

use crate::{EmailDevice, StaticDevice, TOTPDevice, email, static_device, totp};

pub(crate) use usage::Usage;

/// No code is longer.
const LONGEST: usize = 100;

/// What is noted of a device when a code of it was right.
pub(crate) type Noted = Vec<(&'static str, Value)>;

/// A code that was given, and when.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Given<'a> {
    pub(crate) code: &'a str,
    pub(crate) at: Timestamp,
}

/// Judges a code on one device; answers what to note about the device when it is right.
type Judging = for<'a> fn(&'a mut Transaction, &'a Record, &'a Usage, Given<'a>) -> BoxFuture<'a, Result<Option<Noted>>>;

/// How a type of device judges a code.
struct Judge {
    kind: &'static Resource,
    judges: Judging,
}

const JUDGES: [Judge; 3] = [
    Judge { kind: StaticDevice::RESOURCE, judges: |tx, device, _, given| Box::pin(static_device::take(tx, device, given)) },
    Judge { kind: TOTPDevice::RESOURCE, judges: |_, device, usage, given| Box::pin(async move { Ok(totp::judge(device, usage, given)) }) },
    Judge { kind: EmailDevice::RESOURCE, judges: |_, _, usage, given| Box::pin(async move { Ok(email::judge(usage, given)) }) },
];

/// Whether devices of this type can be asked to confirm something.
pub fn can_judge(kind: &Resource) -> bool {
    JUDGES.iter().any(|judge| judge.kind.model == kind.model)
}

/// A device confirmed that its user is there. Only a code that was right makes one.
#[derive(Debug)]
pub struct Confirmed {
    device: Record,
}

impl Confirmed {
    /// The device.
    pub fn device(&self) -> &Record {
        &self.device
    }
}

/// Judges a code. `patience` says how many seconds a type of device waits after a wrong code, or `None` for a type that may not be
/// used; each further wrong code doubles the seconds, and a device that waits takes no code at all.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn verify(cx: &Context, user: i64, code: &str, patience: impl Fn(&Resource) -> Option<f64>) -> Result<Option<Confirmed>> {
    let code: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
    if code.is_empty() || code.len() > LONGEST {
        return Ok(None);
    }
    let given = Given { code: &code, at: cx.store.world().now() };
    let mut tx = cx.begin().await?;
    let mut tried = Vec::new();
    for judge in &JUDGES {
        let Some(factor) = patience(judge.kind) else { continue };
        for device in devices(&mut tx, judge.kind, user).await? {
            let Some(usage) = Usage::lock(&mut tx, &device).await? else { continue };
            if usage.waits(given.at, factor) {
                continue;
            }
            if let Some(noted) = (judge.judges)(&mut tx, &device, &usage, given).await? {
                usage.right(&mut tx, noted).await?;
                tx.update(judge.kind, device.key(), vec![("last_used", given.at.into())]).await?;
                tx.commit().await?;
                return Ok(Some(Confirmed { device }));
            }
            tried.push(usage);
        }
    }
    for usage in tried {
        usage.wrong(&mut tx, given.at).await?;
    }
    tx.commit().await?;
    Ok(None)
}

async fn devices(tx: &mut Transaction, kind: &'static Resource, user: i64) -> Result<Vec<Record>> {
    tx.select(&Query::all(kind).is("user", user).is("confirmed", true).order("id")).await
}
