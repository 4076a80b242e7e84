//! What the accounts of outposts may see: their own outpost and what it serves, and nothing of others.

use serde_json::{Value as Json, json};
use vestibule_tests::{Answer, App, Caller, each_database};

each_database![
    an_outpost_sees_itself_and_nothing_of_others,
    an_outpost_lists_its_own_providers_and_reads_their_keys,
    what_an_outpost_sees_follows_its_providers,
    what_an_outpost_sees_follows_certificates_and_applications,
    an_outpost_changes_nothing,
    the_role_of_an_outpost_goes_with_it,
    the_embedded_outpost_reads_the_certificates_of_brands,
    an_ldap_outpost_reads_the_directory,
    changes_at_the_same_time_leave_every_outpost_with_its_own,
];

const OUTPOSTS: &str = "outposts/instances/";
const PAIRS: &str = "crypto/certificatekeypairs/";

/// An outpost with one provider, the application and the certificate of that, and who calls with its token.
struct Served {
    outpost: String,
    provider: Json,
    application: Json,
    pair: String,
    api: Caller,
}

impl Served {
    async fn by(app: &App, kind: &str) -> Served {
        let (provider, application, pair) = provider(app, kind).await;
        let body = json!({"name": app.name("outpost"), "type": kind, "providers": [provider["pk"]], "config": {}});
        let outpost = app.admin().create(OUTPOSTS, body).await.str("pk");
        let api = account(app, &outpost).await;
        Served { outpost, provider: provider.body, application: application.body, pair, api }
    }

    /// What its token finds in a list, by that column.
    async fn finds(&self, list: &str, column: &str) -> Vec<Json> {
        self.api.get(list).await.assert_status(200).column(column)
    }

    async fn change(&self, app: &App, body: Json) {
        app.admin().patch(&format!("{OUTPOSTS}{}/", self.outpost), body).await.assert_status(200);
    }
}

/// A provider that an application uses and that names a certificate.
async fn provider(app: &App, kind: &str) -> (Answer, Answer, String) {
    let (admin, name, pair) = (app.admin(), app.name(kind), pair(app).await);
    let flow = admin.get("flows/instances/?page_size=1").await["results"][0]["pk"].clone();
    let body = json!({"name": name, "authorization_flow": flow, "invalidation_flow": flow, "certificate": pair,
                      "external_host": "https://app.example.com", "internal_host": "http://localhost:8000", "shared_secret": "secret"});
    let provider = admin.create(&format!("providers/{kind}/"), body).await;
    let application = admin.create("core/applications/", json!({"name": name, "slug": name, "provider": provider["pk"]})).await;
    (provider, application, pair)
}

async fn pair(app: &App) -> String {
    let body = json!({"common_name": app.name("pair"), "validity_days": 30, "alg": "ed25519"});
    app.admin().post(&format!("{PAIRS}generate/"), body).await.assert_status(200).str("pk")
}

/// Whoever holds the outpost's token.
async fn account(app: &App, outpost: &str) -> Caller {
    app.with_token(&app.admin().get(&format!("core/tokens/ak-outpost-{outpost}-api/view_key/")).await.assert_status(200).str("key"))
}

/// The statuses that somebody gets who reads a pair, its certificate and its key.
async fn reads(api: &Caller, pair: &str) -> [u16; 3] {
    let mut statuses = [0; 3];
    for (status, end) in statuses.iter_mut().zip(["", "view_certificate/", "view_private_key/"]) {
        *status = api.get(&format!("{PAIRS}{pair}/{end}")).await.status;
    }
    statuses
}

