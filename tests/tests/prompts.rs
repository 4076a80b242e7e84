//! Prompts: every kind of field, what it takes and what it refuses.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, Journey, NOBODY, each_database};

each_database![
    a_prompt_is_made_with_its_defaults,
    every_kind_of_prompt_can_be_made_and_shown,
    wrong_values_are_refused,
    fields_come_in_their_order,
    each_kind_refuses_what_it_is_not,
    each_kind_accepts_what_it_is,
    what_people_may_not_change_is_never_taken_from_them,
    a_field_with_an_initial_value_may_be_left_out,
    a_choice_offers_what_was_configured,
    a_prompt_is_previewed_without_being_stored,
    a_prompt_stage_needs_fields_that_exist,
];

const PROMPTS: &str = "stages/prompt/prompts/";
const KINDS: &[&str] = &[
    "text",
    "text_area",
    "text_read_only",
    "text_area_read_only",
    "username",
    "email",
    "password",
    "number",
    "checkbox",
    "radio-button-group",
    "dropdown",
    "date",
    "date-time",
    "file",
    "separator",
    "hidden",
    "static",
    "alert_info",
    "alert_warning",
    "alert_danger",
    "ak-locale",
];

async fn prompt(app: &App, kind: &str, more: Json) -> Json {
    let mut body =
        json!({"name": app.name("prompt"), "field_key": format!("attributes.{}", kind.replace('-', "_")), "label": kind, "type": kind});
    body.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    app.admin().create(PROMPTS, body).await.body
}

/// A flow that asks with these prompts and then ends.
async fn asking(app: &App, prompts: &[&Json]) -> Journey {
    let (admin, slug) = (app.admin(), app.name("ask"));
    let flow =
        admin.create("flows/instances/", json!({"name": slug, "slug": slug, "title": "t", "designation": "stage_configuration"})).await;
    let fields: Vec<&Json> = prompts.iter().map(|prompt| &prompt["pk"]).collect();
    let stage = admin.create("stages/prompt/stages/", json!({"name": slug, "fields": fields})).await;
    admin.create("flows/bindings/", json!({"target": flow["pk"], "stage": stage["pk"], "order": 0})).await;
    Journey::new(app, &slug, "")
}

async fn a_prompt_is_made_with_its_defaults(app: &App) {
    let made = prompt(app, "text", json!({})).await;
    let expected = json!({
        "pk": made["pk"], "name": made["name"], "field_key": "attributes.text", "label": "text", "type": "text", "required": true, "placeholder": "",
        "initial_value": "", "order": 0, "prompt_stages_obj": [], "sub_text": "", "placeholder_expression": false, "initial_value_expression": false,
    });
    assert_eq!(made, expected);
    app.admin().get(&format!("{PROMPTS}{NOBODY}/")).await.assert(404, json!({"detail": "No Prompt matches the given query."}));
}

async fn every_kind_of_prompt_can_be_made_and_shown(app: &App) {
    let mut made = Vec::new();
    for (order, kind) in KINDS.iter().enumerate() {
        made.push(prompt(app, kind, json!({"order": order})).await);
    }
    let journey = asking(app, &made.iter().collect::<Vec<_>>()).await;
    let shown = journey.look().await.assert_has("component", json!("ak-stage-prompt"));
    let kinds: Vec<&str> = shown["fields"].as_array().unwrap().iter().map(|field| field["type"].as_str().unwrap()).collect();
    assert_eq!(kinds, KINDS);
    let found = app.admin().get(&format!("{PROMPTS}?type=ak-locale&name={}", made.last().unwrap()["name"].as_str().unwrap())).await;
    assert_eq!(found.column("pk"), [made.last().unwrap()["pk"].clone()]);
    assert_eq!(found.body["results"][0]["prompt_stages_obj"].as_array().map(Vec::len), Some(1));
}

