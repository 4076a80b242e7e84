//! What is still ahead of a visitor, and what is known so far.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource::{Error, Result};

use crate::{session, snapshot::Snapshot};

/// Names in a plan's context. They are part of the contract: expressions read them.
pub mod keys {
    /// The user the flow is about, see [`PendingUser`](super::PendingUser).
    pub const PENDING_USER: &str = "pending_user";
    /// What was typed, when the matched user must not be shown.
    pub const PENDING_USER_IDENTIFIER: &str = "pending_user_identifier";
    /// What prompts, invitations and sources gathered.
    pub const PROMPT_DATA: &str = "prompt_data";
    /// Where the visitor goes at the end, unchecked: only the server sets it.
    pub const REDIRECT: &str = "redirect";
    /// The invitation that let the visitor in.
    pub const INVITATION: &str = "invitation";
    /// Set once an invitation let the visitor in.
    pub const INVITATION_IN_EFFECT: &str = "invitation_in_effect";
    /// How the user proved who they are.
    pub const AUTH_METHOD: &str = "auth_method";
    /// Details of that.
    pub const AUTH_METHOD_ARGS: &str = "auth_method_args";
    /// The backend that verified the password.
    pub const USER_BACKEND: &str = "user_backend";
    /// Groups that a written user joins.
    pub const GROUPS: &str = "groups";
    /// Type of a written user.
    pub const USER_TYPE: &str = "user_type";
    /// Path of a written user.
    pub const USER_PATH: &str = "user_path";
    /// What a deny stage says.
    pub const DENY_MESSAGE: &str = "deny_message";
    /// The flow that a redirect stage came from.
    pub const IS_REDIRECTED: &str = "is_redirected";
    /// The flow token from which the plan was restored.
    pub const IS_RESTORED: &str = "is_restored";
    /// Override of a redirect stage's target.
    pub const REDIRECT_STAGE_TARGET: &str = "redirect_stage_target";
}

/// What is ahead, and what is known. Serialisable and versioned: it lives in the session and in flow tokens.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// Format; a plan of another format is dropped and made anew.
    pub version: u32,
    /// The flow.
    pub flow: Uuid,
    /// The nearest stages ahead, the present one first. Places of the flow that are further away stand in `rest`, so that a plan
    /// is as small for a flow of a thousand stages as for one of three.
    pub ahead: Vec<Ahead>,
    /// The flow's own places that come after those.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rest: Option<Rest>,
    /// Stages that come after all others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tail: Vec<Ahead>,
    /// What is known so far.
    pub context: Map<String, Json>,
}

/// The places of a flow from some point on.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Rest {
    /// Only places after this one: its order and its key. `None` means from the first.
    pub after: Option<(i64, Uuid)>,
    /// What policies decided when the visitor entered the flow.
    #[serde(default)]
    pub judged: Judged,
}

/// What policies decided about the places that are judged when a visitor enters a flow.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Judged {
    /// Left out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub omitted: Vec<Uuid>,
    /// Taken in. A place that stands in neither list was put into the flow later, so it is judged when the visitor gets there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub taken: Vec<Uuid>,
}

/// One stage ahead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Ahead {
    /// The binding, unless the stage was put in by the server.
    pub binding: Option<Uuid>,
    /// The stage.
    pub stage: StageAt,
    /// Check the binding's policies when the visitor gets there.
    pub re_evaluate: bool,
    /// `retry`, `restart` or `restart_with_context`.
    pub invalid_response_action: String,
}

/// Where a stage's settings are.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StageAt {
    /// A stored stage, by key.
    Stored(Uuid),
    /// A stage of this model that exists only in the plan, with its settings.
    Inline {
        /// Model label of the stage type.
        model: String,
        /// Values of its fields.
        settings: Map<String, Json>,
    },
}

/// The user a flow is about.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum PendingUser {
    /// A stored user.
    Saved {
        /// Key.
        pk: i64,
    },
    /// Somebody who is not stored: a visitor who is enrolling, or a name that nobody has.
    Unsaved {
        /// What was typed.
        username: String,
        /// What was typed, when it may be an address.
        email: String,
    },
}

impl PendingUser {
    /// The pending user of a plan's context, if there is one.
    pub fn of(context: &Map<String, Json>) -> Option<Self> {
        PendingUser::deserialize(context.get(keys::PENDING_USER)?).ok()
    }

