//! The resources of flows: what an administrator sets up.

mod binding;
mod binding_hooks;
mod flow;
mod flow_hooks;
mod flow_set;
mod stage;
mod stage_hooks;
mod token;

pub use binding::{FlowStageBinding, InvalidResponseAction};
pub use flow::{Authentication, DeniedAction, Designation, FLOW_SET, Flow, Layout};
pub use stage::Stage;
pub use token::FlowToken;

pub(crate) use binding_hooks::BindingHooks;
pub(crate) use flow_hooks::{FlowHooks, background};
pub(crate) use stage_hooks::StageHooks;
