//! Telegram.

mod config;
mod connect;
mod proof;

use vestibule_engine::Endpoint;
use vestibule_resource::Model as _;

pub use config::TelegramSource;
pub(crate) use connect::CONNECT_USER;

use crate::source_type::{Connect, SourceType};

/// Components of the OpenAPI document.
pub(crate) const SCHEMAS: &str = include_str!("schemas.json");

/// The type.
pub(crate) const TYPE: SourceType = SourceType {
    resource: TelegramSource::RESOURCE,
    endpoints: || vec![Endpoint::new(TelegramSource::RESOURCE)],
    icon: "telegram.svg",
    connect: Some(Connect {
        component: "ak-user-settings-source-telegram",
        start: |source| format!("/source/telegram/{}/", source.text("slug")),
    }),
};
