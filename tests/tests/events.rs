//! Events, the rules and transports that tell of them, and what people were told.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, each_database};

each_database![
    an_event_is_told_through_the_api,
    a_wrong_event_is_refused,
    events_are_found_by_what_they_are_about,
    the_volume_of_events_is_counted_by_action_and_time,
    applications_are_counted_with_the_people_who_entered_them,
    events_of_the_last_hours_are_counted,
    exports_are_told_to_be_impossible,
    a_rule_names_its_transports_and_its_group,
    a_webhook_needs_an_address,
    a_transport_is_tried_by_mail,
    a_transport_is_tried_by_a_notification_that_its_reader_marks,
    a_notification_belongs_to_one_person,
    webhooks_cannot_be_called_yet,
    the_unprivileged_see_no_event,
    who_may_see_events_gets_figures_and_who_may_add_them_does,
];

const EVENTS: &str = "events/events/";
const TRANSPORTS: &str = "events/transports/";

/// Tells an event about an application of that name.
async fn told(app: &App, area: &str, user: i64, application: Json) -> Json {
    let body = json!({"action": "authorize_application", "app": area, "user": {"pk": user, "username": format!("user-{user}")},
                      "context": {"authorized_application": application}, "client_ip": "192.0.2.7"});
    app.admin().create(EVENTS, body).await.body
}

async fn transport(app: &App, more: Json) -> Json {
    let mut body = json!({"name": app.name("transport")});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.admin().create(TRANSPORTS, body).await.body
}

fn test_of(transport: &Json) -> String {
    format!("{TRANSPORTS}{}/test/", transport["pk"].as_str().unwrap())
}

async fn an_event_is_told_through_the_api(app: &App) {
    let (admin, area) = (app.admin(), app.name("area"));
    let made = admin.create(EVENTS, json!({"action": "login", "app": area})).await;
    let expected = json!({"pk": made["pk"], "user": {}, "action": "login", "app": area, "context": {}, "client_ip": null,
                          "created": made["created"], "expires": made["expires"], "brand": made["brand"]});
    assert_eq!(made.body, expected);
    assert!(made["expires"].is_string() && made["brand"].is_object(), "{made}");
    let path = format!("{EVENTS}{}/", made.str("pk"));
    admin.patch(&path, json!({"context": {"a": 1}})).await.assert_has("context", json!({"a": 1}));
    admin.put(&path, json!({"action": "logout", "app": area})).await.assert_has("context", json!({"a": 1}));
    admin.delete(&path).await.assert_status(204);
}

async fn a_wrong_event_is_refused(app: &App) {
    let admin = app.admin();
    let required = json!(["This field is required."]);
    admin.post(EVENTS, json!({})).await.assert(400, json!({"action": required, "app": required}));
    let wrong = json!({"action": "bogus", "app": "a", "client_ip": "nowhere", "expires": null, "user": 5});
    admin.post(EVENTS, wrong).await.assert(
        400,
        json!({"user": ["Value must be a dictionary, and not have any duplicate keys."], "action": ["\"bogus\" is not a valid choice."],
               "client_ip": ["Enter a valid IPv4 or IPv6 address."], "expires": ["This field may not be null."]}),
    );
}

async fn events_are_found_by_what_they_are_about(app: &App) {
    let (admin, area) = (app.admin(), app.name("area"));
    let pk = "0f3c1a52b1d94a30a5b07d6d0c1f2e33";
    let context = json!({"model": {"app": "authentik_core", "model_name": "user", "pk": 7}, "authorized_application": {"pk": pk},
                         "username": area, "device": {"pk": pk}});
    let body = json!({"action": "login", "app": area, "context": context, "client_ip": "2001:db8::1", "brand": {"name": area},
                      "user": {"username": format!("{area}-user")}});
    admin.create(EVENTS, body).await;
    let dashed = "0f3c1a52-b1d9-4a30-a5b0-7d6d0c1f2e33";
    for (filter, count) in [
        ("action=LOG", 1),
        ("action=model", 0),
        ("actions=login&actions=logout", 1),
        ("actions=logout", 0),
        ("client_ip=2001:db8::1", 1),
        ("context_model_app=authentik_core", 1),
        ("context_model_name=user", 1),
        ("context_model_name=group", 0),
        ("context_model_pk=7", 1),
        ("context_model_pk=8", 0),
        (&format!("context_authorized_app={dashed}"), 1),
        (&format!("context_device={dashed}"), 1),
        (&format!("brand_name={area}"), 1),
        (&format!("username={area}"), 1),
        (&format!("username={area}-user"), 1),
        ("username=nobody", 0),
    ] {
        assert_eq!(admin.get(&format!("{EVENTS}?search={area}&{filter}")).await.count(), count, "{filter}");
    }
    let wrong = json!({"actions": ["Select a valid choice. x is not one of the available choices."]});
    admin.get(&format!("{EVENTS}?actions=x")).await.assert(400, wrong);
    let kinds = admin.get(&format!("{EVENTS}actions/")).await;
    assert_eq!(kinds.body.as_array().unwrap().len(), 38);
}

