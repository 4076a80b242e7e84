//! Passwords: too weak, stolen, too old, used before.

use serde_json::{Value as Json, json};
use vestibule_tests::App;

use super::{
    common::{bind, enter, flow, on_server, policy, verdict, verdict_about},
    places::{ASKED, server},
};

on_server![
    crate::passwords::server:
    a_password_that_is_easily_guessed_is_refused,
    what_is_known_of_a_person_is_guessed_first,
    a_stolen_password_is_refused_without_telling_it,
    who_cannot_be_asked_decides_nothing,
    an_old_password_stops_working,
    a_policy_that_only_refuses_leaves_the_password_alone,
    the_last_passwords_cannot_be_used_again,
];

fn typed(password: &str) -> Json {
    json!({"prompt_data": {"password": password}})
}

async fn a_password_that_is_easily_guessed_is_refused(app: &App) {
    let made = policy(app, "password", json!({"check_static_rules": false, "check_zxcvbn": true, "zxcvbn_score_threshold": 2})).await;
    let weak = verdict(app, &made, typed("password1")).await;
    assert_eq!((&weak["passing"], &weak["messages"][0]), (&json!(false), &json!("Password is too weak.")), "{weak}");
    assert!(weak["messages"].as_array().unwrap().len() > 1, "and what to do about it: {weak}");
    assert_eq!(verdict(app, &made, typed("eleven purple elephants dance")).await["passing"], true);
    let long = "eleven purple elephants dance".repeat(2000);
    assert_eq!(verdict(app, &made, typed(&long)).await["passing"], true, "only its beginning is looked at");
}

async fn what_is_known_of_a_person_is_guessed_first(app: &App) {
    let name = "xqzvkwjhplmtr";
    let made = policy(app, "password", json!({"check_static_rules": false, "check_zxcvbn": true})).await;
    let user = app.admin().create("core/users/", json!({"username": name, "name": "x"})).await.int("pk");
    assert_eq!(verdict(app, &made, typed(name)).await["passing"], true, "for others it is hard");
    assert_eq!(verdict_about(app, &made, user, typed(name)).await["passing"], false);
    let enrolling = json!({"prompt_data": {"password": name, "username": name}});
    assert_eq!(verdict(app, &made, enrolling).await["passing"], false, "nor may one who enrols choose their name");
    app.admin().delete(&format!("core/users/{user}/")).await.assert_status(204);
}

async fn a_stolen_password_is_refused_without_telling_it(app: &App) {
    let stolen = json!({"check_static_rules": false, "check_have_i_been_pwned": true});
    let made = policy(app, "password", stolen.clone()).await;
    let told = json!({"passing": false, "messages": ["Password exists on 42 online lists."], "log_messages": []});
    assert_eq!(verdict(app, &made, typed("password")).await, told);
    assert_eq!(verdict(app, &made, typed("on no list")).await["passing"], true);
    let mut lenient = stolen;
    lenient["hibp_allowed_count"] = json!(42);
    let lenient = policy(app, "password", lenient).await;
    assert_eq!(verdict(app, &lenient, typed("password")).await["passing"], true);
    let asked = ASKED.lock().unwrap().clone();
    assert!(asked.iter().all(|line| line.len() == "GET /range/5BAA6 HTTP/1.1".len()), "{asked:?}");
}

async fn who_cannot_be_asked_decides_nothing(app: &App) {
    let made = policy(app, "password", json!({"check_static_rules": false, "check_have_i_been_pwned": true})).await;
    let said = verdict(app, &made, typed("abc")).await;
    assert_eq!(said["passing"], false);
    let words = said["messages"][0].as_str().unwrap();
    assert!(words.starts_with("It could not be found out whether the password was stolen"), "{words}");
    assert!(!words.contains("A9993"), "nor is any of it told: {words}");
}

async fn an_old_password_stops_working(app: &App) {
    let (ada, made) = (app.user("ada").await, policy(app, "password_expiry", json!({"days": 0})).await);
    let told = json!({
        "passing": false, "log_messages": [], "messages": ["Password expired 0 days ago. Please update your password."],
    });
    assert_eq!(verdict_about(app, &made, ada.pk, json!({})).await, told);
    let (flow, browser) = (flow(app, json!({})).await, app.logged_in(&ada).await);
    bind(app, &flow, &made, json!({})).await;
    let seen = enter(&browser, &flow).await;
    assert_eq!(seen["error_message"], told["messages"][0], "{seen}");
    let (_, refused) = app.log_in(&ada.username, &ada.password).await;
    assert_eq!(refused["component"], "ak-stage-password", "a trial had left it alone, a visit does not: {refused}");
    let young = policy(app, "password_expiry", json!({"days": 1})).await;
    assert_eq!(verdict_about(app, &young, ada.pk, json!({})).await["passing"], true);
}

async fn a_policy_that_only_refuses_leaves_the_password_alone(app: &App) {
    let (ada, made) = (app.user("ada").await, policy(app, "password_expiry", json!({"days": 0, "deny_only": true})).await);
    let (flow, browser) = (flow(app, json!({})).await, app.logged_in(&ada).await);
    bind(app, &flow, &made, json!({})).await;
    assert_eq!(enter(&browser, &flow).await["error_message"], "Password has expired.");
    let (_, seen) = app.log_in(&ada.username, &ada.password).await;
    assert_eq!(seen["component"], "xak-flow-redirect", "{seen}");
}

async fn the_last_passwords_cannot_be_used_again(app: &App) {
    let (ada, made) = (app.user("ada").await, policy(app, "unique_password", json!({"num_historical_passwords": 2})).await);
    let set = async |password: &str| {
        let path = format!("core/users/{}/set_password/", ada.pk);
        app.admin().post(&path, json!({"password": password})).await.assert_status(204);
    };
    let fresh = async |password: &str| verdict_about(app, &made, ada.pk, typed(password)).await["passing"].clone();
    set("first").await;
    set("second").await;
    assert_eq!((fresh("first").await, fresh("second").await, fresh("third").await), (json!(false), json!(false), json!(true)));
    set("third").await;
    assert_eq!((fresh("first").await, fresh("second").await), (json!(true), json!(false)), "the first is long ago");
    assert_eq!(verdict_about(app, &made, ada.pk, json!({})).await["messages"], json!(["Password not set in context"]));
}
