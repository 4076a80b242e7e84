//! What is known of an address.

use maxminddb::geoip2;
use serde_json::{Value as Json, json};

/// Mean radius of the Earth in kilometres.
const EARTH: f64 = 6371.0088;

/// Where an address is.
#[derive(Debug, Clone, PartialEq)]
pub struct Place {
    /// Name of the city in English; empty when it is not known.
    pub city: String,
    /// Code of the country (ISO 3166-1 alpha-2).
    pub country: Option<String>,
    /// Code of the continent.
    pub continent: Option<String>,
    /// Latitude and longitude in degrees.
    pub at: Option<(f64, f64)>,
}

/// Whose network an address belongs to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Network {
    /// Number of the autonomous system.
    pub asn: Option<u32>,
    /// Who runs it.
    pub organisation: Option<String>,
    /// The addresses around, as `192.0.2.0/24`.
    pub network: String,
}

impl Place {
    pub(super) fn of(city: &geoip2::City<'_>) -> Self {
        Place {
            city: city.city.names.english.unwrap_or_default().to_owned(),
            country: city.country.iso_code.map(str::to_owned),
            continent: city.continent.code.map(str::to_owned),
            at: city.location.latitude.zip(city.location.longitude),
        }
    }

    /// The place that was written as `json`; `None` when it is none.
    pub fn from_json(json: &Json) -> Option<Self> {
        let text = |name: &str| json.get(name).and_then(Json::as_str).map(str::to_owned);
        let number = |name: &str| json.get(name).and_then(Json::as_f64);
        let place = json.is_object().then(|| Place {
            city: text("city").unwrap_or_default(),
            country: text("country"),
            continent: text("continent"),
            at: number("lat").zip(number("long")),
        });
        place.filter(|place| place.country.is_some() || place.at.is_some())
    }

    /// As events, sessions and policies see it.
    pub fn to_json(&self) -> Json {
        json!({
            "continent": self.continent, "country": self.country, "lat": self.at.map(|at| at.0), "long": self.at.map(|at| at.1),
            "city": self.city,
        })
    }

    /// How far it is to another place along the surface of the Earth, in kilometres; `None` when one of them is not known exactly.
    pub fn distance(&self, other: &Place) -> Option<f64> {
        let ((lat, long), (other_lat, other_long)) = (radians(self.at?), radians(other.at?));
        let half = |angle: f64| (angle / 2.0).sin().powi(2);
        let chord = half(other_lat - lat) + lat.cos() * other_lat.cos() * half(other_long - long);
        Some(2.0 * EARTH * chord.clamp(0.0, 1.0).sqrt().asin())
    }
}

fn radians((lat, long): (f64, f64)) -> (f64, f64) {
    (lat.to_radians(), long.to_radians())
}

impl Network {
    pub(super) fn of(asn: &geoip2::Asn<'_>, network: String) -> Self {
        let organisation = asn.autonomous_system_organization.map(str::to_owned);
        Network { asn: asn.autonomous_system_number, organisation, network }
    }

    /// As events, sessions and policies see it.
    pub fn to_json(&self) -> Json {
        json!({ "asn": self.asn, "as_org": self.organisation, "network": self.network })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(lat: f64, long: f64) -> Place {
        Place { city: String::new(), country: None, continent: None, at: Some((lat, long)) }
    }

    #[test]
    fn distances_are_those_of_the_atlas() {
        let far = |from: Place, to: Place| from.distance(&to).map(f64::round);
        assert_eq!(far(at(0.0, 0.0), at(0.0, 0.0)), Some(0.0));
        assert_eq!(far(at(0.0, 0.0), at(0.0, 90.0)), Some(10008.0));
        assert_eq!(far(at(52.52, 13.405), at(48.8566, 2.3522)), Some(877.0), "Berlin to Paris");
        assert_eq!(far(at(0.0, 179.5), at(0.0, -179.5)), Some(111.0), "over the date line");
    }

    #[test]
    fn a_place_is_read_as_it_was_written() {
        let place = Place { city: "Berlin".into(), country: Some("DE".into()), continent: Some("EU".into()), at: Some((52.5, 13.4)) };
        assert_eq!(Place::from_json(&place.to_json()), Some(place));
        assert_eq!(Place::from_json(&json!({})), None);
        assert_eq!(Place::from_json(&json!(null)), None);
    }
}
