//! Logging in on a device. Who asks and what they send is checked; the logins themselves are not possible yet.

use serde_json::Value as Json;
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Result};

use super::token;
use crate::shape;

/// `auth_ia`: where a person who wants to use the device proves who they are.
pub(super) async fn auth_ia(cx: &Context) -> Result<Answer> {
    token::device(cx).await?;
    Err(not_yet())
}

/// `auth_fed`: a token of an application stands for its user on a device.
pub(super) async fn auth_fed(cx: &Context) -> Result<Answer> {
    token::secret(cx, "bearer")?;
    if cx.request.params.get("device").is_none_or(str::is_empty) {
        return Err(Error::field("device", "This field is required."));
    }
    // No token of an application is known here yet, so the one that was sent proves nothing, and nothing is told about the device.
    Err(not_yet())
}

/// `psso/register/device`: an Apple device registers the keys with which it signs and decrypts.
pub(super) async fn register_device(cx: &Context, sent: Json) -> Result<Answer> {
    token::device(cx).await?;
    shape::checked("AgentPSSODeviceRegistrationRequest", &sent)?;
    Err(not_yet())
}

/// `psso/register/user`: an Apple device registers the key of one of its users.
pub(super) async fn register_user(cx: &Context, sent: Json) -> Result<Answer> {
    token::device(cx).await?;
    shape::checked("AgentPSSOUserRegistrationRequest", &sent)?;
    Err(not_yet())
}

fn not_yet() -> Error {
    Error::not_possible("People cannot log in on devices through this server yet.")
}
