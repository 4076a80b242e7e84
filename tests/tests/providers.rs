//! Providers: what is made for them, what they say about themselves, and what outposts and applications learn of them.

use serde_json::{Value as Json, json};
use vestibule_tests::{Answer, App, each_database};

each_database![
    every_type_of_provider_is_on_offer,
    a_provider_names_the_application_that_uses_it,
    providers_behind_the_scenes_are_told_apart,
    a_new_client_gets_a_name_and_a_secret,
    redirect_addresses_are_judged_one_by_one,
    setup_addresses_follow_the_application,
    the_settings_of_a_proxy_follow_from_its_address,
    a_proxy_that_passes_requests_on_must_know_where_to,
    types_that_log_nobody_in_take_no_flows,
    a_name_of_saml_metadata_follows_the_application,
    metadata_tell_the_certificate_to_anybody,
    a_signing_key_needs_something_to_sign,
    a_federation_provider_is_a_saml_provider_under_other_names,
    a_signals_provider_has_a_token_and_takes_it_with_it,
    an_account_elsewhere_is_known_once,
    secrets_of_directories_are_never_told,
    what_is_asked_of_a_protocol_is_refused_in_words,
    settings_of_machines_are_for_those_who_look_after_them,
    outposts_see_providers_that_an_application_uses,
    access_is_checked_for_the_caller_alone,
    tokens_of_applications_are_shown_to_nobody_else,
];

/// A flow that will do for everything.
async fn flow(app: &App) -> Json {
    app.admin().get("flows/instances/?page_size=1").await["results"][0]["pk"].clone()
}

/// What a provider of that type must say, and `more`.
async fn body(app: &App, more: Json) -> Json {
    let flow = flow(app).await;
    let mut body = json!({"name": app.name("provider"), "authorization_flow": flow, "invalidation_flow": flow});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    body
}

async fn provider(app: &App, kind: &str, more: Json) -> Answer {
    app.admin().create(&format!("providers/{kind}/"), body(app, more).await).await
}

/// An application that uses the provider, under that field.
async fn application(app: &App, field: &str, provider: Json) -> Answer {
    let slug = app.name("application");
    app.admin().create("core/applications/", json!({"name": slug, "slug": slug, field: provider})).await
}

async fn key_pair(app: &App, alg: &str) -> Json {
    let body = json!({"common_name": app.name("pair"), "validity_days": 30, "alg": alg});
    app.admin().post("crypto/certificatekeypairs/generate/", body).await.assert_status(200)["pk"].clone()
}

fn path(kind: &str, provider: &Answer, end: &str) -> String {
    format!("providers/{kind}/{}/{end}", provider["pk"])
}

async fn every_type_of_provider_is_on_offer(app: &App) {
    let types = app.admin().get("providers/all/types/").await.assert_status(200).body;
    let names: Vec<&str> = types.as_array().unwrap().iter().map(|kind| kind["model_name"].as_str().unwrap()).collect();
    let mut wanted = vec!["googleworkspaceprovider", "ldapprovider", "microsoftentraprovider", "oauth2provider", "proxyprovider"];
    wanted.extend(["racprovider", "radiusprovider", "samlprovider", "samlproviderimportmodel", "scimprovider", "ssfprovider"]);
    wanted.push("wsfederationprovider");
    assert_eq!(names, wanted);
    app.admin().post("providers/all/", json!({})).await.assert_status(405);
}

async fn a_provider_names_the_application_that_uses_it(app: &App) {
    let (admin, made) = (app.admin(), provider(app, "ldap", json!({})).await);
    let one = format!("providers/all/{}/", made["pk"]);
    assert_eq!(admin.get(&one).await["assigned_application_slug"], json!(null));
    let slug = application(app, "provider", made["pk"].clone()).await["slug"].clone();
    let shown = admin.get(&one).await.assert_has("assigned_application_slug", slug.clone());
    assert_eq!((&shown["component"], &shown["assigned_application_name"]), (&json!("ak-provider-ldap-form"), &slug));
    let found = admin.get(&format!("providers/all/?search={}", slug.as_str().unwrap())).await;
    assert_eq!(found.column("pk"), [made["pk"].clone()]);
    admin.delete(&one).await.assert_status(204);
    admin.get(&path("ldap", &made, "")).await.assert_status(404);
}

