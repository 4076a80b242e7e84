//! People ask for access, those whom a rule names decide, and what is granted ends by itself or is taken back.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, User, each_database};

each_database![
    people_ask_for_themselves_and_see_only_their_own,
    only_whom_the_rule_names_decides,
    members_of_a_named_group_decide,
    a_rule_that_names_nobody_lets_nobody_decide,
    nobody_decides_about_their_own_request,
    nobody_decides_about_the_request_of_their_agent,
    what_is_granted_opens_the_door_and_ends,
    what_is_granted_is_taken_back,
    a_request_is_decided_once,
    several_have_to_approve_where_the_rule_says_so,
    each_group_has_to_approve_where_the_rule_says_so,
    who_may_ask_is_what_the_binding_says,
    nobody_asks_for_longer_than_the_rule_allows,
    a_flow_before_a_request_is_not_passed_over,
    what_all_bindings_guard_is_not_opened_by_one_more,
    an_agent_asks_whom_it_acts_for,
    who_cannot_bind_policies_opens_no_way,
];

/// An entitlement that can be asked for under a rule.
struct Way {
    rule: Json,
    binding: Json,
    target: String,
}

impl Way {
    /// Under a rule with these settings, which names nobody yet.
    async fn new(app: &App, settings: Json) -> Way {
        let admin = app.admin();
        let wiki = admin.create("core/applications/", json!({"name": app.name("wiki"), "slug": app.name("wiki")})).await.str("pk");
        let entitlement = json!({"name": app.name("editor"), "app": wiki});
        let target = admin.create("core/application_entitlements/", entitlement).await.str("pbm_uuid");
        let mut body = json!({"name": app.name("rule")});
        body.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
        let rule = admin.create("requests/rules/", body).await.body;
        let binding = admin.create("requests/rule-bindings/", json!({"rule": rule["uuid"], "target": target})).await.body;
        Way { rule, binding, target }
    }

    /// The rule names this user or group.
    async fn named(&self, app: &App, kind: &str, key: impl Into<Json>) {
        bind(app, &self.rule["pbm_uuid"], kind, key).await;
    }

    /// Somebody asks; answers the address of their request.
    async fn ask(&self, who: &User) -> String {
        let link = who.api.post("requests/grant-requests/", json!({"pbms": [self.target]})).await.assert_status(200).str("link");
        link.split_once("/api/v3/").unwrap().1.to_owned()
    }

    /// How many bindings there are to what can be asked for.
    async fn doors(&self, app: &App) -> i64 {
        app.admin().get(&format!("policies/bindings/?target={}", self.target)).await.count()
    }
}

async fn bind(app: &App, target: &Json, kind: &str, key: impl Into<Json>) {
    app.admin().create("policies/bindings/", json!({"target": target, kind: key.into(), "order": 0})).await;
}

async fn decide(who: &User, request: &str, status: &str) -> u16 {
    who.api.patch(&format!("{request}fulfill/"), json!({"status": status})).await.status
}

async fn people_ask_for_themselves_and_see_only_their_own(app: &App) {
    let (way, ada, eve) = (Way::new(app, json!({})).await, app.user("ada").await, app.user("eve").await);
    let request = way.ask(&ada).await;
    let shown = ada.api.get(&request).await.assert_has("status", json!("created")).assert_has("is_active", json!(false));
    assert_eq!((&shown.body["created_by"]["pk"], &shown.body["targets"]), (&json!(ada.pk), &json!([way.target])));
    assert_eq!(shown.body["target_objs"][0]["meta_model_name"], json!("authentik_core.applicationentitlement"));
    let again = json!({"pbms": ["You have asked for this already."]});
    ada.api.post("requests/grant-requests/", json!({"pbms": [way.target]})).await.assert(400, again);
    eve.api.get(&request).await.assert_status(404);
    assert_eq!(eve.api.get("requests/grant-requests/").await.count(), 0);
    eve.api.delete(&request).await.assert_status(404);
    app.anonymous().post("requests/grant-requests/", json!({"pbms": [way.target]})).await.assert_status(403);
}

