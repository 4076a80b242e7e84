//! A running server.

use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{
        Mutex, OnceLock,
        atomic::{AtomicU32, Ordering},
    },
};

use crate::{
    Caller, Database, Document,
    database::{self, ADMIN_URL},
    keeper::Keeper,
};

/// How a test server is set up.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where its data is kept.
    pub database: Database,
    /// The administrator's token from the first start on.
    pub token: String,
    /// The administrator's password from the first start on.
    pub password: String,
    /// More variables; they win over the harness's own.
    pub variables: Vec<(String, String)>,
}

impl Options {
    /// What most tests want: cheap password hashes, an administrator, mails in a folder.
    pub fn on(database: Database) -> Options {
        Options { database, token: "administrators-token".into(), password: "administrators-password".into(), variables: Vec::new() }
    }

    /// Sets one more variable.
    pub fn with(mut self, name: &str, value: &str) -> Options {
        self.variables.push((name.into(), value.into()));
        self
    }
}

/// A server of its own process on a free port, with a fresh database; it ends when the value is dropped or the test dies.
pub struct App {
    keeper: Mutex<Keeper>,
    folder: PathBuf,
    address: Mutex<SocketAddr>,
    postgres: Option<String>,
    options: Options,
    names: AtomicU32,
    document: tokio::sync::OnceCell<Document>,
}

impl App {
    /// A server on SQLite.
    pub async fn new() -> App {
        App::on(Database::Sqlite).await
    }

    /// A server on one of the databases.
    pub async fn on(database: Database) -> App {
        App::start(Options::on(database))
    }

    /// The server that the cases of one test file share.
    pub fn shared(database: Database) -> &'static App {
        static SQLITE: OnceLock<App> = OnceLock::new();
        static POSTGRES: OnceLock<App> = OnceLock::new();
        let place = if database == Database::Sqlite { &SQLITE } else { &POSTGRES };
        place.get_or_init(|| App::start(Options::on(database)))
    }

    /// A server set up in a particular way.
    pub fn start(options: Options) -> App {
        let folder = tempfile::tempdir().unwrap().keep();
        let (mut variables, mut postgres) = (variables(&folder, &options), None);
        if options.database == Database::Postgres {
            let (name, url) = database::make();
            variables.push(("VESTIBULE_DATABASE_URL".into(), url.clone()));
            postgres = Some(url);
            variables.push(("KEEPER_DROP".into(), name));
            variables.push(("KEEPER_POSTGRES".into(), std::env::var(ADMIN_URL).unwrap()));
        }
        variables.extend(options.variables.iter().cloned());
        let mut keeper = Keeper::new(&folder, &[server_binary().display().to_string(), "serve".into()], &variables);
        let address = launch(&mut keeper);
        App {
            keeper: Mutex::new(keeper),
            folder,
            address: Mutex::new(address),
            postgres,
            options,
            names: AtomicU32::new(0),
            document: tokio::sync::OnceCell::new(),
        }
    }

    /// Ends the server at once (`kill -9`) and starts it again on the same data.
    pub fn kill_and_restart(&self) {
        let mut keeper = self.keeper.lock().unwrap();
        end(&mut keeper, "KILL");
        *self.address.lock().unwrap() = launch(&mut keeper);
    }

    /// Asks the server to end and returns its exit code.
    pub fn terminate(&self) -> i32 {
        end(&mut self.keeper.lock().unwrap(), "TERM")
    }

    /// Starts the server again after [`App::terminate`].
    pub fn launch_again(&self) {
        *self.address.lock().unwrap() = launch(&mut self.keeper.lock().unwrap());
    }

    /// Ends the server in a moment of the test's choosing, without waiting for it.
    pub fn kill_soon(&self) {
        self.keeper.lock().unwrap().order("signal KILL");
    }

    /// Starts the server again after [`App::kill_soon`].
    pub fn recover(&self) {
        let mut keeper = self.keeper.lock().unwrap();
        keeper.wait_for("its end", ended);
        *self.address.lock().unwrap() = launch(&mut keeper);
    }

    /// The first line with this in it that the server has printed or will print.
    pub fn says(&self, word: &str) -> String {
        let mut keeper = self.keeper.lock().unwrap();
        let found = keeper.said().lines().find(|line| line.contains(word)).map(str::to_owned);
        found.unwrap_or_else(|| keeper.wait_for(word, |line| line.contains(word).then(|| line.to_owned())))
    }

    /// Everything that the server has printed.
    pub fn said(&self) -> String {
        self.keeper.lock().unwrap().said()
    }

    /// The base URL, without a slash at the end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address())
    }

    /// Where the server listens.
    pub fn address(&self) -> SocketAddr {
        *self.address.lock().unwrap()
    }

    /// The folder of the test: `data` has the database, `mails` the mails.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The URL of its PostgreSQL database, when it has one.
    pub(crate) fn postgres_url(&self) -> Option<&str> {
        self.postgres.as_deref()
    }

    /// How the server was set up.
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// The OpenAPI document that the server serves of itself.
    pub async fn document(&self) -> &Document {
        let read = async || Document(self.anonymous().get("schema/?format=json").await.assert_status(200).body);
        self.document.get_or_init(read).await
    }

    /// A name that no other case on this server uses.
    pub fn name(&self, word: &str) -> String {
        format!("{word}-{}", self.names.fetch_add(1, Ordering::SeqCst))
    }

    /// Somebody who is not logged in and keeps no cookies.
    pub fn anonymous(&self) -> Caller {
        Caller::nobody(self.address())
    }

    /// The administrator, by token.
    pub fn admin(&self) -> Caller {
        self.with_token(&self.options.token)
    }

    /// Whoever a token stands for.
    pub fn with_token(&self, token: &str) -> Caller {
        Caller::with_token(self.address(), token)
    }

    /// A fresh browser without any cookie.
    pub fn browser(&self) -> Caller {
        Caller::browser(self.address())
    }
}

