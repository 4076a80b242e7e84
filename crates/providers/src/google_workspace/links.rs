//! Which object of Google is which user or group.

use crate::sync::links::links;

links! {
    "authentik_providers_google_workspace.googleworkspaceprovider" by google_id
    /// A user as Google knows them.
    GoogleWorkspaceProviderUser {
        "providers/google_workspace_users" "authentik_providers_google_workspace.googleworkspaceprovideruser" "Google Workspace Provider User" "Google Workspace Provider Users"
        "Google Workspace Provider User {user} to {provider}"
    }
    /// A group as Google knows it.
    GoogleWorkspaceProviderGroup {
        "providers/google_workspace_groups" "authentik_providers_google_workspace.googleworkspaceprovidergroup" "Google Workspace Provider Group" "Google Workspace Provider Groups"
        "Google Workspace Provider Group {group} to {provider}"
    }
}
