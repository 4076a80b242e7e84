//! An invited person enrols, headless, and is refused when the invitation does not admit them.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, Enrolment, Journey, NOBODY, PASSWORD, each_database};

each_database![
    an_invited_person_is_written_and_logged_in,
    the_form_is_prefilled_with_what_the_invitation_says,
    what_the_invitation_says_and_the_form_does_not_ask_is_written_too,
    mistakes_in_the_form_are_told_and_the_form_comes_again,
    a_completed_stage_redirects_to_the_same_address,
    after_the_enrolment_the_person_goes_where_the_link_says,
    an_invitation_that_does_not_admit_is_refused,
    an_invitation_counts_only_inside_the_query,
    the_short_parameter_name_works_too,
    a_stage_may_let_people_pass_without_an_invitation,
    an_enrolled_person_logs_in_again_with_the_chosen_password,
    what_is_not_a_json_answer_is_told_with_a_reference,
    a_taken_name_is_never_written_twice,
];

fn answers(username: &str) -> Json {
    json!({"component": "ak-stage-prompt", "username": username, "name": "Ada", "email": "ada@example.com", "password": PASSWORD, "password_repeat": PASSWORD})
}

async fn an_invited_person_is_written_and_logged_in(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let username = app.name("ada");
    let (journey, last) = enrolment.enrol(app, &enrolment.invite(app, json!({})).await, &username).await;
    last.assert(200, json!({"component": "xak-flow-redirect", "to": "/"}));
    let me = journey.browser.get("core/users/me/").await.assert_status(200);
    assert_eq!((&me["user"]["username"], &me["user"]["is_superuser"]), (&json!(username), &json!(false)));
    let written = app.admin().get(&format!("core/users/?username={username}")).await;
    assert_eq!(
        (written.column("name"), written.column("type"), written.column("is_active")),
        (vec![json!("Ada")], vec![json!("internal")], vec![json!(true)])
    );
}

async fn the_form_is_prefilled_with_what_the_invitation_says(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let invitation = enrolment.invite(app, json!({"fixed_data": {"email": "fixed@example.com"}})).await;
    let form = enrolment.open(app, &invitation).look().await.assert_status(200);
    assert_eq!(
        (&form["component"], &form["flow_info"]["title"], &form["flow_info"]["layout"]),
        (&json!("ak-stage-prompt"), &json!("Join us"), &json!("stacked"))
    );
    assert_eq!(form["flow_info"]["cancel_url"], "/flows/-/cancel/");
    let fields = form["fields"].as_array().unwrap();
    let keys: Vec<&Json> = fields.iter().map(|field| &field["field_key"]).collect();
    assert_eq!(keys, ["username", "name", "email", "password", "password_repeat"]);
    let email = json!({"field_key": "email", "label": "email", "type": "email", "required": true, "placeholder": "email",
                       "initial_value": "fixed@example.com", "order": 2, "sub_text": "", "choices": null});
    assert_eq!(fields[2], email);
}

async fn what_the_invitation_says_and_the_form_does_not_ask_is_written_too(app: &App) {
    let (enrolment, username) = (Enrolment::make(app).await, app.name("ada"));
    let data = json!({"attributes": {"dept": "eng"}, "email": "fixed@example.com", "groups": ["nobody"], "is_superuser": true});
    let journey = enrolment.open(app, &enrolment.invite(app, json!({"fixed_data": data})).await);
    journey.look().await;
    let mut form = answers(&username);
    form.as_object_mut().unwrap().remove("email");
    journey.answer(form).await.assert_has("component", json!("xak-flow-redirect"));
    let written = app.admin().get(&format!("core/users/?username={username}")).await.body["results"][0].clone();
    assert_eq!((&written["attributes"], &written["email"]), (&json!({"dept": "eng"}), &json!("fixed@example.com")));
    assert_eq!((&written["groups"], &written["is_superuser"]), (&json!([]), &json!(false)));
}

async fn mistakes_in_the_form_are_told_and_the_form_comes_again(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let journey = enrolment.open(app, &enrolment.invite(app, json!({})).await);
    journey.look().await;
    let missing = journey.answer(json!({})).await.assert_has("component", json!("ak-stage-prompt"));
    assert_eq!(missing["response_errors"]["username"], json!([{"string": "This field is required.", "code": "required"}]));
    assert_eq!(missing.complaints().len(), 5, "{missing}");
    let wrong = journey.answer(json!({"username": "akadmin", "name": "A", "email": "nope", "password": "a", "password_repeat": "b"})).await;
    assert_eq!(wrong.complaints(), ["email: Enter a valid email address.", "username: Username is already taken."]);
    let mut unequal = answers(&app.name("ada"));
    unequal["password_repeat"] = json!("other");
    assert_eq!(journey.answer(unequal).await.complaints(), ["non_field_errors: Passwords don't match."]);
    assert!(journey.look().await["response_errors"].is_null(), "a fresh look has no errors");
}

async fn a_completed_stage_redirects_to_the_same_address(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let journey = enrolment.open(app, &enrolment.invite(app, json!({})).await);
    let first = journey.step(None).await.assert_status(302);
    assert_eq!((first.header("location"), first.bytes.len()), (Some(journey.path.as_str()), 0));
    journey.step(None).await.assert_status(200).assert_has("component", json!("ak-stage-prompt"));
    journey.step(Some(answers(&app.name("ada")))).await.assert_status(302);
    journey.step(None).await.assert_status(302);
    journey.step(None).await.assert(200, json!({"component": "xak-flow-redirect", "to": "/"}));
}

