//! Tests of the registry as a whole.

#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::*;

#[test]
fn every_folder_is_a_stage_type_of_the_registry() {
    let source = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let folders: BTreeSet<String> = std::fs::read_dir(source)
        .unwrap()
        .map(|entry| entry.unwrap())
        .filter(|entry| entry.file_type().unwrap().is_dir())
        .map(|entry| entry.file_name().into_string().unwrap())
        .collect();
    let folder = |kind: &StageKind| {
        let app = kind.resource.app().trim_start_matches("authentik_");
        app.trim_start_matches("stages_").to_owned()
    };
    assert_eq!(folders, STAGES.iter().map(folder).collect());
}

#[test]
fn every_stage_type_stands_in_the_registry_with_what_it_needs() {
    for stage in TYPES {
        let resource = stage.kind.resource;
        assert!(resource.is("authentik_flows.stage") && resource.path.starts_with("stages/"), "{}", resource.name);
        assert_eq!(stage.endpoints().first().map(|first| first.resource.model), Some(resource.model));
        assert!(!resource.form.is_empty() && resource.display == "Stage {name}", "{}", resource.name);
        assert!(serde_json::from_str::<Json>(stage.schemas).is_ok_and(|schemas| schemas.is_object()), "{}", resource.name);
    }
}

#[test]
fn a_challenge_and_its_answer_are_described() {
    let described: BTreeSet<String> = [vestibule_flow::area().schemas, area().schemas]
        .concat()
        .iter()
        .flat_map(|text| serde_json::from_str::<serde_json::Map<String, Json>>(text).unwrap())
        .map(|(name, _)| name)
        .collect();
    for component in STAGES.iter().map(|kind| kind.component).filter(|component| !component.is_empty()) {
        let name = component.trim_start_matches("ak-stage-").replace('-', "").replace("validate", "validation");
        let is = |ending: &str| described.iter().any(|known| known.to_lowercase() == format!("{name}{ending}"));
        assert!(is("challenge") && is("challengeresponserequest"), "{component}");
    }
}

#[test]
fn the_paths_are_those_of_the_contract() {
    let paths: Vec<&str> = area().endpoints.iter().map(|endpoint| endpoint.path).collect();
    let wanted = [
        "stages/account_lockdown",
        "stages/authenticator/duo",
        "stages/authenticator/email",
        "stages/authenticator/endpoint_gdtc",
        "stages/authenticator/sms",
        "stages/authenticator/static",
        "stages/authenticator/totp",
        "stages/authenticator/validate",
        "stages/authenticator/webauthn",
        "stages/authenticator/webauthn_device_types",
        "stages/captcha",
        "stages/consent",
        "stages/deny",
        "stages/dummy",
        "stages/email",
        "stages/endpoints",
        "stages/identification",
        "stages/invitation/stages",
        "stages/invitation/invitations",
        "",
        "stages/mtls",
        "stages/password",
        "stages/prompt/stages",
        "stages/prompt/prompts",
        "stages/redirect",
        "stages/source",
        "stages/user_delete",
        "stages/user_login",
        "stages/user_logout",
        "stages/user_write",
    ];
    assert_eq!(paths, wanted);
}
