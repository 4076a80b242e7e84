//! `request` and `http_request`: what is asked, and the visitor's request behind it.

use std::{any::Any, cell::RefCell, rc::Rc, sync::Arc};

use serde_json::{Value as Json, json};
use vestibule_core::{brands, tenant::Settings};
use vestibule_expression::{Args, Dict, Method, Object, Result, Spec, Str, Type, Value, Vm, modules::ipaddress::address_value};
use vestibule_resource::Value as Column;

use crate::{bag::Bag, from_json, rows, session, wait::wait_for};

/// The variable `request`. Its `context` is the very dictionary that the variable of that name is.
pub(crate) fn asked(user: Value, http: Value, obj: Value, context: Value, debug: bool) -> Value {
    static ASKED: Type = Type::new("PolicyRequest");
    let all = [("user", user), ("http_request", http), ("obj", obj), ("context", context), ("debug", Value::Bool(debug))];
    Bag::of(&ASKED, all)
}

/// The dictionary that a value is; an empty one of its own otherwise.
pub(crate) fn dict(value: &Value) -> Rc<RefCell<Dict>> {
    match value {
        Value::Dict(dict) => Rc::clone(dict),
        _ => Rc::default(),
    }
}

/// References to objects in a context become the objects, where the text of the expression names them: the user whom a flow is about,
/// and what is written as `{"pk", "app", "model_name"}`. The plan gets attributes.
pub(crate) fn revive(vm: &mut Vm<'_>, context: &Value, text: &str, user: &Value) -> Result<()> {
    static PLAN: Type = Type::new("FlowPlan");
    let context = dict(context);
    revive_in(vm, &context, text, user)?;
    let plan = context.borrow().text("flow_plan").cloned();
    if let Some(Value::Dict(plan)) = plan {
        let inner = plan.borrow().text("context").cloned();
        if let Some(Value::Dict(inner)) = inner {
            revive_in(vm, &inner, text, user)?;
        }
        context.borrow_mut().set_text("flow_plan".into(), Bag::over(&PLAN, plan));
    }
    Ok(())
}

fn revive_in(vm: &mut Vm<'_>, context: &RefCell<Dict>, text: &str, user: &Value) -> Result<()> {
    let mut references: Vec<(Str, Rc<RefCell<Dict>>)> = Vec::new();
    for entry in context.borrow().iter() {
        if let (Value::Str(name), Value::Dict(reference)) = (&entry.key, &entry.value)
            && text.contains(&**name)
        {
            references.push((Arc::clone(name), Rc::clone(reference)));
        }
    }
    for (name, reference) in references {
        if let Some(object) = refer(vm, &name, &reference.borrow(), user)? {
            context.borrow_mut().set_text(name, object);
        }
    }
    mark_backend(vm, &context.borrow())
}

/// A user whose password was compared carries what compared it, as programs look for it.
fn mark_backend(vm: &mut Vm<'_>, context: &Dict) -> Result<()> {
    let user = context.text("pending_user").and_then(Value::downcast::<rows::Row>);
    match (user, context.text("user_backend")) {
        (Some(user), Some(backend)) => user.set_attribute(vm, "backend", backend.clone()),
        _ => Ok(()),
    }
}

/// The object that a reference is about; `None` when it is no reference.
fn refer(vm: &mut Vm<'_>, name: &str, reference: &Dict, user: &Value) -> Result<Option<Value>> {
    let Some(key) = reference.text("pk") else { return Ok(None) };
    let word = |name: &str| reference.text(name).and_then(Value::as_str);
    let model = match (word("app"), word("model_name")) {
        (Some(app), Some(model)) => format!("{app}.{model}"),
        _ if name == "pending_user" => "authentik_core.user".to_owned(),
        _ => return Ok(None),
    };
    let catalog = session(vm)?.cx().store.catalog();
    let Some(resource) = catalog.find(&model).filter(|resource| rows::class(resource).is_some()) else { return Ok(None) };
    let key = match key {
        Value::Int(number) => Column::Int(*number),
        other => match other.as_str().and_then(|text| uuid::Uuid::parse_str(text).ok()) {
            Some(uuid) => Column::Uuid(uuid),
            None => return Ok(None),
        },
    };
    if let Some(known) = user.downcast::<rows::Row>()
        && known.resource().model == model
        && known.key() == key
    {
        return Ok(Some(user.clone()));
    }
    Ok(rows::get(vm, resource, &key)?.map(|row| rows::row(Arc::new(row))))
}

/// `ak_client_ip`
pub(crate) fn client_ip(vm: &mut Vm<'_>) -> Result<Value> {
    Ok(address_value(session(vm)?.cx().request.ip.to_canonical()))
}

static HTTP: Type = Type {
    methods: &[
        Method { name: "get_host", call: |vm, _, _| session(vm).and_then(|host| vm.text(host.cx().request.host.clone())) },
        Method { name: "is_secure", call: |vm, _, _| Ok(Value::Bool(session(vm)?.cx().request.scheme == "https")) },
        Method { name: "get_full_path", call: |vm, _, _| full_path(vm) },
        Method { name: "build_absolute_uri", call: absolute },
    ],
    ..Type::new("HttpRequest")
};

