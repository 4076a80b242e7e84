//! What an application would learn about a user, before it does.

use serde_json::{Value as Json, json};
use vestibule_tests::{Answer, App, each_database};

each_database![
    a_preview_shows_what_the_id_token_would_say,
    claims_of_scopes_add_up_and_win_over_the_standard_ones,
    a_claim_whose_mapping_fails_is_left_out,
    the_subject_is_what_the_provider_says,
    an_id_token_without_claims_of_scopes_holds_none,
    an_assertion_is_previewed_by_its_attributes,
    the_name_in_an_assertion_is_what_the_mapping_says,
    a_preview_leaves_nothing_behind,
    a_preview_is_about_whom_the_caller_sees_and_may_ask_about,
];

const SCOPES: &str = "propertymappings/provider/scope/";
const ATTRIBUTES: &str = "propertymappings/provider/saml/";

/// A mapping in a collection, as its key.
async fn mapping(app: &App, path: &str, more: Json) -> Json {
    let mut body = json!({"name": app.name("mapping")});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.admin().create(path, body).await["pk"].clone()
}

/// A provider with these mappings.
async fn provider(app: &App, kind: &str, mappings: Vec<Json>, more: Json) -> Answer {
    let flow = app.admin().get("flows/instances/?page_size=1").await["results"][0]["pk"].clone();
    let name = app.name("provider");
    let mut body = json!({"name": name, "authorization_flow": flow, "invalidation_flow": flow, "property_mappings": mappings});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.admin().create(&format!("providers/{kind}/"), body).await
}

async fn oauth2(app: &App, expressions: &[(&str, &str)], more: Json) -> Answer {
    let mut mappings = Vec::new();
    for (scope, expression) in expressions {
        mappings.push(mapping(app, SCOPES, json!({"scope_name": scope, "expression": expression})).await);
    }
    let mut all = json!({"redirect_uris": []});
    all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    provider(app, "oauth2", mappings, all).await
}

fn path(kind: &str, provider: &Answer, query: &str) -> String {
    format!("providers/{kind}/{}/preview_user/{query}", provider["pk"])
}

/// What a provider would tell about a user.
async fn preview(app: &App, kind: &str, provider: &Answer, user: i64) -> Json {
    app.admin().get(&path(kind, provider, &format!("?for_user={user}"))).await.assert_status(200)["preview"].clone()
}

async fn a_preview_shows_what_the_id_token_would_say(app: &App) {
    let made = oauth2(app, &[("email", "return {'email': user.email, 'for': provider.name, 'granted': token.scope}")], json!({})).await;
    let ada = app.user("ada").await;
    assert_eq!(preview(app, "oauth2", &made, ada.pk).await.get("iss"), None);
    let slug = app.name("application");
    app.admin().create("core/applications/", json!({"name": slug, "slug": slug, "provider": made["pk"]})).await;
    let told = preview(app, "oauth2", &made, ada.pk).await;
    let uid = app.admin().get(&format!("core/users/{}/", ada.pk)).await["uid"].clone();
    assert!(told["iss"].as_str().unwrap().ends_with(&format!("/application/o/{slug}/")), "{told}");
    assert_eq!((&told["sub"], &told["aud"]), (&uid, &made["client_id"]));
    assert_eq!(told["acr"], "goauthentik.io/providers/oauth2/default");
    assert_eq!(told["exp"].as_i64().unwrap() - told["iat"].as_i64().unwrap(), 3600);
    let claims = (&told["email"], &told["for"], &told["granted"]);
    assert_eq!(claims, (&json!(format!("{}@example.com", ada.username)), &made["name"], &json!(["email"])));
}

async fn claims_of_scopes_add_up_and_win_over_the_standard_ones(app: &App) {
    let later = "return {'groups': ['b', 'c'], 'sub': 'mine', 'address': {'city': 'York'}, 'n': 2}";
    let first = "return {'groups': ['a', 'b'], 'address': {'street': 'High Street'}, 'n': 1}";
    let made = oauth2(app, &[("z", later), ("a", first), ("m", "return None")], json!({})).await;
    let told = preview(app, "oauth2", &made, app.user("ada").await.pk).await;
    assert_eq!((&told["groups"], &told["sub"], &told["n"]), (&json!(["a", "b", "c"]), &json!("mine"), &json!(2)));
    assert_eq!(told["address"], json!({"street": "High Street", "city": "York"}));
}

async fn a_claim_whose_mapping_fails_is_left_out(app: &App) {
    let made = oauth2(app, &[("a", "return {'a': 1 / 0}"), ("b", "return {'b': 1}"), ("c", "return 'no claims'")], json!({})).await;
    let told = preview(app, "oauth2", &made, app.user("ada").await.pk).await;
    assert_eq!((told.get("a"), &told["b"]), (None, &json!(1)));
}

async fn the_subject_is_what_the_provider_says(app: &App) {
    let ada = app.user("ada").await;
    let user = app.admin().get(&format!("core/users/{}/", ada.pk)).await;
    let made = oauth2(app, &[], json!({})).await;
    let subject = async |mode: &str| {
        app.admin().patch(&format!("providers/oauth2/{}/", made["pk"]), json!({"sub_mode": mode})).await.assert_status(200);
        preview(app, "oauth2", &made, ada.pk).await["sub"].clone()
    };
    assert_eq!(subject("user_id").await, json!(ada.pk.to_string()));
    assert_eq!(subject("user_uuid").await, user["uuid"]);
    assert_eq!(subject("user_username").await, user["username"]);
    assert_eq!(subject("user_email").await, user["email"]);
    assert_eq!(subject("user_upn").await, user["uid"]);
    app.admin().patch(&format!("core/users/{}/", ada.pk), json!({"attributes": {"upn": "ada@corp"}})).await.assert_status(200);
    assert_eq!(subject("user_upn").await, "ada@corp");
}

