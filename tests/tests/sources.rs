//! Sources: what each type needs, what they make up by themselves, and what goes with them.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, NOBODY, each_database};

each_database![
    all_sources_are_shown_with_their_type_and_its_icon,
    an_icon_is_an_address_or_a_file_and_may_differ_by_theme,
    every_vendor_of_oauth_counts_as_a_type,
    a_provider_without_addresses_needs_the_source_s,
    addresses_lead_to_the_web_and_nowhere_else,
    sources_with_keys_are_found,
    secrets_are_never_shown,
    what_is_copied_from_a_directory_needs_mappings,
    one_directory_at_most_gets_passwords_back,
    servers_of_a_directory_are_a_list,
    a_plex_source_names_itself,
    a_realm_has_one_source,
    nothing_has_been_synchronised_yet,
    people_see_what_they_may_connect_to,
    a_scim_source_has_an_account_with_a_token,
    what_a_scim_client_wrote_keeps_its_identifier,
    operations_that_need_another_system_say_so,
    a_source_is_a_target_of_policies,
];

/// The least that a source of this type needs.
async fn least(app: &App, kind: &str) -> Json {
    let slug = app.name(kind);
    let flow = app.admin().get("flows/instances/?page_size=1").await.column("pk")[0].clone();
    let own = match kind {
        "kerberos" => json!({"realm": slug}),
        "ldap" => json!({"server_uri": "ldap://127.0.0.1", "base_dn": "dc=example"}),
        "oauth" => json!({"provider_type": "github", "consumer_key": "key", "consumer_secret": "hidden-secret"}),
        "plex" => json!({"plex_token": "token"}),
        "saml" => json!({"sso_url": "https://idp.example.com/sso", "pre_authentication_flow": flow}),
        "telegram" => json!({"bot_username": "bot", "bot_token": "hidden-secret", "pre_authentication_flow": flow}),
        _ => json!({}),
    };
    let mut body = json!({"name": slug, "slug": slug});
    body.as_object_mut().unwrap().extend(own.as_object().unwrap().clone());
    body
}

/// The least with some more.
async fn with(app: &App, kind: &str, more: Json) -> Json {
    let mut body = least(app, kind).await;
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    body
}

async fn source(app: &App, kind: &str, more: Json) -> Json {
    app.admin().create(&format!("sources/{kind}/"), with(app, kind, more).await).await.body
}

fn at(kind: &str, source: &Json) -> String {
    format!("sources/{kind}/{}/", source["slug"].as_str().unwrap())
}

async fn all_sources_are_shown_with_their_type_and_its_icon(app: &App) {
    for (kind, file) in [("kerberos", "kerberos.png"), ("ldap", "ldap.png"), ("oauth", "github.svg"), ("plex", "plex.svg")] {
        let made = source(app, kind, json!({})).await;
        let shown = app.admin().get(&at("all", &made)).await.assert_status(200).body;
        assert_eq!(shown["icon_url"], format!("/static/authentik/sources/{file}"));
        let names = shown.as_object().unwrap().keys();
        for name in names {
            assert_eq!(shown[name], made[name], "{kind} {name}");
        }
    }
    app.admin().post("sources/all/", json!({})).await.assert_status(405);
}

async fn an_icon_is_an_address_or_a_file_and_may_differ_by_theme(app: &App) {
    let made = source(app, "plex", json!({"icon": "https://example.com/%(theme)s.svg"})).await;
    let themed = json!({"light": "https://example.com/light.svg", "dark": "https://example.com/dark.svg"});
    assert_eq!((&made["icon_url"], &made["icon_themed_urls"]), (&themed["light"], &themed));
    let path = at("plex", &made);
    app.admin().patch(&path, json!({"icon": "a/b.png"})).await.assert_has("icon_url", json!("/media/public/a/b.png"));
    let refused = json!({"icon": ["Parent directory references ('..') are not allowed"]});
    app.admin().patch(&path, json!({"icon": "a/../../b.png"})).await.assert(400, refused);
}

async fn every_vendor_of_oauth_counts_as_a_type(app: &App) {
    let types = app.admin().get("sources/all/types/").await.assert_status(200).body;
    let types = types.as_array().unwrap();
    let oauth: Vec<&Json> = types.iter().filter(|kind| kind["component"] == "ak-source-oauth-form").collect();
    assert_eq!((types.len(), oauth.len()), (22, 16));
    assert!(oauth.iter().any(|kind| kind["name"] == "GitHub" && kind["model_name"] == "githuboauthsource"));
    let discord = app.admin().get("sources/oauth/source_types/?name=discord").await.assert_status(200).body;
    let expected = json!([{
        "name": "discord", "verbose_name": "Discord", "urls_customizable": false, "request_token_url": null,
        "authorization_url": "https://discord.com/api/oauth2/authorize", "access_token_url": "https://discord.com/api/oauth2/token",
        "profile_url": "https://discord.com/api/users/@me", "oidc_well_known_url": null, "oidc_jwks_url": null,
    }]);
    assert_eq!(discord, expected);
    assert_eq!(source(app, "oauth", json!({"provider_type": "discord"})).await["type"], expected[0]);
}

