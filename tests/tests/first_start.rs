//! The first start: who becomes administrator, and that this is decided once for ever.

use serde_json::json;
use vestibule_tests::{App, Database, Options, each_database_alone};

each_database_alone![bootstrap_settings_make_the_administrator_on_the_first_start_only];

async fn bootstrap_settings_make_the_administrator_on_the_first_start_only(app: &App) {
    let me = app.admin().get("core/users/me/").await.assert_status(200);
    assert_eq!((&me["user"]["username"], &me["user"]["email"]), (&json!("akadmin"), &json!("akadmin@example.com")));
    app.log_in("akadmin", &app.options().password).await.1.assert_has("component", json!("xak-flow-redirect"));
    app.admin().delete(&format!("core/users/{}/", me["user"]["pk"])).await.assert_status(204);
    app.kill_and_restart();
    app.admin().get("core/users/me/").await.assert_status(403);
    let last = app.log_in("akadmin", &app.options().password).await.1;
    assert_eq!(last["component"], "ak-stage-password", "a deleted administrator does not come back");
    assert!(!app.said().contains("/setup/"), "nor does the set-up page open: {}", app.said());
}

/// A server that nobody has told who its administrator is, and the path of the set-up page that it printed.
fn unattended(database: Database) -> (App, String) {
    let nothing = ["TOKEN", "PASSWORD", "EMAIL"].map(|name| format!("VESTIBULE_BOOTSTRAP_{name}"));
    let app = App::start(nothing.iter().fold(Options::on(database), |options, name| options.with(name, "")));
    let line = app.says("/setup/");
    let path = line[line.find("/setup/").unwrap()..].trim().to_owned();
    (app, path)
}

const FORM: [(&str, &str); 3] =
    [("email", "root@example.com"), ("password", "a long passphrase"), ("password_repeat", "a long passphrase")];

#[tokio::test]
async fn a_link_is_printed_that_sets_the_administrator_s_password_once() {
    let (app, path) = unattended(Database::Sqlite);
    app.log_in("akadmin", "").await.1.assert_has("component", json!("ak-stage-password"));
    app.browser().get(&path).await.assert_status(200);
    let unequal = app.browser().submit(&path, &[FORM[0], FORM[1], ("password_repeat", "other")]).await;
    assert!(unequal.text().contains("match"), "{unequal}");
    assert!([302, 303].contains(&app.browser().submit(&path, &FORM).await.status));
    app.log_in("akadmin", "a long passphrase").await.1.assert_has("component", json!("xak-flow-redirect"));
    for late in [
        app.browser().get(&path).await,
        app.browser().submit(&path, &[FORM[0], ("password", "another passphrase"), ("password_repeat", "another passphrase")]).await,
    ] {
        assert!([404, 410].contains(&late.status), "{late}");
    }
    app.log_in("akadmin", "another passphrase").await.1.assert_has("component", json!("ak-stage-password"));
}

#[tokio::test]
async fn of_two_who_follow_the_link_at_once_one_becomes_administrator() {
    let (app, path) = unattended(Database::Sqlite);
    let other = [FORM[0], ("password", "another passphrase"), ("password_repeat", "another passphrase")];
    let (one, two) = (app.browser(), app.browser());
    let (first, second) = tokio::join!(one.submit(&path, &FORM), two.submit(&path, &other));
    let taken = [first.status, second.status].into_iter().filter(|status| [302, 303].contains(status)).count();
    assert_eq!(taken, 1, "{first}\n{second}");
}

#[tokio::test]
async fn a_wrong_key_opens_nothing_and_a_restart_voids_the_old_one() {
    let (app, path) = unattended(Database::Sqlite);
    for wrong in ["/setup/", "/setup/x/", &path[..path.len() - 2], &format!("{path}x/")] {
        let answer = app.browser().get(wrong).await;
        assert!([404, 410].contains(&answer.status), "{wrong}: {answer}");
    }
    app.kill_and_restart();
    let old = app.browser().submit(&path, &FORM).await;
    assert!([404, 410].contains(&old.status), "{old}");
}
