//! Logging in and out through the default flows, and what guards a session.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, Journey, Request, each_database};

each_database![
    a_person_logs_in_by_name_and_by_mail_address,
    the_default_flow_asks_for_the_name_and_then_for_the_password,
    a_wrong_password_and_an_unknown_name_look_the_same,
    after_five_wrong_passwords_the_attempt_is_over,
    an_inactive_person_does_not_get_in,
    a_password_stage_is_never_passed_without_a_password,
    logging_out_ends_the_session,
    after_the_login_the_person_goes_where_the_link_says,
    a_login_to_another_site_is_refused_at_the_end,
    a_session_writes_only_with_its_csrf_token,
    a_foreign_origin_is_refused,
    a_forged_cookie_is_no_session,
    a_session_changes_its_key_at_login_and_hides_it_from_scripts,
    deactivating_a_person_ends_their_sessions,
    deleting_a_session_logs_its_browser_out,
    changing_the_password_ends_the_other_sessions_or_keeps_them_but_never_the_old_password,
    a_person_changes_their_own_password,
    a_person_changes_their_name_but_neither_user_name_nor_address,
    who_gave_their_password_with_their_name_is_not_asked_again,
    a_password_lets_nobody_in_but_its_owner,
    bad_answers_are_told_in_the_challenge,
];

const LOGIN: &str = "default-authentication-flow";

async fn a_person_logs_in_by_name_and_by_mail_address(app: &App) {
    let ada = app.user("ada").await;
    for name in [ada.username.clone(), format!("{}@example.com", ada.username), ada.username.to_uppercase()] {
        let (browser, last) = app.log_in(&name, &ada.password).await;
        last.assert(200, json!({"component": "xak-flow-redirect", "to": "/"}));
        let me = browser.get("core/users/me/").await.assert_status(200);
        assert_eq!((&me["user"]["pk"], &me["user"]["system_permissions"]), (&json!(ada.pk), &json!([])));
    }
}

async fn the_default_flow_asks_for_the_name_and_then_for_the_password(app: &App) {
    let journey = Journey::new(app, LOGIN, "");
    let first = journey.step(None).await.assert_status(200);
    let mut expected = json!({
        "flow_info": first["flow_info"], "component": "ak-stage-identification", "user_fields": ["email", "username"], "pending_user_identifier": null,
        "password_fields": false, "allow_show_password": false, "flow_designation": "authentication", "captcha_stage": null, "primary_action": "Log in",
        "sources": [], "show_source_labels": false, "enable_remember_me": false, "passkey_challenge": null,
    });
    expected["flow_info"]["layout"] = json!("stacked");
    first.assert(200, expected);
    let next = journey.step(Some(json!({"uid_field": "akadmin"}))).await.assert_status(302);
    assert_eq!((next.header("location"), next.bytes.len()), (Some(journey.path.as_str()), 0));
    let second = journey.step(None).await.assert_has("component", json!("ak-stage-password")).assert_has("pending_user", json!("akadmin"));
    assert!(second.str("pending_user_avatar").starts_with("data:image/svg+xml;base64,"));
}

async fn a_wrong_password_and_an_unknown_name_look_the_same(app: &App) {
    let ada = app.user("ada").await;
    for name in [ada.username, app.name("nobody")] {
        let (browser, last) = app.log_in(&name, "wrong").await;
        assert_eq!(last["response_errors"], json!({"password": [{"string": "Invalid password", "code": "invalid"}]}));
        assert_eq!((&last["component"], &last["pending_user"]), (&json!("ak-stage-password"), &json!(name)));
        browser.get("core/users/me/").await.assert_status(403);
    }
}

