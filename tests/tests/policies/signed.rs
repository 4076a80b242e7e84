//! Tokens that expressions issue in the name of providers.

use serde_json::{Value as Json, json};
use vestibule_tests::{Answer, App, each_database};

use super::common::{bind, enter, flow, policy, text, verdict, verdict_about};

each_database![
    an_expression_issues_a_token_about_a_user,
    claims_of_an_expression_are_signed_with_the_key_of_the_provider,
    a_provider_without_a_key_signs_with_its_secret,
    a_trial_issues_nothing_that_counts,
    an_expression_issues_no_token_that_opens_more_than_its_author_could,
    a_token_is_issued_only_to_who_may_use_the_application,
    a_mapping_that_issues_tokens_of_its_own_provider_comes_to_an_end,
];

/// Reads the parts of the token of that name, as an expression.
const READ: &str = "import base64, json
def part(text):
    return json.loads(base64.urlsafe_b64decode(text + '=' * (-len(text) % 4)))
head, claims, signature = token.split('.')
ak_message(json.dumps([part(head), part(claims), token]))
";

async fn provider(app: &App, more: Json) -> Answer {
    let flow = app.admin().get("flows/instances/?page_size=1").await["results"][0]["pk"].clone();
    let mut body = json!({"name": app.name("signer"), "authorization_flow": flow, "invalidation_flow": flow, "redirect_uris": []});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.admin().create("providers/oauth2/", body).await
}

async fn application(app: &App, provider: &Answer) -> Answer {
    let slug = app.name("application");
    app.admin().create("core/applications/", json!({"name": slug, "slug": slug, "provider": provider["pk"]})).await
}

/// The parts of the token that an expression makes for somebody who comes along.
async fn token(app: &App, make: &str) -> (Json, Json, String) {
    let (door, made) =
        (flow(app, json!({})).await, policy(app, "expression", json!({"expression": format!("token = {make}\n{READ}")})).await);
    bind(app, &door, &made, json!({})).await;
    let seen = enter(&app.browser(), &door).await;
    let told = seen["error_message"].as_str().unwrap_or_else(|| panic!("{}", seen.body));
    let parts: Json = serde_json::from_str(told).unwrap();
    (parts[0].clone(), parts[1].clone(), parts[2].as_str().unwrap().to_owned())
}

/// That a trial of an expression fails with these words.
async fn refused(app: &App, expression: &str, words: &str) {
    let made = policy(app, "expression", json!({"expression": format!("return {expression}")})).await;
    let said = verdict(app, &made, json!({})).await;
    assert!(said["passing"] == false && said["messages"][0].as_str().unwrap_or_default().contains(words), "{expression}: {said}");
}

async fn an_expression_issues_a_token_about_a_user(app: &App) {
    let (made, ada) = (provider(app, json!({})).await, app.user("ada").await);
    let (name, slug) = (made.str("name"), application(app, &made).await.str("slug"));
    let make = format!("ak_create_jwt(ak_user_by(username='{}'), '{name}', ['openid', 'email'], 'minutes=5')", ada.username);
    let (_, claims, whole) = token(app, &make).await;
    assert!(claims["iss"].as_str().unwrap().ends_with(&format!("/application/o/{slug}/")), "{claims}");
    assert_eq!((&claims["aud"], &claims["azp"], &claims["scope"]), (&made["client_id"], &made["client_id"], &json!("openid email")));
    assert_eq!(claims["exp"].as_i64().unwrap() - claims["iat"].as_i64().unwrap(), 300);
    let stored = app.admin().get(&format!("oauth2/access_tokens/?user={}", ada.pk)).await;
    assert_eq!((stored.count(), &stored["results"][0]["scope"]), (1, &json!(["openid", "email"])));
    let told = app.admin().get(&format!("events/events/?action=authorize_application&search={name}")).await;
    assert_eq!(told["results"][0]["context"]["about"]["name"], ada.username);
    assert!(!told.text().contains(&whole));
}

async fn claims_of_an_expression_are_signed_with_the_key_of_the_provider(app: &App) {
    for (alg, algorithm) in [("ecdsa", "ES256"), ("ed25519", "EdDSA"), ("rsa", "RS256")] {
        let pair = json!({"common_name": app.name("pair"), "validity_days": 30, "alg": alg});
        let pair = app.admin().post("crypto/certificatekeypairs/generate/", pair).await.assert_status(200);
        let made = provider(app, json!({"signing_key": pair["pk"]})).await;
        let make = format!("ak_create_jwt_raw('{}', 'hours=1', sub='robot', roles=['a'], aud='other', exp=1)", made.str("name"));
        let (head, claims, _) = token(app, &make).await;
        assert_eq!((&head["alg"], &head["typ"], head["kid"].as_str().unwrap().len()), (&json!(algorithm), &json!("JWT"), 86));
        assert_eq!((&claims["sub"], &claims["roles"], &claims["aud"]), (&json!("robot"), &json!(["a"]), &made["client_id"]));
        assert!(claims["exp"].as_i64().unwrap() > 1);
        let told = app.admin().get(&format!("events/events/?action=authorize_application&search={}", made.str("name"))).await;
        assert_eq!(told["results"][0]["context"]["claims"]["sub"], "robot");
    }
}

