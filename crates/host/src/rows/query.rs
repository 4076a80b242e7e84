//! Lazy query objects: `User.objects.filter(…).exclude(…).first()`. Nothing is read before the program looks at it, and never more
//! than [`MOST`] rows.

use std::{any::Any, cell::RefCell, sync::Arc};

use vestibule_expression::{Args, Method, Object, Result, Spec, Stop, Type, Value, Vm, exception, types::iterator::Iterate};
use vestibule_resource::{Many, Record, Resource};
use vestibule_store::{Condition, Query};

use super::{Q, column, errors::MULTIPLE, group, path, row::missing, save};
use crate::{rows::row, session, wait::wait_for};

/// Most rows that one query gives.
const MOST: u64 = 10_000;

/// Rows that a query gives, when they are looked at.
pub struct Rows {
    pub(super) query: Query,
    /// What of each row: names of fields, and how they are put together.
    shape: Shape,
    read: RefCell<Option<Vec<Value>>>,
    /// For `add` and `remove`: whose links these are.
    pub(super) of: Option<(Arc<Record>, Many)>,
}

/// What a query gives of each row.
#[derive(Clone)]
enum Shape {
    Rows,
    Tuples(Vec<String>),
    Flat(String),
    Dicts(Vec<String>),
}

static ROWS: Type = Type {
    methods: &[
        Method {
            name: "all",
            call: |_, rows, args| args.none("all").and_then(|()| this(rows)).map(|rows| again(rows, rows.query.clone())),
        },
        Method { name: "filter", call: |vm, rows, args| narrowed(vm, rows, args, false) },
        Method { name: "exclude", call: |vm, rows, args| narrowed(vm, rows, args, true) },
        Method { name: "get", call: get },
        Method { name: "first", call: |vm, rows, args| args.none("first").and_then(|()| end(vm, rows, false)) },
        Method { name: "last", call: |vm, rows, args| args.none("last").and_then(|()| end(vm, rows, true)) },
        Method { name: "count", call: |vm, rows, args| args.none("count").and_then(|()| this(rows)?.count(vm)).map(Value::from) },
        Method { name: "exists", call: |vm, rows, args| args.none("exists").and_then(|()| exists(vm, rows)) },
        Method { name: "order_by", call: order_by },
        Method { name: "distinct", call: |_, rows, _| Ok(rows.clone()) },
        Method { name: "select_related", call: |_, rows, _| Ok(rows.clone()) },
        Method { name: "prefetch_related", call: |_, rows, _| Ok(rows.clone()) },
        Method { name: "only", call: |_, rows, _| Ok(rows.clone()) },
        Method { name: "iterator", call: |vm, rows, _| vm.iterate(rows) },
        Method { name: "values_list", call: values_list },
        Method { name: "values", call: values },
        Method { name: "update", call: |vm, rows, args| save::update(vm, this(rows)?, args) },
        Method { name: "delete", call: |vm, rows, args| save::delete_all(vm, this(rows)?, args) },
        Method { name: "create", call: |vm, rows, args| save::create(vm, this(rows)?.query.resource, args) },
        Method { name: "get_or_create", call: |vm, rows, args| save::get_or_create(vm, this(rows)?, args) },
        Method { name: "add", call: |vm, rows, args| group::link(vm, this(rows)?, args, true) },
        Method { name: "remove", call: |vm, rows, args| group::link(vm, this(rows)?, args, false) },
    ],
    ..Type::new("QuerySet")
};

/// All rows of a resource.
pub fn rows(resource: &'static Resource) -> Value {
    of(Query::all(resource), Shape::Rows, None)
}

fn of(query: Query, shape: Shape, links: Option<(Arc<Record>, Many)>) -> Value {
    Value::object(Rows { query, shape, read: RefCell::default(), of: links })
}

fn again(rows: &Rows, query: Query) -> Value {
    of(query, rows.shape.clone(), rows.of.clone())
}

/// What is linked to a row.
pub(super) fn linked(vm: &mut Vm<'_>, record: &Arc<Record>, links: &Many) -> Result<Value> {
    vm.charge_call()?;
    let store = session(vm)?.cx().store.clone();
    let Some(to) = store.catalog().find(links.to).filter(|to| super::access::open(to)) else { return Ok(Value::None) };
    let pairs = wait_for(store.links(links, std::slice::from_ref(record.key())))?;
    let keys = pairs.into_iter().map(|(_, theirs)| theirs).collect();
    let query = Query::all(to).filter(Condition::In { path: to.key.to_owned(), values: keys });
    Ok(of(query, Shape::Rows, Some((Arc::clone(record), *links))))
}

