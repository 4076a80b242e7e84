//! The load: a few connections that each send one request after the other, with as little work of their own as possible.

use std::{
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

use crate::Outcome;

/// One request, ready to be sent. `{n}` in it is replaced by a number that never repeats.
#[derive(Clone)]
pub(crate) struct Ask {
    pub(crate) method: &'static str,
    pub(crate) path: String,
    pub(crate) headers: String,
    pub(crate) body: String,
    pub(crate) expect: u16,
}

/// What was measured.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rate {
    /// Requests answered in a second.
    pub(crate) per_second: f64,
    /// Middle of the times that one took, in microseconds.
    pub(crate) median_us: f64,
    /// The time that 99 of 100 stayed below, in microseconds.
    pub(crate) p99_us: f64,
}

impl Ask {
    pub(crate) fn get(path: impl Into<String>, token: &str) -> Self {
        let headers = if token.is_empty() { String::new() } else { format!("Authorization: Bearer {token}\r\n") };
        Ask { method: "GET", path: path.into(), headers, body: String::new(), expect: 200 }
    }

    pub(crate) fn post(path: impl Into<String>, token: &str, body: impl Into<String>, expect: u16) -> Self {
        let ask = Ask::get(path, token);
        Ask { method: "POST", body: body.into(), expect, headers: format!("{}Content-Type: application/json\r\n", ask.headers), ..ask }
    }

    pub(crate) fn with(mut self, header: &str) -> Self {
        self.headers.push_str(header);
        self.headers.push_str("\r\n");
        self
    }

    fn bytes(&self, number: u64) -> Vec<u8> {
        let body = self.body.replace("{n}", &number.to_string());
        let Ask { method, path, headers, .. } = self;
        let length = if body.is_empty() { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
        format!("{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n{headers}{length}\r\n{body}").into_bytes()
    }
}

/// A connection that is kept open.
pub(crate) struct Connection {
    stream: TcpStream,
    buffer: Vec<u8>,
}

/// An answer, as far as anybody here looks at it.
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

impl Connection {
    pub(crate) async fn open(address: &str) -> Outcome<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Connection { stream, buffer: Vec::with_capacity(64 * 1024) })
    }

    pub(crate) async fn send(&mut self, ask: &Ask, number: u64) -> Outcome<Reply> {
        self.stream.write_all(&ask.bytes(number)).await?;
        self.buffer.clear();
        let end = loop {
            if let Some(end) = self.buffer.windows(4).position(|four| four == b"\r\n\r\n") {
                break end + 4;
            }
            self.more().await?;
        };
        let head = String::from_utf8_lossy(self.buffer.get(..end).unwrap_or_default()).into_owned();
        let length: usize = header(&head, "content-length").and_then(|text| text.parse().ok()).unwrap_or(0);
        while self.buffer.len() < end + length {
            self.more().await?;
        }
        let status = head.get(9..12).and_then(|text| text.parse().ok()).ok_or("no status line")?;
        Ok(Reply { status, body: self.buffer.get(end..end + length).unwrap_or_default().to_vec(), head })
    }

    async fn more(&mut self) -> Outcome<()> {
        let read = self.stream.read_buf(&mut self.buffer).await?;
        if read == 0 { Err("the server closed the connection".into()) } else { Ok(()) }
    }
}

/// The value of a header.
pub(crate) fn header<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    head.lines().filter_map(|line| line.split_once(':')).find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// Sends the request over `connections` connections for `time`, after a tenth of that to warm up.
pub(crate) async fn measure(address: &str, ask: &Ask, connections: usize, time: Duration) -> Outcome<Rate> {
    let numbers = Arc::new(AtomicU64::new(now_number()));
    let start = Instant::now() + time / 10;
    let workers: Vec<_> =
        (0..connections).map(|_| tokio::spawn(work(address.to_owned(), ask.clone(), numbers.clone(), start, time))).collect();
    let mut times = Vec::new();
    for worker in workers {
        times.extend(worker.await??);
    }
    times.sort_unstable();
    let at = |part: f64| {
        times.get(((times.len() as f64 * part) as usize).min(times.len().saturating_sub(1))).copied().unwrap_or_default() as f64 / 1e3
    };
    Ok(Rate { per_second: times.len() as f64 / time.as_secs_f64(), median_us: at(0.5), p99_us: at(0.99) })
}

async fn work(address: String, ask: Ask, numbers: Arc<AtomicU64>, start: Instant, time: Duration) -> Outcome<Vec<u64>> {
    let mut connection = Connection::open(&address).await?;
    let mut times = Vec::new();
    loop {
        let sent = Instant::now();
        if sent > start + time {
            return Ok(times);
        }
        let reply = connection.send(&ask, numbers.fetch_add(1, Ordering::Relaxed)).await?;
        if reply.status != ask.expect {
            return Err(format!("{} {} answered {}: {}", ask.method, ask.path, reply.status, String::from_utf8_lossy(&reply.body)).into());
        }
        if sent >= start {
            times.push(u64::try_from(sent.elapsed().as_nanos())?);
        }
    }
}

/// A number that no earlier run has used, so that names stay unique.
fn now_number() -> u64 {
    std::time::UNIX_EPOCH.elapsed().map_or(0, |time| u64::try_from(time.as_micros()).unwrap_or(0))
}
