//! `POST test/`: tells the caller something by this transport, to see whether it works.

use serde_json::json;
use vestibule_core::events;
use vestibule_engine::{Action, Answer, Context, Identity, Need, Schema, Target};
use vestibule_mail::{Mailer, Message};
use vestibule_resource::{Error, Model as _, Record, Result, Word as _};

use super::TransportMode;
use crate::{Notification, Severity};

/// Trying a transport.
pub(super) static ACTIONS: &[Action] = &[Action {
    path: "test",
    method: "POST",
    id: "events_transports_test_create",
    target: Target::Object,
    need: Need::Permission("change_notificationtransport"),
    schema: Schema::answers("NotificationTransportTest"),
    run: |cx, row, _| Box::pin(test(cx, row)),
}];

async fn test(cx: &Context, row: Option<Record>) -> Result<Answer> {
    let transport = row.ok_or_else(|| Error::internal("an action on a transport without the transport"))?;
    let caller = cx.caller.identity().ok_or_else(Error::denied)?;
    let mode = TransportMode::from_word(transport.text("mode")).ok_or_else(|| Error::internal("a transport without a mode"))?;
    let told = match mode {
        TransportMode::Local => notify(cx, caller, &transport).await?,
        TransportMode::Email => mail(cx, caller, &transport).await?,
        TransportMode::Webhook | TransportMode::WebhookSlack => return Err(Error::not_possible("Webhooks cannot be called yet.")),
    };
    Ok(Answer::json(200, json!({ "messages": [told] })))
}

fn text(transport: &Record) -> String {
    format!("Test of the notification transport {}", transport.text("name"))
}

async fn notify(cx: &Context, caller: &Identity, transport: &Record) -> Result<String> {
    let values = vec![("user", caller.key().into()), ("severity", Severity::Notice.into()), ("body", text(transport).into())];
    let mut tx = cx.begin().await?;
    tx.insert(Notification::RESOURCE, values).await?;
    tx.commit().await?;
    Ok(format!("{} was notified.", caller.user.text("username")))
}

async fn mail(cx: &Context, caller: &Identity, transport: &Record) -> Result<String> {
    let address = caller.user.text("email");
    if address.is_empty() {
        return Err(Error::non_field("You have no e-mail address to which a test could be sent."));
    }
    let prefix = transport.text("email_subject_prefix").trim_end();
    let subject = format!("{prefix} Test").trim_start().to_owned();
    let message = Message { to: vec![address.to_owned()], subject, text: format!("{}.\n", text(transport)), ..Message::default() };
    let sent = cx.service::<Mailer>()?.send(&message).await;
    sent.map_err(|error| Error::non_field(format!("The mail could not be sent: {error}")))?;
    let said = format!("Email to {address} sent");
    events::emit(cx, "email_sent", json!({ "message": said, "subject": message.subject, "to_email": message.to })).await?;
    Ok(format!("A mail was sent to {address}."))
}
