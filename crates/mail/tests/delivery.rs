//! Mails leave the house: to a real SMTP listener, into a folder, into the log.
#![expect(clippy::unwrap_used, clippy::panic, reason = "tests")]

mod sink;

use sink::Sink;
use vestibule_mail::{MailError, Mailer, Message};

const FROM: &str = "Vestibule <no-reply@example.com>";

fn letter() -> Message {
    Message {
        to: vec!["ada@example.com".into()],
        cc: vec!["ben@example.com".into()],
        bcc: vec!["eve@example.com".into()],
        subject: "Grüße".into(),
        text: "Hello\n.\nAda".into(),
        html: Some("<p>Hello</p>".into()),
    }
}

#[tokio::test]
async fn the_mail_server_gets_the_sender_every_recipient_and_the_text() {
    let sink = Sink::start(sink::Manners::Friendly).await;
    Mailer::from_url(Some(&format!("smtp://{}", sink.address)), FROM).unwrap().send(&letter()).await.unwrap();
    let mail = sink.received().await;
    assert_eq!(mail.from, "no-reply@example.com");
    assert_eq!(mail.to, ["ada@example.com", "ben@example.com", "eve@example.com"]);
    assert!(mail.data.contains("From: Vestibule <no-reply@example.com>"), "{}", mail.data);
    assert!(mail.data.contains("<p>Hello</p>") && !mail.data.contains("eve@example.com"), "{}", mail.data);
}

#[tokio::test]
async fn a_password_is_sent_in_the_open_only_when_the_url_says_so() {
    let sink = Sink::start(sink::Manners::Friendly).await;
    let strict = Mailer::from_url(Some(&format!("smtp://ada:hunter2@{}", sink.address)), FROM).unwrap();
    let MailError::Delivery(text) = strict.send(&letter()).await.unwrap_err() else { panic!("not a delivery error") };
    assert!(text.contains(&sink.address.to_string()) && !text.contains("hunter2"), "{text}");
    let open = Mailer::from_url(Some(&format!("smtp://ada:hunter2@{}?tls=none", sink.address)), FROM).unwrap();
    open.send(&letter()).await.unwrap();
    // "\0ada\0hunter2" in base64, as RFC 4616 has it.
    assert_eq!(sink.received().await.login.as_deref(), Some("AGFkYQBodW50ZXIy"));
}

#[tokio::test]
async fn what_the_mail_server_objects_to_is_told_to_the_administrator() {
    let sink = Sink::start(sink::Manners::RefusesRecipients).await;
    let mailer = Mailer::from_url(Some(&format!("smtp://{}", sink.address)), FROM).unwrap();
    let error = mailer.send(&letter()).await.unwrap_err().to_string();
    assert!(error.contains("550") && error.contains("no such mailbox"), "{error}");
}

#[tokio::test]
async fn a_mail_server_that_is_not_there_is_named() {
    let nobody = { std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap() };
    let mailer = Mailer::from_url(Some(&format!("smtp://{nobody}")), FROM).unwrap();
    let error = mailer.send(&letter()).await.unwrap_err().to_string();
    assert!(error.starts_with(&format!("the mail server {nobody} did not take the mail")), "{error}");
}

#[tokio::test]
async fn the_file_transport_writes_one_file_per_mail() {
    let folder = tempfile::tempdir().unwrap();
    let deeper = folder.path().join("out/box");
    let mailer = Mailer::from_url(Some(&format!("file://{}", deeper.display())), FROM).unwrap();
    mailer.send(&letter()).await.unwrap();
    mailer.send(&letter()).await.unwrap();
    let files: Vec<_> = std::fs::read_dir(&deeper).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(files.len(), 2);
    for file in files {
        assert_eq!(file.extension().unwrap(), "eml");
        assert!(std::fs::read_to_string(file).unwrap().contains("To: ada@example.com"));
    }
}

#[tokio::test]
async fn without_a_mail_server_mails_go_to_the_log_and_bad_addresses_are_still_refused() {
    let mailer = Mailer::from_url(None, FROM).unwrap();
    mailer.send(&letter()).await.unwrap();
    let wrong = Message { to: vec!["ada".into()], ..letter() };
    assert_eq!(mailer.send(&wrong).await, Err(MailError::Address("ada".into())));
}

#[test]
fn a_configuration_can_be_checked_without_a_running_server_and_shown_without_its_password() {
    let mailer = Mailer::from_url(Some("smtps://ada:hunter2@mail.example.com"), FROM).unwrap();
    assert_eq!(format!("{mailer:?}"), "Mailer(the mail server mail.example.com:465)");
}
