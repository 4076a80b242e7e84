//! Property mappings: one name among all types, expressions exactly as they were written, and types that differ in little.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, NOBODY, each_database};

each_database![
    an_expression_is_kept_exactly_as_it_was_written,
    a_name_is_taken_in_every_collection,
    all_mappings_are_shown_with_their_type,
    a_mapping_of_a_webhook_shows_nothing_of_its_type,
    remote_access_needs_no_expression,
    managed_mappings_are_found,
    a_mapping_of_any_type_is_deleted_among_all_but_changed_in_its_collection,
    only_who_may_change_a_mapping_may_run_it,
    a_run_tells_what_came_of_it,
    what_a_run_is_for_must_be_there_to_be_seen,
    a_mapping_tells_which_sources_use_it,
];

const ALL: &str = "propertymappings/all/";
const SCOPES: &str = "propertymappings/provider/scope/";

async fn scope(app: &App) -> Json {
    let body = json!({"name": app.name("scope"), "scope_name": "email", "expression": "return {}"});
    app.admin().create(SCOPES, body).await.body
}

fn at(collection: &str, mapping: &Json) -> String {
    format!("{collection}{}/", mapping["pk"].as_str().unwrap())
}

async fn an_expression_is_kept_exactly_as_it_was_written(app: &App) {
    let text = "\n# Was ist das?\nif user:\n    return {\"a\": \"ü\"}  \n\n";
    let body = json!({"name": app.name("verbatim"), "scope_name": "s", "expression": text});
    let made = app.admin().create(SCOPES, body).await.assert_has("expression", json!(text)).body;
    app.admin().get(&at(SCOPES, &made)).await.assert_has("expression", json!(text)).assert_has("description", json!(""));
    let empty = json!({"name": app.name("empty"), "scope_name": "s", "expression": ""});
    app.admin().post(SCOPES, empty).await.assert(400, json!({"expression": ["This field may not be blank."]}));
}

async fn a_name_is_taken_in_every_collection(app: &App) {
    let made = scope(app).await;
    let same = json!({"name": made["name"], "expression": "return {}", "saml_name": "n", "static_settings": {}});
    for collection in ["provider/saml", "provider/rac", "source/ldap", "notification"] {
        let path = format!("propertymappings/{collection}/");
        app.admin().post(&path, same.clone()).await.assert(400, json!({"name": ["This field must be unique."]}));
    }
}

async fn all_mappings_are_shown_with_their_type(app: &App) {
    let made = scope(app).await;
    let shown = app.admin().get(&at(ALL, &made)).await.assert_status(200).body;
    let expected = json!({
        "pk": made["pk"], "managed": null, "name": made["name"], "expression": "return {}",
        "component": "ak-property-mapping-provider-scope-form", "verbose_name": "Scope Mapping",
        "verbose_name_plural": "Scope Mappings", "meta_model_name": "authentik_providers_oauth2.scopemapping",
    });
    assert_eq!(shown, expected);
    let types = app.admin().get(&format!("{ALL}types/")).await.assert_status(200).body;
    assert_eq!(types.as_array().unwrap().len(), 15);
    assert!(types.as_array().unwrap().iter().all(|kind| !kind["description"].as_str().unwrap().is_empty()), "{types}");
}

async fn a_mapping_of_a_webhook_shows_nothing_of_its_type(app: &App) {
    let path = "propertymappings/notification/";
    let made = app.admin().create(path, json!({"name": app.name("webhook"), "expression": "return 1", "managed": "mine"})).await.body;
    assert_eq!(made, json!({"pk": made["pk"], "name": made["name"], "expression": "return 1"}));
    app.admin().get(&at(ALL, &made)).await.assert_has("managed", json!(null)).assert_has("verbose_name", json!("Webhook Mapping"));
}

async fn remote_access_needs_no_expression(app: &App) {
    let (admin, path) = (app.admin(), "propertymappings/provider/rac/");
    let bare = json!({"name": app.name("bare"), "static_settings": {"resize-method": "display-update"}});
    let made = admin.create(path, bare.clone()).await.assert_has("expression", json!("")).body;
    let one = at(path, &made);
    admin.patch(&one, json!({"expression": "return {}\n"})).await.assert_has("expression", json!("return {}\n"));
    admin.put(&one, bare.clone()).await.assert_has("expression", json!("return {}\n"));
    admin.patch(&one, json!({"expression": " "})).await.assert_has("expression", json!(""));
    admin.patch(&one, json!({"expression": null})).await.assert(400, json!({"expression": ["This field may not be null."]}));
    let missing = json!({"name": ["This field is required."], "static_settings": ["This field is required."]});
    admin.post(path, json!({})).await.assert(400, missing);
}