/// Whether a secret signed a token, as an expression.
async fn signed_with(app: &App, token: &str, secret: &Json) -> bool {
    let check = format!(
        "import base64, hashlib, hmac\nhead, claims, signature = '{token}'.split('.')\n\
         made = hmac.new({secret}.encode(), (head + '.' + claims).encode(), hashlib.sha256).digest()\n\
         return base64.urlsafe_b64encode(made).decode().rstrip('=') == signature"
    );
    let made = policy(app, "expression", json!({"expression": check})).await;
    verdict(app, &made, json!({})).await["passing"] == true
}

async fn a_provider_without_a_key_signs_with_its_secret(app: &App) {
    let made = provider(app, json!({"client_secret": "a-shared-secret"})).await;
    let (head, _, whole) = token(app, &format!("ak_create_jwt_raw('{}', sub='robot')", made.str("name"))).await;
    assert_eq!(head, json!({"alg": "HS256", "typ": "JWT"}));
    assert!(signed_with(app, &whole, &json!("a-shared-secret")).await);
}

async fn a_trial_issues_nothing_that_counts(app: &App) {
    let (made, ada) = (provider(app, json!({"client_secret": "a-shared-secret"})).await, app.user("ada").await);
    let make = format!("token = ak_create_jwt(ak_user_by(username='{}'), '{}', 'openid')\n{READ}", ada.username, made.str("name"));
    let tried = policy(app, "expression", json!({"expression": make})).await;
    let said = verdict_about(app, &tried, ada.pk, json!({})).await;
    let parts: Json = serde_json::from_str(said["messages"][0].as_str().unwrap()).unwrap();
    assert!(!signed_with(app, parts[2].as_str().unwrap(), &json!("a-shared-secret")).await);
    assert_eq!(app.admin().get(&format!("oauth2/access_tokens/?user={}", ada.pk)).await.count(), 0);
}

async fn an_expression_issues_no_token_that_opens_more_than_its_author_could(app: &App) {
    let (made, ada) = (provider(app, json!({})).await, app.user("ada").await);
    let (name, about_ada) = (made.str("name"), format!("ak_user_by(username='{}')", ada.username));
    refused(app, &format!("ak_create_jwt({about_ada}, '{name}', ['goauthentik.io/api'])"), "no token with the scope").await;
    let trusted = app.holder("trusted", &["authentik_core.view_user"]).await;
    let about = format!("ak_user_by(username='{}')", trusted.user.username);
    refused(app, &format!("ak_create_jwt({about}, '{name}', ['openid'])"), "holds rights").await;
    for issuer in ["https://id.example.com/application/o/app/", "https://id.example.com/", "https://id.example.com"] {
        refused(app, &format!("ak_create_jwt_raw('{name}', iss='{issuer}', sub='x')"), "this server issued it").await;
    }
    refused(app, "ak_create_jwt_raw('nowhere', sub='x')", "no such provider").await;
    let flow = made["authorization_flow"].clone();
    let proxy = json!({"name": app.name("proxy"), "authorization_flow": flow, "invalidation_flow": flow, "mode": "forward_single",
                       "external_host": "https://app.example.com"});
    let proxy = app.admin().create("providers/proxy/", proxy).await;
    refused(app, &format!("ak_create_jwt_raw('{}', sub='x')", proxy.str("name")), "as a proxy").await;
}

async fn a_token_is_issued_only_to_who_may_use_the_application(app: &App) {
    let (made, ada) = (provider(app, json!({})).await, app.user("ada").await);
    let application = application(app, &made).await;
    let make = format!("ak_create_jwt(ak_user_by(username='{}'), '{}', [])", ada.username, made.str("name"));
    let no = policy(app, "dummy", json!({"result": false, "wait_min": 0, "wait_max": 0})).await;
    bind(app, &application.body, &no, json!({})).await;
    refused(app, &make, "may not use").await;
}

async fn a_mapping_that_issues_tokens_of_its_own_provider_comes_to_an_end(app: &App) {
    let (name, ada) = (app.name("signer"), app.user("ada").await);
    let expression = format!("return {{'inner': ak_create_jwt(user, '{name}', ['loop'])}}");
    let mapping = json!({"name": app.name("loop"), "scope_name": "loop", "expression": expression});
    let mapping = app.admin().create("propertymappings/provider/scope/", mapping).await;
    provider(app, json!({"name": name, "property_mappings": [mapping["pk"]]})).await;
    let make = format!("ak_create_jwt(ak_user_by(username='{}'), '{name}', ['loop'])", ada.username);
    let (_, claims, _) = token(app, &make).await;
    assert!(claims["inner"].is_string(), "{claims}");
    let failed = app.admin().get(&format!("events/events/?action=property_mapping_exception&search={}", text(&mapping.body, "name"))).await;
    assert!(failed.text().contains("too deep"), "{}", failed.text());
}