async fn providers_behind_the_scenes_are_told_apart(app: &App) {
    let (admin, scim) = (app.admin(), provider(app, "scim", json!({"url": "https://app.example.com/v2"})).await);
    let asked = |filter: &str| format!("providers/all/?search={}&{filter}", scim["name"].as_str().unwrap());
    assert_eq!(admin.get(&asked("backchannel=true")).await.count(), 1);
    assert_eq!(admin.get(&asked("backchannel=false")).await.count(), 0);
    assert_eq!(admin.get(&asked("application__isnull=true")).await.count(), 1);
    let used = application(app, "backchannel_providers", json!([scim["pk"]])).await;
    assert_eq!(admin.get(&asked("application__isnull=true")).await.count(), 0);
    let shown = admin.get(&path("scim", &scim, "")).await;
    assert_eq!(shown["assigned_backchannel_application_slug"], used["slug"]);
    assert!(shown.body.get("assigned_application_slug").is_none());
    // It serves that application alone, so it goes with it.
    admin.delete(&format!("core/applications/{}/", used.str("slug"))).await.assert_status(204);
    admin.get(&path("scim", &scim, "")).await.assert_status(404);
}

async fn a_new_client_gets_a_name_and_a_secret(app: &App) {
    let (admin, made) = (app.admin(), provider(app, "oauth2", json!({"redirect_uris": []})).await);
    assert_eq!((made.str("client_id").len(), made.str("client_secret").len()), (40, 128));
    assert_eq!((&made["client_type"], &made["issuer_mode"]), (&json!("confidential"), &json!("per_provider")));
    let put = admin.put(&path("oauth2", &made, ""), body(app, json!({"redirect_uris": []})).await).await.assert_status(200);
    assert_eq!((&put["client_id"], &put["client_secret"]), (&made["client_id"], &made["client_secret"]));
    let taken = body(app, json!({"redirect_uris": [], "client_id": made["client_id"]})).await;
    admin.post("providers/oauth2/", taken).await.assert(400, json!({"client_id": ["This field must be unique."]}));
    let chosen = provider(app, "oauth2", json!({"redirect_uris": [], "client_id": app.name("client"), "client_secret": ""})).await;
    assert_eq!(chosen["client_secret"], json!(""));
}

async fn redirect_addresses_are_judged_one_by_one(app: &App) {
    let (admin, good) = (app.admin(), json!({"matching_mode": "regex", "url": "https://[a-z]+\\.example\\.com/.*"}));
    let made = provider(app, "oauth2", json!({"redirect_uris": [good]})).await;
    let kept = json!([{"matching_mode": "regex", "url": good["url"], "redirect_uri_type": "authorization"}]);
    assert_eq!(made["redirect_uris"], kept);
    let own = path("oauth2", &made, "");
    let wrong = json!([{}, {"url": ["Invalid Regex Pattern: ("]}, {"matching_mode": ["\"any\" is not a valid choice."], "url": ["This field is required."]}]);
    let sent = json!([good, {"matching_mode": "regex", "url": "("}, {"matching_mode": "any"}]);
    admin.patch(&own, json!({"redirect_uris": sent})).await.assert(400, json!({"redirect_uris": wrong}));
    let no_list = json!({"redirect_uris": {"non_field_errors": ["Expected a list of items but got type \"str\"."]}});
    admin.patch(&own, json!({"redirect_uris": "https://a.example.com"})).await.assert(400, no_list);
    assert_eq!(admin.get(&own).await["redirect_uris"], kept);
}

async fn setup_addresses_follow_the_application(app: &App) {
    let (admin, made) = (app.admin(), provider(app, "oauth2", json!({"redirect_uris": []})).await);
    let own = path("oauth2", &made, "setup_urls/");
    admin.get(&own).await.assert_status(404);
    let slug = application(app, "provider", made["pk"].clone()).await.str("slug");
    let urls = admin.get(&own).await.assert_status(200);
    assert!(urls.str("issuer").ends_with(&format!("/application/o/{slug}/")), "{urls:?}");
    assert!(urls.str("provider_info").ends_with(&format!("/application/o/{slug}/.well-known/openid-configuration")));
    assert_eq!(urls["dcr_registration"], json!(null));
    admin.create("providers/oauth2-dcr/", json!({"provider": made["pk"]})).await;
    assert!(admin.get(&own).await["dcr_registration"].is_string());
    admin.patch(&path("oauth2", &made, ""), json!({"issuer_mode": "global"})).await.assert_status(200);
    assert!(!admin.get(&own).await.str("issuer").contains("/application/"));
}

