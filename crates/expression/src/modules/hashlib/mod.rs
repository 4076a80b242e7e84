//! `hashlib`: digests. For checking what others sign, and for names that are made of others; the secrets of the server are kept otherwise.

mod algorithm;
mod hash;
pub(super) mod mac;

pub(crate) use algorithm::Algorithm;

use crate::{
    Args, Module, Native, Result, Spec, Stop, Value, Vm,
    class::Constant,
    exception,
    modules::support::{want_bytes, want_int, want_text},
};

macro_rules! constructor {
    ($name:literal) => {
        Native { name: $name, call: |vm, args| hash::constructor(vm, args, $name) }
    };
}

/// The module.
pub(super) static MODULE: Module = Module {
    name: "hashlib",
    functions: &[
        constructor!("md5"),
        constructor!("sha1"),
        constructor!("sha224"),
        constructor!("sha256"),
        constructor!("sha384"),
        constructor!("sha512"),
        constructor!("sha3_224"),
        constructor!("sha3_256"),
        constructor!("sha3_384"),
        constructor!("sha3_512"),
        constructor!("blake2b"),
        constructor!("blake2s"),
        Native { name: "new", call: new },
        Native { name: "pbkdf2_hmac", call: pbkdf2_hmac },
    ],
    classes: &[],
    constants: &[Constant { name: "algorithms_guaranteed", get: names }, Constant { name: "algorithms_available", get: names }],
};

fn names(vm: &mut Vm<'_>) -> Result<Value> {
    vm.set(Algorithm::ALL.iter().map(|algorithm| Value::str(algorithm.name())).collect(), false)
}

/// The algorithm of that name.
pub(super) fn named(name: &str) -> Result<Algorithm> {
    let found = Algorithm::named(&name.to_ascii_lowercase().replace('-', "_"))
        .or_else(|| Algorithm::named(&name.to_ascii_lowercase().replace('-', "")));
    found.ok_or_else(|| Stop::value_error(format!("unsupported hash type {name}")))
}

fn new(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [name, data, _security] = args.bind(&Spec::new("new", 1, ["name", "data", "usedforsecurity"]))?;
    let name = want_text("new", "'name'", &name.unwrap_or(Value::None))?;
    hash::make(vm, named(&name)?, data)
}

/// The longest key that is made.
const LONGEST: i64 = 1 << 20;

fn pbkdf2_hmac(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let names = ["hash_name", "password", "salt", "iterations", "dklen"];
    let [name, password, salt, rounds, length] = args.bind(&Spec::new("pbkdf2_hmac", 4, names))?;
    let name = want_text("pbkdf2_hmac", "'hash_name'", &name.unwrap_or(Value::None))?;
    let algorithm = named(&name)?;
    let (password, salt) = (want_bytes(&password.unwrap_or(Value::None))?, want_bytes(&salt.unwrap_or(Value::None))?);
    let rounds = want_int(&rounds.unwrap_or(Value::None))?;
    if rounds < 1 {
        return Err(Stop::value_error("iteration value must be greater than 0."));
    }
    let rounds = u32::try_from(rounds).map_err(|_| Stop::raise(&exception::OVERFLOW_ERROR, "iteration value is too great."))?;
    let size = i64::try_from(algorithm.size()).unwrap_or(64);
    let length = length.filter(|length| !length.is_none()).map_or(Ok(size), |length| want_int(&length))?;
    if length < 1 {
        return Err(Stop::value_error("key length must be greater than 0."));
    }
    if length > LONGEST {
        return Err(Stop::raise(&exception::OVERFLOW_ERROR, "key length is too great."));
    }
    let length = usize::try_from(length).unwrap_or(0);
    vm.work((password.len() + salt.len()) / 16)?;
    vm.allocate(length)?;
    let mut key = Vec::with_capacity(length);
    let mut number = 1u32;
    while key.len() < length {
        let block = mac::stretch(vm, algorithm, (&password, &salt), rounds, number)?;
        key.extend(block);
        number += 1;
    }
    key.truncate(length);
    vm.bytes(key)
}

/// The digest of some bytes.
pub(super) fn digest(algorithm: Algorithm, data: &[u8]) -> Vec<u8> {
    let mut state = algorithm.begin();
    state.update(data);
    state.digest()
}