async fn a_provider_without_addresses_needs_the_source_s(app: &App) {
    let (admin, path) = (app.admin(), "sources/oauth/");
    let needed = |name: &str| format!("{name} is required for provider OpenID Connect");
    let bare = with(app, "oauth", json!({"provider_type": "openidconnect"})).await;
    let all = json!({"non_field_errors": [needed("authorization_url"), needed("access_token_url"), needed("profile_url")]});
    admin.post(path, bare).await.assert(400, all);
    let discovered = json!({"provider_type": "openidconnect", "oidc_well_known_url": "https://id.example.com/.well-known"});
    let made = source(app, "oauth", discovered).await;
    let given = json!({
        "authorization_url": "https://id.example.com/a", "access_token_url": "https://id.example.com/t", "oidc_well_known_url": "",
    });
    admin.patch(&at("oauth", &made), given).await.assert(400, json!({"non_field_errors": [needed("profile_url")]}));
}

async fn addresses_lead_to_the_web_and_nowhere_else(app: &App) {
    for address in ["javascript:alert(1)", "file:///etc/passwd", "https://", "//example.com", "https:///x"] {
        let wrong = json!(["Enter a valid URL."]);
        let body = with(app, "oauth", json!({"authorization_url": address})).await;
        app.admin().post("sources/oauth/", body).await.assert(400, json!({"authorization_url": wrong}));
        let body = with(app, "saml", json!({"sso_url": address, "slo_url": address})).await;
        app.admin().post("sources/saml/", body).await.assert(400, json!({"sso_url": wrong, "slo_url": wrong}));
    }
    let made = source(app, "saml", json!({"sso_url": "http://idp:8080/sso?a=b"})).await;
    assert_eq!((&made["sso_url"], &made["slo_url"]), (&json!("http://idp:8080/sso?a=b"), &Json::Null));
    assert!(made["url_issuer"].as_str().unwrap().ends_with(&format!("/source/saml/{}/metadata/", made["slug"].as_str().unwrap())));
}

async fn sources_with_keys_are_found(app: &App) {
    let with = source(app, "oauth", json!({"oidc_jwks": {"keys": []}})).await;
    let without = source(app, "oauth", json!({})).await;
    let found = async |query: &str| app.admin().get(&format!("sources/oauth/?page_size=100&{query}")).await.column("slug");
    let (keys, none) = (found("has_jwks=true").await, found("has_jwks=false").await);
    assert!(keys.contains(&with["slug"]) && !keys.contains(&without["slug"]));
    assert!(none.contains(&without["slug"]) && !none.contains(&with["slug"]));
    assert!(found("provider_type=github").await.contains(&with["slug"]));
    assert!(found("provider_type=nobody").await.is_empty());
}

async fn secrets_are_never_shown(app: &App) {
    let kerberos = ["sync_password", "sync_keytab", "sync_ccache", "spnego_keytab", "spnego_ccache"];
    let all: serde_json::Map<String, Json> = kerberos.iter().map(|name| ((*name).to_owned(), json!("hidden-secret"))).collect();
    for (kind, more) in [
        ("kerberos", Json::Object(all)),
        ("ldap", json!({"bind_password": "hidden-secret"})),
        ("oauth", json!({})),
        ("telegram", json!({})),
    ] {
        let made = source(app, kind, more).await;
        let again = app.admin().get(&at(kind, &made)).await.assert_status(200).body;
        assert_eq!(made, again);
        assert!(!again.to_string().contains("hidden-secret"), "{again}");
    }
}

async fn what_is_copied_from_a_directory_needs_mappings(app: &App) {
    let (admin, made) = (app.admin(), source(app, "ldap", json!({})).await);
    let path = at("ldap", &made);
    let message = |what: &str| json!([format!("When 'Sync {what}' is enabled, '{what} property mappings' cannot be empty.")]);
    admin.patch(&path, json!({"sync_users": true})).await.assert(400, json!({"user_property_mappings": message("users")}));
    admin.patch(&path, json!({"sync_groups": true})).await.assert(400, json!({"group_property_mappings": message("groups")}));
    let mapping = json!({"name": app.name("ldap"), "expression": "return {}"});
    let mapping = admin.create("propertymappings/source/ldap/", mapping).await.body["pk"].clone();
    let body = json!({"sync_users": true, "user_property_mappings": [mapping]});
    admin.patch(&path, body).await.assert_has("user_property_mappings", json!([mapping]));
    let found = admin.get(&format!("sources/ldap/?user_property_mappings={}", mapping.as_str().unwrap())).await;
    assert_eq!(found.column("slug"), [made["slug"].clone()]);
}

