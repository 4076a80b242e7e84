//! Requests: people ask for access, others decide, and what is granted lasts for a time.

mod grants;
mod rules;
mod target;

use vestibule_engine::Area;

pub use grants::{GrantRequest, GrantRequestReview, Status};
pub use rules::{NotificationMode, RequestRule, RequestRuleBinding, RequestRuleChildBinding};

/// What the API serves of this area.
pub fn area() -> Area {
    let mut endpoints = rules::endpoints();
    endpoints.extend(grants::endpoints());
    Area { endpoints, standalone: grants::standalone(), schemas: &[include_str!("schemas.json")] }
}
