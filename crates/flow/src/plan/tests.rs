#![expect(clippy::unwrap_used, reason = "tests")]

use serde_json::json;

use super::*;

const FLOW: Uuid = Uuid::from_u128(9);

/// Keys of the stages that a visitor goes through.
fn way(plan: &mut Plan, snapshot: &Snapshot) -> Vec<u128> {
    let mut keys = Vec::new();
    while let Some(place) = plan.present(snapshot) {
        keys.push(place.binding.map_or(0, |key| key.as_u128()));
        plan.leave();
    }
    keys
}

fn plan(judged: Judged) -> Plan {
    Plan::new(FLOW, judged, Map::new())
}

#[test]
fn stages_come_by_order_then_key() {
    let snapshot = Snapshot::of_places(FLOW, &[(20, 1, false), (10, 3, false), (10, 2, false), (-1, 4, false)]);
    assert_eq!(way(&mut plan(Judged::default()), &snapshot), [4, 2, 3, 1]);
}

#[test]
fn an_inserted_stage_comes_next_and_an_appended_one_last() {
    let snapshot = Snapshot::of_places(FLOW, &[(0, 1, false), (1, 2, false)]);
    let mut plan = plan(Judged::default());
    plan.append(Ahead::redirect("/end"));
    plan.present(&snapshot);
    plan.insert(Ahead::redirect("/next"));
    assert_eq!(way(&mut plan, &snapshot), [1, 0, 2, 0]);
}

#[test]
fn what_policies_left_out_stays_out() {
    let snapshot = Snapshot::of_places(FLOW, &[(0, 1, true), (1, 2, false)]);
    let judged = Judged { omitted: vec![Uuid::from_u128(1)], taken: Vec::new() };
    assert_eq!(way(&mut plan(judged), &snapshot), [2]);
}

#[test]
fn a_stage_whose_policies_were_asked_on_entry_is_not_asked_again() {
    let snapshot = Snapshot::of_places(FLOW, &[(0, 1, true)]);
    let judged = Judged { omitted: Vec::new(), taken: vec![Uuid::from_u128(1)] };
    assert!(!plan(judged).present(&snapshot).unwrap().re_evaluate);
}

#[test]
fn a_stage_that_was_put_into_the_flow_later_is_asked_when_the_visitor_gets_there() {
    let snapshot = Snapshot::of_places(FLOW, &[(0, 1, true)]);
    assert!(plan(Judged::default()).present(&snapshot).unwrap().re_evaluate);
}

#[test]
fn a_plan_survives_being_written_at_any_point() {
    let snapshot = Snapshot::of_places(FLOW, &[(0, 1, false), (1, 2, false), (2, 3, false)]);
    let mut plan = plan(Judged::default());
    plan.append(Ahead::redirect("/end"));
    plan.set_pending_user(&PendingUser::Unsaved { username: "jo".into(), email: "jo@example.com".into() });
    plan.prompt_data().insert("name".into(), "Jo".into());
    let mut written = plan.clone();
    let mut seen = Vec::new();
    while let Some(place) = written.present(&snapshot) {
        seen.push(place.binding.map_or(0, |key| key.as_u128()));
        written.leave();
        written = Plan::from_text(&written.to_text().unwrap()).unwrap();
    }
    assert_eq!(seen, way(&mut plan, &snapshot));
    assert_eq!(written.pending_user(), plan.pending_user());
    assert_eq!(written.context, plan.context);
}

#[test]
fn a_plan_is_as_small_for_a_thousand_stages_as_for_three() {
    let size = |stages: u32| {
        let places: Vec<(i64, u128, bool)> = (0..stages).map(|at| (at.into(), at.into(), false)).collect();
        let snapshot = Snapshot::of_places(FLOW, &places);
        let mut plan = plan(Judged::default());
        plan.present(&snapshot);
        plan.to_text().unwrap().as_str().unwrap().len()
    };
    assert_eq!(size(1000), size(3));
}

#[test]
fn a_plan_of_another_format_is_none() {
    let text = plan(Judged::default()).to_text().unwrap();
    assert!(Plan::from_text(&text).is_some());
    let mut json: Json = serde_json::from_str(text.as_str().unwrap()).unwrap();
    json.as_object_mut().unwrap().insert("version".into(), json!(0));
    assert_eq!(Plan::from_text(&json.to_string().into()), None);
    assert_eq!(Plan::from_text(&json!("plan")), None);
}

#[test]
fn a_user_who_is_stored_is_told_from_one_who_is_not() {
    let saved = PendingUser::Saved { pk: 7 };
    assert_eq!(PendingUser::of(&saved.clone().into_context()), Some(saved));
    let unsaved = PendingUser::Unsaved { username: "jo".into(), email: String::new() };
    assert_eq!(PendingUser::of(&unsaved.clone().into_context()), Some(unsaved));
    assert_eq!(PendingUser::of(&Map::new()), None);
}
