//! `uuid`

use std::any::Any;

use num_bigint::BigInt;

use super::{
    hashlib::Algorithm,
    support::{bytes_of, this, want_int},
};
use crate::{
    Args, Method, Module, Native, Object, Result, Spec, Stop, Type, Value, Vm,
    class::{Constant, Getter},
    operate::{CompareOp, class_of},
};

const SPACES: u128 = 0x6ba7_b810_9dad_11d1_80b4_00c0_4fd4_30c8;

macro_rules! constants {
    ($($name:literal $value:expr),+) => {
        &[$(Constant { name: $name, get: |_| Ok(Value::object(Uuid($value))) },)+
          Constant { name: "RFC_4122", get: |_| Ok(Value::str(RFC)) },
          Constant { name: "RESERVED_NCS", get: |_| Ok(Value::str(NCS)) },
          Constant { name: "RESERVED_MICROSOFT", get: |_| Ok(Value::str(MICROSOFT)) },
          Constant { name: "RESERVED_FUTURE", get: |_| Ok(Value::str(FUTURE)) }]
    };
}

const RFC: &str = "specified in RFC 4122";
const NCS: &str = "reserved for NCS compatibility";
const MICROSOFT: &str = "reserved for Microsoft compatibility";
const FUTURE: &str = "reserved for future definition";

/// The module.
pub(super) static MODULE: Module = Module {
    name: "uuid",
    functions: &[
        Native { name: "uuid1", call: |_, _| Err(refused("uuid1")) },
        Native { name: "uuid3", call: |vm, args| named(vm, args, "uuid3", Algorithm::Md5, 3) },
        Native { name: "uuid4", call: uuid4 },
        Native { name: "uuid5", call: |vm, args| named(vm, args, "uuid5", Algorithm::Sha1, 5) },
        Native { name: "uuid7", call: uuid7 },
        Native { name: "getnode", call: |_, _| Err(refused("getnode")) },
    ],
    classes: &[&UUID],
    constants: constants!(
        "NAMESPACE_DNS" SPACES,
        "NAMESPACE_URL" SPACES + (1 << 96),
        "NAMESPACE_OID" SPACES + (2 << 96),
        "NAMESPACE_X500" SPACES + (4 << 96),
        "NIL" 0,
        "MAX" u128::MAX
    ),
};

/// `uuid.UUID`
pub static UUID: Type = Type {
    module: "uuid",
    new: Some(new),
    methods: &[Method { name: "__int__", call: |_, value, args| args.none("__int__").and_then(|()| me(value).map(|id| number(id.0))) }],
    getters: &[
        Getter { name: "bytes", get: |vm, value| vm.bytes(me(value)?.0.to_be_bytes().to_vec()) },
        Getter { name: "bytes_le", get: |vm, value| vm.bytes(little(me(value)?.0.to_be_bytes()).to_vec()) },
        Getter { name: "clock_seq", get: |_, value| part(value, 48, 14) },
        Getter { name: "clock_seq_hi_variant", get: |_, value| part(value, 56, 8) },
        Getter { name: "clock_seq_low", get: |_, value| part(value, 48, 8) },
        Getter { name: "fields", get: fields },
        Getter { name: "hex", get: |_, value| Ok(Value::from(format!("{:032x}", me(value)?.0))) },
        Getter { name: "int", get: |_, value| Ok(number(me(value)?.0)) },
        Getter { name: "node", get: |_, value| part(value, 0, 48) },
        Getter {
            name: "time",
            get: |_, value| me(value).map(|id| number((id.0 >> 64 & 0xfff) << 48 | (id.0 >> 80 & 0xffff) << 32 | id.0 >> 96)),
        },
        Getter { name: "time_hi_version", get: |_, value| part(value, 64, 16) },
        Getter { name: "time_low", get: |_, value| part(value, 96, 32) },
        Getter { name: "time_mid", get: |_, value| part(value, 80, 16) },
        Getter { name: "urn", get: |_, value| Ok(Value::from(format!("urn:uuid:{}", me(value)?.text()))) },
        Getter { name: "variant", get: |_, value| Ok(Value::str(me(value)?.variant())) },
        Getter { name: "version", get: |_, value| Ok(me(value)?.version().map_or(Value::None, Value::Int)) },
    ],
    ..Type::new("UUID")
};

