//! Characters for characters.

use super::{made, this};
use crate::{
    Args, Result, Spec, Stop, Value, Vm, exception,
    operate::{class_of, plain},
};

pub(super) fn translate(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let table = args.one("str.translate")?;
    let text = this(receiver)?;
    let mut out = String::with_capacity(text.len());
    for next in text.chars() {
        vm.work(1)?;
        let key = Value::Int(i64::from(u32::from(next)));
        let found = match &table {
            Value::Dict(dict) => vm.dict_get(dict, &key)?,
            table => match vm.item(table, &key) {
                Ok(found) => Some(found),
                Err(stop) if stop.is(&exception::LOOKUP_ERROR) => None,
                Err(stop) => return Err(stop),
            },
        };
        let before = out.len();
        match found.as_ref().map(plain) {
            None => out.push(next),
            Some(Value::None) => {}
            Some(Value::Str(text)) => out.push_str(text),
            Some(number) => match number.as_int() {
                Some(number) => out.push(
                    u32::try_from(number)
                        .ok()
                        .and_then(char::from_u32)
                        .ok_or_else(|| Stop::value_error("character mapping must be in range(0x110000)"))?,
                ),
                None => return Err(Stop::type_error("character mapping must return integer, None or str")),
            },
        }
        vm.allocate(out.len() - before)?;
    }
    made(out)
}

pub(super) fn maketrans(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [from, to, without] = args.bind(&Spec::positional("maketrans", 1, ["x", "y", "z"]))?;
    let from = from.unwrap_or(Value::None);
    let Some(to) = to else { return from_dict(vm, &from) };
    let (Some(first), Some(second)) = (from.as_str(), to.as_str()) else {
        let (number, class) = if from.as_str().is_none() { (1, class_of(&from)) } else { (2, class_of(&to)) };
        return Err(Stop::type_error(if number == 1 {
            "first maketrans argument must be a string if there is a second argument".to_owned()
        } else {
            format!("maketrans() argument 2 must be str, not {}", class.name())
        }));
    };
    if first.chars().count() != second.chars().count() {
        return Err(Stop::value_error("the first two maketrans arguments must have equal length"));
    }
    let code = |next: char| Value::Int(i64::from(u32::from(next)));
    let without = without.as_ref().and_then(Value::as_str).unwrap_or_default();
    vm.take(first.len().saturating_add(without.len()), 32)?;
    let pairs = first.chars().zip(second.chars()).map(|(from, to)| (code(from), code(to)));
    let pairs = pairs.chain(without.chars().map(|next| (code(next), Value::None))).collect();
    vm.dict_of(pairs)
}

fn from_dict(vm: &mut Vm<'_>, table: &Value) -> Result<Value> {
    let Value::Dict(dict) = plain(table) else {
        return Err(Stop::type_error("if you give only one argument to maketrans it must be a dict"));
    };
    let count = dict.borrow().len();
    vm.take(count, 64)?;
    let mut pairs = Vec::with_capacity(count);
    for entry in dict.borrow().iter() {
        let key = match plain(&entry.key) {
            Value::Str(text) => {
                let mut text = text.chars();
                match (text.next(), text.next()) {
                    (Some(only), None) => Value::Int(i64::from(u32::from(only))),
                    _ => return Err(Stop::value_error("string keys in translate table must be of length 1")),
                }
            }
            number if number.as_int().is_some() => number.clone(),
            _ => return Err(Stop::type_error("keys in translate table must be strings or integers")),
        };
        pairs.push((key, entry.value.clone()));
    }
    vm.dict_of(pairs)
}