async fn the_settings_of_a_proxy_follow_from_its_address(app: &App) {
    let addresses = json!({"external_host": "https://wiki.example.com/start", "internal_host": "http://10.0.0.1"});
    let (admin, made) = (app.admin(), provider(app, "proxy", addresses).await);
    let urls = |made: &Answer| made["redirect_uris"].as_array().unwrap().iter().map(|uri| uri["url"].clone()).collect::<Vec<_>>();
    let wanted = [
        "https://wiki.example.com/outpost.goauthentik.io/callback?X-authentik-auth-callback=true",
        "https://wiki.example.com/start?X-authentik-auth-callback=true",
    ];
    assert_eq!(urls(&made), wanted.map(|url| json!(url)));
    // Neither is the caller's to choose.
    let sent = json!({"redirect_uris": [], "client_id": "mine", "external_host": "https://blog.example.com"});
    let changed = admin.patch(&path("proxy", &made, ""), sent).await.assert_status(200);
    assert_eq!(changed["client_id"], made["client_id"]);
    assert_eq!(urls(&changed)[1], json!("https://blog.example.com?X-authentik-auth-callback=true"));
    let seen = admin.get(&path("oauth2", &made, "")).await.assert_status(200);
    assert_eq!((&seen["component"], &seen["signing_key"]), (&json!("ak-provider-oauth2-form"), &json!(null)));
}

async fn a_proxy_that_passes_requests_on_must_know_where_to(app: &App) {
    let (admin, told) = (app.admin(), json!({"internal_host": ["Internal host cannot be empty when forward auth is disabled."]}));
    let nowhere = body(app, json!({"external_host": "https://wiki.example.com"})).await;
    admin.post("providers/proxy/", nowhere).await.assert(400, told.clone());
    let made = provider(app, "proxy", json!({"external_host": "https://wiki.example.com", "mode": "forward_single"})).await;
    admin.patch(&path("proxy", &made, ""), json!({"mode": "proxy"})).await.assert(400, told);
    let there = json!({"mode": "proxy", "internal_host": "http://10.0.0.1"});
    admin.patch(&path("proxy", &made, ""), there).await.assert_status(200);
    // What is kept already need not be sent again.
    admin.patch(&path("proxy", &made, ""), json!({"intercept_header_auth": false})).await.assert_status(200);
}

async fn types_that_log_nobody_in_take_no_flows(app: &App) {
    let (admin, required) = (app.admin(), json!(["This field is required."]));
    admin.post("providers/scim/", json!({})).await.assert(400, json!({"name": required, "url": required}));
    admin.post("providers/rac/", json!({})).await.assert(400, json!({"name": required, "authorization_flow": required}));
    let flows = json!({"name": required, "authorization_flow": required, "invalidation_flow": required});
    admin.post("providers/radius/", json!({})).await.assert(400, flows);
    let scim = provider(app, "scim", json!({"url": "https://app.example.com/v2"})).await;
    assert!(scim.body.get("authorization_flow").is_none());
    assert_eq!(admin.get(&format!("providers/all/{}/", scim["pk"])).await["authorization_flow"], json!(null));
    let radius = provider(app, "radius", json!({})).await;
    assert_eq!((radius.str("shared_secret").len(), &radius["client_networks"]), (40, &json!("0.0.0.0/0, ::/0")));
    let none = json!({"authorization_flow": ["This field may not be null."]});
    admin.patch(&path("radius", &radius, ""), json!({"authorization_flow": null})).await.assert(400, none);
}