async fn after_five_wrong_passwords_the_attempt_is_over(app: &App) {
    let ada = app.user("ada").await;
    let journey = Journey::new(app, LOGIN, "");
    journey.log_in(&ada.username, "wrong").await.assert_has("component", json!("ak-stage-password"));
    for _ in 0..3 {
        journey.answer(json!({"password": "wrong"})).await.assert_has("component", json!("ak-stage-password"));
    }
    let over = journey.answer(json!({"password": "wrong"})).await;
    over.assert_has("component", json!("ak-stage-access-denied")).assert_has("error_message", json!("Invalid password"));
    journey.answer(json!({"password": ada.password})).await.assert_has("component", json!("ak-stage-identification"));
}

async fn an_inactive_person_does_not_get_in(app: &App) {
    let ada = app.user("ada").await;
    app.admin().patch(&format!("core/users/{}/", ada.pk), json!({"is_active": false})).await.assert_status(200);
    let (browser, last) = app.log_in(&ada.username, &ada.password).await;
    assert_eq!(last.complaints(), ["password: Invalid password"]);
    browser.get("core/users/me/").await.assert_status(403);
    ada.api.get("core/users/me/").await.assert(403, json!({"detail": "Token invalid/expired"}));
}

async fn a_password_stage_is_never_passed_without_a_password(app: &App) {
    let ada = app.user("ada").await;
    let journey = Journey::new(app, LOGIN, "");
    journey.look().await;
    journey.answer(json!({"uid_field": ada.username})).await;
    let nothing = [
        json!({}),
        json!({"password": ""}),
        json!({"password": null}),
        json!({"password": {"$ne": ""}}),
        json!([]),
        json!(null),
        json!({"component": "ak-stage-user-login"}),
    ];
    for body in nothing {
        let answer = journey.answer(body.clone()).await;
        assert_eq!(answer["component"], "ak-stage-password", "{body}: {answer}");
        assert!(!answer.complaints().is_empty(), "{body}: {answer}");
    }
    journey.browser.get("core/users/me/").await.assert_status(403);
}

async fn logging_out_ends_the_session(app: &App) {
    let ada = app.user("ada").await;
    let browser = app.logged_in(&ada).await;
    let session = browser.cookie("authentik_session").unwrap();
    let out = Journey::with(browser.clone(), "default-invalidation-flow", "");
    out.look().await.assert(200, json!({"component": "xak-flow-redirect", "to": "/"}));
    browser.get("core/users/me/").await.assert_status(403);
    let thief = app.browser();
    thief.set_cookie("authentik_session", &session);
    thief.get("core/users/me/").await.assert_status(403);
}

async fn after_the_login_the_person_goes_where_the_link_says(app: &App) {
    let ada = app.user("ada").await;
    let journey = Journey::new(app, LOGIN, "next=%2Fif%2Fuser%2F%3Fa%3D1%26b%3D2");
    let last = journey.log_in(&ada.username, &ada.password).await;
    last.assert(200, json!({"component": "xak-flow-redirect", "to": "/if/user/?a=1&b=2"}));
}

async fn a_login_to_another_site_is_refused_at_the_end(app: &App) {
    let ada = app.user("ada").await;
    for evil in
        ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "http:evil.example", "\thttps://evil.example"]
    {
        let encoded: String = evil.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let last = Journey::new(app, LOGIN, &format!("next={encoded}")).log_in(&ada.username, &ada.password).await;
        assert!(last["component"] == "ak-stage-access-denied" || last["to"] == "/", "{evil:?}: {last}");
    }
}

async fn a_session_writes_only_with_its_csrf_token(app: &App) {
    let browser = app.log_in("akadmin", &app.options().password).await.0;
    let write = || Request::new("POST", "stages/dummy/").json(json!({"name": app.name("dummy")}).to_string());
    browser.send(write()).await.assert(403, json!({"detail": "CSRF Failed: CSRF token missing."}));
    let short = browser.send(write().header("X-authentik-CSRF", "bad")).await;
    short.assert(403, json!({"detail": "CSRF Failed: CSRF token from the 'X-Authentik-Csrf' HTTP header has incorrect length."}));
    let other = app.log_in("akadmin", &app.options().password).await.0;
    let foreign = browser.send(write().header("X-authentik-CSRF", &other.cookie("authentik_csrf").unwrap())).await.assert_status(403);
    assert!(foreign.str("detail").starts_with("CSRF Failed: "), "{foreign}");
    browser.send(write().header("X-authentik-CSRF", &browser.cookie("authentik_csrf").unwrap())).await.assert_status(201);
}

