//! Sets e-mail addresses up as second factors.

mod config;

use vestibule_resource::Model as _;

use crate::{StageType, letter::LetterHooks, unavailable::unavailable};

pub use config::AuthenticatorEmailStage;

pub(crate) const TYPE: StageType = StageType::new(unavailable(AuthenticatorEmailStage::RESOURCE)).hooks(&LetterHooks);
