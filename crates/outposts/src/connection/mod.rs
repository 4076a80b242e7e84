//! Where outposts can be run: the connections to Docker and to Kubernetes.

mod actions;
mod base;
mod docker;
mod kubernetes;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

pub use base::ServiceConnection;
pub use docker::DockerServiceConnection;
pub use kubernetes::KubernetesServiceConnection;

/// What the API serves.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::new(ServiceConnection::RESOURCE)
            .operations(Operations::READ.with(Operations::DESTROY).with(Operations::USED_BY))
            .actions(actions::ACTIONS),
        Endpoint::new(DockerServiceConnection::RESOURCE).hooks(&docker::DockerHooks),
        Endpoint::new(KubernetesServiceConnection::RESOURCE).hooks(&kubernetes::KubernetesHooks),
    ]
}