async fn a_name_of_saml_metadata_follows_the_application(app: &App) {
    let (admin, made) = (app.admin(), provider(app, "saml", json!({"acs_url": "https://app.example.com/acs"})).await);
    assert_eq!((&made["url_issuer"], &made["url_sso_post"]), (&json!("-"), &json!("-")));
    let own = path("saml", &made, "");
    let slug = application(app, "provider", made["pk"].clone()).await.str("slug");
    let shown = admin.get(&own).await;
    assert!(shown.str("url_issuer").ends_with(&format!("/application/saml/{slug}/metadata/")));
    assert!(shown.str("url_slo_redirect").ends_with(&format!("/application/saml/{slug}/slo/binding/redirect/")));
    let named = admin.patch(&own, json!({"issuer_override": "urn:idp"})).await.assert_has("url_issuer", json!("urn:idp"));
    assert!(named.str("url_download_metadata").ends_with("/metadata/?download"));
}

async fn metadata_tell_the_certificate_to_anybody(app: &App) {
    let more = json!({"acs_url": "https://app.example.com/acs", "signing_kp": key_pair(app, "rsa").await, "issuer_override": "a\"><x/>"});
    let (anybody, made) = (app.anonymous(), provider(app, "saml", more).await);
    let own = path("saml", &made, "metadata/");
    anybody.get(&own).await.assert_status(404);
    application(app, "provider", made["pk"].clone()).await;
    let metadata = anybody.get(&own).await.assert_status(200).str("metadata");
    assert!(metadata.contains("<ds:X509Certificate>MII") && metadata.contains("entityID=\"a&quot;&gt;&lt;x/&gt;\""), "{metadata}");
    let file = anybody.get(&format!("{own}?download")).await.assert_status(200);
    assert_eq!((file.header("content-type"), file.text()), (Some("application/xml"), metadata));
    let one = anybody.get(&format!("{own}?force_binding=urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST")).await.str("metadata");
    assert!(!one.contains("HTTP-Redirect"));
    anybody.get(&format!("{own}?force_binding=carrier-pigeon")).await.assert_status(400);
}

async fn a_signing_key_needs_something_to_sign(app: &App) {
    let (admin, rsa, ed25519) = (app.admin(), key_pair(app, "rsa").await, key_pair(app, "ed25519").await);
    let address = json!({"acs_url": "https://app.example.com/acs", "signing_kp": rsa});
    let own = path("saml", &provider(app, "saml", address).await, "");
    let told = "With a signing keypair selected, at least one of 'Sign assertion' and 'Sign Response' must be selected.";
    admin.patch(&own, json!({"sign_assertion": false})).await.assert(400, json!({"non_field_errors": [told]}));
    admin.patch(&own, json!({"sign_assertion": false, "sign_response": true})).await.assert_status(200);
    admin.patch(&own, json!({"signing_kp": ed25519})).await.assert_status(400);
    // From server to server, messages travel by form alone.
    let corrected = admin.patch(&own, json!({"logout_method": "backchannel"})).await;
    assert_eq!(corrected["logout_method"], json!("frontchannel_iframe"));
    let kept = admin.patch(&own, json!({"logout_method": "backchannel", "sls_binding": "post"})).await;
    assert_eq!(kept["logout_method"], json!("backchannel"));
}

async fn a_federation_provider_is_a_saml_provider_under_other_names(app: &App) {
    let names = json!({"reply_url": "https://app.example.com/reply", "wtrealm": "urn:app"});
    let (admin, made) = (app.admin(), provider(app, "wsfed", names).await);
    let saml = admin.get(&path("saml", &made, "")).await.assert_has("acs_url", json!("https://app.example.com/reply"));
    assert_eq!(saml["audience"], json!("urn:app"));
    admin.patch(&path("saml", &made, ""), json!({"acs_url": "https://other.example.com/"})).await.assert_status(200);
    let shown = admin.get(&path("wsfed", &made, "")).await.assert_has("reply_url", json!("https://other.example.com/"));
    assert!(shown.body.get("acs_url").is_none());
    assert_eq!(admin.get("providers/wsfed/?acs_url=https://other.example.com/").await.column("pk"), [made["pk"].clone()]);
    application(app, "provider", made["pk"].clone()).await;
    let metadata = app.anonymous().get(&path("wsfed", &made, "metadata/")).await.assert_status(200).str("metadata");
    assert!(metadata.contains("/application/wsfed/</wsa:Address>"), "{metadata}");
}

