//! The types of policy that this server knows.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Endpoint};
use vestibule_resource::{Error, Model as _, Record, Result};

use crate::{
    DummyPolicy, EventMatcherPolicy, ExpressionPolicy, GeoIPPolicy, PasswordExpiryPolicy, PasswordPolicy, PolicyKind, PolicyRequest,
    PolicyResult, ReputationPolicy, UniquePasswordPolicy, dummy, event_matcher, geoip, password, reputation,
};

/// All of them.
pub static KINDS: &[PolicyKind] = &[
    PolicyKind { resource: DummyPolicy::RESOURCE, lasting: true, passes: dummy::passes },
    PolicyKind { resource: EventMatcherPolicy::RESOURCE, lasting: false, passes: not_yet },
    PolicyKind { resource: ExpressionPolicy::RESOURCE, lasting: false, passes: not_yet },
    PolicyKind { resource: GeoIPPolicy::RESOURCE, lasting: false, passes: not_yet },
    PolicyKind { resource: PasswordPolicy::RESOURCE, lasting: false, passes: password::passes },
    PolicyKind { resource: PasswordExpiryPolicy::RESOURCE, lasting: false, passes: not_yet },
    PolicyKind { resource: ReputationPolicy::RESOURCE, lasting: false, passes: reputation::passes },
    PolicyKind { resource: UniquePasswordPolicy::RESOURCE, lasting: false, passes: not_yet },
];

/// What the API serves of them.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    let matcher = Endpoint::new(EventMatcherPolicy::RESOURCE).hooks(&event_matcher::MatcherHooks);
    vec![
        Endpoint::new(DummyPolicy::RESOURCE),
        event_matcher::PARAMS.iter().fold(matcher, |endpoint, param| endpoint.param(param)),
        Endpoint::new(ExpressionPolicy::RESOURCE),
        Endpoint::new(GeoIPPolicy::RESOURCE).hooks(&geoip::GeoIPHooks),
        Endpoint::new(PasswordPolicy::RESOURCE),
        Endpoint::new(PasswordExpiryPolicy::RESOURCE),
        Endpoint::new(ReputationPolicy::RESOURCE).hooks(&reputation::ReputationHooks),
        Endpoint::new(UniquePasswordPolicy::RESOURCE),
    ]
}

/// The verdict of a type that cannot be evaluated yet: nobody passes, whatever the binding makes of verdicts and failures.
fn not_yet<'a>(_cx: &'a Context, row: &'a Record, _request: &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>> {
    let text = format!("{} cannot be evaluated yet, so “{}” lets nobody pass.", row.resource.verbose_name_plural, row.text("name"));
    Box::pin(async { Err(Error::Denied(text)) })
}