async fn the_volume_of_events_is_counted_by_action_and_time(app: &App) {
    let (admin, area) = (app.admin(), app.name("area"));
    for user in [1, 2, 2] {
        told(app, &area, user, json!(null)).await;
    }
    let lines = admin.get(&format!("{EVENTS}volume/?search={area}&history_days=1")).await.assert_status(200).body;
    let count: i64 = lines.as_array().unwrap().iter().map(|line| line["count"].as_i64().unwrap()).sum();
    assert_eq!((count, &lines[0]["action"]), (3, &json!("authorize_application")), "{lines}");
    assert!(lines[0]["time"].as_str().unwrap().ends_with(":00:00Z"), "{lines}");
    for (days, message) in [("61", "Ensure this value is less than or equal to 60."), ("x", "A valid integer is required.")] {
        admin.get(&format!("{EVENTS}volume/?history_days={days}")).await.assert(400, json!({"history_days": [message]}));
    }
}

async fn applications_are_counted_with_the_people_who_entered_them(app: &App) {
    let area = app.name("area");
    let (wiki, mail) = (json!({"name": "wiki", "pk": area}), json!({"name": "mail", "pk": area}));
    for (user, application) in [(1, &wiki), (1, &mail), (2, &mail), (2, &mail), (3, &json!(null))] {
        told(app, &area, user, application.clone()).await;
    }
    let path = format!("{EVENTS}top_per_user/?search={area}&action=authorize_application");
    let first = json!({"application": mail, "counted_events": 3, "unique_users": 2});
    let second = json!({"application": wiki, "counted_events": 1, "unique_users": 1});
    app.admin().get(&path).await.assert(200, json!([first, second]));
    app.admin().get(&format!("{path}&top_n=1")).await.assert(200, json!([first]));
}

async fn events_of_the_last_hours_are_counted(app: &App) {
    let (admin, area) = (app.admin(), app.name("area"));
    for user in [1, 2, 2] {
        told(app, &area, user, json!(null)).await;
    }
    let path = format!("{EVENTS}stats/?search={area}");
    let counts = json!({"hours=1": 3, "days=7": 3});
    admin
        .get(&format!("{path}&count_steps=hours%3D1&count_steps=days%3D7"))
        .await
        .assert(200, json!({"unique_users": 2, "count_step": counts}));
    admin.get(&path).await.assert(400, json!({"count_steps": ["This field is required."]}));
    admin.get(&format!("{path}&count_steps=soon")).await.assert_status(400);
}

async fn exports_are_told_to_be_impossible(app: &App) {
    let told = app.admin().post(&format!("{EVENTS}export/"), json!({})).await;
    told.assert(400, json!({"non_field_errors": ["Exports are not available."]}));
}

async fn a_rule_names_its_transports_and_its_group(app: &App) {
    let (admin, way) = (app.admin(), transport(app, json!({})).await);
    let group = admin.create("core/groups/", json!({"name": app.name("watchers")})).await;
    let made =
        admin.create("events/rules/", json!({"name": app.name("rule"), "transports": [way["pk"]], "destination_group": group["pk"]})).await;
    assert_eq!((&made["severity"], &made["destination_event_user"]), (&json!("notice"), &json!(false)));
    assert_eq!((&made["destination_group_obj"]["name"], &made["policy_engine_mode"]), (&group["name"], &json!(null)));
    let policy = admin.create("policies/dummy/", json!({"name": app.name("policy")})).await;
    admin.create("policies/bindings/", json!({"target": made["pk"], "policy": policy["pk"], "order": 0})).await;
    let path = format!("events/rules/{}/", made.str("pk"));
    admin.put(&path, json!({"name": made["name"]})).await.assert_has("transports", json!([way["pk"]]));
    admin.delete(&format!("{TRANSPORTS}{}/", way["pk"].as_str().unwrap())).await.assert_status(204);
    admin.get(&path).await.assert_has("transports", json!([]));
    admin.delete(&path).await.assert_status(204);
}

async fn a_webhook_needs_an_address(app: &App) {
    let told = json!({"webhook_url": ["A webhook needs an address to call."]});
    app.admin().post(TRANSPORTS, json!({"name": app.name("t"), "mode": "webhook"})).await.assert(400, told.clone());
    let made = transport(app, json!({})).await;
    assert_eq!((&made["mode"], &made["email_subject_prefix"]), (&json!("local"), &json!("authentik Notification: ")));
    app.admin().patch(&format!("{TRANSPORTS}{}/", made["pk"].as_str().unwrap()), json!({"mode": "webhook_slack"})).await.assert(400, told);
}

