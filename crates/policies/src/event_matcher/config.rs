//! A policy that looks at events.

use vestibule_core::events::EventAction;
use vestibule_resource_derive::Resource;

use super::{EventApp, EventModel};
use crate::Policy;

/// Passes events that are as described. Every criterion that is set must hold; one that is null counts for nothing.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Policy,
    model = "authentik_policies_event_matcher.eventmatcherpolicy",
    path = "policies/event_matcher",
    form = "ak-policy-event-matcher-form",
    verbose = "Event Matcher Policy",
    plural = "Event Matcher Policies",
    order = "name",
    search = [name],
    filter = [client_ip, created, execution_logging, last_updated, name, policy_uuid, query]
)]
pub struct EventMatcherPolicy {
    /// What happened.
    pub action: Option<EventAction>,
    /// Address that the request came from (IPv4 or IPv6).
    pub client_ip: Option<String>,
    /// Area of the server that tells the event.
    pub app: Option<EventApp>,
    /// Kind of object that the event is about.
    pub model: Option<EventModel>,
    /// Condition on the event as the API serves it, in the language of searches (DjangoQL), e.g.
    /// `user.username = "ada" and context.model.app startswith "authentik_stages"`.
    pub query: Option<String>,
}
