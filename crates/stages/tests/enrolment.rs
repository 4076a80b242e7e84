//! An invited person enrols.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod common;

use std::collections::BTreeSet;

use common::{Server, refusal, text};
use serde_json::{Value as Json, json};

const REFUSED: &str = "Invalid invite/invite not found";
const PASSED: &str = "xak-flow-redirect";

/// A flow that asks for an invitation, asks questions, writes the user and logs them in.
async fn enrolment(server: &Server) -> String {
    let prompts = server.person_prompts().await;
    let stages = [
        ("invitation/stages", json!({})),
        ("prompt/stages", json!({ "fields": prompts })),
        ("user_write", json!({ "user_creation_mode": "always_create", "user_type": "internal", "user_path_template": "users/enrolled" })),
        ("user_login", json!({})),
    ];
    server.flow("enrol", "enrollment", &stages).await
}

async fn invite(server: &Server, body: Json) -> String {
    let mut whole = json!({ "name": "invitation" });
    whole.as_object_mut().unwrap().extend(body.as_object().unwrap().clone());
    text(&server.make("stages/invitation/invitations/", whole).await["pk"])
}

fn person(name: &str) -> Json {
    let email = format!("{name}@example.com");
    let password = "Secret-1!";
    json!({ "component": "ak-stage-prompt", "username": name, "name": name, "email": email, "password": password, "password_repeat": password })
}

async fn exists(server: &Server, invitation: &str) -> bool {
    server.ask("GET", &format!("stages/invitation/invitations/{invitation}/"), Json::Null).await.0 == 200
}

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
async fn a_single_use_invitation_is_reserved_when_opened_and_used_up_when_the_user_is_written() {
    let server = Server::new().await;
    enrolment(&server).await;
    let invitation = invite(&server, json!({ "single_use": true })).await;
    let link = format!("enrol?itoken={invitation}");
    let (ada, eve) = (server.browser(), server.browser());
    assert_eq!(ada.follow(&link).await["component"], "ak-stage-prompt");
    assert!(exists(&server, &invitation).await, "opening does not burn it");
    assert_eq!(refusal(&eve.follow(&link).await), REFUSED);
    assert_eq!(ada.follow(&link).await["component"], "ak-stage-prompt", "the one who opened it may look again");
    assert_eq!(ada.answer(&link, person("ada")).await["component"], PASSED);
    assert!(!exists(&server, &invitation).await);
    assert_eq!(refusal(&eve.follow(&link).await), REFUSED);
    assert!(server.find("ada").await.is_some());
}

#[tokio::test]
async fn a_reservation_is_released_when_the_enrolment_is_given_up() {
    let server = Server::new().await;
    enrolment(&server).await;
    let link = format!("enrol?itoken={}", invite(&server, json!({ "single_use": true })).await);
    let (ada, eve) = (server.browser(), server.browser());
    ada.follow(&link).await;
    server.wait(29);
    assert_eq!(refusal(&eve.follow(&link).await), REFUSED);
    server.wait(1);
    assert_eq!(eve.follow(&link).await["component"], "ak-stage-prompt");
    // Ada comes back too late: the invitation is Eve's now.
    assert_eq!(refusal(&ada.answer(&link, person("ada")).await), REFUSED);
    assert!(server.find("ada").await.is_none(), "nothing half-written");
    assert_eq!(eve.answer(&link, person("eve")).await["component"], PASSED);
}

#[tokio::test]
async fn a_reservation_is_released_when_the_visitor_enters_another_flow() {
    let server = Server::new().await;
    enrolment(&server).await;
    server.flow("other", "enrollment", &[("dummy", json!({}))]).await;
    let link = format!("enrol?itoken={}", invite(&server, json!({ "single_use": true })).await);
    let (ada, eve) = (server.browser(), server.browser());
    ada.follow(&link).await;
    ada.follow("other").await;
    assert_eq!(eve.follow(&link).await["component"], "ak-stage-prompt");
    assert_eq!(refusal(&ada.follow(&link).await), REFUSED, "it is Eve's now");
    assert_eq!(eve.answer(&link, person("eve")).await["component"], PASSED);
}