async fn a_transport_is_tried_by_mail(app: &App) {
    let (admin, way) = (app.admin(), transport(app, json!({"mode": "email", "email_subject_prefix": "Alarm:"})).await);
    let me = admin.get("core/users/me/").await["user"].clone();
    let account = format!("core/users/{}/", me["pk"]);
    let address = format!("{}@example.com", app.name("root"));
    admin.patch(&account, json!({"email": address})).await.assert_status(200);
    let told = admin.post(&test_of(&way), json!({})).await.assert_status(200);
    assert_eq!(told["messages"], json!([format!("A mail was sent to {address}.")]));
    assert_eq!(app.mails_to(&address).first().and_then(|mail| mail.header("Subject").map(str::to_owned)).as_deref(), Some("Alarm: Test"));
    admin.patch(&account, json!({"email": ""})).await.assert_status(200);
    admin.post(&test_of(&way), json!({})).await.assert_status(400);
}

async fn a_transport_is_tried_by_a_notification_that_its_reader_marks(app: &App) {
    let (admin, way) = (app.admin(), transport(app, json!({})).await);
    admin.post(&test_of(&way), json!({})).await.assert_status(200);
    let body = format!("Test of the notification transport {}", way["name"].as_str().unwrap());
    let list = format!("events/notifications/?body={}", body.replace(' ', "%20"));
    let shown = admin.get(&list).await;
    assert_eq!((shown.count(), &shown["results"][0]["seen"], &shown["results"][0]["severity"]), (1, &json!(false), &json!("notice")));
    let path = format!("events/notifications/{}/", shown["results"][0]["pk"].as_str().unwrap());
    admin.patch(&path, json!({"seen": true, "body": "mine"})).await.assert_has("body", json!(body));
    assert_eq!(admin.get(&format!("{list}&seen=false")).await.count(), 0);
    admin.post(&test_of(&way), json!({})).await.assert_status(200);
    admin.post("events/notifications/mark_all_seen/", json!({})).await.assert_status(204);
    assert_eq!(admin.get(&format!("{list}&seen=true")).await.count(), 2);
    admin.delete(&path).await.assert_status(204);
    admin.post("events/notifications/", json!({"body": "x"})).await.assert_status(405);
}

async fn a_notification_belongs_to_one_person(app: &App) {
    let (admin, ada, way) = (app.admin(), app.user("ada").await, transport(app, json!({})).await);
    admin.post(&test_of(&way), json!({})).await.assert_status(200);
    let list = ada.api.get("events/notifications/").await.assert_status(200);
    assert_eq!(list.count(), 0);
    let other = admin.get("events/notifications/").await["results"][0]["pk"].as_str().unwrap().to_owned();
    ada.api.get(&format!("events/notifications/{other}/")).await.assert_status(404);
    ada.api.post("events/notifications/mark_all_seen/", json!({})).await.assert_status(204);
}

async fn webhooks_cannot_be_called_yet(app: &App) {
    let way = transport(app, json!({"mode": "webhook", "webhook_url": "http://localhost:1/"})).await;
    assert_eq!(way["mode_verbose"], json!("Generic Webhook"));
    app.admin().post(&test_of(&way), json!({})).await.assert(400, json!({"non_field_errors": ["Webhooks cannot be called yet."]}));
}

async fn the_unprivileged_see_no_event(app: &App) {
    let ada = app.user("ada").await;
    for path in ["", "volume/", "top_per_user/", "stats/?count_steps=hours%3D1"] {
        ada.api.get(&format!("{EVENTS}{path}")).await.assert_status(403);
    }
    ada.api.post(EVENTS, json!({"action": "login", "app": "a"})).await.assert_status(403);
    ada.api.post(&format!("{EVENTS}export/"), json!({})).await.assert_status(403);
}

async fn who_may_see_events_gets_figures_and_who_may_add_them_does(app: &App) {
    let reader = app.holder("reader", &["authentik_events.view_event"]).await.user.api;
    for path in ["", "volume/", "top_per_user/", "stats/?count_steps=hours%3D1"] {
        reader.get(&format!("{EVENTS}{path}")).await.assert_status(200);
    }
    let body = json!({"action": "login", "app": app.name("area")});
    reader.post(EVENTS, body.clone()).await.assert_status(403);
    let writer = app.holder("writer", &["authentik_events.add_event"]).await.user.api;
    writer.create(EVENTS, body).await;
    writer.get(EVENTS).await.assert_status(403);
    let way = transport(app, json!({})).await;
    let watcher = app.holder("watcher", &["authentik_events.view_notificationtransport"]).await.user.api;
    watcher.post(&test_of(&way), json!({})).await.assert_status(403);
}
