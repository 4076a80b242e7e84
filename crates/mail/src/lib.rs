//! Mail: what the letters say ([`render`]) and how they leave the house ([`Mailer`]).
//!
//! A [`Mailer`] is made from one URL: `smtp://` and `smtps://` hand letters to a mail server, `file:///folder` writes each as an
//! `.eml` file, `log:` (and no URL at all) writes them to the log, so that an installation without a mail server can be tried.

mod address;
mod error;
mod mailer;
mod message;
mod server;
mod settings;
mod template;

pub use address::check_address;
pub use error::MailError;
pub use mailer::Mailer;
pub use message::Message;
pub use server::MailServer;
pub use template::{Rendered, Template, render, templates};