async fn an_id_token_without_claims_of_scopes_holds_none(app: &App) {
    let made = oauth2(app, &[("a", "return {'a': 1}")], json!({"include_claims_in_id_token": false, "issuer_mode": "global"})).await;
    let told = preview(app, "oauth2", &made, app.user("ada").await.pk).await;
    assert_eq!(told.get("a"), None);
    assert!(told["iss"].as_str().unwrap().ends_with("/"), "{told}");
}

async fn an_assertion_is_previewed_by_its_attributes(app: &App) {
    let all = [
        json!({"saml_name": "urn:z", "friendly_name": "flag", "expression": "return user.is_active"}),
        json!({"saml_name": "urn:groups", "expression": "for group in ['a', 'b']:\n    yield group"}),
        json!({"saml_name": "urn:fails", "expression": "return 1 / 0"}),
        json!({"saml_name": "urn:nothing", "expression": "return None"}),
    ];
    let ada = app.user("ada").await;
    let uid = app.admin().get(&format!("core/users/{}/", ada.pk)).await["uid"].clone();
    let expected = json!([{"Name": "urn:groups", "Value": ["a", "b"]}, {"Name": "urn:z", "FriendlyName": "flag", "Value": ["True"]}]);
    for (kind, more) in [
        ("saml", json!({"acs_url": "https://app.example.com/acs"})),
        ("wsfed", json!({"reply_url": "https://app.example.com/", "wtrealm": "app"})),
    ] {
        let mut mappings = Vec::new();
        for one in &all {
            mappings.push(mapping(app, ATTRIBUTES, one.clone()).await);
        }
        let made = provider(app, kind, mappings, more).await;
        assert_eq!(preview(app, kind, &made, ada.pk).await, json!({"attributes": expected, "nameID": uid}), "{kind}");
    }
}

async fn the_name_in_an_assertion_is_what_the_mapping_says(app: &App) {
    let (ada, named) =
        (app.user("ada").await, mapping(app, ATTRIBUTES, json!({"saml_name": "n", "expression": "return user.username"})).await);
    let email = json!({"acs_url": "https://app.example.com/acs",
                       "default_name_id_policy": "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"});
    let made = provider(app, "saml", vec![], email).await;
    assert_eq!(preview(app, "saml", &made, ada.pk).await["nameID"], format!("{}@example.com", ada.username));
    app.admin().patch(&format!("providers/saml/{}/", made["pk"]), json!({"name_id_mapping": named})).await.assert_status(200);
    assert_eq!(preview(app, "saml", &made, ada.pk).await["nameID"], ada.username);
    let path = format!("{ATTRIBUTES}{}/", named.as_str().unwrap());
    app.admin().patch(&path, json!({"expression": "return 1 / 0"})).await.assert_status(200);
    assert_eq!(preview(app, "saml", &made, ada.pk).await["nameID"], json!(null));
}

async fn a_preview_leaves_nothing_behind(app: &App) {
    let action = app.name("left").replace('-', "_");
    let made = oauth2(app, &[("a", &format!("ak_create_event('{action}')\nreturn 1 / 0"))], json!({})).await;
    preview(app, "oauth2", &made, app.user("ada").await.pk).await;
    app.admin().get(&format!("events/events/?action=custom_{action}")).await.assert_has("results", json!([]));
    let failed = app.admin().get("events/events/?action=property_mapping_exception&ordering=-created&page_size=50").await;
    assert!(!failed.text().contains(&action), "{}", failed.text());
}

async fn a_preview_is_about_whom_the_caller_sees_and_may_ask_about(app: &App) {
    let (made, ada) = (oauth2(app, &[], json!({"sub_mode": "user_username"})).await, app.user("ada").await);
    let looker = app.holder("looker", &["authentik_providers_oauth2.view_oauth2provider"]).await;
    let own = looker.user.api.get(&path("oauth2", &made, "")).await.assert_status(200);
    assert_eq!(own["preview"]["sub"], looker.user.username);
    let other = path("oauth2", &made, &format!("?for_user={}", ada.pk));
    let unseen = json!({"for_user": [format!("Invalid pk \"{}\" - object does not exist.", ada.pk)]});
    looker.user.api.get(&other).await.assert(400, unseen);
    app.permit(&looker.role, "authentik_core.view_user", "authentik_core.user", ada.pk).await;
    looker.user.api.get(&other).await.assert_status(403);
    app.permit(&looker.role, "authentik_core.preview_user", "authentik_core.user", ada.pk).await;
    assert_eq!(looker.user.api.get(&other).await.assert_status(200)["preview"]["sub"], ada.username);
    let wrong = json!({"for_user": ["A valid integer is required."]});
    app.admin().get(&path("oauth2", &made, "?for_user=me")).await.assert(400, wrong);
    app.user("nobody").await.api.get(&path("oauth2", &made, "")).await.assert_status(403);
}
