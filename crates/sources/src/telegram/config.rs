//! What Telegram is as a source.

use uuid::Uuid;
use vestibule_resource_derive::Resource;

use crate::{GroupMatchingMode, Source};

/// People log in with their Telegram account, for which a bot of the organisation asks.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Source, model = "authentik_sources_telegram.telegramsource", path = "sources/telegram", lookup = "slug",
    form = "ak-source-telegram-form", verbose = "Telegram Source", plural = "Telegram Sources", order = "name", search = [name, slug],
    filter = [
        authentication_flow, bot_username, enabled, enrollment_flow, group_matching_mode, name, pbm_uuid, policy_engine_mode,
        request_message_access, slug, user_matching_mode
    ]
)]
pub struct TelegramSource {
    /// Name of the bot, without the `@`.
    pub bot_username: String,
    /// Token of the bot, with which Telegram's word about somebody is checked.
    #[field(write_only, kind = secret)]
    pub bot_token: String,
    /// Ask people to let the bot send them messages.
    #[field(default = false)]
    pub request_message_access: bool,
    /// Flow that visitors go through before Telegram is asked.
    #[field(to = "authentik_flows.flow", on_delete = cascade)]
    pub pre_authentication_flow: Uuid,
    /// How groups that come for the first time are matched with those that are there.
    #[field(internal, default = "identifier")]
    pub group_matching_mode: GroupMatchingMode,
}
