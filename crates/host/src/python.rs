//! Values of Python's own modules, made as a program would make them.

use vestibule_expression::{Args, Result, Value, Vm, operate::BinaryOp};

/// `module.name(…)`
pub(crate) fn call(vm: &mut Vm<'_>, module: &str, name: &str, args: Vec<Value>) -> Result<Value> {
    let module = vm.import(module)?;
    let function = vm.attribute(&module, name)?;
    vm.call(&function, Args::of(args))
}

/// A point in time in UTC, from microseconds since 1970.
pub(crate) fn time(vm: &mut Vm<'_>, micros: i64) -> Result<Value> {
    let since = call(vm, "datetime", "timedelta", vec![Value::Int(0), Value::Int(0), Value::Int(micros)])?;
    let epoch = epoch(vm)?;
    vm.binary(BinaryOp::Add, &epoch, &since)
}

fn epoch(vm: &mut Vm<'_>) -> Result<Value> {
    let module = vm.import("datetime")?;
    let zone = vm.attribute(&module, "UTC")?;
    let numbers = [1970, 1, 1, 0, 0, 0, 0].into_iter().map(Value::Int);
    call(vm, "datetime", "datetime", numbers.chain([zone]).collect())
}

/// Microseconds since 1970 of a `datetime` with a zone; `None` for everything else.
pub(crate) fn micros(vm: &mut Vm<'_>, value: &Value) -> Result<Option<i64>> {
    if !matches!(value, Value::Object(_)) || vm.find_attribute(value, "tzinfo")?.is_none_or(|zone| zone.is_none()) {
        return Ok(None);
    }
    let epoch = epoch(vm)?;
    let since = vm.binary(BinaryOp::Subtract, value, &epoch)?;
    let unit = call(vm, "datetime", "timedelta", vec![Value::Int(0), Value::Int(0), Value::Int(1)])?;
    Ok(vm.binary(BinaryOp::FloorDivide, &since, &unit)?.as_int())
}

/// A UUID.
pub(crate) fn uuid(vm: &mut Vm<'_>, uuid: uuid::Uuid) -> Result<Value> {
    let text = vm.text(uuid.to_string())?;
    call(vm, "uuid", "UUID", vec![text])
}