async fn managed_mappings_are_found(app: &App) {
    let (admin, managed) = (app.admin(), app.name("example.com/managed"));
    let body = json!({"name": app.name("managed"), "expression": "return 1", "managed": managed});
    let made = admin.create("propertymappings/source/plex/", body.clone()).await.body;
    let other = scope(app).await;
    assert_eq!(admin.get(&format!("{ALL}?managed={managed}&managed=other")).await.column("pk"), [made["pk"].clone()]);
    let among = async |query: &str| admin.get(&format!("{ALL}?page_size=100&{query}")).await.column("pk");
    let (with, without) = (among("managed__isnull=false").await, among("managed__isnull=true").await);
    assert!(with.contains(&made["pk"]) && !with.contains(&other["pk"]) && without.contains(&other["pk"]));
    let taken = json!({"name": ["This field must be unique."], "managed": ["This field must be unique."]});
    assert_eq!(admin.post("propertymappings/source/plex/", body).await.assert_status(400).body, taken);
}

async fn a_mapping_of_any_type_is_deleted_among_all_but_changed_in_its_collection(app: &App) {
    let made = scope(app).await;
    app.admin().patch(&at(ALL, &made), json!({"name": "x"})).await.assert_status(405);
    app.admin().post(ALL, json!({})).await.assert_status(405);
    app.admin().delete(&at(ALL, &made)).await.assert_status(204);
    app.admin().get(&at(SCOPES, &made)).await.assert(404, json!({"detail": "No ScopeMapping matches the given query."}));
}

async fn only_who_may_change_a_mapping_may_run_it(app: &App) {
    let path = format!("{}test/", at(ALL, &scope(app).await));
    let ran = json!({"result": "{}", "successful": true});
    app.admin().post(&path, json!({"user": null, "context": {"a": 1}})).await.assert(200, ran.clone());
    let looker = app.holder("looker", &["authentik_core.view_propertymapping"]).await;
    looker.user.api.post(&path, json!({})).await.assert_status(403);
    let changer = app.holder("changer", &["authentik_core.view_propertymapping", "authentik_core.change_propertymapping"]).await;
    changer.user.api.post(&path, json!({})).await.assert(200, ran);
}

async fn a_run_tells_what_came_of_it(app: &App) {
    let text = "return {'team': context['team'], 'who': user.username, 'of': group.name, 'plain': team}";
    let body = json!({"name": app.name("run"), "scope_name": "s", "expression": text});
    let path = format!("{}test/", at(ALL, &app.admin().create(SCOPES, body).await.body));
    let group = app.admin().create("core/groups/", json!({"name": app.name("group")})).await.body;
    let me = app.admin().get("core/users/me/").await["user"]["pk"].clone();
    let about = json!({"user": me, "group": group["pk"], "context": {"team": "blue"}});
    let said = app.admin().post(&path, about).await.assert_status(200).assert_has("successful", json!(true)).body;
    let result: Json = serde_json::from_str(said["result"].as_str().unwrap()).unwrap();
    assert_eq!(result, json!({"team": "blue", "who": "akadmin", "of": group["name"], "plain": "blue"}));
    let failed = app.admin().post(&path, json!({})).await.assert_status(200).assert_has("successful", json!(false)).body;
    assert!(failed["result"].as_str().unwrap().contains("KeyError: 'team'"), "{failed}");
}

async fn what_a_run_is_for_must_be_there_to_be_seen(app: &App) {
    let path = format!("{}test/", at(ALL, &scope(app).await));
    let wrong = json!({"user": true, "group": "x", "context": 1});
    let told = json!({
        "user": ["Incorrect type. Expected pk value, received bool."], "group": ["“x” is not a valid UUID."],
        "context": ["Value must be a dictionary, and not have any duplicate keys."],
    });
    app.admin().post(&path, wrong).await.assert(400, told);
    let gone = json!({"group": [format!("Invalid pk \"{NOBODY}\" - object does not exist.")]});
    app.admin().post(&path, json!({"group": NOBODY})).await.assert(400, gone);
    let blind = app.holder("blind", &["authentik_core.view_propertymapping", "authentik_core.change_propertymapping"]).await;
    let unseen = json!({"user": ["Invalid pk \"1\" - object does not exist."]});
    blind.user.api.post(&path, json!({"user": 1})).await.assert(400, unseen);
}

async fn a_mapping_tells_which_sources_use_it(app: &App) {
    let (admin, slug) = (app.admin(), app.name("used"));
    let body = json!({"name": app.name("used"), "expression": "return 1"});
    let mapping = admin.create("propertymappings/source/scim/", body).await.body;
    let source = json!({"name": slug, "slug": slug, "user_property_mappings": [mapping["pk"]]});
    let made = admin.create("sources/scim/", source).await.assert_has("user_property_mappings", json!([mapping["pk"]])).body;
    let expected = json!([{"app": "authentik_core", "model_name": "source", "pk": made["pk"], "name": slug, "action": "cascade_many"}]);
    admin.get(&format!("{}used_by/", at(ALL, &mapping))).await.assert(200, expected);
    admin.delete(&at(ALL, &mapping)).await.assert_status(204);
    admin.get(&format!("sources/scim/{slug}/")).await.assert_has("user_property_mappings", json!([]));
}
