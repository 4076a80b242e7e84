//! `POST send_email/`: sends the link of an invitation.

use futures::{StreamExt as _, stream};
use serde_json::{Map, Value as Json, json};
use vestibule_core::events;
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target, type_name};
use vestibule_flow::Flow;
use vestibule_mail::{MailError, Mailer, Message, render};
use vestibule_resource::{Error, Invalid, Model as _, Record, Result};

/// The template when none is named.
const TEMPLATE: &str = "invitation";

/// Mails under way at the same time.
const AT_ONCE: usize = 8;

/// Most addresses of one request, so that one request cannot keep the mail server busy for hours.
const MOST: usize = 200;

pub(crate) const ACTIONS: &[Action] = &[Action {
    path: "send_email",
    method: "POST",
    id: "stages_invitation_invitations_send_email_create",
    target: Target::Object,
    need: Need::Add,
    schema: Schema::takes("InvitationSendEmailRequest"),
    run: |cx, row, body| Box::pin(send(cx, row, body)),
}];

/// To whom, and in which words.
#[derive(Debug, PartialEq)]
struct Wish {
    to: Vec<String>,
    cc: Vec<String>,
    bcc: Vec<String>,
    template: String,
}

async fn send(cx: &Context, row: Option<Record>, body: Json) -> Result<Answer> {
    let row = row.ok_or_else(|| Error::internal("an action on an object without its object"))?;
    let wish = read(&body)?;
    let Some(flow) = row.uuid("flow") else { return Err(refusal("Invitation has no associated flow")) };
    let flow = cx.store.get(Flow::RESOURCE, flow).await?.ok_or_else(|| refusal("Invitation has no associated flow"))?;
    let letter = letter(cx, &row, &flow, &wish.template)?;
    let mailer: &Mailer = cx.service()?;
    let deliveries: Vec<_> = messages(&letter, &wish).into_iter().map(|message| deliver(mailer, message)).collect();
    let sent: Vec<Delivery> = stream::iter(deliveries).buffered(AT_ONCE).collect().await;
    report(cx, &sent).await?;
    Ok(Answer::no_content())
}

/// One mail for each address; each goes to all copies.
fn messages(letter: &Message, wish: &Wish) -> Vec<Message> {
    let one = |to: &String| Message { to: vec![to.clone()], cc: wish.cc.clone(), bcc: wish.bcc.clone(), ..letter.clone() };
    wish.to.iter().map(one).collect()
}

/// A mail, and what came of it.
type Delivery = (Message, Result<(), MailError>);

async fn deliver(mailer: &Mailer, message: Message) -> Delivery {
    let result = mailer.send(&message).await;
    (message, result)
}

/// Tells in an event what was sent, in the log what was not. When nothing was sent at all, so is the caller told.
async fn report(cx: &Context, sent: &[Delivery]) -> Result<()> {
    let mut failure = None;
    for (message, result) in sent {
        match result {
            Ok(()) => events::emit(cx, "email_sent", told_of(message)).await?,
            Err(error) => {
                tracing::warn!(%error, "an invitation was not sent");
                failure = Some(error);
            }
        }
    }
    let all_failed = sent.iter().all(|(_, result)| result.is_err());
    match failure {
        Some(error) if all_failed => Err(refusal(&format!("The mail could not be sent: {error}"))),
        _ => Ok(()),
    }
}

/// What the event says. The link in the body is a secret, so the body is not told.
fn told_of(message: &Message) -> Json {
    let said = format!("Email to {} sent", message.to.join(", "));
    json!({ "message": said, "subject": message.subject, "to_email": message.to, "cc": message.cc, "bcc": message.bcc })
}

fn letter(cx: &Context, row: &Record, flow: &Record, template: &str) -> Result<Message> {
    let url = format!("{}/if/flow/{}/?itoken={}", cx.origin(), flow.text("slug"), row.key());
    let values = json!({ "url": url, "host": cx.request.host, "expires": row.get("expires").to_json() });
    let rendered = render(template, &values).map_err(|error| match error {
        MailError::UnknownTemplate(name) => Error::field("template", format!("Invalid template '{name}' specified.")),
        other => Error::internal(other.to_string()),
    })?;
    Ok(Message { subject: rendered.subject, text: rendered.text, html: Some(rendered.html), ..Message::default() })
}

