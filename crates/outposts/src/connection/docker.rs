//! Docker.

use futures::future::BoxFuture;
use uuid::Uuid;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::Result;
use vestibule_resource_derive::Resource;

use super::ServiceConnection;
use crate::seen;

/// Model label of certificates with their keys.
const PAIR: &str = "authentik_crypto.certificatekeypair";

/// Runs outposts as containers of a Docker engine.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = ServiceConnection,
    model = "authentik_outposts.dockerserviceconnection",
    path = "outposts/service_connections/docker",
    form = "ak-service-connection-docker-form",
    verbose = "Docker Service-Connection",
    plural = "Docker Service-Connections",
    order = "name",
    search = [name],
    filter = [local, name, tls_authentication, tls_verification, url]
)]
pub struct DockerServiceConnection {
    /// Where the engine listens: `local` for the socket on this machine, else `http://host:port` or `ssh://user@host`.
    pub url: String,
    /// Authority that the engine's certificate must come from; null checks against none.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_default)]
    pub tls_verification: Option<Uuid>,
    /// Certificate and key that this server identifies itself with to the engine; null for none.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = set_default)]
    pub tls_authentication: Option<Uuid>,
}

/// What is irregular about connections to Docker.
pub(crate) struct DockerHooks;

impl Hooks for DockerHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            seen::check(cx, draft, "tls_verification", PAIR).await?;
            seen::check(cx, draft, "tls_authentication", PAIR).await
        })
    }
}