async fn one_directory_at_most_gets_passwords_back(app: &App) {
    source(app, "ldap", json!({})).await;
    let other = source(app, "ldap", json!({"sync_users_password": false})).await;
    let told = json!({"sync_users_password": ["Only a single LDAP source can write passwords to its directory."]});
    app.admin().patch(&at("ldap", &other), json!({"sync_users_password": true})).await.assert(400, told);
}

async fn servers_of_a_directory_are_a_list(app: &App) {
    let servers = "ldap://one.example.com:389, LDAPS://two/";
    assert_eq!(source(app, "ldap", json!({"server_uri": servers})).await["server_uri"], servers);
    for wrong in ["https://one.example.com", "ldap://", "ldap://a ldap://b", "ldap://a,", "ldap://a/?x", "one.example.com"] {
        let body = with(app, "ldap", json!({"server_uri": wrong})).await;
        app.admin().post("sources/ldap/", body).await.assert(400, json!({"server_uri": ["Enter a valid URL."]}));
    }
}

async fn a_plex_source_names_itself(app: &App) {
    let (one, two) = (source(app, "plex", json!({})).await, source(app, "plex", json!({})).await);
    assert!(one["client_id"].as_str().unwrap().len() == 40 && one["client_id"] != two["client_id"]);
    assert_eq!(source(app, "plex", json!({"client_id": "mine"})).await["client_id"], "mine");
    let body = with(app, "plex", json!({"allowed_servers": ["a", " "]})).await;
    app.admin().post("sources/plex/", body).await.assert(400, json!({"allowed_servers": {"1": ["This field may not be blank."]}}));
}

async fn a_realm_has_one_source(app: &App) {
    let made = source(app, "kerberos", json!({})).await;
    let body = with(app, "kerberos", json!({"realm": made["realm"]})).await;
    app.admin().post("sources/kerberos/", body).await.assert(400, json!({"realm": ["This field must be unique."]}));
    let body = with(app, "plex", json!({"slug": made["slug"]})).await;
    app.admin().post("sources/plex/", body).await.assert(400, json!({"slug": ["This field must be unique."]}));
}

async fn nothing_has_been_synchronised_yet(app: &App) {
    for kind in ["kerberos", "ldap"] {
        let path = at(kind, &source(app, kind, json!({})).await);
        app.admin().get(&format!("{path}sync/status/")).await.assert(200, json!({"is_running": false}));
        app.admin().get(&path).await.assert_has("connectivity", Json::Null);
    }
}

async fn people_see_what_they_may_connect_to(app: &App) {
    let person = app.user("person").await;
    let open = source(app, "oauth", json!({})).await;
    let closed = source(app, "plex", json!({"enabled": false})).await;
    let guarded = source(app, "saml", json!({})).await;
    source(app, "ldap", json!({})).await;
    let binding = json!({"target": guarded["pk"], "user": 1, "order": 0});
    app.admin().create("policies/bindings/", binding).await;
    let seen = person.api.get("sources/all/user_settings/").await.assert_status(200).body;
    let about = |source: &Json| seen.as_array().unwrap().iter().find(|setting| setting["object_uid"] == source["slug"]).cloned();
    let slug = open["slug"].as_str().unwrap();
    let expected = json!({
        "object_uid": slug, "component": "ak-user-settings-source-oauth", "title": slug,
        "configure_url": format!("/source/oauth/login/{slug}/"), "icon_url": "/static/authentik/sources/github.svg",
    });
    assert_eq!((about(&open), about(&closed), about(&guarded)), (Some(expected), None, None));
    assert!(!seen.to_string().contains("ldap"), "{seen}");
}

