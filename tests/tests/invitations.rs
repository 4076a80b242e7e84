//! Invitations: issuing them, finding them, mailing them, and using each as often as it may be used.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, Enrolment, NOBODY, each_database, each_database_alone};

each_database![
    an_invitation_needs_only_a_name_and_always_expires,
    an_invitation_carries_data_and_a_flow,
    wrong_values_are_refused,
    invitations_are_found_by_name_flow_and_creator,
    an_expired_invitation_is_still_listed,
    deleting_the_flow_widens_the_invitation_and_deleting_the_creator_takes_it_along,
    an_invitation_is_mailed_to_each_address_with_its_link,
    a_mail_needs_an_address_and_a_flow,
    of_two_browsers_with_one_single_use_invitation_exactly_one_passes,
    an_opened_single_use_invitation_waits_for_its_browser,
    a_cancelled_enrolment_gives_the_invitation_back,
    an_enrolment_that_is_left_for_another_flow_gives_the_invitation_back,
    a_used_single_use_invitation_is_gone,
    an_invitation_for_many_admits_many,
];

each_database_alone![a_crash_locks_nobody_out_of_their_invitation];

const INVITATIONS: &str = "stages/invitation/invitations/";

async fn an_invitation_needs_only_a_name_and_always_expires(app: &App) {
    let (admin, name) = (app.admin(), app.name("invitation"));
    let made = admin.create(INVITATIONS, json!({"name": name})).await;
    assert!(made.str("expires").ends_with('Z'), "{made}");
    assert_eq!(made["created_by"]["username"], "akadmin");
    let expected = json!({"pk": made["pk"], "name": name, "expires": made["expires"], "fixed_data": {}, "created_by": made["created_by"],
                          "single_use": false, "flow": null, "flow_obj": null});
    made.clone().assert(201, expected);
    let again = admin.create(INVITATIONS, json!({"name": name, "expires": null, "created_by": 1, "pk": NOBODY})).await;
    assert!(
        again["expires"].is_string() && again["pk"] != NOBODY,
        "names may repeat, and what is not the caller's to say is ignored: {again}"
    );
    admin.patch(&format!("{INVITATIONS}{}/", made.str("pk")), json!({"expires": null})).await.assert_status(200);
}

async fn an_invitation_carries_data_and_a_flow(app: &App) {
    let (admin, enrolment) = (app.admin(), Enrolment::make(app).await);
    let data = json!({"email": "a@example.com", "attributes": {"k": [1, 2, {"x": null}], "": "ü"}});
    let invitation = json!({"name": app.name("invitation"), "expires": "2030-01-02T05:04:05.123456+02:00", "fixed_data": data, "single_use": true, "flow": enrolment.flow});
    let made = admin.create(INVITATIONS, invitation).await;
    assert_eq!((&made["fixed_data"], &made["single_use"], &made["flow"]), (&data, &json!(true), &json!(enrolment.flow)));
    assert_eq!((&made["expires"], &made["flow_obj"]["slug"]), (&json!("2030-01-02T03:04:05.123456Z"), &json!(enrolment.slug)));
    let path = format!("{INVITATIONS}{}/", made.str("pk"));
    admin.put(&path, json!({"name": "renamed"})).await.assert_status(200);
    let after = admin.get(&path).await.assert_status(200).assert_has("name", json!("renamed"));
    assert_eq!(
        (&after["fixed_data"], &after["single_use"], &after["expires"]),
        (&data, &json!(true), &made["expires"]),
        "what PUT leaves out stays"
    );
}

async fn wrong_values_are_refused(app: &App) {
    let date = "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].";
    let cases = [
        ("name", json!("a b"), "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.".to_owned()),
        ("name", json!(""), "This field may not be blank.".to_owned()),
        ("expires", json!("nope"), date.to_owned()),
        ("expires", json!("2030-13-01T00:00:00Z"), date.to_owned()),
        ("expires", json!(5), date.to_owned()),
        ("fixed_data", json!([]), "Value must be a dictionary, and not have any duplicate keys.".to_owned()),
        ("fixed_data", json!("x"), "Value must be a dictionary, and not have any duplicate keys.".to_owned()),
        ("flow", json!("zz"), "“zz” is not a valid UUID.".to_owned()),
        ("flow", json!(NOBODY), format!("Invalid pk \"{NOBODY}\" - object does not exist.")),
        ("single_use", json!("maybe"), "Must be a valid boolean.".to_owned()),
    ];
    for (field, value, message) in cases {
        let mut invitation = json!({"name": "x"});
        invitation[field] = value;
        app.admin().post(INVITATIONS, invitation).await.assert(400, json!({field: [message]}));
    }
    app.admin().get(&format!("{INVITATIONS}?expires=zz")).await.assert(400, json!({"expires": ["Enter a valid date/time."]}));
}

