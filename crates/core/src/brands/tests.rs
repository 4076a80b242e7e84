#![expect(clippy::indexing_slicing, reason = "tests")]

use serde_json::{Value as Json, json};
use vestibule_engine::Caller;

use crate::testing::Server;

#[tokio::test]
async fn everybody_sees_the_brand_of_the_host() {
    let server = Server::new().await;
    let root = server.user("root").await;
    let admin = server.caller(root, true).await;
    let make = async |body: Json| server.ask(admin.clone(), "POST", "core/brands/", Some(body)).await;
    assert_eq!(make(json!({ "domain": "authentik-default", "default": true })).await.0, 201);
    let current = async || server.ask(Caller::Anonymous, "GET", "core/brands/current/", None).await;
    let (status, shown) = current().await;
    assert_eq!((status, &shown["matched_domain"], &shown["branding_title"]), (200, &json!("authentik-default"), &json!("authentik")));
    assert_eq!((&shown["ui_theme"], &shown["ui_footer_links"]), (&json!("automatic"), &json!([])));
    assert!(shown.get("flow_recovery").is_none());
    let attributes = json!({ "settings": { "theme": { "base": "dark" }, "locale": "de" } });
    let (status, shown) = make(json!({ "domain": "example.com", "branding_title": "Example", "attributes": attributes })).await;
    assert_eq!((status, &shown["default"], &shown["client_certificates"]), (201, &json!(false), &json!([])));
    let (_, shown) = current().await;
    assert_eq!((&shown["branding_title"], &shown["ui_theme"], &shown["default_locale"]), (&json!("Example"), &json!("dark"), &json!("de")));
}

#[tokio::test]
async fn what_is_wrong_with_a_brand_is_told_in_the_contracts_words() {
    let server = Server::new().await;
    let root = server.user("root").await;
    let admin = server.caller(root, true).await;
    server.ask(admin.clone(), "POST", "core/brands/", Some(json!({ "domain": "a", "default": true }))).await;
    for (body, told) in [
        (json!({}), json!({ "domain": ["This field is required."] })),
        (json!({ "domain": "a" }), json!({ "domain": ["This field must be unique."] })),
        (json!({ "domain": "b", "default": true }), json!({ "default": ["Only a single brand can be set as default."] })),
        (
            json!({ "domain": "b", "web_certificate": "00000000-0000-4000-8000-000000000000" }),
            json!({ "web_certificate": ["Invalid pk \"00000000-0000-4000-8000-000000000000\" - object does not exist."] }),
        ),
    ] {
        assert_eq!(server.ask(admin.clone(), "POST", "core/brands/", Some(body.clone())).await, (400, told), "{body}");
    }
}