#[tokio::test]
async fn a_reservation_is_released_when_the_visitor_is_turned_away() {
    let server = Server::new().await;
    let stages = [("invitation/stages", json!({})), ("deny", json!({})), ("user_login", json!({}))];
    server.flow("shut", "enrollment", &stages).await;
    enrolment(&server).await;
    let invitation = invite(&server, json!({ "single_use": true, "flow": null })).await;
    let (ada, eve) = (server.browser(), server.browser());
    assert_eq!(ada.follow(&format!("shut?itoken={invitation}")).await["component"], "ak-stage-access-denied");
    assert_eq!(eve.follow(&format!("enrol?itoken={invitation}")).await["component"], "ak-stage-prompt");
}

#[tokio::test]
async fn a_reservation_is_released_when_the_session_that_held_it_is_gone() {
    let server = Server::new().await;
    enrolment(&server).await;
    let link = format!("enrol?itoken={}", invite(&server, json!({ "single_use": true })).await);
    let (ada, eve) = (server.browser(), server.browser());
    ada.follow(&link).await;
    server.lose_sessions().await;
    assert_eq!(refusal(&eve.follow(&link).await), REFUSED, "the request that opened it might still be under way");
    server.wait(2);
    assert_eq!(eve.follow(&link).await["component"], "ak-stage-prompt");
    assert_eq!(refusal(&ada.follow(&link).await), REFUSED);
    assert_eq!(eve.answer(&link, person("eve")).await["component"], PASSED);
}