async fn after_the_enrolment_the_person_goes_where_the_link_says(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let invitation = enrolment.invite(app, json!({})).await;
    let journey = Journey::new(app, &enrolment.slug, &format!("itoken={invitation}&next=%2Fif%2Fuser%2F"));
    journey.look().await;
    journey.answer(answers(&app.name("ada"))).await.assert(200, json!({"component": "xak-flow-redirect", "to": "/if/user/"}));
    for evil in ["https%3A%2F%2Fevil.example%2F", "%2F%2Fevil.example", "javascript%3Aalert(1)"] {
        let journey = Journey::new(app, &enrolment.slug, &format!("itoken={invitation}&next={evil}"));
        journey.look().await;
        let last = journey.answer(answers(&app.name("ada"))).await;
        last.assert_has("component", json!("ak-stage-access-denied")).assert_has("error_message", json!("Invalid next URL"));
    }
}

async fn an_invitation_that_does_not_admit_is_refused(app: &App) {
    let (enrolment, other) = (Enrolment::make(app).await, Enrolment::make(app).await);
    let expired = enrolment.invite(app, json!({"expires": "2020-01-01T00:00:00Z"})).await;
    let foreign = other.invite(app, json!({})).await;
    let used = enrolment.invite(app, json!({"single_use": true})).await;
    enrolment.enrol(app, &used, &app.name("ada")).await;
    for invitation in [&expired, &foreign, &used, NOBODY, "zz", "", "%00"] {
        let journey = enrolment.open(app, invitation);
        for body in [None, Some(json!({"component": "ak-stage-prompt"})), None] {
            let refused = journey.step(body).await.assert_status(200).assert_has("component", json!("ak-stage-access-denied"));
            assert_eq!(refused["error_message"], "Invalid invite/invite not found", "{invitation}");
        }
        journey.browser.get("core/users/me/").await.assert_status(403);
    }
}

async fn an_invitation_counts_only_inside_the_query(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let invitation = enrolment.invite(app, json!({})).await;
    let path = format!("/api/v3/flows/executor/{}/?itoken={invitation}&query=", enrolment.slug);
    app.browser().get(&path).await.assert_has("component", json!("ak-stage-access-denied"));
}

async fn the_short_parameter_name_works_too(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let loose = app.admin().create("stages/invitation/invitations/", json!({"name": "for-any-flow"})).await.str("pk");
    for query in [format!("token={loose}"), format!("itoken={}", loose.replace('-', ""))] {
        Journey::new(app, &enrolment.slug, &query).look().await.assert_has("component", json!("ak-stage-prompt"));
    }
}

async fn a_stage_may_let_people_pass_without_an_invitation(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let path = format!("stages/invitation/stages/{}/", enrolment.stage);
    app.admin().patch(&path, json!({"continue_flow_without_invitation": true})).await.assert_status(200);
    for query in ["", "itoken=zz"] {
        Journey::new(app, &enrolment.slug, query).look().await.assert_has("component", json!("ak-stage-prompt"));
    }
}

async fn an_enrolled_person_logs_in_again_with_the_chosen_password(app: &App) {
    let (enrolment, username) = (Enrolment::make(app).await, app.name("ada"));
    enrolment.enrol(app, &enrolment.invite(app, json!({})).await, &username).await;
    let (browser, last) = app.log_in(&username, PASSWORD).await;
    last.assert(200, json!({"component": "xak-flow-redirect", "to": "/"}));
    assert_eq!(browser.get("core/users/me/").await["user"]["username"], username);
}

async fn what_is_not_a_json_answer_is_told_with_a_reference(app: &App) {
    let enrolment = Enrolment::make(app).await;
    let journey = enrolment.open(app, &enrolment.invite(app, json!({})).await);
    journey.look().await;
    for request in ["{", "[1", "username=ada"] {
        let answer = journey.browser.send(vestibule_tests::Request::new("POST", &journey.path).json(request)).await.assert_status(200);
        assert_eq!((&answer["component"], answer.str("request_id").len()), (&json!("ak-stage-flow-error"), 32), "{answer}");
        assert!(answer["traceback"].is_null());
    }
    journey.look().await.assert_has("component", json!("ak-stage-prompt"));
}

async fn a_taken_name_is_never_written_twice(app: &App) {
    let (enrolment, username) = (Enrolment::make(app).await, app.name("ada"));
    let invitation = enrolment.invite(app, json!({})).await;
    let journeys = [enrolment.open(app, &invitation), enrolment.open(app, &invitation), enrolment.open(app, &invitation)];
    for journey in &journeys {
        journey.look().await;
    }
    let [one, two, three] = &journeys;
    let lasts = tokio::join!(one.answer(answers(&username)), two.answer(answers(&username)), three.answer(answers(&username)));
    let passed = [&lasts.0, &lasts.1, &lasts.2].into_iter().filter(|last| last["component"] == "xak-flow-redirect").count();
    assert_eq!(passed, 1, "{}\n{}\n{}", lasts.0, lasts.1, lasts.2);
    assert_eq!(app.admin().get(&format!("core/users/?username={username}")).await.count(), 1);
}