async fn a_foreign_origin_is_refused(app: &App) {
    let browser = app.log_in("akadmin", &app.options().password).await.0;
    let token = browser.cookie("authentik_csrf").unwrap();
    let write = |origin: &str| {
        let request = Request::new("POST", "stages/dummy/").json(json!({"name": app.name("dummy")}).to_string());
        request.header("X-authentik-CSRF", &token).header("Origin", origin)
    };
    let message = "CSRF Failed: Origin checking failed - http://evil.example does not match any trusted origins.";
    browser.send(write("http://evil.example")).await.assert(403, json!({"detail": message}));
    browser.send(write("null")).await.assert_status(403);
    browser.send(write(&app.url())).await.assert_status(201);
}

async fn a_forged_cookie_is_no_session(app: &App) {
    let browser = app.log_in("akadmin", &app.options().password).await.0;
    let cookie = browser.cookie("authentik_session").unwrap();
    let parts: Vec<&str> = cookie.split('.').collect();
    assert_eq!(parts.len(), 3, "a signed token: {cookie}");
    let none = format!("eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0.{}.", parts[1]);
    let truncated = &cookie[..cookie.len() - 4];
    for forged in ["", "x", "a.b.c", &none, truncated, &format!("{}.{}.AAAA", parts[0], parts[1])] {
        let thief = app.browser();
        thief.set_cookie("authentik_session", forged);
        thief.get("core/users/me/").await.assert_status(403);
    }
}

async fn a_session_changes_its_key_at_login_and_hides_it_from_scripts(app: &App) {
    let ada = app.user("ada").await;
    let journey = Journey::new(app, LOGIN, "");
    let first = journey.look().await;
    let set = first.headers.iter().find(|(name, value)| name == "set-cookie" && value.starts_with("authentik_session=")).unwrap();
    assert!(set.1.contains("HttpOnly") && set.1.contains("SameSite=Lax") && set.1.contains("Path=/"), "{set:?}");
    let before = journey.browser.cookie("authentik_session");
    journey.log_in(&ada.username, &ada.password).await.assert_has("component", json!("xak-flow-redirect"));
    assert_ne!(before, journey.browser.cookie("authentik_session"));
    let fixed = app.browser();
    fixed.set_cookie("authentik_session", &before.unwrap());
    fixed.get("core/users/me/").await.assert_status(403);
}

async fn deactivating_a_person_ends_their_sessions(app: &App) {
    let ada = app.user("ada").await;
    let browser = app.logged_in(&ada).await;
    app.admin().patch(&format!("core/users/{}/", ada.pk), json!({"is_active": false})).await.assert_status(200);
    assert_ne!(browser.get("core/users/me/").await.status, 200);
    app.admin().patch(&format!("core/users/{}/", ada.pk), json!({"is_active": true})).await.assert_status(200);
    browser.get("core/users/me/").await.assert_status(403);
}

async fn deleting_a_session_logs_its_browser_out(app: &App) {
    let (ada, ben) = (app.user("ada").await, app.user("ben").await);
    let (browser, other) = (app.logged_in(&ada).await, app.logged_in(&ada).await);
    let mine = browser.get("core/authenticated_sessions/").await.assert_status(200);
    let current: Vec<&Json> = mine.body["results"].as_array().unwrap().iter().filter(|session| session["current"] == true).collect();
    assert_eq!((mine.count(), current.len(), &current[0]["user"]), (2, 1, &json!(ada.pk)), "{mine}");
    let path = format!("core/authenticated_sessions/{}/", current[0]["uuid"].as_str().unwrap());
    let foreign = app.logged_in(&ben).await.delete(&path).await;
    assert!([403, 404].contains(&foreign.status), "{foreign}");
    other.delete(&path).await.assert_status(204);
    browser.get("core/users/me/").await.assert_status(403);
    other.get("core/users/me/").await.assert_status(200);
}

