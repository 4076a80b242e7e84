//! What schemas do not say.

use serde_json::{Value as Json, json};

use super::{Samples, WORD};
use crate::App;

/// Fields of any collection that name objects.
pub(super) const FIELDS: &[(&str, &str)] = &[
    ("app", "@core/applications:pk"),
    ("authorization_flow", "@flows/instances:pk"),
    ("connector", "@endpoints/agents/connectors:connector_uuid"),
    ("email_stage", "@stages/email:pk"),
    ("enrollment_token", "@endpoints/agents/enrollment_tokens:token_uuid"),
    ("group", "@core/groups:pk"),
    ("invalidation_flow", "@flows/instances:pk"),
    ("pre_authentication_flow", "@flows/instances:pk"),
    ("iteration", "00000000-0000-4000-8000-000000000000"),
    ("role", "@rbac/roles:pk"),
    ("signing_key", "@crypto/certificatekeypairs:pk"),
    ("stage", "@stages/deny:pk"),
    ("user", "@core/users:pk"),
];

/// Fields of one collection, beside or in place of what its schema gives.
pub(super) const SPECIAL: &[(&str, &str)] = &[
    ("core/brands", r##"{"domain": "#.example.com"}"##),
    ("core/object_attributes", r##"{"key": "#", "object_type": "authentik_core.user", "type": "text"}"##),
    ("core/tokens", r##"{"user": "@core/users:pk", "description": "#"}"##),
    (
        "core_transactional_applications_update",
        r##"{"app": {"name": "#", "slug": "#"}, "provider_model": "authentik_providers_scim.scimprovider", "provider": {"name": "#", "url": "http://127.0.0.1:1/"}}"##,
    ),
    ("core/users", r##"{"username": "#", "email": "#@example.com"}"##),
    ("crypto/certificatekeypairs", CERTIFICATE),
    ("endpoints/device_bindings", r##"{"target": "@endpoints/device_access_groups:pbm_uuid", "group": "@core/groups:pk", "order": 1}"##),
    ("events/events", r##"{"action": "login"}"##),
    ("flows/bindings", r##"{"target": "@flows/instances:pk", "order": 0}"##),
    ("flows/instances", r##"{"designation": "stage_configuration"}"##),
    ("lifecycle/rules", r##"{"content_type": "authentik_core.group", "reviewers": ["@core/users:uuid"]}"##),
    ("managed/blueprints", r##"{"content": "version: 1\nentries: []\n"}"##),
    ("outposts/instances", r##"{"type": "proxy", "config": {}, "providers": ["@providers/proxy:pk"]}"##),
    ("outposts/service_connections/docker", r##"{"url": "local"}"##),
    ("outposts/service_connections/kubernetes", r##"{"local": true}"##),
    ("policies/bindings", r##"{"target": "@flows/instances:pk", "user": "@core/users:pk", "order": 0, "enabled": false}"##),
    ("policies/event_matcher", r##"{"action": "login"}"##),
    ("policies/expression", r##"{"expression": "return True"}"##),
    ("policies/geoip", r##"{"countries": ["DE"]}"##),
    ("policies/password_expiry", r##"{"days": 1}"##),
    ("policies/reputation", r##"{"check_ip": true}"##),
    ("providers/google_workspace_groups", r##"{"provider": "@providers/google_workspace:pk"}"##),
    ("providers/google_workspace_users", r##"{"provider": "@providers/google_workspace:pk"}"##),
    ("providers/microsoft_entra_groups", r##"{"provider": "@providers/microsoft_entra:pk"}"##),
    ("providers/microsoft_entra_users", r##"{"provider": "@providers/microsoft_entra:pk"}"##),
    ("providers/oauth2", r##"{"redirect_uris": [{"matching_mode": "strict", "url": "http://localhost/callback"}]}"##),
    ("providers/oauth2-dcr", r##"{"provider": "@providers/oauth2:pk"}"##),
    ("providers/proxy", r##"{"internal_host": "http://127.0.0.1:1"}"##),
    ("providers/scim", r##"{"url": "http://127.0.0.1:1/"}"##),
    ("providers/scim_groups", r##"{"provider": "@providers/scim:pk"}"##),
    ("providers/scim_users", r##"{"provider": "@providers/scim:pk"}"##),
    ("rac/endpoints", r##"{"provider": "@providers/rac:pk", "protocol": "ssh", "auth_mode": "static", "maximum_connections": 1}"##),
    ("requests/grant-requests", r##"{"pbms": ["@requests/rule-bindings:target"]}"##),
    ("requests/rule-bindings", r##"{"rule": "@requests/rules:uuid", "target": "@core/applications:pk"}"##),
    ("requests/rule-child-bindings", r##"{"binding": "@requests/rule-bindings:uuid", "target": "@core/applications:pk"}"##),
    ("sources/group_connections/kerberos", r##"{"source": "@sources/kerberos:pk", "group": "@core/groups:pk"}"##),
    ("sources/group_connections/ldap", r##"{"source": "@sources/ldap:pk", "group": "@core/groups:pk"}"##),
    ("sources/group_connections/oauth", r##"{"source": "@sources/oauth:pk", "group": "@core/groups:pk"}"##),
    ("sources/group_connections/plex", r##"{"source": "@sources/plex:pk", "group": "@core/groups:pk"}"##),
    ("sources/group_connections/saml", r##"{"source": "@sources/saml:pk", "group": "@core/groups:pk"}"##),
    ("sources/group_connections/telegram", r##"{"source": "@sources/telegram:pk", "group": "@core/groups:pk"}"##),
    ("sources/ldap", r##"{"server_uri": "ldap://127.0.0.1:1", "base_dn": "dc=example,dc=com"}"##),
    ("sources/oauth", r##"{"provider_type": "discord"}"##),
    ("sources/plex", r##"{"plex_token": "#"}"##),
    ("sources/scim_groups", r##"{"source": "@sources/scim:pk"}"##),
    ("sources/scim_users", r##"{"source": "@sources/scim:pk"}"##),
    ("sources/user_connections/kerberos", r##"{"source": "@sources/kerberos:pk", "user": "@core/users:pk"}"##),
    ("sources/user_connections/ldap", r##"{"source": "@sources/ldap:pk", "user": "@core/users:pk"}"##),
    ("sources/user_connections/oauth", r##"{"source": "@sources/oauth:pk", "user": "@core/users:pk"}"##),
    ("sources/user_connections/plex", r##"{"source": "@sources/plex:pk", "user": "@core/users:pk"}"##),
    ("sources/user_connections/saml", r##"{"source": "@sources/saml:pk", "user": "@core/users:pk"}"##),
    ("sources/user_connections/telegram", r##"{"source": "@sources/telegram:pk", "user": "@core/users:pk"}"##),
    ("stages/authenticator/sms", r##"{"provider": "generic", "from_number": "+15550100"}"##),
    ("stages/identification", r##"{"user_fields": ["username"]}"##),
    ("stages/invitation/invitations", r##"{"flow": "@flows/instances:pk"}"##),
    ("stages/mtls", r##"{"certificate_authorities": ["@crypto/certificatekeypairs:pk"]}"##),
    ("stages/password", r##"{"backends": ["authentik.core.auth.InbuiltBackend"]}"##),
    ("stages/prompt/prompts", r##"{"type": "text"}"##),
    ("stages/prompt/stages", r##"{"fields": ["@stages/prompt/prompts:pk"]}"##),
    ("stages/redirect", r##"{"mode": "static", "target_static": "https://example.com/"}"##),
    ("stages/source", r##"{"source": "@sources/oauth:pk"}"##),
];

/// Collections whose objects are made in another one, or by what people do.
pub(super) const ELSEWHERE: &[(&str, &str)] = &[
    ("core/authenticated_sessions", "a login"),
    ("endpoints/connectors", "endpoints/agents/connectors"),
    ("endpoints/devices", "an enrolment"),
    ("outposts/service_connections/all", "outposts/service_connections/docker"),
    ("policies/all", "policies/expression"),
    ("policies/reputation/scores", "a failed login"),
    ("propertymappings/all", "propertymappings/provider/scope"),
    ("providers/all", "providers/scim"),
    ("sources/all", "sources/oauth"),
    ("sources/group_connections/all", "sources/group_connections/oauth"),
    ("sources/user_connections/all", "sources/user_connections/oauth"),
    ("stages/all", "stages/dummy"),
];

/// Collections of which the API makes no object, and why.
pub(super) const IMPOSSIBLE: &[(&str, &str)] = &[
    ("admin/version/history", "versions are told by the server"),
    ("authenticators/admin/duo", "people set their devices up in a flow"),
    ("authenticators/admin/email", "people set their devices up in a flow"),
    ("authenticators/admin/endpoint", "people set their devices up in a flow"),
    ("authenticators/admin/sms", "people set their devices up in a flow"),
    ("authenticators/admin/static", "people set their devices up in a flow"),
    ("authenticators/admin/totp", "people set their devices up in a flow"),
    ("authenticators/admin/webauthn", "people set their devices up in a flow"),
    ("authenticators/duo", "people set their devices up in a flow"),
    ("authenticators/email", "people set their devices up in a flow"),
    ("authenticators/endpoint", "people set their devices up in a flow"),
    ("authenticators/sms", "people set their devices up in a flow"),
    ("authenticators/static", "people set their devices up in a flow"),
    ("authenticators/totp", "people set their devices up in a flow"),
    ("authenticators/webauthn", "people set their devices up in a flow"),
    ("core/user_consent", "people consent in a flow"),
    ("enterprise/license", "there are no licences"),
    ("events/notifications", "rules make notifications"),
    ("lifecycle/iterations", "the server begins iterations"),
    ("oauth2/access_tokens", "applications get tokens through a flow"),
    ("oauth2/authorization_codes", "applications get codes through a flow"),
    ("oauth2/refresh_tokens", "applications get tokens through a flow"),
    ("rac/connection_tokens", "people connect through an outpost"),
    ("rbac/permissions", "permissions follow from the descriptors"),
    ("reports/exports", "exports are made by other operations"),
    ("ssf/streams", "receivers make streams"),
    ("stages/authenticator/webauthn_device_types", "device types come with the server"),
    ("tasks/schedules", "schedules come with the server"),
    ("tasks/tasks", "tasks are made by the server"),
    ("tenants/domains", "there is one tenant"),
    ("tenants/tenants", "there is one tenant"),
];

const CERTIFICATE: &str = r##"{"certificate_data": "@pem:certificate", "key_data": "@pem:key"}"##;

/// The text that a placeholder of a certificate stands for.
pub(super) fn pem(which: &str) -> Json {
    match which {
        "key" => include_str!("key.pem").into(),
        _ => include_str!("certificate.pem").into(),
    }
}

/// The session of somebody who has just logged in.
pub(super) async fn session(app: &App) -> Json {
    let somebody = app.user(WORD).await;
    app.logged_in(&somebody).await;
    let sessions = app.admin().get(&format!("core/authenticated_sessions/?user__username={}", somebody.username)).await;
    sessions.body["results"][0].clone()
}

/// A device that has just enrolled.
pub(super) async fn device(app: &App) -> Json {
    let token = Samples::make(app, &app.admin(), "endpoints/agents/enrollment_tokens").await;
    let key = format!("endpoints/agents/enrollment_tokens/{}/view_key/", token["token_uuid"].as_str().unwrap());
    let (secret, serial) = (app.admin().get(&key).await.str("key"), app.name(WORD));
    let body = json!({"device_serial": serial, "device_name": serial});
    app.with_token(&secret).post("endpoints/agents/connectors/enroll/", body).await.assert_status(200);
    app.admin().get(&format!("endpoints/devices/?identifier={serial}")).await.body["results"][0].clone()
}

/// The reputation of somebody who has just failed to log in.
pub(super) async fn score(app: &App) -> Json {
    let somebody = app.user(WORD).await;
    app.log_in(&somebody.username, "wrong").await;
    app.admin().get(&format!("policies/reputation/scores/?identifier={}", somebody.username)).await.body["results"][0].clone()
}
