//! Addresses put together.

use super::split::{Parts, address, split, take_params};
use crate::{
    Args, Result, Spec, Stop, Value, Vm,
    modules::{record::Record, support::this},
    operate::class_of,
};

/// Schemes with a host after two slashes.
const WITH_HOST: [&str; 25] = [
    "", "ftp", "http", "gopher", "nntp", "telnet", "imap", "wais", "file", "mms", "https", "shttp", "snews", "prospero", "rtsp", "rtspu",
    "rsync", "svn", "svn+ssh", "sftp", "nfs", "git", "git+ssh", "ws", "wss",
];

/// Schemes in which addresses may be relative.
const RELATIVE: [&str; 19] = [
    "", "ftp", "http", "gopher", "nntp", "imap", "wais", "file", "https", "shttp", "mms", "prospero", "rtsp", "rtspu", "sftp", "svn",
    "svn+ssh", "ws", "wss",
];

/// The text of all parts.
pub(super) fn text(parts: &Parts) -> String {
    let Parts { scheme, netloc, path, params, query, fragment } = parts;
    let mut url = path.clone();
    if !params.is_empty() {
        url = format!("{url};{params}");
    }
    if !netloc.is_empty() || !scheme.is_empty() && WITH_HOST.contains(&scheme.as_str()) && !url.starts_with("//") {
        if !url.is_empty() && !url.starts_with('/') {
            url.insert(0, '/');
        }
        url = format!("//{netloc}{url}");
    }
    if !scheme.is_empty() {
        url = format!("{scheme}:{url}");
    }
    if !query.is_empty() {
        url = format!("{url}?{query}");
    }
    if !fragment.is_empty() {
        url = format!("{url}#{fragment}");
    }
    url
}

/// `result.geturl()`
pub(super) fn together(vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    let items = vm.items(this::<Record>(value, "ParseResult")?.items())?;
    match items.len() {
        6 => urlunparse(vm, Args::of(vec![value.clone()])),
        5 => urlunsplit(vm, Args::of(vec![value.clone()])),
        _ => {
            let texts = texts(vm, value)?;
            match &texts[..] {
                [url, fragment] if !fragment.is_empty() => vm.text(format!("{url}#{fragment}")),
                _ => vm.text(texts.concat()),
            }
        }
    }
}

fn texts(vm: &mut Vm<'_>, value: &Value) -> Result<Vec<String>> {
    let items = vm.items(value)?;
    let mut texts = Vec::new();
    for item in &items {
        match item.as_str() {
            Some(text) => {
                vm.work(text.len() / 8)?;
                vm.allocate(text.len().saturating_mul(4))?;
                texts.push(text.to_owned());
            }
            None if item.is_none() => texts.push(String::new()),
            None => return Err(Stop::type_error(format!("Cannot mix str and non-str arguments ({})", class_of(item).name()))),
        }
    }
    Ok(texts)
}

fn wrong_count(wanted: usize, given: usize) -> Stop {
    Stop::value_error(if given < wanted {
        format!("not enough values to unpack (expected {wanted}, got {given})")
    } else {
        format!("too many values to unpack (expected {wanted})")
    })
}

/// `urlunparse(parts)`
pub(super) fn urlunparse(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let texts = texts(vm, &args.one("urlunparse")?)?;
    match <[String; 6]>::try_from(texts) {
        Ok([scheme, netloc, path, params, query, fragment]) => vm.text(text(&Parts { scheme, netloc, path, params, query, fragment })),
        Err(texts) => Err(wrong_count(6, texts.len())),
    }
}

/// `urlunsplit(parts)`
pub(super) fn urlunsplit(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let texts = texts(vm, &args.one("urlunsplit")?)?;
    match <[String; 5]>::try_from(texts) {
        Ok([scheme, netloc, path, query, fragment]) => vm.text(text(&Parts { scheme, netloc, path, query, fragment, ..Parts::default() })),
        Err(texts) => Err(wrong_count(5, texts.len())),
    }
}

/// `urljoin(base, url, allow_fragments=True)`
pub(super) fn urljoin(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [base, url, fragments] = args.bind(&Spec::new("urljoin", 2, ["base", "url", "allow_fragments"]))?;
    let fragments = fragments.map_or(Ok(true), |fragments| vm.truth(&fragments))?;
    let (base, url) = (address(vm, base)?, address(vm, url)?);
    if base.is_empty() || url.is_empty() {
        return Ok(Value::Str(if base.is_empty() { url } else { base }));
    }
    let mut from = split(&base, "", fragments)?;
    take_params(&mut from);
    let mut to = split(&url, &from.scheme, fragments)?;
    take_params(&mut to);
    let scheme = to.scheme.as_str();
    if to.scheme != from.scheme || !RELATIVE.contains(&scheme) {
        return Ok(Value::Str(url));
    }
    if WITH_HOST.contains(&scheme) {
        if !to.netloc.is_empty() {
            return vm.text(text(&to));
        }
        to.netloc = from.netloc;
    }
    if to.path.is_empty() && to.params.is_empty() {
        to.path = from.path;
        to.params = from.params;
        if to.query.is_empty() {
            to.query = from.query;
        }
        return vm.text(text(&to));
    }
    to.path = resolved(&from.path, &to.path);
    vm.text(text(&to))
}

/// A path from another one, with `.` and `..` taken out.
fn resolved(base: &str, path: &str) -> String {
    let segments: Vec<&str> = if path.starts_with('/') {
        path.split('/').collect()
    } else {
        let mut all: Vec<&str> = base.split('/').collect();
        if all.last().is_some_and(|last| !last.is_empty()) {
            all.pop();
        }
        all.extend(path.split('/'));
        let last = all.len().saturating_sub(1);
        all.into_iter()
            .enumerate()
            .filter(|(place, part)| *place == 0 || *place == last || !part.is_empty())
            .map(|(_, part)| part)
            .collect()
    };
    let mut kept: Vec<&str> = Vec::new();
    for segment in &segments {
        match *segment {
            ".." => drop(kept.pop()),
            "." => {}
            part => kept.push(part),
        }
    }
    if matches!(segments.last(), Some(&("." | ".."))) {
        kept.push("");
    }
    let path = kept.join("/");
    if path.is_empty() { "/".to_owned() } else { path }
}
