//! Tokens: who may make which, who may see them, and who they stand for.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, each_database};

each_database![
    a_token_needs_only_an_identifier,
    wrong_values_are_refused,
    a_key_is_shown_only_when_asked_for,
    a_token_stands_for_its_user_until_it_is_deleted,
    only_an_api_token_opens_the_api,
    the_expiry_of_an_api_token_is_never_the_caller_s_choice,
    the_user_of_a_token_never_changes,
    everybody_makes_and_sees_their_own_tokens_only,
    nobody_makes_a_token_for_somebody_else,
    the_scheme_is_bearer_in_any_case_and_nothing_else,
];

const TOKENS: &str = "core/tokens/";

async fn token(app: &App, more: Json) -> Json {
    let mut body = json!({"identifier": app.name("token")});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.admin().create(TOKENS, body).await.body
}

fn path(token: &Json) -> String {
    format!("{TOKENS}{}/", token["identifier"].as_str().unwrap())
}

async fn a_token_needs_only_an_identifier(app: &App) {
    let made = token(app, json!({})).await;
    let expected = json!({"pk": made["pk"], "managed": null, "identifier": made["identifier"], "intent": "api", "user": made["user"],
                          "user_obj": made["user_obj"], "description": "", "expires": made["expires"], "expiring": true});
    assert_eq!((&made, &made["user_obj"]["username"]), (&expected, &json!("akadmin")));
    assert!(made["expires"].is_string() && made["user_obj"]["groups_obj"][0]["is_superuser"] == true);
}

async fn wrong_values_are_refused(app: &App) {
    let (admin, made) = (app.admin(), token(app, json!({})).await);
    admin.post(TOKENS, json!({})).await.assert(400, json!({"identifier": ["This field is required."]}));
    admin
        .post(TOKENS, json!({"identifier": made["identifier"]}))
        .await
        .assert(400, json!({"identifier": ["Token with this identifier already exists."]}));
    let slug = json!({"identifier": ["Enter a valid \"slug\" consisting of letters, numbers, underscores or hyphens."]});
    admin.post(TOKENS, json!({"identifier": "a b"})).await.assert(400, slug);
    admin
        .post(TOKENS, json!({"identifier": app.name("t"), "intent": "recovery"}))
        .await
        .assert(400, json!({"intent": ["Invalid intent recovery"]}));
    admin
        .post(TOKENS, json!({"identifier": app.name("t"), "intent": "bogus"}))
        .await
        .assert(400, json!({"intent": ["\"bogus\" is not a valid choice."]}));
    admin.get(&format!("{TOKENS}nope/")).await.assert(404, json!({"detail": "No Token matches the given query."}));
}

async fn a_key_is_shown_only_when_asked_for(app: &App) {
    let (admin, made) = (app.admin(), token(app, json!({})).await);
    let key = admin.get(&format!("{}view_key/", path(&made))).await.assert_status(200).str("key");
    assert_eq!((key.len(), key.chars().all(|letter| letter.is_ascii_alphanumeric())), (60, true));
    for shown in [admin.get(&path(&made)).await, admin.get(TOKENS).await, admin.patch(&path(&made), json!({"description": "d"})).await] {
        assert!(!shown.text().contains(&key), "{shown}");
    }
    admin.post(&format!("{}set_key/", path(&made)), json!({"key": "chosen-by-hand"})).await.assert_status(204);
    admin.get(&format!("{}view_key/", path(&made))).await.assert(200, json!({"key": "chosen-by-hand"}));
    admin.post(&format!("{}set_key/", path(&made)), json!({"key": ""})).await.assert_status(400);
}

async fn a_token_stands_for_its_user_until_it_is_deleted(app: &App) {
    let (admin, ada) = (app.admin(), app.user("ada").await);
    assert_eq!(ada.api.get("core/users/me/").await["user"]["pk"], ada.pk);
    let identifier = format!("token-of-{}", ada.username);
    admin.delete(&format!("{TOKENS}{identifier}/")).await.assert_status(204);
    ada.api.get("core/users/me/").await.assert(403, json!({"detail": "Token invalid/expired"}));
}

