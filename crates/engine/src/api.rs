//! All endpoints together, and the way of a request through them.

use std::collections::HashMap;

use serde_json::Value as Json;
use vestibule_resource::{Error, Record, Resource, Result, View};

use crate::{
    Action, Answer, Area, Chain, Context, Endpoint, Need, Operations, Standalone, Target, body, options, permission, read,
    route::{self, Place, Routes},
    show, write,
};

/// How the paths of operations begin that are ours alone: they are served below `/api/`, not below `/api/v3/`, and stand in no
/// document of the contract.
pub const OWN: &str = "vestibule/";

/// Everything that `/api/v3/` serves.
pub struct Api {
    endpoints: Vec<Endpoint>,
    alone: Vec<Standalone>,
    by_model: HashMap<&'static str, usize>,
    routes: Routes,
}

/// What came of a request.
pub struct Handled {
    /// The answer, or why there is none.
    pub result: Result<Answer>,
    /// The methods that the address takes, for the `Allow` header; `None` when the address leads nowhere.
    pub allow: Option<String>,
}

impl Api {
    /// Serves these areas. Every resource gets the hooks of its bases.
    pub fn new(areas: Vec<Area>) -> Self {
        let (mut endpoints, mut alone) = (Vec::new(), Vec::new());
        for area in areas {
            endpoints.extend(area.endpoints);
            alone.extend(area.standalone);
        }
        let firsts = || endpoints.iter().enumerate().filter(|(_, endpoint)| !endpoint.second);
        let by_model = firsts().map(|(index, endpoint)| (endpoint.resource.model, index)).collect();
        let own: HashMap<&str, Chain> = firsts().map(|(_, endpoint)| (endpoint.resource.model, endpoint.hooks.clone())).collect();
        for endpoint in &mut endpoints {
            let mut lineage: Vec<&str> = endpoint.resource.lineage().map(|resource| resource.model).collect();
            lineage.reverse();
            let added = std::mem::take(&mut endpoint.hooks);
            lineage.iter().filter_map(|model| own.get(model)).for_each(|hooks| endpoint.hooks.extend(hooks));
            if endpoint.second {
                endpoint.hooks.extend(&added);
            }
        }
        let routes = Routes::new(&endpoints, &alone);
        Api { endpoints, alone, by_model, routes }
    }

    /// All endpoints, in the order in which they were registered.
    pub fn endpoints(&self) -> &[Endpoint] {
        &self.endpoints
    }

    /// All operations that belong to no resource.
    pub fn alone(&self) -> &[Standalone] {
        &self.alone
    }

    /// The endpoint of a resource.
    pub fn endpoint(&self, resource: &'static Resource) -> Option<&Endpoint> {
        self.by_model.get(resource.model).and_then(|index| self.endpoints.get(*index))
    }

    /// Shows rows (all of one resource) as the API does, in full or as a view, in a bounded number of queries.
    ///
    /// # Errors
    /// `Internal` when the database fails.
    pub async fn show(&self, cx: &Context, rows: &[Record], view: Option<&'static View>) -> Result<Vec<Json>> {
        Ok(show::rows(self, cx, rows, view).await?.into_iter().map(Json::Object).collect())
    }

    /// The text (decoded) that stands in a request's path where a standalone operation has `{name}`; empty when there is none.
    pub fn segment(&self, path: &str, name: &str) -> String {
        let path = path.strip_prefix("/api/v3/").or_else(|| path.strip_prefix("/api/")).unwrap_or(path).trim_end_matches('/');
        let text = self.routes.template(path).and_then(|template| route::segment(template, path, name)).unwrap_or_default();
        percent_encoding::percent_decode_str(text).decode_utf8_lossy().into_owned()
    }

    /// The methods that an address takes, for the `Allow` header; `None` when the address leads nowhere.
    pub fn allow(&self, path: &str) -> Option<String> {
        self.routes.find(&self.endpoints, path).map(|place| self.methods(place).join(", "))
    }

    /// Whether the operation at an address judges the `Authorization` header by itself, which is none of a user then.
    pub fn judges_credentials(&self, path: &str, method: &str) -> bool {
        match self.routes.find(&self.endpoints, path) {
            Some(Place::OnCollection(endpoint, path)) => {
                route::on(endpoint, Target::Collection, path).any(|action| action.method == method && action.need == Need::Credential)
            }
            Some(Place::Alone(path)) => self
                .alone
                .iter()
                .any(|operation| operation.path == path && operation.method == method && operation.need == Need::Credential),
            _ => false,
        }
    }