/// Rows by their keys.
pub(super) fn with_keys(resource: &'static Resource, keys: Vec<vestibule_resource::Value>) -> Value {
    of(Query::all(resource).filter(Condition::In { path: resource.key.to_owned(), values: keys }), Shape::Rows, None)
}

fn this(value: &Value) -> Result<&Rows> {
    value.downcast::<Rows>().ok_or_else(|| Stop::type_error("this method belongs to queries"))
}

impl Rows {
    /// The rows, read at most once.
    pub(super) fn look(&self, vm: &mut Vm<'_>) -> Result<Vec<Value>> {
        if let Some(known) = &*self.read.borrow() {
            vm.work(known.len() / 4)?;
            return Ok(known.clone());
        }
        let mut query = self.query.clone();
        query.limit = Some(query.limit.unwrap_or(MOST).min(MOST));
        let records = super::select(vm, &query)?;
        let items = records.into_iter().map(|record| self.shaped(vm, record)).collect::<Result<Vec<_>>>()?;
        *self.read.borrow_mut() = Some(items.clone());
        Ok(items)
    }

    fn shaped(&self, vm: &mut Vm<'_>, record: Record) -> Result<Value> {
        let whole = row(Arc::new(record));
        match &self.shape {
            Shape::Rows => Ok(whole),
            Shape::Flat(name) => field(vm, &whole, name),
            Shape::Tuples(names) => {
                let items = names.iter().map(|name| field(vm, &whole, name)).collect::<Result<_>>()?;
                vm.tuple(items)
            }
            Shape::Dicts(names) => {
                let pairs = names.iter().map(|name| Ok((Value::from(name.as_str()), field(vm, &whole, name)?))).collect::<Result<_>>()?;
                vm.dict_of(pairs)
            }
        }
    }

    fn count(&self, vm: &mut Vm<'_>) -> Result<usize> {
        if let Some(known) = &*self.read.borrow() {
            return Ok(known.len());
        }
        vm.charge_call()?;
        let store = session(vm)?.cx().store.clone();
        let count = wait_for(store.count(&self.query))?;
        Ok(usize::try_from(count).unwrap_or(usize::MAX))
    }

    /// Keys of the rows, for `x__in=rows`; of a flat query the values.
    pub(super) fn keys(&self, vm: &mut Vm<'_>) -> Result<Vec<Value>> {
        self.look(vm)
    }
}

/// A field of a row by its path, `groups__name` too where it leads over references.
fn field(vm: &mut Vm<'_>, row: &Value, path: &str) -> Result<Value> {
    let mut value = row.clone();
    for name in path.split("__") {
        if value.is_none() {
            break;
        }
        value = match &value {
            Value::Dict(dict) => vm.dict_get(dict, &Value::from(name))?.unwrap_or(Value::None),
            other => vm.attribute(other, name).map_err(|stop| match stop {
                Stop::Raise(_) => path::unknown(name),
                limit => limit,
            })?,
        };
    }
    // A reference among values is its key.
    match value.downcast::<super::Row>() {
        Some(found) => column::read(vm, &found.key()),
        None => Ok(value),
    }
}

fn condition(vm: &mut Vm<'_>, resource: &'static Resource, args: Args) -> Result<Condition> {
    if args.positional.iter().any(|given| given.downcast::<Q>().is_none()) {
        return Err(Stop::type_error("conditions are given by name, or as Q objects"));
    }
    Q::from(args).on(vm, resource)
}

fn narrowed(vm: &mut Vm<'_>, rows: &Value, args: Args, not: bool) -> Result<Value> {
    let rows = this(rows)?;
    let condition = condition(vm, rows.query.resource, args)?;
    let condition = if not { Condition::Not(Box::new(condition)) } else { condition };
    Ok(again(rows, rows.query.clone().filter(condition)))
}

fn get(vm: &mut Vm<'_>, rows: &Value, args: Args) -> Result<Value> {
    let rows = this(rows)?;
    let condition = condition(vm, rows.query.resource, args)?;
    let mut found = this(&again(rows, rows.query.clone().filter(condition).limit(2)))?.look(vm)?.into_iter();
    match (found.next(), found.next()) {
        (Some(one), None) => Ok(one),
        (None, _) => Err(missing(rows.query.resource)),
        _ => Err(Stop::raise(&MULTIPLE, format!("get() returned more than one {}", rows.query.resource.name))),
    }
}