async fn invitations_are_found_by_name_flow_and_creator(app: &App) {
    let (admin, one, two) = (app.admin(), Enrolment::make(app).await, Enrolment::make(app).await);
    let first = one.invite(app, json!({"expires": "2031-01-01T00:00:00Z"})).await;
    let second = one.invite(app, json!({"expires": "2032-01-01T00:00:00Z"})).await;
    two.invite(app, json!({})).await;
    let found = async |query: &str| admin.get(&format!("{INVITATIONS}?{query}")).await.assert_status(200).column("pk");
    assert_eq!(found(&format!("flow__slug={}", one.slug)).await, [json!(second), json!(first)], "the last to expire comes first");
    assert_eq!(found(&format!("flow__slug={}&ordering=expires", one.slug)).await, [json!(first), json!(second)]);
    assert_eq!(found(&format!("search={}&created_by__username=akadmin&expires=2031-01-01T00:00:00Z", one.slug)).await, [json!(first)]);
    assert_eq!(found(&format!("flow__slug={}&created_by__username=nobody", one.slug)).await, Vec::<Json>::new());
    let name = admin.get(&format!("{INVITATIONS}{first}/")).await.str("name");
    assert_eq!(found(&format!("name={name}")).await, [json!(first)]);
}

async fn an_expired_invitation_is_still_listed(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let expired = enrolment.invite(app, json!({"expires": "2000-01-01"})).await;
    let listed = app.admin().get(&format!("{INVITATIONS}?flow__slug={}", enrolment.slug)).await;
    assert_eq!((listed.column("pk"), listed.column("expires")), (vec![json!(expired)], vec![json!("2000-01-01T00:00:00Z")]));
}

async fn deleting_the_flow_widens_the_invitation_and_deleting_the_creator_takes_it_along(app: &App) {
    let (admin, enrolment, boss) = (app.admin(), Enrolment::make(app).await, app.user("boss").await);
    let group = admin.create("core/groups/", json!({"name": app.name("bosses"), "is_superuser": true, "users": [boss.pk]})).await;
    let made = boss.api.create(INVITATIONS, json!({"name": "x", "flow": enrolment.flow})).await;
    assert_eq!(made["created_by"]["pk"], boss.pk);
    let path = format!("{INVITATIONS}{}/", made.str("pk"));
    admin.delete(&format!("flows/instances/{}/", enrolment.slug)).await.assert_status(204);
    admin.get(&path).await.assert_status(200).assert_has("flow", json!(null));
    admin.delete(&format!("core/groups/{}/", group.str("pk"))).await.assert_status(204);
    admin.delete(&format!("core/users/{}/", boss.pk)).await.assert_status(204);
    admin.get(&path).await.assert(404, json!({"detail": "No Invitation matches the given query."}));
}

async fn an_invitation_is_mailed_to_each_address_with_its_link(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let invitation = enrolment.invite(app, json!({"expires": "2030-01-02T03:04:05Z"})).await;
    let [one, two, copy] = ["one", "two", "copy"].map(|word| format!("{}@example.com", app.name(word)));
    for template in [json!(null), json!("invitation"), json!("email/invitation.html")] {
        let mut order = json!({"email_addresses": [one, two], "cc_addresses": [copy]});
        if !template.is_null() {
            order["template"] = template;
        }
        let sent = app.admin().post(&format!("{INVITATIONS}{invitation}/send_email/"), order).await.assert_status(204);
        assert!(sent.bytes.is_empty());
    }
    let link = format!("{}/if/flow/{}/?itoken={invitation}", app.url(), enrolment.slug);
    for address in [&one, &two] {
        let mails = app.mails_to(address);
        assert_eq!(mails.len(), 3, "one mail per order");
        for mail in mails {
            assert!(mail.text.contains(&link) && mail.text.contains("2 January 2030"), "{}", mail.text);
            assert_eq!(mail.header("Subject"), Some(format!("You have been invited to {}", app.address()).as_str()));
            assert_eq!(mail.header("Cc"), Some(copy.as_str()));
        }
    }
}

