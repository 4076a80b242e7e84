//! `kill -9` in the middle of the work: every acknowledged write is there after the restart, and nothing is there by half.

use std::sync::Arc;

use serde_json::json;
use tokio::sync::mpsc;
use vestibule_tests::{App, Database, Enrolment, Request};

/// Kills the server after each of these many acknowledged writes.
const ROUNDS: [usize; 4] = [1, 25, 60, 120];

mod sqlite {
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn acknowledged_writes_survive_and_nothing_is_half_written() {
        super::acknowledged_writes_survive_and_nothing_is_half_written(super::Database::Sqlite).await;
    }

    #[tokio::test]
    async fn a_session_survives_and_an_opened_invitation_admits_one_at_most() {
        super::a_session_survives_and_an_opened_invitation_admits_one_at_most(super::Database::Sqlite).await;
    }
}

mod postgres {
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    #[ignore = "needs PostgreSQL: tests/postgres.sh"]
    async fn acknowledged_writes_survive_and_nothing_is_half_written() {
        super::acknowledged_writes_survive_and_nothing_is_half_written(super::Database::Postgres).await;
    }

    #[tokio::test]
    #[ignore = "needs PostgreSQL: tests/postgres.sh"]
    async fn a_session_survives_and_an_opened_invitation_admits_one_at_most() {
        super::a_session_survives_and_an_opened_invitation_admits_one_at_most(super::Database::Postgres).await;
    }
}

async fn acknowledged_writes_survive_and_nothing_is_half_written(database: Database) {
    let app = Arc::new(App::on(database).await);
    let mut kept = Vec::new();
    for (round, wanted) in ROUNDS.into_iter().enumerate() {
        let (sender, mut acknowledged) = mpsc::unbounded_channel();
        let writers: Vec<_> =
            (0..4).map(|writer| tokio::spawn(write(app.clone(), format!("crash-r{round}-w{writer}"), sender.clone()))).collect();
        drop(sender);
        for _ in 0..wanted {
            kept.push(acknowledged.recv().await.unwrap());
        }
        app.kill_soon();
        while let Some(late) = acknowledged.recv().await {
            kept.push(late);
        }
        for writer in writers {
            writer.await.unwrap();
        }
        app.recover();
        all_there_and_whole(&app, &kept).await;
    }
    assert!(kept.len() >= ROUNDS.iter().sum());
}

/// Makes invitation stages with a flow each until the server is gone; tells the identifier of each acknowledged one.
async fn write(app: Arc<App>, word: String, acknowledged: mpsc::UnboundedSender<String>) {
    for number in 0.. {
        let slug = format!("{word}-{number}");
        let flow = json!({"name": slug, "slug": slug, "title": "t", "designation": "enrollment"});
        let request = Request::new("POST", "stages/invitation/stages/").json(json!({"name": slug, "flow_set": [flow]}).to_string());
        match app.admin().try_send(request).await {
            Ok(answer) => acknowledged.send(answer.assert_status(201).str("pk")).unwrap(),
            Err(_) => return,
        }
    }
}

async fn all_there_and_whole(app: &App, kept: &[String]) {
    for pk in kept {
        let stage = app.admin().get(&format!("stages/invitation/stages/{pk}/")).await.assert_status(200);
        assert_eq!(stage["flow_set"].as_array().map(Vec::len), Some(1), "{stage}");
    }
    let stages = app.admin().get("stages/invitation/stages/?no_flows=false&search=crash-r&page_size=1").await.count();
    let loose = app.admin().get("stages/invitation/stages/?no_flows=true&search=crash-r").await.count();
    let flows = app.admin().get("flows/instances/?search=crash-r&page_size=1").await.count();
    assert_eq!((loose, flows), (0, stages), "a stage, its flow and its binding are there together or not at all");
    assert!(stages >= i64::try_from(kept.len()).unwrap());
}

async fn a_session_survives_and_an_opened_invitation_admits_one_at_most(database: Database) {
    let app = App::on(database).await;
    let (ada, enrolment) = (app.user("ada").await, Enrolment::make(&app).await);
    let session = app.logged_in(&ada).await.cookie("authentik_session").unwrap();
    let invitation = enrolment.invite(&app, json!({"single_use": true})).await;
    let before = enrolment.open(&app, &invitation);
    before.look().await.assert_has("component", json!("ak-stage-prompt"));
    app.kill_and_restart();
    let again = app.browser();
    again.set_cookie("authentik_session", &session);
    assert_eq!(again.get("core/users/me/").await.assert_status(200)["user"]["pk"], ada.pk);
    // The state of a visitor who is not logged in may be lost; the invitation may not, nor may it admit two.
    let guest = app.browser();
    guest.set_cookie("authentik_session", &before.browser.cookie("authentik_session").unwrap());
    let query = format!("itoken={invitation}");
    let first = vestibule_tests::Journey::with(guest, &enrolment.slug, &query).look().await;
    let second = enrolment.open(&app, &invitation).look().await;
    let admitted = [&first, &second].into_iter().filter(|seen| seen["component"] == "ak-stage-prompt").count();
    assert!(admitted <= 1, "{first}\n{second}");
    app.admin().get(&format!("stages/invitation/invitations/{invitation}/")).await.assert_status(200);
}
