//! Addresses taken apart.

use crate::{
    Args, Method, Result, Spec, Stop, Str, Type, Value, Vm,
    class::Getter,
    format::quote,
    modules::{
        record::{Record, Shape},
        support::{bytes_of, text_of, this},
    },
    operate::class_of,
};

use super::join;

const PARTS: &[Getter] = &[
    Getter { name: "hostname", get: |_, value| Ok(host(&netloc(value)?).0.map_or(Value::None, Value::from)) },
    Getter { name: "port", get: port },
    Getter { name: "username", get: |_, value| Ok(user(&netloc(value)?).0.map_or(Value::None, Value::from)) },
    Getter { name: "password", get: |_, value| Ok(user(&netloc(value)?).1.map_or(Value::None, Value::from)) },
];

const METHODS: &[Method] = &[
    Method { name: "geturl", call: |vm, value, args| args.none("geturl").and_then(|()| join::together(vm, value)) },
    Method { name: "_replace", call: replace },
    Method { name: "_asdict", call: asdict },
];

/// `urllib.parse.ParseResult`
pub(super) static PARSE_RESULT: Type = Type {
    module: "urllib.parse",
    base: Some(&crate::types::tuple::TUPLE),
    new: Some(|vm, args| {
        let parts = args.bind(&Spec::new("ParseResult", 6, ["scheme", "netloc", "path", "params", "query", "fragment"]))?;
        record(vm, &PARSE_SHAPE, parts.into_iter().flatten().collect())
    }),
    methods: METHODS,
    getters: PARTS,
    ..Type::new("ParseResult")
};
static PARSE_SHAPE: Shape = Shape { class: &PARSE_RESULT, fields: &["scheme", "netloc", "path", "params", "query", "fragment"], more: &[] };

/// `urllib.parse.SplitResult`
pub(super) static SPLIT_RESULT: Type = Type {
    module: "urllib.parse",
    base: Some(&crate::types::tuple::TUPLE),
    new: Some(|vm, args| {
        let parts = args.bind(&Spec::new("SplitResult", 5, ["scheme", "netloc", "path", "query", "fragment"]))?;
        record(vm, &SPLIT_SHAPE, parts.into_iter().flatten().collect())
    }),
    methods: METHODS,
    getters: PARTS,
    ..Type::new("SplitResult")
};
static SPLIT_SHAPE: Shape = Shape { class: &SPLIT_RESULT, fields: &["scheme", "netloc", "path", "query", "fragment"], more: &[] };

/// `urllib.parse.DefragResult`
pub(super) static DEFRAG_RESULT: Type =
    Type { module: "urllib.parse", base: Some(&crate::types::tuple::TUPLE), methods: METHODS, ..Type::new("DefragResult") };
static DEFRAG_SHAPE: Shape = Shape { class: &DEFRAG_RESULT, fields: &["url", "fragment"], more: &[] };

fn record(vm: &mut Vm<'_>, shape: &'static Shape, items: Vec<Value>) -> Result<Value> {
    Record::value(vm, shape, items, Vec::new())
}

/// The parts of an address.
#[derive(Debug, Default, Clone)]
pub(super) struct Parts {
    pub(super) scheme: String,
    pub(super) netloc: String,
    pub(super) path: String,
    pub(super) params: String,
    pub(super) query: String,
    pub(super) fragment: String,
}

/// The text of an address.
pub(super) fn address(vm: &mut Vm<'_>, value: Option<Value>) -> Result<Str> {
    let value = value.unwrap_or(Value::None);
    let text: Str = match (text_of(&value), bytes_of(&value)) {
        (Some(text), _) => text,
        (_, Some(bytes)) => String::from_utf8_lossy(&bytes).into(),
        _ if value.is_none() => "".into(),
        _ => return Err(Stop::no_attribute(class_of(&value).name(), "decode")),
    };
    vm.work(text.len() / 2 + 4)?;
    vm.allocate(text.len().saturating_mul(3))?;
    Ok(text)
}