async fn only_whom_the_rule_names_decides(app: &App) {
    let (way, ada) = (Way::new(app, json!({})).await, app.user("ada").await);
    let (judge, eve) = (app.user("judge").await, app.user("eve").await);
    way.named(app, "user", judge.pk).await;
    let request = way.ask(&ada).await;
    assert_eq!(decide(&eve, &request, "approved").await, 404);
    assert_eq!(eve.api.get("requests/grant-requests/pending_review/").await.count(), 0);
    assert_eq!(judge.api.get("requests/grant-requests/pending_review/").await.count(), 1);
    assert_eq!(decide(&judge, &request, "denied").await, 204);
    ada.api.get(&request).await.assert_has("status", json!("denied"));
    assert_eq!(way.doors(app).await, 0);
}

async fn members_of_a_named_group_decide(app: &App) {
    let (way, ada, judge) = (Way::new(app, json!({})).await, app.user("ada").await, app.user("judge").await);
    let above = app.admin().create("core/groups/", json!({"name": app.name("judges")})).await.str("pk");
    let below = json!({"name": app.name("young judges"), "parents": [above], "users": [judge.pk]});
    app.admin().create("core/groups/", below).await;
    way.named(app, "group", above).await;
    let request = way.ask(&ada).await;
    assert_eq!(decide(&judge, &request, "approved").await, 204);
}

async fn a_rule_that_names_nobody_lets_nobody_decide(app: &App) {
    let (way, ada, judge) = (Way::new(app, json!({})).await, app.user("ada").await, app.user("judge").await);
    let request = way.ask(&ada).await;
    assert_eq!(decide(&judge, &request, "approved").await, 404);
    let excluded = json!({"target": way.rule["pbm_uuid"], "user": ada.pk, "order": 0, "negate": true});
    app.admin().create("policies/bindings/", excluded).await;
    assert_eq!(decide(&judge, &request, "approved").await, 404, "who is not excluded is not named by that");
    let switched_off = json!({"target": way.rule["pbm_uuid"], "user": judge.pk, "order": 1, "enabled": false});
    app.admin().create("policies/bindings/", switched_off).await;
    assert_eq!(decide(&judge, &request, "approved").await, 404);
}

async fn nobody_decides_about_their_own_request(app: &App) {
    let (way, ada) = (Way::new(app, json!({})).await, app.user("ada").await);
    way.named(app, "user", ada.pk).await;
    let request = way.ask(&ada).await;
    assert_eq!(decide(&ada, &request, "approved").await, 403);
    assert_eq!(ada.api.get("requests/grant-requests/pending_review/").await.count(), 0);
}

async fn nobody_decides_about_the_request_of_their_agent(app: &App) {
    let (way, ada) = (Way::new(app, json!({})).await, app.user("ada").await);
    way.named(app, "user", ada.pk).await;
    let key = app.admin().create("agents/agents/", json!({"parent": ada.pk})).await.str("token");
    let link = app.with_token(&key).post("requests/grant-requests/", json!({"pbms": [way.target]})).await.assert_status(200).str("link");
    let request = link.split_once("/api/v3/").unwrap().1;
    assert_eq!(decide(&ada, request, "approved").await, 404);
}

async fn what_is_granted_opens_the_door_and_ends(app: &App) {
    let (way, ada, judge) = (Way::new(app, json!({})).await, app.user("ada").await, app.user("judge").await);
    way.named(app, "user", judge.pk).await;
    let request = way.ask(&ada).await;
    let words = json!({"status": "approved", "data": {"why": "on duty"}});
    judge.api.patch(&format!("{request}fulfill/"), words).await.assert_status(204);
    let granted = ada.api.get(&request).await.assert_has("is_active", json!(true));
    let granted = granted.assert_has("fulfiller_data", json!({"why": "on duty"}));
    let door = app.admin().get(&format!("policies/bindings/?target={}", way.target)).await.body["results"][0].clone();
    assert_eq!((&door["user"], &door["expires"]), (&json!(ada.pk), &granted.body["expires"]));
    assert_eq!(door["expiring"], json!(true));
}

