//! A mail server (RFC 5321) that takes one mail after the other and tells what it got.

use std::net::SocketAddr;

use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    sync::{Mutex, mpsc},
};

/// How the server behaves.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manners {
    Friendly,
    RefusesRecipients,
}

#[derive(Default, Debug)]
pub(crate) struct Mail {
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    pub(crate) data: String,
    pub(crate) login: Option<String>,
}

pub(crate) struct Sink {
    pub(crate) address: SocketAddr,
    mails: Mutex<mpsc::UnboundedReceiver<Mail>>,
}

impl Sink {
    pub(crate) async fn start(manners: Manners) -> Sink {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (sender, mails) = mpsc::unbounded_channel();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(converse(stream, manners, sender.clone()));
            }
        });
        Sink { address, mails: Mutex::new(mails) }
    }

    pub(crate) async fn received(&self) -> Mail {
        self.mails.lock().await.recv().await.unwrap()
    }
}

async fn converse(mut stream: TcpStream, manners: Manners, mails: mpsc::UnboundedSender<Mail>) {
    let (reader, mut writer) = stream.split();
    let mut lines = BufReader::new(reader).lines();
    let mut mail = Mail::default();
    writer.write_all(b"220 sink ready\r\n").await.unwrap();
    while let Ok(Some(line)) = lines.next_line().await {
        let address = || line.split(['<', '>']).nth(1).unwrap_or_default().to_owned();
        let answer = match line.get(..4).unwrap_or_default().to_uppercase().as_str() {
            "EHLO" => "250-sink\r\n250 AUTH PLAIN",
            "AUTH" => {
                mail.login = line.split(' ').nth(2).map(str::to_owned);
                "235 welcome"
            }
            "MAIL" => {
                mail.from = address();
                "250 fine"
            }
            "RCPT" if manners == Manners::RefusesRecipients => "550 no such mailbox",
            "RCPT" => {
                mail.to.push(address());
                "250 fine"
            }
            "DATA" => {
                writer.write_all(b"354 go on\r\n").await.unwrap();
                while let Ok(Some(line)) = lines.next_line().await {
                    if line == "." {
                        break;
                    }
                    mail.data.push_str(&line);
                    mail.data.push('\n');
                }
                mails.send(std::mem::take(&mut mail)).unwrap();
                "250 taken"
            }
            _ => "250 fine",
        };
        if writer.write_all(format!("{answer}\r\n").as_bytes()).await.is_err() {
            return;
        }
    }
}
