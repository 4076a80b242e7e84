//! What is measured, in order.

use std::{path::Path, time::Duration};

use serde_json::Value;

use crate::{
    Outcome,
    expressions::expressions,
    load::{Ask, Connection, measure},
    logins::{login, logins, middle},
    report::Report,
    seed,
    server::{Served, TOKEN},
};

const STAGES: &str = "/api/v3/stages/invitation/stages/";
pub(crate) const LOGIN: &str = "/api/v3/flows/executor/default-authentication-flow/?query=";
pub(crate) const CONNECTIONS: usize = 8;

/// What can be measured alone. Logins come first: after a minute of creates even bare answers take longer.
pub(crate) const GROUPS: [&str; 7] = ["logins", "api", "start", "memory", "expressions", "crowd", "stages"];

/// Whether these are all names of groups of figures.
pub(crate) fn are_known(words: &[&str]) -> bool {
    words.iter().all(|word| GROUPS.contains(word))
}

/// Measures these groups of figures, or all when none is named; `quick` with fewer rows and shorter runs, to see that it works.
pub(crate) async fn chosen(quick: bool, groups: &[&str]) -> Outcome<bool> {
    let time = Duration::from_millis(if quick { 500 } else { 4000 });
    let mut report = Report::default();
    let folder = tempfile::tempdir()?;
    for group in GROUPS.iter().filter(|group| groups.is_empty() || groups.contains(group)) {
        match *group {
            "api" => api(&mut report, folder.path(), time).await?,
            "start" => start(&mut report, folder.path()).await?,
            "logins" => logins(&mut report, folder.path(), time).await?,
            "memory" => memory(&mut report, folder.path(), if quick { 5_000 } else { 100_000 }).await?,
            "expressions" => expressions(&mut report, folder.path(), time).await?,
            "crowd" => {
                let sizes: &[u32] = if quick { &[1_000, 10_000] } else { &[1_000, 100_000, 1_000_000] };
                crowd(&mut report, folder.path(), sizes, time / 2).await?;
            }
            _ => many_stages(&mut report, time / 2).await?,
        }
    }
    Ok(report.print())
}

/// One connection's worth of a request, as JSON.
pub(crate) async fn once(served: &Served, ask: &Ask) -> Outcome<Value> {
    let reply = Connection::open(&served.address).await?.send(ask, 0).await?;
    if reply.status != ask.expect {
        return Err(format!("{} {} answered {}: {}", ask.method, ask.path, reply.status, String::from_utf8_lossy(&reply.body)).into());
    }
    Ok(serde_json::from_slice(&reply.body)?)
}

/// Reads, lists, creates and executor starts against their limits.
async fn api(report: &mut Report, folder: &Path, time: Duration) -> Outcome<()> {
    let ours = Served::vestibule(folder, "default").await?;
    let mut key = String::new();
    for number in 0..20 {
        let body = format!("{{\"name\":\"bench-{number}\"}}");
        let made = once(&ours, &Ask::post(STAGES, TOKEN, body, 201)).await?;
        key = made.get("pk").and_then(Value::as_str).unwrap_or_default().to_owned();
    }
    seed::bench_table(folder).await?;
    let bare = Served::bare(folder).await?;
    let pairs = [
        ("GET one stage", Ask::get(format!("{STAGES}{key}/"), TOKEN), Ask::get(format!("/one/{key}"), ""), 0.7),
        ("GET a list of 20 stages", Ask::get(format!("{STAGES}?page_size=20"), TOKEN), Ask::get("/list", ""), 0.6),
        ("executor GET (a visitor in a flow)", visitor(&ours).await?, Ask::get("/constant", ""), 0.3),
        ("POST create a stage", create(STAGES, TOKEN), create("/create", ""), 0.6),
    ];
    for (what, mine, limit, aim) in pairs {
        let (mut first, mut second) = (0.0, 0.0);
        // In turn, so that a machine whose speed drifts treats both alike.
        for _ in 0..3 {
            second += measure(&bare.address, &limit, CONNECTIONS, time / 3).await?.per_second / 3.0;
            first += measure(&ours.address, &mine, CONNECTIONS, time / 3).await?.per_second / 3.0;
        }
        report.rate(what, first, second, aim);
    }
    let fresh = measure(&ours.address, &Ask::get(LOGIN, ""), CONNECTIONS, time).await?;
    report.told(
        "executor start (a new visitor each time)",
        format!("{:.0}/s, median {:.0} µs, 99 % below {:.0} µs", fresh.per_second, fresh.median_us, fresh.p99_us),
    );
    bare.stop().await?;
    ours.stop().await?;
    seed::drop_bench_table(folder).await
}

