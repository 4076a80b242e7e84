//! Outposts and the places where they are run.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, each_database};

each_database![
    an_outpost_gets_an_account_and_a_token_and_takes_them_with_it,
    an_outpost_serves_providers_of_its_own_kind,
    settings_of_an_outpost_are_checked,
    defaults_name_this_server,
    an_outpost_is_found_by_part_of_its_name_and_by_its_provider,
    a_cluster_elsewhere_needs_a_kubeconfig,
    all_connections_stand_in_one_list,
    nobody_makes_an_outpost_of_what_they_may_not_see,
];

const OUTPOSTS: &str = "outposts/instances/";

async fn provider(app: &App) -> Json {
    let admin = app.admin();
    let flow = admin.get("flows/instances/?page_size=1").await["results"][0]["pk"].clone();
    let body = json!({"name": app.name("provider"), "authorization_flow": flow, "invalidation_flow": flow, "external_host": "https://app.example.com",
                      "internal_host": "http://localhost:8000"});
    admin.create("providers/proxy/", body).await.body
}

async fn outpost(app: &App, more: Json) -> Json {
    let mut body = json!({"name": app.name("outpost"), "type": "proxy", "providers": [provider(app).await["pk"]], "config": {}});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.admin().create(OUTPOSTS, body).await.body
}

async fn an_outpost_gets_an_account_and_a_token_and_takes_them_with_it(app: &App) {
    let (admin, made) = (app.admin(), outpost(app, json!({})).await);
    let pk = made["pk"].as_str().unwrap();
    assert_eq!(made["token_identifier"], json!(format!("ak-outpost-{pk}-api")));
    assert_eq!((&made["refresh_interval_s"], &made["config"], &made["service_connection_obj"]), (&json!(300), &json!({}), &json!(null)));
    let users = format!("core/users/?username=ak-outpost-{}", pk.replace('-', ""));
    assert_eq!(admin.get(&users).await.column("type"), [json!("internal_service_account")]);
    let token = format!("core/tokens/ak-outpost-{pk}-api/");
    let shown = admin.get(&token).await.assert_status(200);
    assert_eq!(
        (&shown["expiring"], &shown["intent"], &shown["user_obj"]["path"]),
        (&json!(false), &json!("api"), &json!("goauthentik.io/outposts"))
    );
    let key = admin.get(&format!("{token}view_key/")).await.str("key");
    let machine = app.with_token(&key);
    assert_eq!(machine.get("core/users/me/").await["user"]["username"], shown["user_obj"]["username"]);
    admin.delete(&format!("{OUTPOSTS}{pk}/")).await.assert_status(204);
    assert_eq!(admin.get(&users).await.count(), 0);
    machine.get("core/users/me/").await.assert_status(403);
}

async fn an_outpost_serves_providers_of_its_own_kind(app: &App) {
    let (admin, made, name) = (app.admin(), provider(app).await, app.name("outpost"));
    let body = |kind: &str, providers: Json| json!({"name": name, "type": kind, "providers": providers, "config": {}});
    let told = json!({"providers": ["Outpost type ldap can't be used with ProxyProvider providers."]});
    admin.post(OUTPOSTS, body("ldap", json!([made["pk"]]))).await.assert(400, told.clone());
    admin.post(OUTPOSTS, body("proxy", json!([]))).await.assert(400, json!({"providers": ["This list may not be empty."]}));
    let created = admin.create(OUTPOSTS, body("proxy", json!([made["pk"]]))).await;
    admin.patch(&format!("{OUTPOSTS}{}/", created.str("pk")), json!({"type": "ldap"})).await.assert(400, told);
    let required = json!(["This field is required."]);
    let all = json!({"name": required, "type": required, "providers": required, "config": required});
    admin.post(OUTPOSTS, json!({})).await.assert(400, all);
}

async fn settings_of_an_outpost_are_checked(app: &App) {
    let made = outpost(app, json!({"config": {"refresh_interval": "hours=1", "of_my_own": 1}})).await;
    assert_eq!((&made["refresh_interval_s"], &made["config"]["of_my_own"]), (&json!(3600), &json!(1)));
    let path = format!("{OUTPOSTS}{}/", made["pk"].as_str().unwrap());
    let wrong = app.admin().patch(&path, json!({"config": {"refresh_interval": "soon"}})).await;
    wrong.assert(400, json!({"config": ["refresh_interval must be a duration such as minutes=5."]}));
}

