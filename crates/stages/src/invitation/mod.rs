//! Lets a person enrol through a link, with values fixed in advance.
//!
//! A single-use invitation is *held* by the browser that opens its link (`hold.rs`), *used up* in the transaction that writes the
//! user, or else logs them in (`consume.rs`), and free again once the enrolment was left for something else or left alone for long
//! enough, or that browser's session is gone (`abandoned.rs`). Where neither of those stages lies ahead (`ahead.rs`), it is used up
//! when it is opened.

mod abandoned;
mod ahead;
mod config;
mod consume;
mod hold;
mod hooks;
#[expect(clippy::module_inception, reason = "the invitation itself, beside the stage that asks for one")]
mod invitation;
mod merge;
mod reservation;
mod send_email;
mod stage;

use vestibule_engine::{Endpoint, Operations};
use vestibule_flow::act;
use vestibule_resource::Model as _;

use crate::StageType;

pub use config::InvitationStage;
pub(crate) use consume::{Consumed, consume, is_due, mark_consumed};
pub use invitation::Invitation;
pub use reservation::InvitationReservation;

pub(crate) const TYPE: StageType = StageType::new(act::<InvitationStage>().with_given_up(consume::release))
    .others(|| {
        vec![
            Endpoint::new(Invitation::RESOURCE).hooks(&hooks::InvitationHooks).actions(send_email::ACTIONS),
            Endpoint::new(InvitationReservation::RESOURCE).operations(Operations::NONE),
        ]
    })
    .schemas(include_str!("schemas.json"));