/// The server binary: `VESTIBULE_BIN`, else the newest of the workspace's builds.
pub fn server_binary() -> PathBuf {
    if let Some(given) = std::env::var_os("VESTIBULE_BIN") {
        return given.into();
    }
    let target = Path::new(env!("CARGO_MANIFEST_DIR")).join("../target");
    let built = ["debug", "release"].map(|profile| target.join(profile).join("vestibule"));
    let newest =
        built.into_iter().filter(|path| path.exists()).max_by_key(|path| path.metadata().and_then(|data| data.modified()).unwrap());
    newest.expect("no server binary; build it with `cargo build -p vestibule-server` or name it in VESTIBULE_BIN")
}

fn variables(folder: &Path, options: &Options) -> Vec<(String, String)> {
    let folder = folder.display();
    [
        ("VESTIBULE_LISTEN", "127.0.0.1:0".into()),
        ("VESTIBULE_METRICS_LISTEN", "127.0.0.1:0".into()),
        ("VESTIBULE_DATA", format!("{folder}/data")),
        ("VESTIBULE_MAIL_URL", format!("file://{folder}/mails")),
        ("VESTIBULE_MAIL_FROM", "Vestibule <no-reply@example.com>".into()),
        ("VESTIBULE_PASSWORD_COST", "lowest".into()),
        // A test may ask as nobody as fast as the machine can.
        ("VESTIBULE_ANONYMOUS_RATE", "0".into()),
        ("VESTIBULE_BOOTSTRAP_TOKEN", options.token.clone()),
        ("VESTIBULE_BOOTSTRAP_PASSWORD", options.password.clone()),
        ("VESTIBULE_BOOTSTRAP_EMAIL", "akadmin@example.com".into()),
    ]
    .map(|(name, value)| (name.into(), value))
    .into()
}

fn launch(keeper: &mut Keeper) -> SocketAddr {
    keeper.order("start");
    keeper.wait_for("listening", |line| {
        let (_, rest) = line.split_once("listening on http://")?;
        rest.split(|letter: char| !letter.is_ascii_alphanumeric() && !".:[]".contains(letter)).next()?.parse().ok()
    })
}

fn end(keeper: &mut Keeper, signal: &str) -> i32 {
    keeper.order(&format!("signal {signal}"));
    keeper.wait_for("its end", ended)
}

fn ended(line: &str) -> Option<i32> {
    line.strip_prefix("keeper: ended ")?.parse().ok()
}
