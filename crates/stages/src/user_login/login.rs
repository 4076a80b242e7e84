//! Logging a user in.

use std::sync::Arc;

use jiff::SignedDuration;
use serde_json::{Map, Value as Json, json};
use vestibule_core::{
    Keys, events,
    reputation::Scores,
    sessions::{self, AuthenticatedSession},
    users::{self, User},
};
use vestibule_engine::Write;
use vestibule_flow::{Run, keys};
use vestibule_resource::{Model as _, Record, Result, Value};
use vestibule_secret::duration;
use vestibule_store::Query;

use super::{UserLoginStage, binding, device};
use crate::invitation::{Consumed, consume, is_due, mark_consumed};

/// The user is logged in. Only this module can make one.
#[derive(Debug)]
pub struct LoggedIn(());

/// Logs the user in whom the flow is about.
///
/// # Errors
/// The outer one when the database fails; the inner one is what the visitor reads when there is nobody to log in.
pub(super) async fn login(
    stage: &UserLoginStage,
    row: &Record,
    run: &mut Run<'_>,
    remember: Option<bool>,
) -> Result<Result<LoggedIn, String>> {
    let Some(user) = run.pending_user().await?.filter(|user| user.flag("is_active")) else { return Ok(Err(String::new())) };
    let keys = run.cx.service::<Keys>()?.clone();
    let (uid, now) = (users::uid(&user, &keys), run.cx.store.world().now());
    let device_key = device::key(&keys.install_id, row.key().as_uuid().unwrap_or_default());
    if device::is_known(&device_key, &uid, now, &run.cx.request) || logged_in_from_here(run, &user).await? {
        note_known_device(run);
    }
    if Box::pin(use_invitation(run)).await? == Consumed::No {
        return Ok(Err("Invalid invite/invite not found".to_owned()));
    }
    mark_consumed(run.plan);
    let note = note(stage, run, &user).await?;
    let mut session = run.cx.session.lock();
    session.writes.push(note);
    sessions::log_in(&mut session, user.key().as_int().unwrap_or_default(), max_age(stage, remember.unwrap_or(false)));
    binding::tie(&mut session, stage.network_binding, stage.geoip_binding, run.cx.request.ip);
    // A stage that asks whether to stay logged in never makes the browser known.
    if remember.is_none() {
        session.cookies.extend(device::remember(&device_key, &uid, length(&stage.remember_device), now, &run.cx.request));
    }
    Ok(Ok(LoggedIn(())))
}

/// Uses up the invitation that nothing before has used up.
async fn use_invitation(run: &Run<'_>) -> Result<Consumed> {
    if !is_due(run.plan) {
        return Ok(Consumed::Yes);
    }
    let mut tx = run.cx.begin().await?;
    let consumed = consume(&mut tx, run.plan, run.cx.store.world().now()).await?;
    if consumed == Consumed::Yes {
        tx.commit().await?;
    }
    Ok(consumed)
}

/// That the user logged in, and what follows from it. It is written in the transaction that saves their session.
async fn note(stage: &UserLoginStage, run: &Run<'_>, user: &Record) -> Result<Write> {
    let (now, key) = (run.cx.store.world().now(), user.key().clone());
    let event = events::columns(run.cx, Some(user), "login", told(&run.plan.context)).await?;
    let (ends_others, own) = (stage.terminate_other_sessions, users::own_session(run.cx));
    run.cx.service::<Scores>()?.note(user.text("username"), run.cx.request.ip, 1).await?;
    let login = Arc::new((key, event, own));
    Ok(Write::new(move |tx| {
        let login = Arc::clone(&login);
        Box::pin(async move {
            let (key, event, own) = &*login;
            tx.stamp(User::RESOURCE, key, vec![("last_login", Value::Time(now))]).await?;
            if ends_others {
                users::end_sessions(tx, key, own.as_ref()).await?;
            }
            tx.insert(events::Event::RESOURCE, event.clone()).await.map(drop)
        })
    }))
}

/// How the user proved who they are, as the event tells it.
fn told(context: &Map<String, Json>) -> Json {
    let known = [keys::AUTH_METHOD, keys::AUTH_METHOD_ARGS, "source", "outpost", "device"];
    known.into_iter().filter_map(|name| Some((name.to_owned(), context.get(name)?.clone()))).collect()
}

/// Whether the user is logged in from this address already.
async fn logged_in_from_here(run: &Run<'_>, user: &Record) -> Result<bool> {
    let ip = run.cx.request.ip.to_canonical().to_string();
    let theirs = Query::all(AuthenticatedSession::RESOURCE).is("user", user.key().clone()).is("last_ip", ip);
    run.cx.store.exists(&theirs).await
}

fn note_known_device(run: &mut Run<'_>) {
    let mut args = run.known(keys::AUTH_METHOD_ARGS).and_then(Json::as_object).cloned().unwrap_or_default();
    args.insert("known_device".to_owned(), json!(true));
    run.keep(keys::AUTH_METHOD_ARGS, args);
}

/// How long the session lasts, in seconds; `None` until the browser is closed.
fn max_age(stage: &UserLoginStage, remember: bool) -> Option<i64> {
    let offset = if remember { length(&stage.remember_me_offset) } else { SignedDuration::ZERO };
    let seconds = length(&stage.session_duration).saturating_add(offset).as_secs();
    (seconds > 0).then_some(seconds)
}

/// A duration of the settings. They were checked when they were written; one that cannot be read counts as none.
pub(super) fn length(text: &str) -> SignedDuration {
    duration::parse(text).unwrap_or(SignedDuration::ZERO)
}

#[cfg(test)]
mod tests {
    use super::{
        super::{GeoipBinding, NetworkBinding},
        *,
    };

    fn stage(session_duration: &str, remember_me_offset: &str) -> UserLoginStage {
        UserLoginStage {
            session_duration: session_duration.into(),
            terminate_other_sessions: false,
            remember_me_offset: remember_me_offset.into(),
            network_binding: NetworkBinding::NoBinding,
            geoip_binding: GeoipBinding::NoBinding,
            remember_device: "days=30".into(),
        }
    }

    #[test]
    fn a_session_lasts_as_long_as_the_stage_says_and_longer_for_those_who_stay() {
        assert_eq!(max_age(&stage("seconds=0", "seconds=0"), false), None);
        assert_eq!(max_age(&stage("hours=1", "days=1"), false), Some(3600));
        assert_eq!(max_age(&stage("hours=1", "days=1"), true), Some(90_000));
        assert_eq!(max_age(&stage("seconds=0", "days=1"), true), Some(86_400));
        assert_eq!(max_age(&stage("nonsense", "weeks=-1"), true), None);
    }

    #[test]
    fn the_event_tells_how_the_user_proved_who_they_are() {
        let context = json!({"auth_method": "password", "auth_method_args": {"known_device": true}, "prompt_data": {"password": "x"}});
        let context = context.as_object().cloned().unwrap_or_default();
        assert_eq!(told(&context), json!({"auth_method": "password", "auth_method_args": {"known_device": true}}));
    }
}
