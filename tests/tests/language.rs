//! Searching events, users and groups in the language of searches.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, each_database};

each_database![
    events_are_found_by_what_their_members_say,
    users_and_groups_are_found_by_their_fields,
    a_text_that_is_not_of_the_language_is_searched_for_as_it_stands,
    nothing_is_found_out_that_the_caller_does_not_see,
];

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

/// Names of what is found, sorted.
async fn found(app: &App, path: &str, column: &str, text: &str) -> Vec<Json> {
    let answer = app.admin().get(&format!("{path}?page_size=100&search={}", encoded(text))).await.assert_status(200);
    let mut names = answer.column(column);
    names.sort_by_key(Json::to_string);
    names
}

async fn events_are_found_by_what_their_members_say(app: &App) {
    let area = app.name("area");
    for (action, number, name) in [("login", 1, json!("Ada")), ("logout", 2, json!("bob")), ("login_failed", 3, json!(null))] {
        let body = json!({"action": action, "app": area, "client_ip": "192.0.2.7", "user": {"pk": number, "username": name},
                          "context": {"deep": {"number": number, "flag": number == 1}, "half": 0.5}});
        app.admin().create("events/events/", body).await;
    }
    for (text, expected) in [
        (r#"user.username = "Ada""#, vec!["login"]),
        (r#"user.username != "Ada""#, vec!["login_failed", "logout"]),
        (r#"user.username ~ "AD" or user.username endswith "OB""#, vec!["login", "logout"]),
        (r#"user.username startswith "B""#, vec!["logout"]),
        (r#"user.username endswith "OB""#, vec!["logout"]),
        ("user.username = None", vec!["login_failed"]),
        ("context.deep.number >= 2 and context.deep.number < 3", vec!["logout"]),
        ("context.deep.number in (1, 3, None)", vec!["login", "login_failed"]),
        ("context.deep.flag = True and context.half = 0.5", vec!["login"]),
        (r#"not_there = None"#, vec![]),
        (r#"context.not_there = None and client_ip = "192.0.2.7""#, vec!["login", "login_failed", "logout"]),
        (r#"created > "2026-01-01" and created !~ "1999" and action not in ("login", "logout")"#, vec!["login_failed"]),
        (r#"created < "2001-01-01""#, vec![]),
        (r#"created = "soon""#, vec![]),
    ] {
        let names = found(app, "events/events/", "action", &format!(r#"app = "{area}" and ({text})"#)).await;
        assert_eq!(names, expected, "{text}");
    }
}

async fn users_and_groups_are_found_by_their_fields(app: &App) {
    let (ada, bob) = (app.user("ada").await, app.user("bob").await);
    app.admin().patch(&format!("core/users/{}/", ada.pk), json!({"attributes": {"team": "blue"}})).await.assert_status(200);
    let text = format!(r#"pk in ({}, {}) and attributes.team = "blue" and is_active = True"#, ada.pk, bob.pk);
    assert_eq!(found(app, "core/users/", "username", &text).await, [json!(ada.username)]);
    let text = format!(r#"username = "{}" and attributes.team = None and last_login = None"#, bob.username);
    assert_eq!(found(app, "core/users/", "username", &text).await, [json!(bob.username)]);
    let name = app.name("group");
    app.admin().create("core/groups/", json!({"name": name, "is_superuser": false})).await;
    assert_eq!(found(app, "core/groups/", "name", &format!(r#"name = "{name}" and is_superuser != True"#)).await, [json!(name)]);
    assert_eq!(found(app, "core/groups/", "name", &format!(r#"name = "{name}" and is_superuser = True"#)).await, Vec::<Json>::new());
}

async fn a_text_that_is_not_of_the_language_is_searched_for_as_it_stands(app: &App) {
    let name = format!(r#"{} = "x""#, app.name("odd"));
    app.admin().create("core/groups/", json!({"name": name})).await;
    assert_eq!(found(app, "core/groups/", "name", &name).await, [json!(name)]);
    let slug = app.name("plain");
    app.admin().create("core/applications/", json!({"name": slug, "slug": slug})).await;
    assert_eq!(found(app, "core/applications/", "slug", &format!(r#"slug = "{slug}""#)).await, Vec::<Json>::new());
}

async fn nothing_is_found_out_that_the_caller_does_not_see(app: &App) {
    let ada = app.user("ada").await;
    for text in [r#"password ~ "$""#, "password != None", "groups.name = None", "groups = None", "nothing = None"] {
        let text = format!(r#"username = "{}" and {text}"#, ada.username);
        assert_eq!(found(app, "core/users/", "username", &text).await, Vec::<Json>::new(), "{text}");
    }
    let own = app.user("own").await;
    own.api.get(&format!("core/users/?search={}", encoded("pk > 0"))).await.assert_status(403);
}
