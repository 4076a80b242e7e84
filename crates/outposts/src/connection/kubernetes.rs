//! Kubernetes.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::Result;
use vestibule_resource_derive::Resource;

use super::ServiceConnection;

/// Runs outposts as deployments in a Kubernetes cluster.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = ServiceConnection,
    model = "authentik_outposts.kubernetesserviceconnection",
    path = "outposts/service_connections/kubernetes",
    form = "ak-service-connection-kubernetes-form",
    verbose = "Kubernetes Service-Connection",
    plural = "Kubernetes Service-Connections",
    order = "name",
    search = [name],
    filter = [local, name]
)]
pub struct KubernetesServiceConnection {
    /// How to reach the cluster: the contents of a kubeconfig file as JSON. Empty only for the cluster that this server runs in.
    pub kubeconfig: Map<String, Json>,
    /// Check the certificate of the cluster's API.
    #[field(default = true)]
    pub verify_ssl: bool,
}

/// What is irregular about connections to Kubernetes.
pub(crate) struct KubernetesHooks;

impl Hooks for KubernetesHooks {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let empty = draft.get("kubeconfig").as_json().and_then(Json::as_object).is_none_or(Map::is_empty);
            let local = draft.get("local").as_bool().unwrap_or_default();
            if empty && !local && draft.invalid.is_empty() {
                draft.invalid.add("kubeconfig", "A kubeconfig is needed, except for the cluster that this server runs in.");
            }
            Ok(())
        })
    }
}
