//! How the stage judges an answer.

use serde_json::Value as Json;
use vestibule_core::{reputation::Scores, users};
use vestibule_flow::{Errors, Form, PendingUser, Run, Verdict, keys};
use vestibule_resource::{Record, Result, Word as _};

use super::IdentificationStage;
use crate::password::{Attempt, Backend, verify};

/// The visitor said who they are, and as far as the stage asks for it, proved it. A name alone proves nothing: it only says whom
/// the next stages ask.
#[derive(Debug)]
pub struct Identified(());

/// What is said for every reason, so that nobody learns which names exist.
const FAILED: &str = "Failed to authenticate.";

/// No name and no address is longer; what is longer would only fill the log of events.
const LONGEST_NAME: usize = 254;

/// What was sent.
struct Answer {
    name: String,
    password: String,
}

pub(super) async fn answer(stage: &IdentificationStage, run: &mut Run<'_>, form: Form) -> Result<Verdict<Identified>> {
    let answer = match read(form) {
        Ok(answer) => answer,
        Err(errors) => return Ok(Verdict::Again(errors)),
    };
    // A check that is asked for but cannot be made here must not be passed over.
    if stage.captcha_stage.is_some() || stage.webauthn_stage.is_some() {
        return Ok(failed());
    }
    let fields: Vec<&str> = stage.user_fields.iter().map(|field| field.word()).collect();
    let user = users::find_by(&run.cx.store, &fields, &answer.name, stage.case_insensitive_matching).await?;
    if user.is_none() {
        run.cx.service::<Scores>()?.note(&answer.name, run.cx.request.ip, -1).await?;
    }
    if let Some((password_row, password_stage)) = stage.password(run).await? {
        return Box::pin(by_password(stage, &password_row, &password_stage.backends, run, user, &answer)).await;
    }
    // Where no password is compared, nobody waits for one: a name that exists and one that does not take the same time.
    if user.is_none() && !stage.pretend_user_exists {
        return Ok(failed());
    }
    // A name alone proves nothing, not even where the visitor proved it before.
    run.plan.forget_proof();
    accept(stage, run, user.as_ref(), &answer.name);
    Ok(Verdict::Next(Identified(())))
}

async fn by_password(
    stage: &IdentificationStage,
    row: &Record,
    backends: &[Backend],
    run: &mut Run<'_>,
    user: Option<Record>,
    answer: &Answer,
) -> Result<Verdict<Identified>> {
    let name = user.as_ref().map_or(answer.name.as_str(), |user| user.text("username"));
    let attempt = Attempt { stage: row, backends, user: user.as_ref(), name, password: &answer.password };
    if verify(run, &attempt).await?.is_none() {
        return Ok(failed());
    }
    accept(stage, run, user.as_ref(), &answer.name);
    Ok(Verdict::Next(Identified(())))
}

/// From here on the flow is about this user, or about a name that nobody has.
fn accept(stage: &IdentificationStage, run: &mut Run<'_>, user: Option<&Record>, name: &str) {
    let pending = match user.and_then(|user| user.key().as_int()) {
        Some(pk) => PendingUser::Saved { pk },
        None => PendingUser::Unsaved { username: name.to_owned(), email: name.to_owned() },
    };
    run.plan.set_pending_user(&pending);
    if !stage.show_matched_user {
        run.keep(keys::PENDING_USER_IDENTIFIER, name);
    }
}

fn failed() -> Verdict<Identified> {
    Verdict::Again(Errors::non_field(FAILED))
}

/// Reads an answer. Absent and null mean the same.
fn read(mut form: Form) -> Result<Answer, Errors> {
    let mut optional =
        |name: &str| if form.body().get(name).is_none_or(Json::is_null) { String::new() } else { form.text(name).unwrap_or_default() };
    let answer = Answer { name: optional("uid_field").trim().to_owned(), password: optional("password") };
    if answer.name.chars().count() > LONGEST_NAME {
        form.error("uid_field", format!("Ensure this field has no more than {LONGEST_NAME} characters."), "max_length");
    }
    let passkey = form.body().get("passkey").is_some_and(|passkey| !passkey.is_null());
    match form.errors() {
        Some(errors) => Err(errors),
        // Passkeys cannot be checked here yet, so none is right.
        None if passkey => Err(Errors::non_field(FAILED)),
        None if answer.name.is_empty() => Err(Errors::non_field("No identification data provided.")),
        None => Ok(answer),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn refused(body: Json) -> Json {
        read(Form::new(body)).err().map_or(Json::Null, |errors| errors.to_json())
    }

    #[test]
    fn an_answer_without_a_name_is_no_answer() {
        let wanted = json!({"non_field_errors": [{"string": "No identification data provided.", "code": "invalid"}]});
        for body in [json!({}), json!({"uid_field": ""}), json!({"uid_field": null}), json!({"uid_field": "  "}), json!({"password": "x"})]
        {
            assert_eq!(refused(body), wanted);
        }
        assert_eq!(refused(json!({"uid_field": " ada "})), Json::Null);
    }

    #[test]
    fn values_of_other_kinds_are_told_at_their_field() {
        let wrong = json!([{"string": "Not a valid string.", "code": "invalid"}]);
        assert_eq!(refused(json!({"uid_field": {"a": 1}, "password": []})), json!({"uid_field": wrong, "password": wrong}));
    }

    #[test]
    fn a_passkey_that_nobody_can_check_lets_nobody_in() {
        let wanted = json!({"non_field_errors": [{"string": FAILED, "code": "invalid"}]});
        assert_eq!(refused(json!({"uid_field": "ada", "passkey": {"id": "x"}})), wanted);
    }
}