/// Schemes whose paths may have parameters.
const WITH_PARAMS: [&str; 14] =
    ["", "ftp", "hdl", "prospero", "http", "https", "shttp", "rtsp", "rtspu", "sip", "sips", "mms", "sftp", "tel"];

/// Takes an address apart.
pub(super) fn split(text: &str, scheme: &str, fragments: bool) -> Result<Parts> {
    let clean = |text: &str| text.trim_matches(|c: char| c <= ' ').replace(['\t', '\r', '\n'], "");
    let text = text.trim_start_matches(|c: char| c <= ' ').replace(['\t', '\r', '\n'], "");
    let mut parts = Parts { scheme: clean(scheme), ..Parts::default() };
    let mut rest = text.as_str();
    if let Some((before, after)) = rest.split_once(':')
        && before.starts_with(|c: char| c.is_ascii_alphabetic())
        && before.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
    {
        parts.scheme = before.to_ascii_lowercase();
        rest = after;
    }
    if let Some(after) = rest.strip_prefix("//") {
        let end = after.find(['/', '?', '#']).unwrap_or(after.len());
        let (netloc, path) = after.split_at_checked(end).unwrap_or((after, ""));
        check_netloc(netloc)?;
        netloc.clone_into(&mut parts.netloc);
        rest = path;
    }
    if fragments && let Some((before, fragment)) = rest.split_once('#') {
        fragment.clone_into(&mut parts.fragment);
        rest = before;
    }
    if let Some((before, query)) = rest.split_once('?') {
        query.clone_into(&mut parts.query);
        rest = before;
    }
    rest.clone_into(&mut parts.path);
    Ok(parts)
}

fn check_netloc(netloc: &str) -> Result<()> {
    if netloc.contains('[') != netloc.contains(']') {
        return Err(Stop::value_error("Invalid IPv6 URL"));
    }
    // Characters that become others when they are normalized could name another host than the one that was checked.
    if netloc.chars().any(|c| {
        matches!(c, '\u{2100}' | '\u{2105}' | '\u{2047}'..='\u{2049}' | '\u{ff03}' | '\u{ff0f}' | '\u{ff1a}' | '\u{ff1f}' | '\u{ff20}')
    }) {
        return Err(Stop::value_error(format!("netloc '{netloc}' contains invalid characters under NFKC normalization")));
    }
    let bracketed = netloc.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
    let Some((host, _)) = bracketed else { return Ok(()) };
    let future = host.starts_with(['v', 'V']);
    let plain = host.split('%').next().unwrap_or_default();
    if !future && plain.parse::<std::net::Ipv6Addr>().is_err() {
        return Err(Stop::value_error(match plain.parse::<std::net::Ipv4Addr>() {
            Ok(_) => "An IPv4 address cannot be in brackets".to_owned(),
            Err(_) => format!("{} does not appear to be an IPv4 or IPv6 address", quote::text(host)),
        }));
    }
    Ok(())
}

/// Takes the parameters of the last part of the path off.
pub(super) fn take_params(parts: &mut Parts) {
    if !WITH_PARAMS.contains(&parts.scheme.as_str()) {
        return;
    }
    let from = parts.path.rfind('/').unwrap_or(0);
    let place = parts.path.get(from..).and_then(|last| last.find(';')).map(|place| from + place);
    if let Some(place) = place {
        let params = parts.path.split_off(place);
        params.get(1..).unwrap_or_default().clone_into(&mut parts.params);
    }
}

fn arguments(vm: &mut Vm<'_>, args: Args, function: &'static str) -> Result<Parts> {
    let [url, scheme, fragments] = args.bind(&Spec::new(function, 1, ["url", "scheme", "allow_fragments"]))?;
    let fragments = fragments.map_or(Ok(true), |fragments| vm.truth(&fragments))?;
    let text = address(vm, url)?;
    split(&text, scheme.as_ref().and_then(Value::as_str).unwrap_or_default(), fragments)
}

