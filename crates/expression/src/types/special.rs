//! Special methods that whole kinds of built-in types share, for programs that call them by name (`super().__setitem__(key, value)`).
//! They work on the value that an instance holds, so that no method of the program is asked again.

use crate::{
    Args, Method, Result, Spec, Type, Value, Vm,
    operate::{BinaryOp, CompareOp, class_of, plain},
};

/// What is compared and shown.
static COMPARED: Type = Type {
    methods: &[
        Method { name: "__eq__", call: eq },
        Method { name: "__ne__", call: ne },
        Method { name: "__lt__", call: lt },
        Method { name: "__le__", call: le },
        Method { name: "__gt__", call: gt },
        Method { name: "__ge__", call: ge },
        Method { name: "__repr__", call: repr },
        Method { name: "__str__", call: str },
    ],
    ..Type::new("compared")
};

/// What has items.
pub(super) static CONTAINER: Type = Type {
    methods: &[
        Method { name: "__len__", call: len },
        Method { name: "__contains__", call: contains },
        Method { name: "__iter__", call: iter },
        Method { name: "__or__", call: or },
        Method { name: "__and__", call: and },
        Method { name: "__sub__", call: subtract },
        Method { name: "__xor__", call: xor },
    ],
    base: Some(&COMPARED),
    ..Type::new("container")
};

/// What has items in order.
pub(super) static SEQUENCE: Type = Type {
    methods: &[
        Method { name: "__getitem__", call: getitem },
        Method { name: "__add__", call: add },
        Method { name: "__mul__", call: multiply },
        Method { name: "__rmul__", call: multiply },
        Method { name: "__mod__", call: modulo },
        Method { name: "__hash__", call: hash },
        Method { name: "__format__", call: format },
    ],
    base: Some(&CONTAINER),
    ..Type::new("sequence")
};

/// What has items that can be changed.
pub(super) static MUTABLE: Type = Type {
    methods: &[
        Method { name: "__getitem__", call: getitem },
        Method { name: "__setitem__", call: setitem },
        Method { name: "__delitem__", call: delitem },
        Method { name: "__add__", call: add },
        Method { name: "__mul__", call: multiply },
        Method { name: "__iadd__", call: iadd },
        Method { name: "__ior__", call: ior },
    ],
    base: Some(&CONTAINER),
    ..Type::new("mutable")
};

/// Numbers.
pub(super) static NUMBER: Type = Type {
    methods: &[
        Method { name: "__add__", call: add },
        Method { name: "__radd__", call: add },
        Method { name: "__sub__", call: subtract },
        Method { name: "__mul__", call: multiply },
        Method { name: "__rmul__", call: multiply },
        Method { name: "__truediv__", call: divide },
        Method { name: "__floordiv__", call: floor_divide },
        Method { name: "__mod__", call: modulo },
        Method { name: "__pow__", call: power },
        Method { name: "__and__", call: and },
        Method { name: "__or__", call: or },
        Method { name: "__xor__", call: xor },
        Method { name: "__neg__", call: neg },
        Method { name: "__pos__", call: pos },
        Method { name: "__abs__", call: abs },
        Method { name: "__invert__", call: invert },
        Method { name: "__bool__", call: truth },
        Method { name: "__int__", call: int },
        Method { name: "__float__", call: float },
        Method { name: "__round__", call: round },
        Method { name: "__hash__", call: hash },
        Method { name: "__format__", call: format },
    ],
    base: Some(&COMPARED),
    ..Type::new("number")
};

macro_rules! binary {
    ($($name:ident = $op:ident;)*) => {
        $(fn $name(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
            let other = args.one(BinaryOp::$op.method())?;
            Ok(vm.plain_binary(BinaryOp::$op, plain(receiver), plain(&other))?.unwrap_or(Value::NotImplemented))
        })*
    };
}

binary! {
    add = Add;
    subtract = Subtract;
    multiply = Multiply;
    divide = Divide;
    floor_divide = FloorDivide;
    modulo = Modulo;
    power = Power;
    and = And;
    or = Or;
    xor = Xor;
}

macro_rules! compare {
    ($($name:ident = $op:ident;)*) => {
        $(fn $name(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
            compared(vm, CompareOp::$op, receiver, args)
        })*
    };
}

