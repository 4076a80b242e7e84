//! The OpenAPI document that the server serves of itself.

use std::collections::HashSet;

use serde_json::{Value as Json, json};
use vestibule_tests::{App, Request, each_database};

each_database![
    the_document_is_public_and_in_both_notations,
    every_operation_has_a_name_of_its_own,
    every_reference_leads_somewhere,
    every_list_has_the_same_frame,
    every_field_is_explained,
];

async fn document(app: &App) -> Json {
    app.anonymous().get("schema/?format=json").await.assert_status(200).body
}

fn operations(document: &Json) -> Vec<(String, &Json)> {
    let paths = document["paths"].as_object().unwrap().iter();
    let methods =
        |item: &'_ Json| -> Vec<String> { item.as_object().unwrap().keys().filter(|key| *key != "parameters").cloned().collect() };
    paths.flat_map(|(path, item)| methods(item).into_iter().map(move |method| (format!("{method} {path}"), &item[&method]))).collect()
}

async fn the_document_is_public_and_in_both_notations(app: &App) {
    let document = document(app).await;
    assert_eq!((document["openapi"].as_str(), document["paths"].as_object().unwrap().is_empty()), (Some("3.0.3"), false));
    let yaml = app.anonymous().get("schema/").await.assert_status(200);
    assert!(
        yaml.header("content-type").is_some_and(|kind| kind.contains("openapi") || kind.contains("yaml")) && yaml.text().contains("3.0.3"),
        "{:?}",
        yaml.headers
    );
    let accepted = app.anonymous().send(Request::new("GET", "schema/").header("Accept", "application/json")).await;
    assert_eq!(accepted.assert_status(200)["info"], document["info"]);
    let wanted = app.anonymous().send(Request::new("GET", "schema/").header("Accept", "application/vnd.oai.openapi")).await;
    wanted.assert_status(200);
}

async fn every_operation_has_a_name_of_its_own(app: &App) {
    let (document, mut names) = (document(app).await, HashSet::new());
    for (operation, described) in operations(&document) {
        let name = described["operationId"].as_str().unwrap_or_else(|| panic!("{operation} has no name"));
        assert!(names.insert(name.to_owned()), "{operation}: {name} is taken");
        assert!(!described["responses"].as_object().unwrap().is_empty() && described["tags"].is_array(), "{operation}");
    }
    for wanted in [
        "stages_invitation_stages_create",
        "stages_invitation_invitations_send_email_create",
        "flows_executor_get",
        "flows_executor_solve",
        "core_users_me_retrieve",
    ] {
        assert!(names.contains(wanted), "{wanted} is missing");
    }
}

async fn every_reference_leads_somewhere(app: &App) {
    let document = document(app).await;
    let mut waiting = vec![&document];
    while let Some(node) = waiting.pop() {
        if let Some(reference) = node["$ref"].as_str() {
            assert!(document.pointer(reference.trim_start_matches('#')).is_some(), "{reference}");
        }
        waiting.extend(node.as_object().into_iter().flat_map(|fields| fields.values()));
        waiting.extend(node.as_array().into_iter().flatten());
    }
}

async fn every_list_has_the_same_frame(app: &App) {
    let document = document(app).await;
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let pages: Vec<_> = schemas.iter().filter(|(name, _)| name.starts_with("Paginated")).collect();
    assert!(pages.len() > 10);
    for (name, page) in pages {
        let mut required: Vec<&Json> = page["required"].as_array().unwrap().iter().collect();
        required.sort_by_key(|key| key.to_string());
        assert_eq!(required, [&json!("autocomplete"), &json!("pagination"), &json!("results")], "{name}");
    }
}

async fn every_field_is_explained(app: &App) {
    let document = document(app).await;
    let stage = &document["components"]["schemas"]["InvitationStage"];
    let explained = stage["properties"]["continue_flow_without_invitation"]["description"].as_str();
    assert!(explained.is_some_and(|text| text.len() > 20), "{stage}");
    assert_eq!(stage["properties"]["pk"]["readOnly"], true);
}
