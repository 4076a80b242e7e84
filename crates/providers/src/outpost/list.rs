//! Lists of providers as outposts see them.

use std::sync::Arc;

use vestibule_engine::{Context, Page, Placed};
use vestibule_resource::{Record, Resource, Result, Value};
use vestibule_store::{Condition, Query, Rows};

use crate::provider::{Assigned, assigned};

/// Label of flows; they live in an area of their own.
const FLOW: &str = "authentik_flows.flow";

/// A page of providers, each with the application it serves.
pub(super) struct Providers {
    /// Where the page stands among all.
    pub(super) placed: Placed,
    /// The providers.
    pub(super) rows: Vec<Record>,
    /// The applications that they serve, in their order.
    pub(super) assigned: Vec<Assigned>,
    flows: Option<Arc<Rows>>,
}

/// The page that a request asks for, of the providers that the caller may see and that `served` says an application uses.
pub(super) async fn page(cx: &Context, resource: &'static Resource, served: Condition) -> Result<Providers> {
    let query = named(cx, cx.visible(resource).await?.filter(served));
    let (placed, rows) = Page::read(&cx.request.params)?.rows(&cx.store, cx.narrowed(query).await?).await?;
    let assigned = assigned(cx, &rows).await?;
    let flows = match cx.store.catalog().find(FLOW) {
        Some(flow) => Some(cx.store.rows(flow).await?),
        None => None,
    };
    Ok(Providers { placed, rows, assigned, flows })
}

fn named(cx: &Context, query: Query) -> Query {
    match cx.request.params.get("name").filter(|name| !name.is_empty()) {
        Some(name) => query.is("name", name),
        None => query,
    }
}

/// An application uses the provider: people open it.
pub(super) fn opened() -> Condition {
    linked("application")
}

/// An application uses the provider, in one way or the other.
pub(super) fn used() -> Condition {
    Condition::Any(vec![linked("application"), linked("backchannel_application")])
}

fn linked(path: &str) -> Condition {
    Condition::Not(Box::new(Condition::Null { path: path.to_owned() }))
}

impl Providers {
    /// Name in addresses of a flow.
    pub(super) fn flow(&self, key: &Value) -> Option<String> {
        Some(self.flows.as_ref()?.find(key)?.text("slug").to_owned())
    }

    /// The providers with their applications.
    pub(super) fn each(&self) -> impl Iterator<Item = (&Record, &Assigned)> {
        self.rows.iter().zip(&self.assigned)
    }
}
