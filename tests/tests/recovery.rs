//! Recovery links, and that nobody comes by the link of somebody else.

use serde_json::json;
use vestibule_tests::{App, each_database_alone};

each_database_alone![a_recovery_link_is_nobody_s_but_its_user_s, a_search_of_many_words_does_no_harm];

/// Gives the default brand a recovery flow.
async fn recovery_flow(app: &App) {
    let flow = app.admin().create("flows/instances/", json!({"name": "R", "slug": "r", "title": "R", "designation": "recovery"})).await;
    let brands = app.admin().get("core/brands/").await;
    let brand = format!("core/brands/{}/", brands["results"][0]["brand_uuid"].as_str().unwrap());
    app.admin().patch(&brand, json!({"flow_recovery": flow["pk"]})).await.assert_status(200);
}

async fn a_recovery_link_is_nobody_s_but_its_user_s(app: &App) {
    recovery_flow(app).await;
    let (eve, boss) = (app.user("eve").await, app.admin().get("core/users/me/").await["user"].clone());
    let link = |pk: i64| async move {
        app.admin().post(&format!("core/users/{pk}/recovery/"), json!({})).await.assert_status(200)["link"].clone()
    };
    let own = link(eve.pk).await;
    let tokens = app.admin().get("core/tokens/?intent=verification").await;
    let path = format!("core/tokens/{}/", tokens["results"][0]["identifier"].as_str().unwrap());
    let victims = format!("{}-password-reset", boss["uid"].as_str().unwrap());
    for refused in [
        eve.api.patch(&path, json!({"identifier": victims})).await,
        eve.api.get(&format!("{path}view_key/")).await,
        eve.api.post(&format!("{path}set_key/"), json!({"key": "known"})).await,
    ] {
        refused.assert_status(403);
    }
    // Even a token of that name, made beforehand, does not come by the administrator's plan.
    eve.api.post("core/tokens/", json!({"identifier": victims, "intent": "api"})).await.assert_status(201);
    let bosses = link(boss["pk"].as_i64().unwrap()).await;
    assert_ne!(own, bosses);
    eve.api.get(&format!("core/tokens/{victims}/")).await.assert_status(404);
}

async fn a_search_of_many_words_does_no_harm(app: &App) {
    let eve = app.user("eve").await;
    eve.api.get(&format!("core/tokens/?search={}", "a+".repeat(3000))).await.assert_status(200);
    let members: Vec<String> = (0..1100).map(|number| format!("%22k{number}%22:1")).collect();
    app.admin().get(&format!("core/users/?attributes=%7B{}%7D", members.join(","))).await.assert_status(400);
    app.admin().get(&format!("core/users/?attributes=%7B%22{}%22:1%7D", "a__".repeat(2000))).await.assert_status(400);
}