#[tokio::test]
async fn a_session_that_is_still_there_keeps_its_reservation() {
    let server = Server::new().await;
    enrolment(&server).await;
    let link = format!("enrol?itoken={}", invite(&server, json!({ "single_use": true })).await);
    let (ada, eve) = (server.browser(), server.browser());
    ada.follow(&link).await;
    for _ in 0..5 {
        server.wait(5);
        assert_eq!(refusal(&eve.follow(&link).await), REFUSED);
    }
    assert_eq!(ada.answer(&link, person("ada")).await["component"], PASSED);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_those_who_race_for_a_lost_reservation_one_passes() {
    let server = Server::new().await;
    enrolment(&server).await;
    for round in 0..8 {
        let link = format!("enrol?itoken={}", invite(&server, json!({ "single_use": true })).await);
        server.browser().follow(&link).await;
        server.lose_sessions().await;
        server.wait(2);
        let (ada, eve) = (server.browser(), server.browser());
        let opened = tokio::join!(ada.follow(&link), eve.follow(&link));
        let forms = [&opened.0, &opened.1].into_iter().filter(|shown| shown["component"] == "ak-stage-prompt").count();
        assert_eq!(forms, 1, "{opened:?}");
        let ends = tokio::join!(ada.answer(&link, person(&format!("ada{round}"))), eve.answer(&link, person(&format!("eve{round}"))));
        let passed = [&ends.0, &ends.1].into_iter().filter(|end| end["component"] == PASSED).count();
        assert_eq!(passed, 1, "{ends:?}");
    }
}

#[tokio::test]
async fn a_flow_that_begins_anew_after_a_mistake_keeps_the_invitation() {
    let server = Server::new().await;
    enrolment(&server).await;
    let (_, bindings) = server.ask("GET", "flows/bindings/?order=1", Json::Null).await;
    let binding = format!("flows/bindings/{}/", text(&bindings["results"][0]["pk"]));
    assert_eq!(server.ask("PATCH", &binding, json!({ "invalid_response_action": "restart" })).await.0, 200);
    let link = format!("enrol?itoken={}", invite(&server, json!({ "single_use": true })).await);
    let browser = server.browser();
    browser.follow(&link).await;
    assert_eq!(browser.post(&link, json!({ "username": "ada" })).await.0, 302, "a mistake leads back to the beginning");
    assert_eq!(browser.follow(&link).await["component"], "ak-stage-prompt");
    assert_eq!(browser.answer(&link, person("ada")).await["component"], PASSED);
}

#[tokio::test]
async fn a_slow_visitor_still_passes_when_nobody_took_over() {
    let server = Server::new().await;
    enrolment(&server).await;
    let link = format!("enrol?itoken={}", invite(&server, json!({ "single_use": true })).await);
    let ada = server.browser();
    ada.follow(&link).await;
    server.wait(600);
    assert_eq!(ada.answer(&link, person("ada")).await["component"], PASSED);
}

#[tokio::test]
async fn an_invitation_that_expires_meanwhile_lets_nobody_in() {
    let server = Server::new().await;
    enrolment(&server).await;
    let link = format!("enrol?itoken={}", invite(&server, json!({ "single_use": true, "expires": "2030-01-01T00:05:00Z" })).await);
    let ada = server.browser();
    ada.follow(&link).await;
    server.wait(6);
    assert_eq!(refusal(&ada.answer(&link, person("ada")).await), REFUSED);
    assert!(server.find("ada").await.is_none());
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_browsers_that_race_for_one_invitation_one_passes() {
    let server = Server::new().await;
    enrolment(&server).await;
    for round in 0..8 {
        let invitation = invite(&server, json!({ "single_use": true })).await;
        let link = format!("enrol?itoken={invitation}");
        let (ada, eve) = (server.browser(), server.browser());
        // Eve opens it after Ada's reservation has run out, so both have the form open.
        ada.follow(&link).await;
        server.wait(31);
        let opened = tokio::join!(ada.follow(&link), eve.follow(&link));
        assert_eq!(opened.1["component"], "ak-stage-prompt");
        let (first, second) = (person(&format!("ada{round}")), person(&format!("eve{round}")));
        let ends = tokio::join!(ada.answer(&link, first), eve.answer(&link, second));
        let passed = [&ends.0, &ends.1].into_iter().filter(|end| end["component"] == PASSED).count();
        assert_eq!(passed, 1, "{ends:?}");
        let written = [server.find(&format!("ada{round}")).await, server.find(&format!("eve{round}")).await];
        assert_eq!(written.iter().flatten().count(), 1);
        assert!(!exists(&server, &invitation).await);
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_two_browsers_that_open_one_invitation_at_once_one_gets_the_form() {
    let server = Server::new().await;
    enrolment(&server).await;
    for _ in 0..8 {
        let link = format!("enrol?itoken={}", invite(&server, json!({ "single_use": true })).await);
        let (ada, eve) = (server.browser(), server.browser());
        let opened = tokio::join!(ada.follow(&link), eve.follow(&link));
        let forms = [&opened.0, &opened.1].into_iter().filter(|shown| shown["component"] == "ak-stage-prompt").count();
        assert_eq!(forms, 1, "{opened:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn an_enrolment_sent_twice_is_written_once() {
    let server = Server::new().await;
    enrolment(&server).await;
    let invitation = invite(&server, json!({ "single_use": true })).await;
    let link = format!("enrol?itoken={invitation}");
    let browser = server.browser();
    browser.follow(&link).await;
    assert_eq!(browser.post(&link, person("ada")).await.0, 302);
    let ends = tokio::join!(browser.get(&link), browser.get(&link));
    let written = [&ends.0, &ends.1].into_iter().filter(|(status, _)| *status == 302).count();
    assert_eq!(written, 1, "{ends:?}");
    assert!(server.find("ada").await.is_some() && !exists(&server, &invitation).await);
}

#[tokio::test]
async fn of_two_people_who_choose_the_same_name_one_gets_it() {
    let server = Server::new().await;
    enrolment(&server).await;
    let link = format!("enrol?itoken={}", invite(&server, json!({})).await);
    let (ada, eve) = (server.browser(), server.browser());
    ada.follow(&link).await;
    eve.follow(&link).await;
    assert_eq!(ada.post(&link, person("same")).await.0, 302);
    assert_eq!(eve.post(&link, person("same")).await.0, 302, "nobody has the name yet");
    assert_eq!(ada.follow(&link).await["component"], PASSED);
    assert_eq!(refusal(&eve.follow(&link).await), "Failed to update user. Please try again later.");
    assert!(eve.who().await.is_none());
}

#[tokio::test]
async fn an_enrolment_that_fails_leaves_the_invitation() {
    let server = Server::new().await;
    enrolment(&server).await;
    let invitation = invite(&server, json!({ "single_use": true, "fixed_data": { "path": "/bad/" } })).await;
    let link = format!("enrol?itoken={invitation}");
    let browser = server.browser();
    browser.follow(&link).await;
    assert_eq!(refusal(&browser.answer(&link, person("ada")).await), "Failed to update user. Please try again later.");
    assert!(exists(&server, &invitation).await && server.find("ada").await.is_none());
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