async fn what_is_granted_is_taken_back(app: &App) {
    let (way, judge, eve) = (Way::new(app, json!({})).await, app.user("judge").await, app.user("eve").await);
    way.named(app, "user", judge.pk).await;
    for back in ["revoke by the judge", "revoke by oneself", "delete"] {
        let ada = app.user("ada").await;
        let request = way.ask(&ada).await;
        assert_eq!(decide(&judge, &request, "approved").await, 204);
        assert_eq!(way.doors(app).await, 1);
        eve.api.delete(&format!("{request}revoke/")).await.assert_status(404);
        match back {
            "delete" => drop(ada.api.delete(&request).await.assert_status(204)),
            "revoke by oneself" => drop(ada.api.delete(&format!("{request}revoke/")).await.assert_status(204)),
            _ => {
                judge.api.delete(&format!("{request}revoke/")).await.assert_status(204);
                let shown = ada.api.get(&request).await.assert_has("status", json!("revoked")).assert_has("is_active", json!(false));
                assert_eq!(shown.body["revoked_by"]["pk"], json!(judge.pk));
                let nothing = json!({"non_field_errors": ["There is nothing to revoke."]});
                judge.api.delete(&format!("{request}revoke/")).await.assert(400, nothing);
            }
        }
        assert_eq!(way.doors(app).await, 0, "{back}");
    }
}

async fn a_request_is_decided_once(app: &App) {
    let (way, ada, judge) = (Way::new(app, json!({})).await, app.user("ada").await, app.user("judge").await);
    way.named(app, "user", judge.pk).await;
    let request = way.ask(&ada).await;
    for (body, told) in [
        (json!({}), json!({"status": ["This field is required."]})),
        (json!({"status": "created"}), json!({"status": ["A request is either approved or denied."]})),
        (json!({"status": "perhaps"}), json!({"status": ["\"perhaps\" is not a valid choice."]})),
    ] {
        judge.api.patch(&format!("{request}fulfill/"), body).await.assert(400, told);
    }
    assert_eq!(decide(&judge, &request, "denied").await, 204);
    let told = json!({"status": ["The request was decided already."]});
    judge.api.patch(&format!("{request}fulfill/"), json!({"status": "approved"})).await.assert(400, told);
    assert_eq!(way.doors(app).await, 0);
}

async fn several_have_to_approve_where_the_rule_says_so(app: &App) {
    let (way, ada) = (Way::new(app, json!({"min_reviewers": 2})).await, app.user("ada").await);
    let (first, second) = (app.user("first").await, app.user("second").await);
    way.named(app, "user", first.pk).await;
    way.named(app, "user", second.pk).await;
    let request = way.ask(&ada).await;
    assert_eq!(decide(&first, &request, "approved").await, 204);
    ada.api.get(&request).await.assert_has("status", json!("created"));
    assert_eq!((way.doors(app).await, decide(&first, &request, "approved").await), (0, 400), "nobody counts twice");
    assert_eq!(decide(&second, &request, "approved").await, 204);
    ada.api.get(&request).await.assert_has("status", json!("approved"));
    assert_eq!(way.doors(app).await, 1);
}

async fn each_group_has_to_approve_where_the_rule_says_so(app: &App) {
    let (way, ada) = (Way::new(app, json!({"min_reviewers_is_per_group": true})).await, app.user("ada").await);
    let (law, money) = (app.user("law").await, app.user("money").await);
    for judge in [&law, &money] {
        let group = json!({"name": app.name("group"), "users": [judge.pk]});
        way.named(app, "group", app.admin().create("core/groups/", group).await.str("pk")).await;
    }
    let request = way.ask(&ada).await;
    assert_eq!(decide(&law, &request, "approved").await, 204);
    ada.api.get(&request).await.assert_has("status", json!("created"));
    assert_eq!(decide(&money, &request, "approved").await, 204);
    ada.api.get(&request).await.assert_has("status", json!("approved"));
}

async fn who_may_ask_is_what_the_binding_says(app: &App) {
    let (way, ada, eve) = (Way::new(app, json!({})).await, app.user("ada").await, app.user("eve").await);
    bind(app, &way.binding["pbm_uuid"], "user", ada.pk).await;
    way.ask(&ada).await;
    let told = json!({"pbms": ["There is no rule under which you may ask for all of this together."]});
    eve.api.post("requests/grant-requests/", json!({"pbms": [way.target]})).await.assert(400, told.clone());
    eve.api.post("requests/grant-requests/", json!({"pbms": [vestibule_tests::NOBODY]})).await.assert(400, told);
    let empty = json!({"pbms": ["This list may not be empty."]});
    eve.api.post("requests/grant-requests/", json!({"pbms": []})).await.assert(400, empty);
}

