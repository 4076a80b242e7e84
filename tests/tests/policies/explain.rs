//! Why somebody passes, or was turned away, as administrators read it.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, NOBODY, each_database};

use super::common::{bind, dummy, enter, events, flow, text};

each_database![
    an_administrator_reads_why_somebody_may_open_an_application,
    an_administrator_reads_what_a_flow_and_its_stages_ask,
    a_denied_visitor_has_a_code_under_which_the_reason_is_kept,
    the_page_of_a_denied_visitor_shows_the_code,
    reasons_are_for_those_who_see_everything_in_them,
    what_is_ours_alone_is_no_part_of_the_contract,
];

/// What is told about each binding, in order.
fn told<'a>(tree: &'a Json, name: &str) -> Vec<&'a Json> {
    tree["bindings"].as_array().unwrap().iter().map(|binding| &binding[name]).collect()
}

async fn an_administrator_reads_why_somebody_may_open_an_application(app: &App) {
    let (admin, slug, ada) = (app.admin(), app.name("app"), app.user("ada").await);
    let application = admin.create("core/applications/", json!({"name": slug, "slug": slug})).await.body;
    let (yes, group) = (dummy(app, true).await, admin.create("core/groups/", json!({"name": app.name("group")})).await);
    bind(app, &application, &yes, json!({"order": 2, "negate": true})).await;
    for (order, bound) in [(1, json!({"user": ada.pk})), (3, json!({"group": group["pk"]}))] {
        let mut body = json!({"target": application["pk"], "order": order});
        body.as_object_mut().unwrap().extend(bound.as_object().unwrap().clone());
        admin.create("policies/bindings/", body).await;
    }
    let path = format!("/api/vestibule/explain/?user={}&application={slug}", ada.pk);
    let tree = admin.get(&path).await.assert_status(200)["decision"].clone();
    assert_eq!((&tree["passing"], &tree["mode"], &tree["target"]["name"]), (&json!(true), &json!("any"), &json!(slug)), "{tree}");
    assert_eq!(tree["user"]["name"], json!(ada.username));
    assert_eq!(told(&tree, "kind"), ["user", "policy", "group"]);
    assert_eq!(told(&tree, "result"), [true, false, false]);
    assert_eq!(told(&tree, "negated"), [false, true, false]);
    assert_eq!(
        told(&tree, "bound").iter().map(|bound| &bound["name"]).collect::<Vec<_>>(),
        [&json!(ada.username), &yes["name"], &json!(format!("Group {}", group.str("name")))]
    );
    assert_eq!(tree["bindings"][1]["messages"], json!(["dummy"]));
    assert!(tree["bindings"][1]["microseconds"].is_u64(), "{tree}");
    assert_eq!(events(app, "policy_execution", &yes).await, 0, "it is a trial");
}

async fn an_administrator_reads_what_a_flow_and_its_stages_ask(app: &App) {
    let (admin, ada, flow) = (app.admin(), app.user("ada").await, flow(app, json!({})).await);
    let place = admin.get(&format!("flows/bindings/?target={}", text(&flow, "pk"))).await["results"][0].clone();
    bind(app, &flow, &dummy(app, true).await, json!({})).await;
    bind(app, &place, &dummy(app, false).await, json!({})).await;
    let path = format!("/api/vestibule/explain/?user={}&flow={}", ada.pk, text(&flow, "slug"));
    let tree = admin.get(&path).await.assert_status(200);
    assert_eq!((&tree["decision"]["passing"], &tree["authentication"]), (&json!(true), &json!("none")), "{tree}");
    let stage = &tree["stages"][0];
    assert_eq!((&stage["decision"]["passing"], &stage["order"]), (&json!(false), &json!(0)), "{tree}");
    assert_eq!(told(&stage["decision"], "messages"), [&json!(["dummy"])]);
    let wrong = json!({"non_field_errors": ["Name either an application or a flow."]});
    admin.get(&format!("/api/vestibule/explain/?user={}", ada.pk)).await.assert(400, wrong);
    admin.get("/api/vestibule/explain/?flow=x").await.assert(400, json!({"user": ["This field is required."]}));
    admin.get(&format!("/api/vestibule/explain/?user={}&flow=no-such-flow", ada.pk)).await.assert_status(404);
}

