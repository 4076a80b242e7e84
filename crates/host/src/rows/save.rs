//! Writing rows: one transaction each, told to administrators as every change is. A trial checks and writes nothing.

use std::sync::Arc;

use vestibule_expression::{Args, Result, Spec, Stop, Value, Vm};
use vestibule_resource::{Record, Resource, Value as Column};
use vestibule_store::Query;

use super::{
    Q, access, column,
    query::Rows,
    row,
    row::{Row, missing, refused},
    user,
};
use crate::{session, wait::wait_for};

type Changes = Vec<(&'static str, Column)>;

/// `row.save()`: writes what was set, and JSON that may have been changed in place.
pub(super) fn save(vm: &mut Vm<'_>, row: &Row, args: Args) -> Result<Value> {
    let [_fields] = Args { positional: Vec::new(), named: args.named }.bind(&Spec::new("save", 0, ["update_fields"]))?;
    let (resource, before) = (row.resource(), row.record());
    let mut changes: Changes = Vec::new();
    for field in resource.all_fields().filter(|field| column::visible(field) && field.kind.has_column()) {
        let Some(value) = row.values.borrow().text(field.name).cloned() else { continue };
        let set = row.set.borrow().contains(&field.name);
        if !set && !matches!(value, Value::Dict(_) | Value::List(_)) {
            continue;
        }
        let value = column::write(vm, field, &value)?;
        if value != *before.get(field.name) {
            changes.push((field.name, value));
        }
    }
    if let Some(after) = change(vm, &before, changes)? {
        *row.record.borrow_mut() = Arc::new(after);
        row.set.borrow_mut().clear();
    }
    Ok(Value::None)
}

/// Changes columns of a row; `None` when there was nothing to change, and in a trial.
fn change(vm: &mut Vm<'_>, before: &Record, changes: Changes) -> Result<Option<Record>> {
    let host = session(vm)?;
    for (name, _) in &changes {
        access::may_write(host.kind(), before.resource, name)?;
    }
    if changes.is_empty() {
        return Ok(None);
    }
    if before.resource.model == user::MODEL {
        user::check_change(vm, before, &changes)?;
    }
    if host.debug() {
        return Ok(None);
    }
    vm.charge_call()?;
    let cx = host.cx();
    let after = wait_for(async {
        let mut tx = cx.begin().await?;
        let after = tx.update(before.resource, before.key(), changes).await?;
        tx.commit().await?;
        Ok(after)
    })?;
    after.ok_or_else(|| missing(before.resource)).map(Some)
}

/// `rows.update(name=value)`: the same columns in every row.
pub(super) fn update(vm: &mut Vm<'_>, rows: &Rows, args: Args) -> Result<Value> {
    let changes = columns(vm, rows.query.resource, args)?;
    let found = rows.look(vm)?;
    for value in &found {
        if let Some(row) = value.downcast::<Row>() {
            let before = row.record();
            change(vm, &before, changes.clone())?;
        }
    }
    Ok(Value::from(found.len()))
}

/// Named values as columns of a resource.
fn columns(vm: &mut Vm<'_>, resource: &'static Resource, args: Args) -> Result<Changes> {
    let mut columns = Changes::new();
    for (name, value) in args.named {
        let field = resource.field(&name).filter(|field| column::visible(field) && field.kind.has_column());
        let Some(field) = field else {
            return Err(Stop::type_error(format!("{}() got unexpected keyword arguments: '{name}'", resource.name)));
        };
        columns.push((field.name, column::write(vm, field, &value)?));
    }
    Ok(columns)
}

/// `Group.objects.create(…)`
pub(super) fn create(vm: &mut Vm<'_>, resource: &'static Resource, args: Args) -> Result<Value> {
    let host = session(vm)?;
    access::may_make(host.kind(), resource)?;
    let columns = columns(vm, resource, args)?;
    for (name, _) in &columns {
        access::may_write(host.kind(), resource, name)?;
    }
    if host.debug() {
        return Err(refused("a trial makes nothing"));
    }
    vm.charge_call()?;
    let cx = host.cx();
    let made = wait_for(async {
        let mut tx = cx.begin().await?;
        let made = tx.insert(resource, columns).await?;
        tx.commit().await?;
        Ok(made)
    })?;
    Ok(row(Arc::new(made)))
}

/// `Group.objects.get_or_create(name=…, defaults={…})`: the row, and whether it was made.
pub(super) fn get_or_create(vm: &mut Vm<'_>, rows: &Rows, args: Args) -> Result<Value> {
    let mut named = args.named;
    let defaults = named.iter().position(|(name, _)| &**name == "defaults").map(|place| named.remove(place).1);
    let resource = rows.query.resource;
    let condition = Q::from(Args { positional: Vec::new(), named: named.clone() }).on(vm, resource)?;
    let found = super::select(vm, &Query::all(resource).filter(condition).limit(1))?.into_iter().next();
    if let Some(found) = found {
        return vm.tuple(vec![row(Arc::new(found)), Value::Bool(false)]);
    }
    if let Some(Value::Dict(defaults)) = defaults {
        for entry in defaults.borrow().iter() {
            if let Value::Str(name) = &entry.key {
                named.push((Arc::clone(name), entry.value.clone()));
            }
        }
    }
    let made = create(vm, resource, Args { positional: Vec::new(), named })?;
    vm.tuple(vec![made, Value::Bool(true)])
}

/// `row.delete()`
pub(super) fn delete(vm: &mut Vm<'_>, row: &Row, args: Args) -> Result<Value> {
    args.none("delete")?;
    remove(vm, &row.record())?;
    Ok(Value::None)
}

/// `rows.delete()`: how many there were.
pub(super) fn delete_all(vm: &mut Vm<'_>, rows: &Rows, args: Args) -> Result<Value> {
    args.none("delete")?;
    let found = rows.look(vm)?;
    for value in &found {
        if let Some(row) = value.downcast::<Row>() {
            remove(vm, &row.record())?;
        }
    }
    Ok(Value::from(found.len()))
}

fn remove(vm: &mut Vm<'_>, record: &Record) -> Result<()> {
    let host = session(vm)?;
    access::may_delete(host.kind(), record.resource)?;
    if host.debug() {
        return Ok(());
    }
    vm.charge_call()?;
    let cx = host.cx();
    wait_for(async {
        let mut tx = cx.begin().await?;
        tx.delete(record.resource, record.key()).await?;
        tx.commit().await
    })
}