    /// Answers a request below `/api/v3/`: `path` is what follows that prefix, `sent` are the bytes of the body.
    pub async fn handle(&self, cx: &Context, path: &str, sent: &[u8]) -> Handled {
        let Some(place) = self.routes.find(&self.endpoints, path) else {
            return Handled { result: Err(Error::NotFound(String::new())), allow: None };
        };
        let methods = self.methods(place);
        let allow = Some(methods.join(", "));
        Handled { result: self.serve(cx, place, &methods, sent).await, allow }
    }

    async fn serve(&self, cx: &Context, place: Place<'_>, methods: &[&'static str], sent: &[u8]) -> Result<Answer> {
        if self.answers_json(place) {
            body::accepts_json(&cx.request)?;
        }
        self.admit(cx, place)?;
        let method = cx.request.method.as_str();
        if !methods.contains(&method) {
            return Err(Error::Refused(405, format!("Method \"{method}\" not allowed.")));
        }
        match place {
            // Boxed, so that reading one object does not carry the room that a write needs.
            Place::Collection(endpoint) => Box::pin(self.collection(cx, endpoint, sent)).await,
            Place::Object(endpoint, key) => self.object(cx, endpoint, key, sent).await,
            Place::UsedBy(..) if method == "OPTIONS" => Ok(options::named("Used by")),
            Place::UsedBy(endpoint, key) => Box::pin(self.used_by(cx, endpoint, key)).await,
            Place::OnCollection(endpoint, path) => match self.action(endpoint, Target::Collection, path, cx) {
                Some(action) => Box::pin(act(cx, endpoint, action, None, sent)).await,
                None => Ok(options::describe(cx, endpoint, Target::Collection)),
            },
            Place::OnObject(endpoint, key, path) => Box::pin(self.on_object(cx, endpoint, key, path, sent)).await,
            Place::Alone(path) => Box::pin(self.standalone(cx, path, sent)).await,
        }
    }

    async fn used_by(&self, cx: &Context, endpoint: &Endpoint, key: &str) -> Result<Answer> {
        read::used_by(self, cx, &read::find(cx, endpoint, key).await?).await
    }

    async fn on_object(&self, cx: &Context, endpoint: &Endpoint, key: &str, path: &str, sent: &[u8]) -> Result<Answer> {
        let row = read::find(cx, endpoint, key).await?;
        match self.action(endpoint, Target::Object, path, cx) {
            Some(action) => act(cx, endpoint, action, Some(row), sent).await,
            None => Ok(options::describe(cx, endpoint, Target::Object)),
        }
    }

    /// Whether an address answers JSON and nothing else.
    fn answers_json(&self, place: Place<'_>) -> bool {
        !matches!(place, Place::Alone(path) if self.alone.iter().any(|operation| operation.path == path && operation.negotiates))
    }

    /// Callers nobody knows get no further than this, but for what is open to anybody.
    fn admit(&self, cx: &Context, place: Place<'_>) -> Result<()> {
        let target = match place {
            Place::Object(..) | Place::UsedBy(..) | Place::OnObject(..) => Target::Object,
            Place::Collection(..) | Place::OnCollection(..) | Place::Alone(..) => Target::Collection,
        };
        let open = |need| matches!(need, Need::Anybody | Need::Credential);
        let open = match place {
            Place::OnCollection(endpoint, path) => route::on(endpoint, target, path).any(|action| open(action.need)),
            Place::OnObject(endpoint, _, path) => route::on(endpoint, target, path).any(|action| open(action.need)),
            Place::Alone(path) => self.alone.iter().any(|operation| operation.path == path && open(operation.need)),
            Place::Collection(..) | Place::Object(..) | Place::UsedBy(..) => false,
        };
        if open { Ok(()) } else { permission::known(cx, target) }
    }

    async fn collection(&self, cx: &Context, endpoint: &Endpoint, sent: &[u8]) -> Result<Answer> {
        if let Some(action) = self.action(endpoint, Target::Collection, "", cx) {
            return act(cx, endpoint, action, None, sent).await;
        }
        match cx.request.method.as_str() {
            "POST" => {
                permission::create(cx, endpoint)?;
                Box::pin(write::create(self, cx, endpoint, body::read(&cx.request, sent)?)).await
            }
            "OPTIONS" => Ok(options::describe(cx, endpoint, Target::Collection)),
            _ => match endpoint.list {
                Some(list) => list(cx, None, Json::Null).await,
                None => Box::pin(read::list(self, cx, endpoint)).await,
            },
        }
    }

    async fn object(&self, cx: &Context, endpoint: &Endpoint, key: &str, sent: &[u8]) -> Result<Answer> {
        if cx.request.method == "OPTIONS" {
            return Ok(options::describe(cx, endpoint, Target::Object));
        }
        let row = read::find(cx, endpoint, key).await?;
        if let Some(action) = self.action(endpoint, Target::Object, "", cx) {
            return Box::pin(act(cx, endpoint, action, Some(row), sent)).await;
        }
        match cx.request.method.as_str() {
            "PUT" => Box::pin(write::update(self, cx, endpoint, row, false, body::read(&cx.request, sent)?)).await,
            "PATCH" => Box::pin(write::update(self, cx, endpoint, row, true, body::read(&cx.request, sent)?)).await,
            "DELETE" => Box::pin(write::destroy(cx, endpoint, &row)).await,
            _ => read::retrieve(self, cx, row).await,
        }
    }

    fn action<'a>(&self, endpoint: &'a Endpoint, target: Target, path: &'a str, cx: &Context) -> Option<&'a Action> {
        let method = effective(&cx.request.method);
        route::on(endpoint, target, path).find(|action| action.method == method)
    }

    async fn standalone(&self, cx: &Context, path: &str, sent: &[u8]) -> Result<Answer> {
        let method = effective(&cx.request.method);
        let Some(operation) = self.alone.iter().find(|operation| operation.path == path && operation.method == method) else {
            return Ok(options::named(path));
        };
        permission::alone(cx, operation.need)?;
        (operation.run)(cx, None, body::of(&operation.schema, &cx.request, sent)?).await
    }

    /// The methods that an address takes, in the contract's order.
    fn methods(&self, place: Place<'_>) -> Vec<&'static str> {
        let own: Vec<&'static str> = match place {
            Place::Collection(endpoint) => among(endpoint, Target::Collection, &[(Operations::LIST, "GET"), (Operations::CREATE, "POST")]),
            Place::Object(endpoint, _) => among(
                endpoint,
                Target::Object,
                &[
                    (Operations::RETRIEVE, "GET"),
                    (Operations::UPDATE, "PUT"),
                    (Operations::PARTIAL, "PATCH"),
                    (Operations::DESTROY, "DELETE"),
                ],
            ),
            Place::UsedBy(..) => vec!["GET"],
            Place::OnCollection(endpoint, path) => route::on(endpoint, Target::Collection, path).map(|action| action.method).collect(),
            Place::OnObject(endpoint, _, path) => route::on(endpoint, Target::Object, path).map(|action| action.method).collect(),
            Place::Alone(path) => self.alone.iter().filter(|operation| operation.path == path).map(|operation| operation.method).collect(),
        };
        let head = own.contains(&"GET").then_some("HEAD");
        own.into_iter().chain(head).chain(["OPTIONS"]).collect()
    }
}

/// Those of the methods for which there is a regular operation, or an action that stands in for one.
fn among(endpoint: &Endpoint, target: Target, methods: &[(Operations, &'static str)]) -> Vec<&'static str> {
    let there = |operation: Operations, method| {
        endpoint.operations.has(operation) || route::on(endpoint, target, "").any(|action| action.method == method)
    };
    methods.iter().filter(|(operation, method)| there(*operation, *method)).map(|(_, method)| *method).collect()
}

/// HEAD is served as GET; the server leaves the body away.
fn effective(method: &str) -> &str {
    if method == "HEAD" { "GET" } else { method }
}

async fn act(cx: &Context, endpoint: &Endpoint, action: &Action, row: Option<Record>, sent: &[u8]) -> Result<Answer> {
    permission::act(cx, endpoint, action, row.as_ref()).await?;
    (action.run)(cx, row, body::of(&action.schema, &cx.request, sent)?).await
}
