//! `filter(name__startswith="a")`: paths of fields as conditions.

use std::{any::Any, rc::Rc};

use vestibule_expression::{Args, Object, Result, Type, Value, Vm, operate::BinaryOp};
use vestibule_resource::{Field, Kind, Resource};
use vestibule_store::{Condition, Op};

use super::{column, path};
use crate::{session, to_json};

/// `Q(…)`: a condition that can be combined.
pub(crate) static Q_TYPE: Type =
    Type { module: "django.db.models", new: Some(|_, args| Ok(Value::object(Q::from(args)))), ..Type::new("Q") };

/// A condition in the program's words; it becomes one of the store's when it meets a resource.
#[derive(Clone)]
pub(crate) enum Q {
    /// All of these.
    All(Vec<Q>),
    /// One of these.
    Any(Vec<Q>),
    /// Not this.
    Not(Rc<Q>),
    /// A field compares so.
    Is(Rc<str>, Value),
}

impl From<Args> for Q {
    fn from(args: Args) -> Self {
        let inner = args.positional.iter().filter_map(|given| given.downcast::<Q>().cloned());
        let fields = args.named.iter().map(|(name, value)| Q::Is((**name).into(), value.clone()));
        Q::All(inner.chain(fields).collect())
    }
}

impl Object for Q {
    fn class(&self) -> &'static Type {
        &Q_TYPE
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn binary(&self, _vm: &mut Vm<'_>, op: BinaryOp, other: &Value, reflected: bool) -> Result<Option<Value>> {
        let Some(other) = other.downcast::<Q>().filter(|_| !reflected) else { return Ok(None) };
        let both = vec![self.clone(), other.clone()];
        Ok(match op {
            BinaryOp::And => Some(Value::object(Q::All(both))),
            BinaryOp::Or => Some(Value::object(Q::Any(both))),
            _ => None,
        })
    }

    fn unary(&self, _vm: &mut Vm<'_>, name: &'static str) -> Result<Option<Value>> {
        Ok((name == "invert").then(|| Value::object(Q::Not(Rc::new(self.clone())))))
    }
}

impl Q {
    /// As a condition on rows of that resource.
    ///
    /// # Errors
    /// `FieldError` for what is no field, and for what cannot be asked about it.
    pub(crate) fn on(&self, vm: &mut Vm<'_>, resource: &'static Resource) -> Result<Condition> {
        vm.work(4)?;
        match self {
            Q::All(parts) => vm.deeper(|vm| parts.iter().map(|part| part.on(vm, resource)).collect::<Result<_>>().map(Condition::All)),
            Q::Any(parts) => vm.deeper(|vm| parts.iter().map(|part| part.on(vm, resource)).collect::<Result<_>>().map(Condition::Any)),
            Q::Not(part) => vm.deeper(|vm| part.on(vm, resource)).map(|part| Condition::Not(Box::new(part))),
            Q::Is(name, value) => compare(vm, resource, name, value),
        }
    }
}

/// Words that compare.
static WORDS: &[&str] =
    &["exact", "iexact", "contains", "icontains", "startswith", "istartswith", "in", "gt", "gte", "lt", "lte", "isnull"];

/// A path of fields, the members of JSON that follow, and how it compares.
struct Lookup<'a> {
    path: String,
    field: &'static Field,
    members: Vec<String>,
    word: &'a str,
}

fn compare(vm: &mut Vm<'_>, resource: &'static Resource, name: &str, value: &Value) -> Result<Condition> {
    let lookup = find(vm, resource, name)?;
    let Lookup { path, field, members, word } = lookup;
    if word == "isnull" {
        let null = if members.is_empty() { Condition::Null { path } } else { member(path, members, Op::Eq, serde_json::Value::Null) };
        return Ok(if vm.truth(value)? { null } else { Condition::Not(Box::new(null)) });
    }
    if word == "in" {
        let items = match value.downcast::<super::Rows>() {
            Some(rows) => rows.keys(vm)?,
            None => vm.items(value)?,
        };
        if !members.is_empty() {
            let parts = items.iter().map(|item| Ok(member(path.clone(), members.clone(), Op::Eq, to_json(vm, item)?)));
            return parts.collect::<Result<_>>().map(Condition::Any);
        }
        let values = items.iter().map(|item| column::compared(vm, field, item)).collect::<Result<_>>()?;
        return Ok(Condition::In { path, values });
    }
    let op = match word {
        "iexact" => Op::EqIgnoreCase,
        "contains" | "icontains" => Op::Contains,
        "startswith" | "istartswith" => Op::StartsWith,
        "gt" => Op::Gt,
        "gte" => Op::Ge,
        "lt" => Op::Lt,
        "lte" => Op::Le,
        _ => Op::Eq,
    };
    if !members.is_empty() {
        return Ok(member(path, members, op, to_json(vm, value)?));
    }
    if value.is_none() {
        return Ok(Condition::Null { path });
    }
    Ok(Condition::Compare { path, op, value: column::compared(vm, field, value)? })
}

fn member(path: String, keys: Vec<String>, op: Op, value: serde_json::Value) -> Condition {
    Condition::Member { path, keys, op, value }
}

/// Reads a name: as many words as lead over fields, then members of JSON, then at most one word that compares.
fn find<'a>(vm: &mut Vm<'_>, resource: &'static Resource, name: &'a str) -> Result<Lookup<'a>> {
    let cx = session(vm)?.cx();
    let catalog = cx.store.catalog();
    let mut words: Vec<&str> = name.split("__").collect();
    let mut word = "exact";
    if let Some(last) = words.last().filter(|last| WORDS.contains(last) && words.len() > 1) {
        word = last;
        words.pop();
    }
    for count in (1..=words.len()).rev() {
        let (front, rest) = words.split_at_checked(count).ok_or_else(|| path::unknown(name))?;
        let Some((path, found)) = path::follow(catalog, resource, front) else { continue };
        let json = matches!(found.field.kind, Kind::Object | Kind::Json);
        if !path::seen(&found) || (!rest.is_empty() && !json) {
            break;
        }
        return Ok(Lookup { path, field: found.field, members: rest.iter().map(|&word| word.to_owned()).collect(), word });
    }
    Err(path::unknown(name))
}
