//! Logs users in.

mod binding;
mod config;
mod device;
mod login;
mod stage;

use vestibule_engine::Endpoint;
use vestibule_flow::{StageHooks, ask};
use vestibule_resource::Model as _;

use crate::StageType;

pub use binding::broken as binding_broken;
pub use config::{GeoipBinding, NetworkBinding, UserLoginStage};
pub use login::LoggedIn;
pub use stage::UserLoginChallenge;

pub(crate) const TYPE: StageType = StageType {
    kind: ask::<UserLoginStage>(),
    resources: &[UserLoginStage::RESOURCE],
    endpoints: || vec![Endpoint::new(UserLoginStage::RESOURCE).hooks(&StageHooks::PLAIN)],
    schemas: include_str!("schemas.json"),
};