async fn wrong_values_are_refused(app: &App) {
    let (admin, made) = (app.admin(), prompt(app, "text", json!({})).await);
    let required = json!(["This field is required."]);
    admin.post(PROMPTS, json!({})).await.assert(400, json!({"name": required, "field_key": required, "label": required, "type": required}));
    let body = |name: &Json, kind: &str| json!({"name": name, "field_key": "x", "label": "x", "type": kind});
    admin.post(PROMPTS, body(&json!(app.name("prompt")), "bogus")).await.assert(400, json!({"type": ["\"bogus\" is not a valid choice."]}));
    admin.post(PROMPTS, body(&made["name"], "text")).await.assert(400, json!({"name": ["Prompt with this name already exists."]}));
}

async fn fields_come_in_their_order(app: &App) {
    let late = prompt(app, "text", json!({"order": 9, "field_key": "late"})).await;
    let early = prompt(app, "text", json!({"order": -1, "field_key": "early"})).await;
    let shown = asking(app, &[&late, &early]).await.look().await;
    assert_eq!((&shown["fields"][0]["field_key"], &shown["fields"][1]["field_key"]), (&json!("early"), &json!("late")));
}

async fn each_kind_refuses_what_it_is_not(app: &App) {
    let cases = [
        ("email", json!("nope"), "Enter a valid email address."),
        ("number", json!("x"), "A valid integer is required."),
        ("checkbox", json!("maybe"), "Must be a valid boolean."),
        ("date", json!("2020-13-01"), "Date has wrong format. Use one of these formats instead: YYYY-MM-DD."),
        (
            "date-time",
            json!("x"),
            "Datetime has wrong format. Use one of these formats instead: YYYY-MM-DDThh:mm[:ss[.uuuuuu]][+HH:MM|-HH:MM|Z].",
        ),
        ("file", json!("https://example.com"), "Invalid scheme"),
        ("file", json!("data:text/plain,hello"), "Invalid encoding"),
        ("dropdown", json!("other"), "\"other\" is not a valid choice."),
        ("radio-button-group", json!("other"), "\"other\" is not a valid choice."),
        ("text", json!({"a": 1}), "Not a valid string."),
        ("text", json!(""), "This field may not be blank."),
        ("username", json!("akadmin"), "Username is already taken."),
    ];
    for (kind, value, message) in cases {
        let made = prompt(app, kind, json!({"field_key": "field", "placeholder": "only"})).await;
        let answer = asking(app, &[&made]).await.answer(json!({"field": value})).await;
        assert_eq!(answer.complaints(), [format!("field: {message}")], "{kind} {value}");
    }
}

async fn each_kind_accepts_what_it_is(app: &App) {
    let cases = [
        ("text", json!("a")),
        ("text_area", json!("a\nb")),
        ("username", json!(app.name("new"))),
        ("email", json!("a@example.com")),
        ("password", json!(" p ")),
        ("number", json!("-12")),
        ("checkbox", json!("on")),
        ("radio-button-group", json!("only")),
        ("dropdown", json!("only")),
        ("date", json!("2020-02-29")),
        ("date-time", json!("2020-02-29T10:00:00Z")),
        ("file", json!("data:text/plain;base64,aGVsbG8=")),
        ("ak-locale", json!("")),
        ("separator", json!(null)),
    ];
    for (kind, value) in cases {
        let made = prompt(app, kind, json!({"field_key": "field", "placeholder": "only"})).await;
        let body = if value.is_null() { json!({}) } else { json!({"field": value}) };
        let answer = asking(app, &[&made]).await.answer(body).await;
        assert_eq!(answer["component"], "xak-flow-redirect", "{kind} {value}: {answer}");
    }
}

