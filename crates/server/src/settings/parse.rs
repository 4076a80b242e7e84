//! From text to settings, with every mistake told at once.

use std::{
    net::{SocketAddr, ToSocketAddrs as _},
    path::PathBuf,
    time::Duration,
};

use tracing_subscriber::EnvFilter;
use vestibule_mail::{MailError, Mailer};
use vestibule_outbound::Guard;
use vestibule_store::Database;

use super::{
    Bootstrap, Log, PasswordCost, Problem, Raw, Settings, TrustedProxies, proxies,
    table::{SETTINGS, Setting},
};

/// How networks are written.
const NETWORKS: &str = "write networks or addresses, separated by commas, e.g. 10.0.0.0/8,::1";

/// What is wrong with a text, and what to write instead.
type Wrong = (String, &'static str);

/// Reads settings one by one and notes what is wrong with them.
struct Reader<'a> {
    raw: &'a Raw,
    problems: Vec<Problem>,
}

impl Settings {
    /// Judges everything that was written.
    ///
    /// # Errors
    /// All that is wrong.
    pub fn read(raw: &Raw) -> Result<Settings, Vec<Problem>> {
        let mut reader = Reader { raw, problems: Vec::new() };
        let settings = reader.settings();
        match settings {
            Some(settings) if reader.problems.is_empty() => Ok(settings),
            _ => Err(reader.problems),
        }
    }
}

impl Reader<'_> {
    /// `None` when something without which there are no settings is wrong.
    fn settings(&mut self) -> Option<Settings> {
        let listen = self.read("listen", address);
        let data = self.read("data", |text| Ok(PathBuf::from(text)));
        let url = self.optional("database-url", database_url);
        let secret_key = self.optional("secret-key", secret_key);
        let bootstrap = self.bootstrap();
        let metrics = self.read("metrics-listen", |text| if text == "off" { Ok(None) } else { address(text).map(Some) });
        let mailer = self.mailer();
        let proxies = self.read("trusted-proxies", trusted);
        let anonymous_rate = self.read("anonymous-rate", |text| number(text, "write a number, 0 for no bound"));
        let password_cost = self.read("password-cost", password_cost);
        let geoip_city = self.optional("geoip-city", |text| Ok(PathBuf::from(text)));
        let geoip_asn = self.optional("geoip-asn", |text| Ok(PathBuf::from(text)));
        let expression_networks = self.read("expression-networks", networks);
        let pwned_passwords = self.read("pwned-passwords-url", web_address);
        let log = self.log();
        let request_timeout = self.read("request-timeout", seconds);
        let shutdown_timeout = self.read("shutdown-timeout", seconds);
        self.distinct(listen, metrics.flatten());
        let data = data?;
        Some(Settings {
            listen: listen?,
            database: url.map_or_else(|| Database::Sqlite(data.clone()), Database::Postgres),
            data,
            secret_key,
            bootstrap,
            metrics: metrics?,
            mailer: mailer?,
            proxies: proxies?,
            anonymous_rate: anonymous_rate?,
            password_cost: password_cost?,
            geoip_city,
            geoip_asn,
            expression_networks: expression_networks?,
            pwned_passwords: pwned_passwords?,
            log: log?,
            request_timeout: request_timeout?,
            shutdown_timeout: shutdown_timeout?,
        })
    }

    fn bootstrap(&mut self) -> Bootstrap {
        Bootstrap {
            password: self.optional("bootstrap-password", plain),
            token: self.optional("bootstrap-token", plain),
            email: self.optional("bootstrap-email", email),
        }
    }

    /// The sender is judged alone first, so that a mistake is laid to the right setting.
    fn mailer(&mut self) -> Option<Mailer> {
        let told = |error: MailError| (error.to_string(), "write it in one of these forms");
        let from = self.read("mail-from", |from| Mailer::from_url(None, from).map(|_| from.to_owned()).map_err(told))?;
        self.read("mail-url", |url| Mailer::from_url(Some(url), &from).map_err(told))
    }

    fn log(&mut self) -> Option<Log> {
        let json = self.read("log-format", |text| match text {
            "text" => Ok(false),
            "json" => Ok(true),
            other => Err((format!("{other:?} is no format"), "write text or json")),
        });
        let filter = self.read("log", |text| match EnvFilter::try_new(text) {
            Ok(_) => Ok(text.to_owned()),
            Err(error) => Err((error.to_string(), "write a level, or modules with levels, e.g. info,vestibule_flow=debug")),
        });
        Some(Log { filter: filter?, json: json? })
    }

    /// Two listeners cannot share a port, unless each takes any free one.
    fn distinct(&mut self, listen: Option<SocketAddr>, metrics: Option<SocketAddr>) {
        if listen.is_some() && listen == metrics && listen.is_some_and(|address| address.port() != 0) {
            self.wrong("metrics-listen", ("it is the same as VESTIBULE_LISTEN".to_owned(), "choose another port, or write off"));
        }
    }

    /// What was given, or the default.
    fn text(&self, name: &str) -> &str {
        self.raw.get(name).unwrap_or_else(|| find(name).map_or("", |setting| setting.default))
    }

    fn read<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Wrong>) -> Option<T> {
        match parse(self.text(name)) {
            Ok(value) => Some(value),
            Err(wrong) => {
                self.wrong(name, wrong);
                None
            }
        }
    }

    /// A setting that nothing stands for when nobody gave it.
    fn optional<T>(&mut self, name: &str, parse: impl FnOnce(&str) -> Result<T, Wrong>) -> Option<T> {
        self.raw.get(name)?;
        self.read(name, parse)
    }

    fn wrong(&mut self, name: &str, (problem, change): Wrong) {
        let setting = find(name).map_or_else(|| name.to_owned(), Setting::variable);
        self.problems.push(Problem { setting, problem, change: change.to_owned() });
    }
}

