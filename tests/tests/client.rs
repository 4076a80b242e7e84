//! The official generated Rust client, whose decoding is strict, creates, lists, reads, changes and deletes every resource.

use authentik_client::{
    apis::{admin_api::*, configuration::Configuration, core_api::*, flows_api::*, policies_api::*, root_api::*, stages_api::*},
    models::*,
};
use vestibule_tests::{App, each_database, official};

each_database![
    flows_and_their_bindings,
    invitation_stages_and_invitations,
    identification_and_password_stages,
    prompts_and_prompt_stages,
    stages_about_accounts_and_sessions,
    stages_that_end_or_turn_a_flow,
    people_and_groups,
    tokens_brands_and_policy_bindings,
    sessions,
    what_is_only_read,
];

/// One life: create, find in the list, read, change, delete.
macro_rules! life {
    ($client:ident: $create:ident($request:expr), $key:expr, $list:ident($($none:expr),*), $retrieve:ident, $change:ident($patch:expr), $destroy:ident) => {{
        let made = $create(&$client, $request).await.unwrap();
        let key = $key(&made);
        let listed = $list(&$client, $($none),*).await.unwrap();
        assert!(listed.pagination.count >= 1.0 && !listed.results.is_empty(), stringify!($list));
        assert_eq!($retrieve(&$client, &key).await.unwrap(), made, stringify!($retrieve));
        assert_ne!($change(&$client, &key, Some($patch)).await.unwrap(), made, stringify!($change));
        $destroy(&$client, &key).await.unwrap();
        assert!($retrieve(&$client, &key).await.is_err(), stringify!($destroy));
    }};
}

/// A flow to bind things to.
async fn flow(app: &App, client: &Configuration) -> Flow {
    let slug = app.name("flow");
    flows_instances_create(client, FlowRequest::new(slug.clone(), slug, "Title".into(), FlowDesignationEnum::Enrollment)).await.unwrap()
}

async fn flows_and_their_bindings(app: &App) {
    let (client, slug) = (official(app), app.name("flow"));
    life!(client: flows_instances_create(FlowRequest::new("Flow".into(), slug, "Title".into(), FlowDesignationEnum::Recovery)), |made: &Flow| made.slug.clone(),
        flows_instances_list(None, None, None, None, None, None, None, None, None), flows_instances_retrieve,
        flows_instances_partial_update(PatchedFlowRequest { title: Some("New".into()), ..Default::default() }), flows_instances_destroy);
    let target = flow(app, &client).await;
    let stage = stages_dummy_create(&client, DummyStageRequest::new(app.name("dummy"))).await.unwrap();
    let made = flows_bindings_create(&client, FlowStageBindingRequest::new(target.pk, stage.pk, 1)).await.unwrap();
    let key = made.pk.to_string();
    assert_eq!(flows_bindings_retrieve(&client, &key).await.unwrap().stage_obj.component, "ak-stage-dummy-form");
    let change = PatchedFlowStageBindingRequest { order: Some(2), ..Default::default() };
    assert_eq!(flows_bindings_partial_update(&client, &key, Some(change)).await.unwrap().order, 2);
    let listed =
        flows_bindings_list(&client, None, None, None, None, None, None, None, None, None, None, None, None, None, None).await.unwrap();
    assert!(!listed.results.is_empty());
    flows_bindings_destroy(&client, &key).await.unwrap();
    assert!(flows_bindings_retrieve(&client, &key).await.is_err());
    let full = flows_instances_retrieve(&client, "default-authentication-flow").await.unwrap();
    assert_eq!(full.designation, FlowDesignationEnum::Authentication);
    assert!(!flows_instances_used_by_list(&client, "default-authentication-flow").await.unwrap().is_empty());
    assert!(flows_instances_diagram_retrieve(&client, "default-authentication-flow").await.unwrap().diagram.starts_with("graph TD"));
    assert!(flows_instances_cache_info_retrieve(&client).await.unwrap().count >= 0);
}