async fn a_denied_visitor_has_a_code_under_which_the_reason_is_kept(app: &App) {
    let (ada, flow, no) = (app.user("ada").await, flow(app, json!({})).await, dummy(app, false).await);
    bind(app, &flow, &no, json!({})).await;
    let seen = enter(&app.logged_in(&ada).await, &flow).await;
    assert_eq!(seen["component"], "ak-stage-access-denied");
    let code = seen.header("x-authentik-id").unwrap().to_owned();
    let kept = app.admin().get(&format!("/api/vestibule/explain/{code}/")).await.assert_status(200);
    assert_eq!(kept["code"], json!(code));
    let tree = &kept["decision"];
    assert_eq!(
        (&tree["user"]["name"], &tree["target"]["name"]),
        (&json!(ada.username), &json!(format!("Flow {0} ({0})", text(&flow, "slug")))),
        "{kept}"
    );
    assert_eq!(tree["bindings"][0]["bound"]["name"], no["name"], "{kept}");
    let told = json!({"detail": "No denial is kept under this code. They are kept for seven days."});
    for unknown in [NOBODY, "nonsense"] {
        app.admin().get(&format!("/api/vestibule/explain/{unknown}/")).await.assert(404, told.clone());
    }
}

async fn the_page_of_a_denied_visitor_shows_the_code(app: &App) {
    let (flow, no) = (flow(app, json!({})).await, dummy(app, false).await);
    bind(app, &flow, &no, json!({})).await;
    let page = app.browser().get(&format!("/if/flow/{}/", text(&flow, "slug"))).await.assert_status(200);
    let code = page.header("x-authentik-id").unwrap().to_owned();
    assert!(page.text().contains(&code), "{}", page.text());
    let kept = app.admin().get(&format!("/api/vestibule/explain/{code}/")).await.assert_status(200);
    assert_eq!(kept["decision"]["user"], json!(null), "{kept}");
}

async fn reasons_are_for_those_who_see_everything_in_them(app: &App) {
    let (ada, flow, no) = (app.user("ada").await, flow(app, json!({})).await, dummy(app, false).await);
    bind(app, &flow, &no, json!({})).await;
    let code = enter(&app.logged_in(&ada).await, &flow).await.header("x-authentik-id").unwrap().to_owned();
    let tried = format!("/api/vestibule/explain/?user={}&flow={}", ada.pk, text(&flow, "slug"));
    let kept = format!("/api/vestibule/explain/{code}/");
    let policies = ["authentik_policies.view_policy", "authentik_policies.view_policybinding"];
    let all = [policies.as_slice(), &["authentik_flows.view_flow", "authentik_core.view_user"]].concat();
    for (path, hidden) in [(&tried, 403), (&kept, 404)] {
        app.anonymous().get(path).await.assert_status(403);
        ada.api.get(path).await.assert_status(403);
        app.holder("eve", &all[2..]).await.user.api.get(path).await.assert_status(403);
        app.holder("eve", &all[..3]).await.user.api.get(path).await.assert_status(hidden);
        app.holder("eve", &[policies[0], policies[1], all[3]]).await.user.api.get(path).await.assert_status(hidden);
        app.holder("eve", &all).await.user.api.get(path).await.assert_status(200);
    }
}

async fn what_is_ours_alone_is_no_part_of_the_contract(app: &App) {
    let document = app.anonymous().get("schema/?format=json").await.assert_status(200);
    assert!(!document.text().contains("vestibule/explain"));
    app.admin().get("/api/v3/vestibule/explain/").await.assert_status(404);
    app.admin().post("/api/vestibule/explain/", json!({})).await.assert_status(405);
    app.admin().get("/api/vestibule/nothing/").await.assert_status(404);
}
