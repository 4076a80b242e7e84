//! What a policy may look at.

use std::{sync::Arc, time::Duration};

use serde_json::{Map, Value as Json};
use vestibule_core::{geo::Geo, users};
use vestibule_engine::Context;
use vestibule_resource::{Record, Result};

/// How long a policy may take where no binding says.
pub(crate) const LIMIT: Duration = Duration::from_secs(30);

/// A question to policies, and what they may look at. One question may be put to several policies, which share `context`.
#[derive(Debug, Clone)]
pub struct PolicyRequest {
    /// Key of the user in question; `None` for somebody who is not stored.
    pub user: Option<i64>,
    /// That user as stored. The engine reads it before the first policy is asked; whoever has it at hand may put it here.
    pub user_row: Option<Arc<Record>>,
    /// What the user wants to pass: the row of the target, or the event that a notification rule is asked about.
    pub obj: Option<Arc<Record>>,
    /// What is known beside them. Policies may change it, and who asks decides what becomes of that. Where a plan is at hand,
    /// `flow_plan` holds it as `{"context": {…}, "bindings": […]}`.
    pub context: Map<String, Json>,
    /// A trial: it leaves no traces, neither events nor results that are kept.
    pub debug: bool,
    /// How long the policy that is being asked may take.
    pub limit: Duration,
    /// How many policies wait for the answer: those that ask others themselves.
    pub depth: u32,
    by_server: bool,
    /// The context says where the visitor is, or shall not.
    placed: bool,
}

impl PolicyRequest {
    /// A question about this user.
    pub fn about(user: Option<i64>) -> Self {
        PolicyRequest {
            user,
            user_row: None,
            obj: None,
            context: Map::new(),
            debug: false,
            limit: LIMIT,
            depth: 0,
            by_server: false,
            placed: false,
        }
    }

    /// A question about this row of a user.
    pub fn about_row(user: Arc<Record>) -> Self {
        PolicyRequest { user: user.key().as_int(), ..PolicyRequest::about(None) }.with_row(user)
    }

    /// With this known.
    #[must_use]
    pub fn knowing(self, context: Map<String, Json>) -> Self {
        PolicyRequest { context, ..self }
    }

    /// About this object.
    #[must_use]
    pub fn of(self, obj: Arc<Record>) -> Self {
        PolicyRequest { obj: Some(obj), ..self }
    }

    /// As a trial.
    #[must_use]
    pub fn as_trial(self) -> Self {
        PolicyRequest { debug: true, ..self }
    }

    /// With exactly the context that was given: nothing is added about where the visitor is.
    #[must_use]
    pub fn as_given(self) -> Self {
        PolicyRequest { placed: true, ..self }
    }

    /// Asked by the server itself: no request of a visitor stands behind it, whatever the [`Context`] says.
    #[must_use]
    pub fn by_server(self) -> Self {
        PolicyRequest { by_server: true, placed: true, ..self }
    }

    /// Whether the request of a visitor stands behind the question.
    pub fn has_visitor(&self) -> bool {
        !self.by_server
    }

    fn with_row(self, user: Arc<Record>) -> Self {
        PolicyRequest { user_row: Some(user), ..self }
    }

    /// Reads what policies expect to find: the user, and where the visitor is.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub(crate) async fn prepare(&mut self, cx: &Context) -> Result<()> {
        if self.user_row.is_none()
            && let Some(user) = self.user
        {
            // Who asks was read for this very request.
            let caller = cx.caller.identity().filter(|identity| identity.key() == user);
            let row = match caller {
                Some(caller) => Some(caller.user.clone()),
                None => users::get(&cx.store, user).await?,
            };
            self.user_row = row.map(Arc::new);
        }
        if !self.placed {
            self.placed = true;
            let (geo, ip) = (Geo::of(cx), cx.request.ip);
            let (place, network) = (geo.place(ip).map(|place| place.to_json()), geo.network(ip).map(|network| network.to_json()));
            self.context.insert("geoip".into(), place.into());
            self.context.insert("asn".into(), network.into());
        }
        Ok(())
    }
}
