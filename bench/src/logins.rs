//! Logins: what a whole one costs, alone and among others.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use serde_json::Value;

use crate::{
    Outcome,
    figures::{CONNECTIONS, LOGIN, cookies, create},
    load::{Ask, Connection, header},
    report::Report,
    seed,
    server::{PASSWORD, Served},
};

/// A whole login, with the cheapest hash and with the default one: what it costs beyond the hash.
pub(crate) async fn logins(report: &mut Report, folder: &Path, time: Duration) -> Outcome<()> {
    // The cheapest hash first: a login rehashes to the cost in force, so each server times hashes of its own cost.
    cheapest(report, folder, time).await?;
    let served = Served::vestibule(folder, "default").await?;
    login(&served.address, "akadmin").await?;
    let mut logins = Vec::new();
    for _ in 0..30 {
        logins.push(login(&served.address, "akadmin").await?);
    }
    let (whole, requests) = middle(&logins);
    report.told(&format!("a whole login of {requests} requests, default hash cost (median of 30)"), milliseconds(whole));
    served.stop().await
}

/// Logins with the cheapest hash, in turn with what no login can be faster than on this machine. What is left of a login without its
/// hash and without that is what it costs of our own.
async fn cheapest(report: &mut Report, folder: &Path, time: Duration) -> Outcome<()> {
    // A database of its own: whoever else writes to the server's file makes the server forget what it remembers.
    let aside = tempfile::tempdir()?;
    seed::bench_table(aside.path()).await?;
    let (served, bare) = (Served::vestibule(folder, "lowest").await?, Served::bare(aside.path()).await?);
    let (logins, floors) = {
        let (ours, theirs) = (served.address.clone(), bare.address.clone());
        tokio::task::spawn_blocking(move || alone(&ours, &theirs)).await??
    };
    let requests = logins.first().map_or(0, Vec::len);
    let (whole, hash, floor) = (middle(&logins).0, cheapest_hash()?, median(floors));
    report.told(&format!("a whole login of {requests} requests, lowest hash cost (median of {})", logins.len()), milliseconds(whole));
    report.told("the requests of such a login, one by one (medians)", each(&logins));
    report.told("the hash of such a login", milliseconds(hash));
    report.told("as many bare answers, the last a bare INSERT, in turn with such logins", milliseconds(floor));
    report.told("a login alone beyond its hash", milliseconds(whole - hash));
    report.at_most("what of that is our own, beyond the bare answers", (whole - hash - floor) * 1e3, "ms", 1.0);
    bare.stop().await?;
    crowded(report, &served, hash, time).await?;
    served.stop().await
}

/// Logins one after the other, each with the seconds of its requests, and in turn with them bare answers. From a thread that does
/// nothing else: a client whose threads wake each other would be measured too.
#[tokio::main(flavor = "current_thread")]
async fn alone(ours: &str, bare: &str) -> Outcome<(Vec<Vec<f64>>, Vec<f64>)> {
    const ROUNDS: usize = 10;
    const TIMES: usize = 30;
    let requests = login(ours, "akadmin").await?.len();
    let (mut logins, mut floors) = (Vec::new(), Vec::new());
    // In turn, so that a machine whose speed drifts treats both alike.
    for _ in 0..ROUNDS {
        for _ in 0..TIMES {
            logins.push(login(ours, "akadmin").await?);
        }
        for _ in 0..TIMES {
            floors.push(bare_answers(bare, requests, floors.len()).await?);
        }
    }
    Ok((logins, floors))
}

/// What a login costs a server that has nothing else to do than logins, the client on the same machine included.
async fn crowded(report: &mut Report, served: &Served, hash: f64, time: Duration) -> Outcome<()> {
    let (busy, began) = (served.busy()?, Instant::now());
    let workers: Vec<_> = (0..CONNECTIONS).map(|_| tokio::spawn(one_after_the_other(served.address.clone(), began + time))).collect();
    let mut done = 0.0;
    for worker in workers {
        done += worker.await??;
    }
    let each = began.elapsed().as_secs_f64() / done;
    report.told(
        &format!("logins of {CONNECTIONS} visitors at once, lowest hash cost"),
        format!("{:.0}/s, {:.2} ms of processor time each", 1.0 / each, (served.busy()? - busy) / done * 1e3),
    );
    report.at_most("a login among those beyond its hash", (each - hash) * 1e3, "ms", 1.0);
    Ok(())
}

