-- The first schema, written by `cargo xtask schema` from the descriptors, then reviewed.
CREATE TABLE "user" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "username" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_active" INTEGER NOT NULL,
    "last_login" INTEGER,
    "date_joined" INTEGER NOT NULL,
    "email" TEXT NOT NULL,
    "attributes" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "uuid" TEXT NOT NULL,
    "password_change_date" INTEGER NOT NULL,
    "last_updated" INTEGER NOT NULL,
    "password" TEXT NOT NULL,
    CONSTRAINT "user_username_key" UNIQUE ("username"),
    CONSTRAINT "user_uuid_key" UNIQUE ("uuid"),
    CONSTRAINT "user_type_check" CHECK ("type" IN ('external', 'internal', 'internal_service_account', 'service_account'))
) STRICT;
CREATE INDEX "user_date_joined_username_id_idx" ON "user" ("date_joined", "username", "id");
CREATE INDEX "user_email_username_id_idx" ON "user" ("email", "username", "id");
CREATE INDEX "user_is_active_username_id_idx" ON "user" ("is_active", "username", "id");
CREATE INDEX "user_last_login_username_id_idx" ON "user" ("last_login", "username", "id");
CREATE INDEX "user_last_updated_username_id_idx" ON "user" ("last_updated", "username", "id");
CREATE INDEX "user_name_username_id_idx" ON "user" ("name", "username", "id");
CREATE INDEX "user_path_username_id_idx" ON "user" ("path", "username", "id");
CREATE INDEX "user_type_username_id_idx" ON "user" ("type", "username", "id");
CREATE INDEX "user_username_folded" ON "user" ("username" COLLATE folded);
CREATE INDEX "user_email_folded" ON "user" ("email" COLLATE folded);

CREATE TABLE "group" (
    "group_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_superuser" INTEGER NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "group_pkey" PRIMARY KEY ("group_uuid"),
    CONSTRAINT "group_name_key" UNIQUE ("name")
) STRICT;
CREATE INDEX "group_is_superuser_name_group_uuid_idx" ON "group" ("is_superuser", "name", "group_uuid");
CREATE INDEX "group_name_folded" ON "group" ("name" COLLATE folded);

CREATE TABLE "token" (
    "token_uuid" TEXT NOT NULL,
    "managed" TEXT,
    "identifier" TEXT NOT NULL,
    "intent" TEXT NOT NULL,
    "user" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    CONSTRAINT "token_pkey" PRIMARY KEY ("token_uuid"),
    CONSTRAINT "token_managed_key" UNIQUE ("managed"),
    CONSTRAINT "token_identifier_key" UNIQUE ("identifier"),
    CONSTRAINT "token_key_hash_key" UNIQUE ("key_hash"),
    CONSTRAINT "token_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "token_intent_check" CHECK ("intent" IN ('api', 'app_password', 'recovery', 'verification'))
) STRICT;
CREATE INDEX "token_description_identifier_expires_token_uuid_idx" ON "token" ("description", "identifier", "expires", "token_uuid");
CREATE INDEX "token_expires_identifier_token_uuid_idx" ON "token" ("expires", "identifier", "token_uuid");
CREATE INDEX "token_expiring_identifier_expires_token_uuid_idx" ON "token" ("expiring", "identifier", "expires", "token_uuid");
CREATE INDEX "token_intent_identifier_expires_token_uuid_idx" ON "token" ("intent", "identifier", "expires", "token_uuid");
CREATE INDEX "token_managed_folded" ON "token" ("managed" COLLATE folded);
CREATE INDEX "token_identifier_folded" ON "token" ("identifier" COLLATE folded);
CREATE INDEX "token_user_idx" ON "token" ("user");

