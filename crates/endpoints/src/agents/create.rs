//! Making an agent: its account, and the token that it calls the API with.

use jiff::Timestamp;
use serde_json::{Value as Json, json};
use vestibule_core::{
    Body,
    roles::grant::check_acting_as,
    tenant::Settings,
    tokens::{Intent, NewToken},
    users::{self, UserType},
};
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_resource::{Error, Model as _, Record, Result, Value, Word as _};

use super::{Agent, PolicyBehavior, hooks::plain};

/// `POST` on the collection: it takes other words than an update, and answers the token once.
pub(super) static ACTIONS: &[Action] = &[Action {
    path: "",
    method: "POST",
    id: "agents_agents_create",
    target: Target::Collection,
    need: Need::Add,
    schema: Schema { request: "AgentCreateRequest", status: 201, response: "AgentCreated", params: "" },
    run: |cx, _, body| Box::pin(create(cx, body)),
}];

/// What is asked for.
struct Wish {
    parent: i64,
    label: String,
    expiring: bool,
    expires: Option<Timestamp>,
    behavior: PolicyBehavior,
}

async fn create(cx: &Context, sent: Json) -> Result<Answer> {
    let wish = read(cx, sent)?;
    let parent = users::get(&cx.store, wish.parent).await?.ok_or_else(|| no_parent(wish.parent))?;
    // The agent acts for them.
    check_acting_as(cx, &parent).await?;
    if super::is_agent(&cx.store, wish.parent).await? {
        return Err(Error::field("parent", "An agent acts for a person, not for another agent."));
    }
    let settings = Settings::load(&cx.store).await?;
    let now = cx.store.world().now();
    let expires = wish.expires.or_else(|| wish.expiring.then(|| settings.token_expiry(now))).filter(|_| wish.expiring);
    let mut tx = cx.begin().await?;
    let username = username(parent.text("username"), cx.store.world().key(8).as_str());
    let values = vec![
        ("username", Value::from(username.as_str())),
        ("name", if wish.label.is_empty() { username.as_str().into() } else { wish.label.as_str().into() }),
        ("type", UserType::ServiceAccount.into()),
        ("path", "goauthentik.io/agents".into()),
        ("password", vestibule_secret::unusable(cx.store.world()).into()),
        ("parent", wish.parent.into()),
        ("expiring", wish.expiring.into()),
        ("expires", expires.into()),
        ("policy_behavior", wish.behavior.into()),
    ];
    let agent = tx.insert(Agent::RESOURCE, values).await?;
    let token = NewToken {
        identifier: format!("agent-{}", cx.store.world().uuid().simple()),
        intent: Intent::Api,
        user: agent.key().as_int().unwrap_or_default(),
        description: format!("Token of the agent {username}"),
        expires,
        key: cx.store.world().key(settings.token_length()),
    };
    let row = token.insert(&mut tx).await?;
    let agent = tx.update(Agent::RESOURCE, agent.key(), vec![("token", row.key().clone())]).await?.unwrap_or(agent);
    tx.commit().await?;
    answer(cx, agent, &token.key).await
}

async fn answer(cx: &Context, agent: Record, key: &str) -> Result<Answer> {
    let shown = cx.api.show(cx, &[agent], None).await?.pop().unwrap_or_default();
    Ok(Answer::json(201, json!({ "agent": shown, "token": key })))
}

/// Only superusers make agents that act for somebody else.
fn read(cx: &Context, sent: Json) -> Result<Wish> {
    let named = |name: &str| sent.get(name).is_some();
    let (for_whom, behaves) = (named("parent"), named("policy_behavior"));
    let mut body = Body::new(sent)?;
    let own = cx.caller.user().ok_or_else(Error::unauthenticated)?;
    let parent = if for_whom { body.int("parent") } else { own };
    let label = body.optional("label").unwrap_or_default().trim().to_owned();
    let (expiring, expires) = (body.flag("expiring", false), body.time("expires"));
    let word = if behaves { body.text("policy_behavior", None) } else { "mirror".to_owned() };
    let behavior = PolicyBehavior::from_word(&word);
    if behavior.is_none() && !word.is_empty() {
        body.wrong("policy_behavior", format!("\"{word}\" is not a valid choice."));
    }
    body.check()?;
    Ok(Wish { parent, label, expiring, expires, behavior: behavior.unwrap_or(PolicyBehavior::Mirror) })
}

fn no_parent(key: i64) -> Error {
    Error::field("parent", format!("Invalid pk \"{key}\" - object does not exist."))
}

/// A name that nobody has: that of whom the agent acts for, and chance.
fn username(parent: &str, chance: &str) -> String {
    let parent: String = parent.chars().filter(|letter| plain(*letter)).take(100).collect();
    format!("{parent}-agent-{}", chance.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_agent_can_be_written_anywhere() {
        assert_eq!(username("ada lovelace", "AB12"), "adalovelace-agent-ab12");
        assert!(username(&"x".repeat(150), "12345678").len() <= 150);
    }
}
