//! What is known about devices, put together from what each connector was told last.

use std::collections::HashMap;

use serde_json::{Map, Value as Json, json};
use vestibule_resource::{Model as _, Record, Result, Value, Word as _};
use vestibule_store::{Condition, Query, Store};

use super::{DeviceConnection, DeviceFactSnapshot, Vendor};

/// What a device's operating system can be.
pub(crate) const OS_FAMILIES: &[&str] = &["linux", "unix", "bsd", "windows", "mac_os", "android", "i_os", "other"];

/// What connectors know about some devices, read in two queries however many they are.
pub(super) struct Known {
    connections: Vec<Record>,
    snapshots: HashMap<String, Record>,
}

impl Known {
    /// Reads it; what is too old counts for nothing.
    pub(super) async fn of(store: &Store, devices: &[Record]) -> Result<Self> {
        let keys = devices.iter().map(|device| device.key().clone()).collect();
        let connections = store.select(&Query::all(DeviceConnection::RESOURCE).filter(among("device", keys))).await?;
        let snapshots = snapshots(store, &connections).await?;
        Ok(Known { connections, snapshots })
    }

    /// The connections of a device.
    pub(super) fn connections(&self, device: &Record) -> Vec<Record> {
        self.connections.iter().filter(|connection| connection.get("device") == device.key()).cloned().collect()
    }

    /// All that is known about a device; null when nothing is.
    pub(super) fn facts(&self, device: &Record) -> Json {
        let own = self.connections.iter().filter(|connection| connection.get("device") == device.key());
        let mut told: Vec<&Record> = own.filter_map(|connection| self.snapshots.get(&connection.key().to_string())).collect();
        told.sort_by_key(|snapshot| snapshot.time("created"));
        match told.as_slice() {
            [] => Json::Null,
            [only] => shown(only),
            several => merged(several),
        }
    }
}

/// The snapshots of some connections, by the text of the connection's key.
pub(super) async fn snapshots(store: &Store, connections: &[Record]) -> Result<HashMap<String, Record>> {
    let keys = connections.iter().map(|connection| connection.key().clone()).collect();
    let found = store.select(&Query::all(DeviceFactSnapshot::RESOURCE).filter(among("connection", keys))).await?;
    Ok(found.into_iter().map(|snapshot| (snapshot.get("connection").to_string(), snapshot)).collect())
}

/// A snapshot as the contract shows it.
pub(super) fn shown(snapshot: &Record) -> Json {
    json!({
        "data": snapshot.json("data"), "connection": snapshot.get("connection").to_json(), "created": snapshot.get("created").to_json(),
        "expires": snapshot.get("expires").to_json(), "vendor": snapshot.text("vendor"),
    })
}

/// Several snapshots, oldest first, as one: of each part the newest word counts.
fn merged(told: &[&Record]) -> Json {
    let parts = told.iter().filter_map(|snapshot| snapshot.json("data").as_object()).flatten();
    let data: Map<String, Json> = parts.filter(|(_, part)| !part.is_null()).map(|(name, part)| (name.clone(), part.clone())).collect();
    let mut newest = told.last().map_or(Json::Null, |snapshot| shown(snapshot));
    if let Json::Object(members) = &mut newest {
        members.insert("data".into(), Json::Object(data));
        members.insert("vendor".into(), Vendor::Merged.word().into());
    }
    newest
}

fn among(path: &str, values: Vec<Value>) -> Condition {
    Condition::In { path: path.to_owned(), values }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_several_connectors_the_newest_word_counts() {
        let told = |data: Json| Record::new(DeviceFactSnapshot::RESOURCE, vec![("data", data.into()), ("vendor", "fleetdm.com".into())]);
        let (old, new) =
            (told(json!({ "os": { "family": "linux" }, "disks": [] })), told(json!({ "os": { "family": "bsd" }, "disks": null })));
        let shown = merged(&[&old, &new]);
        assert_eq!(shown.get("data"), Some(&json!({ "os": { "family": "bsd" }, "disks": [] })));
        assert_eq!(shown.get("vendor"), Some(&json!("goauthentik.io/@merged")));
    }
}