/// Logs in again and again; how often.
async fn one_after_the_other(address: String, end: Instant) -> Outcome<f64> {
    let mut done = 0.0;
    while Instant::now() < end {
        login(&address, "akadmin").await?;
        done += 1.0;
    }
    Ok(done)
}

/// So many requests on one connection that are answered without any work, but for the last, which is an INSERT as durable as a login;
/// the seconds that they took together. `number` is new each time.
async fn bare_answers(address: &str, requests: usize, number: usize) -> Outcome<f64> {
    let mut connection = Connection::open(address).await?;
    let (constant, insert) = (Ask::get("/constant", ""), create("/create", ""));
    let asks = std::iter::repeat_n(&constant, requests.saturating_sub(1)).chain([&insert]);
    let mut took = 0.0;
    for ask in asks {
        let begun = Instant::now();
        let reply = connection.send(ask, number as u64).await?;
        took += begun.elapsed().as_secs_f64();
        if reply.status != ask.expect {
            return Err(format!("a bare answer had the status {}", reply.status).into());
        }
    }
    Ok(took)
}

/// How long the cheapest hash takes alone, in seconds.
fn cheapest_hash() -> Outcome<f64> {
    let params = argon2::Params::new(8, 1, 1, None)?;
    let hasher = argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, params);
    let mut times = Vec::new();
    for _ in 0..30 {
        let (begun, mut out) = (Instant::now(), [0; 32]);
        hasher.hash_password_into(PASSWORD.as_bytes(), &[7; 16], &mut out)?;
        std::hint::black_box(out);
        times.push(begun.elapsed().as_secs_f64());
    }
    Ok(median(times))
}

/// The median of whole logins, and their requests.
pub(crate) fn middle(logins: &[Vec<f64>]) -> (f64, usize) {
    (median(logins.iter().map(|login| login.iter().sum()).collect()), logins.first().map_or(0, Vec::len))
}

/// The median of each request of a login.
fn each(logins: &[Vec<f64>]) -> String {
    let requests = logins.first().map_or(0, Vec::len);
    let of = |place: usize| median(logins.iter().filter_map(|login| login.get(place).copied()).collect());
    (0..requests).map(|place| format!("{:.0}", of(place) * 1e6)).collect::<Vec<_>>().join(" + ") + " µs"
}

fn milliseconds(seconds: f64) -> String {
    format!("{:.2} ms", seconds * 1e3)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times.get(times.len() / 2).copied().unwrap_or(f64::NAN)
}

/// Logs in over the executor as a client does, on one connection; the seconds that each request took.
pub(crate) async fn login(address: &str, username: &str) -> Outcome<Vec<f64>> {
    let mut connection = Connection::open(address).await?;
    let mut times = Vec::new();
    let mut ask = Ask::get(LOGIN, "");
    while times.len() < 12 {
        let begun = Instant::now();
        let reply = connection.send(&ask, 0).await?;
        times.push(begun.elapsed().as_secs_f64());
        let jar = cookies(&reply.head);
        let cookie = if jar.contains("authentik_session") { Some(jar) } else { kept(&ask) };
        let next = match reply.status {
            302 => Ask::get(header(&reply.head, "location").unwrap_or(LOGIN), ""),
            200 => match answer_to(&reply.body, username)? {
                Some(body) => Ask::post(LOGIN, "", body, 302),
                None => return Ok(times),
            },
            other => return Err(format!("a login answered {other}").into()),
        };
        ask = match cookie {
            Some(cookie) => next.with(&format!("Cookie: {cookie}")),
            None => next,
        };
    }
    Err("a login did not end".into())
}

fn kept(ask: &Ask) -> Option<String> {
    ask.headers.lines().find_map(|line| line.strip_prefix("Cookie: ")).map(str::to_owned)
}

/// The answer to a challenge; `None` at the end of the flow.
fn answer_to(challenge: &[u8], username: &str) -> Outcome<Option<String>> {
    let challenge: Value = serde_json::from_slice(challenge)?;
    if challenge.get("response_errors").is_some() {
        return Err(format!("the login was refused: {challenge}").into());
    }
    match challenge.get("component").and_then(Value::as_str) {
        Some("ak-stage-identification") => Ok(Some(format!("{{\"uid_field\":\"{username}\"}}"))),
        Some("ak-stage-password") => Ok(Some(format!("{{\"password\":\"{PASSWORD}\"}}"))),
        Some("xak-flow-redirect") => Ok(None),
        other => Err(format!("a login met {other:?}: {challenge}").into()),
    }
}
