//! Who may call which operation, as the contract says. Regular operations follow from their name; every other one stands in the table.

use vestibule_tests::Operation;

/// Who may call an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rule {
    /// Anybody, known or not: the operation judges by what it is sent.
    Public,
    /// Everybody with an account: it is about themselves, or about nobody.
    Login,
    /// Who sees the object, or for a list some object of the kind.
    View,
    /// Who may add objects of the kind.
    Add,
    /// Who may change the object.
    Change,
    /// Who may delete the object.
    Delete,
    /// Who holds this permission.
    Holds(&'static str),
    /// Agents, and no people.
    Agent,
    /// Superusers, and those whom the object itself names: no permission is enough.
    Superuser,
}

/// Operations that are not regular ones, by `operationId`.
const IRREGULAR: &[(&str, Rule)] = &[
    ("admin_apps_list", Rule::Login),
    ("admin_file_create", Rule::Holds("authentik_rbac.manage_media_files")),
    ("admin_file_destroy", Rule::Holds("authentik_rbac.manage_media_files")),
    ("admin_file_list", Rule::Holds("authentik_rbac.view_media_files")),
    ("admin_file_used_by_list", Rule::Holds("authentik_rbac.view_media_files")),
    ("admin_models_list", Rule::Login),
    ("admin_settings_partial_update", Rule::Holds("authentik_rbac.edit_system_settings")),
    ("admin_settings_retrieve", Rule::Holds("authentik_rbac.view_system_settings")),
    ("admin_settings_update", Rule::Holds("authentik_rbac.edit_system_settings")),
    ("admin_system_create", Rule::Holds("authentik_rbac.view_system_info")),
    ("admin_system_retrieve", Rule::Holds("authentik_rbac.view_system_info")),
    ("admin_version_history_list", Rule::View),
    ("admin_version_retrieve", Rule::Login),
    ("authenticators_admin_all_list", Rule::View),
    ("authenticators_all_list", Rule::Login),
    ("core_applications_check_access_retrieve", Rule::Login),
    ("core_authenticated_sessions_bulk_delete_destroy", Rule::Holds("authentik_core.delete_authenticatedsession")),
    ("core_brands_current_retrieve", Rule::Public),
    ("core_groups_add_user_create", Rule::Holds("authentik_core.add_user_to_group")),
    ("core_groups_remove_user_create", Rule::Holds("authentik_core.remove_user_from_group")),
    ("core_tokens_set_key_create", Rule::Holds("authentik_core.set_token_key")),
    ("core_tokens_view_key_retrieve", Rule::Holds("authentik_core.view_token_key")),
    ("core_transactional_applications_update", Rule::Add),
    ("core_users_account_lockdown_create", Rule::Login),
    ("core_users_export_create", Rule::View),
    ("core_users_impersonate_create", Rule::Holds("authentik_core.impersonate")),
    ("core_users_impersonate_end_retrieve", Rule::Login),
    ("core_users_me_retrieve", Rule::Login),
    ("core_users_paths_retrieve", Rule::View),
    ("core_users_recovery_create", Rule::Holds("authentik_core.reset_user_password")),
    ("core_users_recovery_email_create", Rule::Holds("authentik_core.reset_user_password")),
    ("core_users_service_account_create", Rule::Add),
    ("core_users_set_password_create", Rule::Holds("authentik_core.reset_user_password")),
    ("core_users_set_password_hash_create", Rule::Holds("authentik_core.reset_user_password")),
    ("core_users_switch_create", Rule::Login),
    ("crypto_certificatekeypairs_generate_create", Rule::Add),
    ("crypto_certificatekeypairs_view_certificate_retrieve", Rule::Holds("authentik_crypto.view_certificatekeypair_certificate")),
    ("crypto_certificatekeypairs_view_private_key_retrieve", Rule::Holds("authentik_crypto.view_certificatekeypair_key")),
    ("endpoints_agents_connectors_agent_config_retrieve", Rule::Public),
    ("endpoints_agents_connectors_auth_fed_create", Rule::Public),
    ("endpoints_agents_connectors_auth_ia_create", Rule::Public),
    ("endpoints_agents_connectors_check_in_create", Rule::Public),
    ("endpoints_agents_connectors_enroll_create", Rule::Public),
    ("endpoints_agents_connectors_mdm_config_create", Rule::Holds("authentik_endpoints_connectors_agent.view_enrollment_token_key")),
    ("endpoints_agents_enrollment_tokens_view_key_retrieve", Rule::Holds("authentik_endpoints_connectors_agent.view_enrollment_token_key")),
    ("endpoints_agents_psso_register_device_create", Rule::Public),
    ("endpoints_agents_psso_register_user_create", Rule::Public),
    ("endpoints_connectors_types_list", Rule::Login),
    ("endpoints_devices_summary_retrieve", Rule::View),
    ("enterprise_license_forecast_retrieve", Rule::View),
    ("enterprise_license_install_id_retrieve", Rule::View),
    ("enterprise_license_summary_retrieve", Rule::Login),
    ("events_events_actions_list", Rule::Login),
    ("events_events_export_create", Rule::View),
    ("events_events_stats_retrieve", Rule::View),
    ("events_events_top_per_user_list", Rule::View),
    ("events_events_volume_list", Rule::View),
    ("events_notifications_mark_all_seen_create", Rule::Login),
    ("events_transports_test_create", Rule::Change),
    ("flows_executor_get", Rule::Public),
    ("flows_executor_solve", Rule::Public),
    ("flows_inspector_get", Rule::Holds("authentik_flows.inspect_flow")),
    ("flows_instances_cache_clear_create", Rule::Holds("authentik_flows.clear_flow_cache")),
    ("flows_instances_cache_info_retrieve", Rule::Holds("authentik_flows.view_flow_cache")),
    ("flows_instances_diagram_retrieve", Rule::View),
    ("flows_instances_execute_retrieve", Rule::View),
    ("flows_instances_export_retrieve", Rule::Holds("authentik_flows.export_flow")),
    ("lifecycle_iterations_create", Rule::Add),
    ("lifecycle_iterations_list_latest", Rule::Login),
    ("lifecycle_iterations_list_open", Rule::Login),
    ("lifecycle_reviews_create", Rule::Login),
    ("managed_blueprints_apply_create", Rule::View),
    ("managed_blueprints_available_list", Rule::View),
    ("managed_blueprints_import_create", Rule::Add),
    ("outposts_instances_default_settings_retrieve", Rule::View),
    ("outposts_instances_health_list", Rule::View),
    ("outposts_ldap_access_check", Rule::View),
    ("outposts_radius_access_check", Rule::View),
    ("outposts_service_connections_all_state_retrieve", Rule::View),
    ("outposts_service_connections_all_types_list", Rule::Login),
    ("policies_all_cache_clear_create", Rule::Holds("authentik_policies.clear_policy_cache")),
    ("policies_all_cache_info_retrieve", Rule::Holds("authentik_policies.view_policy_cache")),
    ("policies_all_test_create", Rule::Change),
    ("policies_all_types_list", Rule::Login),
    ("policies_geoip_iso3166_list", Rule::Public),
    ("propertymappings_all_test_create", Rule::Change),
    ("propertymappings_all_types_list", Rule::Login),
    ("providers_all_types_list", Rule::Login),
    ("providers_google_workspace_sync_object_create", Rule::Add),
    ("providers_google_workspace_sync_status_retrieve", Rule::View),
    ("providers_microsoft_entra_sync_object_create", Rule::Add),
    ("providers_microsoft_entra_sync_status_retrieve", Rule::View),
    ("providers_oauth2_preview_user_retrieve", Rule::View),
    ("providers_oauth2_setup_urls_retrieve", Rule::View),
    ("providers_saml_import_metadata_create", Rule::Add),
    ("providers_saml_metadata_retrieve", Rule::Public),
    ("providers_saml_preview_user_retrieve", Rule::View),
    ("providers_scim_sync_object_create", Rule::Add),
    ("providers_scim_sync_status_retrieve", Rule::View),
    ("providers_wsfed_metadata_retrieve", Rule::Public),
    ("providers_wsfed_preview_user_retrieve", Rule::View),
    ("rbac_permissions_assigned_by_roles_assign", Rule::Holds("authentik_rbac.assign_role_permissions")),
    ("rbac_permissions_assigned_by_roles_unassign_partial_update", Rule::Holds("authentik_rbac.unassign_role_permissions")),
    ("rbac_roles_add_user_create", Rule::Change),
    ("rbac_roles_remove_user_create", Rule::Change),
    ("requests_grant_requests_agent_create", Rule::Agent),
    ("requests_grant_requests_fulfill_partial_update", Rule::Superuser),
    ("requests_grant_requests_revoke_destroy", Rule::Holds("authentik_requests.delete_grantrequest")),
    ("root_config_retrieve", Rule::Public),
    ("schema_retrieve", Rule::Public),
    ("sources_all_types_list", Rule::Login),
    ("sources_all_user_settings_list", Rule::Login),
    ("sources_kerberos_sync_status_retrieve", Rule::View),
    ("sources_ldap_debug_retrieve", Rule::View),
    ("sources_ldap_sync_status_retrieve", Rule::View),
    ("sources_oauth_source_types_list", Rule::Login),
    ("sources_plex_redeem_token_authenticated_create", Rule::Login),
    ("sources_plex_redeem_token_create", Rule::Public),
    ("sources_saml_metadata_retrieve", Rule::View),
    ("sources_telegram_connect_user_create", Rule::Login),
    ("stages_all_types_list", Rule::Login),
    ("stages_all_user_settings_list", Rule::Login),
    ("stages_authenticator_duo_enrollment_status_create", Rule::Public),
    ("stages_authenticator_duo_import_device_manual_create", Rule::Add),
    ("stages_authenticator_duo_import_devices_automatic_create", Rule::Add),
    ("stages_email_templates_list", Rule::Login),
    ("stages_invitation_invitations_send_email_create", Rule::Add),
    ("stages_prompt_prompts_preview_create", Rule::Add),
    ("tasks_schedules_send_create", Rule::Holds("authentik_tasks_schedules.send_schedule")),
    ("tasks_tasks_retry_create", Rule::Holds("authentik_tasks.retry_task")),
    ("tasks_tasks_status_retrieve", Rule::View),
    ("tasks_workers_list", Rule::Superuser),
    ("tenants_tenants_create_admin_group_create", Rule::Superuser),
    ("tenants_tenants_create_recovery_key_create", Rule::Superuser),
];