fn end(vm: &mut Vm<'_>, rows: &Value, last: bool) -> Result<Value> {
    let rows = this(rows)?;
    if last {
        return Ok(rows.look(vm)?.pop().unwrap_or(Value::None));
    }
    let first = again(rows, rows.query.clone().limit(1));
    Ok(this(&first)?.look(vm)?.into_iter().next().unwrap_or(Value::None))
}

fn exists(vm: &mut Vm<'_>, rows: &Value) -> Result<Value> {
    this(rows)?.count(vm).map(|count| Value::Bool(count > 0))
}

fn text_of(value: &Value) -> Result<String> {
    value.as_str().map(str::to_owned).ok_or_else(|| Stop::type_error("names of fields are texts"))
}

fn order_by(vm: &mut Vm<'_>, rows: &Value, args: Args) -> Result<Value> {
    let rows = this(rows)?;
    let mut query = rows.query.clone();
    query.order.clear();
    let catalog = session(vm)?.cx().store.catalog();
    for name in &args.positional {
        let name = text_of(name)?;
        let (sign, words) = name.strip_prefix('-').map_or(("", &*name), |words| ("-", words));
        let words: Vec<&str> = words.split("__").collect();
        let found = path::follow(catalog, query.resource, &words).filter(|(_, found)| path::seen(found));
        let (path, _) = found.ok_or_else(|| path::unknown(&name))?;
        query = query.order(&format!("{sign}{path}"));
    }
    Ok(again(rows, query))
}

fn values_list(vm: &mut Vm<'_>, rows: &Value, args: Args) -> Result<Value> {
    let rows = this(rows)?;
    let Args { positional, named } = args;
    let [flat, _named] = Args { positional: Vec::new(), named }.bind(&Spec::new("values_list", 0, ["flat", "named"]))?;
    let names = positional.iter().map(text_of).collect::<Result<Vec<_>>>()?;
    let flat = flat.map_or(Ok(false), |flat| vm.truth(&flat))?;
    let shape = match (&names[..], flat) {
        ([name], true) => Shape::Flat(name.clone()),
        (_, true) => return Err(Stop::type_error("'flat' is not valid when values_list is called with more than one field.")),
        (_, false) => Shape::Tuples(names),
    };
    Ok(of(rows.query.clone(), shape, None))
}

fn values(_vm: &mut Vm<'_>, rows: &Value, args: Args) -> Result<Value> {
    let names = args.positional.iter().map(text_of).collect::<Result<Vec<_>>>()?;
    if names.is_empty() {
        return Err(Stop::type_error("values() needs the names of the fields"));
    }
    Ok(of(this(rows)?.query.clone(), Shape::Dicts(names), None))
}

impl Object for Rows {
    fn class(&self) -> &'static Type {
        &ROWS
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn len(&self, vm: &mut Vm<'_>) -> Result<Option<usize>> {
        self.look(vm).map(|items| Some(items.len()))
    }

    fn truth(&self, vm: &mut Vm<'_>) -> Result<Option<bool>> {
        self.count(vm).map(|count| Some(count > 0))
    }

    fn item(&self, vm: &mut Vm<'_>, key: &Value) -> Result<Value> {
        let items = self.look(vm)?;
        let list = vm.list(items)?;
        match vm.item(&list, key) {
            Err(stop) if stop.is(&exception::INDEX_ERROR) => Err(Stop::raise(&exception::INDEX_ERROR, "no row at this place")),
            found => found,
        }
    }

    fn iterate(&self, vm: &mut Vm<'_>) -> Result<Option<Box<dyn Iterate>>> {
        Ok(Some(Box::new(Through(self.look(vm)?.into_iter()))))
    }

    fn repr(&self, vm: &mut Vm<'_>) -> Result<String> {
        let items = self.look(vm)?;
        let list = vm.list(items)?;
        Ok(format!("<QuerySet {}>", vm.deeper(|vm| vm.repr(&list))?))
    }
}

/// Items that are known already.
pub(crate) struct Through(pub(crate) std::vec::IntoIter<Value>);

impl Iterate for Through {
    fn next(&mut self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        Ok(self.0.next())
    }
}
