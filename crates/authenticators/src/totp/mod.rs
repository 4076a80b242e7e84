//! Authenticator apps.

mod address;
mod code;
mod config;

pub use address::address;
pub(crate) use code::judge;
pub use code::{new_key, step_of};
pub use config::TOTPDevice;
