//! What a policy of places decides.

use futures::future::BoxFuture;
use serde_json::Value as Json;
use vestibule_core::geo::Place;
use vestibule_engine::Context;
use vestibule_resource::{Record, Result, Word as _};

use super::{GeoIPPolicy, history};
use crate::{PolicyRequest, PolicyResult};

/// Passes visitors from the right networks and countries who have not come from too far away.
pub(crate) fn passes<'a>(cx: &'a Context, row: &'a Record, request: &'a mut PolicyRequest) -> BoxFuture<'a, Result<PolicyResult>> {
    Box::pin(async move {
        let policy: GeoIPPolicy = row.read()?;
        let place = request.context.get("geoip").and_then(Place::from_json);
        let by_address = match from_right_place(&policy, request, place.as_ref()) {
            Ok(result) => result,
            Err(unknown) => return Ok(PolicyResult::raised(unknown)),
        };
        if !by_address.passing || !(policy.check_history_distance || policy.check_impossible_travel) {
            return Ok(by_address);
        }
        match place {
            Some(place) => history::judge(cx, &policy, request.user, &place).await,
            None => Ok(PolicyResult::saying(false, "It is not known where this address is.")),
        }
    })
}

/// Whether the network or the country is one of those that pass; where none are named, all are.
///
/// # Errors
/// What would have to be known about the address, and is not.
fn from_right_place(policy: &GeoIPPolicy, request: &PolicyRequest, place: Option<&Place>) -> Result<PolicyResult, &'static str> {
    let networks: Vec<i64> = policy.asns.as_array().into_iter().flatten().filter_map(Json::as_i64).collect();
    let mut results = Vec::new();
    if !networks.is_empty() {
        let network = request.context.get("asn").and_then(|asn| asn.get("asn")).and_then(Json::as_i64);
        let network = network.ok_or("It is not known whose network this address belongs to.")?;
        results.push((networks.contains(&network), "This address does not belong to a network that is allowed."));
    }
    if !policy.countries.is_empty() {
        let country = place.and_then(|place| place.country.as_deref()).ok_or("It is not known in which country this address is.")?;
        let fits = policy.countries.iter().any(|allowed| allowed.word() == country);
        results.push((fits, "This address is not in a country that is allowed."));
    }
    if results.is_empty() || results.iter().any(|(fits, _)| *fits) {
        return Ok(PolicyResult::silent(true));
    }
    let messages = results.into_iter().map(|(_, message)| message.to_owned()).collect();
    Ok(PolicyResult { messages, ..PolicyResult::silent(false) })
}
