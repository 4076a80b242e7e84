//! Tests of the registry as a whole.

#![expect(clippy::unwrap_used, clippy::string_slice, reason = "tests")]

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
    let registered: BTreeSet<String> =
        STAGES.iter().map(|kind| kind.resource.app().strip_prefix("authentik_stages_").unwrap_or_default().to_owned()).collect();
    assert_eq!(folders, registered);
}

#[test]
fn every_stage_type_stands_in_the_registry_with_what_it_needs() {
    for stage in TYPES {
        let resource = stage.kind.resource;
        assert_eq!(stage.resources.first().map(|first| first.model), Some(resource.model), "{}", resource.name);
        assert!(resource.extends.as_ref().is_some_and(|base| base.resource.model == "authentik_flows.stage"), "{}", resource.name);
        let served: Vec<&str> = (stage.endpoints)().iter().map(|endpoint| endpoint.resource.model).collect();
        assert!(served.contains(&resource.model) && resource.path.starts_with("stages/"), "{}", resource.name);
        assert!(!resource.form.is_empty(), "{}", resource.name);
        assert!(serde_json::from_str::<Json>(stage.schemas).is_ok_and(|schemas| schemas.is_object()), "{}", resource.name);
    }
}

#[test]
fn a_challenge_and_its_answer_are_described() {
    let described: BTreeSet<String> = SCHEMAS
        .iter()
        .flat_map(|text| serde_json::from_str::<serde_json::Map<String, Json>>(text).unwrap())
        .map(|(name, _)| name)
        .collect();
    let components: Vec<&str> = STAGES.iter().map(|kind| kind.component).filter(|component| !component.is_empty()).collect();
    let titled: Vec<String> = components
        .iter()
        .map(|component| component.trim_start_matches("ak-stage-").split('-').map(|word| word[..1].to_uppercase() + &word[1..]).collect())
        .collect();
    assert_eq!(titled, ["Dummy", "Identification", "Password", "Prompt", "UserLogin"]);
    for name in titled {
        assert!(described.contains(&format!("{name}Challenge")), "{name}Challenge");
        assert!(described.contains(&format!("{name}ChallengeResponseRequest")), "{name}ChallengeResponseRequest");
    }
}

#[test]
fn the_models_are_those_of_the_contract() {
    let models: Vec<&str> = resources().iter().map(|resource| resource.model).collect();
    let wanted = [
        "authentik_stages_deny.denystage",
        "authentik_stages_dummy.dummystage",
        "authentik_stages_identification.identificationstage",
        "authentik_stages_invitation.invitationstage",
        "authentik_stages_invitation.invitation",
        "authentik_stages_invitation.invitationreservation",
        "authentik_stages_password.passwordstage",
        "authentik_stages_prompt.promptstage",
        "authentik_stages_prompt.prompt",
        "authentik_stages_redirect.redirectstage",
        "authentik_stages_user_delete.userdeletestage",
        "authentik_stages_user_login.userloginstage",
        "authentik_stages_user_logout.userlogoutstage",
        "authentik_stages_user_write.userwritestage",
    ];
    assert_eq!(models, wanted);
}
