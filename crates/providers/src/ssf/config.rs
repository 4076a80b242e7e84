//! Applications that are told about security events.

use uuid::Uuid;
use vestibule_resource::{Computed, Links, Nest};
use vestibule_resource_derive::{Choices, Resource};

use crate::{PROVIDER, Provider};

/// Tells applications about security events by the Shared Signals Framework 1.0, e.g. that a session was revoked.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Provider, path = "providers/ssf", model = "authentik_providers_ssf.ssfprovider", form = "ak-provider-ssf-form",
    verbose = "Shared Signals Framework Provider", plural = "Shared Signals Framework Providers", order = "name", search = [name],
    without = [
        authentication_flow, authorization_flow, invalidation_flow, property_mappings, assigned_application_slug,
        assigned_application_name, assigned_backchannel_application_slug, assigned_backchannel_application_name
    ],
    filter = [name__iexact]
)]
pub struct SSFProvider {
    /// Key pair that signs events.
    #[field(to = "authentik_crypto.certificatekeypair", on_delete = cascade)]
    pub signing_key: Uuid,
    /// Token with which an application sets up its stream.
    #[field(internal, to = "authentik_core.token", on_delete = set_null)]
    pub token: Option<Uuid>,
    /// That token, shown.
    #[field(nest(of = "token", to = "authentik_core.token"))]
    pub token_obj: Nest,
    /// OAuth 2.0 providers whose access tokens let an application set up its stream too.
    #[field(
        links(
            to = "authentik_providers_oauth2.oauth2provider",
            table = "ssf_provider_oidc_auth_providers",
            mine = "provider",
            theirs = "oauth2provider"
        ),
        blank
    )]
    pub oidc_auth_providers: Links,
    /// Those providers, shown.
    #[field(nest(
        to = "authentik_providers_oauth2.oauth2provider",
        table = "ssf_provider_oidc_auth_providers",
        mine = "provider",
        theirs = "oauth2provider",
        view = PROVIDER
    ))]
    pub oidc_auth_providers_obj: Nest,
    /// Address of the document that tells applications the rest; null when no application uses the provider.
    #[field(nullable)]
    pub ssf_url: Computed<String>,
    /// How long events are kept for applications that have not fetched them, e.g. `days=30`.
    #[field(kind = duration, default = "days=30")]
    pub event_retention: String,
    /// Verify the certificate of applications that events are sent to.
    #[field(default = true)]
    pub push_verify_certificates: bool,
}

/// What an application wants to be told, and how.
#[derive(Debug, Clone, Resource)]
#[resource(
    path = "ssf/streams", model = "authentik_providers_ssf.stream", table = "ssf_stream", key = "uuid", verbose = "SSF Stream",
    plural = "SSF Streams", order = provider__name, search = [provider__name, endpoint_url],
    filter = [delivery_method, endpoint_url, provider], display = "SSF Stream {uuid}"
)]
pub struct SSFStream {
    /// Identifier that names the stream for ever.
    #[field(read_only, default = uuid)]
    pub uuid: Uuid,
    /// Whether the application is being told.
    #[field(default = "enabled")]
    pub status: StreamStatus,
    /// The provider that tells.
    #[field(to = "authentik_providers_ssf.ssfprovider", on_delete = cascade)]
    pub provider: i64,
    /// That provider, shown.
    #[field(nest(of = "provider", to = "authentik_providers_ssf.ssfprovider"))]
    pub provider_obj: Nest,
    /// How events get to the application.
    pub delivery_method: DeliveryMethod,
    /// Address that events are sent to; null when the application fetches them.
    pub endpoint_url: Option<String>,
    /// The types of event that it wants to be told about.
    #[field(blank)]
    pub events_requested: Vec<EventType>,
    /// How subjects of events are named.
    pub format: String,
    /// For whom events are meant.
    #[field(blank)]
    pub aud: Vec<String>,
    /// Who says to send them.
    pub iss: String,
    /// Value of the header `Authorization` that the application wants events to be sent with; empty for none.
    #[field(internal, kind = secret, blank)]
    pub authorization_header: String,
}

/// Whether an application is being told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "SSFStreamStatusEnum")]
pub enum StreamStatus {
    /// It is.
    Enabled,
    /// Events are kept until it is again.
    Paused,
    /// It is not, and misses what happens.
    Disabled,
    /// It is not, because the stream is about to be deleted.
    DisabledDeleted,
}

/// How events get to an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "DeliveryMethodEnum")]
pub enum DeliveryMethod {
    /// They are sent to it, by the name of the earlier drafts.
    #[choice(value = "https://schemas.openid.net/secevent/risc/delivery-method/push", label = "Risc Push")]
    RiscPush,
    /// It fetches them, by the name of the earlier drafts.
    #[choice(value = "https://schemas.openid.net/secevent/risc/delivery-method/poll", label = "Risc Poll")]
    RiscPoll,
    /// They are sent to it (RFC 8935).
    #[choice(value = "urn:ietf:rfc:8935", label = "RFC 8935 Push")]
    Push,
    /// It fetches them (RFC 8936).
    #[choice(value = "urn:ietf:rfc:8936", label = "RFC 8936 Poll")]
    Poll,
}

/// A type of security event (CAEP 1.0, SSF 1.0).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "EventsRequestedEnum")]
pub enum EventType {
    /// A session was revoked.
    #[choice(value = "https://schemas.openid.net/secevent/caep/event-type/session-revoked", label = "Caep Session Revoked")]
    SessionRevoked,
    /// What a token says is no longer so.
    #[choice(value = "https://schemas.openid.net/secevent/caep/event-type/token-claims-change", label = "Caep Token Claims Change")]
    TokenClaimsChange,
    /// A password or another credential was changed.
    #[choice(value = "https://schemas.openid.net/secevent/caep/event-type/credential-change", label = "Caep Credential Change")]
    CredentialChange,
    /// A session is now more or less certain than at login.
    #[choice(value = "https://schemas.openid.net/secevent/caep/event-type/assurance-level-change", label = "Caep Assurance Level Change")]
    AssuranceLevelChange,
    /// A device now keeps the rules, or no longer does.
    #[choice(
        value = "https://schemas.openid.net/secevent/caep/event-type/device-compliance-change",
        label = "Caep Device Compliance Change"
    )]
    DeviceComplianceChange,
    /// A session was begun.
    #[choice(value = "https://schemas.openid.net/secevent/caep/event-type/session-established", label = "Caep Session Established")]
    SessionEstablished,
    /// A session was seen.
    #[choice(value = "https://schemas.openid.net/secevent/caep/event-type/session-presented", label = "Caep Session Presented")]
    SessionPresented,
    /// Somebody is now a greater or smaller risk.
    #[choice(value = "https://schemas.openid.net/secevent/caep/event-type/risk-level-change", label = "Caep Risk Level Change")]
    RiskLevelChange,
    /// Nothing happened: it shows that the stream works.
    #[choice(value = "https://schemas.openid.net/secevent/ssf/event-type/verification", label = "Set Verification")]
    Verification,
}
