//! A way back into an account for somebody who forgot their password.

use serde_json::{Value as Json, json};
use vestibule_core::{
    Body,
    roles::grant::check_acting_as,
    tenant::{Settings, after},
    tokens::{Intent, NewToken},
    users,
};
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_resource::{Error, Record, Result};
use vestibule_secret::duration;

use crate::{
    PendingUser, Stages, brand, keys,
    planner::{self, Options, Planned},
    token,
};

/// Actions on users that lead through flows.
pub static ACTIONS: &[Action] = &[Action {
    path: "recovery",
    method: "POST",
    id: "core_users_recovery_create",
    target: Target::Object,
    need: Need::Permission("reset_user_password"),
    schema: Schema { request: "UserRecoveryLinkRequest", status: 200, response: "Link", params: "" },
    run: |cx, user, body| Box::pin(link(cx, user, body)),
}];

/// Makes a link with which somebody who is not logged in goes through the brand's recovery flow as that user, once.
async fn link(cx: &Context, user: Option<Record>, body: Json) -> Result<Answer> {
    let user = user.ok_or_else(|| Error::no_match("User"))?;
    check_acting_as(cx, &user).await?;
    let settings = Settings::load(&cx.store).await?;
    let lifetime = lifetime(body, &settings)?;
    let stages: &Stages = cx.service()?;
    let snapshot = stages.snapshot(cx).await?;
    let flow = brand::flow(cx, "flow_recovery").await?.and_then(|flow| snapshot.flow(flow));
    let flow = flow.ok_or_else(|| refused("No recovery flow set."))?;
    let mut context = PendingUser::Saved { pk: user.key().as_int().unwrap_or_default() }.into_context();
    // The link is a flow token, so it opens flows that require one.
    context.insert(keys::IS_RESTORED.to_owned(), true.into());
    let options = Options { cached: false, empty: true, anonymous: true };
    let Planned::Plan(plan) = planner::plan(cx, &snapshot, flow, context, options).await? else {
        return Err(refused("Recovery flow not applicable to user"));
    };
    let world = cx.store.world();
    let new = NewToken {
        identifier: format!("{}-password-reset", users::uid(&user, cx.service()?)),
        intent: Intent::Verification,
        user: user.key().as_int().unwrap_or_default(),
        description: "Recovery link".to_owned(),
        expires: Some(after(world.now(), lifetime)),
        key: world.key(settings.token_length()),
    };
    let mut tx = cx.begin().await?;
    let key = token::write(cx, &mut tx, new, &plan, true).await?;
    tx.commit().await?;
    let link = format!("{}/if/flow/{}/?flow_token={key}", cx.origin(), flow.row.text("slug"));
    Ok(Answer::json(200, json!({ "link": link })))
}

/// How long the link lasts: as the body says, else as tokens last.
fn lifetime(body: Json, settings: &Settings) -> Result<jiff::SignedDuration> {
    let mut body = Body::new(body)?;
    let Some(text) = body.optional("token_duration") else { return body.check().map(|()| settings.token_duration()) };
    match duration::parse(&text) {
        Ok(lifetime) => Ok(lifetime),
        Err(_) if text.is_empty() => Err(Error::field("token_duration", "This field may not be blank.")),
        Err(_) => Err(Error::field("token_duration", format!("{text} is not in the correct format of 'hours=3;minutes=1'."))),
    }
}

/// The contract writes this one message without a list around it.
fn refused(message: &str) -> Error {
    Error::Invalid(json!({ "non_field_errors": message }))
}
