//! Rules: what can be asked for, by whom, and who decides.

mod binding;
mod hooks;
mod rule;

use vestibule_engine::Endpoint;
use vestibule_resource::{Many, Model as _};

pub use binding::{RequestRuleBinding, RequestRuleChildBinding};
pub use rule::{NotificationMode, RequestRule};

/// From a binding to what can be asked for beside its target.
const RELATED: Many =
    Many { to: "authentik_policies.policybindingmodel", table: "request_rule_child_binding", mine: "binding", theirs: "target" };

/// What the API serves of rules.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(RequestRule::RESOURCE),
        Endpoint::new(RequestRuleBinding::RESOURCE).hooks(&hooks::TargetHooks).hooks(&hooks::RelatedHooks),
        Endpoint::new(RequestRuleChildBinding::RESOURCE).hooks(&hooks::TargetHooks),
    ]
}
