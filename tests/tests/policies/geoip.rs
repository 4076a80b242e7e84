//! Where visitors are, and what follows from it.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, Caller, Database, Options};

use super::{
    common::{bind, flow, on_server, policy, text, verdict},
    mmdb,
    places::{BERLIN, NOWHERE, POTSDAM, SYDNEY, files, log_in_from, server, step},
};

on_server![
    crate::geoip::server:
    a_login_is_told_with_its_place,
    a_session_shows_where_it_was_last_used,
    only_visitors_from_the_right_country_or_network_pass,
    what_is_not_known_decides_nothing,
    who_comes_from_far_away_is_noticed,
    nobody_travels_faster_than_an_aeroplane,
];

/// Whether a visitor from there is let into a flow.
async fn admitted(browser: &Caller, ip: &str, flow: &Json) -> bool {
    browser.get("/flows/-/cancel/").await;
    let path = format!("/api/v3/flows/executor/{}/?query=", text(flow, "slug"));
    step(browser, ip, &path, None).await["component"] == "ak-stage-dummy"
}

async fn guarded(app: &App, more: Json) -> Json {
    let flow = flow(app, json!({})).await;
    bind(app, &flow, &policy(app, "geoip", more).await, json!({})).await;
    flow
}

async fn a_login_is_told_with_its_place(app: &App) {
    let ada = app.user("ada").await;
    log_in_from(app, BERLIN, &ada).await;
    let told = app.admin().get(&format!("events/events/?action=login&username={}", ada.username)).await;
    let place = json!({"continent": "EU", "country": "DE", "lat": 52.52, "long": 13.405, "city": "Berlin"});
    assert_eq!(told["results"][0]["context"]["geo"], place, "{told}");
    let network = json!({"asn": 64496, "as_org": "Example Net", "network": "192.0.2.0/24"});
    assert_eq!(told["results"][0]["context"]["asn"], network, "{told}");
    let can = app.anonymous().get("root/config/").await;
    assert_eq!(can["capabilities"], json!(["can_geo_ip", "can_asn"]));
}

async fn a_session_shows_where_it_was_last_used(app: &App) {
    for (ip, city) in [(SYDNEY, json!("Sydney")), (NOWHERE, json!(null))] {
        let ada = app.user("ada").await;
        log_in_from(app, ip, &ada).await;
        let path = format!("core/authenticated_sessions/?user__username={}", ada.username);
        let sessions = app.admin().get(&path).await;
        assert_eq!(sessions["results"][0]["geo_ip"]["city"], city, "{sessions}");
        assert_eq!(sessions["results"][0]["asn"], json!(null), "{sessions}");
    }
}

async fn only_visitors_from_the_right_country_or_network_pass(app: &App) {
    let german = guarded(app, json!({"countries": ["DE", "FR"]})).await;
    let network = guarded(app, json!({"countries": ["AU"], "asns": [64496]})).await;
    let anywhere = guarded(app, json!({"countries": []})).await;
    let browser = app.browser();
    assert!(admitted(&browser, BERLIN, &german).await && !admitted(&browser, SYDNEY, &german).await);
    assert!(admitted(&browser, BERLIN, &network).await, "the network is enough");
    assert!(admitted(&browser, SYDNEY, &anywhere).await && admitted(&browser, NOWHERE, &anywhere).await);
    let made = policy(app, "geoip", json!({"countries": ["DE"]})).await;
    assert_eq!(verdict(app, &made, json!({"geoip": {"country": "DE"}})).await["passing"], true, "a trial says where the visitor is");
    assert_eq!(verdict(app, &made, json!({"geoip": {"country": "AU"}})).await["passing"], false);
}

async fn what_is_not_known_decides_nothing(app: &App) {
    let (country, network) = (guarded(app, json!({"countries": ["DE"]})).await, guarded(app, json!({"countries": [], "asns": [1]})).await);
    for flow in [country, network] {
        assert!(!admitted(&app.browser(), NOWHERE, &flow).await);
        let lenient = policy(app, "geoip", json!({"countries": ["DE"]})).await;
        bind(app, &flow, &lenient, json!({"order": 1, "failure_result": true})).await;
        assert!(admitted(&app.browser(), NOWHERE, &flow).await, "the binding says what holds then");
    }
}

async fn who_comes_from_far_away_is_noticed(app: &App) {
    let flow = guarded(app, json!({"countries": [], "check_history_distance": true})).await;
    let (ada, eve) = (app.user("ada").await, app.user("eve").await);
    let (browser, _) = log_in_from(app, BERLIN, &ada).await;
    assert!(admitted(&browser, POTSDAM, &flow).await);
    assert!(!admitted(&browser, SYDNEY, &flow).await);
    assert!(!admitted(&browser, NOWHERE, &flow).await, "nobody can tell how far that is");
    assert!(admitted(&app.browser(), SYDNEY, &flow).await, "a stranger comes from nowhere");
    let (browser, _) = log_in_from(app, NOWHERE, &eve).await;
    assert!(!admitted(&browser, BERLIN, &flow).await, "nobody knows where she was");
}

async fn nobody_travels_faster_than_an_aeroplane(app: &App) {
    let flow = guarded(app, json!({"countries": [], "check_impossible_travel": true})).await;
    let (browser, _) = log_in_from(app, BERLIN, &app.user("ada").await).await;
    assert!(admitted(&browser, POTSDAM, &flow).await && !admitted(&browser, SYDNEY, &flow).await);
}

#[tokio::test]
async fn a_newer_file_counts_at_once() {
    let (city, _) = files("newer");
    let options = Options::on(Database::Sqlite).with("VESTIBULE_TRUSTED_PROXIES", "127.0.0.0/8");
    let app = App::start(options.with("VESTIBULE_GEOIP_CITY", city.to_str().unwrap()));
    let german = guarded(&app, json!({"countries": ["DE"]})).await;
    let from = "100.64.0.1";
    assert!(!admitted(&app.browser(), from, &german).await);
    let newer = city.with_extension("newer");
    std::fs::write(&newer, mmdb::file("GeoLite2-City", &[("100.64.0.0/24", json!({"country": {"iso_code": "DE"}}))])).unwrap();
    std::fs::rename(&newer, &city).unwrap();
    assert!(admitted(&app.browser(), from, &german).await);
    std::fs::write(&city, b"broken").unwrap();
    assert!(admitted(&app.browser(), from, &german).await, "where the new one cannot be read the old one serves on");
}
