//! Where references lead: the collection of what a field names.

/// Collections, each with the fields whose values are keys of its objects.
const LEADS: &[(&str, &[&str])] = &[
    ("core/applications", &["app", "application", "default_application", "backchannel_application"]),
    (
        "core/groups",
        &[
            "access_group_of_users",
            "create_users_group",
            "destination_group",
            "filter_group",
            "group",
            "group_filters",
            "groups",
            "parents",
            "reviewer_groups",
            "sync_parent_group",
        ],
    ),
    ("core/users", &["created_by", "owner", "parent", "requested_by", "user", "user_id", "users"]),
    (
        "crypto/certificatekeypairs",
        &[
            "certificate",
            "certificate_authorities",
            "challenge_key",
            "client_certificate",
            "client_certificates",
            "encryption_key",
            "encryption_kp",
            "peer_certificate",
            "signing_key",
            "signing_kp",
            "tls_authentication",
            "tls_verification",
            "verification_kp",
            "web_certificate",
            "webhook_ca",
        ],
    ),
    ("endpoints/agents/connectors", &["connector"]),
    ("endpoints/device_access_groups", &["access_group", "device_group"]),
    ("events/transports", &["notification_transports", "transports"]),
    ("events/events", &["event"]),
    ("outposts/service_connections/docker", &["service_connection"]),
    ("policies/dummy", &["policies", "policy", "validation_policies"]),
    ("propertymappings/notification", &["headers_mapping", "mapping", "webhook_mapping_body", "webhook_mapping_headers"]),
    ("propertymappings/provider/saml", &["authn_context_class_ref_mapping", "name_id_mapping"]),
    ("propertymappings/provider/scope", &["override_property_mappings", "property_mappings", "property_mappings_group"]),
    ("propertymappings/source/ldap", &["group_property_mappings", "user_property_mappings"]),
    ("providers/oauth2", &["jwt_federation_providers", "oidc_auth_providers", "provider"]),
    ("providers/proxy", &["providers"]),
    ("providers/scim", &["backchannel_providers"]),
    ("rac/endpoints", &["endpoint"]),
    ("rbac/roles", &["role", "roles"]),
    ("requests/rule-bindings", &["binding"]),
    ("requests/rules", &["rule"]),
    ("sources/oauth", &["auth_oauth", "jwt_federation_sources", "source", "sources"]),
    ("stages/captcha", &["captcha_stage"]),
    ("stages/authenticator/validate", &["webauthn_stage"]),
    ("stages/authenticator/webauthn_device_types", &["device_type_restrictions", "webauthn_allowed_device_types"]),
    ("stages/dummy", &["configuration_stages", "stage"]),
    ("stages/password", &["password_stage"]),
    ("stages/prompt/prompts", &["fields"]),
    ("tenants/tenants", &["tenant"]),
];

/// Fields that lead elsewhere in one collection.
const HERE: &[(&str, &str, &str)] = &[
    ("flows/bindings", "target", "flows/instances"),
    ("oauth2/access_tokens", "provider", "providers/oauth2"),
    ("rac/connection_tokens", "provider", "providers/rac"),
    ("rac/endpoints", "provider", "providers/rac"),
    ("ssf/streams", "provider", "providers/ssf"),
    ("policies/bindings", "target", "core/applications"),
    ("endpoints/device_bindings", "target", "endpoints/device_access_groups"),
    ("requests/rule-bindings", "target", "core/applications"),
    ("requests/rule-child-bindings", "target", "core/applications"),
];

/// The collection of what a field of another collection names; `None` when nobody knows.
pub(crate) fn to(collection: &str, field: &str) -> Option<String> {
    if let Some((.., to)) = HERE.iter().find(|(here, name, _)| *here == collection && *name == field) {
        return Some((*to).to_owned());
    }
    if field == "flow" || field.ends_with("_flow") || field.starts_with("flow_") {
        return Some("flows/instances".into());
    }
    // What is tied to a source or a provider names one of its own kind.
    let own = match field {
        "source" => {
            collection.rsplit_once('/').filter(|(group, _)| group.ends_with("_connections")).map(|(_, kind)| format!("sources/{kind}"))
        }
        "provider" => collection.strip_suffix("_users").or(collection.strip_suffix("_groups")).map(str::to_owned),
        _ => None,
    };
    let own = own.map(|to| if to == "sources/all" { "sources/oauth".into() } else { to });
    own.or_else(|| LEADS.iter().find(|(_, fields)| fields.contains(&field)).map(|(to, _)| (*to).to_owned()))
}
