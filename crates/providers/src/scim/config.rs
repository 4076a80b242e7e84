//! Applications that are told about users and groups by SCIM.

use jiff::Timestamp;
use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource::{Computed, Links};
use vestibule_resource_derive::{Choices, Resource};

use crate::Provider;

/// Keeps users and groups of an application as they are here, by SCIM 2.0 (RFC 7644).
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Provider, path = "providers/scim", model = "authentik_providers_scim.scimprovider", form = "ak-provider-scim-form",
    verbose = "SCIM Provider", plural = "SCIM Providers", order = [name, url], search = [name, url],
    without = [
        authentication_flow, authorization_flow, invalidation_flow, assigned_application_slug, assigned_application_name
    ],
    filter = [exclude_users_service_account, group_filters, name, url]
)]
pub struct SCIMProvider {
    /// Mappings that make the groups that the application is told about.
    #[field(
        links(
            to = "authentik_core.propertymapping",
            table = "scim_provider_property_mappings_group",
            mine = "provider",
            theirs = "propertymapping"
        ),
        blank
    )]
    pub property_mappings_group: Links,
    /// Address of the application's SCIM service, usually ending in `/v2`.
    pub url: String,
    /// Verify the certificate of the application.
    #[field(default = true)]
    pub verify_certificates: bool,
    /// Bearer token that proves who asks, for the mode `token`.
    #[field(write_only, kind = secret, blank)]
    pub token: String,
    /// How the server proves to the application who asks.
    #[field(default = "token")]
    pub auth_mode: AuthenticationMode,
    /// OAuth source whose access token proves who asks, for the modes of OAuth.
    #[field(to = "authentik_sources_oauth.oauthsource", on_delete = set_default)]
    pub auth_oauth: Option<Uuid>,
    /// Further parameters of the request for that access token, by name.
    pub auth_oauth_params: Map<String, Json>,
    /// When that access token was last renewed; null when there is none.
    #[field(nullable)]
    pub auth_oauth_token_last_updated: Computed<Timestamp>,
    /// When that access token expires; null when there is none.
    #[field(nullable)]
    pub auth_oauth_token_expires: Computed<Timestamp>,
    /// Address to register with the OAuth source; null when nobody needs to log in there.
    #[field(nullable)]
    pub auth_oauth_url_callback: Computed<String>,
    /// Address at which somebody logs in there; null when nobody needs to.
    #[field(nullable)]
    pub auth_oauth_url_start: Computed<String>,
    /// Whose deviations from the standard are allowed for.
    #[field(default = "default")]
    pub compatibility_mode: CompatibilityMode,
    /// How long is remembered what the application says it can do, e.g. `hours=1`.
    #[field(kind = duration, default = "hours=1")]
    pub service_provider_config_cache_timeout: String,
    /// Tell nothing about accounts of machines.
    #[field(default = false)]
    pub exclude_users_service_account: bool,
    /// How many objects are worked on at a time.
    #[field(min = 1, max = 2147483647, default = 100)]
    pub sync_page_size: i64,
    /// How long that may take, e.g. `minutes=30`.
    #[field(kind = duration, default = "minutes=30")]
    pub sync_page_timeout: String,
    /// Look for what the application has already before telling it anything.
    #[field(default = true)]
    pub discovery_enabled: bool,
    /// Only groups that the application is told about; all of them when none is named.
    #[field(links(to = "authentik_core.group", table = "scim_provider_group_filters", mine = "provider", theirs = "group"), blank)]
    pub group_filters: Links,
    /// Only write down what would be told, and tell nothing.
    #[field(default = false)]
    pub dry_run: bool,
}

/// How the server proves to an application who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "SCIMAuthenticationModeEnum")]
pub enum AuthenticationMode {
    /// By a fixed token.
    Token,
    /// By an access token that it gets by its own credentials.
    #[choice(label = "OAuth (Silent)")]
    Oauth,
    /// By an access token that somebody logs in for.
    #[choice(label = "OAuth (interactive)")]
    OauthInteractive,
}

/// Whose deviations from SCIM are allowed for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "CompatibilityModeEnum")]
pub enum CompatibilityMode {
    /// Nobody's.
    Default,
    /// Amazon Web Services.
    #[choice(label = "AWS")]
    Aws,
    /// Slack.
    Slack,
    /// Salesforce.
    #[choice(label = "Salesforce")]
    Sfdc,
    /// GitLab.
    #[choice(label = "GitLab")]
    Gitlab,
    /// Cisco Webex.
    Webex,
    /// VMware vCenter.
    #[choice(label = "vCenter")]
    Vcenter,
}
