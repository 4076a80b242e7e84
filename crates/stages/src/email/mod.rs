//! Sends mails with a link that leads on.

mod config;
mod function;
mod templates;

use vestibule_resource::Model as _;

use crate::{StageType, letter::LetterHooks, unavailable::unavailable};

pub use config::EmailStage;
pub use function::FUNCTIONS;

pub(crate) const TYPE: StageType = StageType::new(unavailable(EmailStage::RESOURCE)).hooks(&LetterHooks).actions(templates::ACTIONS);