fn find(name: &str) -> Option<&'static Setting> {
    SETTINGS.iter().find(|setting| setting.name == name)
}

fn address(text: &str) -> Result<SocketAddr, Wrong> {
    let advice = "write an address and a port, e.g. 127.0.0.1:9000, or 0.0.0.0:9000 for every network";
    let found = text.parse().ok().or_else(|| text.to_socket_addrs().ok()?.next());
    found.ok_or_else(|| (format!("{text:?} is no address of this machine with a port"), advice))
}

fn database_url(text: &str) -> Result<String, Wrong> {
    if text.starts_with("postgres://") || text.starts_with("postgresql://") {
        return Ok(text.to_owned());
    }
    // The text may hold a password, so it is not repeated.
    let problem = "the URL does not begin with postgres://".to_owned();
    Err((problem, "write postgres://user:password@host/name, or remove it for the embedded database"))
}

fn secret_key(text: &str) -> Result<String, Wrong> {
    let advice = "write 50 or more random characters, or remove it and a key is made";
    if text.chars().count() < 32 { Err(("it has fewer than 32 characters".to_owned(), advice)) } else { Ok(text.to_owned()) }
}

fn plain(text: &str) -> Result<String, Wrong> {
    if text.contains('\0') { Err(("it holds a NUL character".to_owned(), "remove it")) } else { Ok(text.to_owned()) }
}

fn email(text: &str) -> Result<String, Wrong> {
    match vestibule_mail::check_address(text) {
        Ok(()) => Ok(text.to_owned()),
        Err(error) => Err((error.to_string(), "write an address like admin@example.com")),
    }
}

fn trusted(text: &str) -> Result<TrustedProxies, Wrong> {
    TrustedProxies::parse(text).map_err(|part| (format!("{part:?} is neither a network nor an address"), NETWORKS))
}

fn networks(text: &str) -> Result<Guard, Wrong> {
    proxies::networks(text).map(Guard::new).map_err(|part| (format!("{part:?} is neither a network nor an address"), NETWORKS))
}

fn web_address(text: &str) -> Result<String, Wrong> {
    let address = text.trim_end_matches('/');
    match vestibule_outbound::Exchange::get(address) {
        Ok(_) => Ok(address.to_owned()),
        Err(error) => Err((error.to_string(), "write an address like https://api.pwnedpasswords.com")),
    }
}

fn password_cost(text: &str) -> Result<PasswordCost, Wrong> {
    match text {
        "default" => Ok(PasswordCost::Default),
        "lowest" => Ok(PasswordCost::Lowest),
        other => Err((format!("{other:?} is no cost"), "write default (or lowest, in tests only)")),
    }
}

fn number(text: &str, advice: &'static str) -> Result<u32, Wrong> {
    text.parse().map_err(|_| (format!("{text:?} is no number"), advice))
}

fn seconds(text: &str) -> Result<Duration, Wrong> {
    let advice = "write a number of seconds between 1 and 3600";
    let seconds = number(text, advice)?;
    let fits = (1..=3600).contains(&seconds);
    if fits { Ok(Duration::from_secs(seconds.into())) } else { Err((format!("{seconds} seconds are out of range"), advice)) }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests")]
    use super::*;

    fn problems(pairs: &[(&'static str, &str)]) -> Vec<String> {
        Settings::read(&Raw::of(pairs)).unwrap_err().into_iter().map(|problem| problem.setting).collect()
    }

    #[test]
    fn nothing_needs_to_be_set() {
        let settings = Settings::read(&Raw::default()).unwrap();
        assert_eq!(settings.listen.to_string(), "127.0.0.1:9000");
        assert_eq!(settings.metrics.unwrap().to_string(), "127.0.0.1:9300");
        assert!(matches!(settings.database, Database::Sqlite(folder) if folder.as_os_str() == "./data"));
    }

    #[test]
    fn every_mistake_is_told_at_once() {
        let wrong = problems(&[
            ("listen", "9000"),
            ("database-url", "mysql://host"),
            ("secret-key", "short"),
            ("metrics-listen", "none"),
            ("mail-url", "ftp://host"),
            ("trusted-proxies", "10.0.0.0/99"),
            ("password-cost", "low"),
            ("log-format", "xml"),
            ("log", "vestibule_flow=loud"),
            ("request-timeout", "0"),
            ("bootstrap-email", "nobody"),
        ]);
        assert_eq!(wrong.len(), 11, "{wrong:?}");
        assert!(wrong.iter().all(|setting| setting.starts_with("VESTIBULE_")), "{wrong:?}");
    }

    #[test]
    fn a_wrong_sender_is_not_laid_to_the_mail_url() {
        assert_eq!(problems(&[("mail-from", "nobody")]), ["VESTIBULE_MAIL_FROM"]);
    }

    #[test]
    fn two_listeners_cannot_share_a_port() {
        assert_eq!(problems(&[("listen", "127.0.0.1:9300")]), ["VESTIBULE_METRICS_LISTEN"]);
        assert!(Settings::read(&Raw::of(&[("listen", "127.0.0.1:0"), ("metrics-listen", "127.0.0.1:0")])).is_ok());
    }

    #[test]
    fn no_problem_repeats_the_password_of_a_url() {
        let raw = Raw::of(&[("database-url", "mysql://u:hunter2@host"), ("mail-url", "ftp://u:hunter2@host")]);
        let told = format!("{:?}", Settings::read(&raw).unwrap_err());
        assert!(!told.contains("hunter2"), "{told}");
    }
}