async fn invitation_stages_and_invitations(app: &App) {
    let client = official(app);
    life!(client: stages_invitation_stages_create(InvitationStageRequest::new(app.name("stage"))), |made: &InvitationStage| made.pk.to_string(),
        stages_invitation_stages_list(None, None, None, None, None, None, None, None), stages_invitation_stages_retrieve,
        stages_invitation_stages_partial_update(PatchedInvitationStageRequest { continue_flow_without_invitation: Some(true), ..Default::default() }),
        stages_invitation_stages_destroy);
    let target = flow(app, &client).await;
    // The contract calls `flow_obj` never null, so this client reads invitations that are bound to a flow.
    let invitation = InvitationRequest { flow: Some(Some(target.pk)), ..InvitationRequest::new("invitation".into()) };
    life!(client: stages_invitation_invitations_create(invitation.clone()), |made: &Invitation| made.pk.to_string(),
        stages_invitation_invitations_list(None, None, Some(&target.slug), None, None, None, None, None), stages_invitation_invitations_retrieve,
        stages_invitation_invitations_partial_update(PatchedInvitationRequest { single_use: Some(true), ..Default::default() }),
        stages_invitation_invitations_destroy);
    let made = stages_invitation_invitations_create(&client, invitation).await.unwrap();
    let order = InvitationSendEmailRequest::new(vec![format!("{}@example.com", app.name("ada")).into()]);
    stages_invitation_invitations_send_email_create(&client, &made.pk.to_string(), order).await.unwrap();
}

async fn identification_and_password_stages(app: &App) {
    let client = official(app);
    let fields = Some(vec![UserFieldsEnum::Username, UserFieldsEnum::Email]);
    let request = IdentificationStageRequest { user_fields: fields.clone(), ..IdentificationStageRequest::new(app.name("stage")) };
    life!(client: stages_identification_create(request), |made: &IdentificationStage| made.pk.to_string(),
        stages_identification_list(None, None, None, None, None, None, None, None, None, None, None, None, None, None), stages_identification_retrieve,
        stages_identification_partial_update(PatchedIdentificationStageRequest { user_fields: fields, pretend_user_exists: Some(false), ..Default::default() }),
        stages_identification_destroy);
    let backends = vec![BackendsEnum::AuthentikCoreAuthInbuiltBackend];
    life!(client: stages_password_create(PasswordStageRequest::new(app.name("stage"), backends)), |made: &PasswordStage| made.pk.to_string(),
        stages_password_list(None, None, None, None, None, None, None, None), stages_password_retrieve,
        stages_password_partial_update(PatchedPasswordStageRequest { allow_show_password: Some(true), ..Default::default() }), stages_password_destroy);
}

async fn prompts_and_prompt_stages(app: &App) {
    let client = official(app);
    let request = || PromptRequest::new(app.name("prompt"), "colour".into(), "Colour".into(), PromptTypeEnum::Text);
    life!(client: stages_prompt_prompts_create(request()), |made: &Prompt| made.pk.to_string(),
        stages_prompt_prompts_list(None, None, None, None, None, None, None, None, None), stages_prompt_prompts_retrieve,
        stages_prompt_prompts_partial_update(PatchedPromptRequest { label: Some("Hue".into()), ..Default::default() }), stages_prompt_prompts_destroy);
    let field = stages_prompt_prompts_create(&client, request()).await.unwrap();
    life!(client: stages_prompt_stages_create(PromptStageRequest::new(app.name("stage"), vec![field.pk])), |made: &PromptStage| made.pk.to_string(),
        stages_prompt_stages_list(None, None, None, None, None, None, None, None), stages_prompt_stages_retrieve,
        stages_prompt_stages_partial_update(PatchedPromptStageRequest { name: Some(app.name("renamed")), ..Default::default() }), stages_prompt_stages_destroy);
}