async fn a_mail_needs_an_address_and_a_flow(app: &App) {
    let (admin, enrolment) = (app.admin(), Enrolment::make(app).await);
    let path = format!("{INVITATIONS}{}/send_email/", enrolment.invite(app, json!({})).await);
    for nobody in [json!({}), json!({"email_addresses": []})] {
        admin.post(&path, nobody).await.assert(400, json!({"error": "No email addresses provided"}));
    }
    for wrong in [
        json!({"email_addresses": "x"}),
        json!({"email_addresses": [5]}),
        json!({"email_addresses": ["a\r\nBcc: b@example.com"]}),
        json!([]),
    ] {
        let answer = admin.post(&path, wrong).await;
        assert!((400..500).contains(&answer.status), "{answer}");
    }
    let loose = admin.create(INVITATIONS, json!({"name": "x"})).await.str("pk");
    let order = json!({"email_addresses": ["a@example.com"]});
    admin
        .post(&format!("{INVITATIONS}{loose}/send_email/"), order.clone())
        .await
        .assert(400, json!({"error": "Invitation has no associated flow"}));
    admin.post(&format!("{INVITATIONS}{NOBODY}/send_email/"), order.clone()).await.assert_status(404);
    admin.get(&path).await.assert(405, json!({"detail": "Method \"GET\" not allowed."}));
    app.user("ada").await.api.post(&path, order).await.assert_status(403);
}

async fn of_two_browsers_with_one_single_use_invitation_exactly_one_passes(app: &App) {
    let enrolment = Enrolment::make(app).await;
    for _ in 0..5 {
        let invitation = enrolment.invite(app, json!({"single_use": true})).await;
        let (one, two) = (enrolment.open(app, &invitation), enrolment.open(app, &invitation));
        let (first, second) = tokio::join!(one.look(), two.look());
        let mut seen = [first.str("component"), second.str("component")];
        seen.sort();
        assert_eq!(seen, ["ak-stage-access-denied", "ak-stage-prompt"], "{first}\n{second}");
    }
}

async fn an_opened_single_use_invitation_waits_for_its_browser(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let invitation = enrolment.invite(app, json!({"single_use": true})).await;
    let first = enrolment.open(app, &invitation);
    for _ in 0..3 {
        first.look().await.assert_has("component", json!("ak-stage-prompt"));
        enrolment.open(app, &invitation).look().await.assert_has("component", json!("ak-stage-access-denied"));
    }
    app.admin().get(&format!("{INVITATIONS}{invitation}/")).await.assert_status(200);
}

async fn a_cancelled_enrolment_gives_the_invitation_back(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let invitation = enrolment.invite(app, json!({"single_use": true})).await;
    let first = enrolment.open(app, &invitation);
    first.look().await.assert_has("component", json!("ak-stage-prompt"));
    first.browser.get("/flows/-/cancel/").await.assert_status(302);
    let (_, last) = enrolment.enrol(app, &invitation, &app.name("ada")).await;
    last.assert(200, json!({"component": "xak-flow-redirect", "to": "/"}));
}

async fn an_enrolment_that_is_left_for_another_flow_gives_the_invitation_back(app: &App) {
    let enrolment = Enrolment::make(app).await;
    for other in ["/api/v3/flows/executor/default-authentication-flow/", "/flows/-/default/authentication/"] {
        let invitation = enrolment.invite(app, json!({"single_use": true})).await;
        let (first, second) = (enrolment.open(app, &invitation), enrolment.open(app, &invitation));
        first.look().await.assert_has("component", json!("ak-stage-prompt"));
        second.look().await.assert_has("component", json!("ak-stage-access-denied"));
        first.browser.get(other).await;
        second.look().await.assert_has("component", json!("ak-stage-prompt"));
        first.look().await.assert_has("component", json!("ak-stage-access-denied"));
    }
}

async fn a_crash_locks_nobody_out_of_their_invitation(app: &App) {
    let enrolment = Enrolment::make(app).await;
    for _ in 0..4 {
        let invitation = enrolment.invite(app, json!({"single_use": true})).await;
        let visitor = enrolment.open(app, &invitation);
        visitor.look().await.assert_has("component", json!("ak-stage-prompt"));
        app.kill_and_restart();
        let back = enrolment.open(app, &invitation);
        back.browser.set_cookie("authentik_session", &visitor.browser.cookie("authentik_session").unwrap());
        // Whether the crash took the session along or not.
        back.look().await.assert_has("component", json!("ak-stage-prompt"));
    }
}

async fn a_used_single_use_invitation_is_gone(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let invitation = enrolment.invite(app, json!({"single_use": true})).await;
    let (_, last) = enrolment.enrol(app, &invitation, &app.name("ada")).await;
    last.assert(200, json!({"component": "xak-flow-redirect", "to": "/"}));
    app.admin().get(&format!("{INVITATIONS}{invitation}/")).await.assert_status(404);
    enrolment.open(app, &invitation).look().await.assert_has("error_message", json!("Invalid invite/invite not found"));
}

async fn an_invitation_for_many_admits_many(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let invitation = enrolment.invite(app, json!({})).await;
    for _ in 0..3 {
        let (_, last) = enrolment.enrol(app, &invitation, &app.name("ada")).await;
        last.assert(200, json!({"component": "xak-flow-redirect", "to": "/"}));
    }
    app.admin().get(&format!("{INVITATIONS}{invitation}/")).await.assert_status(200);
}
