//! What the stage does when a visitor reaches it.

use serde_json::{Map, Value as Json, json};
use uuid::Uuid;
use vestibule_core::{events, sessions};
use vestibule_flow::{Act, Run, Step, keys};
use vestibule_resource::{Error, Model as _, Record, Result, Value};
use vestibule_store::Query;

use super::{
    Invitation, InvitationStage,
    abandoned::is_abandoned,
    ahead::uses_invitation_up,
    consume::Entry,
    hold::{self, Hold},
    merge, reservation,
};

/// What a visitor reads who brings no good invitation; the contract's words, and the same for every reason.
const REFUSED: &str = "Invalid invite/invite not found";

impl Act for InvitationStage {
    async fn act(&self, _row: &Record, run: &mut Run<'_>) -> Result<Step> {
        let Some(entry) = open(run).await? else {
            return Ok(if self.continue_flow_without_invitation { Step::Next } else { Step::Deny(REFUSED.to_owned()) });
        };
        if let Json::Object(fixed) = &entry.fixed_data {
            merge::merge(run.plan.prompt_data(), fixed);
        }
        run.keep(keys::INVITATION_IN_EFFECT, true);
        run.keep(keys::INVITATION, to_context(&entry)?);
        tell(run, entry.pk).await?;
        Ok(Step::Next)
    }
}

/// An event says that the invitation was used, and by whom if that is known.
async fn tell(run: &Run<'_>, invitation: Uuid) -> Result<()> {
    let pending = run.pending_user().await?;
    let user = pending.as_ref().or(run.cx.caller.identity().map(|identity| &identity.user));
    let mut tx = run.cx.begin().await?;
    events::emit_as(run.cx, &mut tx, user, "invitation_used", json!({ "invitation_uuid": invitation.simple().to_string() })).await?;
    tx.commit().await
}

/// Finds and opens the invitation that the visitor brings; `None` when they bring none that is good here and now.
async fn open(run: &mut Run<'_>) -> Result<Option<Entry>> {
    let Some(key) = token(run).as_deref().and_then(read_uuid) else { return Ok(None) };
    // The store finds no invitation that has expired.
    let Some(row) = run.cx.store.first(&Query::all(Invitation::RESOURCE).is("invite_uuid", key)).await? else { return Ok(None) };
    if row.uuid("flow").is_some_and(|flow| flow != run.plan.flow) {
        return Ok(None);
    }
    let mut entry = Entry {
        pk: key,
        name: row.text("name").to_owned(),
        fixed_data: row.json("fixed_data").clone(),
        single_use: row.flag("single_use"),
        holder: None,
        consumed: false,
    };
    if entry.single_use && !claim(run, &mut entry).await? {
        return Ok(None);
    }
    Ok(Some(entry))
}

/// Holds a single-use invitation for this browser, or uses it up at once when no later stage would. Whether it is this browser's.
async fn claim(run: &mut Run<'_>, entry: &mut Entry) -> Result<bool> {
    let now = run.cx.store.world().now();
    let holder = sessions::name(&mut run.cx.session.lock(), run.cx.store.world());
    let later = uses_invitation_up(run).await?;
    let mut tx = run.cx.begin().await?;
    let key = Value::Uuid(entry.pk);
    // Whoever else opens it waits here, so that they see the hold that is written below.
    if tx.lock(Invitation::RESOURCE, &key).await?.is_none() {
        return Ok(false);
    }
    let before = reservation::find(&mut tx, entry.pk).await?;
    let hold = before.as_ref().map(|(_, held)| *held).filter(|held| !hold::open_to(Some(*held), holder, now));
    if let Some(others) = hold
        && !is_abandoned(run.cx, others, entry.pk, now).await?
    {
        return Ok(false);
    }
    if later {
        reservation::write(&mut tx, entry.pk, Hold::new(holder, now), before.as_ref().map(|(key, _)| key)).await?;
    } else if !tx.delete(Invitation::RESOURCE, &key).await? {
        return Ok(false);
    }
    tx.commit().await?;
    entry.holder = Some(holder);
    entry.consumed = !later;
    Ok(true)
}

/// What the visitor brings: in the address, or in what was gathered so far.
fn token(run: &Run<'_>) -> Option<String> {
    let brought = run.query.get("itoken").or_else(|| run.query.get("token")).map(str::to_owned);
    brought.or_else(|| gathered(run.known(keys::PROMPT_DATA)?))
}

fn gathered(data: &Json) -> Option<String> {
    data.get("token")?.as_str().map(str::to_owned)
}

/// A UUID with or without hyphens.
fn read_uuid(text: &str) -> Option<Uuid> {
    Uuid::try_parse(text.trim()).ok()
}

/// The invitation as plans keep it; with what tells inspectors which object it is.
fn to_context(entry: &Entry) -> Result<Json> {
    let mut shown = Map::new();
    shown.insert("app".to_owned(), Invitation::RESOURCE.app().into());
    shown.insert("model_name".to_owned(), Invitation::RESOURCE.model_name().into());
    if let Json::Object(own) = serde_json::to_value(entry).map_err(|error| Error::internal(error.to_string()))? {
        shown.extend(own);
    }
    Ok(Json::Object(shown))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_may_lack_its_hyphens_and_nothing_else() {
        let dashed = "5c894f61-de51-4432-a420-5b2c37eda47d";
        assert_eq!(read_uuid(dashed), read_uuid("5C894F61DE514432A4205B2C37EDA47D"));
        assert!(read_uuid(dashed).is_some());
        for text in ["", "zz", "5c894f61", "5c894f61-de51-4432-a420-5b2c37eda47d0", "\0", "😀"] {
            assert_eq!(read_uuid(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_prompt_may_have_asked_for_the_invitation() {
        assert_eq!(gathered(&json!({"token": "x"})).as_deref(), Some("x"));
        assert_eq!(gathered(&json!({"token": 5})), None);
        assert_eq!(gathered(&json!(null)), None);
    }
}
