//! What the stage does when a visitor reaches it.

use serde_json::{Map, Value as Json};
use vestibule_core::authn::Backend;
use vestibule_flow::{Act, PendingUser, Run, Step, keys};
use vestibule_resource::{Record, Result};

use super::{
    UserWriteStage, apply,
    target::{Target, target},
    write::{FAILED, Written, write},
};
use crate::invitation::mark_consumed;

impl Act for UserWriteStage {
    async fn act(&self, _row: &Record, run: &mut Run<'_>) -> Result<Step> {
        let Some(data) = run.known(keys::PROMPT_DATA).and_then(Json::as_object).filter(|data| !data.is_empty()).cloned() else {
            return Ok(deny("No Pending data."));
        };
        let row = run.pending_user().await?;
        let caller = run.cx.caller.identity().map(|identity| identity.user.clone());
        let target = match target(self.user_creation_mode, run.plan.pending_user(), row, caller) {
            Ok(target) => target,
            Err(message) => return Ok(deny(message)),
        };
        let Ok(changes) = apply::changes(&data, attributes(&target)).map(|changes| with_typed_name(changes, &target)) else {
            return Ok(deny(FAILED));
        };
        if username(&target, &changes).is_empty() {
            return Ok(deny(""));
        }
        match write(self, run, target, changes).await? {
            Written::Refused(message) => Ok(deny(message)),
            Written::User(user, created) => {
                remember(run, &user, created);
                Ok(Step::Next)
            }
        }
    }
}

fn deny(message: &str) -> Step {
    Step::Deny(message.to_owned())
}

fn attributes(target: &Target) -> Map<String, Json> {
    match target {
        Target::Existing(row) => row.json("attributes").as_object().cloned().unwrap_or_default(),
        Target::New { .. } => Map::new(),
    }
}

/// Somebody who typed a name that nobody has becomes a user of that name, unless they were asked for another.
fn with_typed_name(changes: apply::Changes, target: &Target) -> apply::Changes {
    let Target::New { username, email } = target else { return changes };
    let typed = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    apply::Changes { username: changes.username.or(typed(username)), email: changes.email.or(typed(email)), ..changes }
}

/// The user name that will stand.
fn username<'a>(target: &'a Target, changes: &'a apply::Changes) -> &'a str {
    match (&changes.username, target) {
        (Some(name), _) => name,
        (None, Target::Existing(row)) => row.text("username"),
        (None, Target::New { .. }) => "",
    }
}

/// From here on the flow is about the user who was written; their password is needed no more.
fn remember(run: &mut Run<'_>, user: &Record, created: bool) {
    if let Some(pk) = user.key().as_int() {
        run.plan.set_pending_user(&PendingUser::Saved { pk });
    }
    if created {
        run.keep(keys::USER_BACKEND, Backend::Inbuilt.name());
    }
    mark_consumed(run.plan);
    run.plan.prompt_data().retain(|key, _| !key.contains("password"));
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use serde_json::json;

    use super::*;

    #[test]
    fn a_name_that_was_typed_stands_in_until_another_is_asked_for() {
        let target = Target::New { username: "ada".into(), email: "ada".into() };
        let changes = |data: Json| with_typed_name(apply::changes(data.as_object().unwrap(), Map::new()).unwrap(), &target);
        assert_eq!(username(&target, &changes(json!({"name": "Ada"}))), "ada");
        assert_eq!(username(&target, &changes(json!({"username": "lovelace"}))), "lovelace");
        assert_eq!(username(&target, &changes(json!({"username": " "}))), "");
    }
}
