//! Every setting, once: flag, variable, default and help are all read from here.

/// One setting of `vestibule serve` and `vestibule check`.
#[derive(Debug)]
pub(crate) struct Setting {
    /// Name of the flag, without dashes in front; the variable is `VESTIBULE_` and the same in capitals.
    pub(crate) name: &'static str,
    /// What a value looks like, for the help text.
    pub(crate) value: &'static str,
    /// What holds when nobody says; empty when there is nothing to say.
    pub(crate) default: &'static str,
    /// What it means.
    pub(crate) help: &'static str,
    /// The same variable with the prefix `AUTHENTIK_` counts too.
    pub(crate) alias: bool,
}

impl Setting {
    /// Name of the environment variable.
    pub(crate) fn variable(&self) -> String {
        format!("VESTIBULE_{}", self.suffix())
    }

    /// Name of the environment variable as the reference system calls it, where that counts too.
    pub(crate) fn alias(&self) -> Option<String> {
        self.alias.then(|| format!("AUTHENTIK_{}", self.suffix()))
    }

    fn suffix(&self) -> String {
        self.name.replace('-', "_").to_ascii_uppercase()
    }
}

const fn setting(name: &'static str, value: &'static str, default: &'static str, help: &'static str) -> Setting {
    Setting { name, value, default, help, alias: false }
}

const fn aliased(setting: Setting) -> Setting {
    Setting { alias: true, ..setting }
}

/// All settings, in the order in which help shows them.
pub(crate) static SETTINGS: &[Setting] = &[
    setting("listen", "ADDRESS:PORT", "127.0.0.1:9000", "Where to serve; port 0 takes any free one"),
    setting("data", "FOLDER", "./data", "Folder of the embedded database and of the secret key"),
    setting("database-url", "URL", "", "PostgreSQL instead of the embedded database: postgres://user:password@host/name"),
    setting("secret-key", "TEXT", "", "Signs session cookies, at least 32 characters; made and kept when absent"),
    aliased(setting("bootstrap-password", "TEXT", "", "Password of the first administrator; first start only")),
    aliased(setting("bootstrap-token", "TEXT", "", "Key of an API token of the first administrator; first start only")),
    aliased(setting("bootstrap-email", "ADDRESS", "", "Address of the first administrator; first start only")),
    setting("metrics-listen", "ADDRESS:PORT", "127.0.0.1:9300", "Where to serve Prometheus metrics; off disables"),
    setting("mail-url", "URL", "log:", "Where mail goes: smtp://user:password@host:587, smtps://…, file:///folder or log:"),
    setting("mail-from", "ADDRESS", "Vestibule <vestibule@localhost>", "Sender of mail"),
    setting("trusted-proxies", "NETWORKS", "", "Proxies whose X-Forwarded-… headers count: networks or addresses, with commas"),
    setting("anonymous-rate", "NUMBER", "1000", "Requests that one address may send per second without logging in; 0 means no bound"),
    setting("password-cost", "default|lowest", "default", "Work per password hash; lowest is for tests only"),
    setting("geoip-city", "FILE", "", "File in MaxMind's format that tells where addresses are; read again when it changes"),
    setting("geoip-asn", "FILE", "", "File in MaxMind's format that tells whose network addresses belong to; read again when it changes"),
    setting(
        "expression-networks",
        "NETWORKS",
        "",
        "Networks that expressions may send requests to although they are not public, with commas",
    ),
    setting("pwned-passwords-url", "URL", "https://api.pwnedpasswords.com", "Whom policies ask for stolen passwords (range interface)"),
    setting("log", "FILTER", "info", "What to log: error, warn, info, debug, trace, or per module, e.g. info,vestibule_flow=debug"),
    setting("log-format", "text|json", "text", "Form of log lines"),
    setting("request-timeout", "SECONDS", "60", "Longest time that one request may take"),
    setting("shutdown-timeout", "SECONDS", "10", "Longest time that open requests may take when the server is told to end"),
];