async fn a_scim_source_has_an_account_with_a_token(app: &App) {
    let admin = app.admin();
    let made = source(app, "scim", json!({"promoted": true, "icon": "../x"})).await;
    assert!(["promoted", "icon", "icon_url", "policy_engine_mode"].iter().all(|name| made.get(name).is_none()), "{made}");
    let name = format!("ak-source-scim-{}", made["pk"].as_str().unwrap());
    let token = &made["token_obj"];
    assert_eq!((&token["identifier"], &token["intent"], &token["expiring"]), (&json!(name), &json!("api"), &json!(false)));
    assert_eq!((&token["user_obj"]["username"], &token["user_obj"]["type"]), (&json!(name), &json!("internal_service_account")));
    let renamed = admin.patch(&at("scim", &made), json!({"name": "Payroll"})).await.assert_status(200).body;
    assert_eq!(renamed["token_obj"]["user_obj"]["name"], "SCIM Source Payroll Service-Account");
    let key = admin.get(&format!("core/tokens/{name}/view_key/")).await.str("key");
    app.with_token(&key).get("core/users/me/").await.assert_status(200);
    admin.delete(&at("all", &made)).await.assert_status(204);
    app.with_token(&key).get("core/users/me/").await.assert_status(403);
    assert_eq!(admin.get(&format!("core/users/?username={name}")).await.count(), 0, "the account goes with its source");
    let other = source(app, "scim", json!({})).await;
    admin.delete(&at("scim", &other)).await.assert_status(204);
}

async fn what_a_scim_client_wrote_keeps_its_identifier(app: &App) {
    let (admin, made, path) = (app.admin(), source(app, "scim", json!({})).await, "sources/scim_users/");
    let (one, two) = (app.user("one").await, app.user("two").await);
    let body = |user: i64, external: &str| json!({"user": user, "source": made["pk"], "external_id": external});
    let written = admin.create(path, body(one.pk, "1")).await.body;
    assert_eq!((&written["user_obj"]["username"], &written["attributes"]), (&json!(one.username), &json!({})));
    let twice = json!({"non_field_errors": ["The fields external_id, source must make a unique set."]});
    admin.post(path, body(two.pk, "1")).await.assert(400, twice);
    let at = format!("{path}{}/", written["id"].as_str().unwrap());
    admin.patch(&at, json!({"id": "other"})).await.assert(400, json!({"id": ["This field cannot be changed."]}));
    admin.patch(&at, json!({"id": written["id"], "attributes": {"nick": "findable"}})).await.assert_has("id", written["id"].clone());
    let found = admin.get(&format!("{path}?search=findable&user__id={}", one.pk)).await;
    assert_eq!(found.column("id"), [written["id"].clone()]);
    admin.delete(&format!("sources/all/{}/", made["slug"].as_str().unwrap())).await.assert_status(204);
    admin.get(&at).await.assert_status(404);
}

async fn operations_that_need_another_system_say_so(app: &App) {
    let not_yet = |sentence: &str| json!({"non_field_errors": [sentence]});
    let ldap = at("ldap", &source(app, "ldap", json!({})).await);
    app.admin().get(&format!("{ldap}debug/")).await.assert(400, not_yet("Directories cannot be read yet."));
    let saml = at("saml", &source(app, "saml", json!({})).await);
    app.admin().get(&format!("{saml}metadata/")).await.assert(400, not_yet("Metadata cannot be made yet."));
    let plex = source(app, "plex", json!({})).await;
    let redeem = |slug: &str| format!("sources/plex/redeem_token/?slug={slug}");
    let (slug, nobody) = (plex["slug"].as_str().unwrap(), app.anonymous());
    nobody.post(&redeem(slug), json!({"plex_token": "t"})).await.assert(400, not_yet("Plex cannot be asked yet."));
    nobody.post(&redeem(slug), json!({})).await.assert(400, json!({"plex_token": ["This field is required."]}));
    let unknown = json!({"detail": "No PlexSource matches the given query."});
    nobody.post(&redeem("unknown"), json!({"plex_token": "t"})).await.assert(404, unknown.clone());
    app.admin().patch(&at("plex", &plex), json!({"enabled": false})).await.assert_status(200);
    nobody.post(&redeem(slug), json!({"plex_token": "t"})).await.assert(404, unknown);
}

async fn a_source_is_a_target_of_policies(app: &App) {
    let made = source(app, "telegram", json!({"policy_engine_mode": "all"})).await;
    assert_eq!(made["policy_engine_mode"], "all");
    let binding = app.admin().create("policies/bindings/", json!({"target": made["pk"], "user": 1, "order": 0})).await;
    let binding = binding.assert_has("target", made["pk"].clone()).body;
    let users = app.admin().get(&format!("{}used_by/", at("telegram", &made))).await.assert_status(200).body;
    assert_eq!((&users[0]["model_name"], &users[0]["pk"]), (&json!("policybinding"), &binding["pk"]));
    app.admin().delete(&at("telegram", &made)).await.assert_status(204);
    app.admin().get(&format!("policies/bindings/{}/", binding["pk"].as_str().unwrap())).await.assert_status(404);
    let gone = json!({"target": [format!("Invalid pk \"{NOBODY}\" - object does not exist.")]});
    app.admin().post("policies/bindings/", json!({"target": NOBODY, "user": 1, "order": 0})).await.assert(400, gone);
}
