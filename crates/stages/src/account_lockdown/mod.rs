//! Locks accounts.

mod config;

use vestibule_resource::Model as _;

use crate::{StageType, unavailable::unavailable};

pub use config::AccountLockdownStage;

pub(crate) const TYPE: StageType = StageType::new(unavailable(AccountLockdownStage::RESOURCE));
