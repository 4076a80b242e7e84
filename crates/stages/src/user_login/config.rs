//! Logging in.

use vestibule_flow::Stage;
use vestibule_resource_derive::{Choices, Resource};

/// How far a session is tied to the network it was made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "NetworkBindingEnum")]
pub enum NetworkBinding {
    /// Not at all.
    #[choice(label = "Not tied")]
    NoBinding,
    /// To the autonomous system.
    #[choice(label = "Autonomous system")]
    BindAsn,
    /// To the autonomous system and the network.
    #[choice(label = "Autonomous system and network")]
    BindAsnNetwork,
    /// To the autonomous system, the network and the address.
    #[choice(label = "Autonomous system, network and address")]
    BindAsnNetworkIp,
}

/// How far a session is tied to the place it was made in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "GeoipBindingEnum")]
pub enum GeoipBinding {
    /// Not at all.
    #[choice(label = "Not tied")]
    NoBinding,
    /// To the continent.
    #[choice(label = "Continent")]
    BindContinent,
    /// To the continent and the country.
    #[choice(label = "Continent and country")]
    BindContinentCountry,
    /// To the continent, the country and the city.
    #[choice(label = "Continent, country and city")]
    BindContinentCountryCity,
}

/// Logs the user in whom the flow is about. It checks nothing by itself: the stages before it must.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/user_login", model = "authentik_stages_user_login.userloginstage",
           form = "ak-stage-user-login-form", order = "name", search = [name],
           filter = [name, stage_uuid, session_duration, terminate_other_sessions, remember_me_offset, network_binding, geoip_binding,
                     remember_device])]
pub struct UserLoginStage {
    /// How long a session lasts; `seconds=0` means until the browser is closed.
    #[field(kind = duration, default = "seconds=0")]
    pub session_duration: String,
    /// End all other sessions of the user.
    #[field(default = false)]
    pub terminate_other_sessions: bool,
    /// What is added to the duration when the user asks to stay logged in; `seconds=0` means not to ask.
    #[field(kind = duration, default = "seconds=0")]
    pub remember_me_offset: String,
    /// Tie the session to the network it was made in.
    #[field(default = "no_binding")]
    pub network_binding: NetworkBinding,
    /// Tie the session to the place it was made in.
    #[field(default = "no_binding")]
    pub geoip_binding: GeoipBinding,
    /// How long the browser counts as known after a login; less than a second means not at all.
    #[field(kind = duration, default = "days=30")]
    pub remember_device: String,
}
