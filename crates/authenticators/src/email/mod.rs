//! E-mail addresses that codes are sent to.

mod code;
mod config;

pub(crate) use code::judge;
pub use code::{Fresh, fresh_code, send};
pub use config::EmailDevice;
