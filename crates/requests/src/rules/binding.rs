//! What can be asked for under a rule, and by whom.

use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource::{Computed, Links, Nest};
use vestibule_resource_derive::Resource;

/// Lets people ask for something under a rule: those who pass what is bound to this binding, everybody when nothing is.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = PolicyBindingModel, link = "pbm_uuid", path = "requests/rule-bindings", model = "authentik_requests.requestrulebinding",
    key = "uuid", key_as = "uuid", verbose = "Request Rule Binding", plural = "Request Rule Bindings",
    display = "Request rule binding {uuid}", order = "uuid", search = [rule__name], filter = [rule, target], unique = [[rule, target]]
)]
pub struct RequestRuleBinding {
    /// Identifier that names the binding for ever. Who makes a binding may choose it; afterwards it stays.
    #[field(default = uuid, unique = "plain")]
    pub uuid: Uuid,
    /// Identifier of the binding as a target: who passes what is bound to it may ask.
    #[field(read_only)]
    pub pbm_uuid: Uuid,
    /// The rule.
    #[field(to = "authentik_requests.requestrule", on_delete = cascade)]
    pub rule: Uuid,
    /// That rule.
    #[field(nest(of = rule, to = "authentik_requests.requestrule"))]
    pub rule_obj: Nest,
    /// What can be asked for, by its identifier as a target of policies, e.g. that of an application.
    #[field(to = "authentik_policies.policybindingmodel", on_delete = cascade)]
    pub target: Uuid,
    /// What can be asked for together with it or on its own, e.g. entitlements of the application.
    #[field(
        read_only,
        links(to = "authentik_policies.policybindingmodel", table = "request_rule_child_binding", mine = "binding", theirs = "target")
    )]
    pub related: Links,
    /// That, shown.
    #[field(component_list = "RelatedTarget")]
    pub related_obj: Computed<Json>,
    /// How long a request waits for a decision before it is forgotten, as a duration `days=7`.
    #[field(kind = duration, default = "days=7")]
    pub expiry_pending: String,
    /// The longest that access may be granted for, as a duration `days=30`; so long it lasts when nobody asks for less.
    #[field(kind = duration, default = "days=30")]
    pub expiry_granted_max: String,
}

/// Lets people ask for something that belongs to what a binding is about.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "requests/rule-child-bindings", model = "authentik_requests.requestrulechildbinding", key = "uuid", key_as = "uuid",
    verbose = "Request Rule Child Binding", plural = "Request Rule Child Bindings", display = "Request rule child binding {uuid}",
    order = "uuid", search = [binding__rule__name], filter = [binding, target], unique = [[binding, target]]
)]
pub struct RequestRuleChildBinding {
    /// Identifier that names the binding for ever. Who makes a binding may choose it; afterwards it stays.
    #[field(default = uuid, unique = "plain")]
    pub uuid: Uuid,
    /// The binding that it belongs to, which says who may ask and under which rule.
    #[field(to = "authentik_requests.requestrulebinding", on_delete = cascade)]
    pub binding: Uuid,
    /// What can be asked for, by its identifier as a target of policies.
    #[field(to = "authentik_policies.policybindingmodel", on_delete = cascade)]
    pub target: Uuid,
}