async fn an_outpost_sees_itself_and_nothing_of_others(app: &App) {
    let (one, other) = (Served::by(app, "proxy").await, Served::by(app, "proxy").await);
    assert_eq!(one.finds(OUTPOSTS, "pk").await, [json!(one.outpost)]);
    one.api.get(&format!("{OUTPOSTS}{}/", other.outpost)).await.assert_status(404);
    assert_eq!(one.finds(PAIRS, "pk").await, [json!(one.pair)]);
    assert_eq!(reads(&one.api, &one.pair).await, [200; 3]);
    assert_eq!(reads(&one.api, &other.pair).await, [404; 3]);
    assert_eq!(one.finds("providers/proxy/", "pk").await, [one.provider["pk"].clone()]);
    for none in ["core/users/", "core/groups/", "core/brands/", "events/events/", "flows/instances/"] {
        assert_eq!(one.api.get(none).await.assert_status(200).count(), 0, "{none}");
    }
    one.api.get(&format!("core/applications/{}/", one.application["slug"].as_str().unwrap())).await.assert_status(200);
    one.api.post("events/events/", json!({"action": "configuration_error", "app": "outpost"})).await.assert_status(201);
}

async fn an_outpost_lists_its_own_providers_and_reads_their_keys(app: &App) {
    for kind in ["proxy", "ldap", "radius"] {
        let (one, other) = (Served::by(app, kind).await, Served::by(app, kind).await);
        for served in [&one, &other] {
            let path = format!("outposts/{kind}/");
            assert_eq!(served.finds(&path, "pk").await, [served.provider["pk"].clone()], "{kind}");
            assert_eq!(served.finds(&path, "certificate").await, [json!(served.pair)], "{kind}");
            assert_eq!(reads(&served.api, &served.pair).await, [200; 3], "{kind}");
        }
        for list in ["proxy", "ldap", "radius"].iter().filter(|list| **list != kind) {
            assert_eq!(one.api.get(&format!("outposts/{list}/")).await.assert_status(200).count(), 0, "{kind} asks for {list}");
        }
    }
}

async fn what_an_outpost_sees_follows_its_providers(app: &App) {
    let (served, (more, _, pair)) = (Served::by(app, "proxy").await, provider(app, "proxy").await);
    served.change(app, json!({"providers": [served.provider["pk"], more["pk"]]})).await;
    assert_eq!(served.finds("outposts/proxy/", "pk").await, [served.provider["pk"].clone(), more["pk"].clone()]);
    assert_eq!(reads(&served.api, &pair).await, [200; 3]);
    served.change(app, json!({"providers": [more["pk"]]})).await;
    assert_eq!(served.finds("outposts/proxy/", "pk").await, [more["pk"].clone()]);
    assert_eq!(reads(&served.api, &served.pair).await, [404; 3]);
    app.admin().delete(&format!("providers/all/{}/", more["pk"])).await.assert_status(204);
    assert_eq!(served.api.get("outposts/proxy/").await.count(), 0);
    assert_eq!(reads(&served.api, &pair).await, [404; 3], "the certificate is left, but not for this outpost");
}

async fn what_an_outpost_sees_follows_certificates_and_applications(app: &App) {
    let (admin, served, pair) = (app.admin(), Served::by(app, "ldap").await, pair(app).await);
    let path = format!("providers/ldap/{}/", served.provider["pk"]);
    admin.patch(&path, json!({"certificate": pair})).await.assert_status(200);
    assert_eq!((reads(&served.api, &pair).await, reads(&served.api, &served.pair).await), ([200; 3], [404; 3]));
    admin.patch(&path, json!({"certificate": null})).await.assert_status(200);
    assert_eq!(reads(&served.api, &pair).await, [404; 3]);
    let slug = served.application["slug"].as_str().unwrap();
    let path = format!("core/applications/{slug}/");
    served.api.get(&path).await.assert_status(200);
    admin.patch(&path, json!({"provider": null})).await.assert_status(200);
    served.api.get(&path).await.assert_status(404);
    admin.patch(&path, json!({"backchannel_providers": [served.provider["pk"]]})).await.assert_status(200);
    served.api.get(&path).await.assert_status(200);
}

