//! What is irregular about sessions.

use std::net::IpAddr;

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Hooks};
use vestibule_resource::{Record, Result};
use vestibule_store::Condition;

use super::user_agent;
use crate::geo::Geo;

/// What is irregular about sessions.
pub(super) struct SessionHooks;

impl Hooks for SessionHooks {
    /// Visitors who are not logged in are nobody's business.
    fn hidden(&self, _cx: &Context) -> Condition {
        Condition::Not(Box::new(Condition::Null { path: "user".into() }))
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        let geo = Geo::of(cx);
        let own = cx.session.lock().row.as_ref().map(|row| row.key().clone());
        for (row, object) in rows.iter().zip(objects) {
            object.insert("current".into(), (Some(row.key()) == own.as_ref()).into());
            object.insert("user_agent".into(), user_agent::describe(row.text("last_user_agent")));
            let ip: Option<IpAddr> = row.text("last_ip").parse().ok();
            object.insert("geo_ip".into(), ip.and_then(|ip| geo.place(ip)).map(|place| place.to_json()).into());
            object.insert("asn".into(), ip.and_then(|ip| geo.network(ip)).map(|network| network.to_json()).into());
        }
        Box::pin(async { Ok(()) })
    }
}
