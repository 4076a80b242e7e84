//! The two processes under measurement.

use std::{
    path::{Path, PathBuf},
    process::Stdio,
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use crate::Outcome;

/// The token that the first start makes for the administrator.
pub(crate) const TOKEN: &str = "bench-token-bench-token-bench-token";
/// The administrator's password.
pub(crate) const PASSWORD: &str = "bench-password";

/// A process that listens.
pub(crate) struct Served {
    child: Child,
    /// Host and port.
    pub(crate) address: String,
    /// From the start of the process to its first 200.
    pub(crate) ready_after: Duration,
}

impl Served {
    /// Starts the server on the data in `folder`.
    pub(crate) async fn vestibule(folder: &Path, password_cost: &str) -> Outcome<Self> {
        let mut command = Command::new(binary()?);
        command
            .arg("serve")
            .env("VESTIBULE_LISTEN", "127.0.0.1:0")
            .env("VESTIBULE_METRICS_LISTEN", "off")
            .env("VESTIBULE_DATA", folder)
            .env("VESTIBULE_BOOTSTRAP_TOKEN", TOKEN)
            .env("VESTIBULE_BOOTSTRAP_PASSWORD", PASSWORD)
            .env("VESTIBULE_BOOTSTRAP_EMAIL", "akadmin@example.com")
            .env("VESTIBULE_PASSWORD_COST", password_cost)
            .env("VESTIBULE_LOG", "warn")
            .env("VESTIBULE_ANONYMOUS_RATE", "0");
        Served::start(command, Some("/-/health/ready/")).await
    }

    /// Starts the bare handlers on the same database file.
    pub(crate) async fn bare(folder: &Path) -> Outcome<Self> {
        let mut command = Command::new(std::env::current_exe()?);
        command.arg("bare").arg(format!("sqlite://{}", folder.join("vestibule.db").display()));
        Served::start(command, None).await
    }

    async fn start(mut command: Command, probe: Option<&str>) -> Outcome<Self> {
        let started = Instant::now();
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::inherit()).kill_on_drop(true).spawn()?;
        let mut lines = BufReader::new(child.stdout.take().ok_or("no output")?).lines();
        let address = loop {
            let line = lines.next_line().await?.ok_or("the process ended before it listened")?;
            if let Some((_, address)) = line.split_once("listening on http://") {
                break address.trim().trim_end_matches('/').to_owned();
            }
        };
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        if let Some(path) = probe {
            let mut connection = crate::load::Connection::open(&address).await?;
            let reply = connection.send(&crate::load::Ask::get(path, ""), 0).await?;
            if reply.status != 200 {
                return Err(format!("{path} answered {}", reply.status).into());
            }
        }
        Ok(Served { child, address, ready_after: started.elapsed() })
    }

    /// Resident memory, in MB (10^6 bytes).
    pub(crate) fn memory(&self) -> Outcome<f64> {
        let pid = self.child.id().ok_or("the process has ended")?;
        let status = std::fs::read_to_string(format!("/proc/{pid}/status"))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
        let kilobytes: f64 = line.trim().trim_end_matches(" kB").parse()?;
        Ok(kilobytes * 1024.0 / 1e6)
    }

    /// Processor time that the process has used so far, its own and the kernel's for it, in seconds.
    pub(crate) fn busy(&self) -> Outcome<f64> {
        /// Ticks in a second, the same on every Linux.
        const TICKS: f64 = 100.0;
        let pid = self.child.id().ok_or("the process has ended")?;
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat"))?;
        // After the name, which may hold anything: user and system time are the 12th and 13th field.
        let (_, fields) = stat.rsplit_once(')').ok_or("no name")?;
        let ticks: Vec<f64> = fields.split_whitespace().skip(11).take(2).map(str::parse).collect::<Result<_, _>>()?;
        Ok(ticks.iter().sum::<f64>() / TICKS)
    }

    /// Asks the process to end, and waits for it.
    pub(crate) async fn stop(mut self) -> Outcome<()> {
        if let Some(pid) = self.child.id() {
            Command::new("kill").arg(pid.to_string()).status().await?;
        }
        self.child.wait().await?;
        Ok(())
    }
}

/// The release binary, beside this program.
fn binary() -> Outcome<PathBuf> {
    let here = std::env::current_exe()?;
    Ok(here.parent().ok_or("no folder")?.join("vestibule"))
}
