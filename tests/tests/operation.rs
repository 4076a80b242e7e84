//! Running the server: health, metrics, the end, and what `check` says.

use std::process::Command;

use serde_json::json;
use vestibule_tests::{App, Database, Options, Request, each_database, each_database_alone, server_binary};

each_database![health_and_readiness_are_public, metrics_are_not_on_the_public_port, forwarded_headers_count_only_from_trusted_proxies];
each_database_alone![a_terminated_server_ends_in_order_and_keeps_everything];

async fn health_and_readiness_are_public(app: &App) {
    for path in ["/-/health/live/", "/-/health/ready/"] {
        for method in ["GET", "HEAD"] {
            app.anonymous().send(Request::new(method, path)).await.assert_status(200);
        }
    }
}

async fn metrics_are_not_on_the_public_port(app: &App) {
    app.anonymous().get("/metrics").await.assert_status(404);
    app.anonymous().get("/-/metrics/").await.assert_status(404);
}

async fn forwarded_headers_count_only_from_trusted_proxies(app: &App) {
    let ada = app.user("ada").await;
    let request = Request::new("GET", "/if/flow/default-authentication-flow/")
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-Host", "evil.example");
    let page = app.browser().send(request).await.assert_status(200);
    assert!(!page.text().contains("evil.example"));
    let cookie = page.headers.iter().find(|(name, value)| name == "set-cookie" && value.starts_with("authentik_session="));
    assert!(cookie.is_none_or(|(_, value)| !value.contains("Secure")), "{cookie:?}");
    app.logged_in(&ada).await;
    let session = app.admin().get(&format!("core/authenticated_sessions/?user__username={}", ada.username)).await;
    assert_eq!(session.column("last_ip"), ["127.0.0.1"]);
}

async fn a_terminated_server_ends_in_order_and_keeps_everything(app: &App) {
    let made = app.admin().create("stages/dummy/", json!({"name": app.name("kept")})).await.str("pk");
    assert_eq!(app.terminate(), 0);
    app.launch_again();
    app.admin().get(&format!("stages/dummy/{made}/")).await.assert_status(200);
}

#[tokio::test]
async fn behind_a_trusted_proxy_the_session_is_secure_and_the_address_the_visitor_s() {
    let app = App::start(Options::on(Database::Sqlite).with("VESTIBULE_TRUSTED_PROXIES", "127.0.0.0/8"));
    let request = Request::new("GET", "flows/executor/default-authentication-flow/?query=")
        .header("X-Forwarded-Proto", "https")
        .header("X-Forwarded-For", "203.0.113.7");
    let answer = app.browser().send(request).await.assert_status(200);
    let cookie = answer.headers.iter().find(|(name, value)| name == "set-cookie" && value.starts_with("authentik_session=")).unwrap();
    assert!(cookie.1.contains("Secure") && cookie.1.contains("SameSite=None"), "{cookie:?}");
}

#[tokio::test]
async fn who_asks_too_often_without_logging_in_waits_a_second() {
    let app = App::start(Options::on(Database::Sqlite).with("VESTIBULE_ANONYMOUS_RATE", "3"));
    let mut answers = Vec::new();
    for _ in 0..20 {
        answers.push(app.anonymous().get("root/config/").await);
    }
    let refused = answers.iter().find(|answer| answer.status == 429).expect("twenty requests in less than six seconds");
    assert!(refused.headers.iter().any(|(name, value)| name == "retry-after" && value == "1"), "{:?}", refused.headers);
    assert!(answers.iter().any(|answer| answer.status == 200));
    app.admin().get("root/config/").await.assert_status(200);
}

/// What `vestibule check` prints and whether it is content.
fn check(variables: &[(&str, &str)]) -> (bool, String) {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(server_binary());
    command.arg("check").env("VESTIBULE_DATA", folder.path()).envs(variables.iter().copied());
    let output = command.output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

#[test]
fn a_good_configuration_is_approved() {
    let (content, said) = check(&[("VESTIBULE_LISTEN", "127.0.0.1:0")]);
    assert!(content, "{said}");
}

#[test]
fn each_wrong_setting_is_named() {
    for (name, value) in [
        ("VESTIBULE_LISTEN", "nowhere"),
        ("VESTIBULE_METRICS_LISTEN", "127.0.0.1:port"),
        ("VESTIBULE_TRUSTED_PROXIES", "10.0.0.0/99"),
        ("VESTIBULE_MAIL_URL", "ftp://user:hunter2@example.com"),
        ("VESTIBULE_MAIL_FROM", "nobody"),
        ("VESTIBULE_DATABASE_URL", "mysql://user:hunter2@localhost/x"),
        ("VESTIBULE_GEOIP_CITY", "/no/such/file.mmdb"),
        ("VESTIBULE_GEOIP_ASN", "/etc/passwd"),
        ("VESTIBULE_PWNED_PASSWORDS_URL", "ftp://example.com"),
    ] {
        let (content, said) = check(&[(name, value)]);
        assert!(!content && said.contains(name), "{name}={value}: {said}");
        assert!(!said.contains("hunter2"), "a password in: {said}");
    }
}
