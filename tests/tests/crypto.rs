//! Certificates and keys: what is accepted, what is told about them, and who may see which part.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, each_database};

each_database![
    a_pair_is_made_and_describes_itself,
    a_wish_for_a_pair_is_checked,
    what_is_uploaded_must_be_a_certificate_with_its_key,
    a_certificate_may_come_without_a_key,
    the_private_key_is_seen_on_request_only_and_that_is_told,
    a_part_is_downloaded_as_a_file,
    pairs_are_found_by_kind_and_by_whether_they_have_a_key,
    the_unprivileged_see_no_pair,
    each_part_needs_a_permission_of_its_own,
];

const PAIRS: &str = "crypto/certificatekeypairs/";

async fn pair(app: &App, kind: &str) -> Json {
    let body = json!({"common_name": app.name("pair"), "subject_alt_name": "a.example.com, 192.0.2.1", "validity_days": 10, "alg": kind});
    app.admin().post(&format!("{PAIRS}generate/"), body).await.assert_status(200).body
}

fn path(pair: &Json, action: &str) -> String {
    format!("{PAIRS}{}/{action}", pair["pk"].as_str().unwrap())
}

/// The certificate and the private key of a pair.
async fn parts(app: &App, pair: &Json) -> (String, String) {
    let admin = app.admin();
    (admin.get(&path(pair, "view_certificate/")).await.str("data"), admin.get(&path(pair, "view_private_key/")).await.str("data"))
}

async fn a_pair_is_made_and_describes_itself(app: &App) {
    for (asked, kind) in [("rsa", "rsa"), ("ecdsa", "ec"), ("ed25519", "ed25519")] {
        let made = pair(app, asked).await;
        assert_eq!((&made["key_type"], &made["private_key_available"]), (&json!(kind), &json!(true)));
        let subject = format!("OU=Self-signed,O=Vestibule,CN={}", made["name"].as_str().unwrap());
        assert_eq!(made["cert_subject"], json!(subject));
        assert_eq!(made["fingerprint_sha256"].as_str().unwrap().len(), 95);
        let url = format!("/api/v3/{}", path(&made, "view_certificate/?download"));
        assert_eq!((&made["certificate_download_url"], &made["managed"]), (&json!(url), &json!(null)));
    }
}

async fn a_wish_for_a_pair_is_checked(app: &App) {
    let (admin, made) = (app.admin(), pair(app, "ed25519").await);
    let path = format!("{PAIRS}generate/");
    let required = json!(["This field is required."]);
    admin.post(&path, json!({})).await.assert(400, json!({"common_name": required, "validity_days": required}));
    let taken = json!({"common_name": made["name"], "validity_days": 0, "alg": "bogus"});
    admin.post(&path, taken).await.assert(
        400,
        json!({"common_name": ["This field must be unique."], "alg": ["\"bogus\" is not a valid choice."],
               "validity_days": ["Ensure this value is greater than or equal to 1."]}),
    );
    let odd = json!({"common_name": app.name("odd"), "validity_days": 1, "subject_alt_name": "bücher.example"});
    admin.post(&path, odd).await.assert(400, json!({"subject_alt_name": ["Every name must be a host name or an address."]}));
    let ed448 = admin.post(&path, json!({"common_name": app.name("odd"), "validity_days": 1, "alg": "ed448"})).await.assert_status(400);
    assert!(ed448["non_field_errors"][0].as_str().unwrap().contains("Ed448"));
}

async fn what_is_uploaded_must_be_a_certificate_with_its_key(app: &App) {
    let (admin, made, other) = (app.admin(), pair(app, "ecdsa").await, pair(app, "ecdsa").await);
    let (certificate, key) = parts(app, &made).await;
    let (_, foreign) = parts(app, &other).await;
    let wrong = |certificate: &str, key: &str| json!({"name": app.name("upload"), "certificate_data": certificate, "key_data": key});
    let told = admin.post(PAIRS, wrong("nonsense", "")).await.assert_status(400);
    assert!(told["certificate_data"].is_array(), "{told}");
    for key in ["nonsense", foreign.as_str(), certificate.as_str()] {
        let told = admin.post(PAIRS, wrong(&certificate, key)).await.assert_status(400);
        assert!(told["key_data"].is_array(), "{told}");
    }
    let uploaded = admin.create(PAIRS, wrong(&certificate, &key)).await;
    assert_eq!(uploaded["fingerprint_sha1"], made["fingerprint_sha1"]);
    let (foreign_certificate, _) = parts(app, &other).await;
    let told = admin.patch(&path(&uploaded.body, ""), json!({"certificate_data": foreign_certificate})).await.assert_status(400);
    assert!(told["certificate_data"].is_array(), "{told}");
    admin.put(&path(&uploaded.body, ""), json!({"name": app.name("n"), "certificate_data": certificate})).await.assert_status(200);
}

