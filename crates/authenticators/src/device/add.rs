//! New devices.

use vestibule_resource::{Model as _, Record, Resource, Result, Value};
use vestibule_store::Transaction;

use crate::DeviceUsage;

/// Longest name of a device, in characters.
const LONGEST_NAME: usize = 64;

/// Gives a user a device. Only stages do that, when its user has shown that they hold it.
///
/// # Errors
/// `Invalid` when there is such a device already.
pub async fn add(tx: &mut Transaction, kind: &'static Resource, user: i64, name: &str, own: Vec<(&'static str, Value)>) -> Result<Record> {
    let name: String = name.chars().take(LONGEST_NAME).collect();
    let values = [("user", user.into()), ("name", name.into())].into_iter().chain(own).collect();
    let device = tx.insert(kind, values).await?;
    tx.insert(DeviceUsage::RESOURCE, vec![("device", device.get("id").clone())]).await?;
    Ok(device)
}

/// Notes the step of the code by which a new app was confirmed, so that it is worth nothing a second time.
///
/// # Errors
/// `Internal` when the database fails.
pub async fn note_step(tx: &mut Transaction, device: &Record, step: i64) -> Result<()> {
    match crate::verify::Usage::lock(tx, device).await? {
        Some(usage) => usage.note(tx, vec![("last_step", step.into())]).await,
        None => Ok(()),
    }
}