async fn a_signals_provider_has_a_token_and_takes_it_with_it(app: &App) {
    let (admin, name) = (app.admin(), app.name("signals"));
    let made = admin.create("providers/ssf/", json!({"name": name, "signing_key": key_pair(app, "ecdsa").await})).await;
    let (token, user) = (made["token_obj"].clone(), made["token_obj"]["user_obj"].clone());
    assert_eq!((&token["expiring"], &user["type"]), (&json!(false), &json!("internal_service_account")));
    assert_eq!(made["token_obj"], admin.get(&path("ssf", &made, "")).await["token_obj"]);
    let used = application(app, "backchannel_providers", json!([made["pk"]])).await.str("slug");
    assert!(admin.get(&path("ssf", &made, "")).await.str("ssf_url").ends_with(&format!("/.well-known/ssf-configuration/{used}")));
    admin.delete(&format!("providers/all/{}/", made["pk"])).await.assert_status(204);
    admin.get(&format!("core/users/{}/", user["pk"])).await.assert_status(404);
    admin.get(&format!("core/tokens/{}/", token["identifier"].as_str().unwrap())).await.assert_status(404);
}

async fn an_account_elsewhere_is_known_once(app: &App) {
    let (admin, somebody) = (app.admin(), app.user("linked").await);
    let scim = provider(app, "scim", json!({"url": "https://app.example.com/v2"})).await;
    let link = json!({"provider": scim["pk"], "user": somebody.pk, "scim_id": "42"});
    let made = admin.create("providers/scim_users/", link.clone()).await;
    assert_eq!((&made["user_obj"]["username"], &made["attributes"]), (&json!(somebody.username), &json!({})));
    let told = json!({"non_field_errors": ["The fields scim_id, user, provider must make a unique set."]});
    admin.post("providers/scim_users/", link).await.assert(400, told);
    admin.put(&format!("providers/scim_users/{}/", made.str("id")), json!({})).await.assert_status(405);
    admin.delete(&path("scim", &scim, "")).await.assert_status(204);
    admin.get(&format!("providers/scim_users/{}/", made.str("id"))).await.assert_status(404);
}

async fn secrets_of_directories_are_never_told(app: &App) {
    let (admin, name) = (app.admin(), app.name("entra"));
    let entra = json!({"name": name, "client_id": "c", "client_secret": "never-told", "tenant_id": "t"});
    let entra = admin.create("providers/microsoft_entra/", entra).await;
    let scim = provider(app, "scim", json!({"url": "https://app.example.com/v2", "token": "never-told"})).await;
    for path in [path("microsoft_entra", &entra, ""), path("scim", &scim, ""), format!("providers/all/?search={name}")] {
        assert!(!admin.get(&path).await.text().contains("never-told"), "{path}");
    }
    let blank = json!({"client_secret": ["This field may not be blank."]});
    admin.patch(&path("microsoft_entra", &entra, ""), json!({"client_secret": ""})).await.assert(400, blank);
    admin.patch(&path("microsoft_entra", &entra, ""), json!({"tenant_id": "u"})).await.assert_has("tenant_id", json!("u"));
}

async fn what_is_asked_of_a_protocol_is_refused_in_words(app: &App) {
    let admin = app.admin();
    let scim = provider(app, "scim", json!({"url": "https://app.example.com/v2"})).await;
    admin.get(&path("scim", &scim, "sync/status/")).await.assert(200, json!({"is_running": false}));
    let required = json!(["This field is required."]);
    let own = path("scim", &scim, "sync/object/");
    admin.post(&own, json!({})).await.assert(400, json!({"sync_object_model": required, "sync_object_id": required}));
    let refused = admin.post(&own, json!({"sync_object_model": "authentik.core.models.User", "sync_object_id": "1"})).await;
    assert!(refused.assert_status(400)["non_field_errors"][0].is_string());
}

