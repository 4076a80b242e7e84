//! `vestibule serve`.

use std::{net::SocketAddr, process::ExitCode, sync::Arc, time::Duration};

use tokio::{
    net::TcpListener,
    signal::unix::{SignalKind, signal},
    sync::watch,
    time::MissedTickBehavior,
};
use vestibule_core::{Keys, janitor, reputation::Scores, sessions::Sessions};
use vestibule_resource::{Error, Result};
use vestibule_secret::{Cost, Passwords};
use vestibule_store::Store;
use vestibule_world::World;

use crate::{
    assemble, log,
    metrics::Figures,
    secret_key,
    server::Server,
    settings::{PasswordCost, Raw, Settings},
    start::{self, Setup},
    wire::{self, Handle, Throttle},
};

/// How long what is written behind waits.
const BEHIND: Duration = Duration::from_millis(100);

/// How often the space of expired rows is freed.
const JANITOR: Duration = Duration::from_secs(300);

/// Name of the note that names this installation.
const INSTALL_ID: &str = "install_id";

/// Serves until the process is told to end.
pub fn serve(raw: &Raw) -> ExitCode {
    let settings = match Settings::read(raw) {
        Ok(settings) => settings,
        Err(problems) => {
            for problem in problems {
                complain(&problem);
            }
            return ExitCode::FAILURE;
        }
    };
    log::start(&settings.log);
    for name in &raw.unknown {
        tracing::warn!(variable = name, "there is no such setting; vestibule serve --help lists all");
    }
    let ended = match super::runtime() {
        Ok(runtime) => {
            let ended = runtime.block_on(run(settings));
            // Everything that must not be lost is written by now, so nothing that still computes is waited for.
            runtime.shutdown_background();
            ended
        }
        Err(error) => Err(Error::internal(format!("the server cannot start: {error}"))),
    };
    match ended {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            complain(&error);
            ExitCode::FAILURE
        }
    }
}

async fn run(settings: Settings) -> Result<()> {
    let store = Store::open(&crate::store_settings(&settings), Arc::new(assemble::catalog()?), World::real()).await?;
    let passwords = passwords(settings.password_cost)?;
    start::first(&store, &passwords, &settings.bootstrap).await?;
    let server = server(&settings, &store, passwords).await?;
    let (sessions, scores, setup) = (server.sessions.clone(), server.scores.clone(), server.setup.clone());

    let (listener, address) = bind("VESTIBULE_LISTEN", settings.listen).await?;
    let metrics = match settings.metrics {
        Some(address) => Some((bind("VESTIBULE_METRICS_LISTEN", address).await?, figures(&store)?)),
        None => None,
    };
    let (tell, told) = watch::channel(());
    let written = tokio::spawn(background(store.clone(), (sessions.clone(), scores.clone()), told.clone()));
    if let Some(((listener, _), figures)) = metrics {
        tokio::spawn(listen(listener, figures, told.clone(), settings.shutdown_timeout));
    }
    announce(address, setup.open().await?);
    tokio::spawn(start::first_certificate(store.clone()));
    let serving = tokio::spawn(listen(listener, Arc::new(server), told, settings.shutdown_timeout));
    stopped().await?;
    tracing::info!("ending: open requests may finish");
    let _ = tell.send(());
    let _ = serving.await;
    let _ = written.await;
    sessions.flush().await?;
    scores.flush().await?;
    store.close().await;
    Ok(())
}

fn passwords(cost: PasswordCost) -> Result<Passwords> {
    let cost = match cost {
        PasswordCost::Default => Cost::STANDARD,
        PasswordCost::Lowest => {
            tracing::warn!("VESTIBULE_PASSWORD_COST=lowest protects no password: use it for tests only");
            Cost::LOWEST
        }
    };
    Passwords::new(cost).map_err(|error| Error::internal(error.to_string()))
}

