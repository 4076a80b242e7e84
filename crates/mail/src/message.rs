//! One mail.

use lettre::message::{Mailbox, MultiPart};

use crate::{MailError, address};

/// A mail to be sent.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Message {
    /// The people it is for, as bare addresses.
    pub to: Vec<String>,
    /// Those who get a copy and are seen to.
    pub cc: Vec<String>,
    /// Those who get a copy and are seen by nobody.
    pub bcc: Vec<String>,
    /// One line; line breaks become spaces.
    pub subject: String,
    /// The letter as plain text, which every mail has.
    pub text: String,
    /// The letter as HTML, beside the plain text.
    pub html: Option<String>,
}

impl Message {
    /// The mail as it goes over the wire (RFC 5322), every address checked.
    pub(crate) fn encode(&self, from: &Mailbox) -> Result<lettre::Message, MailError> {
        if self.to.is_empty() && self.cc.is_empty() && self.bcc.is_empty() {
            return Err(MailError::NoRecipient);
        }
        let mut mail = lettre::Message::builder().from(from.clone()).subject(self.one_line_subject()).message_id(None);
        for address in &self.to {
            mail = mail.to(address::plain(address)?);
        }
        for address in &self.cc {
            mail = mail.cc(address::plain(address)?);
        }
        for address in &self.bcc {
            mail = mail.bcc(address::plain(address)?);
        }
        let encoded = match &self.html {
            Some(html) => mail.multipart(MultiPart::alternative_plain_html(self.text.clone(), html.clone())),
            None => mail.singlepart(lettre::message::SinglePart::plain(self.text.clone())),
        };
        encoded.map_err(|error| MailError::Delivery(format!("the mail could not be put together: {error}")))
    }

    /// A subject must not start a header of its own.
    fn one_line_subject(&self) -> String {
        self.subject.split(|letter: char| letter.is_control()).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn encoded(message: &Message) -> String {
        let mail = message.encode(&"Vestibule <no-reply@example.com>".parse().unwrap()).unwrap();
        String::from_utf8(mail.formatted()).unwrap()
    }

    #[test]
    fn a_mail_has_a_text_and_an_html_part() {
        let message = Message {
            to: vec!["ada@example.com".into()],
            subject: "Hello".into(),
            text: "plain".into(),
            html: Some("<p>rich</p>".into()),
            ..Message::default()
        };
        let mail = encoded(&message);
        for part in
            ["To: ada@example.com", "Subject: Hello", "multipart/alternative", "text/plain", "text/html", "<p>rich</p>", "Message-ID:"]
        {
            assert!(mail.contains(part), "{part} is missing from\n{mail}");
        }
    }

    #[test]
    fn a_subject_cannot_add_a_header() {
        let message = Message { to: vec!["ada@example.com".into()], subject: "Hi\r\nBcc: eve@example.com".into(), ..Message::default() };
        let mail = encoded(&message);
        assert!(mail.contains("Subject: Hi Bcc: eve@example.com\r\n"), "{mail}");
        assert!(!mail.contains("\r\nBcc:"), "{mail}");
    }

    #[test]
    fn hidden_recipients_stay_hidden() {
        let message = Message { to: vec!["ada@example.com".into()], bcc: vec!["eve@example.com".into()], ..Message::default() };
        assert!(!encoded(&message).contains("eve@example.com"));
    }

    #[test]
    fn a_mail_to_nobody_is_refused() {
        let message = Message { subject: "Hello".into(), ..Message::default() };
        assert_eq!(message.encode(&"a@example.com".parse().unwrap()).unwrap_err(), MailError::NoRecipient);
    }
}