/// The visitor's request. Nothing of it is made before a program looks at it. What carries secrets (the session's cookie, the
/// `Authorization` header) is not part of it.
struct Http(RefCell<Dict>);

/// The variable `http_request`.
pub(crate) fn http() -> Value {
    Value::object(Http(RefCell::default()))
}

impl Object for Http {
    fn class(&self) -> &'static Type {
        &HTTP
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        let known = self.0.borrow().text(name).cloned();
        if known.is_some() {
            return Ok(known);
        }
        let made = part(vm, name)?;
        if let Some(made) = &made {
            self.0.borrow_mut().set_text(name.into(), made.clone());
        }
        Ok(made)
    }

    fn set_attribute(&self, _vm: &mut Vm<'_>, name: &str, value: Value) -> Result<()> {
        self.0.borrow_mut().set_text(name.into(), value);
        Ok(())
    }
}

/// One part of the request.
fn part(vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
    let cx = session(vm)?.cx();
    let request = &cx.request;
    let json = match name {
        "method" => json!(request.method),
        "path" | "path_info" => json!(request.path),
        "scheme" => json!(request.scheme),
        "content_type" => json!(request.content_type),
        "request_id" => json!(request.id),
        "META" => Json::Object(headers(vm, true)?),
        "headers" => {
            let pairs = headers(vm, false)?.into_iter().map(|(name, value)| (name, text(value))).collect();
            return query(vm, pairs).map(Some);
        }
        "COOKIES" => request
            .cookies
            .iter()
            .filter(|(name, _)| !name.starts_with("authentik_"))
            .map(|(name, value)| (name.clone(), json!(value)))
            .collect(),
        "session" => Json::Object(cx.session.lock().data().clone()),
        "GET" => return query(vm, request.params.pairs().to_vec()).map(Some),
        // The executor takes JSON, of which the reference system makes no form either.
        "POST" => return query(vm, Vec::new()).map(Some),
        "user" => {
            let user = cx.caller.identity().map(|identity| Arc::new(identity.user.clone()));
            return Ok(Some(user.map_or_else(nobody, rows::row)));
        }
        "brand" => {
            vm.charge_call()?;
            let brand = wait_for(brands::of_host(&cx.store, &request.host))?;
            return Ok(Some(brand.map_or(Value::None, rows::row)));
        }
        "tenant" => return tenant(vm).map(Some),
        _ => return Ok(None),
    };
    from_json(vm, &json).map(Some)
}

fn text(value: Json) -> String {
    value.as_str().map(str::to_owned).unwrap_or_default()
}

/// Headers that are handed on, by their own names or as `META` has them.
fn headers(vm: &mut Vm<'_>, meta: bool) -> Result<serde_json::Map<String, Json>> {
    let request = &session(vm)?.cx().request;
    let all = [
        ("Host", "HTTP_HOST", &request.host),
        ("User-Agent", "HTTP_USER_AGENT", &request.user_agent),
        ("Accept", "HTTP_ACCEPT", &request.accept),
        ("Accept-Language", "HTTP_ACCEPT_LANGUAGE", &request.language),
        ("Content-Type", "CONTENT_TYPE", &request.content_type),
    ];
    let present = all.into_iter().filter(|(_, _, value)| !value.is_empty());
    let mut found: serde_json::Map<String, Json> =
        present.map(|(name, in_meta, value)| ((if meta { in_meta } else { name }).to_owned(), json!(value))).collect();
    if meta {
        found.insert("REMOTE_ADDR".into(), json!(request.ip.to_canonical().to_string()));
        found.insert("REQUEST_METHOD".into(), json!(request.method));
        found.insert("PATH_INFO".into(), json!(request.path));
        found.insert("QUERY_STRING".into(), json!(request.query));
    }
    Ok(found)
}

/// Somebody who is not logged in.
fn nobody() -> Value {
    static NOBODY: Type = Type::new("AnonymousUser");
    let all = [
        ("pk", Value::None),
        ("username", Value::from("")),
        ("is_authenticated", Value::Bool(false)),
        ("is_anonymous", Value::Bool(true)),
        ("is_active", Value::Bool(false)),
        ("is_superuser", Value::Bool(false)),
    ];
    Bag::of(&NOBODY, all)
}

/// The settings of the installation that expressions ask for.
fn tenant(vm: &mut Vm<'_>) -> Result<Value> {
    static TENANT: Type = Type::new("Tenant");
    vm.charge_call()?;
    let cx = session(vm)?.cx();
    let settings = wait_for(Settings::load(&cx.store))?;
    let all = [
        ("default_user_change_name", Value::Bool(settings.default_user_change_name)),
        ("default_user_change_email", Value::Bool(settings.default_user_change_email)),
        ("default_user_change_username", Value::Bool(settings.default_user_change_username)),
        ("impersonation", Value::Bool(settings.impersonation)),
        ("avatars", vm.text(settings.avatars)?),
        ("base_url", vm.text(settings.base_url)?),
    ];
    Ok(Bag::of(&TENANT, all))
}

