//! Queries: `a=1&b=2`.

use super::quote::{plain_text, quoted};
use crate::{
    Args, Result, Spec, Stop, Str, Value, Vm,
    modules::support::{bytes_of, int_or, text_of},
    operate::class_of,
};

/// How keys and values are quoted.
struct Quoting {
    safe: Vec<u8>,
    /// A function of the caller's choice.
    via: Option<Value>,
    plus: bool,
}

impl Quoting {
    fn quote(&self, vm: &mut Vm<'_>, value: &Value) -> Result<String> {
        let taken = if value.as_str().is_some() || bytes_of(value).is_some() { value.clone() } else { Value::from(vm.str(value)?) };
        if let Some(via) = &self.via {
            let safe = vm.text(String::from_utf8_lossy(&self.safe).into_owned())?;
            let quoted = vm.call(via, Args::of(vec![taken, safe]))?;
            return vm.str(&quoted);
        }
        match (taken.as_str(), bytes_of(&taken)) {
            (Some(text), _) => quoted(vm, text.as_bytes(), &self.safe, self.plus),
            (_, Some(bytes)) => quoted(vm, &bytes, &self.safe, self.plus),
            _ => Ok(String::new()),
        }
    }
}

/// `urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus)`
pub(super) fn urlencode(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let names = ["query", "doseq", "safe", "encoding", "errors", "quote_via"];
    let [query, doseq, safe, _encoding, _errors, via] = args.bind(&Spec::new("urlencode", 1, names))?;
    let query = query.unwrap_or(Value::None);
    let doseq = doseq.map_or(Ok(false), |doseq| vm.truth(&doseq))?;
    let safe = safe.as_ref().and_then(Value::as_str).unwrap_or_default().as_bytes().to_vec();
    let (via, plus) = match via {
        Some(Value::Native(native)) if native.name == "quote" => (None, false),
        Some(Value::Native(native)) if native.name == "quote_plus" => (None, true),
        via => (via.clone(), via.is_none()),
    };
    let quoting = Quoting { safe, via, plus };
    let mut out = String::new();
    for (key, value) in pairs(vm, &query)? {
        let key = quoting.quote(vm, &key)?;
        for value in values(vm, &value, doseq)? {
            let value = quoting.quote(vm, &value)?;
            vm.allocate(key.len() + value.len() + 2)?;
            if !out.is_empty() {
                out.push('&');
            }
            out += &key;
            out.push('=');
            out += &value;
        }
    }
    vm.text(out)
}

fn values(vm: &mut Vm<'_>, value: &Value, doseq: bool) -> Result<Vec<Value>> {
    let single = !doseq || value.as_str().is_some() || bytes_of(value).is_some();
    if single || vm.find_len(value)?.is_none() { Ok(vec![value.clone()]) } else { vm.items(value) }
}

fn pairs(vm: &mut Vm<'_>, query: &Value) -> Result<Vec<(Value, Value)>> {
    let invalid = || Stop::type_error("not a valid non-string sequence or mapping object");
    let items = match vm.find_attribute(query, "items")? {
        Some(items) => vm.call(&items, Args::default())?,
        None if query.as_str().is_some_and(|text| !text.is_empty()) || vm.find_len(query)?.is_none() => return Err(invalid()),
        None => query.clone(),
    };
    let mut pairs = Vec::new();
    for item in vm.items(&items)? {
        if item.as_str().is_some() || vm.find_len(&item)?.is_none() {
            return Err(invalid());
        }
        match &vm.items(&item)?[..] {
            [key, value] => pairs.push((key.clone(), value.clone())),
            parts if parts.len() < 2 => {
                return Err(Stop::value_error(format!("not enough values to unpack (expected 2, got {})", parts.len())));
            }
            _ => return Err(Stop::value_error("too many values to unpack (expected 2)")),
        }
    }
    Ok(pairs)
}

const NAMES: [&str; 7] = ["qs", "keep_blank_values", "strict_parsing", "encoding", "errors", "max_num_fields", "separator"];

fn fields(vm: &mut Vm<'_>, args: Args, function: &'static str) -> Result<Vec<(Value, Value)>> {
    let [query, blank, strict, _encoding, _errors, most, separator] = args.bind(&Spec::new(function, 1, NAMES))?;
    let query = query.unwrap_or(Value::None);
    let text: Str = match (text_of(&query), bytes_of(&query)) {
        (Some(text), _) => text,
        (_, Some(bytes)) => String::from_utf8_lossy(&bytes).into(),
        _ if query.is_none() => "".into(),
        _ => return Err(Stop::no_attribute(class_of(&query).name(), "decode")),
    };
    let blank = blank.map_or(Ok(false), |blank| vm.truth(&blank))?;
    let strict = strict.map_or(Ok(false), |strict| vm.truth(&strict))?;
    let separator = separator.as_ref().map_or(Some("&"), Value::as_str).filter(|separator| !separator.is_empty());
    let separator = separator.ok_or_else(|| Stop::value_error("Separator must be of type string or bytes."))?;
    vm.work(text.len() / 4 + 1)?;
    vm.allocate(text.len())?;
    if let Some(most) = most.filter(|most| !most.is_none())
        && i64::try_from(text.split(separator).count()).unwrap_or(i64::MAX) > int_or(Some(most), 0)?
    {
        return Err(Stop::value_error("Max number of fields exceeded"));
    }
    let mut found = Vec::new();
    for field in text.split(separator) {
        if text.is_empty() || field.is_empty() && !strict {
            continue;
        }
        let (name, value) = match field.split_once('=') {
            Some(pair) => pair,
            None if strict => return Err(Stop::value_error(format!("bad query field: {}", crate::format::quote::text(field)))),
            None => (field, ""),
        };
        if blank || !value.is_empty() {
            found.push((plain_text(vm, name, true)?, plain_text(vm, value, true)?));
        }
    }
    Ok(found)
}

/// `parse_qsl(qs, …)`
pub(super) fn parse_qsl(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let mut pairs = Vec::new();
    for (name, value) in fields(vm, args, "parse_qsl")? {
        pairs.push(vm.tuple(vec![name, value])?);
    }
    vm.list(pairs)
}

/// `parse_qs(qs, …)`
pub(super) fn parse_qs(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let mut grouped: Vec<(Value, Vec<Value>)> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for (name, value) in fields(vm, args, "parse_qs")? {
        let key = name.as_str().unwrap_or_default().to_owned();
        vm.allocate(key.len() + 64)?;
        let place = *places.entry(key).or_insert(grouped.len());
        match grouped.get_mut(place) {
            Some((_, values)) => values.push(value),
            None => grouped.push((name, vec![value])),
        }
    }
    let mut pairs = Vec::new();
    for (name, values) in grouped {
        pairs.push((name, vm.list(values)?));
    }
    vm.dict_of(pairs)
}
