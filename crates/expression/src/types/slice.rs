//! `slice`

use std::rc::Rc;

use crate::{
    Args, Method, Result, Spec, Stop, Type, Value, Vm,
    class::Getter,
    operate::{class_of, plain},
};

/// `slice`
pub static SLICE: Type = Type {
    new: Some(new),
    methods: &[Method { name: "indices", call: indices }],
    getters: &[
        Getter { name: "start", get: |_, value| part(value, 0) },
        Getter { name: "stop", get: |_, value| part(value, 1) },
        Getter { name: "step", get: |_, value| part(value, 2) },
    ],
    ..Type::new("slice")
};

fn new(_vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [start, stop, step] = args.bind(&Spec::positional("slice", 1, ["start", "stop", "step"]))?;
    let (start, stop) = match stop {
        None => (None, start),
        stop => (start, stop),
    };
    let parts = [start, stop, step].map(|part| part.unwrap_or(Value::None));
    Ok(Value::Slice(Rc::new(parts)))
}

fn this(value: &Value) -> Result<&Rc<[Value; 3]>> {
    match plain(value) {
        Value::Slice(parts) => Ok(parts),
        other => Err(Stop::type_error(format!("descriptor for 'slice' objects doesn't apply to a '{}' object", class_of(other).name()))),
    }
}

fn part(value: &Value, place: usize) -> Result<Value> {
    Ok(this(value)?.get(place).cloned().unwrap_or(Value::None))
}

fn indices(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let length = vm.index(&args.one("slice.indices")?)?;
    let length = usize::try_from(length).map_err(|_| Stop::value_error("length should not be negative"))?;
    let places = vm.places(this(receiver)?, length)?;
    vm.tuple(vec![Value::Int(places.start), Value::Int(places.stop), Value::Int(places.step)])
}
