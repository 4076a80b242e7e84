//! Types of mapping that have nothing but what all have: they differ in what their expression may look at.

use vestibule_resource::{Model as _, Resource};
use vestibule_resource_derive::Resource;

use crate::PropertyMapping;

/// Declares types, each as its documentation, its name, model, collection, table, form and name for people, and the parameters that
/// narrow its list.
macro_rules! plain {
    ($($(#[$about:meta])+ $name:ident { $model:tt $path:tt $table:tt $form:tt $verbose:tt $plural:tt $filter:tt })+) => {
        $(
            $(#[$about])+
            #[derive(Debug, Clone, Resource)]
            #[resource(
                extends = PropertyMapping, model = $model, path = $path, table = $table, form = $form,
                verbose = $verbose, plural = $plural, order = "name", search = [name], filter = $filter
            )]
            pub struct $name {}
        )+

        /// All of them.
        pub(crate) static RESOURCES: &[&Resource] = &[$($name::RESOURCE),+];
    };
}

plain! {
    /// Makes the users and groups that are written to Google Workspace. The expression knows the `user` or the `group`, the
    /// `provider` and the `connection`.
    GoogleWorkspaceProviderMapping {
        "authentik_providers_google_workspace.googleworkspaceprovidermapping" "propertymappings/provider/google_workspace"
        "google_workspace_provider_mapping" "ak-property-mapping-provider-google-workspace-form"
        "Google Workspace Provider Mapping" "Google Workspace Provider Mappings" [expression, "managed: managed in", name, pm_uuid]
    }
    /// Makes the users and groups that are written to Microsoft Entra. The expression knows the `user` or the `group`, the
    /// `provider` and the `connection`.
    MicrosoftEntraProviderMapping {
        "authentik_providers_microsoft_entra.microsoftentraprovidermapping" "propertymappings/provider/microsoft_entra"
        "microsoft_entra_provider_mapping" "ak-property-mapping-provider-microsoft-entra-form"
        "Microsoft Entra Provider Mapping" "Microsoft Entra Provider Mappings" [expression, "managed: managed in", name, pm_uuid]
    }
    /// Adds attributes to the answers of a RADIUS provider. The expression changes the `packet`; it returns nothing.
    RadiusProviderPropertyMapping {
        "authentik_providers_radius.radiusproviderpropertymapping" "propertymappings/provider/radius"
        "radius_provider_property_mapping" "ak-property-mapping-provider-radius-form"
        "Radius Provider Property Mapping" "Radius Provider Property Mappings" ["managed: managed in", managed__isnull, name]
    }
    /// Makes the users and groups that a SCIM provider writes (RFC 7643). The expression knows the `user` or the `group`, the
    /// `provider` and the `connection`.
    SCIMMapping {
        "authentik_providers_scim.scimmapping" "propertymappings/provider/scim" "scim_mapping" "ak-property-mapping-provider-scim-form"
        "SCIM Provider Mapping" "SCIM Provider Mappings" ["managed: managed in", managed__isnull, name]
    }
    /// Makes users and groups of what a Kerberos realm knows: the `principal`, and for groups the `group_id`.
    KerberosSourcePropertyMapping {
        "authentik_sources_kerberos.kerberossourcepropertymapping" "propertymappings/source/kerberos"
        "kerberos_source_property_mapping" "ak-property-mapping-source-kerberos-form"
        "Kerberos Source Property Mapping" "Kerberos Source Property Mappings" ["managed: managed in", managed__isnull, name]
    }
    /// Makes users and groups of the entries of an LDAP directory: the expression knows the entry's attributes as `ldap` and its `dn`.
    LDAPSourcePropertyMapping {
        "authentik_sources_ldap.ldapsourcepropertymapping" "propertymappings/source/ldap"
        "ldap_source_property_mapping" "ak-property-mapping-source-ldap-form"
        "LDAP Source Property Mapping" "LDAP Source Property Mappings" ["managed: managed in", managed__isnull, name]
    }
    /// Makes users and groups of what an OAuth source tells about who logs in: `info`, beside the `client` and the `token`.
    OAuthSourcePropertyMapping {
        "authentik_sources_oauth.oauthsourcepropertymapping" "propertymappings/source/oauth"
        "oauth_source_property_mapping" "ak-property-mapping-source-oauth-form"
        "OAuth Source Property Mapping" "OAuth Source Property Mappings" ["managed: managed in", managed__isnull, name]
    }
    /// Makes users and groups of what Plex tells about who logs in: `info`.
    PlexSourcePropertyMapping {
        "authentik_sources_plex.plexsourcepropertymapping" "propertymappings/source/plex"
        "plex_source_property_mapping" "ak-property-mapping-source-plex-form"
        "Plex Source Property Mapping" "Plex Source Property Mappings" ["managed: managed in", managed__isnull, name]
    }
    /// Makes users and groups of an assertion that a SAML source was sent: `root`, `assertion` and `name_id`.
    SAMLSourcePropertyMapping {
        "authentik_sources_saml.samlsourcepropertymapping" "propertymappings/source/saml"
        "saml_source_property_mapping" "ak-property-mapping-source-saml-form"
        "SAML Source Property Mapping" "SAML Source Property Mappings" ["managed: managed in", managed__isnull, name]
    }
    /// Makes users and groups of what a SCIM client sent: `data` (RFC 7643).
    SCIMSourcePropertyMapping {
        "authentik_sources_scim.scimsourcepropertymapping" "propertymappings/source/scim"
        "scim_source_property_mapping" "ak-property-mapping-source-scim-form"
        "SCIM Source Property Mapping" "SCIM Source Property Mappings" ["managed: managed in", managed__isnull, name]
    }
    /// Makes users and groups of what Telegram tells about who logs in: `info`.
    TelegramSourcePropertyMapping {
        "authentik_sources_telegram.telegramsourcepropertymapping" "propertymappings/source/telegram"
        "telegram_source_property_mapping" "ak-property-mapping-source-telegram-form"
        "Telegram Source Property Mapping" "Telegram Source Property Mappings" ["managed: managed in", managed__isnull, name]
    }
}
