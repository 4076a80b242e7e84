//! An invitation that can be used once is held for whoever opened it.
#![expect(clippy::indexing_slicing, reason = "tests")]

mod common;

use common::{
    Server,
    enrolment::{PASSED, REFUSED, enrolment, exists, invite, person},
    refusal, text,
};
use serde_json::{Value as Json, json};

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
