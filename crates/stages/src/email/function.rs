//! `ak_send_email(address, subject, body=…)`: mail that an expression sends.

use serde_json::{Value as Json, json};
use vestibule_core::events;
use vestibule_expression::{Args, Native, Result, Spec, Stop, Value, Vm};
use vestibule_host::{Row, session, to_json, wait_for};
use vestibule_mail::{Mailer, Message, check_address, render};
use vestibule_resource::Model as _;

use super::EmailStage;

/// Functions that expressions know through this crate.
pub const FUNCTIONS: &[Native] = &[Native { name: "ak_send_email", call: send_email }];

/// Most addresses of one mail.
const MOST: usize = 20;

fn send_email(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let names = ["address", "subject", "body", "stage", "template", "context", "cc", "bcc"];
    let [address, subject, body, stage, template, context, cc, bcc] = args.bind(&Spec::new("ak_send_email", 2, names))?;
    let given = |value: Option<Value>| value.filter(|value| !value.is_none());
    let subject = vm.str(&subject.unwrap_or(Value::None))?;
    let message = match (given(body), given(template)) {
        (Some(body), None) => {
            let text = vm.str(&body)?;
            Message { html: Some(text.clone()), text, ..Message::default() }
        }
        (None, Some(template)) => letter(vm, &template, given(context))?,
        _ => return Err(Stop::value_error("exactly one of 'body' and 'template' is needed")),
    };
    let message =
        Message { to: addresses(vm, given(address))?, cc: addresses(vm, given(cc))?, bcc: addresses(vm, given(bcc))?, subject, ..message };
    if message.to.is_empty() {
        return Err(Stop::value_error("the mail needs an address"));
    }
    let own = given(stage).map_or(Ok(None), |stage| mailer_of(&stage))?;
    vm.charge_call()?;
    let host = session(vm)?;
    if host.debug() {
        return Ok(Value::Bool(true));
    }
    let cx = host.cx();
    wait_for(async {
        let mailer = own.as_ref().map_or_else(|| cx.service::<Mailer>(), Ok)?;
        if let Err(error) = mailer.send(&message).await {
            tracing::warn!(%error, "the mail of an expression was not sent");
            return Ok(Value::Bool(false));
        }
        let said = format!("Email to {} sent", message.to.join(", "));
        events::emit(cx, "email_sent", json!({ "message": said, "subject": message.subject, "to_email": message.to })).await?;
        Ok(Value::Bool(true))
    })
}

/// What an e-mail stage sends through; `None` for the mailer of the server.
fn mailer_of(stage: &Value) -> Result<Option<Mailer>> {
    let record = stage.downcast::<Row>().map(Row::record).filter(|record| record.resource.is(EmailStage::RESOURCE.model));
    let record = record.ok_or_else(|| Stop::value_error("'stage' is no e-mail stage"))?;
    EmailStage::mailer(&record).map_err(|error| Stop::value_error(error.to_string()))
}

/// One of the server's own letters.
fn letter(vm: &mut Vm<'_>, template: &Value, context: Option<Value>) -> Result<Message> {
    let name = vm.str(template)?;
    let values = context.map_or(Ok(Json::Object(serde_json::Map::new())), |context| to_json(vm, &context))?;
    let rendered = render(&name, &values).map_err(|error| Stop::value_error(error.to_string()))?;
    Ok(Message { text: rendered.text, html: Some(rendered.html), ..Message::default() })
}

/// One address, or a list of them.
fn addresses(vm: &mut Vm<'_>, value: Option<Value>) -> Result<Vec<String>> {
    let items = match value {
        None => return Ok(Vec::new()),
        Some(one @ Value::Str(_)) => vec![one],
        Some(many) => vm.items(&many)?,
    };
    if items.len() > MOST {
        return Err(Stop::value_error(format!("a mail goes to at most {MOST} addresses")));
    }
    let mut addresses = Vec::new();
    for item in items {
        let address = vm.str(&item)?.trim().to_owned();
        check_address(&address).map_err(|error| Stop::value_error(error.to_string()))?;
        addresses.push(address);
    }
    Ok(addresses)
}
