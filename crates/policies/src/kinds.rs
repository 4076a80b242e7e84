//! The types of policy that this server knows.

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

use crate::{
    DummyPolicy, EventMatcherPolicy, ExpressionPolicy, GeoIPPolicy, PasswordExpiryPolicy, PasswordPolicy, PolicyKind, ReputationPolicy,
    UniquePasswordPolicy, dummy, event_matcher, expression, geoip, password, password_expiry, reputation, unique_password,
};

/// All of them.
pub static KINDS: &[PolicyKind] = &[
    PolicyKind { resource: DummyPolicy::RESOURCE, lasting: true, passes: dummy::passes },
    PolicyKind { resource: EventMatcherPolicy::RESOURCE, lasting: true, passes: event_matcher::passes },
    PolicyKind { resource: ExpressionPolicy::RESOURCE, lasting: false, passes: expression::passes },
    PolicyKind { resource: GeoIPPolicy::RESOURCE, lasting: true, passes: geoip::passes },
    PolicyKind { resource: PasswordPolicy::RESOURCE, lasting: false, passes: password::passes },
    PolicyKind { resource: PasswordExpiryPolicy::RESOURCE, lasting: false, passes: password_expiry::passes },
    PolicyKind { resource: ReputationPolicy::RESOURCE, lasting: false, passes: reputation::passes },
    PolicyKind { resource: UniquePasswordPolicy::RESOURCE, lasting: false, passes: unique_password::passes },
];

/// What the API serves of them.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    let matcher = Endpoint::new(EventMatcherPolicy::RESOURCE).hooks(&event_matcher::MatcherHooks);
    vec![
        Endpoint::new(DummyPolicy::RESOURCE),
        event_matcher::PARAMS.iter().fold(matcher, |endpoint, param| endpoint.param(param)),
        Endpoint::new(ExpressionPolicy::RESOURCE).hooks(&expression::SYNTAX),
        Endpoint::new(GeoIPPolicy::RESOURCE).hooks(&geoip::GeoIPHooks),
        Endpoint::new(PasswordPolicy::RESOURCE),
        Endpoint::new(PasswordExpiryPolicy::RESOURCE),
        Endpoint::new(ReputationPolicy::RESOURCE).hooks(&reputation::ReputationHooks),
        Endpoint::new(UniquePasswordPolicy::RESOURCE),
    ]
}
