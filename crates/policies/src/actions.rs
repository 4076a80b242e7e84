//! What can be done with policies beside reading and writing them.

use serde_json::{Map, Value as Json, json};
use vestibule_core::{Body, users::User};
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target, codename, types};
use vestibule_resource::{Error, Model as _, Record, Result};

use crate::{ExpressionPolicy, Policies, Policy, PolicyRequest, judge, verdicts::Verdicts};

/// What can be done with policies, whatever their type.
pub(crate) static ACTIONS: &[Action] = &[
    types::<Policy>("policies_all_types_list"),
    Action {
        path: "cache_info",
        method: "GET",
        id: "policies_all_cache_info_retrieve",
        target: Target::Collection,
        need: Need::Permission("view_policy_cache"),
        schema: Schema::answers("Cache"),
        run: |cx, _, _| Box::pin(async { Ok(Answer::json(200, json!({ "count": verdicts(cx)?.count(cx.store.world().now()) }))) }),
    },
    Action {
        path: "cache_clear",
        method: "POST",
        id: "policies_all_cache_clear_create",
        target: Target::Collection,
        need: Need::Permission("clear_policy_cache"),
        schema: Schema::NOTHING,
        run: |cx, _, _| {
            Box::pin(async {
                verdicts(cx)?.clear();
                Ok(Answer::no_content())
            })
        },
    },
    Action {
        path: "test",
        method: "POST",
        id: "policies_all_test_create",
        target: Target::Object,
        need: Need::View,
        schema: Schema { request: "PolicyTestRequest", ..Schema::answers("PolicyTestResult") },
        run: |cx, row, body| Box::pin(test(cx, row, body)),
    },
];

fn verdicts(cx: &Context) -> Result<&Verdicts> {
    Ok(cx.service::<Policies>()?.verdicts())
}

/// Asks the policy about a user, as if it were bound somewhere.
async fn test(cx: &Context, row: Option<Record>, sent: Json) -> Result<Answer> {
    let policy = row.ok_or_else(|| Error::internal("an action on a policy without the policy"))?;
    let (_, row) = cx.service::<Policies>()?.find(cx, policy.key()).await?;
    // An expression does what it says: only those try one who may write one.
    if row.resource.model == ExpressionPolicy::RESOURCE.model && !cx.may(&codename(row.resource, "change"), &row).await? {
        return Err(Error::denied());
    }
    let (user, context) = read(sent)?;
    match cx.object(User::RESOURCE, &user.to_string()).await {
        Ok(_) => {}
        Err(Error::Denied(_) | Error::NotFound(_)) => return Ok(Answer::empty(400)),
        Err(error) => return Err(error),
    }
    let mut request = PolicyRequest::about(Some(user)).knowing(context).as_given().as_trial();
    let result = judge(cx, policy.key(), &mut request).await?;
    Ok(Answer::json(200, json!({ "passing": result.passing, "messages": result.messages, "log_messages": result.log_json() })))
}

fn read(sent: Json) -> Result<(i64, Map<String, Json>)> {
    let context = sent.get("context").cloned();
    let mut body = Body::new(sent)?;
    let user = body.int("user");
    let context = match context {
        None => Map::new(),
        Some(Json::Object(context)) => context,
        Some(Json::Null) => {
            body.wrong("context", "This field may not be null.");
            Map::new()
        }
        Some(_) => {
            body.wrong("context", "Value must be a dictionary, and not have any duplicate keys.");
            Map::new()
        }
    };
    body.check()?;
    Ok((user, context))
}
