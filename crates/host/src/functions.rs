//! The names that all expressions know beside Python's own.

use serde_json::Value as Json;
use vestibule_core::{events, groups, users::User};
use vestibule_expression::{
    Args, Native, Result, Spec, Value, Vm,
    modules::ipaddress::{ip_address, ip_network},
};
use vestibule_resource::Model as _;
use vestibule_store::{Condition, Query};

use crate::{
    log::Logger,
    modules, python, rows, session, to_json,
    wait::wait_for,
    web::{self, Requests},
};

/// A function of a part of the server that stands above this one (policies, tokens, mail).
pub type Extra = Native;

/// The service that holds them: what the server was put together with.
#[derive(Clone, Copy, Default)]
pub struct Extras(pub &'static [&'static [Extra]]);

static FUNCTIONS: &[Native] = &[
    Native { name: "ak_create_event", call: create_event },
    Native { name: "ak_is_group_member", call: is_group_member },
    Native { name: "ak_message", call: message },
    Native { name: "ak_user_by", call: user_by },
    Native { name: "ak_user_has_authenticator", call: has_authenticator },
    Native { name: "ip_address", call: ip_address },
    Native { name: "ip_network", call: ip_network },
    Native { name: "list_flatten", call: list_flatten },
    Native { name: "regex_match", call: regex_match },
    Native { name: "regex_replace", call: regex_replace },
    Native { name: "resolve_dns", call: web::resolve },
    Native { name: "reverse_dns", call: web::reverse },
    Native { name: "slugify", call: slugify },
];

/// Whether a name is one of these.
pub(crate) fn is_known(name: &str) -> bool {
    matches!(name, "ak_logger" | "requests" | "SkipObject") || FUNCTIONS.iter().any(|native| native.name == name)
}

/// What a name means.
pub(crate) fn find(vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
    match name {
        "ak_logger" => return Ok(Some(Value::object(Logger))),
        "requests" => return Ok(Some(Value::object(Requests))),
        "SkipObject" => return Ok(Some(modules::skip_object())),
        _ => {}
    }
    let extras = session(vm)?.cx().services.get::<Extras>().copied().unwrap_or_default();
    let mut all = FUNCTIONS.iter().chain(extras.0.iter().flat_map(|file| file.iter()));
    Ok(all.find(|native| native.name == name).map(Value::Native))
}

/// `ak_message(text)`
fn message(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let text = vm.str(&args.one("ak_message")?)?;
    vm.allocate(text.len() + 32)?;
    session(vm)?.say(text);
    Ok(Value::None)
}

/// `ak_is_group_member(user, name="admins")`: of any group, with those above.
fn is_group_member(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let Args { positional, named } = args;
    let [user] = Args::of(positional).bind(&Spec::new("ak_is_group_member", 1, ["user"]))?;
    let Some(user) = user.as_ref().and_then(|user| user.downcast::<rows::Row>()).and_then(|row| row.key().as_int()) else {
        return Ok(Value::Bool(false));
    };
    vm.charge_call()?;
    let cx = session(vm)?.cx();
    let all = wait_for(groups::all_of(&cx.store, user))?;
    let keys = all.iter().map(|group| group.key().clone()).collect();
    let condition = rows::Q::from(Args { positional: Vec::new(), named }).on(vm, groups::Group::RESOURCE)?;
    let mine = Condition::In { path: groups::Group::RESOURCE.key.to_owned(), values: keys };
    let found = rows::select(vm, &Query::all(groups::Group::RESOURCE).filter(mine).filter(condition).limit(1))?;
    Ok(Value::Bool(!found.is_empty()))
}

/// `ak_user_by(username="ada")`: the first user, or `None`; `None` too for a field that users do not have.
fn user_by(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let condition = match rows::Q::from(args).on(vm, User::RESOURCE) {
        Err(stop) if stop.is(&rows::errors::FIELD_ERROR) => return Ok(Value::None),
        condition => condition?,
    };
    let found = rows::select(vm, &Query::all(User::RESOURCE).filter(condition).order("id").limit(1))?;
    Ok(found.into_iter().next().map_or(Value::None, |user| rows::row(user.into())))
}