async fn a_certificate_may_come_without_a_key(app: &App) {
    let (admin, made) = (app.admin(), pair(app, "ed25519").await);
    let (certificate, _) = parts(app, &made).await;
    let alone = admin.create(PAIRS, json!({"name": app.name("alone"), "certificate_data": certificate})).await;
    assert_eq!((&alone["private_key_available"], &alone["key_type"]), (&json!(false), &json!("ed25519")));
    admin.get(&path(&alone.body, "view_private_key/")).await.assert(200, json!({"data": ""}));
}

async fn the_private_key_is_seen_on_request_only_and_that_is_told(app: &App) {
    let (admin, made) = (app.admin(), pair(app, "ed25519").await);
    let (certificate, key) = parts(app, &made).await;
    assert!(certificate.starts_with("-----BEGIN CERTIFICATE-----") && key.starts_with("-----BEGIN PRIVATE KEY-----"));
    let secret: String = key.lines().nth(1).unwrap().into();
    let renamed = admin.patch(&path(&made, ""), json!({"name": app.name("renamed")})).await;
    for shown in [renamed, admin.get(&path(&made, "")).await, admin.get(PAIRS).await, admin.get("events/events/?page_size=100").await] {
        assert!(!shown.text().contains(&secret), "{shown}");
    }
    let told = admin.get(&format!("events/events/?action=secret_view&search={}", made["name"].as_str().unwrap())).await;
    let kinds: Vec<Json> = told.column("context").iter().map(|context| context["type"].clone()).collect();
    assert!(kinds.contains(&json!("certificate")) && kinds.contains(&json!("private_key")), "{told}");
}

async fn a_part_is_downloaded_as_a_file(app: &App) {
    let made = pair(app, "ed25519").await;
    let file = app.admin().get(&path(&made, "view_certificate/?download")).await.assert_status(200);
    assert_eq!(file.header("content-type"), Some("application/x-pem-file"));
    let name = format!("attachment; filename=\"{}_certificate.pem\"", made["name"].as_str().unwrap());
    assert_eq!(file.header("content-disposition"), Some(name.as_str()));
    assert!(file.text().starts_with("-----BEGIN CERTIFICATE-----"));
}

async fn pairs_are_found_by_kind_and_by_whether_they_have_a_key(app: &App) {
    let made = pair(app, "ed25519").await;
    let counted = async |filter: &str| app.admin().get(&format!("{PAIRS}?name={}&{filter}", made["name"].as_str().unwrap())).await.count();
    for (filter, count) in [
        ("has_key=true", 1),
        ("has_key=false", 0),
        ("has_key=x", 1),
        ("key_type=ed25519", 1),
        ("key_type=rsa", 0),
        ("key_type=rsa&key_type=ed25519", 1),
    ] {
        assert_eq!(counted(filter).await, count, "{filter}");
    }
    let wrong = json!({"key_type": ["Select a valid choice. x is not one of the available choices."]});
    app.admin().get(&format!("{PAIRS}?key_type=x")).await.assert(400, wrong);
}

async fn the_unprivileged_see_no_pair(app: &App) {
    let (ada, made) = (app.user("ada").await, pair(app, "ed25519").await);
    for action in ["", "view_certificate/", "view_private_key/"] {
        ada.api.get(&path(&made, action)).await.assert_status(403);
    }
    ada.api.post(&format!("{PAIRS}generate/"), json!({"common_name": "x", "validity_days": 1})).await.assert_status(403);
}

async fn each_part_needs_a_permission_of_its_own(app: &App) {
    let made = pair(app, "ed25519").await;
    let held = ["authentik_crypto.view_certificatekeypair", "authentik_crypto.view_certificatekeypair_certificate"];
    let ada = app.holder("ada", &held).await;
    ada.user.api.get(&path(&made, "")).await.assert_status(200);
    ada.user.api.get(&path(&made, "view_certificate/")).await.assert_status(200);
    ada.user.api.get(&path(&made, "view_private_key/")).await.assert_status(403);
    ada.user.api.get(&path(&made, "view_private_key/?download")).await.assert_status(403);
    app.permit(&ada.role, "view_certificatekeypair_key", "authentik_crypto.certificatekeypair", made["pk"].as_str().unwrap()).await;
    ada.user.api.get(&path(&made, "view_private_key/")).await.assert_status(200);
}