async fn what_people_may_not_change_is_never_taken_from_them(app: &App) {
    let (admin, slug, username) = (app.admin(), app.name("ask"), app.name("ada"));
    let mut fields = vec![prompt(app, "username", json!({"field_key": "username"})).await];
    for kind in ["hidden", "static", "text_read_only", "text_area_read_only"] {
        fields.push(prompt(app, kind, json!({"initial_value": "ours", "field_key": format!("attributes.{kind}")})).await);
    }
    let flow = admin.create("flows/instances/", json!({"name": slug, "slug": slug, "title": "t", "designation": "enrollment"})).await;
    let keys: Vec<&Json> = fields.iter().map(|prompt| &prompt["pk"]).collect();
    let ask = admin.create("stages/prompt/stages/", json!({"name": slug, "fields": keys})).await;
    let write = admin.create("stages/user_write/", json!({"name": app.name("write"), "user_creation_mode": "always_create"})).await;
    for (order, stage) in [&ask, &write].into_iter().enumerate() {
        admin.create("flows/bindings/", json!({"target": flow["pk"], "stage": stage["pk"], "order": order})).await;
    }
    let mut body = json!({"username": username});
    for field in &fields[1..] {
        body[field["field_key"].as_str().unwrap()] = json!("theirs");
    }
    Journey::new(app, &slug, "").answer(body).await.assert_has("component", json!("xak-flow-redirect"));
    let written = admin.get(&format!("core/users/?username={username}")).await.body["results"][0]["attributes"].clone();
    assert_eq!(written, json!({"hidden": "ours", "static": "ours", "text_read_only": "ours", "text_area_read_only": "ours"}));
}

async fn a_field_with_an_initial_value_may_be_left_out(app: &App) {
    let made = prompt(app, "text", json!({"field_key": "field", "initial_value": "ready"})).await;
    let journey = asking(app, &[&made]).await;
    assert_eq!(journey.look().await["fields"][0]["initial_value"], "ready");
    journey.answer(json!({})).await.assert_has("component", json!("xak-flow-redirect"));
}

async fn a_choice_offers_what_was_configured(app: &App) {
    let made = prompt(app, "dropdown", json!({"field_key": "field", "placeholder": "only"})).await;
    let field = asking(app, &[&made]).await.look().await["fields"][0].clone();
    assert_eq!((&field["choices"], &field["placeholder"]), (&json!([{"label": "only", "value": "only"}]), &json!("")));
}

async fn a_prompt_is_previewed_without_being_stored(app: &App) {
    let (admin, name) = (app.admin(), app.name("preview"));
    let body = json!({"name": name, "field_key": "colour", "label": "Colour", "type": "text", "initial_value": "red"});
    let shown = admin.post(&format!("{PROMPTS}preview/"), body).await.assert_status(200);
    assert_eq!((&shown["component"], &shown["fields"][0]["initial_value"]), (&json!("ak-stage-prompt"), &json!("red")));
    assert_eq!(admin.get(&format!("{PROMPTS}?name={name}")).await.count(), 0);
}

async fn a_prompt_stage_needs_fields_that_exist(app: &App) {
    let (admin, path) = (app.admin(), "stages/prompt/stages/");
    admin.post(path, json!({"name": app.name("ask")})).await.assert(400, json!({"fields": ["This field is required."]}));
    let missing = json!({"fields": [format!("Invalid pk \"{NOBODY}\" - object does not exist.")]});
    admin.post(path, json!({"name": app.name("ask"), "fields": [NOBODY]})).await.assert(400, missing);
    admin
        .post(path, json!({"name": app.name("ask"), "fields": "x"}))
        .await
        .assert(400, json!({"fields": ["Expected a list of items but got type \"str\"."]}));
    let made = prompt(app, "text", json!({})).await;
    let stage = admin.create(path, json!({"name": app.name("ask"), "fields": [made["pk"]]})).await;
    admin.delete(&format!("{PROMPTS}{}/", made["pk"].as_str().unwrap())).await.assert_status(204);
    admin.get(&format!("{path}{}/", stage.str("pk"))).await.assert_status(200).assert_has("fields", json!([]));
}
