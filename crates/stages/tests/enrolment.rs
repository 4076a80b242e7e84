//! An invited person enrols.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::collections::BTreeSet;

use common::{
    Server,
    enrolment::{PASSED, REFUSED, enrolment, exists, invite, person},
    refusal, text,
};
use serde_json::{Value as Json, json};

#[tokio::test]
async fn an_invited_person_is_written_and_logged_in() {
    let server = Server::new().await;
    let flow = enrolment(&server).await;
    let fixed = json!({ "email": "fixed@example.com", "attributes": { "dept": "eng" }, "is_superuser": true });
    let link = format!("enrol?itoken={}", invite(&server, json!({ "flow": flow, "fixed_data": fixed })).await);
    let browser = server.browser();
    assert_eq!(browser.get(&link).await.0, 302);
    let shown = browser.follow(&link).await;
    assert_eq!(shown["component"], "ak-stage-prompt");
    assert_eq!(shown["fields"][2]["initial_value"], "fixed@example.com");

    let wrong = browser.answer(&link, json!({})).await;
    let missing: BTreeSet<&String> = wrong["response_errors"].as_object().unwrap().keys().collect();
    assert_eq!(missing, BTreeSet::from([&"name".to_owned(), &"password".into(), &"password_repeat".into(), &"username".into()]));
    let mut taken = person("akadmin");
    taken["email"] = "nope".into();
    let wrong = browser.answer(&link, taken).await;
    let told = json!({ "username": [{ "string": "Username is already taken.", "code": "invalid" }],
                       "email": [{ "string": "Enter a valid email address.", "code": "invalid" }] });
    assert_eq!(wrong["response_errors"], told);
    let mut typo = person("ada");
    typo["password_repeat"] = "other".into();
    let wrong = browser.answer(&link, typo).await;
    assert_eq!(wrong["response_errors"], json!({ "non_field_errors": [{ "string": "Passwords don't match.", "code": "invalid" }] }));

    let end = browser.answer(&link, person("ada")).await;
    assert_eq!(end, json!({ "component": PASSED, "to": "/" }));
    let user = server.find("ada").await.unwrap();
    assert_eq!((user.text("email"), user.text("path"), user.text("type")), ("ada@example.com", "users/enrolled", "internal"));
    assert_eq!(user.json("attributes"), &json!({ "dept": "eng" }));
    assert!(user.time("last_login").is_some());
    assert_eq!(browser.who().await, user.key().as_int());
    assert!(vestibule_core::users::is_superuser(&server.store, user.key().as_int().unwrap()).await.is_ok_and(|yes| !yes));
    let events = server.events().await;
    for action in ["invitation_used", "user_write", "login"] {
        assert!(events.iter().any(|event| event == action), "{action} is missing from {events:?}");
    }
    let kept = Json::Object(browser.session().await.data().clone()).to_string();
    assert!(!kept.contains("\"authentik/flows/plan\""), "the plan goes with the end of the flow: {kept}");
    assert!(!kept.contains("Secret-1!"), "no password stays behind: {kept}");
}

#[tokio::test]
async fn nobody_enters_without_a_good_invitation() {
    let server = Server::new().await;
    let flow = enrolment(&server).await;
    let other = server.flow("other", "enrollment", &[("deny", json!({}))]).await;
    let expired = invite(&server, json!({ "expires": "2029-12-31T23:59:59Z" })).await;
    let foreign = invite(&server, json!({ "flow": other })).await;
    let soon = invite(&server, json!({ "expires": "2030-01-01T00:01:00Z", "flow": flow })).await;
    let unknown = "00000000-0000-4000-8000-000000000000";
    for query in
        ["", "itoken=", "itoken=zz", &format!("itoken={unknown}"), &format!("itoken={expired}"), &format!("itoken={foreign}"), "itoken=%00"]
    {
        let shown = server.browser().follow(&format!("enrol?{query}")).await;
        assert_eq!(refusal(&shown), REFUSED, "{query}");
    }
    server.wait(2);
    assert_eq!(refusal(&server.browser().follow(&format!("enrol?itoken={soon}")).await), REFUSED);
    assert!(!server.events().await.contains(&"invitation_used".to_owned()));
}

#[tokio::test]
async fn an_invitation_may_be_spelled_without_hyphens_and_called_token() {
    let server = Server::new().await;
    enrolment(&server).await;
    let invitation = invite(&server, json!({})).await;
    for query in [format!("itoken={}", invitation.replace('-', "").to_uppercase()), format!("token={invitation}")] {
        assert_eq!(server.browser().follow(&format!("enrol?{query}")).await["component"], "ak-stage-prompt", "{query}");
    }
}

#[tokio::test]
async fn a_flow_may_go_on_without_an_invitation() {
    let server = Server::new().await;
    server
        .flow("open", "enrollment", &[("invitation/stages", json!({ "continue_flow_without_invitation": true })), ("dummy", json!({}))])
        .await;
    for query in ["", "itoken=zz"] {
        assert_eq!(server.browser().follow(&format!("open?{query}")).await["component"], "ak-stage-dummy");
    }
}

