//! Handing mails over.

use std::{
    fmt,
    sync::{Arc, OnceLock},
};

use lettre::{
    AsyncFileTransport, AsyncSmtpTransport, AsyncTransport as _, Tokio1Executor,
    message::Mailbox,
    transport::smtp::{
        authentication::Credentials,
        client::{Tls, TlsParameters},
    },
};

use crate::{
    MailError, MailServer, Message, address,
    settings::{self, Encryption, Route, Server},
};

/// Sends mails along one route; cheap to clone.
#[derive(Clone)]
pub struct Mailer {
    from: Mailbox,
    route: Arc<Route>,
    /// Made at the first mail: its pool of connections wants a running tokio, which checking a configuration has not.
    smtp: Arc<OnceLock<AsyncSmtpTransport<Tokio1Executor>>>,
}

impl Mailer {
    /// Reads a mail URL: `smtp://user:password@host:port`, `smtps://…`, `file:///folder`, `log:`; none means `log:`.
    ///
    /// `smtp://` uses STARTTLS: with a user name always, without one when the server offers it; `?tls=required`,
    /// `?tls=opportunistic` and `?tls=none` say otherwise. Ports default to 587 and 465. `from` is the sender, an address alone
    /// or `Name <address>`. Nothing is connected to yet, but a folder is made.
    pub fn from_url(url: Option<&str>, from: &str) -> Result<Mailer, MailError> {
        let route = settings::parse(url)?;
        match &route {
            Route::Folder(path) => std::fs::create_dir_all(path)
                .map_err(|error| MailError::Setting(format!("the mail folder {} cannot be made: {error}", path.display())))?,
            Route::Smtp(server) => drop(tls(server)?),
            Route::Log => {}
        }
        Ok(Mailer { from: address::sender(from)?, route: Arc::new(route), smtp: Arc::default() })
    }

    /// Sends through a mail server that is described part by part. Nothing is connected to yet.
    pub fn through(server: &MailServer, from: &str) -> Result<Mailer, MailError> {
        let server = server.checked()?;
        tls(&server)?;
        Ok(Mailer { from: address::sender(from)?, route: Arc::new(Route::Smtp(server)), smtp: Arc::default() })
    }

    /// Hands a mail over, and returns when the other side has taken it.
    pub async fn send(&self, message: &Message) -> Result<(), MailError> {
        let mail = message.encode(&self.from)?;
        match &*self.route {
            Route::Smtp(server) => self
                .smtp(server)?
                .send(mail)
                .await
                .map(|_| ())
                .map_err(|error| MailError::Delivery(format!("{server} did not take the mail: {error}"))),
            Route::Folder(path) => {
                let written = AsyncFileTransport::<Tokio1Executor>::new(path).send(mail).await;
                written
                    .map(|_| ())
                    .map_err(|error| MailError::Delivery(format!("the mail could not be written to {}: {error}", path.display())))
            }
            Route::Log => {
                tracing::info!(to = ?message.to, cc = ?message.cc, bcc = ?message.bcc, subject = message.subject, text = message.text, "mail");
                Ok(())
            }
        }
    }

    fn smtp(&self, server: &Server) -> Result<&AsyncSmtpTransport<Tokio1Executor>, MailError> {
        if let Some(ready) = self.smtp.get() {
            return Ok(ready);
        }
        let mut builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(&server.host)
            .port(server.port)
            .timeout(Some(server.patience))
            .tls(tls(server)?);
        if let Some((user, password)) = &server.login {
            builder = builder.credentials(Credentials::new(user.clone(), password.clone()));
        }
        Ok(self.smtp.get_or_init(|| builder.build()))
    }
}

fn tls(server: &Server) -> Result<Tls, MailError> {
    let parameters =
        || TlsParameters::new(server.host.clone()).map_err(|error| MailError::Setting(format!("no encryption to {server}: {error}")));
    Ok(match server.encryption {
        Encryption::Implicit => Tls::Wrapper(parameters()?),
        Encryption::Required => Tls::Required(parameters()?),
        Encryption::WhenOffered => Tls::Opportunistic(parameters()?),
        Encryption::None => Tls::None,
    })
}

impl fmt::Display for Server {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "the mail server {}:{}", self.host, self.port)
    }
}

/// Says where mails go, never with what password.
impl fmt::Debug for Mailer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.route {
            Route::Smtp(server) => write!(out, "Mailer({server})"),
            Route::Folder(path) => write!(out, "Mailer({})", path.display()),
            Route::Log => out.write_str("Mailer(log)"),
        }
    }
}
