//! The list of countries, for people who are about to choose some.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Need, Schema, Standalone};
use vestibule_resource::{Choice, Word as _};

use super::Country;

/// The list of countries; it is no secret.
pub(crate) static STANDALONE: Standalone = Standalone {
    path: "policies/geoip_iso3166",
    method: "GET",
    id: "policies_geoip_iso3166_list",
    tag: "policies",
    need: Need::Anybody,
    schema: Schema::answers("DetailedCountry[]"),
    negotiates: false,
    run: |_, _, _| Box::pin(async { Ok(Answer::json(200, Country::CHOICES.items.iter().map(shown).collect())) }),
};

/// A country with its name; `None` when there is none of that code.
pub(super) fn detailed(code: &str) -> Option<Json> {
    Country::CHOICES.items.iter().find(|country| country.value == code).map(shown)
}

fn shown(country: &Choice) -> Json {
    json!({ "code": country.value, "name": country.label })
}
