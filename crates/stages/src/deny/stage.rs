//! What the stage does when a visitor reaches it.

use serde_json::Value as Json;
use vestibule_flow::{Act, Run, Step, keys};
use vestibule_resource::{Record, Result};

use super::DenyStage;

impl Act for DenyStage {
    async fn act(&self, _row: &Record, run: &mut Run<'_>) -> Result<Step> {
        Ok(Step::Deny(message(run.known(keys::DENY_MESSAGE), &self.deny_message)))
    }
}

/// What the visitor reads: what the plan says, else what the stage says.
fn message(known: Option<&Json>, own: &str) -> String {
    let known = known.and_then(Json::as_str).unwrap_or_default();
    if known.is_empty() { own.to_owned() } else { known.to_owned() }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_plan_has_the_first_word() {
        assert_eq!(message(Some(&json!("Come back tomorrow.")), "No."), "Come back tomorrow.");
        assert_eq!(message(Some(&json!("")), "No."), "No.");
        assert_eq!(message(None, "No."), "No.");
    }
}