    /// A plan's context that knows of this user and nothing else.
    pub fn into_context(self) -> Map<String, Json> {
        let user = serde_json::to_value(&self).unwrap_or_default();
        Map::from_iter([(keys::PENDING_USER.to_owned(), user)])
    }
}

impl Plan {
    /// The present format.
    pub const VERSION: u32 = 1;

    /// The pending user, if there is one.
    pub fn pending_user(&self) -> Option<PendingUser> {
        PendingUser::of(&self.context)
    }

    /// Sets the pending user. What proved that a visitor is somebody else says nothing about them.
    pub fn set_pending_user(&mut self, user: &PendingUser) {
        if self.pending_user().as_ref() != Some(user) {
            self.forget_proof();
        }
        if let Ok(value) = serde_json::to_value(user) {
            self.context.insert(keys::PENDING_USER.to_owned(), value);
        }
    }

    /// Forgets how the pending user proved who they are.
    pub fn forget_proof(&mut self) {
        for key in [keys::USER_BACKEND, keys::AUTH_METHOD, keys::AUTH_METHOD_ARGS] {
            self.context.remove(key);
        }
    }

    /// The data gathered from prompts, invitations and sources; made when absent.
    pub fn prompt_data(&mut self) -> &mut Map<String, Json> {
        let slot = self.context.entry(keys::PROMPT_DATA).or_insert_with(|| Json::Object(Map::new()));
        if !slot.is_object() {
            *slot = Json::Object(Map::new());
        }
        match slot {
            Json::Object(map) => map,
            _ => unreachable!("made an object just above"),
        }
    }

    /// Puts a stage right after the present one.
    pub fn insert(&mut self, stage: Ahead) {
        let place = 1.min(self.ahead.len());
        self.ahead.insert(place, stage);
    }

    /// Puts a stage at the end.
    pub fn append(&mut self, stage: Ahead) {
        self.tail.push(stage);
    }

    /// A plan for a flow, from its first place on.
    pub(crate) fn new(flow: Uuid, judged: Judged, context: Map<String, Json>) -> Self {
        let rest = Some(Rest { after: None, judged });
        Plan { version: Plan::VERSION, flow, ahead: Vec::new(), rest, tail: Vec::new(), context }
    }

    /// The active plan of a session that holds `data`.
    pub fn of_session(data: &Json) -> Option<Self> {
        Plan::from_text(data.get(session::PLAN)?)
    }

    /// The plan that was written as `text`; `None` when it is none, or one of another format.
    pub(crate) fn from_text(text: &Json) -> Option<Self> {
        serde_json::from_str(text.as_str()?).ok().filter(|plan: &Plan| plan.version == Plan::VERSION)
    }

    /// The plan as text of JSON. Sessions and tokens hold it so: a text is copied and compared in no time, whatever the plan knows.
    pub(crate) fn to_text(&self) -> Result<Json> {
        let text = serde_json::to_string(self).map_err(|error| Error::internal(format!("a plan cannot be written: {error}")))?;
        Ok(text.into())
    }

    /// Makes sure that the first `count` stages ahead stand in `ahead`, as far as there are so many.
    pub(crate) fn unroll(&mut self, snapshot: &Snapshot, count: usize) {
        while self.ahead.len() < count {
            match self.next_place(snapshot) {
                Some(place) => self.ahead.push(place),
                None if self.tail.is_empty() => return,
                None => self.ahead.push(self.tail.remove(0)),
            }
        }
    }

    /// The next of the flow's own places, taken out of `rest`.
    fn next_place(&mut self, snapshot: &Snapshot) -> Option<Ahead> {
        let rest = self.rest.as_mut()?;
        let place =
            snapshot.flow(self.flow).and_then(|flow| flow.after(rest.after).find(|place| !rest.judged.omitted.contains(&place.key)));
        match place {
            Some(place) => {
                rest.after = Some((place.order, place.key));
                let mut ahead = place.ahead();
                ahead.re_evaluate |= place.judged_on_entry() && !rest.judged.taken.contains(&place.key);
                Some(ahead)
            }
            None => {
                self.rest = None;
                None
            }
        }
    }

    /// The stage that the visitor is in; `None` at the end.
    pub(crate) fn present(&mut self, snapshot: &Snapshot) -> Option<&Ahead> {
        self.unroll(snapshot, 1);
        self.ahead.first()
    }

    /// Leaves the present stage behind.
    pub(crate) fn leave(&mut self) {
        if !self.ahead.is_empty() {
            self.ahead.remove(0);
        }
    }
}

#[cfg(test)]
mod tests;