#[tokio::test]
async fn an_invitation_may_come_from_a_prompt() {
    let server = Server::new().await;
    let ask = server.prompt("token", "text", json!({})).await;
    let stages = [("prompt/stages", json!({ "fields": [ask] })), ("invitation/stages", json!({})), ("dummy", json!({}))];
    server.flow("typed", "enrollment", &stages).await;
    let invitation = invite(&server, json!({ "single_use": true })).await;
    let browser = server.browser();
    browser.follow("typed").await;
    assert_eq!(browser.answer("typed", json!({ "token": invitation })).await["component"], "ak-stage-dummy");
    assert!(!exists(&server, &invitation).await, "no later stage would use it up, so it is used up at once");
}

#[tokio::test]
async fn invitations_always_end_and_belong_to_their_maker() {
    let server = Server::new().await;
    let made =
        server.make("stages/invitation/invitations/", json!({ "name": "a", "expires": null, "created_by": 77, "fixed_data": {} })).await;
    assert_eq!(made["expires"], "2030-01-02T00:00:00Z");
    assert_eq!((&made["created_by"]["username"], &made["flow"], &made["flow_obj"]), (&json!("akadmin"), &json!(null), &json!(null)));
    let address = format!("stages/invitation/invitations/{}/", text(&made["pk"]));
    server.wait(60);
    let (_, patched) = server.ask("PATCH", &address, json!({ "expires": null })).await;
    assert_eq!(patched["expires"], "2030-01-02T01:00:00Z");
    let (_, kept) = server.ask("PUT", &address, json!({ "name": "b" })).await;
    assert_eq!((&kept["expires"], &kept["name"]), (&json!("2030-01-02T01:00:00Z"), &json!("b")));
    let keys: Vec<&String> = kept.as_object().unwrap().keys().collect();
    assert_eq!(keys, ["pk", "name", "expires", "fixed_data", "created_by", "single_use", "flow", "flow_obj"]);
    let (status, wrong) =
        server.ask("POST", "stages/invitation/invitations/", json!({ "name": "a b", "fixed_data": [], "expires": "x" })).await;
    assert_eq!((status, wrong.as_object().unwrap().len()), (400, 3), "{wrong}");
}

#[tokio::test]
async fn invitations_are_found_by_flow_and_maker_also_when_they_have_expired() {
    let server = Server::new().await;
    let flow = enrolment(&server).await;
    invite(&server, json!({ "name": "bound", "flow": flow, "expires": "2029-01-01T00:00:00Z" })).await;
    invite(&server, json!({ "name": "free" })).await;
    for (query, wanted) in [
        ("flow__slug=enrol", 1),
        ("flow__slug=nope", 0),
        ("created_by__username=akadmin", 2),
        ("name=free", 1),
        ("search=bound", 1),
        ("expires=2029-01-01T00:00:00Z", 1),
    ] {
        let (_, list) = server.ask("GET", &format!("stages/invitation/invitations/?{query}"), Json::Null).await;
        assert_eq!(list["pagination"]["count"], wanted, "{query}: {list}");
    }
    let (_, list) = server.ask("GET", "stages/invitation/stages/?no_flows=true", Json::Null).await;
    assert_eq!(list["pagination"]["count"], 0);
}

#[tokio::test]
async fn an_invitation_is_mailed_with_its_link() {
    let server = Server::new().await;
    let flow = enrolment(&server).await;
    let bound = invite(&server, json!({ "flow": flow })).await;
    let free = invite(&server, json!({})).await;
    let send = async |invitation: &str, body: Json| {
        server.ask("POST", &format!("stages/invitation/invitations/{invitation}/send_email/"), body).await
    };
    let to = json!({ "email_addresses": ["a@example.com", "b@example.com"], "cc_addresses": ["c@example.com"] });
    assert_eq!(send(&free, json!({})).await, (400, json!({ "error": "No email addresses provided" })));
    assert_eq!(send(&free, to.clone()).await, (400, json!({ "error": "Invitation has no associated flow" })));
    let unknown = json!({ "email_addresses": ["a@example.com"], "template": "nope" });
    assert_eq!(send(&bound, unknown).await, (400, json!({ "template": ["Invalid template 'nope' specified."] })));
    assert_eq!(send(&bound, to).await, (204, Json::Null));
    let letters: Vec<String> = std::fs::read_dir(server.folder.path().join("mail"))
        .unwrap()
        .map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap().replace("=\r\n", "").replace("=3D", "="))
        .filter(|letter| letter.contains("To: "))
        .collect();
    assert_eq!(letters.len(), 2);
    for letter in letters {
        assert!(letter.contains(&format!("https://id.example.com/if/flow/enrol/?itoken={bound}")), "{letter}");
        assert!(letter.contains("Subject: You have been invited to id.example.com") && letter.contains("Cc: c@example.com"), "{letter}");
    }
    assert_eq!(server.events().await.iter().filter(|event| *event == "email_sent").count(), 2);
}
