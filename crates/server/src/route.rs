//! What a path is for. There is no handler per endpoint of the API: everything below `/api/v3/` is the engine's.

use vestibule_core::MEDIA;
use vestibule_engine::OWN;

/// What a path is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Route<'a> {
    /// Whether the process runs.
    Live,
    /// Whether it can serve.
    Ready,
    /// A file that pages use.
    Static(&'a str),
    /// A file that somebody uploaded.
    Media(&'a str),
    /// The executor's challenge protocol, for the flow of this slug.
    Executor(&'a str),
    /// What a flow is doing, for the flow of this slug.
    Inspector(&'a str),
    /// The first page of the API.
    ApiRoot,
    /// Anything else below `/api/v3/`, with that prefix removed, or what is ours alone below `/api/`.
    Api(&'a str),
    /// The server-rendered page of the flow of this slug.
    FlowPage(&'a str),
    /// Where a person lands: `user` or `admin`.
    Interface(&'a str),
    /// `/`
    Root,
    /// To the flow that the brand uses for this designation.
    DefaultFlow(&'a str),
    /// Leaves the flow in progress.
    Cancel,
    /// To the flow that configures the stage of this key.
    Configure(&'a str),
    /// Logs in with the recovery token of this key.
    UseToken(&'a str),
    /// First-start set-up, with its one-time key.
    Setup(&'a str),
    /// Nothing.
    Unknown,
}

impl<'a> Route<'a> {
    /// Reads a path.
    pub(crate) fn of(path: &'a str) -> Self {
        match path {
            "/" => Route::Root,
            "/-/health/live/" => Route::Live,
            "/-/health/ready/" => Route::Ready,
            "/api/v3/" => Route::ApiRoot,
            "/flows/-/cancel/" => Route::Cancel,
            "/if/user/" => Route::Interface("user"),
            "/if/admin/" => Route::Interface("admin"),
            _ => Route::with_argument(path).unwrap_or(Route::Unknown),
        }
    }

    fn with_argument(path: &'a str) -> Option<Self> {
        if let Some(rest) = path.strip_prefix("/static/") {
            return Some(Route::Static(rest));
        }
        if let Some(rest) = path.strip_prefix(MEDIA) {
            return Some(Route::Media(rest));
        }
        if let Some(rest) = path.strip_prefix("/api/v3/") {
            let executor = segment(rest, "flows/executor/").map(Route::Executor);
            let inspector = || segment(rest, "flows/inspector/").map(Route::Inspector);
            let api = || if rest.starts_with(OWN) { Route::Unknown } else { Route::Api(rest) };
            return Some(executor.or_else(inspector).unwrap_or_else(api));
        }
        if let Some(rest) = path.strip_prefix("/api/").filter(|rest| rest.starts_with(OWN)) {
            return Some(Route::Api(rest));
        }
        let flow = segment(path, "/if/flow/").map(Route::FlowPage);
        let default = || segment(path, "/flows/-/default/").map(Route::DefaultFlow);
        let configure = || segment(path, "/flows/-/configure/").map(Route::Configure);
        let token = || segment(path, "/recovery/use-token/").map(Route::UseToken);
        let setup = || segment(path, "/setup/").map(Route::Setup);
        flow.or_else(default).or_else(configure).or_else(token).or_else(setup)
    }

    /// A word for figures.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Route::Live | Route::Ready => "health",
            Route::Static(_) | Route::Media(_) => "static",
            Route::Executor(_) => "executor",
            Route::Inspector(_) => "inspector",
            Route::ApiRoot | Route::Api(_) => "api",
            Route::FlowPage(_) => "flow",
            Route::Interface(_) | Route::Root => "interface",
            Route::DefaultFlow(_) | Route::Cancel | Route::Configure(_) => "flow_redirect",
            Route::UseToken(_) => "recovery",
            Route::Setup(_) => "setup",
            Route::Unknown => "unknown",
        }
    }

    /// Answers JSON, and refuses in the contract's shapes.
    pub(crate) fn is_api(self) -> bool {
        matches!(self, Route::Api(_) | Route::Executor(_) | Route::Inspector(_))
    }

    /// May be shown in a frame of our own pages.
    pub(crate) fn may_be_framed(self) -> bool {
        matches!(self, Route::Executor(_) | Route::Inspector(_) | Route::FlowPage(_))
    }
}

/// The one segment between `prefix` and a closing slash.
fn segment<'a>(path: &'a str, prefix: &str) -> Option<&'a str> {
    let segment = path.strip_prefix(prefix)?.strip_suffix('/')?;
    (!segment.is_empty() && !segment.contains('/')).then_some(segment)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_address_of_the_contract_leads_somewhere() {
        for (path, route) in [
            ("/", Route::Root),
            ("/api/v3/", Route::ApiRoot),
            ("/api/v3/core/users/", Route::Api("core/users/")),
            ("/api/vestibule/explain/", Route::Api("vestibule/explain/")),
            ("/api/v3/vestibule/explain/", Route::Unknown),
            ("/api/v3/flows/executor/enrol/", Route::Executor("enrol")),
            ("/api/v3/flows/inspector/enrol/", Route::Inspector("enrol")),
            ("/api/v3/flows/instances/enrol/execute/", Route::Api("flows/instances/enrol/execute/")),
            ("/if/flow/enrol/", Route::FlowPage("enrol")),
            ("/if/user/", Route::Interface("user")),
            ("/flows/-/default/authentication/", Route::DefaultFlow("authentication")),
            ("/flows/-/configure/1-2/", Route::Configure("1-2")),
            ("/recovery/use-token/key/", Route::UseToken("key")),
            ("/setup/key/", Route::Setup("key")),
            ("/static/dist/a.css", Route::Static("dist/a.css")),
        ] {
            assert_eq!(Route::of(path), route, "{path}");
        }
    }

    #[test]
    fn the_closing_slash_is_not_optional() {
        for path in ["/if/flow/enrol", "/if/flow//", "/if/flow/a/b/", "/if/user", "/-/health/live", "/setup/", "/api/v3", ""] {
            assert_eq!(Route::of(path), Route::Unknown, "{path}");
        }
    }
}