/// Words for types of devices, and their model labels.
static DEVICES: &[(&str, &str)] = &[
    ("totp", "authentik_stages_authenticator_totp.totpdevice"),
    ("static", "authentik_stages_authenticator_static.staticdevice"),
    ("webauthn", "authentik_stages_authenticator_webauthn.webauthndevice"),
    ("duo", "authentik_stages_authenticator_duo.duodevice"),
    ("sms", "authentik_stages_authenticator_sms.smsdevice"),
    ("email", "authentik_stages_authenticator_email.emaildevice"),
];

/// `ak_user_has_authenticator(user, device_type=None)`: a device that is confirmed.
fn has_authenticator(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [user, kind] = args.bind(&Spec::new("ak_user_has_authenticator", 1, ["user", "device_type"]))?;
    let Some(user) = user.as_ref().and_then(|user| user.downcast::<rows::Row>()).map(rows::Row::key) else { return Ok(Value::Bool(false)) };
    let kind = kind.as_ref().and_then(Value::as_str).map(str::to_ascii_lowercase);
    let catalog = session(vm)?.cx().store.catalog();
    for (word, model) in DEVICES {
        let Some(resource) = catalog.find(model).filter(|_| kind.as_deref().is_none_or(|kind| kind == *word)) else { continue };
        let query = Query::all(resource).is("user", user.clone()).is("confirmed", true).limit(1);
        if !rows::select(vm, &query)?.is_empty() {
            return Ok(Value::Bool(true));
        }
    }
    Ok(Value::Bool(false))
}

/// `ak_create_event("action", key=value)`: `custom_action`, with what is known and these.
fn create_event(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let Args { positional, named } = args;
    let [action] = Args::of(positional).bind(&Spec::new("ak_create_event", 1, ["action"]))?;
    let action = vm.str(&action.unwrap_or(Value::None))?;
    let mut context = serde_json::Map::new();
    let request = session(vm)?.request();
    if let Some(known) = vm.find_attribute(&request, "context")?
        && let Json::Object(known) = to_json(vm, &known)?
    {
        context.insert("context".into(), Json::Object(known));
    }
    for (name, value) in named {
        context.insert(name.to_string(), to_json(vm, &value)?);
    }
    let host = session(vm)?;
    if host.debug() {
        return Ok(Value::None);
    }
    vm.charge_call()?;
    wait_for(events::emit(host.cx(), &format!("custom_{action}"), Json::Object(context)))?;
    Ok(Value::None)
}

/// `list_flatten(x)`: the first item of a list, `None` of an empty one, and what is no list as it is.
fn list_flatten(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let value = args.one("list_flatten")?;
    match &value {
        Value::List(items) => Ok(items.borrow().first().cloned().unwrap_or(Value::None)),
        Value::Tuple(items) => Ok(items.first().cloned().unwrap_or(Value::None)),
        other => Ok(other.clone()),
    }
}

fn of_re(vm: &mut Vm<'_>, name: &str, args: Vec<Value>) -> Result<Value> {
    python::call(vm, "re", name, args)
}

/// `regex_match(value, regex)`: whether it is found anywhere.
fn regex_match(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [value, regex] = args.bind(&Spec::new("regex_match", 2, ["value", "regex"]))?;
    let found = of_re(vm, "search", vec![regex.unwrap_or(Value::None), value.unwrap_or(Value::None)])?;
    Ok(Value::Bool(!found.is_none()))
}

/// `regex_replace(value, regex, repl)`
fn regex_replace(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [value, regex, repl] = args.bind(&Spec::new("regex_replace", 3, ["value", "regex", "repl"]))?;
    let all = [regex, repl, value].into_iter().map(|value| value.unwrap_or(Value::None)).collect();
    of_re(vm, "sub", all)
}

/// `slugify(text)`: lower case letters, digits, `_` and `-` alone.
pub(crate) fn slugify(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [value, unicode] = args.bind(&Spec::new("slugify", 1, ["value", "allow_unicode"]))?;
    let text = vm.str(&value.unwrap_or(Value::None))?;
    let unicode = unicode.map_or(Ok(false), |unicode| vm.truth(&unicode))?;
    vm.work(text.len() / 8)?;
    let mut slug = String::new();
    for char in text.chars().flat_map(char::to_lowercase) {
        match char {
            '-' | ' ' | '\t' | '\n' | '\r' if !slug.ends_with('-') => slug.push('-'),
            char if char == '_' || char.is_ascii_alphanumeric() || (unicode && char.is_alphanumeric()) => slug.push(char),
            _ => {}
        }
    }
    vm.text(slug.trim_matches(['-', '_']).to_owned())
}
