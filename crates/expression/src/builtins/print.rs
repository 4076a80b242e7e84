//! Functions about texts of values.

use crate::{Args, Native, Result, Spec, Stop, Value, Vm, operate::class_of};

pub(super) static FUNCTIONS: &[Native] = &[
    Native { name: "ascii", call: ascii },
    Native { name: "format", call: format },
    Native { name: "print", call: print },
    Native { name: "repr", call: repr },
];

fn repr(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let text = vm.repr(&args.one("repr")?)?;
    vm.text(text)
}

fn ascii(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let text = vm.repr(&args.one("ascii")?)?;
    vm.take(text.len(), 6)?;
    Ok(Value::from(crate::format::ascii(&text)))
}

fn format(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [value, spec] = args.bind(&Spec::positional("format", 1, ["value", "format_spec"]))?;
    let spec = match spec {
        None => Value::str(""),
        Some(spec @ Value::Str(_)) => spec,
        Some(other) => return Err(Stop::type_error(format!("format() argument 2 must be str, not {}", class_of(&other).name()))),
    };
    let text = vm.format(&value.unwrap_or(Value::None), spec.as_str().unwrap_or_default())?;
    vm.text(text)
}

fn separator(value: Option<Value>, name: &str, usual: &'static str) -> Result<String> {
    match value {
        None | Some(Value::None) => Ok(usual.to_owned()),
        Some(Value::Str(text)) => Ok(text.as_ref().to_owned()),
        Some(other) => Err(Stop::type_error(format!("{name} must be None or a string, not {}", class_of(&other).name()))),
    }
}

fn print(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let spec = Spec::new("print", 0, ["sep", "end", "file", "flush"]);
    let [sep, end, _file, _flush] = Args { positional: Vec::new(), named: args.named }.bind(&spec)?;
    let (sep, end) = (separator(sep, "sep", " ")?, separator(end, "end", "\n")?);
    let mut line = String::new();
    for (index, value) in args.positional.iter().enumerate() {
        if index > 0 {
            line.push_str(&sep);
        }
        line.push_str(&vm.str(value)?);
    }
    line.push_str(&end);
    vm.print(&line)?;
    Ok(Value::None)
}