async fn an_outpost_changes_nothing(app: &App) {
    let served = Served::by(app, "radius").await;
    let provider = format!("providers/radius/{}/", served.provider["pk"]);
    let application = format!("core/applications/{}/", served.application["slug"].as_str().unwrap());
    for path in [&provider, &application, &format!("{OUTPOSTS}{}/", served.outpost), &format!("{PAIRS}{}/", served.pair)] {
        served.api.patch(path, json!({"name": "taken"})).await.assert_status(403);
        served.api.delete(path).await.assert_status(403);
    }
}

async fn the_role_of_an_outpost_goes_with_it(app: &App) {
    let (admin, served) = (app.admin(), Served::by(app, "proxy").await);
    let user = admin.get(&format!("core/users/?username=ak-outpost-{}", served.outpost.replace('-', ""))).await["results"][0].clone();
    let role = format!("ak-managed-role--user-{}", user["pk"]);
    assert_eq!(user["roles_obj"][0]["name"], json!(role));
    let path = format!("rbac/permissions/assigned_by_roles/?model=authentik_outposts.outpost&object_pk={}", served.outpost);
    assert_eq!(admin.get(&path).await.column("name"), [json!(role)]);
    admin.delete(&format!("{OUTPOSTS}{}/", served.outpost)).await.assert_status(204);
    assert_eq!(admin.get(&format!("rbac/roles/?name={role}")).await.count(), 0);
}

async fn the_embedded_outpost_reads_the_certificates_of_brands(app: &App) {
    let (admin, pair) = (app.admin(), pair(app).await);
    let embedded = admin.get(&format!("{OUTPOSTS}?managed__iexact=goauthentik.io/outposts/embedded")).await["results"][0].clone();
    let api = account(app, embedded["pk"].as_str().unwrap()).await;
    let body = json!({"domain": format!("{}.example.com", app.name("brand")), "web_certificate": pair});
    let brand = admin.create("core/brands/", body).await.str("brand_uuid");
    assert_eq!(api.get("core/brands/").await.column("brand_uuid"), [json!(brand)]);
    assert_eq!(reads(&api, &pair).await, [200; 3]);
    admin.delete(&format!("core/brands/{brand}/")).await.assert_status(204);
    assert_eq!(reads(&api, &pair).await, [404; 3]);
}

async fn an_ldap_outpost_reads_the_directory(app: &App) {
    let served = Served::by(app, "ldap").await;
    for found in ["core/users/?username=akadmin", "core/groups/?name=authentik%20Admins"] {
        assert_eq!(served.api.get(found).await.assert_status(200).count(), 1, "{found}");
    }
}

async fn changes_at_the_same_time_leave_every_outpost_with_its_own(app: &App) {
    let (admin, one, other) = (app.admin(), Served::by(app, "proxy").await, Served::by(app, "proxy").await);
    for _ in 0..4 {
        let ((doomed, ..), pair) = tokio::join!(provider(app, "proxy"), pair(app));
        one.change(app, json!({"providers": [one.provider["pk"], doomed["pk"]]})).await;
        let (of_one, of_other) = (format!("{OUTPOSTS}{}/", one.outpost), format!("providers/proxy/{}/", other.provider["pk"]));
        let doomed = format!("providers/proxy/{}/", doomed["pk"]);
        let (fewer, changed, deleted) = tokio::join!(
            admin.patch(&of_one, json!({"providers": [one.provider["pk"]]})),
            admin.patch(&of_other, json!({"certificate": pair})),
            admin.delete(&doomed),
        );
        assert_eq!((fewer.status, changed.status, deleted.status), (200, 200, 204), "{fewer}\n{changed}\n{deleted}");
        assert_eq!(one.finds("outposts/proxy/", "pk").await, [one.provider["pk"].clone()]);
        assert_eq!(other.finds("outposts/proxy/", "certificate").await, [json!(pair)]);
        assert_eq!((other.finds(PAIRS, "pk").await, one.finds(PAIRS, "pk").await), (vec![json!(pair)], vec![json!(one.pair)]));
    }
}