compare! {
    eq = Equal;
    ne = NotEqual;
    lt = Less;
    le = LessEqual;
    gt = Greater;
    ge = GreaterEqual;
}

/// Between values of the same kind; `NotImplemented` for all others.
fn compared(vm: &mut Vm<'_>, op: CompareOp, receiver: &Value, args: Args) -> Result<Value> {
    let other = args.one(op.method())?;
    let (one, two) = (plain(receiver), plain(&other));
    let numbers = |value| crate::operate::number::Number::of(value).is_some();
    if class_of(one).builtin().name != class_of(two).builtin().name && !(numbers(one) && numbers(two)) {
        return Ok(Value::NotImplemented);
    }
    Ok(vm.plain_compare(op, one, two)?.map_or(Value::NotImplemented, Value::Bool))
}

macro_rules! unary {
    ($($name:ident = $operator:literal;)*) => {
        $(fn $name(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
            args.none(concat!("__", $operator, "__"))?;
            vm.unary($operator, plain(receiver))
        })*
    };
}

unary! {
    neg = "neg";
    pos = "pos";
    abs = "abs";
    invert = "invert";
}

fn len(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("__len__")?;
    vm.len(plain(receiver)).map(Value::from)
}

fn contains(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let item = args.one("__contains__")?;
    vm.contains(plain(receiver), &item).map(Value::Bool)
}

fn iter(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("__iter__")?;
    vm.iterate(plain(receiver))
}

fn getitem(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let key = args.one("__getitem__")?;
    match vm.item(plain(receiver), &key) {
        Err(stop) if matches!(plain(receiver), Value::Dict(_)) && stop.is(&crate::exception::KEY_ERROR) => {
            vm.special(receiver, "__missing__", vec![key])?.ok_or(stop)
        }
        found => found,
    }
}

fn setitem(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [key, item] = args.bind(&Spec::positional("__setitem__", 2, ["key", "value"]))?;
    vm.set_item(plain(receiver), key.unwrap_or(Value::None), item.unwrap_or(Value::None))?;
    Ok(Value::None)
}

fn delitem(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let key = args.one("__delitem__")?;
    vm.delete_item(plain(receiver), &key)?;
    Ok(Value::None)
}

macro_rules! in_place {
    ($($name:ident = $op:ident;)*) => {
        $(fn $name(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
            let other = args.one(BinaryOp::$op.in_place())?;
            vm.in_place(BinaryOp::$op, plain(receiver), &other)?;
            Ok(receiver.clone())
        })*
    };
}

in_place! {
    iadd = Add;
    ior = Or;
}

fn repr(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("__repr__")?;
    let mut out = String::new();
    vm.write_plain_repr(&mut out, receiver)?;
    Ok(Value::from(out))
}

/// `str` shows itself; all others are shown by their `repr`, which the program may have defined.
fn str(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("__str__")?;
    match plain(receiver) {
        text @ Value::Str(_) => Ok(text.clone()),
        _ => vm.repr(receiver).map(Value::from),
    }
}

fn format(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let spec = args.one("__format__")?;
    let spec = spec.as_str().unwrap_or_default().to_owned();
    if spec.is_empty() { vm.str(receiver) } else { vm.format(plain(receiver), &spec) }.map(Value::from)
}

fn hash(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("__hash__")?;
    let hash = vm.hash(plain(receiver))?;
    Ok(Value::Int(i64::from_ne_bytes(hash.to_ne_bytes()) >> 2))
}

fn truth(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("__bool__")?;
    vm.truth(plain(receiver)).map(Value::Bool)
}

fn int(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("__int__")?;
    super::int::from_value(vm, plain(receiver))
}

fn float(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    args.none("__float__")?;
    super::float::from_value(vm, plain(receiver)).map(Value::Float)
}

fn round(vm: &mut Vm<'_>, receiver: &Value, args: Args) -> Result<Value> {
    let [digits] = args.bind(&Spec::positional("__round__", 0, ["ndigits"]))?;
    crate::operate::round(vm, plain(receiver), digits.as_ref().filter(|digits| !digits.is_none()))
}