/// A UUID.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Uuid(pub u128);

fn me(value: &Value) -> Result<Uuid> {
    this::<Uuid>(value, "UUID").copied()
}

fn number(number: u128) -> Value {
    Value::big(BigInt::from(number))
}

fn refused(name: &str) -> Stop {
    Stop::raise(&crate::exception::NOT_IMPLEMENTED_ERROR, format!("{name}() would tell which machine this is"))
}

fn part(value: &Value, shift: u32, bits: u32) -> Result<Value> {
    Ok(number(me(value)?.0 >> shift & ((1 << bits) - 1)))
}

/// The first three fields with their bytes turned around.
fn little(bytes: [u8; 16]) -> [u8; 16] {
    let [a, b, c, d, e, f, g, h, rest @ ..] = bytes;
    let [i, j, k, l, m, n, o, p] = rest;
    [d, c, b, a, f, e, h, g, i, j, k, l, m, n, o, p]
}

fn fields(vm: &mut Vm<'_>, value: &Value) -> Result<Value> {
    let places = [(96, 32), (80, 16), (64, 16), (56, 8), (48, 8), (0, 48)];
    let parts: Vec<Value> = places.into_iter().map(|(shift, bits)| part(value, shift, bits)).collect::<Result<_>>()?;
    vm.tuple(parts)
}

impl Uuid {
    /// In groups of digits.
    pub fn text(self) -> String {
        let part = |shift: u32, bits: u32| self.0 >> shift & ((1 << bits) - 1);
        format!("{:08x}-{:04x}-{:04x}-{:04x}-{:012x}", part(96, 32), part(80, 16), part(64, 16), part(48, 16), part(0, 48))
    }

    fn variant(self) -> &'static str {
        match self.0 >> 61 & 7 {
            0..=3 => NCS,
            4 | 5 => RFC,
            6 => MICROSOFT,
            _ => FUTURE,
        }
    }

    fn version(self) -> Option<i64> {
        i64::try_from(self.0 >> 76 & 0xf).ok().filter(|_| self.variant() == RFC)
    }

    fn with_version(self, version: u128) -> Self {
        Uuid(self.0 & !(0xc000 << 48) & !(0xf000 << 64) | 0x8000 << 48 | version << 76)
    }

    fn parse(text: &str) -> Result<Self> {
        let digits = text.replace("urn:", "").replace("uuid:", "");
        let digits = digits.trim_matches(['{', '}']).replace('-', "");
        if digits.chars().count() != 32 {
            return Err(Stop::value_error("badly formed hexadecimal UUID string"));
        }
        let number = Some(&digits).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
        let number = number.and_then(|digits| u128::from_str_radix(digits, 16).ok());
        number.map(Uuid).ok_or_else(|| Stop::value_error(format!("invalid literal for int() with base 16: '{digits}'")))
    }
}

fn sixteen(value: &Value, name: &str) -> Result<[u8; 16]> {
    let bytes = bytes_of(value).and_then(|bytes| <[u8; 16]>::try_from(&*bytes).ok());
    bytes.ok_or_else(|| Stop::value_error(format!("{name} is not a 16-char string")))
}

fn new(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let names = ["hex", "bytes", "bytes_le", "fields", "int", "version", "is_safe"];
    let [hex, bytes, bytes_le, fields, int, version, _safe] = args.bind(&Spec::new("UUID.__init__", 0, names))?;
    let present = |value: Option<Value>| value.filter(|value| !value.is_none());
    let id = match (present(hex), present(bytes), present(bytes_le), present(fields), present(int)) {
        (Some(hex), None, None, None, None) => {
            let Some(text) = hex.as_str() else { return Err(Stop::no_attribute(class_of(&hex).name(), "replace")) };
            vm.work(text.len() / 16)?;
            vm.allocate(text.len() * 2)?;
            Uuid::parse(text)?
        }
        (None, Some(bytes), None, None, None) => Uuid(u128::from_be_bytes(sixteen(&bytes, "bytes")?)),
        (None, None, Some(bytes), None, None) => Uuid(u128::from_be_bytes(little(sixteen(&bytes, "bytes_le")?))),
        (None, None, None, Some(fields), None) => from_fields(vm, &fields)?,
        (None, None, None, None, Some(Value::Big(number))) => {
            Uuid(u128::try_from(&*number).map_err(|_| Stop::value_error("int is out of range (need a 128-bit value)"))?)
        }
        (None, None, None, None, Some(number)) => {
            Uuid(u128::try_from(want_int(&number)?).map_err(|_| Stop::value_error("int is out of range (need a 128-bit value)"))?)
        }
        _ => return Err(Stop::type_error("one of the hex, bytes, bytes_le, fields, or int arguments must be given")),
    };
    let id = match present(version).map(|version| want_int(&version)).transpose()? {
        None => id,
        Some(version @ 1..=8) => id.with_version(u128::try_from(version).unwrap_or(4)),
        Some(_) => return Err(Stop::value_error("illegal version number")),
    };
    Ok(Value::object(id))
}