async fn nobody_asks_for_longer_than_the_rule_allows(app: &App) {
    let (way, ada) = (Way::new(app, json!({})).await, app.user("ada").await);
    let ask = async |expiry: &str| ada.api.post("requests/grant-requests/", json!({"pbms": [way.target], "expiry": expiry})).await;
    ask("days=31").await.assert(400, json!({"expiry": ["This is longer than access to it may last."]}));
    ask("hours=0").await.assert_status(400);
    ask("soon").await.assert(400, json!({"expiry": ["soon is not in the correct format of 'hours=3;minutes=1'."]}));
    ask("hours=1").await.assert_status(200);
}

async fn a_flow_before_a_request_is_not_passed_over(app: &App) {
    let flow = json!({"name": app.name("flow"), "slug": app.name("flow"), "title": "t", "designation": "stage_configuration"});
    let flow = app.admin().create("flows/instances/", flow).await.str("pk");
    let (way, ada) = (Way::new(app, json!({"request_flow": flow})).await, app.user("ada").await);
    let answer = ada.api.post("requests/grant-requests/", json!({"pbms": [way.target]})).await.assert_status(400);
    assert!(answer.text().contains("not possible yet"), "{answer}");
    assert_eq!(ada.api.get("requests/grant-requests/").await.count(), 0);
}

async fn what_all_bindings_guard_is_not_opened_by_one_more(app: &App) {
    let (ada, judge, staff) = (app.user("ada").await, app.user("judge").await, app.user("staff").await);
    let all = json!({"name": app.name("vault"), "slug": app.name("vault"), "policy_engine_mode": "all"});
    let vault = app.admin().create("core/applications/", all).await.body["pk"].clone();
    bind(app, &vault, "user", staff.pk).await;
    let rule = app.admin().create("requests/rules/", json!({"name": app.name("rule")})).await.body;
    app.admin().create("requests/rule-bindings/", json!({"rule": rule["uuid"], "target": vault})).await;
    bind(app, &rule["pbm_uuid"], "user", judge.pk).await;
    let link = ada.api.post("requests/grant-requests/", json!({"pbms": [vault]})).await.assert_status(200).str("link");
    let request = link.split_once("/api/v3/").unwrap().1;
    assert_eq!(decide(&judge, request, "approved").await, 400);
    ada.api.get(request).await.assert_has("status", json!("created"));
}

async fn an_agent_asks_whom_it_acts_for(app: &App) {
    let (way, ada, eve) = (Way::new(app, json!({})).await, app.user("ada").await, app.user("eve").await);
    let agent = app.admin().create("agents/agents/", json!({"parent": ada.pk})).await;
    let api = app.with_token(&agent.str("token"));
    ada.api.post("requests/grant-requests/agent/", json!({"pbms": [way.target]})).await.assert_status(403);
    let asked = api.create("requests/grant-requests/agent/", json!({"pbms": [way.target]})).await;
    let request = format!("requests/grant-requests/{}/", asked.body["grant_request"]["uuid"].as_str().unwrap());
    ada.api.get(&request).await.assert_status(200);
    assert_eq!(decide(&eve, &request, "approved").await, 404);
    assert_eq!(decide(&ada, &request, "approved").await, 403, "nobody gives what they have not");
    bind(app, &way.target.clone().into(), "user", ada.pk).await;
    assert_eq!(decide(&ada, &request, "approved").await, 204);
    assert_eq!(way.doors(app).await, 2);
}

async fn who_cannot_bind_policies_opens_no_way(app: &App) {
    let way = Way::new(app, json!({})).await;
    let all = ["add_requestrule", "add_requestrulebinding", "view_requestrule"].map(|name| format!("authentik_requests.{name}"));
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    let maker = app.holder("maker", &all).await;
    let rule = maker.user.api.create("requests/rules/", json!({"name": app.name("rule")})).await.str("uuid");
    let told = json!({"target": ["Only who may bind policies decides what can be requested."]});
    maker.user.api.post("requests/rule-bindings/", json!({"rule": rule, "target": way.target})).await.assert(400, told);
}
