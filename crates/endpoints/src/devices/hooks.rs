//! What is shown of devices beyond their own columns.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Hooks};
use vestibule_resource::{Model as _, Record, Result};

use super::facts::{self, Known};
use crate::access_groups::DeviceAccessGroup;

/// Shows the access group of a device, and what is known about it.
pub(super) struct DeviceHooks;

impl Hooks for DeviceHooks {
    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let known = Known::of(&cx.store, rows).await?;
            let groups = cx.store.rows(DeviceAccessGroup::RESOURCE).await?;
            for (row, object) in rows.iter().zip(objects) {
                let group = groups.find(row.get("access_group"));
                let shown = match group {
                    Some(group) => cx.api.show(cx, std::slice::from_ref(group.as_ref()), None).await?.pop(),
                    None => None,
                };
                object.insert("access_group_obj".into(), shown.unwrap_or_default());
                object.insert("facts".into(), known.facts(row));
            }
            Ok(())
        })
    }
}

/// Shows what was told last through a connection.
pub(super) struct ConnectionHooks;

impl Hooks for ConnectionHooks {
    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let snapshots = facts::snapshots(&cx.store, rows).await?;
            for (row, object) in rows.iter().zip(objects) {
                let latest = snapshots.get(&row.key().to_string()).map(facts::shown);
                object.insert("latest_snapshot".into(), latest.unwrap_or_default());
            }
            Ok(())
        })
    }
}