async fn stages_about_accounts_and_sessions(app: &App) {
    let client = official(app);
    life!(client: stages_user_write_create(UserWriteStageRequest::new(app.name("stage"))), |made: &UserWriteStage| made.pk.to_string(),
        stages_user_write_list(None, None, None, None, None, None, None, None, None, None, None), stages_user_write_retrieve,
        stages_user_write_partial_update(PatchedUserWriteStageRequest { create_users_as_inactive: Some(true), ..Default::default() }), stages_user_write_destroy);
    life!(client: stages_user_login_create(UserLoginStageRequest::new(app.name("stage"))), |made: &UserLoginStage| made.pk.to_string(),
        stages_user_login_list(None, None, None, None, None, None, None, None, None, None, None, None), stages_user_login_retrieve,
        stages_user_login_partial_update(PatchedUserLoginStageRequest { session_duration: Some("hours=1".into()), ..Default::default() }), stages_user_login_destroy);
    life!(client: stages_user_logout_create(UserLogoutStageRequest::new(app.name("stage"))), |made: &UserLogoutStage| made.pk.to_string(),
        stages_user_logout_list(None, None, None, None, None, None), stages_user_logout_retrieve,
        stages_user_logout_partial_update(PatchedUserLogoutStageRequest { name: Some(app.name("renamed")) }), stages_user_logout_destroy);
    life!(client: stages_user_delete_create(UserDeleteStageRequest::new(app.name("stage"))), |made: &UserDeleteStage| made.pk.to_string(),
        stages_user_delete_list(None, None, None, None, None, None), stages_user_delete_retrieve,
        stages_user_delete_partial_update(PatchedUserDeleteStageRequest { name: Some(app.name("renamed")) }), stages_user_delete_destroy);
}

async fn stages_that_end_or_turn_a_flow(app: &App) {
    let client = official(app);
    life!(client: stages_deny_create(DenyStageRequest::new(app.name("stage"))), |made: &DenyStage| made.pk.to_string(),
        stages_deny_list(None, None, None, None, None, None, None), stages_deny_retrieve,
        stages_deny_partial_update(PatchedDenyStageRequest { deny_message: Some("no".into()), ..Default::default() }), stages_deny_destroy);
    life!(client: stages_dummy_create(DummyStageRequest::new(app.name("stage"))), |made: &DummyStage| made.pk.to_string(),
        stages_dummy_list(None, None, None, None, None, None, None), stages_dummy_retrieve,
        stages_dummy_partial_update(PatchedDummyStageRequest { throw_error: Some(true), ..Default::default() }), stages_dummy_destroy);
    let request = RedirectStageRequest {
        target_static: Some("https://example.com/".into()),
        ..RedirectStageRequest::new(app.name("stage"), RedirectStageModeEnum::Static)
    };
    life!(client: stages_redirect_create(request), |made: &RedirectStage| made.pk.to_string(),
        stages_redirect_list(None, None, None, None, None), stages_redirect_retrieve,
        stages_redirect_partial_update(PatchedRedirectStageRequest { keep_context: Some(false), ..Default::default() }), stages_redirect_destroy);
    let all = stages_all_list(&client, None, None, None, None, None).await.unwrap();
    assert!(stages_all_retrieve(&client, &all.results[0].pk.to_string()).await.is_ok());
    assert!(!stages_all_types_list(&client).await.unwrap().is_empty());
}

async fn people_and_groups(app: &App) {
    let client = official(app);
    let made = core_users_create(&client, UserRequest::new(app.name("ada"), "Ada".into())).await.unwrap();
    assert_eq!(core_users_retrieve(&client, made.pk).await.unwrap(), made);
    let listed = core_users_list(
        &client, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None,
        None, None, None, None, None, None, None, None, None, None,
    );
    assert!(listed.await.unwrap().results.len() >= 2);
    let changed =
        core_users_partial_update(&client, made.pk, Some(PatchedUserRequest { name: Some("Lovelace".into()), ..Default::default() }))
            .await
            .unwrap();
    assert_eq!(changed.name, "Lovelace");
    core_users_set_password_create(&client, made.pk, UserPasswordSetRequest::new("a passphrase".into())).await.unwrap();
    let group =
        core_groups_create(&client, GroupRequest { users: Some(vec![made.pk]), ..GroupRequest::new(app.name("group")) }).await.unwrap();
    let key = group.pk.to_string();
    assert_eq!(core_groups_retrieve(&client, &key, None, None, None, None).await.unwrap().users, Some(vec![made.pk]));
    assert!(
        !core_groups_list(&client, None, None, None, None, None, None, None, None, None, None, None, None, None)
            .await
            .unwrap()
            .results
            .is_empty()
    );
    core_groups_remove_user_create(&client, &key, UserAccountRequest::new(made.pk)).await.unwrap();
    core_groups_add_user_create(&client, &key, UserAccountRequest::new(made.pk)).await.unwrap();
    let changed =
        core_groups_partial_update(&client, &key, Some(PatchedGroupRequest { name: Some(app.name("renamed")), ..Default::default() }))
            .await
            .unwrap();
    assert_ne!(changed.name, group.name);
    core_groups_destroy(&client, &key).await.unwrap();
    core_users_destroy(&client, made.pk).await.unwrap();
    assert!(core_users_retrieve(&client, made.pk).await.is_err());
}