CREATE TABLE "session" (
    "uuid" TEXT NOT NULL,
    "user" INTEGER,
    "last_ip" TEXT NOT NULL,
    "last_user_agent" TEXT NOT NULL,
    "last_used" INTEGER NOT NULL,
    "expires" INTEGER NOT NULL,
    "expiring" INTEGER NOT NULL,
    "fixed" INTEGER NOT NULL,
    "key_hash" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    CONSTRAINT "session_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "session_key_hash_key" UNIQUE ("key_hash"),
    CONSTRAINT "session_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "session_user_last_ip_idx" ON "session" ("user", "last_ip");
CREATE INDEX "session_last_ip_uuid_idx" ON "session" ("last_ip", "uuid");
CREATE INDEX "session_last_user_agent_uuid_idx" ON "session" ("last_user_agent", "uuid");
CREATE INDEX "session_expires_idx" ON "session" ("expires");

CREATE TABLE "event" (
    "event_uuid" TEXT NOT NULL,
    "user" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "app" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "client_ip" TEXT,
    "created" INTEGER NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    "brand" TEXT NOT NULL,
    CONSTRAINT "event_pkey" PRIMARY KEY ("event_uuid")
) STRICT;
CREATE INDEX "event_created_event_uuid_idx" ON "event" ("created", "event_uuid");
CREATE INDEX "event_action_created_event_uuid_idx" ON "event" ("action", "created", "event_uuid");
CREATE INDEX "event_client_ip_created_event_uuid_idx" ON "event" ("client_ip", "created", "event_uuid");
CREATE INDEX "event_expires_idx" ON "event" ("expires");

CREATE TABLE "past_password" (
    "past_password_uuid" TEXT NOT NULL,
    "user" INTEGER NOT NULL,
    "password" TEXT NOT NULL,
    "created" INTEGER NOT NULL,
    CONSTRAINT "past_password_pkey" PRIMARY KEY ("past_password_uuid"),
    CONSTRAINT "past_password_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "past_password_user_idx" ON "past_password" ("user");

CREATE TABLE "reputation" (
    "reputation_uuid" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "ip" TEXT NOT NULL,
    "score" INTEGER NOT NULL,
    "ip_geo_data" TEXT NOT NULL,
    "ip_asn_data" TEXT NOT NULL,
    "updated" INTEGER NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    CONSTRAINT "reputation_pkey" PRIMARY KEY ("reputation_uuid"),
    CONSTRAINT "reputation_identifier_ip_key" UNIQUE ("identifier", "ip")
) STRICT;
CREATE INDEX "reputation_ip_reputation_uuid_idx" ON "reputation" ("ip", "reputation_uuid");
CREATE INDEX "reputation_identifier_ip_reputation_uuid_idx" ON "reputation" ("identifier", "ip", "reputation_uuid");
CREATE INDEX "reputation_score_ip_reputation_uuid_idx" ON "reputation" ("score", "ip", "reputation_uuid");
CREATE INDEX "reputation_expires_idx" ON "reputation" ("expires");

CREATE TABLE "role" (
    "uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "managed" TEXT,
    CONSTRAINT "role_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "role_name_key" UNIQUE ("name"),
    CONSTRAINT "role_managed_key" UNIQUE ("managed")
) STRICT;
CREATE INDEX "role_name_folded" ON "role" ("name" COLLATE folded);

CREATE TABLE "role_permission" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "role" TEXT NOT NULL,
    "permission" TEXT NOT NULL,
    CONSTRAINT "role_permission_role_permission_key" UNIQUE ("role", "permission"),
    CONSTRAINT "role_permission_role_fkey" FOREIGN KEY ("role") REFERENCES "role" ("uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "role_object_permission" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "object_pk" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "permission" TEXT NOT NULL,
    "object_model" TEXT NOT NULL,
    CONSTRAINT "role_object_permission_permission_object_pk_role_key" UNIQUE ("permission", "object_pk", "role"),
    CONSTRAINT "role_object_permission_role_fkey" FOREIGN KEY ("role") REFERENCES "role" ("uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "role_object_permission_role_idx" ON "role_object_permission" ("role");

CREATE TABLE "initial_permissions" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "permissions" TEXT NOT NULL,
    CONSTRAINT "initial_permissions_name_key" UNIQUE ("name"),
    CONSTRAINT "initial_permissions_role_fkey" FOREIGN KEY ("role") REFERENCES "role" ("uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "initial_permissions_role_idx" ON "initial_permissions" ("role");

CREATE TABLE "certificate_key_pair" (
    "kp_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "fingerprint_sha256" TEXT,
    "fingerprint_sha1" TEXT,
    "cert_expiry" INTEGER,
    "cert_subject" TEXT,
    "key_type" TEXT,
    "managed" TEXT,
    "certificate_data" TEXT NOT NULL,
    "key_data" TEXT NOT NULL,
    "kid" TEXT,
    CONSTRAINT "certificate_key_pair_pkey" PRIMARY KEY ("kp_uuid"),
    CONSTRAINT "certificate_key_pair_name_key" UNIQUE ("name"),
    CONSTRAINT "certificate_key_pair_managed_key" UNIQUE ("managed"),
    CONSTRAINT "certificate_key_pair_key_type_check" CHECK ("key_type" IN ('dsa', 'ec', 'ed25519', 'ed448', 'rsa'))
) STRICT;

CREATE TABLE "policy_target" (
    "pbm_uuid" TEXT NOT NULL,
    "policy_engine_mode" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    CONSTRAINT "policy_target_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "policy_target_policy_engine_mode_check" CHECK ("policy_engine_mode" IN ('all', 'any'))
) STRICT;

CREATE TABLE "denial" (
    "code" TEXT NOT NULL,
    "user" INTEGER,
    "tree" TEXT NOT NULL,
    "created" INTEGER NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    CONSTRAINT "denial_pkey" PRIMARY KEY ("code"),
    CONSTRAINT "denial_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "denial_expires_idx" ON "denial" ("expires");
CREATE INDEX "denial_user_idx" ON "denial" ("user");

CREATE TABLE "policy" (
    "policy_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "execution_logging" INTEGER NOT NULL,
    "created" INTEGER NOT NULL,
    "last_updated" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    CONSTRAINT "policy_pkey" PRIMARY KEY ("policy_uuid"),
    CONSTRAINT "policy_name_key" UNIQUE ("name")
) STRICT;

CREATE TABLE "policy_binding" (
    "policy_binding_uuid" TEXT NOT NULL,
    "policy" TEXT,
    "group" TEXT,
    "user" INTEGER,
    "target" TEXT NOT NULL,
    "negate" INTEGER NOT NULL,
    "enabled" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "timeout" INTEGER NOT NULL,
    "failure_result" INTEGER NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    CONSTRAINT "policy_binding_pkey" PRIMARY KEY ("policy_binding_uuid"),
    CONSTRAINT "policy_binding_policy_target_order_key" UNIQUE ("policy", "target", "order"),
    CONSTRAINT "policy_binding_policy_fkey" FOREIGN KEY ("policy") REFERENCES "policy" ("policy_uuid") ON DELETE CASCADE,
    CONSTRAINT "policy_binding_group_fkey" FOREIGN KEY ("group") REFERENCES "group" ("group_uuid") ON DELETE CASCADE,
    CONSTRAINT "policy_binding_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "policy_binding_target_fkey" FOREIGN KEY ("target") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "policy_binding_expires_idx" ON "policy_binding" ("expires");
CREATE INDEX "policy_binding_group_idx" ON "policy_binding" ("group");
CREATE INDEX "policy_binding_user_idx" ON "policy_binding" ("user");
CREATE INDEX "policy_binding_target_idx" ON "policy_binding" ("target");

CREATE TABLE "dummy_policy" (
    "policy_uuid" TEXT NOT NULL,
    "result" INTEGER NOT NULL,
    "wait_min" INTEGER NOT NULL,
    "wait_max" INTEGER NOT NULL,
    CONSTRAINT "dummy_policy_pkey" PRIMARY KEY ("policy_uuid"),
    CONSTRAINT "dummy_policy_policy_uuid_fkey" FOREIGN KEY ("policy_uuid") REFERENCES "policy" ("policy_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "event_matcher_policy" (
    "policy_uuid" TEXT NOT NULL,
    "action" TEXT,
    "client_ip" TEXT,
    "app" TEXT,
    "model" TEXT,
    "query" TEXT,
    CONSTRAINT "event_matcher_policy_pkey" PRIMARY KEY ("policy_uuid"),
    CONSTRAINT "event_matcher_policy_policy_uuid_fkey" FOREIGN KEY ("policy_uuid") REFERENCES "policy" ("policy_uuid") ON DELETE CASCADE,
    CONSTRAINT "event_matcher_policy_action_check" CHECK ("action" IN ('access_request_approved', 'access_request_created', 'access_request_denied', 'access_request_revoked', 'authorize_application', 'configuration_error', 'configuration_warning', 'custom_', 'email_sent', 'export_ready', 'flow_execution', 'impersonation_ended', 'impersonation_started', 'invitation_used', 'login', 'login_failed', 'logout', 'model_created', 'model_deleted', 'model_updated', 'password_set', 'policy_exception', 'policy_execution', 'property_mapping_exception', 'review_attested', 'review_completed', 'review_initiated', 'review_overdue', 'secret_rotate', 'secret_view', 'source_linked', 'suspicious_request', 'system_exception', 'system_task_exception', 'system_task_execution', 'update_available', 'user_offboarded', 'user_write')),
    CONSTRAINT "event_matcher_policy_app_check" CHECK ("app" IN ('authentik.admin', 'authentik.admin.files', 'authentik.api', 'authentik.blueprints', 'authentik.brands', 'authentik.commands', 'authentik.core', 'authentik.crypto', 'authentik.endpoints', 'authentik.endpoints.connectors.agent', 'authentik.enterprise', 'authentik.enterprise.agents', 'authentik.enterprise.audit', 'authentik.enterprise.endpoints.connectors.agent', 'authentik.enterprise.endpoints.connectors.fleet', 'authentik.enterprise.endpoints.connectors.google_chrome', 'authentik.enterprise.lifecycle', 'authentik.enterprise.policies.unique_password', 'authentik.enterprise.providers.google_workspace', 'authentik.enterprise.providers.microsoft_entra', 'authentik.enterprise.providers.radius', 'authentik.enterprise.providers.scim', 'authentik.enterprise.providers.ssf', 'authentik.enterprise.providers.ws_federation', 'authentik.enterprise.reports', 'authentik.enterprise.requests', 'authentik.enterprise.stages.account_lockdown', 'authentik.enterprise.stages.authenticator_endpoint_gdtc', 'authentik.enterprise.stages.mtls', 'authentik.enterprise.stages.source', 'authentik.events', 'authentik.flows', 'authentik.outposts', 'authentik.policies', 'authentik.policies.dummy', 'authentik.policies.event_matcher', 'authentik.policies.expiry', 'authentik.policies.expression', 'authentik.policies.geoip', 'authentik.policies.password', 'authentik.policies.reputation', 'authentik.providers.ldap', 'authentik.providers.oauth2', 'authentik.providers.proxy', 'authentik.providers.rac', 'authentik.providers.radius', 'authentik.providers.saml', 'authentik.providers.scim', 'authentik.rbac', 'authentik.recovery', 'authentik.sources.kerberos', 'authentik.sources.ldap', 'authentik.sources.oauth', 'authentik.sources.plex', 'authentik.sources.saml', 'authentik.sources.scim', 'authentik.sources.telegram', 'authentik.stages.authenticator', 'authentik.stages.authenticator_duo', 'authentik.stages.authenticator_email', 'authentik.stages.authenticator_sms', 'authentik.stages.authenticator_static', 'authentik.stages.authenticator_totp', 'authentik.stages.authenticator_validate', 'authentik.stages.authenticator_webauthn', 'authentik.stages.captcha', 'authentik.stages.consent', 'authentik.stages.deny', 'authentik.stages.dummy', 'authentik.stages.email', 'authentik.stages.identification', 'authentik.stages.invitation', 'authentik.stages.password', 'authentik.stages.prompt', 'authentik.stages.redirect', 'authentik.stages.user_delete', 'authentik.stages.user_login', 'authentik.stages.user_logout', 'authentik.stages.user_write', 'authentik.tasks', 'authentik.tasks.schedules', 'authentik.tenants')),
    CONSTRAINT "event_matcher_policy_model_check" CHECK ("model" IN ('authentik_agents.agent', 'authentik_blueprints.blueprintinstance', 'authentik_brands.brand', 'authentik_core.actor', 'authentik_core.application', 'authentik_core.applicationentitlement', 'authentik_core.group', 'authentik_core.objectattribute', 'authentik_core.token', 'authentik_core.user', 'authentik_crypto.certificatekeypair', 'authentik_endpoints.deviceaccessgroup', 'authentik_endpoints.deviceuserbinding', 'authentik_endpoints.endpointstage', 'authentik_endpoints_connectors_agent.agentconnector', 'authentik_endpoints_connectors_agent.agentdeviceuserbinding', 'authentik_endpoints_connectors_agent.enrollmenttoken', 'authentik_endpoints_connectors_fleet.fleetconnector', 'authentik_endpoints_connectors_google_chrome.googlechromeconnector', 'authentik_enterprise.license', 'authentik_events.event', 'authentik_events.notification', 'authentik_events.notificationrule', 'authentik_events.notificationtransport', 'authentik_events.notificationwebhookmapping', 'authentik_flows.flow', 'authentik_flows.flowstagebinding', 'authentik_lifecycle.lifecycleiteration', 'authentik_lifecycle.lifecyclerule', 'authentik_lifecycle.review', 'authentik_lifecycle.useroffboarding', 'authentik_outposts.dockerserviceconnection', 'authentik_outposts.kubernetesserviceconnection', 'authentik_outposts.outpost', 'authentik_policies.policybinding', 'authentik_policies_dummy.dummypolicy', 'authentik_policies_event_matcher.eventmatcherpolicy', 'authentik_policies_expiry.passwordexpirypolicy', 'authentik_policies_expression.expressionpolicy', 'authentik_policies_geoip.geoippolicy', 'authentik_policies_password.passwordpolicy', 'authentik_policies_reputation.reputationpolicy', 'authentik_policies_unique_password.uniquepasswordpolicy', 'authentik_providers_google_workspace.googleworkspaceprovider', 'authentik_providers_google_workspace.googleworkspaceprovidermapping', 'authentik_providers_ldap.ldapprovider', 'authentik_providers_microsoft_entra.microsoftentraprovider', 'authentik_providers_microsoft_entra.microsoftentraprovidermapping', 'authentik_providers_oauth2.oauth2dynamicclientregistration', 'authentik_providers_oauth2.oauth2provider', 'authentik_providers_oauth2.scopemapping', 'authentik_providers_proxy.proxyprovider', 'authentik_providers_rac.endpoint', 'authentik_providers_rac.racpropertymapping', 'authentik_providers_rac.racprovider', 'authentik_providers_radius.radiusprovider', 'authentik_providers_radius.radiusproviderpropertymapping', 'authentik_providers_saml.samlpropertymapping', 'authentik_providers_saml.samlprovider', 'authentik_providers_scim.scimmapping', 'authentik_providers_scim.scimprovider', 'authentik_providers_ssf.ssfprovider', 'authentik_providers_ws_federation.wsfederationprovider', 'authentik_rbac.initialpermissions', 'authentik_rbac.role', 'authentik_reports.dataexport', 'authentik_requests.grantrequest', 'authentik_requests.requestrule', 'authentik_requests.requestrulebinding', 'authentik_requests.requestrulechildbinding', 'authentik_sources_kerberos.groupkerberossourceconnection', 'authentik_sources_kerberos.kerberossource', 'authentik_sources_kerberos.kerberossourcepropertymapping', 'authentik_sources_kerberos.userkerberossourceconnection', 'authentik_sources_ldap.groupldapsourceconnection', 'authentik_sources_ldap.ldapsource', 'authentik_sources_ldap.ldapsourcepropertymapping', 'authentik_sources_ldap.userldapsourceconnection', 'authentik_sources_oauth.groupoauthsourceconnection', 'authentik_sources_oauth.oauthsource', 'authentik_sources_oauth.oauthsourcepropertymapping', 'authentik_sources_oauth.useroauthsourceconnection', 'authentik_sources_plex.groupplexsourceconnection', 'authentik_sources_plex.plexsource', 'authentik_sources_plex.plexsourcepropertymapping', 'authentik_sources_plex.userplexsourceconnection', 'authentik_sources_saml.groupsamlsourceconnection', 'authentik_sources_saml.samlsource', 'authentik_sources_saml.samlsourcepropertymapping', 'authentik_sources_saml.usersamlsourceconnection', 'authentik_sources_scim.scimsource', 'authentik_sources_scim.scimsourcepropertymapping', 'authentik_sources_telegram.grouptelegramsourceconnection', 'authentik_sources_telegram.telegramsource', 'authentik_sources_telegram.telegramsourcepropertymapping', 'authentik_sources_telegram.usertelegramsourceconnection', 'authentik_stages_account_lockdown.accountlockdownstage', 'authentik_stages_authenticator_duo.authenticatorduostage', 'authentik_stages_authenticator_duo.duodevice', 'authentik_stages_authenticator_email.authenticatoremailstage', 'authentik_stages_authenticator_email.emaildevice', 'authentik_stages_authenticator_endpoint_gdtc.authenticatorendpointgdtcstage', 'authentik_stages_authenticator_sms.authenticatorsmsstage', 'authentik_stages_authenticator_sms.smsdevice', 'authentik_stages_authenticator_static.authenticatorstaticstage', 'authentik_stages_authenticator_static.staticdevice', 'authentik_stages_authenticator_totp.authenticatortotpstage', 'authentik_stages_authenticator_totp.totpdevice', 'authentik_stages_authenticator_validate.authenticatorvalidatestage', 'authentik_stages_authenticator_webauthn.authenticatorwebauthnstage', 'authentik_stages_authenticator_webauthn.webauthndevice', 'authentik_stages_captcha.captchastage', 'authentik_stages_consent.consentstage', 'authentik_stages_deny.denystage', 'authentik_stages_dummy.dummystage', 'authentik_stages_email.emailstage', 'authentik_stages_identification.identificationstage', 'authentik_stages_invitation.invitation', 'authentik_stages_invitation.invitationstage', 'authentik_stages_mtls.mutualtlsstage', 'authentik_stages_password.passwordstage', 'authentik_stages_prompt.prompt', 'authentik_stages_prompt.promptstage', 'authentik_stages_redirect.redirectstage', 'authentik_stages_source.sourcestage', 'authentik_stages_user_delete.userdeletestage', 'authentik_stages_user_login.userloginstage', 'authentik_stages_user_logout.userlogoutstage', 'authentik_stages_user_write.userwritestage', 'authentik_tasks_schedules.schedule', 'authentik_tenants.domain'))
) STRICT;

CREATE TABLE "expression_policy" (
    "policy_uuid" TEXT NOT NULL,
    "expression" TEXT NOT NULL,
    CONSTRAINT "expression_policy_pkey" PRIMARY KEY ("policy_uuid"),
    CONSTRAINT "expression_policy_policy_uuid_fkey" FOREIGN KEY ("policy_uuid") REFERENCES "policy" ("policy_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "geo_ip_policy" (
    "policy_uuid" TEXT NOT NULL,
    "asns" TEXT NOT NULL,
    "countries" TEXT NOT NULL,
    "check_history_distance" INTEGER NOT NULL,
    "history_max_distance_km" INTEGER NOT NULL,
    "distance_tolerance_km" INTEGER NOT NULL,
    "history_login_count" INTEGER NOT NULL,
    "check_impossible_travel" INTEGER NOT NULL,
    "impossible_tolerance_km" INTEGER NOT NULL,
    CONSTRAINT "geo_ip_policy_pkey" PRIMARY KEY ("policy_uuid"),
    CONSTRAINT "geo_ip_policy_policy_uuid_fkey" FOREIGN KEY ("policy_uuid") REFERENCES "policy" ("policy_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "password_policy" (
    "policy_uuid" TEXT NOT NULL,
    "password_field" TEXT NOT NULL,
    "amount_digits" INTEGER NOT NULL,
    "amount_uppercase" INTEGER NOT NULL,
    "amount_lowercase" INTEGER NOT NULL,
    "amount_symbols" INTEGER NOT NULL,
    "length_min" INTEGER NOT NULL,
    "symbol_charset" TEXT NOT NULL,
    "error_message" TEXT NOT NULL,
    "check_static_rules" INTEGER NOT NULL,
    "check_have_i_been_pwned" INTEGER NOT NULL,
    "check_zxcvbn" INTEGER NOT NULL,
    "hibp_allowed_count" INTEGER NOT NULL,
    "zxcvbn_score_threshold" INTEGER NOT NULL,
    CONSTRAINT "password_policy_pkey" PRIMARY KEY ("policy_uuid"),
    CONSTRAINT "password_policy_policy_uuid_fkey" FOREIGN KEY ("policy_uuid") REFERENCES "policy" ("policy_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "password_expiry_policy" (
    "policy_uuid" TEXT NOT NULL,
    "days" INTEGER NOT NULL,
    "deny_only" INTEGER NOT NULL,
    CONSTRAINT "password_expiry_policy_pkey" PRIMARY KEY ("policy_uuid"),
    CONSTRAINT "password_expiry_policy_policy_uuid_fkey" FOREIGN KEY ("policy_uuid") REFERENCES "policy" ("policy_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "reputation_policy" (
    "policy_uuid" TEXT NOT NULL,
    "check_ip" INTEGER NOT NULL,
    "check_username" INTEGER NOT NULL,
    "threshold" INTEGER NOT NULL,
    CONSTRAINT "reputation_policy_pkey" PRIMARY KEY ("policy_uuid"),
    CONSTRAINT "reputation_policy_policy_uuid_fkey" FOREIGN KEY ("policy_uuid") REFERENCES "policy" ("policy_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "unique_password_policy" (
    "policy_uuid" TEXT NOT NULL,
    "password_field" TEXT NOT NULL,
    "num_historical_passwords" INTEGER NOT NULL,
    CONSTRAINT "unique_password_policy_pkey" PRIMARY KEY ("policy_uuid"),
    CONSTRAINT "unique_password_policy_policy_uuid_fkey" FOREIGN KEY ("policy_uuid") REFERENCES "policy" ("policy_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "flow" (
    "flow_uuid" TEXT NOT NULL,
    "policybindingmodel_ptr_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "designation" TEXT NOT NULL,
    "background" TEXT NOT NULL,
    "compatibility_mode" INTEGER NOT NULL,
    "layout" TEXT NOT NULL,
    "denied_action" TEXT NOT NULL,
    "authentication" TEXT NOT NULL,
    CONSTRAINT "flow_pkey" PRIMARY KEY ("flow_uuid"),
    CONSTRAINT "flow_policybindingmodel_ptr_id_key" UNIQUE ("policybindingmodel_ptr_id"),
    CONSTRAINT "flow_slug_key" UNIQUE ("slug"),
    CONSTRAINT "flow_policybindingmodel_ptr_id_fkey" FOREIGN KEY ("policybindingmodel_ptr_id") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "flow_designation_check" CHECK ("designation" IN ('authentication', 'authorization', 'enrollment', 'invalidation', 'recovery', 'stage_configuration', 'unenrollment')),
    CONSTRAINT "flow_layout_check" CHECK ("layout" IN ('content_left', 'content_right', 'sidebar_left', 'sidebar_left_frame_background', 'sidebar_right', 'sidebar_right_frame_background', 'stacked')),
    CONSTRAINT "flow_denied_action_check" CHECK ("denied_action" IN ('continue', 'message', 'message_continue')),
    CONSTRAINT "flow_authentication_check" CHECK ("authentication" IN ('none', 'require_authenticated', 'require_outpost', 'require_redirect', 'require_superuser', 'require_token', 'require_unauthenticated'))
) STRICT;

CREATE TABLE "stage" (
    "stage_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    CONSTRAINT "stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "stage_name_key" UNIQUE ("name")
) STRICT;

CREATE TABLE "flow_stage_binding" (
    "fsb_uuid" TEXT NOT NULL,
    "policybindingmodel_ptr_id" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "evaluate_on_plan" INTEGER NOT NULL,
    "re_evaluate_policies" INTEGER NOT NULL,
    "order" INTEGER NOT NULL,
    "invalid_response_action" TEXT NOT NULL,
    CONSTRAINT "flow_stage_binding_pkey" PRIMARY KEY ("fsb_uuid"),
    CONSTRAINT "flow_stage_binding_policybindingmodel_ptr_id_key" UNIQUE ("policybindingmodel_ptr_id"),
    CONSTRAINT "flow_stage_binding_target_stage_order_key" UNIQUE ("target", "stage", "order"),
    CONSTRAINT "flow_stage_binding_policybindingmodel_ptr_id_fkey" FOREIGN KEY ("policybindingmodel_ptr_id") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "flow_stage_binding_target_fkey" FOREIGN KEY ("target") REFERENCES "flow" ("flow_uuid") ON DELETE CASCADE,
    CONSTRAINT "flow_stage_binding_stage_fkey" FOREIGN KEY ("stage") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "flow_stage_binding_invalid_response_action_check" CHECK ("invalid_response_action" IN ('restart', 'restart_with_context', 'retry'))
) STRICT;
CREATE INDEX "flow_stage_binding_stage_idx" ON "flow_stage_binding" ("stage");

CREATE TABLE "flow_token" (
    "token" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "plan" TEXT NOT NULL,
    "revoke_on_execution" INTEGER NOT NULL,
    CONSTRAINT "flow_token_pkey" PRIMARY KEY ("token"),
    CONSTRAINT "flow_token_token_fkey" FOREIGN KEY ("token") REFERENCES "token" ("token_uuid") ON DELETE CASCADE,
    CONSTRAINT "flow_token_flow_fkey" FOREIGN KEY ("flow") REFERENCES "flow" ("flow_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "flow_token_flow_idx" ON "flow_token" ("flow");

CREATE TABLE "account_lockdown_stage" (
    "stage_uuid" TEXT NOT NULL,
    "deactivate_user" INTEGER NOT NULL,
    "set_unusable_password" INTEGER NOT NULL,
    "delete_sessions" INTEGER NOT NULL,
    "revoke_tokens" INTEGER NOT NULL,
    "self_service_completion_flow" TEXT,
    CONSTRAINT "account_lockdown_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "account_lockdown_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "account_lockdown_stage_self_service_completion_flow_fkey" FOREIGN KEY ("self_service_completion_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "account_lockdown_stage_self_service_completion_flow_idx" ON "account_lockdown_stage" ("self_service_completion_flow");

CREATE TABLE "authenticator_duo_stage" (
    "stage_uuid" TEXT NOT NULL,
    "configure_flow" TEXT,
    "friendly_name" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret" TEXT NOT NULL,
    "api_hostname" TEXT NOT NULL,
    "admin_integration_key" TEXT NOT NULL,
    "admin_secret_key" TEXT NOT NULL,
    CONSTRAINT "authenticator_duo_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "authenticator_duo_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "authenticator_duo_stage_configure_flow_fkey" FOREIGN KEY ("configure_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "authenticator_duo_stage_configure_flow_idx" ON "authenticator_duo_stage" ("configure_flow");

CREATE TABLE "authenticator_email_stage" (
    "stage_uuid" TEXT NOT NULL,
    "configure_flow" TEXT,
    "friendly_name" TEXT NOT NULL,
    "use_global_settings" INTEGER NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "username" TEXT NOT NULL,
    "password" TEXT NOT NULL,
    "use_tls" INTEGER NOT NULL,
    "use_ssl" INTEGER NOT NULL,
    "timeout" INTEGER NOT NULL,
    "from_address" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "token_expiry" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    CONSTRAINT "authenticator_email_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "authenticator_email_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "authenticator_email_stage_configure_flow_fkey" FOREIGN KEY ("configure_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "authenticator_email_stage_configure_flow_idx" ON "authenticator_email_stage" ("configure_flow");

CREATE TABLE "authenticator_endpoint_gdtc_stage" (
    "stage_uuid" TEXT NOT NULL,
    "configure_flow" TEXT,
    "friendly_name" TEXT NOT NULL,
    "credentials" TEXT NOT NULL,
    CONSTRAINT "authenticator_endpoint_gdtc_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "authenticator_endpoint_gdtc_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "authenticator_endpoint_gdtc_stage_configure_flow_fkey" FOREIGN KEY ("configure_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "authenticator_endpoint_gdtc_stage_configure_flow_idx" ON "authenticator_endpoint_gdtc_stage" ("configure_flow");

CREATE TABLE "authenticator_static_stage" (
    "stage_uuid" TEXT NOT NULL,
    "configure_flow" TEXT,
    "friendly_name" TEXT NOT NULL,
    "token_count" INTEGER NOT NULL,
    "token_length" INTEGER NOT NULL,
    CONSTRAINT "authenticator_static_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "authenticator_static_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "authenticator_static_stage_configure_flow_fkey" FOREIGN KEY ("configure_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "authenticator_static_stage_configure_flow_idx" ON "authenticator_static_stage" ("configure_flow");

CREATE TABLE "authenticator_totp_stage" (
    "stage_uuid" TEXT NOT NULL,
    "configure_flow" TEXT,
    "friendly_name" TEXT NOT NULL,
    "digits" TEXT NOT NULL,
    CONSTRAINT "authenticator_totp_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "authenticator_totp_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "authenticator_totp_stage_configure_flow_fkey" FOREIGN KEY ("configure_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "authenticator_totp_stage_digits_check" CHECK ("digits" IN ('6', '8'))
) STRICT;
CREATE INDEX "authenticator_totp_stage_configure_flow_idx" ON "authenticator_totp_stage" ("configure_flow");

CREATE TABLE "authenticator_validate_stage" (
    "stage_uuid" TEXT NOT NULL,
    "not_configured_action" TEXT NOT NULL,
    "device_classes" TEXT NOT NULL,
    "last_auth_threshold" TEXT NOT NULL,
    "webauthn_user_verification" TEXT NOT NULL,
    "webauthn_hints" TEXT NOT NULL,
    "email_otp_throttling_factor" REAL NOT NULL,
    "sms_otp_throttling_factor" REAL NOT NULL,
    "totp_otp_throttling_factor" REAL NOT NULL,
    "static_otp_throttling_factor" REAL NOT NULL,
    CONSTRAINT "authenticator_validate_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "authenticator_validate_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "authenticator_validate_stage_not_configured_action_check" CHECK ("not_configured_action" IN ('configure', 'deny', 'skip')),
    CONSTRAINT "authenticator_validate_stage_webauthn_user_verification_check" CHECK ("webauthn_user_verification" IN ('discouraged', 'preferred', 'required'))
) STRICT;

CREATE TABLE "authenticator_web_authn_stage" (
    "stage_uuid" TEXT NOT NULL,
    "configure_flow" TEXT,
    "friendly_name" TEXT NOT NULL,
    "user_verification" TEXT NOT NULL,
    "authenticator_attachment" TEXT,
    "resident_key_requirement" TEXT NOT NULL,
    "hints" TEXT NOT NULL,
    "max_attempts" INTEGER NOT NULL,
    CONSTRAINT "authenticator_web_authn_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "authenticator_web_authn_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "authenticator_web_authn_stage_configure_flow_fkey" FOREIGN KEY ("configure_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "authenticator_web_authn_stage_user_verification_check" CHECK ("user_verification" IN ('discouraged', 'preferred', 'required')),
    CONSTRAINT "authenticator_web_authn_stage_authenticator_attachment_check" CHECK ("authenticator_attachment" IN ('cross-platform', 'platform')),
    CONSTRAINT "authenticator_web_authn_stage_resident_key_requirement_check" CHECK ("resident_key_requirement" IN ('discouraged', 'preferred', 'required'))
) STRICT;
CREATE INDEX "authenticator_web_authn_stage_configure_flow_idx" ON "authenticator_web_authn_stage" ("configure_flow");

CREATE TABLE "web_authn_device_type" (
    "aaguid" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "icon" TEXT,
    CONSTRAINT "web_authn_device_type_pkey" PRIMARY KEY ("aaguid")
) STRICT;

CREATE TABLE "captcha_stage" (
    "stage_uuid" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "private_key" TEXT NOT NULL,
    "js_url" TEXT NOT NULL,
    "api_url" TEXT NOT NULL,
    "request_content_type" TEXT NOT NULL,
    "interactive" INTEGER NOT NULL,
    "score_min_threshold" REAL NOT NULL,
    "score_max_threshold" REAL NOT NULL,
    "error_on_invalid_score" INTEGER NOT NULL,
    CONSTRAINT "captcha_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "captcha_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "captcha_stage_request_content_type_check" CHECK ("request_content_type" IN ('application/json', 'application/x-www-form-urlencoded'))
) STRICT;

CREATE TABLE "consent_stage" (
    "stage_uuid" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "consent_expire_in" TEXT NOT NULL,
    CONSTRAINT "consent_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "consent_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "consent_stage_mode_check" CHECK ("mode" IN ('always_require', 'expiring', 'permanent'))
) STRICT;

CREATE TABLE "deny_stage" (
    "stage_uuid" TEXT NOT NULL,
    "deny_message" TEXT NOT NULL,
    CONSTRAINT "deny_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "deny_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "dummy_stage" (
    "stage_uuid" TEXT NOT NULL,
    "throw_error" INTEGER NOT NULL,
    CONSTRAINT "dummy_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "dummy_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "email_stage" (
    "stage_uuid" TEXT NOT NULL,
    "use_global_settings" INTEGER NOT NULL,
    "host" TEXT NOT NULL,
    "port" INTEGER NOT NULL,
    "username" TEXT NOT NULL,
    "password" TEXT NOT NULL,
    "use_tls" INTEGER NOT NULL,
    "use_ssl" INTEGER NOT NULL,
    "timeout" INTEGER NOT NULL,
    "from_address" TEXT NOT NULL,
    "token_expiry" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "activate_user_on_success" INTEGER NOT NULL,
    "recovery_max_attempts" INTEGER NOT NULL,
    "recovery_cache_timeout" TEXT NOT NULL,
    CONSTRAINT "email_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "email_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "invitation_stage" (
    "stage_uuid" TEXT NOT NULL,
    "continue_flow_without_invitation" INTEGER NOT NULL,
    CONSTRAINT "invitation_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "invitation_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "invitation" (
    "invite_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    "fixed_data" TEXT NOT NULL,
    "created_by" INTEGER NOT NULL,
    "single_use" INTEGER NOT NULL,
    "flow" TEXT,
    CONSTRAINT "invitation_pkey" PRIMARY KEY ("invite_uuid"),
    CONSTRAINT "invitation_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "invitation_flow_fkey" FOREIGN KEY ("flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "invitation_expires_invite_uuid_idx" ON "invitation" ("expires", "invite_uuid");
CREATE INDEX "invitation_name_expires_invite_uuid_idx" ON "invitation" ("name", "expires", "invite_uuid");
CREATE INDEX "invitation_created_by_idx" ON "invitation" ("created_by");
CREATE INDEX "invitation_flow_idx" ON "invitation" ("flow");

CREATE TABLE "invitation_reservation" (
    "reservation_uuid" TEXT NOT NULL,
    "invitation" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "until" INTEGER NOT NULL,
    CONSTRAINT "invitation_reservation_pkey" PRIMARY KEY ("reservation_uuid"),
    CONSTRAINT "invitation_reservation_invitation_key" UNIQUE ("invitation"),
    CONSTRAINT "invitation_reservation_invitation_fkey" FOREIGN KEY ("invitation") REFERENCES "invitation" ("invite_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "mutual_tls_stage" (
    "stage_uuid" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "cert_attribute" TEXT NOT NULL,
    "user_attribute" TEXT NOT NULL,
    CONSTRAINT "mutual_tls_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "mutual_tls_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "mutual_tls_stage_mode_check" CHECK ("mode" IN ('optional', 'required')),
    CONSTRAINT "mutual_tls_stage_cert_attribute_check" CHECK ("cert_attribute" IN ('common_name', 'email', 'subject')),
    CONSTRAINT "mutual_tls_stage_user_attribute_check" CHECK ("user_attribute" IN ('email', 'username'))
) STRICT;

CREATE TABLE "password_stage" (
    "stage_uuid" TEXT NOT NULL,
    "backends" TEXT NOT NULL,
    "configure_flow" TEXT,
    "failed_attempts_before_cancel" INTEGER NOT NULL,
    "allow_show_password" INTEGER NOT NULL,
    CONSTRAINT "password_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "password_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "password_stage_configure_flow_fkey" FOREIGN KEY ("configure_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "password_stage_configure_flow_idx" ON "password_stage" ("configure_flow");

CREATE TABLE "identification_stage" (
    "stage_uuid" TEXT NOT NULL,
    "user_fields" TEXT NOT NULL,
    "password_stage" TEXT,
    "captcha_stage" TEXT,
    "case_insensitive_matching" INTEGER NOT NULL,
    "show_matched_user" INTEGER NOT NULL,
    "enrollment_flow" TEXT,
    "recovery_flow" TEXT,
    "passwordless_flow" TEXT,
    "show_source_labels" INTEGER NOT NULL,
    "pretend_user_exists" INTEGER NOT NULL,
    "enable_remember_me" INTEGER NOT NULL,
    "webauthn_stage" TEXT,
    CONSTRAINT "identification_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "identification_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "identification_stage_password_stage_fkey" FOREIGN KEY ("password_stage") REFERENCES "password_stage" ("stage_uuid") ON DELETE SET NULL,
    CONSTRAINT "identification_stage_captcha_stage_fkey" FOREIGN KEY ("captcha_stage") REFERENCES "captcha_stage" ("stage_uuid") ON DELETE SET NULL,
    CONSTRAINT "identification_stage_enrollment_flow_fkey" FOREIGN KEY ("enrollment_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "identification_stage_recovery_flow_fkey" FOREIGN KEY ("recovery_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "identification_stage_passwordless_flow_fkey" FOREIGN KEY ("passwordless_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "identification_stage_webauthn_stage_fkey" FOREIGN KEY ("webauthn_stage") REFERENCES "authenticator_validate_stage" ("stage_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "identification_stage_password_stage_idx" ON "identification_stage" ("password_stage");
CREATE INDEX "identification_stage_captcha_stage_idx" ON "identification_stage" ("captcha_stage");
CREATE INDEX "identification_stage_enrollment_flow_idx" ON "identification_stage" ("enrollment_flow");
CREATE INDEX "identification_stage_recovery_flow_idx" ON "identification_stage" ("recovery_flow");
CREATE INDEX "identification_stage_passwordless_flow_idx" ON "identification_stage" ("passwordless_flow");
CREATE INDEX "identification_stage_webauthn_stage_idx" ON "identification_stage" ("webauthn_stage");

CREATE TABLE "prompt_stage" (
    "stage_uuid" TEXT NOT NULL,
    CONSTRAINT "prompt_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "prompt_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "prompt" (
    "prompt_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "field_key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "required" INTEGER NOT NULL,
    "placeholder" TEXT NOT NULL,
    "initial_value" TEXT NOT NULL,
    "order" INTEGER NOT NULL,
    "sub_text" TEXT NOT NULL,
    "placeholder_expression" INTEGER NOT NULL,
    "initial_value_expression" INTEGER NOT NULL,
    CONSTRAINT "prompt_pkey" PRIMARY KEY ("prompt_uuid"),
    CONSTRAINT "prompt_name_key" UNIQUE ("name"),
    CONSTRAINT "prompt_type_check" CHECK ("type" IN ('ak-locale', 'alert_danger', 'alert_info', 'alert_warning', 'checkbox', 'date', 'date-time', 'dropdown', 'email', 'file', 'hidden', 'number', 'password', 'radio-button-group', 'separator', 'static', 'text', 'text_area', 'text_area_read_only', 'text_read_only', 'username'))
) STRICT;

CREATE TABLE "redirect_stage" (
    "stage_uuid" TEXT NOT NULL,
    "keep_context" INTEGER NOT NULL,
    "mode" TEXT NOT NULL,
    "target_static" TEXT NOT NULL,
    "target_flow" TEXT,
    CONSTRAINT "redirect_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "redirect_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "redirect_stage_target_flow_fkey" FOREIGN KEY ("target_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "redirect_stage_mode_check" CHECK ("mode" IN ('flow', 'static'))
) STRICT;
CREATE INDEX "redirect_stage_target_flow_idx" ON "redirect_stage" ("target_flow");

CREATE TABLE "user_delete_stage" (
    "stage_uuid" TEXT NOT NULL,
    CONSTRAINT "user_delete_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "user_delete_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "user_login_stage" (
    "stage_uuid" TEXT NOT NULL,
    "session_duration" TEXT NOT NULL,
    "terminate_other_sessions" INTEGER NOT NULL,
    "remember_me_offset" TEXT NOT NULL,
    "network_binding" TEXT NOT NULL,
    "geoip_binding" TEXT NOT NULL,
    "remember_device" TEXT NOT NULL,
    CONSTRAINT "user_login_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "user_login_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "user_login_stage_network_binding_check" CHECK ("network_binding" IN ('bind_asn', 'bind_asn_network', 'bind_asn_network_ip', 'no_binding')),
    CONSTRAINT "user_login_stage_geoip_binding_check" CHECK ("geoip_binding" IN ('bind_continent', 'bind_continent_country', 'bind_continent_country_city', 'no_binding'))
) STRICT;

CREATE TABLE "user_logout_stage" (
    "stage_uuid" TEXT NOT NULL,
    CONSTRAINT "user_logout_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "user_logout_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "user_write_stage" (
    "stage_uuid" TEXT NOT NULL,
    "user_creation_mode" TEXT NOT NULL,
    "create_users_as_inactive" INTEGER NOT NULL,
    "create_users_group" TEXT,
    "user_type" TEXT NOT NULL,
    "user_path_template" TEXT NOT NULL,
    CONSTRAINT "user_write_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "user_write_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "user_write_stage_create_users_group_fkey" FOREIGN KEY ("create_users_group") REFERENCES "group" ("group_uuid") ON DELETE SET NULL,
    CONSTRAINT "user_write_stage_user_creation_mode_check" CHECK ("user_creation_mode" IN ('always_create', 'create_when_required', 'never_create')),
    CONSTRAINT "user_write_stage_user_type_check" CHECK ("user_type" IN ('external', 'internal', 'internal_service_account', 'service_account'))
) STRICT;
CREATE INDEX "user_write_stage_create_users_group_idx" ON "user_write_stage" ("create_users_group");

CREATE TABLE "device" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "user" INTEGER NOT NULL,
    "confirmed" INTEGER NOT NULL,
    "created" INTEGER NOT NULL,
    "last_updated" INTEGER NOT NULL,
    "last_used" INTEGER,
    "model" TEXT NOT NULL,
    CONSTRAINT "device_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "device_user_idx" ON "device" ("user");

CREATE TABLE "device_usage" (
    "usage_uuid" TEXT NOT NULL,
    "device" INTEGER NOT NULL,
    "failures" INTEGER NOT NULL,
    "failed_at" INTEGER,
    "code" TEXT NOT NULL,
    "valid_until" INTEGER,
    "sent_at" INTEGER,
    "last_step" INTEGER NOT NULL,
    "drift" INTEGER NOT NULL,
    CONSTRAINT "device_usage_pkey" PRIMARY KEY ("usage_uuid"),
    CONSTRAINT "device_usage_device_key" UNIQUE ("device"),
    CONSTRAINT "device_usage_device_fkey" FOREIGN KEY ("device") REFERENCES "device" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "duo_device" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "duo_user_id" TEXT NOT NULL,
    CONSTRAINT "duo_device_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "duo_device_id_fkey" FOREIGN KEY ("id") REFERENCES "device" ("id") ON DELETE CASCADE,
    CONSTRAINT "duo_device_stage_fkey" FOREIGN KEY ("stage") REFERENCES "authenticator_duo_stage" ("stage_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "duo_device_name_id_idx" ON "duo_device" ("name", "id");
CREATE INDEX "duo_device_stage_idx" ON "duo_device" ("stage");

CREATE TABLE "email_device" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    CONSTRAINT "email_device_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "email_device_id_fkey" FOREIGN KEY ("id") REFERENCES "device" ("id") ON DELETE CASCADE,
    CONSTRAINT "email_device_stage_fkey" FOREIGN KEY ("stage") REFERENCES "authenticator_email_stage" ("stage_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "email_device_name_id_idx" ON "email_device" ("name", "id");
CREATE INDEX "email_device_stage_idx" ON "email_device" ("stage");

CREATE TABLE "google_endpoint_device" (
    "device" INTEGER NOT NULL,
    "uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "google_endpoint_device_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "google_endpoint_device_device_key" UNIQUE ("device"),
    CONSTRAINT "google_endpoint_device_device_fkey" FOREIGN KEY ("device") REFERENCES "device" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "google_endpoint_device_name_uuid_idx" ON "google_endpoint_device" ("name", "uuid");

CREATE TABLE "static_device" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    CONSTRAINT "static_device_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "static_device_id_fkey" FOREIGN KEY ("id") REFERENCES "device" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "static_device_name_id_idx" ON "static_device" ("name", "id");

CREATE TABLE "static_token" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "device" INTEGER NOT NULL,
    "token" TEXT NOT NULL,
    CONSTRAINT "static_token_device_fkey" FOREIGN KEY ("device") REFERENCES "static_device" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "static_token_device_idx" ON "static_token" ("device");

CREATE TABLE "totp_device" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "digits" INTEGER NOT NULL,
    CONSTRAINT "totp_device_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "totp_device_id_fkey" FOREIGN KEY ("id") REFERENCES "device" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "totp_device_name_id_idx" ON "totp_device" ("name", "id");

CREATE TABLE "web_authn_device" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "created_on" INTEGER NOT NULL,
    "device_type" TEXT,
    "aaguid" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" TEXT NOT NULL,
    "sign_count" INTEGER NOT NULL,
    "rp_id" TEXT NOT NULL,
    CONSTRAINT "web_authn_device_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "web_authn_device_credential_id_key" UNIQUE ("credential_id"),
    CONSTRAINT "web_authn_device_id_fkey" FOREIGN KEY ("id") REFERENCES "device" ("id") ON DELETE CASCADE,
    CONSTRAINT "web_authn_device_device_type_fkey" FOREIGN KEY ("device_type") REFERENCES "web_authn_device_type" ("aaguid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "web_authn_device_name_id_idx" ON "web_authn_device" ("name", "id");
CREATE INDEX "web_authn_device_device_type_idx" ON "web_authn_device" ("device_type");

CREATE TABLE "property_mapping" (
    "pm_uuid" TEXT NOT NULL,
    "managed" TEXT,
    "name" TEXT NOT NULL,
    "expression" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    CONSTRAINT "property_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "property_mapping_managed_key" UNIQUE ("managed"),
    CONSTRAINT "property_mapping_name_key" UNIQUE ("name")
) STRICT;

CREATE TABLE "notification_webhook_mapping" (
    "pm_uuid" TEXT NOT NULL,
    CONSTRAINT "notification_webhook_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "notification_webhook_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "authenticator_sms_stage" (
    "stage_uuid" TEXT NOT NULL,
    "configure_flow" TEXT,
    "friendly_name" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "from_number" TEXT NOT NULL,
    "account_sid" TEXT NOT NULL,
    "auth" TEXT NOT NULL,
    "auth_password" TEXT NOT NULL,
    "auth_type" TEXT NOT NULL,
    "verify_only" INTEGER NOT NULL,
    "mapping" TEXT,
    CONSTRAINT "authenticator_sms_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "authenticator_sms_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "authenticator_sms_stage_configure_flow_fkey" FOREIGN KEY ("configure_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "authenticator_sms_stage_mapping_fkey" FOREIGN KEY ("mapping") REFERENCES "notification_webhook_mapping" ("pm_uuid") ON DELETE SET NULL,
    CONSTRAINT "authenticator_sms_stage_provider_check" CHECK ("provider" IN ('generic', 'twilio')),
    CONSTRAINT "authenticator_sms_stage_auth_type_check" CHECK ("auth_type" IN ('basic', 'bearer'))
) STRICT;
CREATE INDEX "authenticator_sms_stage_configure_flow_idx" ON "authenticator_sms_stage" ("configure_flow");
CREATE INDEX "authenticator_sms_stage_mapping_idx" ON "authenticator_sms_stage" ("mapping");

CREATE TABLE "sms_device" (
    "id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "phone_number" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    CONSTRAINT "sms_device_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "sms_device_stage_phone_number_key" UNIQUE ("stage", "phone_number"),
    CONSTRAINT "sms_device_id_fkey" FOREIGN KEY ("id") REFERENCES "device" ("id") ON DELETE CASCADE,
    CONSTRAINT "sms_device_stage_fkey" FOREIGN KEY ("stage") REFERENCES "authenticator_sms_stage" ("stage_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "sms_device_name_id_idx" ON "sms_device" ("name", "id");

CREATE TABLE "rac_property_mapping" (
    "pm_uuid" TEXT NOT NULL,
    "static_settings" TEXT NOT NULL,
    CONSTRAINT "rac_property_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "rac_property_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "saml_property_mapping" (
    "pm_uuid" TEXT NOT NULL,
    "saml_name" TEXT NOT NULL,
    "friendly_name" TEXT,
    CONSTRAINT "saml_property_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "saml_property_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "scope_mapping" (
    "pm_uuid" TEXT NOT NULL,
    "scope_name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    CONSTRAINT "scope_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "scope_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "google_workspace_provider_mapping" (
    "pm_uuid" TEXT NOT NULL,
    CONSTRAINT "google_workspace_provider_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "google_workspace_provider_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "microsoft_entra_provider_mapping" (
    "pm_uuid" TEXT NOT NULL,
    CONSTRAINT "microsoft_entra_provider_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "microsoft_entra_provider_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "radius_provider_property_mapping" (
    "pm_uuid" TEXT NOT NULL,
    CONSTRAINT "radius_provider_property_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "radius_provider_property_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "scim_mapping" (
    "pm_uuid" TEXT NOT NULL,
    CONSTRAINT "scim_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "scim_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "kerberos_source_property_mapping" (
    "pm_uuid" TEXT NOT NULL,
    CONSTRAINT "kerberos_source_property_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "kerberos_source_property_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "ldap_source_property_mapping" (
    "pm_uuid" TEXT NOT NULL,
    CONSTRAINT "ldap_source_property_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "ldap_source_property_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "oauth_source_property_mapping" (
    "pm_uuid" TEXT NOT NULL,
    CONSTRAINT "oauth_source_property_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "oauth_source_property_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "plex_source_property_mapping" (
    "pm_uuid" TEXT NOT NULL,
    CONSTRAINT "plex_source_property_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "plex_source_property_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "saml_source_property_mapping" (
    "pm_uuid" TEXT NOT NULL,
    CONSTRAINT "saml_source_property_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "saml_source_property_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "scim_source_property_mapping" (
    "pm_uuid" TEXT NOT NULL,
    CONSTRAINT "scim_source_property_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "scim_source_property_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "telegram_source_property_mapping" (
    "pm_uuid" TEXT NOT NULL,
    CONSTRAINT "telegram_source_property_mapping_pkey" PRIMARY KEY ("pm_uuid"),
    CONSTRAINT "telegram_source_property_mapping_pm_uuid_fkey" FOREIGN KEY ("pm_uuid") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "source" (
    "pbm_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "enabled" INTEGER NOT NULL,
    "promoted" INTEGER NOT NULL,
    "authentication_flow" TEXT,
    "enrollment_flow" TEXT,
    "user_matching_mode" TEXT NOT NULL,
    "managed" TEXT,
    "user_path_template" TEXT NOT NULL,
    "icon" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    CONSTRAINT "source_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "source_slug_key" UNIQUE ("slug"),
    CONSTRAINT "source_managed_key" UNIQUE ("managed"),
    CONSTRAINT "source_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "source_authentication_flow_fkey" FOREIGN KEY ("authentication_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "source_enrollment_flow_fkey" FOREIGN KEY ("enrollment_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "source_user_matching_mode_check" CHECK ("user_matching_mode" IN ('email_deny', 'email_link', 'identifier', 'username_deny', 'username_link'))
) STRICT;
CREATE INDEX "source_authentication_flow_idx" ON "source" ("authentication_flow");
CREATE INDEX "source_enrollment_flow_idx" ON "source" ("enrollment_flow");

CREATE TABLE "source_stage" (
    "stage_uuid" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "resume_timeout" TEXT NOT NULL,
    "resume_on_match_failures" TEXT NOT NULL,
    CONSTRAINT "source_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "source_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "source_stage_source_fkey" FOREIGN KEY ("source") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "source_stage_source_idx" ON "source_stage" ("source");

CREATE TABLE "kerberos_source" (
    "pbm_uuid" TEXT NOT NULL,
    "group_matching_mode" TEXT NOT NULL,
    "realm" TEXT NOT NULL,
    "krb5_conf" TEXT NOT NULL,
    "kadmin_type" TEXT NOT NULL,
    "sync_users" INTEGER NOT NULL,
    "sync_users_password" INTEGER NOT NULL,
    "sync_principal" TEXT NOT NULL,
    "sync_password" TEXT NOT NULL,
    "sync_keytab" TEXT NOT NULL,
    "sync_ccache" TEXT NOT NULL,
    "spnego_server_name" TEXT NOT NULL,
    "spnego_keytab" TEXT NOT NULL,
    "spnego_ccache" TEXT NOT NULL,
    "password_login_update_internal_password" INTEGER NOT NULL,
    "sync_outgoing_trigger_mode" TEXT NOT NULL,
    CONSTRAINT "kerberos_source_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "kerberos_source_realm_key" UNIQUE ("realm"),
    CONSTRAINT "kerberos_source_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "kerberos_source_group_matching_mode_check" CHECK ("group_matching_mode" IN ('identifier', 'name_deny', 'name_link')),
    CONSTRAINT "kerberos_source_kadmin_type_check" CHECK ("kadmin_type" IN ('Heimdal', 'MIT')),
    CONSTRAINT "kerberos_source_sync_outgoing_trigger_mode_check" CHECK ("sync_outgoing_trigger_mode" IN ('deferred_end', 'immediate', 'none'))
) STRICT;

CREATE TABLE "ldap_source" (
    "pbm_uuid" TEXT NOT NULL,
    "server_uri" TEXT NOT NULL,
    "peer_certificate" TEXT,
    "client_certificate" TEXT,
    "bind_cn" TEXT NOT NULL,
    "bind_password" TEXT NOT NULL,
    "start_tls" INTEGER NOT NULL,
    "sni" INTEGER NOT NULL,
    "base_dn" TEXT NOT NULL,
    "additional_user_dn" TEXT NOT NULL,
    "additional_group_dn" TEXT NOT NULL,
    "user_object_filter" TEXT NOT NULL,
    "group_object_filter" TEXT NOT NULL,
    "group_membership_field" TEXT NOT NULL,
    "user_membership_attribute" TEXT NOT NULL,
    "object_uniqueness_field" TEXT NOT NULL,
    "password_login_update_internal_password" INTEGER NOT NULL,
    "sync_users" INTEGER NOT NULL,
    "sync_users_password" INTEGER NOT NULL,
    "sync_groups" INTEGER NOT NULL,
    "sync_parent_group" TEXT,
    "lookup_groups_from_user" INTEGER NOT NULL,
    "delete_not_found_objects" INTEGER NOT NULL,
    "sync_outgoing_trigger_mode" TEXT NOT NULL,
    "sync_group_hierarchy" INTEGER NOT NULL,
    CONSTRAINT "ldap_source_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "ldap_source_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "ldap_source_peer_certificate_fkey" FOREIGN KEY ("peer_certificate") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "ldap_source_client_certificate_fkey" FOREIGN KEY ("client_certificate") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "ldap_source_sync_parent_group_fkey" FOREIGN KEY ("sync_parent_group") REFERENCES "group" ("group_uuid") ON DELETE SET NULL,
    CONSTRAINT "ldap_source_sync_outgoing_trigger_mode_check" CHECK ("sync_outgoing_trigger_mode" IN ('deferred_end', 'immediate', 'none'))
) STRICT;
CREATE INDEX "ldap_source_peer_certificate_idx" ON "ldap_source" ("peer_certificate");
CREATE INDEX "ldap_source_client_certificate_idx" ON "ldap_source" ("client_certificate");
CREATE INDEX "ldap_source_sync_parent_group_idx" ON "ldap_source" ("sync_parent_group");

CREATE TABLE "oauth_source" (
    "pbm_uuid" TEXT NOT NULL,
    "group_matching_mode" TEXT NOT NULL,
    "provider_type" TEXT NOT NULL,
    "request_token_url" TEXT,
    "authorization_url" TEXT,
    "access_token_url" TEXT,
    "profile_url" TEXT,
    "pkce" TEXT NOT NULL,
    "consumer_key" TEXT NOT NULL,
    "consumer_secret" TEXT NOT NULL,
    "additional_scopes" TEXT NOT NULL,
    "oidc_well_known_url" TEXT NOT NULL,
    "oidc_jwks_url" TEXT NOT NULL,
    "oidc_jwks" TEXT NOT NULL,
    "authorization_code_auth_method" TEXT NOT NULL,
    CONSTRAINT "oauth_source_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "oauth_source_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "oauth_source_group_matching_mode_check" CHECK ("group_matching_mode" IN ('identifier', 'name_deny', 'name_link')),
    CONSTRAINT "oauth_source_provider_type_check" CHECK ("provider_type" IN ('apple', 'discord', 'entraid', 'facebook', 'github', 'gitlab', 'google', 'mailcow', 'okta', 'openidconnect', 'patreon', 'reddit', 'slack', 'twitch', 'twitter', 'wechat')),
    CONSTRAINT "oauth_source_pkce_check" CHECK ("pkce" IN ('S256', 'none', 'plain')),
    CONSTRAINT "oauth_source_authorization_code_auth_method_check" CHECK ("authorization_code_auth_method" IN ('basic_auth', 'post_body'))
) STRICT;

CREATE TABLE "plex_source" (
    "pbm_uuid" TEXT NOT NULL,
    "group_matching_mode" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "allowed_servers" TEXT NOT NULL,
    "allow_friends" INTEGER NOT NULL,
    "plex_token" TEXT NOT NULL,
    CONSTRAINT "plex_source_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "plex_source_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "plex_source_group_matching_mode_check" CHECK ("group_matching_mode" IN ('identifier', 'name_deny', 'name_link'))
) STRICT;

CREATE TABLE "saml_source" (
    "pbm_uuid" TEXT NOT NULL,
    "group_matching_mode" TEXT NOT NULL,
    "pre_authentication_flow" TEXT NOT NULL,
    "issuer_override" TEXT NOT NULL,
    "sso_url" TEXT NOT NULL,
    "slo_url" TEXT,
    "allow_idp_initiated" INTEGER NOT NULL,
    "force_authn" INTEGER NOT NULL,
    "name_id_policy" TEXT NOT NULL,
    "binding_type" TEXT NOT NULL,
    "verification_kp" TEXT,
    "signing_kp" TEXT,
    "digest_algorithm" TEXT NOT NULL,
    "signature_algorithm" TEXT NOT NULL,
    "temporary_user_delete_after" TEXT NOT NULL,
    "encryption_kp" TEXT,
    "signed_assertion" INTEGER NOT NULL,
    "signed_response" INTEGER NOT NULL,
    CONSTRAINT "saml_source_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "saml_source_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "saml_source_pre_authentication_flow_fkey" FOREIGN KEY ("pre_authentication_flow") REFERENCES "flow" ("flow_uuid") ON DELETE CASCADE,
    CONSTRAINT "saml_source_verification_kp_fkey" FOREIGN KEY ("verification_kp") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "saml_source_signing_kp_fkey" FOREIGN KEY ("signing_kp") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "saml_source_encryption_kp_fkey" FOREIGN KEY ("encryption_kp") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "saml_source_group_matching_mode_check" CHECK ("group_matching_mode" IN ('identifier', 'name_deny', 'name_link')),
    CONSTRAINT "saml_source_name_id_policy_check" CHECK ("name_id_policy" IN ('urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName', 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress', 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified', 'urn:oasis:names:tc:SAML:2.0:nameid-format:WindowsDomainQualifiedName', 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent', 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient')),
    CONSTRAINT "saml_source_binding_type_check" CHECK ("binding_type" IN ('POST', 'POST_AUTO', 'REDIRECT')),
    CONSTRAINT "saml_source_digest_algorithm_check" CHECK ("digest_algorithm" IN ('http://www.w3.org/2000/09/xmldsig#sha1', 'http://www.w3.org/2001/04/xmldsig-more#sha384', 'http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512')),
    CONSTRAINT "saml_source_signature_algorithm_check" CHECK ("signature_algorithm" IN ('http://www.w3.org/2000/09/xmldsig#dsa-sha1', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512'))
) STRICT;
CREATE INDEX "saml_source_pre_authentication_flow_idx" ON "saml_source" ("pre_authentication_flow");
CREATE INDEX "saml_source_verification_kp_idx" ON "saml_source" ("verification_kp");
CREATE INDEX "saml_source_signing_kp_idx" ON "saml_source" ("signing_kp");
CREATE INDEX "saml_source_encryption_kp_idx" ON "saml_source" ("encryption_kp");

CREATE TABLE "scim_source" (
    "pbm_uuid" TEXT NOT NULL,
    "token" TEXT,
    CONSTRAINT "scim_source_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "scim_source_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "scim_source_token_fkey" FOREIGN KEY ("token") REFERENCES "token" ("token_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "scim_source_token_idx" ON "scim_source" ("token");

CREATE TABLE "scim_source_user" (
    "id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "user" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "scim_source_user_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "scim_source_user_external_id_source_key" UNIQUE ("external_id", "source"),
    CONSTRAINT "scim_source_user_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "scim_source_user_source_fkey" FOREIGN KEY ("source") REFERENCES "scim_source" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "scim_source_user_id_folded" ON "scim_source_user" ("id" COLLATE folded);
CREATE INDEX "scim_source_user_user_idx" ON "scim_source_user" ("user");
CREATE INDEX "scim_source_user_source_idx" ON "scim_source_user" ("source");

CREATE TABLE "scim_source_group" (
    "id" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "scim_source_group_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "scim_source_group_external_id_source_key" UNIQUE ("external_id", "source"),
    CONSTRAINT "scim_source_group_group_fkey" FOREIGN KEY ("group") REFERENCES "group" ("group_uuid") ON DELETE CASCADE,
    CONSTRAINT "scim_source_group_source_fkey" FOREIGN KEY ("source") REFERENCES "scim_source" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "scim_source_group_id_folded" ON "scim_source_group" ("id" COLLATE folded);
CREATE INDEX "scim_source_group_group_idx" ON "scim_source_group" ("group");
CREATE INDEX "scim_source_group_source_idx" ON "scim_source_group" ("source");

CREATE TABLE "telegram_source" (
    "pbm_uuid" TEXT NOT NULL,
    "bot_username" TEXT NOT NULL,
    "bot_token" TEXT NOT NULL,
    "request_message_access" INTEGER NOT NULL,
    "pre_authentication_flow" TEXT NOT NULL,
    "group_matching_mode" TEXT NOT NULL,
    CONSTRAINT "telegram_source_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "telegram_source_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "telegram_source_pre_authentication_flow_fkey" FOREIGN KEY ("pre_authentication_flow") REFERENCES "flow" ("flow_uuid") ON DELETE CASCADE,
    CONSTRAINT "telegram_source_group_matching_mode_check" CHECK ("group_matching_mode" IN ('identifier', 'name_deny', 'name_link'))
) STRICT;
CREATE INDEX "telegram_source_pre_authentication_flow_idx" ON "telegram_source" ("pre_authentication_flow");

CREATE TABLE "user_source_connection" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "user" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "created" INTEGER NOT NULL,
    "last_updated" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    CONSTRAINT "user_source_connection_user_source_key" UNIQUE ("user", "source"),
    CONSTRAINT "user_source_connection_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "user_source_connection_source_fkey" FOREIGN KEY ("source") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "user_source_connection_user_id_idx" ON "user_source_connection" ("user", "id");
CREATE INDEX "user_source_connection_source_idx" ON "user_source_connection" ("source");

CREATE TABLE "group_source_connection" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "group" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "created" INTEGER NOT NULL,
    "last_updated" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    CONSTRAINT "group_source_connection_group_source_key" UNIQUE ("group", "source"),
    CONSTRAINT "group_source_connection_group_fkey" FOREIGN KEY ("group") REFERENCES "group" ("group_uuid") ON DELETE CASCADE,
    CONSTRAINT "group_source_connection_source_fkey" FOREIGN KEY ("source") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "group_source_connection_group_id_idx" ON "group_source_connection" ("group", "id");
CREATE INDEX "group_source_connection_source_idx" ON "group_source_connection" ("source");

CREATE TABLE "user_kerberos_source_connection" (
    "id" INTEGER NOT NULL,
    CONSTRAINT "user_kerberos_source_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "user_kerberos_source_connection_id_fkey" FOREIGN KEY ("id") REFERENCES "user_source_connection" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "user_ldap_source_connection" (
    "id" INTEGER NOT NULL,
    CONSTRAINT "user_ldap_source_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "user_ldap_source_connection_id_fkey" FOREIGN KEY ("id") REFERENCES "user_source_connection" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "user_oauth_source_connection" (
    "id" INTEGER NOT NULL,
    "access_token" TEXT,
    "expires" INTEGER NOT NULL,
    CONSTRAINT "user_oauth_source_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "user_oauth_source_connection_id_fkey" FOREIGN KEY ("id") REFERENCES "user_source_connection" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "user_plex_source_connection" (
    "id" INTEGER NOT NULL,
    "plex_token" TEXT NOT NULL,
    CONSTRAINT "user_plex_source_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "user_plex_source_connection_id_fkey" FOREIGN KEY ("id") REFERENCES "user_source_connection" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "user_saml_source_connection" (
    "id" INTEGER NOT NULL,
    CONSTRAINT "user_saml_source_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "user_saml_source_connection_id_fkey" FOREIGN KEY ("id") REFERENCES "user_source_connection" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "user_telegram_source_connection" (
    "id" INTEGER NOT NULL,
    CONSTRAINT "user_telegram_source_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "user_telegram_source_connection_id_fkey" FOREIGN KEY ("id") REFERENCES "user_source_connection" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "group_kerberos_source_connection" (
    "id" INTEGER NOT NULL,
    CONSTRAINT "group_kerberos_source_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "group_kerberos_source_connection_id_fkey" FOREIGN KEY ("id") REFERENCES "group_source_connection" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "group_ldap_source_connection" (
    "id" INTEGER NOT NULL,
    CONSTRAINT "group_ldap_source_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "group_ldap_source_connection_id_fkey" FOREIGN KEY ("id") REFERENCES "group_source_connection" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "group_oauth_source_connection" (
    "id" INTEGER NOT NULL,
    CONSTRAINT "group_oauth_source_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "group_oauth_source_connection_id_fkey" FOREIGN KEY ("id") REFERENCES "group_source_connection" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "group_plex_source_connection" (
    "id" INTEGER NOT NULL,
    CONSTRAINT "group_plex_source_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "group_plex_source_connection_id_fkey" FOREIGN KEY ("id") REFERENCES "group_source_connection" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "group_saml_source_connection" (
    "id" INTEGER NOT NULL,
    CONSTRAINT "group_saml_source_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "group_saml_source_connection_id_fkey" FOREIGN KEY ("id") REFERENCES "group_source_connection" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "group_telegram_source_connection" (
    "id" INTEGER NOT NULL,
    CONSTRAINT "group_telegram_source_connection_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "group_telegram_source_connection_id_fkey" FOREIGN KEY ("id") REFERENCES "group_source_connection" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "object_attribute" (
    "attribute_id" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "enabled" INTEGER NOT NULL,
    "created" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "last_updated" INTEGER NOT NULL,
    "regex" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "managed" TEXT,
    "is_unique" INTEGER NOT NULL,
    "is_required" INTEGER NOT NULL,
    "app_label" TEXT NOT NULL,
    "model_name" TEXT NOT NULL,
    CONSTRAINT "object_attribute_pkey" PRIMARY KEY ("attribute_id"),
    CONSTRAINT "object_attribute_managed_key" UNIQUE ("managed"),
    CONSTRAINT "object_attribute_object_type_key_key" UNIQUE ("object_type", "key"),
    CONSTRAINT "object_attribute_type_check" CHECK ("type" IN ('boolean', 'number', 'text'))
) STRICT;

CREATE TABLE "service_connection" (
    "uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "local" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    CONSTRAINT "service_connection_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "service_connection_name_key" UNIQUE ("name")
) STRICT;

CREATE TABLE "docker_service_connection" (
    "uuid" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "tls_verification" TEXT,
    "tls_authentication" TEXT,
    CONSTRAINT "docker_service_connection_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "docker_service_connection_uuid_fkey" FOREIGN KEY ("uuid") REFERENCES "service_connection" ("uuid") ON DELETE CASCADE,
    CONSTRAINT "docker_service_connection_tls_verification_fkey" FOREIGN KEY ("tls_verification") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "docker_service_connection_tls_authentication_fkey" FOREIGN KEY ("tls_authentication") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "docker_service_connection_tls_verification_idx" ON "docker_service_connection" ("tls_verification");
CREATE INDEX "docker_service_connection_tls_authentication_idx" ON "docker_service_connection" ("tls_authentication");

CREATE TABLE "kubernetes_service_connection" (
    "uuid" TEXT NOT NULL,
    "kubeconfig" TEXT NOT NULL,
    "verify_ssl" INTEGER NOT NULL,
    CONSTRAINT "kubernetes_service_connection_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "kubernetes_service_connection_uuid_fkey" FOREIGN KEY ("uuid") REFERENCES "service_connection" ("uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "outpost" (
    "uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "service_connection" TEXT,
    "config" TEXT NOT NULL,
    "managed" TEXT,
    CONSTRAINT "outpost_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "outpost_name_key" UNIQUE ("name"),
    CONSTRAINT "outpost_managed_key" UNIQUE ("managed"),
    CONSTRAINT "outpost_service_connection_fkey" FOREIGN KEY ("service_connection") REFERENCES "service_connection" ("uuid") ON DELETE SET NULL,
    CONSTRAINT "outpost_type_check" CHECK ("type" IN ('ldap', 'proxy', 'rac', 'radius'))
) STRICT;
CREATE INDEX "outpost_service_connection_idx" ON "outpost" ("service_connection");

CREATE TABLE "notification_transport" (
    "uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "webhook_url" TEXT NOT NULL,
    "webhook_ca" TEXT,
    "webhook_mapping_body" TEXT,
    "webhook_mapping_headers" TEXT,
    "email_subject_prefix" TEXT NOT NULL,
    "email_template" TEXT NOT NULL,
    "send_once" INTEGER NOT NULL,
    CONSTRAINT "notification_transport_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "notification_transport_name_key" UNIQUE ("name"),
    CONSTRAINT "notification_transport_webhook_ca_fkey" FOREIGN KEY ("webhook_ca") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "notification_transport_webhook_mapping_body_fkey" FOREIGN KEY ("webhook_mapping_body") REFERENCES "notification_webhook_mapping" ("pm_uuid") ON DELETE SET NULL,
    CONSTRAINT "notification_transport_webhook_mapping_headers_fkey" FOREIGN KEY ("webhook_mapping_headers") REFERENCES "notification_webhook_mapping" ("pm_uuid") ON DELETE SET NULL,
    CONSTRAINT "notification_transport_mode_check" CHECK ("mode" IN ('email', 'local', 'webhook', 'webhook_slack'))
) STRICT;
CREATE INDEX "notification_transport_webhook_ca_idx" ON "notification_transport" ("webhook_ca");
CREATE INDEX "notification_transport_webhook_mapping_body_idx" ON "notification_transport" ("webhook_mapping_body");
CREATE INDEX "notification_transport_webhook_mapping_headers_idx" ON "notification_transport" ("webhook_mapping_headers");

CREATE TABLE "notification_rule" (
    "pbm_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "destination_group" TEXT,
    "destination_event_user" INTEGER NOT NULL,
    CONSTRAINT "notification_rule_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "notification_rule_name_key" UNIQUE ("name"),
    CONSTRAINT "notification_rule_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "notification_rule_destination_group_fkey" FOREIGN KEY ("destination_group") REFERENCES "group" ("group_uuid") ON DELETE SET NULL,
    CONSTRAINT "notification_rule_severity_check" CHECK ("severity" IN ('alert', 'notice', 'warning'))
) STRICT;
CREATE INDEX "notification_rule_destination_group_idx" ON "notification_rule" ("destination_group");

CREATE TABLE "notification" (
    "uuid" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "hyperlink" TEXT,
    "hyperlink_label" TEXT,
    "created" INTEGER NOT NULL,
    "event" TEXT,
    "seen" INTEGER NOT NULL,
    "user" INTEGER NOT NULL,
    CONSTRAINT "notification_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "notification_event_fkey" FOREIGN KEY ("event") REFERENCES "event" ("event_uuid") ON DELETE SET NULL,
    CONSTRAINT "notification_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "notification_severity_check" CHECK ("severity" IN ('alert', 'notice', 'warning'))
) STRICT;
CREATE INDEX "notification_created_uuid_idx" ON "notification" ("created", "uuid");
CREATE INDEX "notification_body_created_uuid_idx" ON "notification" ("body", "created", "uuid");
CREATE INDEX "notification_event_created_uuid_idx" ON "notification" ("event", "created", "uuid");
CREATE INDEX "notification_seen_created_uuid_idx" ON "notification" ("seen", "created", "uuid");
CREATE INDEX "notification_severity_created_uuid_idx" ON "notification" ("severity", "created", "uuid");
CREATE INDEX "notification_user_created_uuid_idx" ON "notification" ("user", "created", "uuid");

CREATE TABLE "connector" (
    "connector_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "enabled" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    CONSTRAINT "connector_pkey" PRIMARY KEY ("connector_uuid")
) STRICT;

CREATE TABLE "endpoint_stage" (
    "stage_uuid" TEXT NOT NULL,
    "connector" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    CONSTRAINT "endpoint_stage_pkey" PRIMARY KEY ("stage_uuid"),
    CONSTRAINT "endpoint_stage_stage_uuid_fkey" FOREIGN KEY ("stage_uuid") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "endpoint_stage_connector_fkey" FOREIGN KEY ("connector") REFERENCES "connector" ("connector_uuid") ON DELETE CASCADE,
    CONSTRAINT "endpoint_stage_mode_check" CHECK ("mode" IN ('optional', 'required'))
) STRICT;
CREATE INDEX "endpoint_stage_connector_idx" ON "endpoint_stage" ("connector");

CREATE TABLE "agent_connector" (
    "connector_uuid" TEXT NOT NULL,
    "snapshot_expiry" TEXT NOT NULL,
    "auth_session_duration" TEXT NOT NULL,
    "auth_terminate_session_on_expiry" INTEGER NOT NULL,
    "refresh_interval" TEXT NOT NULL,
    "authorization_flow" TEXT,
    "nss_uid_offset" INTEGER NOT NULL,
    "nss_gid_offset" INTEGER NOT NULL,
    "challenge_key" TEXT,
    "challenge_idle_timeout" TEXT NOT NULL,
    "challenge_trigger_check_in" INTEGER NOT NULL,
    CONSTRAINT "agent_connector_pkey" PRIMARY KEY ("connector_uuid"),
    CONSTRAINT "agent_connector_connector_uuid_fkey" FOREIGN KEY ("connector_uuid") REFERENCES "connector" ("connector_uuid") ON DELETE CASCADE,
    CONSTRAINT "agent_connector_authorization_flow_fkey" FOREIGN KEY ("authorization_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "agent_connector_challenge_key_fkey" FOREIGN KEY ("challenge_key") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "agent_connector_authorization_flow_idx" ON "agent_connector" ("authorization_flow");
CREATE INDEX "agent_connector_challenge_key_idx" ON "agent_connector" ("challenge_key");

CREATE TABLE "fleet_connector" (
    "connector_uuid" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "headers_mapping" TEXT,
    "map_users" INTEGER NOT NULL,
    "map_teams_access_group" INTEGER NOT NULL,
    CONSTRAINT "fleet_connector_pkey" PRIMARY KEY ("connector_uuid"),
    CONSTRAINT "fleet_connector_connector_uuid_fkey" FOREIGN KEY ("connector_uuid") REFERENCES "connector" ("connector_uuid") ON DELETE CASCADE,
    CONSTRAINT "fleet_connector_headers_mapping_fkey" FOREIGN KEY ("headers_mapping") REFERENCES "notification_webhook_mapping" ("pm_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "fleet_connector_headers_mapping_idx" ON "fleet_connector" ("headers_mapping");

CREATE TABLE "google_chrome_connector" (
    "connector_uuid" TEXT NOT NULL,
    "credentials" TEXT NOT NULL,
    CONSTRAINT "google_chrome_connector_pkey" PRIMARY KEY ("connector_uuid"),
    CONSTRAINT "google_chrome_connector_connector_uuid_fkey" FOREIGN KEY ("connector_uuid") REFERENCES "connector" ("connector_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "device_access_group" (
    "pbm_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "device_access_group_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "device_access_group_name_key" UNIQUE ("name"),
    CONSTRAINT "device_access_group_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "endpoint_device" (
    "device_uuid" TEXT NOT NULL,
    "pbm_uuid" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "access_group" TEXT,
    "expiring" INTEGER NOT NULL,
    "expires" INTEGER,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "endpoint_device_pkey" PRIMARY KEY ("device_uuid"),
    CONSTRAINT "endpoint_device_pbm_uuid_key" UNIQUE ("pbm_uuid"),
    CONSTRAINT "endpoint_device_identifier_key" UNIQUE ("identifier"),
    CONSTRAINT "endpoint_device_name_key" UNIQUE ("name"),
    CONSTRAINT "endpoint_device_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "endpoint_device_access_group_fkey" FOREIGN KEY ("access_group") REFERENCES "device_access_group" ("pbm_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "endpoint_device_name_folded" ON "endpoint_device" ("name" COLLATE folded);
CREATE INDEX "endpoint_device_expires_idx" ON "endpoint_device" ("expires");
CREATE INDEX "endpoint_device_access_group_idx" ON "endpoint_device" ("access_group");

CREATE TABLE "device_connection" (
    "device_connection_uuid" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "connector" TEXT NOT NULL,
    CONSTRAINT "device_connection_pkey" PRIMARY KEY ("device_connection_uuid"),
    CONSTRAINT "device_connection_device_connector_key" UNIQUE ("device", "connector"),
    CONSTRAINT "device_connection_device_fkey" FOREIGN KEY ("device") REFERENCES "endpoint_device" ("device_uuid") ON DELETE CASCADE,
    CONSTRAINT "device_connection_connector_fkey" FOREIGN KEY ("connector") REFERENCES "connector" ("connector_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "device_connection_connector_idx" ON "device_connection" ("connector");

CREATE TABLE "device_fact_snapshot" (
    "snapshot_id" TEXT NOT NULL,
    "data" TEXT NOT NULL,
    "connection" TEXT NOT NULL,
    "created" INTEGER NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    "vendor" TEXT NOT NULL,
    CONSTRAINT "device_fact_snapshot_pkey" PRIMARY KEY ("snapshot_id"),
    CONSTRAINT "device_fact_snapshot_connection_key" UNIQUE ("connection"),
    CONSTRAINT "device_fact_snapshot_connection_fkey" FOREIGN KEY ("connection") REFERENCES "device_connection" ("device_connection_uuid") ON DELETE CASCADE,
    CONSTRAINT "device_fact_snapshot_vendor_check" CHECK ("vendor" IN ('chrome.google.com', 'fleetdm.com', 'goauthentik.io/@merged', 'goauthentik.io/platform'))
) STRICT;
CREATE INDEX "device_fact_snapshot_created_snapshot_id_idx" ON "device_fact_snapshot" ("created", "snapshot_id");
CREATE INDEX "device_fact_snapshot_expires_idx" ON "device_fact_snapshot" ("expires");

CREATE TABLE "device_user_binding" (
    "policy_binding_uuid" TEXT NOT NULL,
    "is_primary" INTEGER NOT NULL,
    "connector" TEXT,
    CONSTRAINT "device_user_binding_pkey" PRIMARY KEY ("policy_binding_uuid"),
    CONSTRAINT "device_user_binding_policy_binding_uuid_fkey" FOREIGN KEY ("policy_binding_uuid") REFERENCES "policy_binding" ("policy_binding_uuid") ON DELETE CASCADE,
    CONSTRAINT "device_user_binding_connector_fkey" FOREIGN KEY ("connector") REFERENCES "connector" ("connector_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "device_user_binding_connector_idx" ON "device_user_binding" ("connector");

CREATE TABLE "enrollment_token" (
    "token_uuid" TEXT NOT NULL,
    "device_group" TEXT,
    "connector" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "expiring" INTEGER NOT NULL,
    "expires" INTEGER,
    "key" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    CONSTRAINT "enrollment_token_pkey" PRIMARY KEY ("token_uuid"),
    CONSTRAINT "enrollment_token_key_hash_key" UNIQUE ("key_hash"),
    CONSTRAINT "enrollment_token_device_group_fkey" FOREIGN KEY ("device_group") REFERENCES "device_access_group" ("pbm_uuid") ON DELETE SET NULL,
    CONSTRAINT "enrollment_token_connector_fkey" FOREIGN KEY ("connector") REFERENCES "agent_connector" ("connector_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "enrollment_token_expires_idx" ON "enrollment_token" ("expires");
CREATE INDEX "enrollment_token_device_group_idx" ON "enrollment_token" ("device_group");
CREATE INDEX "enrollment_token_connector_idx" ON "enrollment_token" ("connector");

CREATE TABLE "apple_independent_secure_enclave" (
    "uuid" TEXT NOT NULL,
    "user" INTEGER NOT NULL,
    "apple_secure_enclave_key" TEXT NOT NULL,
    "apple_enclave_key_id" TEXT NOT NULL,
    "device_type" TEXT NOT NULL,
    CONSTRAINT "apple_independent_secure_enclave_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "apple_independent_secure_enclave_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "apple_independent_secure_enclave_apple_enclave_key_id_uuid_idx" ON "apple_independent_secure_enclave" ("apple_enclave_key_id", "uuid");
CREATE INDEX "apple_independent_secure_enclave_user_uuid_idx" ON "apple_independent_secure_enclave" ("user", "uuid");

CREATE TABLE "device_token" (
    "token_uuid" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "key_hash" TEXT NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    CONSTRAINT "device_token_pkey" PRIMARY KEY ("token_uuid"),
    CONSTRAINT "device_token_device_key" UNIQUE ("device"),
    CONSTRAINT "device_token_key_hash_key" UNIQUE ("key_hash"),
    CONSTRAINT "device_token_device_fkey" FOREIGN KEY ("device") REFERENCES "device_connection" ("device_connection_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "device_token_expires_idx" ON "device_token" ("expires");

CREATE TABLE "agent" (
    "id" INTEGER NOT NULL,
    "expiring" INTEGER NOT NULL,
    "expires" INTEGER,
    "parent" INTEGER NOT NULL,
    "policy_behavior" TEXT NOT NULL,
    "token" TEXT,
    CONSTRAINT "agent_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "agent_id_fkey" FOREIGN KEY ("id") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "agent_parent_fkey" FOREIGN KEY ("parent") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "agent_token_fkey" FOREIGN KEY ("token") REFERENCES "token" ("token_uuid") ON DELETE SET NULL,
    CONSTRAINT "agent_policy_behavior_check" CHECK ("policy_behavior" IN ('copy', 'mirror', 'none'))
) STRICT;
CREATE INDEX "agent_parent_id_idx" ON "agent" ("parent", "id");
CREATE INDEX "agent_expires_idx" ON "agent" ("expires");
CREATE INDEX "agent_token_idx" ON "agent" ("token");

CREATE TABLE "request_rule" (
    "uuid" TEXT NOT NULL,
    "pbm_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "notification_mode" TEXT NOT NULL,
    "min_reviewers" INTEGER NOT NULL,
    "min_reviewers_is_per_group" INTEGER NOT NULL,
    "request_flow" TEXT,
    CONSTRAINT "request_rule_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "request_rule_pbm_uuid_key" UNIQUE ("pbm_uuid"),
    CONSTRAINT "request_rule_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "request_rule_request_flow_fkey" FOREIGN KEY ("request_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "request_rule_notification_mode_check" CHECK ("notification_mode" IN ('all', 'direct', 'random_min_reviewers'))
) STRICT;
CREATE INDEX "request_rule_request_flow_idx" ON "request_rule" ("request_flow");

CREATE TABLE "request_rule_binding" (
    "uuid" TEXT NOT NULL,
    "pbm_uuid" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "expiry_pending" TEXT NOT NULL,
    "expiry_granted_max" TEXT NOT NULL,
    CONSTRAINT "request_rule_binding_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "request_rule_binding_pbm_uuid_key" UNIQUE ("pbm_uuid"),
    CONSTRAINT "request_rule_binding_rule_target_key" UNIQUE ("rule", "target"),
    CONSTRAINT "request_rule_binding_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "request_rule_binding_rule_fkey" FOREIGN KEY ("rule") REFERENCES "request_rule" ("uuid") ON DELETE CASCADE,
    CONSTRAINT "request_rule_binding_target_fkey" FOREIGN KEY ("target") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "request_rule_binding_target_idx" ON "request_rule_binding" ("target");

CREATE TABLE "request_rule_child_binding" (
    "uuid" TEXT NOT NULL,
    "binding" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    CONSTRAINT "request_rule_child_binding_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "request_rule_child_binding_binding_target_key" UNIQUE ("binding", "target"),
    CONSTRAINT "request_rule_child_binding_binding_fkey" FOREIGN KEY ("binding") REFERENCES "request_rule_binding" ("uuid") ON DELETE CASCADE,
    CONSTRAINT "request_rule_child_binding_target_fkey" FOREIGN KEY ("target") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "request_rule_child_binding_target_idx" ON "request_rule_child_binding" ("target");

CREATE TABLE "grant_request" (
    "created" INTEGER NOT NULL,
    "created_by" INTEGER NOT NULL,
    "requester_data" TEXT NOT NULL,
    "fulfiller_data" TEXT NOT NULL,
    "revoked_by" INTEGER,
    "agent_owner" INTEGER,
    "expires" INTEGER,
    "status" TEXT NOT NULL,
    "uuid" TEXT NOT NULL,
    "expiring" INTEGER NOT NULL,
    "rule" TEXT,
    "lasts" INTEGER NOT NULL,
    CONSTRAINT "grant_request_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "grant_request_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "grant_request_revoked_by_fkey" FOREIGN KEY ("revoked_by") REFERENCES "user" ("id") ON DELETE SET NULL,
    CONSTRAINT "grant_request_agent_owner_fkey" FOREIGN KEY ("agent_owner") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "grant_request_rule_fkey" FOREIGN KEY ("rule") REFERENCES "request_rule" ("uuid") ON DELETE SET NULL,
    CONSTRAINT "grant_request_status_check" CHECK ("status" IN ('approved', 'created', 'denied', 'revoked'))
) STRICT;
CREATE INDEX "grant_request_created_uuid_idx" ON "grant_request" ("created", "uuid");
CREATE INDEX "grant_request_agent_owner_created_uuid_idx" ON "grant_request" ("agent_owner", "created", "uuid");
CREATE INDEX "grant_request_created_by_created_uuid_idx" ON "grant_request" ("created_by", "created", "uuid");
CREATE INDEX "grant_request_status_created_uuid_idx" ON "grant_request" ("status", "created", "uuid");
CREATE INDEX "grant_request_expires_idx" ON "grant_request" ("expires");
CREATE INDEX "grant_request_revoked_by_idx" ON "grant_request" ("revoked_by");
CREATE INDEX "grant_request_rule_idx" ON "grant_request" ("rule");

CREATE TABLE "grant_request_review" (
    "uuid" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "reviewer" INTEGER NOT NULL,
    CONSTRAINT "grant_request_review_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "grant_request_review_request_reviewer_key" UNIQUE ("request", "reviewer"),
    CONSTRAINT "grant_request_review_request_fkey" FOREIGN KEY ("request") REFERENCES "grant_request" ("uuid") ON DELETE CASCADE,
    CONSTRAINT "grant_request_review_reviewer_fkey" FOREIGN KEY ("reviewer") REFERENCES "user" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "grant_request_review_reviewer_idx" ON "grant_request_review" ("reviewer");

CREATE TABLE "lifecycle_rule" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "object_id" TEXT,
    "interval" TEXT NOT NULL,
    "grace_period" TEXT NOT NULL,
    "min_reviewers" INTEGER NOT NULL,
    "min_reviewers_is_per_group" INTEGER NOT NULL,
    CONSTRAINT "lifecycle_rule_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lifecycle_rule_content_type_object_id_key" UNIQUE ("content_type", "object_id"),
    CONSTRAINT "lifecycle_rule_content_type_check" CHECK ("content_type" IN ('authentik_core.application', 'authentik_core.group', 'authentik_rbac.role'))
) STRICT;

CREATE TABLE "user_offboarding" (
    "id" TEXT NOT NULL,
    "user" INTEGER NOT NULL,
    "scheduled_at" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "revoke_sessions" INTEGER NOT NULL,
    "revoke_tokens" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "created_at" INTEGER NOT NULL,
    "executed_at" INTEGER,
    "created_by" INTEGER,
    CONSTRAINT "user_offboarding_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "user_offboarding_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "user_offboarding_created_by_fkey" FOREIGN KEY ("created_by") REFERENCES "user" ("id") ON DELETE SET NULL,
    CONSTRAINT "user_offboarding_action_check" CHECK ("action" IN ('deactivate', 'delete')),
    CONSTRAINT "user_offboarding_status_check" CHECK ("status" IN ('canceled', 'completed', 'failed', 'pending'))
) STRICT;
CREATE INDEX "user_offboarding_scheduled_at_id_idx" ON "user_offboarding" ("scheduled_at", "id");
CREATE INDEX "user_offboarding_action_scheduled_at_id_idx" ON "user_offboarding" ("action", "scheduled_at", "id");
CREATE INDEX "user_offboarding_status_scheduled_at_id_idx" ON "user_offboarding" ("status", "scheduled_at", "id");
CREATE INDEX "user_offboarding_user_idx" ON "user_offboarding" ("user");
CREATE INDEX "user_offboarding_created_by_idx" ON "user_offboarding" ("created_by");

CREATE TABLE "lifecycle_iteration" (
    "id" TEXT NOT NULL,
    "content_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "opened_on" INTEGER NOT NULL,
    "grace_period_end" INTEGER NOT NULL,
    "next_review_date" INTEGER NOT NULL,
    "of_rule" TEXT NOT NULL,
    CONSTRAINT "lifecycle_iteration_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "lifecycle_iteration_of_rule_fkey" FOREIGN KEY ("of_rule") REFERENCES "lifecycle_rule" ("id") ON DELETE CASCADE,
    CONSTRAINT "lifecycle_iteration_content_type_check" CHECK ("content_type" IN ('authentik_core.application', 'authentik_core.group', 'authentik_rbac.role')),
    CONSTRAINT "lifecycle_iteration_state_check" CHECK ("state" IN ('CANCELED', 'OVERDUE', 'PENDING', 'REVIEWED'))
) STRICT;
CREATE INDEX "lifecycle_iteration_opened_on_id_idx" ON "lifecycle_iteration" ("opened_on", "id");
CREATE INDEX "lifecycle_iteration_of_rule_idx" ON "lifecycle_iteration" ("of_rule");

CREATE TABLE "review" (
    "id" TEXT NOT NULL,
    "iteration" TEXT NOT NULL,
    "reviewer" INTEGER NOT NULL,
    "timestamp" INTEGER NOT NULL,
    "note" TEXT,
    CONSTRAINT "review_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "review_iteration_reviewer_key" UNIQUE ("iteration", "reviewer"),
    CONSTRAINT "review_iteration_fkey" FOREIGN KEY ("iteration") REFERENCES "lifecycle_iteration" ("id") ON DELETE CASCADE,
    CONSTRAINT "review_reviewer_fkey" FOREIGN KEY ("reviewer") REFERENCES "user" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "review_timestamp_id_idx" ON "review" ("timestamp", "id");
CREATE INDEX "review_reviewer_idx" ON "review" ("reviewer");

CREATE TABLE "version_history" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "timestamp" INTEGER NOT NULL,
    "version" TEXT NOT NULL,
    "build" TEXT NOT NULL
) STRICT;

CREATE TABLE "tenant" (
    "tenant_uuid" TEXT NOT NULL,
    "schema_name" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ready" INTEGER NOT NULL,
    CONSTRAINT "tenant_pkey" PRIMARY KEY ("tenant_uuid"),
    CONSTRAINT "tenant_schema_name_key" UNIQUE ("schema_name")
) STRICT;

CREATE TABLE "tenant_domain" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "domain" TEXT NOT NULL,
    "is_primary" INTEGER NOT NULL,
    "tenant" TEXT NOT NULL,
    CONSTRAINT "tenant_domain_domain_key" UNIQUE ("domain"),
    CONSTRAINT "tenant_domain_tenant_fkey" FOREIGN KEY ("tenant") REFERENCES "tenant" ("tenant_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "tenant_domain_tenant_idx" ON "tenant_domain" ("tenant");

CREATE TABLE "task" (
    "message_id" TEXT NOT NULL,
    "queue_name" TEXT NOT NULL,
    "actor_name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "mtime" INTEGER NOT NULL,
    "retries" INTEGER NOT NULL,
    "eta" INTEGER,
    "rel_obj_app_label" TEXT NOT NULL,
    "rel_obj_model" TEXT NOT NULL,
    "rel_obj_id" TEXT,
    "aggregated_status" TEXT NOT NULL,
    "identity" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "messages" TEXT NOT NULL,
    "previous_messages" TEXT NOT NULL,
    CONSTRAINT "task_pkey" PRIMARY KEY ("message_id"),
    CONSTRAINT "task_state_check" CHECK ("state" IN ('consumed', 'done', 'postprocess', 'preprocess', 'queued', 'rejected', 'running', 'waiting_for_dependencies')),
    CONSTRAINT "task_aggregated_status_check" CHECK ("aggregated_status" IN ('consumed', 'done', 'error', 'info', 'postprocess', 'preprocess', 'queued', 'rejected', 'running', 'waiting_for_dependencies', 'warning'))
) STRICT;
CREATE INDEX "task_mtime_message_id_idx" ON "task" ("mtime", "message_id");
CREATE INDEX "task_actor_name_mtime_message_id_idx" ON "task" ("actor_name", "mtime", "message_id");
CREATE INDEX "task_aggregated_status_mtime_message_id_idx" ON "task" ("aggregated_status", "mtime", "message_id");
CREATE INDEX "task_queue_name_mtime_message_id_idx" ON "task" ("queue_name", "mtime", "message_id");
CREATE INDEX "task_rel_obj_app_label_mtime_message_id_idx" ON "task" ("rel_obj_app_label", "mtime", "message_id");
CREATE INDEX "task_rel_obj_model_mtime_message_id_idx" ON "task" ("rel_obj_model", "mtime", "message_id");
CREATE INDEX "task_rel_obj_id_mtime_message_id_idx" ON "task" ("rel_obj_id", "mtime", "message_id");
CREATE INDEX "task_state_mtime_message_id_idx" ON "task" ("state", "mtime", "message_id");

CREATE TABLE "schedule" (
    "id" TEXT NOT NULL,
    "identifier" TEXT,
    "actor_name" TEXT NOT NULL,
    "rel_obj_app_label" TEXT NOT NULL,
    "rel_obj_model" TEXT NOT NULL,
    "rel_obj_id" TEXT,
    "crontab" TEXT NOT NULL,
    "paused" INTEGER NOT NULL,
    "next_run" INTEGER NOT NULL,
    "identity" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "last_status" TEXT,
    CONSTRAINT "schedule_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "schedule_actor_name_identifier_key" UNIQUE ("actor_name", "identifier"),
    CONSTRAINT "schedule_last_status_check" CHECK ("last_status" IN ('consumed', 'done', 'error', 'info', 'postprocess', 'preprocess', 'queued', 'rejected', 'running', 'waiting_for_dependencies', 'warning'))
) STRICT;

CREATE TABLE "blueprint_instance" (
    "instance_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "context" TEXT NOT NULL,
    "last_applied" INTEGER NOT NULL,
    "last_applied_hash" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "enabled" INTEGER NOT NULL,
    "managed_models" TEXT NOT NULL,
    "metadata" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    CONSTRAINT "blueprint_instance_pkey" PRIMARY KEY ("instance_uuid"),
    CONSTRAINT "blueprint_instance_name_key" UNIQUE ("name"),
    CONSTRAINT "blueprint_instance_name_path_key" UNIQUE ("name", "path"),
    CONSTRAINT "blueprint_instance_status_check" CHECK ("status" IN ('error', 'orphaned', 'successful', 'unknown', 'warning'))
) STRICT;

CREATE TABLE "data_export" (
    "id" TEXT NOT NULL,
    "requested_on" INTEGER NOT NULL,
    "query_params" TEXT NOT NULL,
    "completed" INTEGER NOT NULL,
    "requested_by_id" INTEGER NOT NULL,
    "content_model" TEXT NOT NULL,
    "file" TEXT NOT NULL,
    CONSTRAINT "data_export_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "data_export_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "data_export_requested_on_id_idx" ON "data_export" ("requested_on", "id");
CREATE INDEX "data_export_requested_by_id_idx" ON "data_export" ("requested_by_id");

CREATE TABLE "license" (
    "license_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "expiry" INTEGER NOT NULL,
    "internal_users" INTEGER NOT NULL,
    "external_users" INTEGER NOT NULL,
    CONSTRAINT "license_pkey" PRIMARY KEY ("license_uuid"),
    CONSTRAINT "license_key_key" UNIQUE ("key")
) STRICT;

CREATE TABLE "revision" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" INTEGER NOT NULL,
    "user" INTEGER,
    "username" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT
) STRICT;
CREATE INDEX "revision_key_id_idx" ON "revision" ("key", "id");

CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
) STRICT;

CREATE TABLE "group_users" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "user" INTEGER NOT NULL,
    "group" TEXT NOT NULL,
    CONSTRAINT "group_users_user_group_key" UNIQUE ("user", "group"),
    CONSTRAINT "group_users_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "group_users_group_fkey" FOREIGN KEY ("group") REFERENCES "group" ("group_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "group_users_group_user_idx" ON "group_users" ("group", "user");

CREATE TABLE "user_roles" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "user" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    CONSTRAINT "user_roles_user_role_key" UNIQUE ("user", "role"),
    CONSTRAINT "user_roles_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "user_roles_role_fkey" FOREIGN KEY ("role") REFERENCES "role" ("uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "user_roles_role_user_idx" ON "user_roles" ("role", "user");

CREATE TABLE "group_parent" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "group" TEXT NOT NULL,
    "parent" TEXT NOT NULL,
    CONSTRAINT "group_parent_group_parent_key" UNIQUE ("group", "parent"),
    CONSTRAINT "group_parent_group_fkey" FOREIGN KEY ("group") REFERENCES "group" ("group_uuid") ON DELETE CASCADE,
    CONSTRAINT "group_parent_parent_fkey" FOREIGN KEY ("parent") REFERENCES "group" ("group_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "group_parent_parent_group_idx" ON "group_parent" ("parent", "group");

CREATE TABLE "group_roles" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "group" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    CONSTRAINT "group_roles_group_role_key" UNIQUE ("group", "role"),
    CONSTRAINT "group_roles_group_fkey" FOREIGN KEY ("group") REFERENCES "group" ("group_uuid") ON DELETE CASCADE,
    CONSTRAINT "group_roles_role_fkey" FOREIGN KEY ("role") REFERENCES "role" ("uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "group_roles_role_group_idx" ON "group_roles" ("role", "group");

CREATE TABLE "authenticator_validate_stage_configuration_stages" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "authenticatorvalidatestage" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    CONSTRAINT "authenticator_validate_stage_configuration_sta_af637fa9c49fd7f0" UNIQUE ("authenticatorvalidatestage", "stage"),
    CONSTRAINT "authenticator_validate_stage_configuration_sta_ce29ebd19709c50b" FOREIGN KEY ("authenticatorvalidatestage") REFERENCES "authenticator_validate_stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "authenticator_validate_stage_configuration_stages_stage_fkey" FOREIGN KEY ("stage") REFERENCES "stage" ("stage_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "authenticator_validate_stage_configuration_sta_69f585a30e5691b6" ON "authenticator_validate_stage_configuration_stages" ("stage", "authenticatorvalidatestage");

CREATE TABLE "authenticator_validate_stage_webauthn_allowed_device_types" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "authenticatorvalidatestage" TEXT NOT NULL,
    "webauthndevicetype" TEXT NOT NULL,
    CONSTRAINT "authenticator_validate_stage_webauthn_allowed__8060d1fd5c9f3202" UNIQUE ("authenticatorvalidatestage", "webauthndevicetype"),
    CONSTRAINT "authenticator_validate_stage_webauthn_allowed__7a5745d2f9b8fc23" FOREIGN KEY ("authenticatorvalidatestage") REFERENCES "authenticator_validate_stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "authenticator_validate_stage_webauthn_allowed__568d75b4e9f68cd8" FOREIGN KEY ("webauthndevicetype") REFERENCES "web_authn_device_type" ("aaguid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "authenticator_validate_stage_webauthn_allowed__e3fa96b8de7953b0" ON "authenticator_validate_stage_webauthn_allowed_device_types" ("webauthndevicetype", "authenticatorvalidatestage");

CREATE TABLE "authenticator_web_authn_stage_device_type_restrictions" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "authenticatorwebauthnstage" TEXT NOT NULL,
    "webauthndevicetype" TEXT NOT NULL,
    CONSTRAINT "authenticator_web_authn_stage_device_type_rest_fe4f447f255e9492" UNIQUE ("authenticatorwebauthnstage", "webauthndevicetype"),
    CONSTRAINT "authenticator_web_authn_stage_device_type_rest_d993945f9ef15e73" FOREIGN KEY ("authenticatorwebauthnstage") REFERENCES "authenticator_web_authn_stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "authenticator_web_authn_stage_device_type_rest_bd458862d0e00284" FOREIGN KEY ("webauthndevicetype") REFERENCES "web_authn_device_type" ("aaguid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "authenticator_web_authn_stage_device_type_rest_6cebfc2e1476c474" ON "authenticator_web_authn_stage_device_type_restrictions" ("webauthndevicetype", "authenticatorwebauthnstage");

CREATE TABLE "identification_stage_sources" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "identificationstage" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "identification_stage_sources_identificationstage_source_key" UNIQUE ("identificationstage", "source"),
    CONSTRAINT "identification_stage_sources_identificationstage_fkey" FOREIGN KEY ("identificationstage") REFERENCES "identification_stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "identification_stage_sources_source_fkey" FOREIGN KEY ("source") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "identification_stage_sources_source_identificationstage_idx" ON "identification_stage_sources" ("source", "identificationstage");

CREATE TABLE "mutual_tls_stage_certificate_authorities" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "mutualtlsstage" TEXT NOT NULL,
    "certificatekeypair" TEXT NOT NULL,
    CONSTRAINT "mutual_tls_stage_certificate_authorities_mutua_f00a04f5b2c2d38b" UNIQUE ("mutualtlsstage", "certificatekeypair"),
    CONSTRAINT "mutual_tls_stage_certificate_authorities_mutualtlsstage_fkey" FOREIGN KEY ("mutualtlsstage") REFERENCES "mutual_tls_stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "mutual_tls_stage_certificate_authorities_certi_813be02ceb03d15d" FOREIGN KEY ("certificatekeypair") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "mutual_tls_stage_certificate_authorities_certi_92d24d0c24485595" ON "mutual_tls_stage_certificate_authorities" ("certificatekeypair", "mutualtlsstage");

CREATE TABLE "prompt_stage_fields" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "promptstage" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    CONSTRAINT "prompt_stage_fields_promptstage_prompt_key" UNIQUE ("promptstage", "prompt"),
    CONSTRAINT "prompt_stage_fields_promptstage_fkey" FOREIGN KEY ("promptstage") REFERENCES "prompt_stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "prompt_stage_fields_prompt_fkey" FOREIGN KEY ("prompt") REFERENCES "prompt" ("prompt_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "prompt_stage_fields_prompt_promptstage_idx" ON "prompt_stage_fields" ("prompt", "promptstage");

CREATE TABLE "prompt_stage_validation_policies" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "promptstage" TEXT NOT NULL,
    "policy" TEXT NOT NULL,
    CONSTRAINT "prompt_stage_validation_policies_promptstage_policy_key" UNIQUE ("promptstage", "policy"),
    CONSTRAINT "prompt_stage_validation_policies_promptstage_fkey" FOREIGN KEY ("promptstage") REFERENCES "prompt_stage" ("stage_uuid") ON DELETE CASCADE,
    CONSTRAINT "prompt_stage_validation_policies_policy_fkey" FOREIGN KEY ("policy") REFERENCES "policy" ("policy_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "prompt_stage_validation_policies_policy_promptstage_idx" ON "prompt_stage_validation_policies" ("policy", "promptstage");

CREATE TABLE "source_user_property_mappings" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "source" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    CONSTRAINT "source_user_property_mappings_source_mapping_key" UNIQUE ("source", "mapping"),
    CONSTRAINT "source_user_property_mappings_source_fkey" FOREIGN KEY ("source") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "source_user_property_mappings_mapping_fkey" FOREIGN KEY ("mapping") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "source_user_property_mappings_mapping_source_idx" ON "source_user_property_mappings" ("mapping", "source");

CREATE TABLE "source_group_property_mappings" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "source" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    CONSTRAINT "source_group_property_mappings_source_mapping_key" UNIQUE ("source", "mapping"),
    CONSTRAINT "source_group_property_mappings_source_fkey" FOREIGN KEY ("source") REFERENCES "source" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "source_group_property_mappings_mapping_fkey" FOREIGN KEY ("mapping") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "source_group_property_mappings_mapping_source_idx" ON "source_group_property_mappings" ("mapping", "source");

CREATE TABLE "notification_rule_transports" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "notification_rule" TEXT NOT NULL,
    "transport" TEXT NOT NULL,
    CONSTRAINT "notification_rule_transports_notification_rule_transport_key" UNIQUE ("notification_rule", "transport"),
    CONSTRAINT "notification_rule_transports_notification_rule_fkey" FOREIGN KEY ("notification_rule") REFERENCES "notification_rule" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "notification_rule_transports_transport_fkey" FOREIGN KEY ("transport") REFERENCES "notification_transport" ("uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "notification_rule_transports_transport_notification_rule_idx" ON "notification_rule_transports" ("transport", "notification_rule");

CREATE TABLE "request_rule_notification_transports" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "rule" TEXT NOT NULL,
    "transport" TEXT NOT NULL,
    CONSTRAINT "request_rule_notification_transports_rule_transport_key" UNIQUE ("rule", "transport"),
    CONSTRAINT "request_rule_notification_transports_rule_fkey" FOREIGN KEY ("rule") REFERENCES "request_rule" ("uuid") ON DELETE CASCADE,
    CONSTRAINT "request_rule_notification_transports_transport_fkey" FOREIGN KEY ("transport") REFERENCES "notification_transport" ("uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "request_rule_notification_transports_transport_rule_idx" ON "request_rule_notification_transports" ("transport", "rule");

CREATE TABLE "grant_request_targets" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "grant_request" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    CONSTRAINT "grant_request_targets_grant_request_target_key" UNIQUE ("grant_request", "target"),
    CONSTRAINT "grant_request_targets_grant_request_fkey" FOREIGN KEY ("grant_request") REFERENCES "grant_request" ("uuid") ON DELETE CASCADE,
    CONSTRAINT "grant_request_targets_target_fkey" FOREIGN KEY ("target") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "grant_request_targets_target_grant_request_idx" ON "grant_request_targets" ("target", "grant_request");

CREATE TABLE "grant_request_bindings" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "grant_request" TEXT NOT NULL,
    "binding" TEXT NOT NULL,
    CONSTRAINT "grant_request_bindings_grant_request_binding_key" UNIQUE ("grant_request", "binding"),
    CONSTRAINT "grant_request_bindings_grant_request_fkey" FOREIGN KEY ("grant_request") REFERENCES "grant_request" ("uuid") ON DELETE CASCADE,
    CONSTRAINT "grant_request_bindings_binding_fkey" FOREIGN KEY ("binding") REFERENCES "policy_binding" ("policy_binding_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "grant_request_bindings_binding_grant_request_idx" ON "grant_request_bindings" ("binding", "grant_request");

CREATE TABLE "lifecycle_rule_reviewer_groups" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "rule" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    CONSTRAINT "lifecycle_rule_reviewer_groups_rule_group_key" UNIQUE ("rule", "group"),
    CONSTRAINT "lifecycle_rule_reviewer_groups_rule_fkey" FOREIGN KEY ("rule") REFERENCES "lifecycle_rule" ("id") ON DELETE CASCADE,
    CONSTRAINT "lifecycle_rule_reviewer_groups_group_fkey" FOREIGN KEY ("group") REFERENCES "group" ("group_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "lifecycle_rule_reviewer_groups_group_rule_idx" ON "lifecycle_rule_reviewer_groups" ("group", "rule");

CREATE TABLE "lifecycle_rule_reviewers" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "rule" TEXT NOT NULL,
    "user" INTEGER NOT NULL,
    CONSTRAINT "lifecycle_rule_reviewers_rule_user_key" UNIQUE ("rule", "user"),
    CONSTRAINT "lifecycle_rule_reviewers_rule_fkey" FOREIGN KEY ("rule") REFERENCES "lifecycle_rule" ("id") ON DELETE CASCADE,
    CONSTRAINT "lifecycle_rule_reviewers_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "lifecycle_rule_reviewers_user_rule_idx" ON "lifecycle_rule_reviewers" ("user", "rule");

CREATE TABLE "lifecycle_rule_notification_transports" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "rule" TEXT NOT NULL,
    "transport" TEXT NOT NULL,
    CONSTRAINT "lifecycle_rule_notification_transports_rule_transport_key" UNIQUE ("rule", "transport"),
    CONSTRAINT "lifecycle_rule_notification_transports_rule_fkey" FOREIGN KEY ("rule") REFERENCES "lifecycle_rule" ("id") ON DELETE CASCADE,
    CONSTRAINT "lifecycle_rule_notification_transports_transport_fkey" FOREIGN KEY ("transport") REFERENCES "notification_transport" ("uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "lifecycle_rule_notification_transports_transport_rule_idx" ON "lifecycle_rule_notification_transports" ("transport", "rule");

CREATE TABLE "brand" (
    "brand_uuid" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "default" INTEGER NOT NULL,
    "branding_title" TEXT NOT NULL,
    "branding_logo" TEXT NOT NULL,
    "branding_favicon" TEXT NOT NULL,
    "branding_custom_css" TEXT NOT NULL,
    "branding_default_flow_background" TEXT NOT NULL,
    "branding_map_tiles" TEXT NOT NULL,
    "flow_authentication" TEXT,
    "flow_user_switch" TEXT,
    "flow_invalidation" TEXT,
    "flow_recovery" TEXT,
    "flow_unenrollment" TEXT,
    "flow_user_settings" TEXT,
    "flow_device_code" TEXT,
    "flow_lockdown" TEXT,
    "flow_request" TEXT,
    "default_application" TEXT,
    "web_certificate" TEXT,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "brand_pkey" PRIMARY KEY ("brand_uuid"),
    CONSTRAINT "brand_domain_key" UNIQUE ("domain"),
    CONSTRAINT "brand_flow_authentication_fkey" FOREIGN KEY ("flow_authentication") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "brand_flow_user_switch_fkey" FOREIGN KEY ("flow_user_switch") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "brand_flow_invalidation_fkey" FOREIGN KEY ("flow_invalidation") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "brand_flow_recovery_fkey" FOREIGN KEY ("flow_recovery") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "brand_flow_unenrollment_fkey" FOREIGN KEY ("flow_unenrollment") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "brand_flow_user_settings_fkey" FOREIGN KEY ("flow_user_settings") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "brand_flow_device_code_fkey" FOREIGN KEY ("flow_device_code") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "brand_flow_lockdown_fkey" FOREIGN KEY ("flow_lockdown") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "brand_flow_request_fkey" FOREIGN KEY ("flow_request") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "brand_default_application_fkey" FOREIGN KEY ("default_application") REFERENCES "application" ("pbm_uuid") ON DELETE SET NULL,
    CONSTRAINT "brand_web_certificate_fkey" FOREIGN KEY ("web_certificate") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "brand_flow_authentication_idx" ON "brand" ("flow_authentication");
CREATE INDEX "brand_flow_user_switch_idx" ON "brand" ("flow_user_switch");
CREATE INDEX "brand_flow_invalidation_idx" ON "brand" ("flow_invalidation");
CREATE INDEX "brand_flow_recovery_idx" ON "brand" ("flow_recovery");
CREATE INDEX "brand_flow_unenrollment_idx" ON "brand" ("flow_unenrollment");
CREATE INDEX "brand_flow_user_settings_idx" ON "brand" ("flow_user_settings");
CREATE INDEX "brand_flow_device_code_idx" ON "brand" ("flow_device_code");
CREATE INDEX "brand_flow_lockdown_idx" ON "brand" ("flow_lockdown");
CREATE INDEX "brand_flow_request_idx" ON "brand" ("flow_request");
CREATE INDEX "brand_default_application_idx" ON "brand" ("default_application");
CREATE INDEX "brand_web_certificate_idx" ON "brand" ("web_certificate");

CREATE TABLE "brand_client_certificates" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "brand" TEXT NOT NULL,
    "certificate" TEXT NOT NULL,
    CONSTRAINT "brand_client_certificates_brand_certificate_key" UNIQUE ("brand", "certificate"),
    CONSTRAINT "brand_client_certificates_brand_fkey" FOREIGN KEY ("brand") REFERENCES "brand" ("brand_uuid") ON DELETE CASCADE,
    CONSTRAINT "brand_client_certificates_certificate_fkey" FOREIGN KEY ("certificate") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "brand_client_certificates_certificate_brand_idx" ON "brand_client_certificates" ("certificate", "brand");

CREATE TABLE "provider" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "name" TEXT NOT NULL,
    "authentication_flow" TEXT,
    "authorization_flow" TEXT,
    "invalidation_flow" TEXT,
    "backchannel_application" TEXT,
    "is_backchannel" INTEGER NOT NULL,
    "model" TEXT NOT NULL,
    CONSTRAINT "provider_name_key" UNIQUE ("name"),
    CONSTRAINT "provider_authentication_flow_fkey" FOREIGN KEY ("authentication_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "provider_authorization_flow_fkey" FOREIGN KEY ("authorization_flow") REFERENCES "flow" ("flow_uuid") ON DELETE CASCADE,
    CONSTRAINT "provider_invalidation_flow_fkey" FOREIGN KEY ("invalidation_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "provider_backchannel_application_fkey" FOREIGN KEY ("backchannel_application") REFERENCES "application" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "provider_authentication_flow_idx" ON "provider" ("authentication_flow");
CREATE INDEX "provider_authorization_flow_idx" ON "provider" ("authorization_flow");
CREATE INDEX "provider_invalidation_flow_idx" ON "provider" ("invalidation_flow");
CREATE INDEX "provider_backchannel_application_idx" ON "provider" ("backchannel_application");

CREATE TABLE "oauth2_provider" (
    "id" INTEGER NOT NULL,
    "client_type" TEXT NOT NULL,
    "grant_types" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret" TEXT NOT NULL,
    "access_code_validity" TEXT NOT NULL,
    "access_token_validity" TEXT NOT NULL,
    "refresh_token_validity" TEXT NOT NULL,
    "refresh_token_threshold" TEXT NOT NULL,
    "include_claims_in_id_token" INTEGER NOT NULL,
    "signing_key" TEXT,
    "encryption_key" TEXT,
    "redirect_uris" TEXT NOT NULL,
    "logout_uri" TEXT NOT NULL,
    "logout_method" TEXT NOT NULL,
    "sub_mode" TEXT NOT NULL,
    "issuer_mode" TEXT NOT NULL,
    CONSTRAINT "oauth2_provider_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "oauth2_provider_client_id_key" UNIQUE ("client_id"),
    CONSTRAINT "oauth2_provider_id_fkey" FOREIGN KEY ("id") REFERENCES "provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "oauth2_provider_signing_key_fkey" FOREIGN KEY ("signing_key") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "oauth2_provider_encryption_key_fkey" FOREIGN KEY ("encryption_key") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "oauth2_provider_client_type_check" CHECK ("client_type" IN ('confidential', 'public')),
    CONSTRAINT "oauth2_provider_logout_method_check" CHECK ("logout_method" IN ('backchannel', 'frontchannel')),
    CONSTRAINT "oauth2_provider_sub_mode_check" CHECK ("sub_mode" IN ('hashed_user_id', 'user_email', 'user_id', 'user_upn', 'user_username', 'user_uuid')),
    CONSTRAINT "oauth2_provider_issuer_mode_check" CHECK ("issuer_mode" IN ('global', 'per_provider'))
) STRICT;
CREATE INDEX "oauth2_provider_signing_key_idx" ON "oauth2_provider" ("signing_key");
CREATE INDEX "oauth2_provider_encryption_key_idx" ON "oauth2_provider" ("encryption_key");

CREATE TABLE "oauth2_dynamic_client_registration" (
    "pbm_uuid" TEXT NOT NULL,
    "provider" INTEGER NOT NULL,
    "default_application_group" TEXT NOT NULL,
    "override_authorization_flow" TEXT,
    "override_invalidation_flow" TEXT,
    "access_token_validity" TEXT NOT NULL,
    "refresh_token_validity" TEXT NOT NULL,
    "allowed_grant_types" TEXT NOT NULL,
    CONSTRAINT "oauth2_dynamic_client_registration_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "oauth2_dynamic_client_registration_provider_key" UNIQUE ("provider"),
    CONSTRAINT "oauth2_dynamic_client_registration_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "oauth2_dynamic_client_registration_provider_fkey" FOREIGN KEY ("provider") REFERENCES "oauth2_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "oauth2_dynamic_client_registration_override_au_31e731deac34ca7e" FOREIGN KEY ("override_authorization_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "oauth2_dynamic_client_registration_override_in_93569dbd714696b7" FOREIGN KEY ("override_invalidation_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "oauth2_dynamic_client_registration_override_au_5bbfae2ff6c982ea" ON "oauth2_dynamic_client_registration" ("override_authorization_flow");
CREATE INDEX "oauth2_dynamic_client_registration_override_in_614550006c0acf81" ON "oauth2_dynamic_client_registration" ("override_invalidation_flow");

CREATE TABLE "oauth2_access_token" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "provider" INTEGER NOT NULL,
    "user" INTEGER NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "id_token" TEXT NOT NULL,
    "revoked" INTEGER NOT NULL,
    "auth_time" INTEGER NOT NULL,
    "session" TEXT,
    "token_hash" TEXT NOT NULL,
    CONSTRAINT "oauth2_access_token_token_hash_key" UNIQUE ("token_hash"),
    CONSTRAINT "oauth2_access_token_provider_fkey" FOREIGN KEY ("provider") REFERENCES "oauth2_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "oauth2_access_token_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "oauth2_access_token_session_fkey" FOREIGN KEY ("session") REFERENCES "session" ("uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "oauth2_access_token_provider_expires_id_idx" ON "oauth2_access_token" ("provider", "expires", "id");
CREATE INDEX "oauth2_access_token_user_provider_expires_id_idx" ON "oauth2_access_token" ("user", "provider", "expires", "id");
CREATE INDEX "oauth2_access_token_expires_idx" ON "oauth2_access_token" ("expires");
CREATE INDEX "oauth2_access_token_session_idx" ON "oauth2_access_token" ("session");

CREATE TABLE "oauth2_refresh_token" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "provider" INTEGER NOT NULL,
    "user" INTEGER NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "id_token" TEXT NOT NULL,
    "revoked" INTEGER NOT NULL,
    "auth_time" INTEGER NOT NULL,
    "session" TEXT,
    "token_hash" TEXT NOT NULL,
    CONSTRAINT "oauth2_refresh_token_token_hash_key" UNIQUE ("token_hash"),
    CONSTRAINT "oauth2_refresh_token_provider_fkey" FOREIGN KEY ("provider") REFERENCES "oauth2_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "oauth2_refresh_token_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "oauth2_refresh_token_session_fkey" FOREIGN KEY ("session") REFERENCES "session" ("uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "oauth2_refresh_token_provider_expires_id_idx" ON "oauth2_refresh_token" ("provider", "expires", "id");
CREATE INDEX "oauth2_refresh_token_user_provider_expires_id_idx" ON "oauth2_refresh_token" ("user", "provider", "expires", "id");
CREATE INDEX "oauth2_refresh_token_expires_idx" ON "oauth2_refresh_token" ("expires");
CREATE INDEX "oauth2_refresh_token_session_idx" ON "oauth2_refresh_token" ("session");

CREATE TABLE "oauth2_authorization_code" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "provider" INTEGER NOT NULL,
    "user" INTEGER NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    "scope" TEXT NOT NULL,
    "auth_time" INTEGER NOT NULL,
    "session" TEXT,
    "code_hash" TEXT NOT NULL,
    "nonce" TEXT,
    "code_challenge" TEXT,
    "code_challenge_method" TEXT,
    "revoked" INTEGER NOT NULL,
    CONSTRAINT "oauth2_authorization_code_code_hash_key" UNIQUE ("code_hash"),
    CONSTRAINT "oauth2_authorization_code_provider_fkey" FOREIGN KEY ("provider") REFERENCES "oauth2_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "oauth2_authorization_code_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "oauth2_authorization_code_session_fkey" FOREIGN KEY ("session") REFERENCES "session" ("uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "oauth2_authorization_code_provider_expires_id_idx" ON "oauth2_authorization_code" ("provider", "expires", "id");
CREATE INDEX "oauth2_authorization_code_user_provider_expires_id_idx" ON "oauth2_authorization_code" ("user", "provider", "expires", "id");
CREATE INDEX "oauth2_authorization_code_expires_idx" ON "oauth2_authorization_code" ("expires");
CREATE INDEX "oauth2_authorization_code_session_idx" ON "oauth2_authorization_code" ("session");

CREATE TABLE "proxy_provider" (
    "id" INTEGER NOT NULL,
    "internal_host" TEXT NOT NULL,
    "external_host" TEXT NOT NULL,
    "internal_host_ssl_validation" INTEGER NOT NULL,
    "certificate" TEXT,
    "skip_path_regex" TEXT NOT NULL,
    "basic_auth_enabled" INTEGER NOT NULL,
    "basic_auth_password_attribute" TEXT NOT NULL,
    "basic_auth_user_attribute" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "intercept_header_auth" INTEGER NOT NULL,
    "cookie_domain" TEXT NOT NULL,
    "cookie_secret" TEXT NOT NULL,
    CONSTRAINT "proxy_provider_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "proxy_provider_id_fkey" FOREIGN KEY ("id") REFERENCES "oauth2_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "proxy_provider_certificate_fkey" FOREIGN KEY ("certificate") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "proxy_provider_mode_check" CHECK ("mode" IN ('forward_domain', 'forward_single', 'proxy'))
) STRICT;
CREATE INDEX "proxy_provider_certificate_idx" ON "proxy_provider" ("certificate");

CREATE TABLE "ldap_provider" (
    "id" INTEGER NOT NULL,
    "base_dn" TEXT NOT NULL,
    "certificate" TEXT,
    "tls_server_name" TEXT NOT NULL,
    "uid_start_number" INTEGER NOT NULL,
    "gid_start_number" INTEGER NOT NULL,
    "search_mode" TEXT NOT NULL,
    "bind_mode" TEXT NOT NULL,
    "mfa_support" INTEGER NOT NULL,
    CONSTRAINT "ldap_provider_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ldap_provider_id_fkey" FOREIGN KEY ("id") REFERENCES "provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "ldap_provider_certificate_fkey" FOREIGN KEY ("certificate") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "ldap_provider_search_mode_check" CHECK ("search_mode" IN ('cached', 'direct')),
    CONSTRAINT "ldap_provider_bind_mode_check" CHECK ("bind_mode" IN ('cached', 'direct'))
) STRICT;
CREATE INDEX "ldap_provider_certificate_idx" ON "ldap_provider" ("certificate");

CREATE TABLE "radius_provider" (
    "id" INTEGER NOT NULL,
    "client_networks" TEXT NOT NULL,
    "shared_secret" TEXT NOT NULL,
    "mfa_support" INTEGER NOT NULL,
    "certificate" TEXT,
    CONSTRAINT "radius_provider_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "radius_provider_id_fkey" FOREIGN KEY ("id") REFERENCES "provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "radius_provider_certificate_fkey" FOREIGN KEY ("certificate") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "radius_provider_certificate_idx" ON "radius_provider" ("certificate");

CREATE TABLE "saml_provider" (
    "id" INTEGER NOT NULL,
    "acs_url" TEXT NOT NULL,
    "sls_url" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "issuer_override" TEXT NOT NULL,
    "assertion_valid_not_before" TEXT NOT NULL,
    "assertion_valid_not_on_or_after" TEXT NOT NULL,
    "session_valid_not_on_or_after" TEXT NOT NULL,
    "name_id_mapping" TEXT,
    "authn_context_class_ref_mapping" TEXT,
    "digest_algorithm" TEXT NOT NULL,
    "signature_algorithm" TEXT NOT NULL,
    "signing_kp" TEXT,
    "verification_kp" TEXT,
    "encryption_kp" TEXT,
    "sign_assertion" INTEGER NOT NULL,
    "sign_response" INTEGER NOT NULL,
    "sign_logout_request" INTEGER NOT NULL,
    "sign_logout_response" INTEGER NOT NULL,
    "sp_binding" TEXT NOT NULL,
    "sls_binding" TEXT NOT NULL,
    "logout_method" TEXT NOT NULL,
    "default_relay_state" TEXT NOT NULL,
    "default_name_id_policy" TEXT NOT NULL,
    CONSTRAINT "saml_provider_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "saml_provider_id_fkey" FOREIGN KEY ("id") REFERENCES "provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "saml_provider_name_id_mapping_fkey" FOREIGN KEY ("name_id_mapping") REFERENCES "saml_property_mapping" ("pm_uuid") ON DELETE SET NULL,
    CONSTRAINT "saml_provider_authn_context_class_ref_mapping_fkey" FOREIGN KEY ("authn_context_class_ref_mapping") REFERENCES "saml_property_mapping" ("pm_uuid") ON DELETE SET NULL,
    CONSTRAINT "saml_provider_signing_kp_fkey" FOREIGN KEY ("signing_kp") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "saml_provider_verification_kp_fkey" FOREIGN KEY ("verification_kp") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "saml_provider_encryption_kp_fkey" FOREIGN KEY ("encryption_kp") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE SET NULL,
    CONSTRAINT "saml_provider_digest_algorithm_check" CHECK ("digest_algorithm" IN ('http://www.w3.org/2000/09/xmldsig#sha1', 'http://www.w3.org/2001/04/xmldsig-more#sha384', 'http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512')),
    CONSTRAINT "saml_provider_signature_algorithm_check" CHECK ("signature_algorithm" IN ('http://www.w3.org/2000/09/xmldsig#dsa-sha1', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha1', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384', 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384', 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512')),
    CONSTRAINT "saml_provider_sp_binding_check" CHECK ("sp_binding" IN ('post', 'redirect')),
    CONSTRAINT "saml_provider_sls_binding_check" CHECK ("sls_binding" IN ('post', 'redirect')),
    CONSTRAINT "saml_provider_logout_method_check" CHECK ("logout_method" IN ('backchannel', 'frontchannel_iframe', 'frontchannel_native')),
    CONSTRAINT "saml_provider_default_name_id_policy_check" CHECK ("default_name_id_policy" IN ('urn:oasis:names:tc:SAML:1.1:nameid-format:X509SubjectName', 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress', 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified', 'urn:oasis:names:tc:SAML:2.0:nameid-format:WindowsDomainQualifiedName', 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent', 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'))
) STRICT;
CREATE INDEX "saml_provider_name_id_mapping_idx" ON "saml_provider" ("name_id_mapping");
CREATE INDEX "saml_provider_authn_context_class_ref_mapping_idx" ON "saml_provider" ("authn_context_class_ref_mapping");
CREATE INDEX "saml_provider_signing_kp_idx" ON "saml_provider" ("signing_kp");
CREATE INDEX "saml_provider_verification_kp_idx" ON "saml_provider" ("verification_kp");
CREATE INDEX "saml_provider_encryption_kp_idx" ON "saml_provider" ("encryption_kp");

CREATE TABLE "wsfederation_provider" (
    "id" INTEGER NOT NULL,
    "reply_url" TEXT NOT NULL,
    "wtrealm" TEXT NOT NULL,
    "saml_version" TEXT NOT NULL,
    CONSTRAINT "wsfederation_provider_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "wsfederation_provider_id_fkey" FOREIGN KEY ("id") REFERENCES "saml_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "wsfederation_provider_saml_version_check" CHECK ("saml_version" IN ('1.1', '2.0'))
) STRICT;

CREATE TABLE "scim_provider" (
    "id" INTEGER NOT NULL,
    "url" TEXT NOT NULL,
    "verify_certificates" INTEGER NOT NULL,
    "token" TEXT NOT NULL,
    "auth_mode" TEXT NOT NULL,
    "auth_oauth" TEXT,
    "auth_oauth_params" TEXT NOT NULL,
    "compatibility_mode" TEXT NOT NULL,
    "service_provider_config_cache_timeout" TEXT NOT NULL,
    "exclude_users_service_account" INTEGER NOT NULL,
    "sync_page_size" INTEGER NOT NULL,
    "sync_page_timeout" TEXT NOT NULL,
    "discovery_enabled" INTEGER NOT NULL,
    "dry_run" INTEGER NOT NULL,
    CONSTRAINT "scim_provider_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "scim_provider_id_fkey" FOREIGN KEY ("id") REFERENCES "provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "scim_provider_auth_oauth_fkey" FOREIGN KEY ("auth_oauth") REFERENCES "oauth_source" ("pbm_uuid") ON DELETE SET NULL,
    CONSTRAINT "scim_provider_auth_mode_check" CHECK ("auth_mode" IN ('oauth', 'oauth_interactive', 'token')),
    CONSTRAINT "scim_provider_compatibility_mode_check" CHECK ("compatibility_mode" IN ('aws', 'default', 'gitlab', 'sfdc', 'slack', 'vcenter', 'webex'))
) STRICT;
CREATE INDEX "scim_provider_auth_oauth_idx" ON "scim_provider" ("auth_oauth");

CREATE TABLE "scim_provider_user" (
    "id" TEXT NOT NULL,
    "scim_id" TEXT NOT NULL,
    "user" INTEGER NOT NULL,
    "provider" INTEGER NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "scim_provider_user_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "scim_provider_user_scim_id_user_provider_key" UNIQUE ("scim_id", "user", "provider"),
    CONSTRAINT "scim_provider_user_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "scim_provider_user_provider_fkey" FOREIGN KEY ("provider") REFERENCES "scim_provider" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "scim_provider_user_user_idx" ON "scim_provider_user" ("user");
CREATE INDEX "scim_provider_user_provider_idx" ON "scim_provider_user" ("provider");

CREATE TABLE "scim_provider_group" (
    "id" TEXT NOT NULL,
    "scim_id" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "provider" INTEGER NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "scim_provider_group_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "scim_provider_group_scim_id_group_provider_key" UNIQUE ("scim_id", "group", "provider"),
    CONSTRAINT "scim_provider_group_group_fkey" FOREIGN KEY ("group") REFERENCES "group" ("group_uuid") ON DELETE CASCADE,
    CONSTRAINT "scim_provider_group_provider_fkey" FOREIGN KEY ("provider") REFERENCES "scim_provider" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "scim_provider_group_group_idx" ON "scim_provider_group" ("group");
CREATE INDEX "scim_provider_group_provider_idx" ON "scim_provider_group" ("provider");

CREATE TABLE "google_workspace_provider" (
    "id" INTEGER NOT NULL,
    "delegated_subject" TEXT NOT NULL,
    "credentials" TEXT NOT NULL,
    "scopes" TEXT NOT NULL,
    "exclude_users_service_account" INTEGER NOT NULL,
    "filter_group" TEXT,
    "user_delete_action" TEXT NOT NULL,
    "group_delete_action" TEXT NOT NULL,
    "default_group_email_domain" TEXT NOT NULL,
    "sync_page_size" INTEGER NOT NULL,
    "sync_page_timeout" TEXT NOT NULL,
    "dry_run" INTEGER NOT NULL,
    "discovery_enabled" INTEGER NOT NULL,
    CONSTRAINT "google_workspace_provider_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "google_workspace_provider_id_fkey" FOREIGN KEY ("id") REFERENCES "provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "google_workspace_provider_filter_group_fkey" FOREIGN KEY ("filter_group") REFERENCES "group" ("group_uuid") ON DELETE SET NULL,
    CONSTRAINT "google_workspace_provider_user_delete_action_check" CHECK ("user_delete_action" IN ('delete', 'do_nothing', 'suspend')),
    CONSTRAINT "google_workspace_provider_group_delete_action_check" CHECK ("group_delete_action" IN ('delete', 'do_nothing', 'suspend'))
) STRICT;
CREATE INDEX "google_workspace_provider_filter_group_idx" ON "google_workspace_provider" ("filter_group");

CREATE TABLE "google_workspace_provider_user" (
    "id" TEXT NOT NULL,
    "google_id" TEXT NOT NULL,
    "user" INTEGER NOT NULL,
    "provider" INTEGER NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "google_workspace_provider_user_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "google_workspace_provider_user_google_id_user_provider_key" UNIQUE ("google_id", "user", "provider"),
    CONSTRAINT "google_workspace_provider_user_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "google_workspace_provider_user_provider_fkey" FOREIGN KEY ("provider") REFERENCES "google_workspace_provider" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "google_workspace_provider_user_user_idx" ON "google_workspace_provider_user" ("user");
CREATE INDEX "google_workspace_provider_user_provider_idx" ON "google_workspace_provider_user" ("provider");

CREATE TABLE "google_workspace_provider_group" (
    "id" TEXT NOT NULL,
    "google_id" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "provider" INTEGER NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "google_workspace_provider_group_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "google_workspace_provider_group_google_id_group_provider_key" UNIQUE ("google_id", "group", "provider"),
    CONSTRAINT "google_workspace_provider_group_group_fkey" FOREIGN KEY ("group") REFERENCES "group" ("group_uuid") ON DELETE CASCADE,
    CONSTRAINT "google_workspace_provider_group_provider_fkey" FOREIGN KEY ("provider") REFERENCES "google_workspace_provider" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "google_workspace_provider_group_group_idx" ON "google_workspace_provider_group" ("group");
CREATE INDEX "google_workspace_provider_group_provider_idx" ON "google_workspace_provider_group" ("provider");

CREATE TABLE "microsoft_entra_provider" (
    "id" INTEGER NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret" TEXT NOT NULL,
    "tenant_id" TEXT NOT NULL,
    "exclude_users_service_account" INTEGER NOT NULL,
    "filter_group" TEXT,
    "user_delete_action" TEXT NOT NULL,
    "group_delete_action" TEXT NOT NULL,
    "sync_page_size" INTEGER NOT NULL,
    "discovery_enabled" INTEGER NOT NULL,
    "sync_page_timeout" TEXT NOT NULL,
    "dry_run" INTEGER NOT NULL,
    CONSTRAINT "microsoft_entra_provider_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "microsoft_entra_provider_id_fkey" FOREIGN KEY ("id") REFERENCES "provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "microsoft_entra_provider_filter_group_fkey" FOREIGN KEY ("filter_group") REFERENCES "group" ("group_uuid") ON DELETE SET NULL,
    CONSTRAINT "microsoft_entra_provider_user_delete_action_check" CHECK ("user_delete_action" IN ('delete', 'do_nothing', 'suspend')),
    CONSTRAINT "microsoft_entra_provider_group_delete_action_check" CHECK ("group_delete_action" IN ('delete', 'do_nothing', 'suspend'))
) STRICT;
CREATE INDEX "microsoft_entra_provider_filter_group_idx" ON "microsoft_entra_provider" ("filter_group");

CREATE TABLE "microsoft_entra_provider_user" (
    "id" TEXT NOT NULL,
    "microsoft_id" TEXT NOT NULL,
    "user" INTEGER NOT NULL,
    "provider" INTEGER NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "microsoft_entra_provider_user_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "microsoft_entra_provider_user_microsoft_id_user_provider_key" UNIQUE ("microsoft_id", "user", "provider"),
    CONSTRAINT "microsoft_entra_provider_user_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "microsoft_entra_provider_user_provider_fkey" FOREIGN KEY ("provider") REFERENCES "microsoft_entra_provider" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "microsoft_entra_provider_user_user_idx" ON "microsoft_entra_provider_user" ("user");
CREATE INDEX "microsoft_entra_provider_user_provider_idx" ON "microsoft_entra_provider_user" ("provider");

CREATE TABLE "microsoft_entra_provider_group" (
    "id" TEXT NOT NULL,
    "microsoft_id" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "provider" INTEGER NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "microsoft_entra_provider_group_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "microsoft_entra_provider_group_microsoft_id_group_provider_key" UNIQUE ("microsoft_id", "group", "provider"),
    CONSTRAINT "microsoft_entra_provider_group_group_fkey" FOREIGN KEY ("group") REFERENCES "group" ("group_uuid") ON DELETE CASCADE,
    CONSTRAINT "microsoft_entra_provider_group_provider_fkey" FOREIGN KEY ("provider") REFERENCES "microsoft_entra_provider" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "microsoft_entra_provider_group_group_idx" ON "microsoft_entra_provider_group" ("group");
CREATE INDEX "microsoft_entra_provider_group_provider_idx" ON "microsoft_entra_provider_group" ("provider");

CREATE TABLE "rac_provider" (
    "id" INTEGER NOT NULL,
    "settings" TEXT NOT NULL,
    "connection_expiry" TEXT NOT NULL,
    "delete_token_on_disconnect" INTEGER NOT NULL,
    CONSTRAINT "rac_provider_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "rac_provider_id_fkey" FOREIGN KEY ("id") REFERENCES "provider" ("id") ON DELETE CASCADE
) STRICT;

CREATE TABLE "rac_endpoint" (
    "pbm_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "provider" INTEGER NOT NULL,
    "protocol" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "auth_mode" TEXT NOT NULL,
    "maximum_connections" INTEGER NOT NULL,
    CONSTRAINT "rac_endpoint_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "rac_endpoint_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "rac_endpoint_provider_fkey" FOREIGN KEY ("provider") REFERENCES "rac_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "rac_endpoint_protocol_check" CHECK ("protocol" IN ('rdp', 'ssh', 'vnc')),
    CONSTRAINT "rac_endpoint_auth_mode_check" CHECK ("auth_mode" IN ('prompt', 'static'))
) STRICT;
CREATE INDEX "rac_endpoint_provider_idx" ON "rac_endpoint" ("provider");

CREATE TABLE "rac_connection_token" (
    "connection_token_uuid" TEXT NOT NULL,
    "provider" INTEGER NOT NULL,
    "endpoint" TEXT NOT NULL,
    "user" INTEGER NOT NULL,
    "session" TEXT NOT NULL,
    "settings" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    CONSTRAINT "rac_connection_token_pkey" PRIMARY KEY ("connection_token_uuid"),
    CONSTRAINT "rac_connection_token_token_hash_key" UNIQUE ("token_hash"),
    CONSTRAINT "rac_connection_token_provider_fkey" FOREIGN KEY ("provider") REFERENCES "rac_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "rac_connection_token_endpoint_fkey" FOREIGN KEY ("endpoint") REFERENCES "rac_endpoint" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "rac_connection_token_user_fkey" FOREIGN KEY ("user") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "rac_connection_token_session_fkey" FOREIGN KEY ("session") REFERENCES "session" ("uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "rac_connection_token_endpoint_connection_token_uuid_idx" ON "rac_connection_token" ("endpoint", "connection_token_uuid");
CREATE INDEX "rac_connection_token_provider_connection_token_uuid_idx" ON "rac_connection_token" ("provider", "connection_token_uuid");
CREATE INDEX "rac_connection_token_user_connection_token_uuid_idx" ON "rac_connection_token" ("user", "connection_token_uuid");
CREATE INDEX "rac_connection_token_expires_idx" ON "rac_connection_token" ("expires");
CREATE INDEX "rac_connection_token_session_idx" ON "rac_connection_token" ("session");

CREATE TABLE "ssf_provider" (
    "id" INTEGER NOT NULL,
    "signing_key" TEXT NOT NULL,
    "token" TEXT,
    "event_retention" TEXT NOT NULL,
    "push_verify_certificates" INTEGER NOT NULL,
    CONSTRAINT "ssf_provider_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "ssf_provider_id_fkey" FOREIGN KEY ("id") REFERENCES "provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "ssf_provider_signing_key_fkey" FOREIGN KEY ("signing_key") REFERENCES "certificate_key_pair" ("kp_uuid") ON DELETE CASCADE,
    CONSTRAINT "ssf_provider_token_fkey" FOREIGN KEY ("token") REFERENCES "token" ("token_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "ssf_provider_signing_key_idx" ON "ssf_provider" ("signing_key");
CREATE INDEX "ssf_provider_token_idx" ON "ssf_provider" ("token");

CREATE TABLE "ssf_stream" (
    "uuid" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "provider" INTEGER NOT NULL,
    "delivery_method" TEXT NOT NULL,
    "endpoint_url" TEXT,
    "events_requested" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "aud" TEXT NOT NULL,
    "iss" TEXT NOT NULL,
    "authorization_header" TEXT NOT NULL,
    CONSTRAINT "ssf_stream_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "ssf_stream_provider_fkey" FOREIGN KEY ("provider") REFERENCES "ssf_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "ssf_stream_status_check" CHECK ("status" IN ('disabled', 'disabled_deleted', 'enabled', 'paused')),
    CONSTRAINT "ssf_stream_delivery_method_check" CHECK ("delivery_method" IN ('https://schemas.openid.net/secevent/risc/delivery-method/poll', 'https://schemas.openid.net/secevent/risc/delivery-method/push', 'urn:ietf:rfc:8935', 'urn:ietf:rfc:8936'))
) STRICT;
CREATE INDEX "ssf_stream_provider_idx" ON "ssf_stream" ("provider");

CREATE TABLE "application" (
    "pbm_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "provider" INTEGER,
    "open_in_new_tab" INTEGER NOT NULL,
    "meta_launch_url" TEXT NOT NULL,
    "meta_icon" TEXT NOT NULL,
    "meta_description" TEXT NOT NULL,
    "meta_publisher" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "meta_hide" INTEGER NOT NULL,
    CONSTRAINT "application_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "application_slug_key" UNIQUE ("slug"),
    CONSTRAINT "application_provider_key" UNIQUE ("provider"),
    CONSTRAINT "application_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "application_provider_fkey" FOREIGN KEY ("provider") REFERENCES "provider" ("id") ON DELETE SET NULL
) STRICT;

CREATE TABLE "application_entitlement" (
    "pbm_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "app" TEXT NOT NULL,
    "attributes" TEXT NOT NULL,
    CONSTRAINT "application_entitlement_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "application_entitlement_app_name_key" UNIQUE ("app", "name"),
    CONSTRAINT "application_entitlement_pbm_uuid_fkey" FOREIGN KEY ("pbm_uuid") REFERENCES "policy_target" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "application_entitlement_app_fkey" FOREIGN KEY ("app") REFERENCES "application" ("pbm_uuid") ON DELETE CASCADE
) STRICT;

CREATE TABLE "user_consent" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "expires" INTEGER,
    "expiring" INTEGER NOT NULL,
    "permissions" TEXT NOT NULL,
    "user_id" INTEGER NOT NULL,
    "application_id" TEXT NOT NULL,
    CONSTRAINT "user_consent_user_id_application_id_permissions_key" UNIQUE ("user_id", "application_id", "permissions"),
    CONSTRAINT "user_consent_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user" ("id") ON DELETE CASCADE,
    CONSTRAINT "user_consent_application_id_fkey" FOREIGN KEY ("application_id") REFERENCES "application" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "user_consent_application_id_expires_id_idx" ON "user_consent" ("application_id", "expires", "id");
CREATE INDEX "user_consent_user_id_application_id_expires_id_idx" ON "user_consent" ("user_id", "application_id", "expires", "id");
CREATE INDEX "user_consent_expires_idx" ON "user_consent" ("expires");

CREATE TABLE "provider_property_mappings" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "provider" INTEGER NOT NULL,
    "propertymapping" TEXT NOT NULL,
    CONSTRAINT "provider_property_mappings_provider_propertymapping_key" UNIQUE ("provider", "propertymapping"),
    CONSTRAINT "provider_property_mappings_provider_fkey" FOREIGN KEY ("provider") REFERENCES "provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "provider_property_mappings_propertymapping_fkey" FOREIGN KEY ("propertymapping") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "provider_property_mappings_propertymapping_provider_idx" ON "provider_property_mappings" ("propertymapping", "provider");

CREATE TABLE "oauth2_provider_jwt_federation_sources" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "provider" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "oauth2_provider_jwt_federation_sources_provider_source_key" UNIQUE ("provider", "source"),
    CONSTRAINT "oauth2_provider_jwt_federation_sources_provider_fkey" FOREIGN KEY ("provider") REFERENCES "oauth2_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "oauth2_provider_jwt_federation_sources_source_fkey" FOREIGN KEY ("source") REFERENCES "oauth_source" ("pbm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "oauth2_provider_jwt_federation_sources_source_provider_idx" ON "oauth2_provider_jwt_federation_sources" ("source", "provider");

CREATE TABLE "oauth2_provider_jwt_federation_providers" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "provider" INTEGER NOT NULL,
    "federated" INTEGER NOT NULL,
    CONSTRAINT "oauth2_provider_jwt_federation_providers_provider_federated_key" UNIQUE ("provider", "federated"),
    CONSTRAINT "oauth2_provider_jwt_federation_providers_provider_fkey" FOREIGN KEY ("provider") REFERENCES "oauth2_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "oauth2_provider_jwt_federation_providers_federated_fkey" FOREIGN KEY ("federated") REFERENCES "oauth2_provider" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "oauth2_provider_jwt_federation_providers_federated_provider_idx" ON "oauth2_provider_jwt_federation_providers" ("federated", "provider");

CREATE TABLE "oauth2_dynamic_client_registration_override_property_mappings" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "registration" TEXT NOT NULL,
    "propertymapping" TEXT NOT NULL,
    CONSTRAINT "oauth2_dynamic_client_registration_override_pr_939ff52246ddef49" UNIQUE ("registration", "propertymapping"),
    CONSTRAINT "oauth2_dynamic_client_registration_override_pr_c20ec32421f7c6b9" FOREIGN KEY ("registration") REFERENCES "oauth2_dynamic_client_registration" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "oauth2_dynamic_client_registration_override_pr_904fc8c34feb5f41" FOREIGN KEY ("propertymapping") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "oauth2_dynamic_client_registration_override_pr_a07cc772303fa425" ON "oauth2_dynamic_client_registration_override_property_mappings" ("propertymapping", "registration");

CREATE TABLE "scim_provider_property_mappings_group" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "provider" INTEGER NOT NULL,
    "propertymapping" TEXT NOT NULL,
    CONSTRAINT "scim_provider_property_mappings_group_provider_9fc0b8c86ca59031" UNIQUE ("provider", "propertymapping"),
    CONSTRAINT "scim_provider_property_mappings_group_provider_fkey" FOREIGN KEY ("provider") REFERENCES "scim_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "scim_provider_property_mappings_group_propertymapping_fkey" FOREIGN KEY ("propertymapping") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "scim_provider_property_mappings_group_property_81ed79e436c205ed" ON "scim_provider_property_mappings_group" ("propertymapping", "provider");

CREATE TABLE "scim_provider_group_filters" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "provider" INTEGER NOT NULL,
    "group" TEXT NOT NULL,
    CONSTRAINT "scim_provider_group_filters_provider_group_key" UNIQUE ("provider", "group"),
    CONSTRAINT "scim_provider_group_filters_provider_fkey" FOREIGN KEY ("provider") REFERENCES "scim_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "scim_provider_group_filters_group_fkey" FOREIGN KEY ("group") REFERENCES "group" ("group_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "scim_provider_group_filters_group_provider_idx" ON "scim_provider_group_filters" ("group", "provider");

CREATE TABLE "google_workspace_provider_property_mappings_group" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "provider" INTEGER NOT NULL,
    "propertymapping" TEXT NOT NULL,
    CONSTRAINT "google_workspace_provider_property_mappings_gr_7d12a0cfff04af80" UNIQUE ("provider", "propertymapping"),
    CONSTRAINT "google_workspace_provider_property_mappings_group_provider_fkey" FOREIGN KEY ("provider") REFERENCES "google_workspace_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "google_workspace_provider_property_mappings_gr_2cda627381b81058" FOREIGN KEY ("propertymapping") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "google_workspace_provider_property_mappings_gr_4e6f3120418742c4" ON "google_workspace_provider_property_mappings_group" ("propertymapping", "provider");

CREATE TABLE "microsoft_entra_provider_property_mappings_group" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "provider" INTEGER NOT NULL,
    "propertymapping" TEXT NOT NULL,
    CONSTRAINT "microsoft_entra_provider_property_mappings_gro_6a405a246e89663c" UNIQUE ("provider", "propertymapping"),
    CONSTRAINT "microsoft_entra_provider_property_mappings_group_provider_fkey" FOREIGN KEY ("provider") REFERENCES "microsoft_entra_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "microsoft_entra_provider_property_mappings_gro_51d55ae6a54f3724" FOREIGN KEY ("propertymapping") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "microsoft_entra_provider_property_mappings_gro_5aa3bcf3a6c75a20" ON "microsoft_entra_provider_property_mappings_group" ("propertymapping", "provider");

CREATE TABLE "rac_endpoint_property_mappings" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "endpoint" TEXT NOT NULL,
    "propertymapping" TEXT NOT NULL,
    CONSTRAINT "rac_endpoint_property_mappings_endpoint_propertymapping_key" UNIQUE ("endpoint", "propertymapping"),
    CONSTRAINT "rac_endpoint_property_mappings_endpoint_fkey" FOREIGN KEY ("endpoint") REFERENCES "rac_endpoint" ("pbm_uuid") ON DELETE CASCADE,
    CONSTRAINT "rac_endpoint_property_mappings_propertymapping_fkey" FOREIGN KEY ("propertymapping") REFERENCES "property_mapping" ("pm_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "rac_endpoint_property_mappings_propertymapping_endpoint_idx" ON "rac_endpoint_property_mappings" ("propertymapping", "endpoint");

CREATE TABLE "ssf_provider_oidc_auth_providers" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "provider" INTEGER NOT NULL,
    "oauth2provider" INTEGER NOT NULL,
    CONSTRAINT "ssf_provider_oidc_auth_providers_provider_oauth2provider_key" UNIQUE ("provider", "oauth2provider"),
    CONSTRAINT "ssf_provider_oidc_auth_providers_provider_fkey" FOREIGN KEY ("provider") REFERENCES "ssf_provider" ("id") ON DELETE CASCADE,
    CONSTRAINT "ssf_provider_oidc_auth_providers_oauth2provider_fkey" FOREIGN KEY ("oauth2provider") REFERENCES "oauth2_provider" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "ssf_provider_oidc_auth_providers_oauth2provider_provider_idx" ON "ssf_provider_oidc_auth_providers" ("oauth2provider", "provider");

CREATE TABLE "outpost_providers" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "outpost" TEXT NOT NULL,
    "provider" INTEGER NOT NULL,
    CONSTRAINT "outpost_providers_outpost_provider_key" UNIQUE ("outpost", "provider"),
    CONSTRAINT "outpost_providers_outpost_fkey" FOREIGN KEY ("outpost") REFERENCES "outpost" ("uuid") ON DELETE CASCADE,
    CONSTRAINT "outpost_providers_provider_fkey" FOREIGN KEY ("provider") REFERENCES "provider" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "outpost_providers_provider_outpost_idx" ON "outpost_providers" ("provider", "outpost");

CREATE TABLE "agent_connector_jwt_federation_providers" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "agent_connector" TEXT NOT NULL,
    "provider" INTEGER NOT NULL,
    CONSTRAINT "agent_connector_jwt_federation_providers_agent_139337b17e470a81" UNIQUE ("agent_connector", "provider"),
    CONSTRAINT "agent_connector_jwt_federation_providers_agent_connector_fkey" FOREIGN KEY ("agent_connector") REFERENCES "agent_connector" ("connector_uuid") ON DELETE CASCADE,
    CONSTRAINT "agent_connector_jwt_federation_providers_provider_fkey" FOREIGN KEY ("provider") REFERENCES "oauth2_provider" ("id") ON DELETE CASCADE
) STRICT;
CREATE INDEX "agent_connector_jwt_federation_providers_provi_abe7e9dd00863f11" ON "agent_connector_jwt_federation_providers" ("provider", "agent_connector");

CREATE TRIGGER "dummy_policy_base" AFTER DELETE ON "dummy_policy" BEGIN DELETE FROM "policy" WHERE "policy_uuid" = OLD."policy_uuid"; END;
CREATE TRIGGER "event_matcher_policy_base" AFTER DELETE ON "event_matcher_policy" BEGIN DELETE FROM "policy" WHERE "policy_uuid" = OLD."policy_uuid"; END;
CREATE TRIGGER "expression_policy_base" AFTER DELETE ON "expression_policy" BEGIN DELETE FROM "policy" WHERE "policy_uuid" = OLD."policy_uuid"; END;
CREATE TRIGGER "geo_ip_policy_base" AFTER DELETE ON "geo_ip_policy" BEGIN DELETE FROM "policy" WHERE "policy_uuid" = OLD."policy_uuid"; END;
CREATE TRIGGER "password_policy_base" AFTER DELETE ON "password_policy" BEGIN DELETE FROM "policy" WHERE "policy_uuid" = OLD."policy_uuid"; END;
CREATE TRIGGER "password_expiry_policy_base" AFTER DELETE ON "password_expiry_policy" BEGIN DELETE FROM "policy" WHERE "policy_uuid" = OLD."policy_uuid"; END;
CREATE TRIGGER "reputation_policy_base" AFTER DELETE ON "reputation_policy" BEGIN DELETE FROM "policy" WHERE "policy_uuid" = OLD."policy_uuid"; END;
CREATE TRIGGER "unique_password_policy_base" AFTER DELETE ON "unique_password_policy" BEGIN DELETE FROM "policy" WHERE "policy_uuid" = OLD."policy_uuid"; END;
CREATE TRIGGER "flow_base" AFTER DELETE ON "flow" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."policybindingmodel_ptr_id"; END;
CREATE TRIGGER "flow_stage_binding_base" AFTER DELETE ON "flow_stage_binding" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."policybindingmodel_ptr_id"; END;
CREATE TRIGGER "account_lockdown_stage_base" AFTER DELETE ON "account_lockdown_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "authenticator_duo_stage_base" AFTER DELETE ON "authenticator_duo_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "authenticator_email_stage_base" AFTER DELETE ON "authenticator_email_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "authenticator_endpoint_gdtc_stage_base" AFTER DELETE ON "authenticator_endpoint_gdtc_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "authenticator_static_stage_base" AFTER DELETE ON "authenticator_static_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "authenticator_totp_stage_base" AFTER DELETE ON "authenticator_totp_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "authenticator_validate_stage_base" AFTER DELETE ON "authenticator_validate_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "authenticator_web_authn_stage_base" AFTER DELETE ON "authenticator_web_authn_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "captcha_stage_base" AFTER DELETE ON "captcha_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "consent_stage_base" AFTER DELETE ON "consent_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "deny_stage_base" AFTER DELETE ON "deny_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "dummy_stage_base" AFTER DELETE ON "dummy_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "email_stage_base" AFTER DELETE ON "email_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "invitation_stage_base" AFTER DELETE ON "invitation_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "mutual_tls_stage_base" AFTER DELETE ON "mutual_tls_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "password_stage_base" AFTER DELETE ON "password_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "identification_stage_base" AFTER DELETE ON "identification_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "prompt_stage_base" AFTER DELETE ON "prompt_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "redirect_stage_base" AFTER DELETE ON "redirect_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "user_delete_stage_base" AFTER DELETE ON "user_delete_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "user_login_stage_base" AFTER DELETE ON "user_login_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "user_logout_stage_base" AFTER DELETE ON "user_logout_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "user_write_stage_base" AFTER DELETE ON "user_write_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "duo_device_base" AFTER DELETE ON "duo_device" BEGIN DELETE FROM "device" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "email_device_base" AFTER DELETE ON "email_device" BEGIN DELETE FROM "device" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "google_endpoint_device_base" AFTER DELETE ON "google_endpoint_device" BEGIN DELETE FROM "device" WHERE "id" = OLD."device"; END;
CREATE TRIGGER "static_device_base" AFTER DELETE ON "static_device" BEGIN DELETE FROM "device" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "totp_device_base" AFTER DELETE ON "totp_device" BEGIN DELETE FROM "device" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "web_authn_device_base" AFTER DELETE ON "web_authn_device" BEGIN DELETE FROM "device" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "notification_webhook_mapping_base" AFTER DELETE ON "notification_webhook_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "authenticator_sms_stage_base" AFTER DELETE ON "authenticator_sms_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "sms_device_base" AFTER DELETE ON "sms_device" BEGIN DELETE FROM "device" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "rac_property_mapping_base" AFTER DELETE ON "rac_property_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "saml_property_mapping_base" AFTER DELETE ON "saml_property_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "scope_mapping_base" AFTER DELETE ON "scope_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "google_workspace_provider_mapping_base" AFTER DELETE ON "google_workspace_provider_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "microsoft_entra_provider_mapping_base" AFTER DELETE ON "microsoft_entra_provider_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "radius_provider_property_mapping_base" AFTER DELETE ON "radius_provider_property_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "scim_mapping_base" AFTER DELETE ON "scim_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "kerberos_source_property_mapping_base" AFTER DELETE ON "kerberos_source_property_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "ldap_source_property_mapping_base" AFTER DELETE ON "ldap_source_property_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "oauth_source_property_mapping_base" AFTER DELETE ON "oauth_source_property_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "plex_source_property_mapping_base" AFTER DELETE ON "plex_source_property_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "saml_source_property_mapping_base" AFTER DELETE ON "saml_source_property_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "scim_source_property_mapping_base" AFTER DELETE ON "scim_source_property_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "telegram_source_property_mapping_base" AFTER DELETE ON "telegram_source_property_mapping" BEGIN DELETE FROM "property_mapping" WHERE "pm_uuid" = OLD."pm_uuid"; END;
CREATE TRIGGER "source_base" AFTER DELETE ON "source" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "source_stage_base" AFTER DELETE ON "source_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "kerberos_source_base" AFTER DELETE ON "kerberos_source" BEGIN DELETE FROM "source" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "ldap_source_base" AFTER DELETE ON "ldap_source" BEGIN DELETE FROM "source" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "oauth_source_base" AFTER DELETE ON "oauth_source" BEGIN DELETE FROM "source" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "plex_source_base" AFTER DELETE ON "plex_source" BEGIN DELETE FROM "source" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "saml_source_base" AFTER DELETE ON "saml_source" BEGIN DELETE FROM "source" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "scim_source_base" AFTER DELETE ON "scim_source" BEGIN DELETE FROM "source" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "telegram_source_base" AFTER DELETE ON "telegram_source" BEGIN DELETE FROM "source" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "user_kerberos_source_connection_base" AFTER DELETE ON "user_kerberos_source_connection" BEGIN DELETE FROM "user_source_connection" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "user_ldap_source_connection_base" AFTER DELETE ON "user_ldap_source_connection" BEGIN DELETE FROM "user_source_connection" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "user_oauth_source_connection_base" AFTER DELETE ON "user_oauth_source_connection" BEGIN DELETE FROM "user_source_connection" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "user_plex_source_connection_base" AFTER DELETE ON "user_plex_source_connection" BEGIN DELETE FROM "user_source_connection" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "user_saml_source_connection_base" AFTER DELETE ON "user_saml_source_connection" BEGIN DELETE FROM "user_source_connection" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "user_telegram_source_connection_base" AFTER DELETE ON "user_telegram_source_connection" BEGIN DELETE FROM "user_source_connection" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "group_kerberos_source_connection_base" AFTER DELETE ON "group_kerberos_source_connection" BEGIN DELETE FROM "group_source_connection" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "group_ldap_source_connection_base" AFTER DELETE ON "group_ldap_source_connection" BEGIN DELETE FROM "group_source_connection" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "group_oauth_source_connection_base" AFTER DELETE ON "group_oauth_source_connection" BEGIN DELETE FROM "group_source_connection" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "group_plex_source_connection_base" AFTER DELETE ON "group_plex_source_connection" BEGIN DELETE FROM "group_source_connection" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "group_saml_source_connection_base" AFTER DELETE ON "group_saml_source_connection" BEGIN DELETE FROM "group_source_connection" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "group_telegram_source_connection_base" AFTER DELETE ON "group_telegram_source_connection" BEGIN DELETE FROM "group_source_connection" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "docker_service_connection_base" AFTER DELETE ON "docker_service_connection" BEGIN DELETE FROM "service_connection" WHERE "uuid" = OLD."uuid"; END;
CREATE TRIGGER "kubernetes_service_connection_base" AFTER DELETE ON "kubernetes_service_connection" BEGIN DELETE FROM "service_connection" WHERE "uuid" = OLD."uuid"; END;
CREATE TRIGGER "notification_rule_base" AFTER DELETE ON "notification_rule" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "endpoint_stage_base" AFTER DELETE ON "endpoint_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "agent_connector_base" AFTER DELETE ON "agent_connector" BEGIN DELETE FROM "connector" WHERE "connector_uuid" = OLD."connector_uuid"; END;
CREATE TRIGGER "fleet_connector_base" AFTER DELETE ON "fleet_connector" BEGIN DELETE FROM "connector" WHERE "connector_uuid" = OLD."connector_uuid"; END;
CREATE TRIGGER "google_chrome_connector_base" AFTER DELETE ON "google_chrome_connector" BEGIN DELETE FROM "connector" WHERE "connector_uuid" = OLD."connector_uuid"; END;
CREATE TRIGGER "device_access_group_base" AFTER DELETE ON "device_access_group" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "endpoint_device_base" AFTER DELETE ON "endpoint_device" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "device_user_binding_base" AFTER DELETE ON "device_user_binding" BEGIN DELETE FROM "policy_binding" WHERE "policy_binding_uuid" = OLD."policy_binding_uuid"; END;
CREATE TRIGGER "agent_base" AFTER DELETE ON "agent" BEGIN DELETE FROM "user" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "request_rule_base" AFTER DELETE ON "request_rule" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "request_rule_binding_base" AFTER DELETE ON "request_rule_binding" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "oauth2_provider_base" AFTER DELETE ON "oauth2_provider" BEGIN DELETE FROM "provider" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "oauth2_dynamic_client_registration_base" AFTER DELETE ON "oauth2_dynamic_client_registration" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "proxy_provider_base" AFTER DELETE ON "proxy_provider" BEGIN DELETE FROM "oauth2_provider" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "ldap_provider_base" AFTER DELETE ON "ldap_provider" BEGIN DELETE FROM "provider" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "radius_provider_base" AFTER DELETE ON "radius_provider" BEGIN DELETE FROM "provider" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "saml_provider_base" AFTER DELETE ON "saml_provider" BEGIN DELETE FROM "provider" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "wsfederation_provider_base" AFTER DELETE ON "wsfederation_provider" BEGIN DELETE FROM "saml_provider" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "scim_provider_base" AFTER DELETE ON "scim_provider" BEGIN DELETE FROM "provider" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "google_workspace_provider_base" AFTER DELETE ON "google_workspace_provider" BEGIN DELETE FROM "provider" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "microsoft_entra_provider_base" AFTER DELETE ON "microsoft_entra_provider" BEGIN DELETE FROM "provider" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "rac_provider_base" AFTER DELETE ON "rac_provider" BEGIN DELETE FROM "provider" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "rac_endpoint_base" AFTER DELETE ON "rac_endpoint" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "ssf_provider_base" AFTER DELETE ON "ssf_provider" BEGIN DELETE FROM "provider" WHERE "id" = OLD."id"; END;
CREATE TRIGGER "application_base" AFTER DELETE ON "application" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;
CREATE TRIGGER "application_entitlement_base" AFTER DELETE ON "application_entitlement" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."pbm_uuid"; END;