async fn server(settings: &Settings, store: &Store, passwords: Passwords) -> Result<Server> {
    let secret_key = secret_key::load(settings, store).await?.into();
    let install_id = secret_key::noted(store, INSTALL_ID, &store.world().uuid().to_string()).await?.into();
    vestibule_admin::note_version(store, vestibule_admin::RELEASE, env!("CARGO_PKG_VERSION")).await?;
    let api = Arc::new(assemble::api());
    let services = assemble::services(settings, store, Keys { secret_key, install_id }, passwords.clone());
    let sessions = services.get::<Sessions>().cloned().ok_or_else(|| Error::internal("the server was built without sessions"))?;
    let scores = services.get::<Scores>().cloned().ok_or_else(|| Error::internal("the server was built without scores"))?;
    Ok(Server {
        api,
        store: store.clone(),
        services,
        sessions,
        scores,
        setup: Setup::new(store.clone(), passwords),
        proxies: settings.proxies.clone(),
        throttle: Throttle::new(settings.anonymous_rate),
        patience: settings.request_timeout,
    })
}

fn figures(store: &Store) -> Result<Arc<Figures>> {
    Figures::start(store.clone()).map_err(|error| Error::internal(format!("figures cannot be kept: {error}")))
}

async fn bind(setting: &str, address: SocketAddr) -> Result<(TcpListener, SocketAddr)> {
    let told = |error: std::io::Error| Error::internal(format!("{setting}: nothing can be served on {address}: {error}"));
    let listener = TcpListener::bind(address).await.map_err(told)?;
    let address = listener.local_addr().map_err(told)?;
    Ok((listener, address))
}

async fn listen(listener: TcpListener, handler: Arc<dyn Handle>, mut told: watch::Receiver<()>, patience: Duration) {
    let end = async move {
        // An error means that the sender is gone, which is an end as well.
        let _ = told.changed().await;
    };
    wire::serve(listener, handler, end, patience).await;
}

/// What goes on beside requests: sessions and scores are written, the space of expired rows is freed, and users leave whose time has come.
async fn background(store: Store, (sessions, scores): (Sessions, Scores), mut told: watch::Receiver<()>) {
    let mut ticks = tokio::time::interval(JANITOR);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    let writing = tokio::spawn(write_behind(sessions, scores));
    loop {
        tokio::select! {
            _ = told.changed() => break,
            _ = ticks.tick() => {}
        }
        match janitor::sweep(&store).await {
            Ok(0) => {}
            Ok(rows) => tracing::debug!(rows, "freed the space of expired rows"),
            Err(error) => tracing::error!(%error, "the space of expired rows could not be freed"),
        }
        if let Err(error) = vestibule_lifecycle::sweep(&store).await {
            tracing::error!(%error, "users whose time has come could not leave");
        }
    }
    writing.abort();
}

/// Writes what requests left waiting, again and again.
async fn write_behind(sessions: Sessions, scores: Scores) {
    let mut ticks = tokio::time::interval(BEHIND);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let (sessions, scores) = tokio::join!(sessions.flush(), scores.flush());
        for (what, end) in [("sessions of visitors", sessions), ("scores", scores)] {
            if let Err(error) = end {
                tracing::error!(%error, "{what} could not be written; they are kept and tried again");
            }
        }
    }
}

/// Ready when the process is told to end.
async fn stopped() -> Result<()> {
    let told = |error: std::io::Error| Error::internal(format!("signals cannot be heard: {error}"));
    let mut terminate = signal(SignalKind::terminate()).map_err(told)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(told)?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

#[expect(clippy::print_stdout, reason = "what a person or a script waits for goes to standard output, the log does not")]
fn announce(address: SocketAddr, setup: Option<String>) {
    println!("listening on http://{address}");
    if let Some(key) = setup {
        println!("set the administrator's password, once: http://{address}/setup/{key}/");
    }
}

#[expect(clippy::print_stderr, reason = "the log may not have started yet, or may be filtered")]
fn complain(what: &dyn std::fmt::Display) {
    eprintln!("vestibule: {what}");
}
