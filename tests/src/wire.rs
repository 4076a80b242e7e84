//! HTTP/1.1 (RFC 9112) by hand: one request, one connection, nothing corrected on the way, so that a test can send what no
//! well-behaved client would.

use std::net::SocketAddr;

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
};

use crate::Answer;

/// A request as it goes over the wire.
#[derive(Debug, Clone)]
pub struct Request {
    /// The method, any word.
    pub method: String,
    /// Path and query, already percent-encoded.
    pub path: String,
    /// Headers besides `Host`, `Connection` and `Content-Length`, which are added when they are absent.
    pub headers: Vec<(String, String)>,
    /// The body; `None` sends none.
    pub body: Option<Vec<u8>>,
}

impl Request {
    /// A request without headers and body.
    pub fn new(method: &str, path: &str) -> Request {
        Request { method: method.into(), path: path.into(), headers: Vec::new(), body: None }
    }

    /// Adds a header.
    pub fn header(mut self, name: &str, value: &str) -> Request {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// Sets the body.
    pub fn body(mut self, body: impl Into<Vec<u8>>) -> Request {
        self.body = Some(body.into());
        self
    }

    /// Sets a JSON body with its content type.
    pub fn json(self, body: impl Into<Vec<u8>>) -> Request {
        self.header("Content-Type", "application/json").body(body)
    }

    fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|(given, _)| given.eq_ignore_ascii_case(name))
    }

    fn head(&self, address: SocketAddr) -> String {
        let mut head = format!("{} {} HTTP/1.1\r\n", self.method, self.path);
        let mut add = |name: &str, value: &str| head.push_str(&format!("{name}: {value}\r\n"));
        if !self.has("Host") {
            add("Host", &address.to_string());
        }
        add("Connection", "close");
        let length = self.body.as_ref().map(Vec::len).or(["POST", "PUT", "PATCH"].contains(&self.method.as_str()).then_some(0));
        if let Some(length) = length.filter(|_| !self.has("Content-Length")) {
            add("Content-Length", &length.to_string());
        }
        self.headers.iter().for_each(|(name, value)| add(name, value));
        head + "\r\n"
    }
}

/// Sends a request; an error means that the server was not there or broke the connection off.
pub(crate) async fn send(address: SocketAddr, request: &Request) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let mut sent = request.head(address).into_bytes();
    sent.extend(request.body.iter().flatten());
    // A server may answer and close before it has read a body that it refuses: what it said still counts.
    let written = stream.write_all(&sent).await;
    let mut received = Vec::new();
    let read = stream.read_to_end(&mut received).await;
    if received.is_empty() {
        written?;
        read?;
    }
    let what = format!("{} {}", request.method, request.path);
    parse(&what, &received, request.method == "HEAD").ok_or_else(|| std::io::Error::other(format!("{what}: the answer broke off")))
}

fn parse(what: &str, received: &[u8], head_only: bool) -> Option<Answer> {
    let end = received.windows(4).position(|four| four == b"\r\n\r\n")?;
    let head = String::from_utf8_lossy(&received[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let status = lines.next()?.split(' ').nth(1)?.parse().ok()?;
    let headers: Vec<(String, String)> =
        lines.filter_map(|line| line.split_once(':')).map(|(name, value)| (name.to_lowercase(), value.trim().to_owned())).collect();
    let header = |name: &str| headers.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str());
    let rest = &received[end + 4..];
    let body = if head_only {
        Vec::new()
    } else if header("transfer-encoding").is_some_and(|coding| coding.contains("chunked")) {
        dechunk(rest)?
    } else {
        let length = header("content-length").and_then(|length| length.parse().ok()).unwrap_or(rest.len());
        rest.get(..length)?.to_vec()
    };
    Some(Answer::new(what, status, headers, body))
}

fn dechunk(mut rest: &[u8]) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let line = rest.windows(2).position(|two| two == b"\r\n")?;
        let size = std::str::from_utf8(&rest[..line]).ok()?.split(';').next()?;
        let size = usize::from_str_radix(size.trim(), 16).ok()?;
        rest = &rest[line + 2..];
        if size == 0 {
            return Some(body);
        }
        body.extend(rest.get(..size)?);
        rest = rest.get(size + 2..)?;
    }
}
