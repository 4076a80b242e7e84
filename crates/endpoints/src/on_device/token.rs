//! What a device shows to say which device it is.

use jiff::Timestamp;
use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_resource::{Error, Model as _, Record, Result};
use vestibule_resource_derive::Resource;
use vestibule_secret::sha256_hex;
use vestibule_store::{Query, Transaction};

use crate::{connectors::AgentConnector, devices::DeviceConnection};

/// A secret that stands for a device. Only its digest is kept; a device has one for each connector that it enrolled at.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_endpoints_connectors_agent.devicetoken",
    key = "token_uuid",
    key_as = "token_uuid",
    verbose = "Device Token",
    plural = "Device Tokens",
    display = "Device token {token_uuid}",
    expires,
    unbounded,
    internal
)]
pub struct DeviceToken {
    /// Identifier that names the token for ever.
    #[field(internal, default = uuid)]
    pub token_uuid: Uuid,
    /// The device, as the connector knows it that it enrolled at.
    #[field(internal, to = "authentik_endpoints.deviceconnection", on_delete = cascade, one_to_one)]
    pub device: Uuid,
    /// Digest of the secret.
    #[field(internal, unique)]
    pub key_hash: String,
    /// When it ends; null for never.
    #[field(internal)]
    pub expires: Option<Timestamp>,
    /// Whether it ends at all.
    #[field(internal, default = false)]
    pub expiring: bool,
}

/// A device that said which one it is.
pub(super) struct Known {
    /// The device, as its connector knows it.
    pub(super) connection: Record,
    /// That connector.
    pub(super) connector: Record,
}

/// Scheme of the header in which an enrolled device shows its secret.
const DEVICE: &str = "bearer+agent";

/// The secret in the request's header, when it is of that scheme.
pub(super) fn secret<'a>(cx: &'a Context, scheme: &str) -> Result<&'a str> {
    let given = cx.request.authorization.split_once(' ').filter(|(given, _)| given.eq_ignore_ascii_case(scheme));
    given.map(|(_, secret)| secret.trim()).ok_or_else(Error::unauthenticated)
}

/// The refusal of a secret that is none.
pub(super) fn refused() -> Error {
    Error::Unauthenticated("Token invalid/expired".into())
}

/// The device that asks.
///
/// # Errors
/// `Unauthenticated` when the request does not say, or says what is not so; `Denied` when its connector is switched off.
pub(super) async fn device(cx: &Context) -> Result<Known> {
    let digest = sha256_hex(secret(cx, DEVICE)?);
    let token = cx.store.first(&Query::all(DeviceToken::RESOURCE).is("key_hash", digest)).await?.ok_or_else(refused)?;
    let connection = cx.store.get(DeviceConnection::RESOURCE, token.get("device").clone()).await?.ok_or_else(refused)?;
    // A device that is forgotten is nobody, even before its rows are gone.
    let device = cx.store.get(crate::devices::EndpointDevice::RESOURCE, connection.get("device").clone()).await?;
    device.ok_or_else(refused)?;
    let connector = cx.store.get(AgentConnector::RESOURCE, connection.get("connector").clone()).await?.ok_or_else(refused)?;
    if !connector.flag("enabled") {
        return Err(Error::denied());
    }
    Ok(Known { connection, connector })
}

/// Gives a device a new secret for this connection; the one that it had is good for nothing any more.
pub(super) async fn renew(cx: &Context, tx: &mut Transaction, connection: &Record) -> Result<String> {
    tx.delete_where(&Query::all(DeviceToken::RESOURCE).is("device", connection.key().clone())).await?;
    let key = cx.store.world().key(LENGTH);
    tx.insert(DeviceToken::RESOURCE, vec![("device", connection.key().clone()), ("key_hash", sha256_hex(&key).into())]).await?;
    Ok(key)
}

/// Letters of a secret.
const LENGTH: usize = 60;