/// Regular operations that are open to everybody with an account: they are about their own things, or show what policies let them see.
const OPEN: &[&str] = &[
    "core_application_entitlements_requestable_list",
    "core_applications_list",
    "core_applications_requestable_list",
    "core_tokens_create",
    "rac_endpoints_list",
    "requests_grant_requests_create",
    "requests_grant_requests_pending_review_list",
];

/// Collections of which everybody sees their own objects, and nobody's else.
pub(crate) const OWNED: &[&str] = &[
    "agents/agents",
    "authenticators/duo",
    "authenticators/email",
    "authenticators/endpoint",
    "authenticators/sms",
    "authenticators/static",
    "authenticators/totp",
    "authenticators/webauthn",
    "core/authenticated_sessions",
    "core/tokens",
    "core/user_consent",
    "endpoints/agents/psso/ise",
    "events/notifications",
    "oauth2/access_tokens",
    "oauth2/authorization_codes",
    "oauth2/refresh_tokens",
    "rac/connection_tokens",
    "reports/exports",
    "requests/grant-requests",
    "sources/user_connections/all",
    "sources/user_connections/kerberos",
    "sources/user_connections/ldap",
    "sources/user_connections/oauth",
    "sources/user_connections/plex",
    "sources/user_connections/saml",
    "sources/user_connections/telegram",
];