async fn changing_the_password_ends_the_other_sessions_or_keeps_them_but_never_the_old_password(app: &App) {
    let ada = app.user("ada").await;
    app.admin().post(&format!("core/users/{}/set_password/", ada.pk), json!({"password": "another one"})).await.assert_status(204);
    assert_eq!(app.log_in(&ada.username, &ada.password).await.1.complaints(), ["password: Invalid password"]);
    app.log_in(&ada.username, "another one").await.1.assert_has("component", json!("xak-flow-redirect"));
}

async fn a_person_changes_their_own_password(app: &App) {
    let ada = app.user("ada").await;
    let browser = app.logged_in(&ada).await;
    let change = Journey::with(browser.clone(), "default-password-change", "");
    let form = change.look().await.assert_has("component", json!("ak-stage-prompt"));
    let keys: Vec<&Json> = form["fields"].as_array().unwrap().iter().map(|field| &field["field_key"]).collect();
    assert_eq!(keys, ["password", "password_repeat"]);
    assert_eq!(
        change.answer(json!({"password": "one-Long-1", "password_repeat": "two"})).await.complaints(),
        ["non_field_errors: Passwords don't match."]
    );
    let last = change.answer(json!({"password": "a new passphrase 1", "password_repeat": "a new passphrase 1"})).await;
    last.assert_has("component", json!("xak-flow-redirect"));
    browser.get("core/users/me/").await.assert_status(200);
    app.log_in(&ada.username, "a new passphrase 1").await.1.assert_has("component", json!("xak-flow-redirect"));
    app.anonymous().get("flows/executor/default-password-change/?query=").await.assert_has("component", json!("ak-stage-access-denied"));
}

async fn bad_answers_are_told_in_the_challenge(app: &App) {
    let journey = Journey::new(app, LOGIN, "");
    let first = journey.answer(json!({})).await.assert_has("component", json!("ak-stage-identification"));
    assert_eq!(first["response_errors"], json!({"non_field_errors": [{"string": "No identification data provided.", "code": "invalid"}]}));
    assert_eq!(journey.answer(json!({"uid_field": ""})).await["component"], "ak-stage-identification");
    journey.answer(json!({"uid_field": "akadmin", "unknown": 1})).await.assert_has("component", json!("ak-stage-password"));
    for (body, complaint) in [
        (json!({"password": ""}), "password: This field may not be blank."),
        (json!({}), "password: This field is required."),
        (json!({"password": {"a": 1}}), "password: Not a valid string."),
        (json!([]), "non_field_errors: Invalid data. Expected a dictionary, but got list."),
    ] {
        assert_eq!(journey.answer(body).await.complaints(), [complaint]);
    }
}

async fn a_person_changes_their_name_but_neither_user_name_nor_address(app: &App) {
    let ada = app.user("ada").await;
    for (field, value, changed) in [("name", "Ada L.", true), ("username", "root", false), ("email", "akadmin@example.com", false)] {
        let (browser, _) = app.log_in(&ada.username, &ada.password).await;
        let before = app.admin().get(&format!("core/users/{}/", ada.pk)).await;
        let mut sent =
            json!({"username": before["username"], "name": before["name"], "email": before["email"], "attributes.settings.locale": "de"});
        sent[field] = json!(value);
        let journey = Journey::with(browser, "default-user-settings-flow", "");
        journey.step(None).await.assert_has("component", json!("ak-stage-prompt"));
        let end = journey.answer(sent).await;
        if changed {
            end.assert_has("component", json!("xak-flow-redirect"));
        } else {
            let word = if field == "email" { "email address" } else { field };
            assert_eq!(end.complaints(), [format!("non_field_errors: Not allowed to change {word}.")]);
        }
        let after = app.admin().get(&format!("core/users/{}/", ada.pk)).await;
        assert_eq!(after[field] == json!(value), changed, "{field}");
        assert_eq!(after["attributes"]["settings"]["locale"], "de");
    }
}