fn read(body: &Json) -> Result<Wish> {
    let empty = Map::new();
    let body = match body {
        Json::Object(body) => body,
        Json::Null => &empty,
        other => return Err(Error::non_field(format!("Invalid data. Expected a dictionary, but got {}.", type_name(other)))),
    };
    let mut invalid = Invalid::default();
    let [to, cc, bcc] = ["email_addresses", "cc_addresses", "bcc_addresses"].map(|name| addresses(body.get(name), name, &mut invalid));
    let template = match body.get("template") {
        None => TEMPLATE.to_owned(),
        Some(Json::String(name)) if !name.is_empty() => name.clone(),
        Some(Json::String(_)) => told(&mut invalid, "template", "This field may not be blank."),
        Some(Json::Null) => told(&mut invalid, "template", "This field may not be null."),
        Some(_) => told(&mut invalid, "template", "Not a valid string."),
    };
    invalid.check()?;
    if to.is_empty() {
        return Err(refusal("No email addresses provided"));
    }
    Ok(Wish { to, cc, bcc, template })
}

fn told(invalid: &mut Invalid, name: &str, message: &str) -> String {
    invalid.add(name, message);
    String::new()
}

/// Addresses of a list, the same only once; what is wrong with one is told under its place in the list.
fn addresses(sent: Option<&Json>, name: &str, invalid: &mut Invalid) -> Vec<String> {
    let list = match sent {
        None | Some(Json::Null) => return Vec::new(),
        Some(Json::Array(list)) if list.len() > MOST => {
            invalid.add(name, format!("Ensure this field has no more than {MOST} elements."));
            return Vec::new();
        }
        Some(Json::Array(list)) => list,
        Some(other) => {
            invalid.add(name, format!("Expected a list of items but got type \"{}\".", type_name(other)));
            return Vec::new();
        }
    };
    let (mut good, mut wrong) = (Vec::new(), Map::new());
    for (place, item) in list.iter().enumerate() {
        match item.as_str().map(str::trim).filter(|address| vestibule_mail::check_address(address).is_ok()) {
            Some(address) if good.iter().any(|known| known == address) => {}
            Some(address) => good.push(address.to_owned()),
            None => drop(wrong.insert(place.to_string(), json!(["Enter a valid email address."]))),
        }
    }
    if !wrong.is_empty() {
        invalid.nest(name, Json::Object(wrong));
    }
    good
}

/// A refusal in the shape that the contract uses here and nowhere else.
fn refusal(message: &str) -> Error {
    Error::Invalid(json!({ "error": message }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(body: Json) -> Json {
        match read(&body) {
            Err(Error::Invalid(body)) => body,
            other => json!(format!("{other:?}")),
        }
    }

    #[test]
    fn addresses_and_copies_are_read() {
        let body = json!({"email_addresses": ["a@example.com", " a@example.com ", "b@example.com"], "cc_addresses": ["c@example.com"]});
        let wanted = Wish {
            to: vec!["a@example.com".into(), "b@example.com".into()],
            cc: vec!["c@example.com".into()],
            bcc: vec![],
            template: "invitation".into(),
        };
        assert_eq!(read(&body), Ok(wanted));
    }

    #[test]
    fn a_mail_to_nobody_is_refused_in_the_words_of_the_contract() {
        let wanted = json!({"error": "No email addresses provided"});
        for body in [json!({}), json!(null), json!({"email_addresses": []}), json!({"email_addresses": null})] {
            assert_eq!(refused(body), wanted);
        }
    }

    #[test]
    fn what_is_no_address_is_told_at_its_place() {
        let wrong = json!(["Enter a valid email address."]);
        let body = json!({"email_addresses": ["a@example.com", "nope", 5], "bcc_addresses": ["x\r\nBcc: eve@example.com"]});
        assert_eq!(refused(body), json!({"email_addresses": {"1": wrong, "2": wrong}, "bcc_addresses": {"0": wrong}}));
        let body = json!({"email_addresses": "a@example.com", "template": ""});
        let told =
            json!({"email_addresses": ["Expected a list of items but got type \"str\"."], "template": ["This field may not be blank."]});
        assert_eq!(refused(body), told);
        assert_eq!(refused(json!([])), json!({"non_field_errors": ["Invalid data. Expected a dictionary, but got list."]}));
        let many = json!({"email_addresses": vec!["a@example.com"; MOST + 1]});
        assert_eq!(refused(many), json!({"email_addresses": ["Ensure this field has no more than 200 elements."]}));
    }
}