/// `urlparse(url, scheme='', allow_fragments=True)`
pub(super) fn urlparse(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let mut parts = arguments(vm, args, "urlparse")?;
    take_params(&mut parts);
    let Parts { scheme, netloc, path, params, query, fragment } = parts;
    record(vm, &PARSE_SHAPE, [scheme, netloc, path, params, query, fragment].map(Value::from).into())
}

/// `urlsplit(url, scheme='', allow_fragments=True)`
pub(super) fn urlsplit(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let Parts { scheme, netloc, path, query, fragment, .. } = arguments(vm, args, "urlsplit")?;
    record(vm, &SPLIT_SHAPE, [scheme, netloc, path, query, fragment].map(Value::from).into())
}

/// `urldefrag(url)`
pub(super) fn urldefrag(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let text = address(vm, Some(args.one("urldefrag")?))?;
    let (url, fragment) = if text.contains('#') {
        let mut parts = split(&text, "", true)?;
        let fragment = std::mem::take(&mut parts.fragment);
        (join::text(&parts), fragment)
    } else {
        (text.to_string(), String::new())
    };
    record(vm, &DEFRAG_SHAPE, vec![Value::from(url), Value::from(fragment)])
}

fn netloc(value: &Value) -> Result<String> {
    let Value::Tuple(items) = this::<Record>(value, "ParseResult")?.items() else { return Ok(String::new()) };
    Ok(items.get(1).and_then(Value::as_str).unwrap_or_default().to_owned())
}

fn user(netloc: &str) -> (Option<String>, Option<String>) {
    let Some((user, _)) = netloc.rsplit_once('@') else { return (None, None) };
    match user.split_once(':') {
        Some((name, password)) => (Some(name.to_owned()), Some(password.to_owned())),
        None => (Some(user.to_owned()), None),
    }
}

/// Host and port as they are written.
fn host(netloc: &str) -> (Option<String>, Option<String>) {
    let rest = netloc.rsplit_once('@').map_or(netloc, |(_, rest)| rest);
    let (host, port) = match rest.split_once('[').and_then(|(_, rest)| rest.split_once(']')) {
        Some((host, rest)) => (host, rest.split_once(':').map(|(_, port)| port)),
        None => rest.split_once(':').map_or((rest, None), |(host, port)| (host, Some(port))),
    };
    let (name, zone) = host.split_once('%').map_or((host, None), |(name, zone)| (name, Some(zone)));
    let host = zone.map_or(name.to_lowercase(), |zone| format!("{}%{zone}", name.to_lowercase()));
    (Some(host).filter(|host| !host.is_empty()), port.filter(|port| !port.is_empty()).map(str::to_owned))
}

fn port(_vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    let Some(port) = host(&netloc(value)?).1 else { return Ok(Value::None) };
    if !port.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(Stop::value_error(format!("Port could not be cast to integer value as {}", quote::text(&port))));
    }
    port.parse::<u16>().map(|port| Value::Int(i64::from(port))).map_err(|_| Stop::value_error("Port out of range 0-65535"))
}

fn replace(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    if !args.positional.is_empty() {
        return Err(Stop::type_error("_replace() takes 1 positional argument but more were given"));
    }
    let record = this::<Record>(value, "ParseResult")?;
    let mut items = vm.items(record.items())?;
    for (name, value) in args.named {
        match record.shape().fields.iter().position(|field| **field == *name).and_then(|place| items.get_mut(place)) {
            Some(place) => *place = value,
            None => return Err(Stop::value_error(format!("Got unexpected field names: ['{name}']"))),
        }
    }
    Record::value(vm, record.shape(), items, Vec::new())
}

fn asdict(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("_asdict")?;
    let record = this::<Record>(value, "ParseResult")?;
    let items = vm.items(record.items())?;
    vm.dict_of(record.shape().fields.iter().map(Value::str).zip(items).collect())
}