fn full_path(vm: &mut Vm<'_>) -> Result<Value> {
    let request = &session(vm)?.cx().request;
    let full = if request.query.is_empty() { request.path.clone() } else { format!("{}?{}", request.path, request.query) };
    vm.text(full)
}

fn absolute(vm: &mut Vm<'_>, _http: &Value, args: Args) -> Result<Value> {
    let [path] = args.bind(&Spec::new("build_absolute_uri", 0, ["location"]))?;
    let origin = session(vm)?.cx().origin();
    let path = match path.as_ref().and_then(Value::as_str) {
        Some(path) if path.contains("://") => return vm.text(path.to_owned()),
        Some(path) => path.to_owned(),
        None => text_of(full_path(vm)?),
    };
    vm.text(format!("{origin}{}{path}", if path.starts_with('/') { "" } else { "/" }))
}

fn text_of(value: Value) -> String {
    value.as_str().map(str::to_owned).unwrap_or_default()
}

static QUERY: Type = Type {
    methods: &[
        Method { name: "get", call: |vm, query, args| get(vm, query, args) },
        Method { name: "getlist", call: |vm, query, args| all(vm, query, args) },
        Method { name: "keys", call: |vm, query, args| on_dict(vm, query, "keys", args) },
        Method { name: "values", call: |vm, query, args| on_dict(vm, query, "values", args) },
        Method { name: "items", call: |vm, query, args| on_dict(vm, query, "items", args) },
        Method { name: "dict", call: |_, query, _| Ok(query.downcast::<Query>().map_or(Value::None, |query| query.last.clone())) },
    ],
    ..Type::new("QueryDict")
};

/// Parameters: the last value of each name, and all of them. Headers too, whose names are in any case.
struct Query {
    pairs: Vec<(String, String)>,
    last: Value,
}

pub(crate) fn query(vm: &mut Vm<'_>, pairs: Vec<(String, String)>) -> Result<Value> {
    let last: serde_json::Map<String, Json> = pairs.iter().map(|(name, value)| (name.clone(), json!(value))).collect();
    let last = from_json(vm, &Json::Object(last))?;
    Ok(Value::object(Query { pairs, last }))
}

impl Query {
    fn find(&self, name: &str) -> Option<&str> {
        let same = |(known, _): &&(String, String)| known == name;
        let loosely = |(known, _): &&(String, String)| known.eq_ignore_ascii_case(name);
        self.pairs.iter().rfind(same).or_else(|| self.pairs.iter().rfind(loosely)).map(|(_, value)| value.as_str())
    }
}

fn get(vm: &mut Vm<'_>, query: &Value, args: Args) -> Result<Value> {
    let [name, default] = args.bind(&Spec::new("get", 1, ["key", "default"]))?;
    let found = query.downcast::<Query>().and_then(|query| query.find(name.as_ref()?.as_str()?)).map(str::to_owned);
    match found {
        Some(found) => vm.text(found),
        None => Ok(default.unwrap_or(Value::None)),
    }
}

fn all(vm: &mut Vm<'_>, query: &Value, args: Args) -> Result<Value> {
    let name = args.one("getlist")?;
    let pairs = query.downcast::<Query>().map(|query| query.pairs.clone()).unwrap_or_default();
    let found = pairs.into_iter().filter(|(known, _)| name.as_str() == Some(known)).map(|(_, value)| vm.text(value));
    let found = found.collect::<Result<_>>()?;
    vm.list(found)
}

fn on_dict(vm: &mut Vm<'_>, query: &Value, method: &str, args: Args) -> Result<Value> {
    let last = query.downcast::<Query>().map_or(Value::None, |query| query.last.clone());
    vm.call_method(&last, method, args)
}

impl Object for Query {
    fn class(&self) -> &'static Type {
        &QUERY
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn item(&self, vm: &mut Vm<'_>, key: &Value) -> Result<Value> {
        match key.as_str().and_then(|name| self.find(name)) {
            Some(found) => vm.text(found.to_owned()),
            None => vm.item(&self.last, key),
        }
    }

    fn len(&self, vm: &mut Vm<'_>) -> Result<Option<usize>> {
        vm.len(&self.last).map(Some)
    }

    fn contains(&self, _vm: &mut Vm<'_>, item: &Value) -> Result<Option<bool>> {
        Ok(Some(item.as_str().is_some_and(|name| self.find(name).is_some())))
    }

    fn iterate(&self, vm: &mut Vm<'_>) -> Result<Option<Box<dyn vestibule_expression::types::iterator::Iterate>>> {
        let items = vm.items(&self.last)?;
        Ok(Some(Box::new(rows::Through(items.into_iter()))))
    }

    fn repr(&self, vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("<QueryDict: {}>", vm.repr(&self.last)?))
    }
}
