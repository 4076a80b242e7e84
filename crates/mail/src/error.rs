//! What can go wrong with a mail, in words for the administrator.

use std::fmt;

/// Why a mail was not sent. The text never holds a password: it is shown to administrators and written to the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailError {
    /// The mail URL or the sender's address cannot be used; the text says which part and what to write instead.
    Setting(String),
    /// An address is not one (RFC 5321); holds the address as it was given.
    Address(String),
    /// The message names nobody to send it to.
    NoRecipient,
    /// There is no template of this name.
    UnknownTemplate(String),
    /// A template could not be filled in: a value is missing, or the template has a mistake.
    Template(String),
    /// The mail could not be handed over; the text says where and what the other side answered.
    Delivery(String),
}

impl fmt::Display for MailError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MailError::Setting(text) | MailError::Template(text) | MailError::Delivery(text) => out.write_str(text),
            MailError::Address(address) => write!(out, "{address:?} is not an e-mail address"),
            MailError::NoRecipient => out.write_str("the message has no recipient"),
            MailError::UnknownTemplate(name) => write!(out, "there is no mail template {name:?}"),
        }
    }
}

impl std::error::Error for MailError {}
