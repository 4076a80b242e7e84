//! Which object of the application is which user or group.

use crate::sync::links::links;

links! {
    "authentik_providers_scim.scimprovider" by scim_id
    /// A user as the application knows them.
    SCIMProviderUser {
        "providers/scim_users" "authentik_providers_scim.scimprovideruser" "scim provider user" "scim provider users"
        "SCIM Provider User {user} to {provider}"
    }
    /// A group as the application knows it.
    SCIMProviderGroup {
        "providers/scim_groups" "authentik_providers_scim.scimprovidergroup" "scim provider group" "scim provider groups"
        "SCIM Provider Group {group} to {provider}"
    }
}
