//! One row as an object. Reading follows references, each on the budget of calls; what a program sets is there for the program alone
//! until it calls `save()`.

use std::{any::Any, cell::RefCell, sync::Arc};

use serde_json::{Value as Json, json};
use vestibule_expression::{Args, Dict, Method, Object, Result, Stop, Type, Value, Vm, exception, operate::CompareOp};
use vestibule_resource::{Field, Kind, Record, Resource, Value as Column};

use super::{access, column, group, save, user};
use crate::session;

/// A row.
pub struct Row {
    /// The row as it was read.
    pub(super) record: RefCell<Arc<Record>>,
    /// Attributes that were read or set, by name. JSON is mutable, so a value that was read must stay the same one.
    pub(super) values: RefCell<Dict>,
    /// Names that were set.
    pub(super) set: RefCell<Vec<&'static str>>,
}

/// What all rows can do.
pub(super) static ROW: Type = Type {
    methods: &[
        Method { name: "save", call: |vm, row, args| save::save(vm, this(row)?, args) },
        Method { name: "delete", call: |vm, row, args| save::delete(vm, this(row)?, args) },
        Method { name: "refresh_from_db", call: refresh },
    ],
    ..Type::new("Model")
};

/// A row as a value.
pub fn row(record: Arc<Record>) -> Value {
    Value::object(Row { record: RefCell::new(record), values: RefCell::default(), set: RefCell::default() })
}

/// The row that a method was called on.
pub(super) fn this(value: &Value) -> Result<&Row> {
    value.downcast::<Row>().ok_or_else(|| Stop::type_error("this method belongs to objects of the server"))
}

impl Row {
    /// The row as it was read.
    pub fn record(&self) -> Arc<Record> {
        Arc::clone(&self.record.borrow())
    }

    /// What it is a row of.
    pub fn resource(&self) -> &'static Resource {
        self.record.borrow().resource
    }

    /// Its key.
    pub fn key(&self) -> Column {
        self.record.borrow().key().clone()
    }

    /// How JSON refers to it.
    pub fn reference(&self) -> Json {
        let record = self.record.borrow();
        if record.resource.model == user::MODEL {
            return json!({ "pk": record.key().to_json() });
        }
        json!({ "pk": record.key().to_json(), "app": record.resource.app(), "model_name": record.resource.model_name(), "name": record.display() })
    }

    /// A field as a value, read at most once.
    fn read(&self, vm: &mut Vm<'_>, field: &'static Field) -> Result<Value> {
        let record = self.record();
        let value = match field.kind {
            Kind::Ref(link) => follow(vm, link.to, record.get(field.name))?,
            _ => column::read(vm, record.get(field.name))?,
        };
        self.values.borrow_mut().set_text(field.name.into(), value.clone());
        Ok(value)
    }

    /// A name that ends in `_id`: the key that a reference holds.
    fn key_of(&self, vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        let field = name.strip_suffix("_id").and_then(|short| self.resource().field(short));
        match field.filter(|field| matches!(field.kind, Kind::Ref(_)) && column::visible(field)) {
            Some(field) => column::read(vm, self.record().get(field.name)).map(Some),
            None => Ok(None),
        }
    }
}

/// The object that a reference leads to. One that several types share (a stage, a source) is looked for as what it really is.
fn follow(vm: &mut Vm<'_>, model: &str, key: &Column) -> Result<Value> {
    if key.is_null() {
        return Ok(Value::None);
    }
    let cx = session(vm)?.cx();
    let Some(base) = cx.store.catalog().find(model).filter(|base| access::open(base)) else { return Ok(Value::None) };
    let Some(found) = super::get(vm, base, key)? else { return Ok(Value::None) };
    let concrete = cx.store.catalog().find(found.text("model")).filter(|concrete| base.polymorphic && concrete.is(base.model));
    match concrete.filter(|concrete| concrete.model != base.model) {
        Some(concrete) => {
            let column = concrete.key_as_known_by(base.model);
            let rows = super::select(vm, &vestibule_store::Query::all(concrete).is(column, key.clone()).limit(1))?;
            Ok(row(Arc::new(rows.into_iter().next().unwrap_or(found))))
        }
        None => Ok(row(Arc::new(found))),
    }
}

fn refresh(vm: &mut Vm<'_>, value: &Value, _args: Args) -> Result<Value> {
    let this = this(value)?;
    if let Some(fresh) = super::get(vm, this.resource(), &this.key())? {
        *this.record.borrow_mut() = Arc::new(fresh);
        this.values.borrow_mut().clear();
        this.set.borrow_mut().clear();
    }
    Ok(Value::None)
}

impl Object for Row {
    fn class(&self) -> &'static Type {
        match self.resource().model {
            user::MODEL => &user::USER,
            group::MODEL => &group::GROUP,
            _ => &ROW,
        }
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        let known = self.values.borrow().text(name).cloned();
        if known.is_some() {
            return Ok(known);
        }
        let resource = self.resource();
        if name == "pk" || name == resource.key {
            return column::read(vm, &self.key()).map(Some);
        }
        if name == "_meta" || name == "__dict__" {
            return Ok(None);
        }
        match resource.field(name).filter(|field| column::visible(field)) {
            Some(Field { kind: Kind::Many(links), .. }) => super::query::linked(vm, &self.record(), links).map(Some),
            Some(field) if field.kind.has_column() => self.read(vm, field).map(Some),
            _ => self.key_of(vm, name),
        }
    }

    fn set_attribute(&self, _vm: &mut Vm<'_>, name: &str, value: Value) -> Result<()> {
        if let Some(field) = self.resource().field(name).filter(|field| column::visible(field) && field.kind.has_column()) {
            let mut set = self.set.borrow_mut();
            if !set.contains(&field.name) {
                set.push(field.name);
            }
        }
        self.values.borrow_mut().set_text(name.into(), value);
        Ok(())
    }

    fn compare(&self, _vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        let same =
            other.downcast::<Row>().is_some_and(|other| self.key() == other.key() && self.resource().model == other.resource().model);
        Ok(match op {
            CompareOp::Equal => Some(same),
            CompareOp::NotEqual => Some(!same),
            _ => None,
        })
    }

    fn hash(&self, vm: &mut Vm<'_>) -> Result<Option<u64>> {
        let text = format!("{} {}", self.resource().model, self.key());
        vm.hash(&Value::from(text)).map(Some)
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("<{}: {}>", self.resource().name, self.record.borrow().display()))
    }

    fn str(&self, _vm: &mut Vm<'_>) -> Result<Option<String>> {
        Ok(Some(self.record.borrow().display()))
    }
}

/// The exception that there is no such row.
pub(super) fn missing(resource: &Resource) -> Stop {
    Stop::raise(&super::errors::DOES_NOT_EXIST, format!("{} matching query does not exist.", resource.name))
}

/// The exception that something may not be done.
pub(super) fn refused(words: impl AsRef<str>) -> Stop {
    Stop::raise_with(&exception::PERMISSION_ERROR, vec![Value::str(words)])
}
