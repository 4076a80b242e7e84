//! Which object of Microsoft is which user or group.

use crate::sync::links::links;

links! {
    "authentik_providers_microsoft_entra.microsoftentraprovider" by microsoft_id
    /// A user as Microsoft knows them.
    MicrosoftEntraProviderUser {
        "providers/microsoft_entra_users" "authentik_providers_microsoft_entra.microsoftentraprovideruser" "Microsoft Entra Provider User" "Microsoft Entra Provider Users"
        "Microsoft Entra Provider User {user} to {provider}"
    }
    /// A group as Microsoft knows it.
    MicrosoftEntraProviderGroup {
        "providers/microsoft_entra_groups" "authentik_providers_microsoft_entra.microsoftentraprovidergroup" "Microsoft Entra Provider Group" "Microsoft Entra Provider Groups"
        "Microsoft Entra Provider Group {group} to {provider}"
    }
}
