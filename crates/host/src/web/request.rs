//! Sending a request.

use std::time::Duration;

use http::{HeaderName, HeaderValue, Method, header};
use serde_json::Value as Json;
use url::{Url, form_urlencoded};
use vestibule_expression::{Args, Result, Spec, Stop, Value, Vm};
use vestibule_outbound::{Exchange, Reply};

use super::{CONNECTION_ERROR, REQUEST_ERROR, TIMEOUT, Web, response};
use crate::{session, to_json, wait::wait};

/// Most redirects that are followed.
const MOST: usize = 5;
/// How long a request may take when the program does not say, and at most, in seconds.
const LIMIT: f64 = 10.0;

/// `requests.get(url, …)` and its siblings; `requests.request(method, url, …)` without a method.
pub(super) fn send(vm: &mut Vm<'_>, method: Option<&'static str>, args: Args) -> Result<Value> {
    let Args { positional, named } = args;
    let mut positional = positional.into_iter();
    let method = match method {
        Some(method) => method.to_owned(),
        None => positional.next().and_then(|method| method.as_str().map(str::to_ascii_uppercase)).unwrap_or_default(),
    };
    let names = ["url", "params", "data", "json", "headers", "auth", "timeout", "allow_redirects", "verify", "cookies"];
    let bound = Args { positional: positional.collect(), named }.bind(&Spec::new("request", 1, names))?;
    let [url, params, data, json, headers, auth, timeout, redirects, verify, cookies] = bound;
    if let Some(verify) = &verify
        && !vm.truth(verify)?
    {
        return Err(Stop::raise(&REQUEST_ERROR, "certificates are always verified"));
    }
    let url = vm.str(&url.unwrap_or(Value::None))?;
    let mut exchange = Exchange::get(&url).map_err(|error| Stop::raise(&REQUEST_ERROR, error.to_string()))?;
    exchange.method = Method::from_bytes(method.as_bytes()).map_err(|_| Stop::raise(&REQUEST_ERROR, "no such method"))?;
    if let Some(params) = params.filter(|params| !params.is_none()) {
        let pairs = pairs(vm, &params)?;
        exchange.url.query_pairs_mut().extend_pairs(pairs);
    }
    body(vm, &mut exchange, data, json)?;
    set_headers(vm, &mut exchange, headers, auth)?;
    set_cookies(vm, &mut exchange, cookies)?;
    let seconds = match timeout {
        Some(Value::Float(seconds)) => seconds,
        Some(other) => other.as_int().map_or(LIMIT, |seconds| seconds as f64),
        None => LIMIT,
    };
    exchange.limit = Duration::try_from_secs_f64(seconds.clamp(0.01, LIMIT)).unwrap_or(Duration::from_secs(10));
    let follow = redirects.map_or(Ok(true), |redirects| vm.truth(&redirects))?;
    let (url, reply) = exchanged(vm, exchange, follow)?;
    vm.allocate(reply.body.len() + 1024)?;
    Ok(response::response(url, reply))
}

fn pairs(vm: &mut Vm<'_>, value: &Value) -> Result<Vec<(String, String)>> {
    let mut pairs = Vec::new();
    let entries = match value {
        Value::Dict(_) => {
            let items = vm.call_method(value, "items", Args::default())?;
            vm.items(&items)?
        }
        other => vm.items(other)?,
    };
    for entry in entries {
        let [name, value] = &vm.items(&entry)?[..] else { return Err(Stop::value_error("pairs are needed here")) };
        let values = match value {
            Value::List(_) | Value::Tuple(_) => vm.items(value)?,
            Value::None => continue,
            other => vec![other.clone()],
        };
        for value in values {
            pairs.push((vm.str(name)?, vm.str(&value)?));
        }
    }
    Ok(pairs)
}

fn body(vm: &mut Vm<'_>, exchange: &mut Exchange, data: Option<Value>, json: Option<Value>) -> Result<()> {
    let (kind, body) = match (data.filter(|data| !data.is_none()), json.filter(|json| !json.is_none())) {
        (Some(Value::Str(text)), _) => ("text/plain; charset=utf-8", text.as_bytes().to_vec()),
        (Some(Value::Bytes(bytes)), _) => ("application/octet-stream", bytes.to_vec()),
        (Some(data), _) => {
            let pairs = pairs(vm, &data)?;
            let text = form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
            ("application/x-www-form-urlencoded", text.into_bytes())
        }
        (None, Some(json)) => {
            let json: Json = to_json(vm, &json)?;
            ("application/json", json.to_string().into_bytes())
        }
        (None, None) => return Ok(()),
    };
    vm.allocate(body.len())?;
    exchange.headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    exchange.body = body;
    Ok(())
}