async fn defaults_name_this_server(app: &App) {
    let (admin, made) = (app.admin(), outpost(app, json!({})).await);
    let config = admin.get(&format!("{OUTPOSTS}default_settings/")).await.assert_status(200);
    assert_eq!(config["config"]["authentik_host"], json!(format!("{}/", app.url())));
    assert_eq!(config["config"]["object_naming_template"], json!("ak-outpost-%(name)s"));
    admin.get(&format!("{OUTPOSTS}{}/health/", made["pk"].as_str().unwrap())).await.assert(200, json!([]));
}

async fn an_outpost_is_found_by_part_of_its_name_and_by_its_provider(app: &App) {
    let made = outpost(app, json!({})).await;
    let name = made["name"].as_str().unwrap().to_uppercase();
    let provider = made["providers"][0].as_i64().unwrap();
    for (filter, count) in [
        (format!("name__iexact={name}"), 1),
        (format!("name__icontains={name}"), 1),
        (format!("providers_by_pk={provider}"), 1),
        (format!("name__iexact={name}&providers__isnull=true"), 0),
        (format!("name__iexact={name}&service_connection__name__iexact=x"), 0),
    ] {
        assert_eq!(app.admin().get(&format!("{OUTPOSTS}?{filter}")).await.count(), count, "{filter}");
    }
    assert_eq!(made["providers_obj"][0]["pk"], json!(provider));
}

async fn a_cluster_elsewhere_needs_a_kubeconfig(app: &App) {
    let (admin, path) = (app.admin(), "outposts/service_connections/kubernetes/");
    let told = json!({"kubeconfig": ["A kubeconfig is needed, except for the cluster that this server runs in."]});
    admin.post(path, json!({"name": app.name("cluster")})).await.assert(400, told);
    let here = admin.create(path, json!({"name": app.name("cluster"), "local": true})).await;
    assert_eq!((&here["kubeconfig"], &here["verify_ssl"]), (&json!({}), &json!(true)));
    admin.create(path, json!({"name": app.name("cluster"), "kubeconfig": {"clusters": []}})).await;
}

async fn all_connections_stand_in_one_list(app: &App) {
    let (admin, name) = (app.admin(), app.name("docker"));
    let docker = "outposts/service_connections/docker/";
    let made = admin.create(docker, json!({"name": name, "url": "local"})).await;
    let path = format!("outposts/service_connections/all/{}/", made.str("pk"));
    let shown = admin.get(&path).await.assert_status(200);
    assert_eq!((&shown["component"], &shown["url"]), (&json!("ak-service-connection-docker-form"), &json!(null)));
    admin.get(&format!("{path}state/")).await.assert(200, json!({"healthy": false, "version": ""}));
    let types = admin.get("outposts/service_connections/all/types/").await;
    assert_eq!(types.body.as_array().unwrap().len(), 2, "{types}");
    let used = outpost(app, json!({"service_connection": made["pk"]})).await;
    assert_eq!(used["service_connection_obj"]["name"], json!(name));
    admin.delete(&path).await.assert_status(204);
    let left = admin.get(&format!("{OUTPOSTS}{}/", used["pk"].as_str().unwrap())).await;
    assert_eq!(left["service_connection"], json!(null));
}

async fn nobody_makes_an_outpost_of_what_they_may_not_see(app: &App) {
    let ada = app.holder("ada", &["authentik_outposts.add_outpost", "authentik_outposts.view_outpost"]).await;
    let (api, provider) = (&ada.user.api, provider(app).await["pk"].clone());
    let docker = json!({"name": app.name("docker"), "url": "local"});
    let docker = app.admin().create("outposts/service_connections/docker/", docker).await.str("pk");
    let body = |more: Json| {
        let mut body = json!({"name": app.name("outpost"), "type": "proxy", "providers": [provider], "config": {}});
        body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        body
    };
    let missing = |key: &Json| json!([format!("Invalid pk \"{}\" - object does not exist.", key.to_string().trim_matches('"'))]);
    let told = json!({"providers": missing(&provider), "service_connection": missing(&json!(docker))});
    api.post(OUTPOSTS, body(json!({"service_connection": docker}))).await.assert(400, told);
    app.permit(&ada.role, "view_proxyprovider", "authentik_providers_proxy.proxyprovider", &provider).await;
    let made = api.create(OUTPOSTS, body(json!({"managed": "goauthentik.io/outposts/embedded"}))).await;
    assert_eq!(made["managed"], json!(null), "what the server looks after is for superusers to say");
}