/// The collection that an operation belongs to: its path up to the first placeholder.
pub(crate) fn collection(operation: &Operation) -> &str {
    operation.path.split('{').next().unwrap().trim_matches('/')
}

/// Whether an operation is about one object.
pub(crate) fn on_object(operation: &Operation) -> bool {
    operation.path.contains('{')
}

/// What a regular operation does; `None` for all others.
pub(crate) fn regular(operation: &Operation) -> Option<&'static str> {
    if IRREGULAR.iter().any(|(id, _)| *id == operation.id) {
        return None;
    }
    let name = operation.path.split('{').next().unwrap().trim_matches('/').replace(['/', '-'], "_");
    let rest = operation.path.split_once('}').map_or("", |(_, rest)| rest).trim_matches('/');
    let shown = operation.described["responses"]["200"].to_string();
    let verb = match (operation.method.as_str(), on_object(operation), rest) {
        ("GET", false, "") if shown.contains("/Paginated") => "list",
        ("POST", false, "") => "create",
        ("GET", true, "") => "retrieve",
        ("GET", true, "used_by") => "used_by_list",
        ("PUT", true, "") => "update",
        ("PATCH", true, "") => "partial_update",
        ("DELETE", true, "") => "destroy",
        _ => return None,
    };
    (operation.id == format!("{name}_{verb}")).then_some(verb)
}

/// Who may call the operation; `None` when nobody has said.
pub(crate) fn rule(operation: &Operation) -> Option<Rule> {
    if let Some((_, rule)) = IRREGULAR.iter().find(|(id, _)| *id == operation.id) {
        return Some(*rule);
    }
    if OPEN.contains(&operation.id.as_str()) {
        return Some(Rule::Login);
    }
    Some(match regular(operation)? {
        "create" => Rule::Add,
        "update" | "partial_update" => Rule::Change,
        "destroy" => Rule::Delete,
        _ => Rule::View,
    })
}

/// Names in the tables above that no operation has any more.
pub(crate) fn stale(operations: &[Operation]) -> Vec<&'static str> {
    let known = |id: &&str| operations.iter().any(|operation| operation.id == *id);
    let collections = |path: &&str| operations.iter().any(|operation| collection(operation) == *path);
    let ids = IRREGULAR.iter().map(|(id, _)| *id).chain(OPEN.iter().copied()).filter(|id| !known(id));
    ids.chain(OWNED.iter().copied().filter(|path| !collections(path))).collect()
}