fn set_headers(vm: &mut Vm<'_>, exchange: &mut Exchange, headers: Option<Value>, auth: Option<Value>) -> Result<()> {
    let wrong = || Stop::raise(&REQUEST_ERROR, "a header is not what a header can be");
    for (name, value) in headers.filter(|headers| !headers.is_none()).map_or(Ok(Vec::new()), |headers| pairs(vm, &headers))? {
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|_| wrong())?;
        exchange.headers.insert(name, HeaderValue::from_str(&value).map_err(|_| wrong())?);
    }
    if let Some(auth) = auth.filter(|auth| !auth.is_none()) {
        let [name, password] = &vm.items(&auth)?[..] else { return Err(Stop::value_error("auth is a pair of name and password")) };
        let text = format!("{}:{}", vm.str(name)?, vm.str(password)?);
        let bytes = vm.bytes(text.into_bytes())?;
        let encoded = crate::python::call(vm, "base64", "b64encode", vec![bytes])?;
        let Value::Bytes(encoded) = encoded else { return Err(wrong()) };
        let value = format!("Basic {}", String::from_utf8_lossy(&encoded));
        exchange.headers.insert(header::AUTHORIZATION, HeaderValue::from_str(&value).map_err(|_| wrong())?);
    }
    Ok(())
}

/// Cookies of this request alone (RFC 6265, 4.2.1). A header of that name that the program gives itself stays what it is.
fn set_cookies(vm: &mut Vm<'_>, exchange: &mut Exchange, cookies: Option<Value>) -> Result<()> {
    let wrong = || Stop::raise(&REQUEST_ERROR, "a cookie is not what a cookie can be");
    let pairs = cookies.filter(|cookies| !cookies.is_none()).map_or(Ok(Vec::new()), |cookies| pairs(vm, &cookies))?;
    if pairs.is_empty() || exchange.headers.contains_key(header::COOKIE) {
        return Ok(());
    }
    if pairs.iter().any(|(name, value)| name.is_empty() || name.contains(['=', ';']) || value.contains(';')) {
        return Err(wrong());
    }
    let all = pairs.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ");
    exchange.headers.insert(header::COOKIE, HeaderValue::from_str(&all).map_err(|_| wrong())?);
    Ok(())
}

/// Sends it, and follows redirects: each is judged like the first, and secrets go to the same host alone.
fn exchanged(vm: &mut Vm<'_>, mut exchange: Exchange, follow: bool) -> Result<(Url, Reply)> {
    for _ in 0..=MOST {
        vm.charge_call()?;
        let web = session(vm)?.cx().service::<Web>().map_err(crate::wait::broken)?.clone();
        let url = exchange.url.clone();
        let reply = wait(web.0.send(exchange.clone()))?.map_err(|error| {
            let class = if error.0.starts_with("there was no reply within") { &TIMEOUT } else { &CONNECTION_ERROR };
            Stop::raise(class, error.to_string())
        })?;
        let target = reply.headers.get(header::LOCATION).and_then(|target| target.to_str().ok()).and_then(|target| url.join(target).ok());
        let Some(target) = target.filter(|_| follow && reply.status.is_redirection()) else { return Ok((url, reply)) };
        let next = Exchange::get(target.as_str()).map_err(|error| Stop::raise(&REQUEST_ERROR, error.to_string()))?;
        if target.origin() != url.origin() {
            exchange.headers.remove(header::AUTHORIZATION);
            exchange.headers.remove(header::COOKIE);
        }
        if !matches!(reply.status.as_u16(), 307 | 308) && exchange.method != Method::HEAD {
            exchange.method = Method::GET;
            exchange.body.clear();
        }
        exchange.url = next.url;
    }
    Err(Stop::raise(&REQUEST_ERROR, format!("more than {MOST} redirects")))
}
