//! Brands: which one a visitor sees, and what it changes.

use serde_json::{Value as Json, json};
use vestibule_tests::{Answer, App, Journey, Request, each_database};

each_database![
    the_default_brand_is_there_and_public,
    a_brand_needs_only_a_domain,
    a_visitor_sees_the_brand_of_the_host,
    only_one_brand_is_the_default,
    a_brand_chooses_its_login_flow,
    the_configuration_is_public,
    wrong_values_are_refused,
];

const BRANDS: &str = "core/brands/";

async fn at(app: &App, host: &str, path: &str) -> Answer {
    app.browser().send(Request::new("GET", path).header("Host", host)).await
}

async fn the_default_brand_is_there_and_public(app: &App) {
    let brand = at(app, "unknown.example", "core/brands/current/").await.assert_status(200);
    assert_eq!((&brand["matched_domain"], &brand["branding_title"]), (&json!("authentik-default"), &json!("authentik")));
    assert_eq!(
        (&brand["flow_authentication"], &brand["flow_invalidation"]),
        (&json!("default-authentication-flow"), &json!("default-invalidation-flow"))
    );
    assert_eq!((&brand["flow_user_settings"], &brand["ui_theme"]), (&json!("default-user-settings-flow"), &json!("automatic")));
    assert!(
        brand["flow_recovery"].is_null() && !brand.body.as_object().unwrap().contains_key("flow_recovery"),
        "unset flows are left out: {brand}"
    );
}

async fn a_brand_needs_only_a_domain(app: &App) {
    let domain = format!("{}.example.com", app.name("brand"));
    let made = app.admin().create(BRANDS, json!({"domain": domain})).await;
    assert_eq!((&made["default"], &made["branding_title"], &made["attributes"]), (&json!(false), &json!("authentik"), &json!({})));
    for flow in [
        "flow_authentication",
        "flow_invalidation",
        "flow_recovery",
        "flow_unenrollment",
        "flow_user_settings",
        "flow_device_code",
        "default_application",
        "web_certificate",
    ] {
        assert_eq!(made.body.get(flow), Some(&Json::Null), "{flow}");
    }
    let path = format!("{BRANDS}{}/", made.str("brand_uuid"));
    app.admin().patch(&path, json!({"branding_title": "Acme"})).await.assert_status(200).assert_has("branding_title", json!("Acme"));
    app.admin().get(&format!("{path}used_by/")).await.assert(200, json!([]));
    app.admin().delete(&path).await.assert_status(204);
    app.admin().get(&path).await.assert(404, json!({"detail": "No Brand matches the given query."}));
}

async fn a_visitor_sees_the_brand_of_the_host(app: &App) {
    let (outer, word) = (app.name("outer"), app.name("title"));
    let (domain, deeper) = (format!("{outer}.example.com"), format!("in.{outer}.example.com"));
    app.admin().create(BRANDS, json!({"domain": domain, "branding_title": format!("{word}-outer")})).await;
    app.admin().create(BRANDS, json!({"domain": deeper, "branding_title": format!("{word}-inner")})).await;
    for (host, title) in [
        (domain.clone(), "outer"),
        (format!("{domain}:9000"), "outer"),
        (format!("x.{domain}"), "outer"),
        (deeper.clone(), "inner"),
        (format!("a.b.{deeper}"), "inner"),
    ] {
        let seen = at(app, &host, "core/brands/current/").await;
        assert_eq!(seen["branding_title"], format!("{word}-{title}"), "{host}");
    }
    let stranger = at(app, &format!("not{domain}"), "core/brands/current/").await;
    assert_eq!(stranger["matched_domain"], "authentik-default", "a longer name is not a deeper one");
}

async fn only_one_brand_is_the_default(app: &App) {
    let answer =
        app.admin().post(BRANDS, json!({"domain": format!("{}.example.com", app.name("brand")), "default": true})).await.assert_status(400);
    assert!(answer.text().contains("Only a single brand can be set as default."), "{answer}");
}

async fn a_brand_chooses_its_login_flow(app: &App) {
    let (admin, slug, domain) = (app.admin(), app.name("login"), format!("{}.example.com", app.name("brand")));
    let flow = admin.create("flows/instances/", json!({"name": slug, "slug": slug, "title": "t", "designation": "authentication"})).await;
    let dummy = admin.create("stages/dummy/", json!({"name": app.name("dummy")})).await;
    admin.create("flows/bindings/", json!({"target": flow["pk"], "stage": dummy["pk"], "order": 0})).await;
    admin.create(BRANDS, json!({"domain": domain, "flow_authentication": flow["pk"]})).await;
    let lead = at(app, &domain, "/flows/-/default/authentication/").await.assert_status(302);
    assert_eq!(lead.header("location"), Some(format!("/if/flow/{slug}/").as_str()));
    assert_eq!(at(app, &domain, "core/brands/current/").await["flow_authentication"], slug);
    Journey::new(app, &slug, "").look().await.assert_has("component", json!("ak-stage-dummy"));
}

async fn the_configuration_is_public(app: &App) {
    let config = app.anonymous().get("root/config/").await.assert_status(200);
    assert!(
        config["capabilities"].is_array() && config["error_reporting"].is_object() && config["cache_timeout_flows"].is_number(),
        "{config}"
    );
    let version = app.admin().get("admin/version/").await.assert_status(200);
    assert!(version["version_current"].is_string() && version["outdated"].is_boolean(), "{version}");
    app.anonymous().get("admin/version/").await.assert_status(403);
    app.admin().get("admin/system/").await.assert_status(200);
    app.user("ada").await.api.get("admin/system/").await.assert_status(403);
}

async fn wrong_values_are_refused(app: &App) {
    app.admin().post(BRANDS, json!({})).await.assert(400, json!({"domain": ["This field is required."]}));
    let taken = app.admin().post(BRANDS, json!({"domain": "authentik-default"})).await;
    taken.assert(400, json!({"domain": ["This field must be unique."]}));
    let answer = app.admin().post(BRANDS, json!({"domain": "x.example", "flow_authentication": "zz", "attributes": []})).await;
    answer.assert(400, json!({"flow_authentication": ["“zz” is not a valid UUID."], "attributes": ["Value must be a dictionary, and not have any duplicate keys."]}));
}