fn from_fields(vm: &mut Vm<'_>, fields: &Value) -> Result<Uuid> {
    let fields = vm.items(fields)?;
    if fields.len() != 6 {
        return Err(Stop::value_error("fields is not a 6-tuple"));
    }
    let mut id = 0;
    for (place, (field, bits)) in fields.iter().zip([32u32, 16, 16, 8, 8, 48]).enumerate() {
        let value = u128::try_from(want_int(field)?).ok().filter(|value| *value < 1 << bits);
        let value = value.ok_or_else(|| Stop::value_error(format!("field {} out of range (need a {bits}-bit value)", place + 1)))?;
        id = id << bits | value;
    }
    Ok(Uuid(id))
}

fn uuid4(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    args.none("uuid4")?;
    let mut bytes = [0; 16];
    vm.host().random(&mut bytes);
    Ok(Value::object(Uuid(u128::from_be_bytes(bytes)).with_version(4)))
}

fn uuid7(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    args.none("uuid7")?;
    let mut bytes = [0; 16];
    vm.host().random(&mut bytes);
    let millis = u128::try_from(vm.host().now() / 1000).unwrap_or(0) & 0xffff_ffff_ffff;
    Ok(Value::object(Uuid(millis << 80 | u128::from_be_bytes(bytes) >> 48).with_version(7)))
}

fn named(vm: &mut Vm<'_>, args: Args, function: &'static str, algorithm: Algorithm, version: u128) -> Result<Value> {
    let [space, name] = args.bind(&Spec::new(function, 2, ["namespace", "name"]))?;
    let (space, name) = (space.unwrap_or(Value::None), name.unwrap_or(Value::None));
    let Some(Uuid(space)) = space.downcast::<Uuid>().copied() else {
        return Err(Stop::no_attribute(class_of(&space).name(), "bytes"));
    };
    let mut data = space.to_be_bytes().to_vec();
    match (name.as_str(), bytes_of(&name)) {
        (Some(text), _) => data.extend(text.as_bytes()),
        (_, Some(bytes)) => data.extend(&*bytes),
        _ => return Err(Stop::type_error(format!("encoding without a string argument, not '{}'", class_of(&name).name()))),
    }
    vm.work(data.len() / 8)?;
    vm.allocate(data.len())?;
    let digest = super::hashlib::digest(algorithm, &data);
    let first = digest.iter().take(16).fold(0u128, |id, byte| id << 8 | u128::from(*byte));
    Ok(Value::object(Uuid(first).with_version(version)))
}

impl Object for Uuid {
    fn class(&self) -> &'static Type {
        &UUID
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn set_attribute(&self, _vm: &mut Vm<'_>, _name: &str, _value: Value) -> Result<()> {
        Err(Stop::type_error("UUID objects are immutable"))
    }

    fn number(&self, _vm: &mut Vm<'_>) -> Result<Option<Value>> {
        Ok(Some(number(self.0)))
    }

    fn compare(&self, _vm: &mut Vm<'_>, op: CompareOp, other: &Value) -> Result<Option<bool>> {
        Ok(other.downcast::<Uuid>().map(|other| op.holds(self.0.cmp(&other.0))))
    }

    fn hash(&self, vm: &mut Vm<'_>) -> Result<Option<u64>> {
        vm.hash(&number(self.0)).map(Some)
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("UUID('{}')", self.text()))
    }

    fn str(&self, _vm: &mut Vm<'_>) -> Result<Option<String>> {
        Ok(Some(self.text()))
    }
}
