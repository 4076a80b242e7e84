//! Values of columns as values of a program, and back.

use jiff::Timestamp;
use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_expression::{
    Result, Stop, Value, Vm,
    modules::{
        datetime::{utc_datetime, utc_micros},
        uuid::Uuid as PythonUuid,
    },
};
use vestibule_resource::{Field, Kind, Value as Column};

use crate::{from_json, to_json};

/// Whether programs see a field at all. Stored secrets and internal columns are for nobody.
pub(super) fn visible(field: &Field) -> bool {
    !matches!(field.kind, Kind::Secret) && field.readable()
}

/// A column as a value.
pub(super) fn read(vm: &mut Vm<'_>, column: &Column) -> Result<Value> {
    match column {
        Column::Null => Ok(Value::None),
        Column::Bool(flag) => Ok(Value::Bool(*flag)),
        Column::Int(number) => Ok(Value::Int(*number)),
        Column::Float(number) => Ok(Value::Float(*number)),
        Column::Text(text) => vm.text(text.clone()),
        Column::Uuid(uuid) => Ok(Value::object(PythonUuid(uuid.as_u128()))),
        Column::Time(time) => utc_datetime(time.as_microsecond()),
        Column::Json(json) => from_json(vm, json),
    }
}

/// A value for a column of that kind.
///
/// # Errors
/// `ValueError` when it does not fit.
pub(super) fn write(vm: &mut Vm<'_>, field: &Field, value: &Value) -> Result<Column> {
    let misfit = || Stop::value_error(format!("the value does not fit the field '{}'", field.name));
    if value.is_none() {
        return if field.nullable { Ok(Column::Null) } else { Err(misfit()) };
    }
    Ok(match field.kind {
        Kind::Bool => match value {
            Value::Bool(flag) => Column::Bool(*flag),
            _ => return Err(misfit()),
        },
        Kind::Int { .. } => Column::Int(value.as_int().ok_or_else(misfit)?),
        Kind::Float => match value {
            Value::Float(number) => Column::Float(*number),
            other => Column::from(other.as_int().map(|number| number as f64)),
        },
        Kind::Object | Kind::Json | Kind::TextList | Kind::Objects(_) | Kind::ChoiceList(_) => Column::from(to_json(vm, value)?),
        _ => compared(vm, field, value)?,
    })
}

/// A value that a column of that kind is compared with.
pub(super) fn compared(vm: &mut Vm<'_>, field: &Field, value: &Value) -> Result<Column> {
    if let Some(row) = value.downcast::<super::Row>() {
        return Ok(row.key());
    }
    let misfit = || Stop::value_error(format!("the value does not fit the field '{}'", field.name));
    Ok(match field.kind {
        Kind::Uuid => Column::Uuid(Uuid::parse_str(&vm.str(value)?).map_err(|_| misfit())?),
        Kind::Time => match utc_micros(value) {
            Some(micros) => Column::Time(Timestamp::from_microsecond(micros).map_err(|_| misfit())?),
            None => Column::Time(vm.str(value)?.parse().map_err(|_| misfit())?),
        },
        _ => match to_json(vm, value)? {
            Json::Null => Column::Null,
            Json::Bool(flag) => Column::Bool(flag),
            Json::String(text) => match (field.kind, Uuid::parse_str(&text)) {
                (Kind::Ref(_), Ok(uuid)) => Column::Uuid(uuid),
                (Kind::Int { .. }, _) => Column::Int(text.parse().map_err(|_| misfit())?),
                _ => Column::Text(text),
            },
            Json::Number(number) => match number.as_i64() {
                Some(whole) => Column::Int(whole),
                None => Column::Float(number.as_f64().unwrap_or_default()),
            },
            other => Column::from(other),
        },
    })
}
