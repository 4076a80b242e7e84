//! `hmac`: digests with a key.

use std::{any::Any, cell::RefCell};

use subtle::ConstantTimeEq;

use super::{
    algorithm::{Algorithm, State},
    hash::{algorithm_of, data, hex},
    named,
};
use crate::{
    Args, Method, Module, Native, Object, Result, Spec, Stop, Type, Value, Vm,
    class::Getter,
    modules::support::{bytes_of, this},
    operate::class_of,
};

/// The module.
pub(crate) static MODULE: Module = Module {
    name: "hmac",
    functions: &[
        Native { name: "new", call: new },
        Native { name: "digest", call: digest },
        Native { name: "compare_digest", call: compare_digest },
    ],
    classes: &[&HMAC],
    constants: &[],
};

/// `hmac.HMAC`
static HMAC: Type = Type {
    module: "hmac",
    new: Some(new),
    methods: &[
        Method { name: "update", call: update },
        Method { name: "digest", call: |vm, value, args| args.none("digest").and_then(|()| vm.bytes(me(value)?.digest())) },
        Method { name: "hexdigest", call: |vm, value, args| args.none("hexdigest").and_then(|()| hex(vm, &me(value)?.digest())) },
        Method { name: "copy", call: |_, value, args| args.none("copy").and_then(|()| Ok(Value::object(me(value)?.again()))) },
    ],
    getters: &[
        Getter { name: "name", get: |_, value| Ok(Value::from(format!("hmac-{}", me(value)?.algorithm.name()))) },
        Getter { name: "digest_size", get: |_, value| Ok(Value::from(me(value)?.algorithm.size())) },
        Getter { name: "block_size", get: |_, value| Ok(Value::from(me(value)?.algorithm.block())) },
    ],
    ..Type::new("HMAC")
};

struct Hmac {
    algorithm: Algorithm,
    inner: RefCell<State>,
    outer: State,
}

fn me(value: &Value) -> Result<&Hmac> {
    this::<Hmac>(value, "hmac.HMAC")
}

impl Hmac {
    /// RFC 2104: the key fills a block, which goes before the message and before its digest, each time changed in another way.
    fn new(algorithm: Algorithm, key: &[u8]) -> Self {
        let mut block = if key.len() > algorithm.block() {
            let mut state = algorithm.begin();
            state.update(key);
            state.digest()
        } else {
            key.to_vec()
        };
        block.resize(algorithm.block(), 0);
        let keyed = |pad: u8| {
            let mut state = algorithm.begin();
            state.update(&block.iter().map(|byte| byte ^ pad).collect::<Vec<u8>>());
            state
        };
        Hmac { algorithm, inner: RefCell::new(keyed(0x36)), outer: keyed(0x5c) }
    }

    fn again(&self) -> Self {
        Hmac { algorithm: self.algorithm, inner: RefCell::new(self.inner.borrow().clone()), outer: self.outer.clone() }
    }

    fn digest(&self) -> Vec<u8> {
        let mut outer = self.outer.clone();
        outer.update(&self.inner.borrow().digest());
        outer.digest()
    }

    /// The code of one message.
    fn of(&self, message: &[u8]) -> Vec<u8> {
        let copy = self.again();
        copy.inner.borrow_mut().update(message);
        copy.digest()
    }
}

/// One block of PBKDF2, paid for round by round.
pub(super) fn stretch(
    vm: &mut Vm<'_>,
    algorithm: Algorithm,
    (password, salt): (&[u8], &[u8]),
    rounds: u32,
    number: u32,
) -> Result<Vec<u8>> {
    let keyed = Hmac::new(algorithm, password);
    let mut last = keyed.of(&[salt, &number.to_be_bytes()].concat());
    let mut block = last.clone();
    for _ in 1..rounds {
        vm.work(30)?;
        last = keyed.of(&last);
        block.iter_mut().zip(&last).for_each(|(byte, other)| *byte ^= other);
    }
    Ok(block)
}

fn key_of(vm: &mut Vm<'_>, value: &Value) -> Result<std::rc::Rc<[u8]>> {
    let Some(key) = bytes_of(value) else {
        let class = class_of(value);
        return Err(Stop::type_error(format!("key: expected bytes or bytearray, but got '{}'", class.name())));
    };
    vm.work(key.len() / 8 + 20)?;
    vm.allocate(1024)?;
    Ok(key)
}

fn algorithm(value: Option<Value>) -> Result<Algorithm> {
    match value {
        None | Some(Value::None) => Err(Stop::type_error("Missing required parameter 'digestmod'.")),
        Some(value) => match (value.as_str(), algorithm_of(&value)) {
            (Some(name), _) => named(name),
            (None, Some(algorithm)) => Ok(algorithm),
            _ => Err(Stop::type_error(format!("unsupported digestmod '{}'", class_of(&value).name()))),
        },
    }
}

fn new(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [key, message, digest] = args.bind(&Spec::new("new", 1, ["key", "msg", "digestmod"]))?;
    let key = key_of(vm, &key.unwrap_or(Value::None))?;
    let hmac = Hmac::new(algorithm(digest)?, &key);
    if let Some(message) = message.filter(|message| !message.is_none()) {
        let message = data(vm, &message)?;
        hmac.inner.borrow_mut().update(&message);
    }
    Ok(Value::object(hmac))
}

fn digest(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [key, message, digest] = args.bind(&Spec::new("digest", 3, ["key", "msg", "digest"]))?;
    let key = key_of(vm, &key.unwrap_or(Value::None))?;
    let message = data(vm, &message.unwrap_or(Value::None))?;
    let code = Hmac::new(algorithm(digest)?, &key).of(&message);
    vm.bytes(code)
}

fn update(vm: &mut Vm<'_>, value: &Value, args: Args) -> Result<Value> {
    let data = data(vm, &args.one("update")?)?;
    me(value)?.inner.borrow_mut().update(&data);
    Ok(Value::None)
}

/// `compare_digest(a, b)`: takes the same time wherever they differ.
pub(crate) fn compare_digest(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [one, two] = args.bind(&Spec::positional("compare_digest", 2, ["a", "b"]))?;
    let (one, two) = (one.unwrap_or(Value::None), two.unwrap_or(Value::None));
    let (one, two) = match (one.as_str(), two.as_str(), bytes_of(&one), bytes_of(&two)) {
        (Some(a), Some(b), ..) if a.is_ascii() && b.is_ascii() => (a.as_bytes().into(), b.as_bytes().into()),
        (Some(_), Some(_), ..) => return Err(Stop::type_error("comparing strings with non-ASCII characters is not supported")),
        (_, _, Some(a), Some(b)) => (a, b),
        (Some(_), None, ..) | (None, Some(_), ..) => return Err(Stop::type_error("a bytes-like object is required, not 'str'")),
        _ => {
            let (one, two) = (class_of(&one), class_of(&two));
            return Err(Stop::type_error(format!(
                "unsupported operand types(s) or combination of types: '{}' and '{}'",
                one.name(),
                two.name()
            )));
        }
    };
    vm.work(one.len() / 8 + two.len() / 8)?;
    Ok(Value::Bool(one.ct_eq(&two).into()))
}

impl Object for Hmac {
    fn class(&self) -> &'static Type {
        &HMAC
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}
