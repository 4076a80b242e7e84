//! Who users and groups are in a source: a user is connected to a person there, a group to a group.
//!
//! `user.rs` and `group.rs` say what all types share; the types themselves are the lists in `user_types.rs` and `group_types.rs`.

mod group;
mod group_types;
mod hooks;
mod user;
mod user_types;

use vestibule_engine::{Endpoint, Operations};
use vestibule_resource::Model as _;

pub use group::GroupSourceConnection;
pub use group_types::{
    GroupKerberosSourceConnection, GroupLDAPSourceConnection, GroupOAuthSourceConnection, GroupPlexSourceConnection,
    GroupSAMLSourceConnection, GroupTelegramSourceConnection,
};
pub use user::UserSourceConnection;
pub use user_types::{
    UserKerberosSourceConnection, UserLDAPSourceConnection, UserOAuthSourceConnection, UserPlexSourceConnection, UserSAMLSourceConnection,
    UserTelegramSourceConnection,
};

/// What the API serves: connections are made in the collections of their types.
pub(crate) fn endpoints() -> Vec<Endpoint> {
    let among_all = Operations::ALL.without(Operations::CREATE);
    let mut endpoints = vec![
        Endpoint::new(UserSourceConnection::RESOURCE).operations(among_all).hooks(&hooks::OF_USER),
        Endpoint::new(GroupSourceConnection::RESOURCE).operations(among_all).hooks(&hooks::OF_GROUP),
    ];
    endpoints.extend(user_types::RESOURCES.iter().chain(group_types::RESOURCES).map(|resource| Endpoint::new(resource)));
    endpoints
}
