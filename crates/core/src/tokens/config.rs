//! What a token is.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_resource::Nest;
use vestibule_resource_derive::{Choices, Resource};

/// What a token is good for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "IntentEnum")]
pub enum Intent {
    /// Goes on with a flow: a link that was mailed.
    #[choice(label = "Intent Verification")]
    Verification,
    /// Calls the API as its user.
    #[choice(label = "Intent Api")]
    Api,
    /// Logs its user in once.
    #[choice(label = "Intent Recovery")]
    Recovery,
    /// Stands for the user's password.
    #[choice(label = "Intent App Password")]
    AppPassword,
}

/// A secret that stands for a user.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_core.token", table = "token", path = "core/tokens", key = "token_uuid", lookup = "identifier",
    verbose = "Token", plural = "Tokens", order = [identifier, expires], search = [identifier, intent, user__username, description],
    owner = "user", expires, lists_expired, unbounded, display = "{identifier}", permissions = [view_token_key, set_token_key],
    filter = [description, expires, expiring, identifier, intent, managed, user__username]
)]
pub struct Token {
    /// Identifier that names the token for ever.
    #[field(read_only, default = uuid)]
    pub token_uuid: Uuid,
    /// What this system itself calls the token, when it looks after it; null for all others.
    #[field(unique)]
    pub managed: Option<String>,
    /// Name, which no other token has. Letters, digits, hyphens and underscores, at most 255.
    #[field(unique, max = 255, pattern = slug_straight)]
    pub identifier: String,
    /// What the token is good for.
    #[field(default = "api")]
    pub intent: Intent,
    /// Whom the token stands for. Who may not choose gets a token of their own.
    #[field(to = "authentik_core.user", on_delete = cascade, blank)]
    pub user: i64,
    /// That user, shown.
    #[field(nest(of = user, to = "authentik_core.user"))]
    pub user_obj: Nest,
    /// What it is for, in words.
    #[field(blank)]
    pub description: String,
    /// When it ends.
    pub expires: Option<Timestamp>,
    /// Whether it ends at all.
    #[field(default = true)]
    pub expiring: bool,
    /// The secret. It is kept in clear, because the contract lets its owner read it again.
    #[field(internal, kind = secret)]
    pub key: String,
    /// What the secret is found by, see `key_hash`: a lookup tells nothing about other secrets by the time it takes.
    #[field(internal, unique)]
    pub key_hash: String,
}