/// A flow that asks for a name and for a password, the latter as the default flow does; answers its slug. `together` asks for both
/// at once, and `between` stands before the login.
async fn two_steps(app: &App, together: bool, between: Option<(Json, Json)>) -> String {
    let (admin, slug) = (app.admin(), app.name("steps"));
    let flow = admin.create("flows/instances/", json!({"name": slug, "slug": slug, "title": "t", "designation": "authentication"})).await;
    let password = json!({"name": format!("{slug}-password"), "backends": ["authentik.core.auth.InbuiltBackend"]});
    let password = admin.create("stages/password/", password).await["pk"].clone();
    let name = json!({"name": format!("{slug}-name"), "user_fields": ["username"], "password_stage": together.then_some(&password)});
    let name = admin.create("stages/identification/", name).await["pk"].clone();
    let login = admin.create("stages/user_login/", json!({"name": format!("{slug}-login")})).await["pk"].clone();
    let plain = json!({});
    let stages = [Some((name, plain.clone())), Some((password, plain.clone())), between, Some((login, plain))];
    let mut places = Vec::new();
    for (order, (stage, more)) in stages.into_iter().flatten().enumerate() {
        let mut body = json!({"target": flow["pk"], "stage": stage, "order": order});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        places.push(admin.create("flows/bindings/", body).await.str("pk"));
    }
    let policy = admin.get("policies/expression/?name=default-authentication-flow-password-stage").await["results"][0]["pk"].clone();
    let bound = json!({"policy": policy, "target": places[1], "order": 0, "failure_result": true});
    admin.create("policies/bindings/", bound).await;
    slug
}

async fn who_gave_their_password_with_their_name_is_not_asked_again(app: &App) {
    let (ada, slug) = (app.user("ada").await, two_steps(app, true, None).await);
    let journey = Journey::new(app, &slug, "");
    journey.look().await.assert_has("password_fields", json!(true));
    let wrong = journey.answer(json!({"uid_field": ada.username, "password": "wrong"})).await;
    assert_eq!(wrong.complaints(), ["non_field_errors: Failed to authenticate."]);
    let last = journey.answer(json!({"uid_field": ada.username, "password": ada.password})).await;
    last.assert_has("component", json!("xak-flow-redirect"));
    let apart = Journey::new(app, &two_steps(app, false, None).await, "");
    apart.look().await.assert_has("password_fields", json!(false));
    apart.answer(json!({"uid_field": ada.username})).await.assert_has("component", json!("ak-stage-password"));
}

async fn a_password_lets_nobody_in_but_its_owner(app: &App) {
    let (ada, eve, admin) = (app.user("ada").await, app.user("eve").await, app.admin());
    let number = json!({"name": app.name("number"), "field_key": "number", "label": "n", "type": "number", "required": true});
    let number = admin.create("stages/prompt/prompts/", number).await["pk"].clone();
    let ask = admin.create("stages/prompt/stages/", json!({"name": app.name("ask"), "fields": [number]})).await["pk"].clone();
    let slug = two_steps(app, false, Some((ask, json!({"invalid_response_action": "restart_with_context"})))).await;
    let journey = Journey::new(app, &slug, "");
    journey.look().await;
    journey.answer(json!({"uid_field": eve.username})).await.assert_has("component", json!("ak-stage-password"));
    journey.answer(json!({"password": eve.password})).await.assert_has("component", json!("ak-stage-prompt"));
    // A mistake leads back to the beginning with all that is known.
    journey.answer(json!({"number": "none"})).await.assert_has("component", json!("ak-stage-identification"));
    for name in [&ada.username, &eve.username] {
        journey.answer(json!({"uid_field": name})).await.assert_has("component", json!("ak-stage-password"));
        journey.browser.get("/flows/-/cancel/").await;
        journey.look().await;
    }
}