async fn settings_of_machines_are_for_those_who_look_after_them(app: &App) {
    let (admin, somebody) = (app.admin(), app.user("worker").await);
    let rac = admin.create("providers/rac/", json!({"name": app.name("rac"), "authorization_flow": flow(app).await})).await;
    let machine = json!({"name": app.name("machine"), "provider": rac["pk"], "protocol": "ssh", "host": "localhost:22", "auth_mode": "static",
                         "settings": {"password": "hunter2"}});
    let machine = admin.create("rac/endpoints/", machine).await;
    let own = format!("rac/endpoints/?provider={}", rac["pk"]);
    assert!(somebody.api.get(&own).await.assert_status(200)["results"].as_array().unwrap().is_empty());
    let slug = application(app, "provider", rac["pk"].clone()).await.str("slug");
    let seen = somebody.api.get(&own).await;
    assert_eq!(seen["results"][0]["launch_url"], json!(format!("/application/rac/{slug}/{}/", machine.str("pk"))));
    assert_eq!(seen["results"][0]["settings"], json!({}));
    assert_eq!(admin.get(&own).await["results"][0]["settings"], json!({"password": "hunter2"}));
    somebody.api.get(&format!("rac/endpoints/{}/", machine.str("pk"))).await.assert_status(403);
    // A policy counts for superusers too, unless they ask for everything.
    let other = app.user("other").await;
    admin.create("policies/bindings/", json!({"target": machine["pk"], "user": other.pk, "order": 0})).await;
    for (path, seen) in [(own.clone(), 0), (format!("{own}&superuser_full_list=true"), 1)] {
        assert_eq!(admin.get(&path).await["results"].as_array().unwrap().len(), seen, "{path}");
    }
}

async fn outposts_see_providers_that_an_application_uses(app: &App) {
    let (admin, radius) = (app.admin(), provider(app, "radius", json!({})).await);
    let own = format!("outposts/radius/?name={}", radius.str("name"));
    assert_eq!(admin.get(&own).await.count(), 0);
    let slug = application(app, "provider", radius["pk"].clone()).await["slug"].clone();
    let seen = admin.get(&own).await.assert_status(200).body["results"][0].clone();
    assert_eq!((&seen["application_slug"], &seen["shared_secret"]), (&slug, &radius["shared_secret"]));
    let name = app.name("outpost");
    let outpost = json!({"name": name, "type": "radius", "providers": [radius["pk"]], "config": {}});
    let outpost = admin.create("outposts/instances/", outpost).await;
    let shown = admin.get(&path("radius", &radius, "")).await;
    assert_eq!(shown["outpost_set"].as_array().unwrap().len(), 1);
    let token = format!("core/tokens/{}/view_key/", outpost.str("token_identifier"));
    let machine = app.with_token(&admin.get(&token).await.str("key"));
    machine.get(&own).await.assert_status(200);
    app.user("nobody").await.api.get(&own).await.assert_status(403);
}

async fn access_is_checked_for_the_caller_alone(app: &App) {
    let (admin, somebody, other) = (app.admin(), app.user("allowed").await, app.user("denied").await);
    let ldap = provider(app, "ldap", json!({})).await;
    let used = application(app, "provider", ldap["pk"].clone()).await;
    let own = format!("outposts/ldap/{}/check_access/?app_slug={}", ldap["pk"], used.str("slug"));
    admin.create("policies/bindings/", json!({"target": used["pk"], "user": somebody.pk, "order": 0})).await;
    let verdict = |passing: bool| json!({"passing": passing, "messages": [], "log_messages": []});
    somebody.api.get(&own).await.assert(200, json!({"has_search_permission": false, "access": verdict(true)}));
    other.api.get(&own).await.assert(200, json!({"has_search_permission": false, "access": verdict(false)}));
    admin.get(&own).await.assert(200, json!({"has_search_permission": true, "access": verdict(false)}));
    app.anonymous().get(&own).await.assert_status(403);
    let foreign = application(app, "provider", json!(null)).await.str("slug");
    let foreign = format!("outposts/ldap/{}/check_access/?app_slug={foreign}", ldap["pk"]);
    somebody.api.get(&foreign).await.assert(404, json!({"detail": "No Application matches the given query."}));
}

async fn tokens_of_applications_are_shown_to_nobody_else(app: &App) {
    let somebody = app.user("tokens").await;
    for kind in ["access_tokens", "refresh_tokens", "authorization_codes"] {
        let own = format!("oauth2/{kind}/");
        assert_eq!(somebody.api.get(&own).await.assert_status(200).count(), 0);
        somebody.api.get(&format!("{own}?user=x")).await.assert_status(400);
        app.anonymous().get(&own).await.assert_status(403);
        app.admin().post(&own, json!({})).await.assert_status(405);
    }
    assert_eq!(somebody.api.get("rac/connection_tokens/").await.assert_status(200).count(), 0);
}
