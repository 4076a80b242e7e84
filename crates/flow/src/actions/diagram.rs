//! A flow as a drawing, in the language of Mermaid.

use std::sync::Arc;

use serde_json::json;
use uuid::Uuid;
use vestibule_engine::{Answer, Context};
use vestibule_policies::{Policies, Policy};
use vestibule_resource::{Error, Model as _, Record, Result};

use crate::{
    Stages,
    snapshot::{FlowAt, Snapshot},
};

/// What is drawn.
struct Drawing {
    name: String,
    requirement: Option<String>,
    policies: Vec<Guard>,
    stages: Vec<Step>,
}

/// A policy, with the order of its binding.
struct Guard {
    order: i64,
    label: String,
}

struct Step {
    label: String,
    policies: Vec<Guard>,
}

/// Draws a flow.
pub(super) async fn diagram(cx: &Context, flow: Option<Record>) -> Result<Answer> {
    let stages: &Stages = cx.service()?;
    let snapshot = stages.snapshot(cx).await?;
    let flow = flow.and_then(|flow| snapshot.flow(flow.key().as_uuid()?).cloned()).ok_or_else(|| Error::no_match("Flow"))?;
    Ok(Answer::json(200, json!({ "diagram": draw(&read(cx, &snapshot, &flow).await?) })))
}

async fn read(cx: &Context, snapshot: &Snapshot, flow: &FlowAt) -> Result<Drawing> {
    let mut steps = Vec::new();
    for place in flow.after(None) {
        let Some(stage) = snapshot.stage(place.stage) else { continue };
        let label = format!("Stage ({})\n{}", stage.kind.resource.verbose_name, stage.row.text("name"));
        steps.push(Step { label, policies: guards(cx, place.row.uuid("policybindingmodel_ptr_id")).await? });
    }
    let requirement = Some(flow.row.text("authentication")).filter(|requirement| *requirement != "none").map(str::to_owned);
    let policies = guards(cx, flow.row.uuid("policybindingmodel_ptr_id")).await?;
    Ok(Drawing { name: flow.row.text("name").to_owned(), requirement, policies, stages: steps })
}

/// The policies that are bound to a target; groups and users are not drawn.
async fn guards(cx: &Context, target: Option<Uuid>) -> Result<Vec<Guard>> {
    let policies: &Policies = cx.service()?;
    let rows = cx.store.rows(Policy::RESOURCE).await?;
    let bound = policies.bound_to(cx, target.unwrap_or_default()).await?;
    let guard = |binding: &Arc<Record>| {
        let policy = rows.find(binding.get("policy"))?;
        let kind = cx.store.catalog().find(policy.text("model")).map_or("Policy", |kind| kind.verbose_name);
        Some(Guard { order: binding.int("order"), label: format!("Policy ({kind})\n{}", policy.text("name")) })
    };
    Ok(bound.iter().filter_map(guard).collect())
}

/// The text of a drawing, line by line in the order in which the contract has it.
fn draw(drawing: &Drawing) -> String {
    let mut lines = vec!["graph TD".to_owned()];
    before_start(drawing, &mut lines);
    for (at, step) in drawing.stages.iter().enumerate() {
        let node = stage(at, step);
        if step.policies.is_empty() {
            lines.push(format!("--> {node}"));
        }
        lines.extend((0..step.policies.len()).map(|policy| format!("stage_{at}_policy_{policy} --Policy passed--> {node}")));
    }
    for (at, step) in drawing.stages.iter().enumerate() {
        let before = at.checked_sub(1).map_or("flow_start".to_owned(), |before| format!("stage_{before}"));
        let policies = step.policies.iter().enumerate();
        lines.extend(policies.map(|(policy, guard)| format!("{before} --> stage_{at}_policy_{policy}{}", node("{{", &guard.label, "}}"))));
    }
    for (at, step) in drawing.stages.iter().enumerate() {
        let after = drawing.stages.get(at + 1).map_or_else(done, |next| stage(at + 1, next));
        lines.extend((0..step.policies.len()).map(|policy| format!("stage_{at}_policy_{policy} --Policy denied--> {after}")));
    }
    let last = drawing.stages.len().checked_sub(1).map_or("flow_start".to_owned(), |last| format!("stage_{last}"));
    lines.push(format!("{last} --> {}", done()));
    lines.join("\n")
}

