//! A digest as a value.

use std::{any::Any, cell::RefCell};

use super::algorithm::{Algorithm, State};
use crate::{
    Args, Method, Object, Result, Spec, Stop, Type, Value, Vm,
    class::Getter,
    format,
    modules::{
        bits,
        support::{bytes_of, this},
    },
};

/// `hashlib.sha256()` and its like.
static HASH: Type = Type {
    module: "_hashlib",
    methods: &[
        Method { name: "update", call: update },
        Method { name: "digest", call: |vm, value, args| args.none("digest").and_then(|()| vm.bytes(me(value)?.digest())) },
        Method { name: "hexdigest", call: |vm, value, args| args.none("hexdigest").and_then(|()| hex(vm, &me(value)?.digest())) },
        Method { name: "copy", call: copy },
    ],
    getters: &[
        Getter { name: "name", get: |_, value| Ok(Value::str(me(value)?.algorithm.name())) },
        Getter { name: "digest_size", get: |_, value| Ok(Value::from(me(value)?.algorithm.size())) },
        Getter { name: "block_size", get: |_, value| Ok(Value::from(me(value)?.algorithm.block())) },
    ],
    ..Type::new("HASH")
};

struct Hash {
    algorithm: Algorithm,
    state: RefCell<State>,
}

fn me(value: &Value) -> Result<&Hash> {
    this::<Hash>(value, "_hashlib.HASH")
}

impl Hash {
    fn digest(&self) -> Vec<u8> {
        self.state.borrow().digest()
    }
}

/// Bytes to be digested.
pub(super) fn data(vm: &mut Vm<'_>, value: &Value) -> Result<std::rc::Rc<[u8]>> {
    let Some(data) = bytes_of(value) else {
        return Err(match value.as_str() {
            Some(_) => Stop::type_error("Strings must be encoded before hashing"),
            None => Stop::type_error("object supporting the buffer API required"),
        });
    };
    vm.work(data.len() / 8 + 10)?;
    Ok(data)
}

/// A digest as two digits per byte.
pub(super) fn hex(vm: &mut Vm<'_>, digest: &[u8]) -> Result<Value> {
    vm.text(String::from_utf8_lossy(&bits::hex(digest, b"0123456789abcdef")).into_owned())
}

/// `hashlib.sha256(data)`
pub(super) fn constructor(vm: &mut Vm<'_>, args: Args, name: &'static str) -> Result<Value> {
    let [data, _security] = args.bind(&Spec::new(name, 0, ["string", "usedforsecurity"]).then_named(1))?;
    make(vm, super::named(name)?, data)
}

/// A digest that took something in already.
pub(super) fn make(vm: &mut Vm<'_>, algorithm: Algorithm, given: Option<Value>) -> Result<Value> {
    vm.allocate(512)?;
    let mut state = algorithm.begin();
    if let Some(given) = given {
        state.update(&data(vm, &given)?);
    }
    Ok(Value::object(Hash { algorithm, state: RefCell::new(state) }))
}

/// The algorithm of a function of the module (`hashlib.sha256`), when that is what a value is.
pub(super) fn algorithm_of(value: &Value) -> Option<Algorithm> {
    match value {
        Value::Native(native) => Algorithm::named(native.name),
        _ => None,
    }
}

fn update(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let data = data(vm, &args.one("update")?)?;
    me(value)?.state.borrow_mut().update(&data);
    Ok(Value::None)
}

fn copy(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    args.none("copy")?;
    vm.allocate(512)?;
    let this = me(value)?;
    Ok(Value::object(Hash { algorithm: this.algorithm, state: RefCell::new(this.state.borrow().clone()) }))
}

impl Object for Hash {
    fn class(&self) -> &'static Type {
        &HASH
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("<{} _hashlib.HASH object>", format::quote::text(self.algorithm.name()).trim_matches('\'')))
    }
}
