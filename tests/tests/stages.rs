//! Every kind of stage lives the same life.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, each_database};

each_database![
    every_kind_of_stage_is_made_changed_and_deleted,
    every_stage_is_seen_among_all_stages,
    the_kinds_of_stages_are_described,
    a_stage_is_deleted_through_the_list_of_all,
    settings_of_stages_are_checked,
];

/// Path, what a stage of this kind needs, one thing about it that can be changed, its kind as people and as programs call it.
fn kinds() -> Vec<(&'static str, Json, Json, &'static str, &'static str)> {
    vec![
        (
            "invitation/stages",
            json!({}),
            json!({"continue_flow_without_invitation": true}),
            "Invitation Stage",
            "authentik_stages_invitation.invitationstage",
        ),
        (
            "identification",
            json!({"user_fields": ["username"]}),
            json!({"user_fields": ["email"], "pretend_user_exists": false}),
            "Identification Stage",
            "authentik_stages_identification.identificationstage",
        ),
        (
            "password",
            json!({"backends": ["authentik.core.auth.InbuiltBackend"]}),
            json!({"failed_attempts_before_cancel": 3}),
            "Password Stage",
            "authentik_stages_password.passwordstage",
        ),
        (
            "user_write",
            json!({}),
            json!({"user_creation_mode": "never_create"}),
            "User Write Stage",
            "authentik_stages_user_write.userwritestage",
        ),
        (
            "user_login",
            json!({}),
            json!({"session_duration": "hours=3;minutes=1"}),
            "User Login Stage",
            "authentik_stages_user_login.userloginstage",
        ),
        ("user_logout", json!({}), json!({}), "User Logout Stage", "authentik_stages_user_logout.userlogoutstage"),
        ("user_delete", json!({}), json!({}), "User Delete Stage", "authentik_stages_user_delete.userdeletestage"),
        ("deny", json!({}), json!({"deny_message": "no"}), "Deny Stage", "authentik_stages_deny.denystage"),
        ("dummy", json!({}), json!({"throw_error": true}), "Dummy Stage", "authentik_stages_dummy.dummystage"),
        (
            "redirect",
            json!({"mode": "static", "target_static": "https://example.com/"}),
            json!({"keep_context": false}),
            "Redirect Stage",
            "authentik_stages_redirect.redirectstage",
        ),
    ]
}

async fn make(app: &App, kind: &str, needs: &Json) -> Json {
    let mut body = json!({"name": app.name("stage")});
    body.as_object_mut().unwrap().extend(needs.as_object().unwrap().clone());
    app.admin().create(&format!("stages/{kind}/"), body).await.body
}

async fn every_kind_of_stage_is_made_changed_and_deleted(app: &App) {
    let admin = app.admin();
    for (kind, needs, change, verbose, model) in kinds() {
        let missing = admin.post(&format!("stages/{kind}/"), json!({})).await.assert_status(400);
        assert_eq!(missing["name"], json!(["This field is required."]), "{kind}");
        let made = make(app, kind, &needs).await;
        assert_eq!(
            (&made["verbose_name"], &made["meta_model_name"], &made["flow_set"]),
            (&json!(verbose), &json!(model), &json!([])),
            "{kind}"
        );
        let path = format!("stages/{kind}/{}/", made["pk"].as_str().unwrap());
        admin.get(&path).await.assert(200, made.clone());
        let mut changed = made.clone();
        changed.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        admin.patch(&path, change).await.assert(200, changed.clone());
        admin.get(&path).await.assert(200, changed);
        let listed = admin.get(&format!("stages/{kind}/?name={}", made["name"].as_str().unwrap())).await.assert_status(200);
        assert_eq!(listed.column("pk"), [made["pk"].clone()], "{kind}");
        admin.get(&format!("{path}used_by/")).await.assert(200, json!([]));
        admin.delete(&path).await.assert_status(204);
        admin.get(&path).await.assert_status(404);
    }
}

async fn every_stage_is_seen_among_all_stages(app: &App) {
    for (kind, needs, _, verbose, model) in kinds() {
        let made = make(app, kind, &needs).await;
        let mut expected = json!({"verbose_name": verbose, "meta_model_name": model});
        for key in ["pk", "name", "component", "verbose_name_plural", "flow_set"] {
            expected[key] = made[key].clone();
        }
        app.admin().get(&format!("stages/all/{}/", made["pk"].as_str().unwrap())).await.assert(200, expected.clone());
        let found = app.admin().get(&format!("stages/all/?search={}", made["name"].as_str().unwrap())).await;
        assert_eq!(found["results"], json!([expected]), "{kind}");
    }
}

async fn the_kinds_of_stages_are_described(app: &App) {
    let described = app.admin().get("stages/all/types/").await.assert_status(200);
    let names: Vec<&str> = described.body.as_array().unwrap().iter().map(|kind| kind["name"].as_str().unwrap()).collect();
    assert!(names.is_sorted(), "{names:?}");
    for (_, _, _, verbose, model) in kinds().into_iter().filter(|kind| kind.0 != "dummy") {
        let kind = described
            .body
            .as_array()
            .unwrap()
            .iter()
            .find(|kind| kind["name"] == verbose)
            .unwrap_or_else(|| panic!("{verbose} in {described}"));
        assert_eq!(kind["model_name"], model.split('.').next_back().unwrap());
        assert!(
            !kind["description"].as_str().unwrap().is_empty() && kind["component"].as_str().unwrap().starts_with("ak-stage-"),
            "{kind}"
        );
    }
    app.admin().get("stages/all/user_settings/").await.assert_status(200);
    app.admin().post("stages/all/", json!({"name": "x"})).await.assert(405, json!({"detail": "Method \"POST\" not allowed."}));
}

async fn a_stage_is_deleted_through_the_list_of_all(app: &App) {
    let made = make(app, "deny", &json!({})).await;
    let pk = made["pk"].as_str().unwrap();
    app.admin().delete(&format!("stages/all/{pk}/")).await.assert_status(204);
    app.admin().get(&format!("stages/deny/{pk}/")).await.assert(404, json!({"detail": "No DenyStage matches the given query."}));
}

async fn settings_of_stages_are_checked(app: &App) {
    let duration = |text: &str| format!("{text} is not in the correct format of 'hours=3;minutes=1'.");
    let cases = [
        ("user_login", json!({"session_duration": "soon"}), json!({"session_duration": [duration("soon")]})),
        ("user_login", json!({"network_binding": "x"}), json!({"network_binding": ["\"x\" is not a valid choice."]})),
        ("user_write", json!({"user_creation_mode": "x"}), json!({"user_creation_mode": ["\"x\" is not a valid choice."]})),
        ("password", json!({"backends": ["x"]}), json!({"backends": {"0": ["\"x\" is not a valid choice."]}})),
        (
            "identification",
            json!({}),
            json!({"non_field_errors": ["When no user fields are selected, at least one source must be selected"]}),
        ),
        ("redirect", json!({"mode": "flow"}), json!({"non_field_errors": ["Target Flow should be present when mode is Flow."]})),
    ];
    for (kind, more, errors) in cases {
        let mut body = json!({"name": app.name("stage")});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        app.admin().post(&format!("stages/{kind}/"), body).await.assert(400, errors);
    }
}