pub(crate) fn create(path: &str, token: &str) -> Ask {
    Ask::post(path, token, "{\"name\":\"made-{n}\"}", 201)
}

/// A visitor who has begun to log in: their cookie comes back with every request.
async fn visitor(served: &Served) -> Outcome<Ask> {
    let reply = Connection::open(&served.address).await?.send(&Ask::get(LOGIN, ""), 0).await?;
    Ok(Ask::get(LOGIN, "").with(&format!("Cookie: {}", cookies(&reply.head))))
}

pub(crate) fn cookies(head: &str) -> String {
    let set = head.lines().filter_map(|line| line.split_once(':')).filter(|(name, _)| name.eq_ignore_ascii_case("set-cookie"));
    set.filter_map(|(_, value)| value.trim().split(';').next()).collect::<Vec<_>>().join("; ")
}

/// From the start of the process to the first 200, on an existing database.
async fn start(report: &mut Report, folder: &Path) -> Outcome<()> {
    let mut times = Vec::new();
    for _ in 0..5 {
        let served = Served::vestibule(folder, "default").await?;
        times.push(served.ready_after.as_secs_f64() * 1e3);
        served.stop().await?;
    }
    times.sort_by(f64::total_cmp);
    report.at_most("cold start to the first 200 (median of 5)", times.get(2).copied().unwrap_or(f64::NAN), "ms", 100.0);
    Ok(())
}

/// Resident memory at rest, and after many requests.
async fn memory(report: &mut Report, folder: &Path, requests: u32) -> Outcome<()> {
    let served = Served::vestibule(folder, "default").await?;
    report.at_most("resident memory, idle", served.memory()?, "MB", 40.0);
    let asks = [Ask::get(format!("{STAGES}?page_size=20"), TOKEN), Ask::get(LOGIN, "")];
    let each = requests / u32::try_from(asks.len() * CONNECTIONS)?;
    let mut workers = Vec::new();
    for ask in asks.iter().cycle().take(asks.len() * CONNECTIONS) {
        let (address, ask) = (served.address.clone(), ask.clone());
        workers.push(tokio::spawn(async move {
            let mut connection = Connection::open(&address).await?;
            for number in 0..each {
                connection.send(&ask, u64::from(number)).await?;
            }
            Outcome::Ok(())
        }));
    }
    for worker in workers {
        worker.await??;
    }
    report.at_most(&format!("resident memory after {requests} requests"), served.memory()?, "MB", 80.0);
    served.stop().await
}

/// List, search and login with more and more users.
async fn crowd(report: &mut Report, folder: &Path, sizes: &[u32], time: Duration) -> Outcome<()> {
    let mut base = None;
    for size in sizes {
        seed::users(folder, *size).await?;
        let served = Served::vestibule(folder, "lowest").await?;
        login(&served.address, "akadmin").await?;
        let list = measure(&served.address, &Ask::get("/api/v3/core/users/?page_size=20", TOKEN), 1, time).await?.median_us;
        let search =
            measure(&served.address, &Ask::get("/api/v3/core/users/?page_size=20&search=user-777", TOKEN), 1, time).await?.median_us;
        let mut logins = Vec::new();
        for _ in 0..30 {
            logins.push(login(&served.address, "akadmin").await?);
        }
        let whole = middle(&logins).0 * 1e6;
        let (base_list, base_login) = *base.get_or_insert((list, whole));
        report.growth(&format!("a page of users among {size}"), list, base_list, 1.5);
        report.growth(&format!("a login among {size} users"), whole, base_login, 1.5);
        report.told(&format!("a search among {size} users"), format!("{search:.0} µs"));
        served.stop().await?;
    }
    Ok(())
}

/// Executor start with few and with many stages.
async fn many_stages(report: &mut Report, time: Duration) -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let mut base = None;
    for size in [10, 1_000] {
        let served = Served::vestibule(folder.path(), "lowest").await?;
        if base.is_none() {
            once(&served, &Ask::post("/api/v3/stages/deny/", TOKEN, "{\"name\":\"bench-deny\"}", 201)).await?;
        } else {
            served.stop().await?;
            seed::stages(folder.path(), size).await?;
            let served = Served::vestibule(folder.path(), "lowest").await?;
            let start = measure(&served.address, &Ask::get(LOGIN, ""), 1, time).await?.median_us;
            report.growth(&format!("executor start with {size} stages"), start, base.unwrap_or(start), 1.5);
            return served.stop().await;
        }
        base = Some(measure(&served.address, &Ask::get(LOGIN, ""), 1, time).await?.median_us);
        served.stop().await?;
    }
    Ok(())
}