/// What a visitor must pass before the flow starts.
fn before_start(drawing: &Drawing, lines: &mut Vec<String>) {
    let start = format!("flow_start{}", node("[[", &format!("Flow\n{}", drawing.name), "]]"));
    let pre = format!("flow_pre{}", node("[[", "Pre-flow policies", "]]"));
    let first = if drawing.policies.is_empty() { &start } else { &pre };
    if let Some(requirement) = &drawing.requirement {
        let label = format!("Authentication requirement\n{requirement}");
        lines.push(format!("flow_auth_requirement{}", node("[[", &label, "]]")));
        lines.push(format!("flow_auth_requirement --Requirement not fulfilled--> {}", done()));
        lines.push(format!("flow_auth_requirement --Requirement fulfilled--> {first}"));
    } else {
        lines.push(first.clone());
    }
    let policies = drawing.policies.iter().enumerate();
    lines.extend(
        policies.map(|(at, guard)| format!("flow_pre --Binding {}--> flow_policy_{at}{}", guard.order, node("{{", &guard.label, "}}"))),
    );
    lines.extend((0..drawing.policies.len()).map(|at| format!("flow_policy_{at} --Policy denied--> {}", done())));
    lines.extend((0..drawing.policies.len()).map(|at| format!("flow_policy_{at} --> {start}")));
}

fn stage(at: usize, step: &Step) -> String {
    format!("stage_{at}{}", node("([", &step.label, "])"))
}

fn done() -> String {
    format!("done{}", node("[[", "End of the flow", "]]"))
}

/// The shape of a node with its label.
fn node(open: &str, label: &str, close: &str) -> String {
    format!("{open}\"{}\"{close}", label.replace('"', "#quot;"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(name: &str) -> Drawing {
        Drawing { name: name.into(), requirement: None, policies: Vec::new(), stages: Vec::new() }
    }

    fn guard(order: i64, label: &str) -> Guard {
        Guard { order, label: label.into() }
    }

    fn step(label: &str, policies: Vec<Guard>) -> Step {
        Step { label: label.into(), policies }
    }

    #[test]
    fn a_flow_without_stages_leads_from_start_to_end() {
        assert_eq!(
            draw(&drawing("a \"b\"")),
            "graph TD\nflow_start[[\"Flow\na #quot;b#quot;\"]]\nflow_start --> done[[\"End of the flow\"]]"
        );
    }

    #[test]
    fn policies_before_a_flow_let_in_or_lead_to_the_end() {
        let policies = vec![guard(1, "Policy (P)\none"), guard(3, "Policy (P)\ntwo")];
        let expected = r#"graph TD
flow_pre[["Pre-flow policies"]]
flow_pre --Binding 1--> flow_policy_0{{"Policy (P)
one"}}
flow_pre --Binding 3--> flow_policy_1{{"Policy (P)
two"}}
flow_policy_0 --Policy denied--> done[["End of the flow"]]
flow_policy_1 --Policy denied--> done[["End of the flow"]]
flow_policy_0 --> flow_start[["Flow
PD"]]
flow_policy_1 --> flow_start[["Flow
PD"]]
flow_start --> done[["End of the flow"]]"#;
        assert_eq!(draw(&Drawing { policies, ..drawing("PD") }), expected);
    }

    #[test]
    fn a_policy_before_a_stage_leads_around_it() {
        let stages =
            vec![step("Stage (S)\na", Vec::new()), step("Stage (S)\nb", vec![guard(0, "Policy (P)\np")]), step("Stage (S)\nc", Vec::new())];
        let expected = r#"graph TD
flow_start[["Flow
F"]]
--> stage_0(["Stage (S)
a"])
stage_1_policy_0 --Policy passed--> stage_1(["Stage (S)
b"])
--> stage_2(["Stage (S)
c"])
stage_0 --> stage_1_policy_0{{"Policy (P)
p"}}
stage_1_policy_0 --Policy denied--> stage_2(["Stage (S)
c"])
stage_2 --> done[["End of the flow"]]"#;
        assert_eq!(draw(&Drawing { stages, ..drawing("F") }), expected);
    }
}