async fn tokens_brands_and_policy_bindings(app: &App) {
    let client = official(app);
    life!(client: core_tokens_create(TokenRequest::new(app.name("token"))), |made: &Token| made.identifier.clone(),
        core_tokens_list(None, None, None, None, None, None, None, None, None, None, None), core_tokens_retrieve,
        core_tokens_partial_update(PatchedTokenRequest { description: Some("d".into()), ..Default::default() }), core_tokens_destroy);
    life!(client: core_brands_create(BrandRequest::new(format!("{}.example.com", app.name("brand")))), |made: &Brand| made.brand_uuid.to_string(),
        core_brands_list(None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None, None), core_brands_retrieve,
        core_brands_partial_update(PatchedBrandRequest { branding_title: Some("Acme".into()), ..Default::default() }), core_brands_destroy);
    let (target, ada) =
        (flow(app, &client).await, core_users_create(&client, UserRequest::new(app.name("ada"), "Ada".into())).await.unwrap());
    let request = PolicyBindingRequest { user: Some(Some(ada.pk)), ..PolicyBindingRequest::new(target.pk, 0) };
    life!(client: policies_bindings_create(request), |made: &PolicyBinding| made.pk.to_string(),
        policies_bindings_list(None, None, None, None, None, None, None, None, None, None, None), policies_bindings_retrieve,
        policies_bindings_partial_update(PatchedPolicyBindingRequest { user: Some(Some(ada.pk)), enabled: Some(false), ..Default::default() }), policies_bindings_destroy);
}

async fn sessions(app: &App) {
    let (client, ada) = (official(app), app.user("ada").await);
    app.logged_in(&ada).await;
    let listed = core_authenticated_sessions_list(&client, None, None, None, None, None, None, Some(&ada.username)).await.unwrap();
    let uuid = listed.results[0].uuid.unwrap().to_string();
    assert_eq!(i64::from(core_authenticated_sessions_retrieve(&client, &uuid).await.unwrap().user), ada.pk);
    core_authenticated_sessions_destroy(&client, &uuid).await.unwrap();
    assert!(core_authenticated_sessions_retrieve(&client, &uuid).await.is_err());
}

async fn what_is_only_read(app: &App) {
    let client = official(app);
    assert!(core_users_me_retrieve(&client).await.unwrap().user.is_superuser);
    assert_eq!(core_brands_current_retrieve(&client).await.unwrap().matched_domain, "authentik-default");
    root_config_retrieve(&client).await.unwrap();
    assert!(!admin_version_retrieve(&client).await.unwrap().version_current.is_empty());
    admin_system_retrieve(&client).await.unwrap();
    let key = core_tokens_create(&client, TokenRequest::new(app.name("token"))).await.unwrap().identifier;
    assert_eq!(core_tokens_view_key_retrieve(&client, &key).await.unwrap().key.len(), 60);
    let account = UserServiceAccountRequest::new(app.name("robot"));
    assert!(core_users_service_account_create(&client, account).await.unwrap().user_pk > 0);
    assert!(!core_users_paths_retrieve(&client, None).await.unwrap().paths.is_empty());
}