async fn only_an_api_token_opens_the_api(app: &App) {
    let made = token(app, json!({"intent": "app_password", "expiring": false})).await;
    assert_eq!((&made["expires"], &made["expiring"]), (&json!(null), &json!(false)));
    let key = app.admin().get(&format!("{}view_key/", path(&made))).await.str("key");
    app.with_token(&key).get("core/users/me/").await.assert(403, json!({"detail": "Token invalid/expired"}));
}

async fn the_expiry_of_an_api_token_is_never_the_caller_s_choice(app: &App) {
    let far = "2099-01-01T00:00:00Z";
    let made = token(app, json!({"expires": far})).await;
    assert_ne!(made["expires"], far);
    let patched = app.admin().patch(&path(&made), json!({"expires": far})).await.assert_status(200);
    assert_ne!(patched["expires"], far);
}

async fn the_user_of_a_token_never_changes(app: &App) {
    let (made, ada) = (token(app, json!({})).await, app.user("ada").await);
    let answer = app.admin().patch(&path(&made), json!({"user": ada.pk})).await.assert_status(400);
    assert!(answer.text().contains("User cannot be changed"), "{answer}");
    assert_eq!(app.admin().get(&path(&made)).await["user"], made["user"]);
}

async fn everybody_makes_and_sees_their_own_tokens_only(app: &App) {
    let (ada, foreign) = (app.user("ada").await, token(app, json!({})).await);
    let mine = ada.api.create(TOKENS, json!({"identifier": app.name("mine"), "expiring": false})).await;
    assert_eq!((&mine["user"], &mine["expiring"]), (&json!(ada.pk), &json!(true)));
    let listed = ada.api.get(TOKENS).await.assert_status(200);
    assert!(listed.column("user").iter().all(|user| *user == ada.pk) && listed.count() == 2, "{listed}");
    ada.api.get(&format!("{}view_key/", path(&mine.body))).await.assert_status(200);
    for suffix in ["", "view_key/", "used_by/"] {
        let answer = ada.api.get(&format!("{}{suffix}", path(&foreign))).await;
        assert!([403, 404].contains(&answer.status), "{answer}");
    }
    for answer in [
        ada.api.patch(&path(&foreign), json!({"description": "x"})).await,
        ada.api.delete(&path(&foreign)).await,
        ada.api.post(&format!("{}set_key/", path(&foreign)), json!({"key": "x"})).await,
    ] {
        assert!([403, 404].contains(&answer.status), "{answer}");
    }
    ada.api.delete(&path(&mine.body)).await.assert_status(204);
}

async fn nobody_makes_a_token_for_somebody_else(app: &App) {
    let ada = app.user("ada").await;
    let boss = app.admin().get("core/users/me/").await["user"]["pk"].clone();
    let answer = ada.api.post(TOKENS, json!({"identifier": app.name("t"), "user": boss, "intent": "app_password"})).await;
    assert!(answer.status == 400 || (answer.status == 201 && answer["user"] == ada.pk), "{answer}");
}

async fn the_scheme_is_bearer_in_any_case_and_nothing_else(app: &App) {
    let key = &app.options().token;
    let call = async |header: String| {
        app.anonymous().send(vestibule_tests::Request::new("GET", "core/users/me/").header("Authorization", &header)).await
    };
    for right in ["Bearer", "bearer", "BEARER"] {
        call(format!("{right} {key}")).await.assert_status(200);
    }
    for absent in [format!("Basic {key}"), format!("Token {key}"), key.clone(), String::new()] {
        call(absent).await.assert(403, json!({"detail": "Authentication credentials were not provided."}));
    }
    for wrong in [format!("Bearer  {key}"), format!("Bearer {key}x"), format!("Bearer {}", key.to_uppercase())] {
        call(wrong).await.assert(403, json!({"detail": "Token invalid/expired"}));
    }
    let public = app.anonymous().send(vestibule_tests::Request::new("GET", "root/config/").header("Authorization", "Bearer nope")).await;
    public.assert(403, json!({"detail": "Token invalid/expired"}));
}
