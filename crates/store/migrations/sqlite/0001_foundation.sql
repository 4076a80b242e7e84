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

CREATE TABLE "role" (
    "uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "managed" TEXT,
    CONSTRAINT "role_pkey" PRIMARY KEY ("uuid"),
    CONSTRAINT "role_name_key" UNIQUE ("name"),
    CONSTRAINT "role_managed_key" UNIQUE ("managed")
) STRICT;
CREATE INDEX "role_name_folded" ON "role" ("name" COLLATE folded);

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
CREATE INDEX "session_last_ip_uuid_idx" ON "session" ("last_ip", "uuid");
CREATE INDEX "session_last_user_agent_uuid_idx" ON "session" ("last_user_agent", "uuid");
CREATE INDEX "session_expires_idx" ON "session" ("expires");
CREATE INDEX "session_user_idx" ON "session" ("user");

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
CREATE INDEX "event_expires_created_event_uuid_idx" ON "event" ("expires", "created", "event_uuid");

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
CREATE INDEX "reputation_expires_reputation_uuid_idx" ON "reputation" ("expires", "reputation_uuid");

CREATE TABLE "policy_target" (
    "pbm_uuid" TEXT NOT NULL,
    "policy_engine_mode" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    CONSTRAINT "policy_target_pkey" PRIMARY KEY ("pbm_uuid"),
    CONSTRAINT "policy_target_policy_engine_mode_check" CHECK ("policy_engine_mode" IN ('all', 'any'))
) STRICT;

CREATE TABLE "policy" (
    "policy_uuid" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "execution_logging" INTEGER NOT NULL,
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
    CONSTRAINT "brand_flow_request_fkey" FOREIGN KEY ("flow_request") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL
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
    CONSTRAINT "identification_stage_enrollment_flow_fkey" FOREIGN KEY ("enrollment_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "identification_stage_recovery_flow_fkey" FOREIGN KEY ("recovery_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL,
    CONSTRAINT "identification_stage_passwordless_flow_fkey" FOREIGN KEY ("passwordless_flow") REFERENCES "flow" ("flow_uuid") ON DELETE SET NULL
) STRICT;
CREATE INDEX "identification_stage_password_stage_idx" ON "identification_stage" ("password_stage");
CREATE INDEX "identification_stage_enrollment_flow_idx" ON "identification_stage" ("enrollment_flow");
CREATE INDEX "identification_stage_recovery_flow_idx" ON "identification_stage" ("recovery_flow");
CREATE INDEX "identification_stage_passwordless_flow_idx" ON "identification_stage" ("passwordless_flow");

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

CREATE TABLE "brand_client_certificates" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "brand" TEXT NOT NULL,
    "certificate" TEXT NOT NULL,
    CONSTRAINT "brand_client_certificates_brand_certificate_key" UNIQUE ("brand", "certificate"),
    CONSTRAINT "brand_client_certificates_brand_fkey" FOREIGN KEY ("brand") REFERENCES "brand" ("brand_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "brand_client_certificates_certificate_brand_idx" ON "brand_client_certificates" ("certificate", "brand");

CREATE TABLE "identification_stage_sources" (
    "position" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "identificationstage" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    CONSTRAINT "identification_stage_sources_identificationstage_source_key" UNIQUE ("identificationstage", "source"),
    CONSTRAINT "identification_stage_sources_identificationstage_fkey" FOREIGN KEY ("identificationstage") REFERENCES "identification_stage" ("stage_uuid") ON DELETE CASCADE
) STRICT;
CREATE INDEX "identification_stage_sources_source_identificationstage_idx" ON "identification_stage_sources" ("source", "identificationstage");

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

CREATE TRIGGER "flow_base" AFTER DELETE ON "flow" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."policybindingmodel_ptr_id"; END;
CREATE TRIGGER "flow_stage_binding_base" AFTER DELETE ON "flow_stage_binding" BEGIN DELETE FROM "policy_target" WHERE "pbm_uuid" = OLD."policybindingmodel_ptr_id"; END;
CREATE TRIGGER "deny_stage_base" AFTER DELETE ON "deny_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "dummy_stage_base" AFTER DELETE ON "dummy_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "invitation_stage_base" AFTER DELETE ON "invitation_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "password_stage_base" AFTER DELETE ON "password_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "identification_stage_base" AFTER DELETE ON "identification_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "prompt_stage_base" AFTER DELETE ON "prompt_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "redirect_stage_base" AFTER DELETE ON "redirect_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "user_delete_stage_base" AFTER DELETE ON "user_delete_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "user_login_stage_base" AFTER DELETE ON "user_login_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "user_logout_stage_base" AFTER DELETE ON "user_logout_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;
CREATE TRIGGER "user_write_stage_base" AFTER DELETE ON "user_write_stage" BEGIN DELETE FROM "stage" WHERE "stage_uuid" = OLD."stage_uuid"; END;

