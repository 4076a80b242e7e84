//! Logs users in.

mod binding;
mod config;
mod device;
mod login;
mod stage;

use vestibule_flow::ask;

use crate::StageType;

pub use binding::broken as binding_broken;
pub use config::{GeoipBinding, NetworkBinding, UserLoginStage};
pub use login::LoggedIn;
pub use stage::UserLoginChallenge;

pub(crate) const TYPE: StageType = StageType::new(ask::<UserLoginStage>()).schemas(include_str!("schemas.json"));
