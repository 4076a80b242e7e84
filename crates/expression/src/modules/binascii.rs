//! `binascii`

use super::{
    bits,
    support::{int_or, want_bytes},
};
use crate::{Args, Module, Native, Result, Spec, Value, Vm};

/// The module.
pub(super) static MODULE: Module = Module {
    name: "binascii",
    functions: &[
        Native { name: "hexlify", call: |vm, args| hexlify(vm, args, "hexlify") },
        Native { name: "b2a_hex", call: |vm, args| hexlify(vm, args, "b2a_hex") },
        Native { name: "unhexlify", call: |vm, args| unhexlify(vm, args, "unhexlify") },
        Native { name: "a2b_hex", call: |vm, args| unhexlify(vm, args, "a2b_hex") },
        Native { name: "b2a_base64", call: b2a_base64 },
        Native { name: "a2b_base64", call: a2b_base64 },
        Native { name: "crc32", call: crc32 },
    ],
    classes: &[&bits::ERROR],
    constants: &[],
};

fn hexlify(vm: &mut Vm<'_>, args: Args, function: &'static str) -> Result<Value> {
    let [data, between, every] = args.bind(&Spec::new(function, 1, ["data", "sep", "bytes_per_sep"]))?;
    let data = want_bytes(&data.unwrap_or(Value::None))?;
    if let Some(between) = between {
        let mut further = vec![between];
        further.extend(every);
        let text = vm.call_method(&Value::Bytes(data), "hex", Args::of(further))?;
        return vm.call_method(&text, "encode", Args::default());
    }
    vm.work(data.len() / 8)?;
    vm.allocate(data.len() * 2)?;
    vm.bytes(bits::hex(&data, b"0123456789abcdef"))
}

fn unhexlify(vm: &mut Vm<'_>, args: Args, function: &'static str) -> Result<Value> {
    let text = bits::ascii_bytes(&args.one(function)?)?;
    vm.work(text.len() / 8)?;
    vm.allocate(text.len() * 2)?;
    vm.bytes(bits::unhex(&text)?)
}

fn b2a_base64(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [data, newline] = args.bind(&Spec::new("b2a_base64", 1, ["data", "newline"]).then_named(1))?;
    let data = want_bytes(&data.unwrap_or(Value::None))?;
    let newline = newline.map_or(Ok(true), |newline| vm.truth(&newline))?;
    vm.work(data.len() / 8)?;
    vm.allocate(data.len() * 2)?;
    let mut text = bits::encode(&data, bits::BASE64, 6, 4);
    text.extend(newline.then_some(b'\n'));
    vm.bytes(text)
}

fn a2b_base64(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [data, strict] = args.bind(&Spec::new("a2b_base64", 1, ["data", "strict_mode"]).then_named(1))?;
    let data = bits::ascii_bytes(&data.unwrap_or(Value::None))?;
    let strict = strict.map_or(Ok(false), |strict| vm.truth(&strict))?;
    vm.work(data.len() / 8)?;
    vm.allocate(data.len() * 2)?;
    vm.bytes(bits::decode_base64(&data, strict)?)
}

fn crc32(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [data, start] = args.bind(&Spec::positional("crc32", 1, ["data", "crc"]))?;
    let data = want_bytes(&data.unwrap_or(Value::None))?;
    vm.work(data.len() / 2)?;
    let start = u32::try_from(int_or(start, 0)? & 0xffff_ffff).unwrap_or(0);
    let crc = data.iter().fold(!start, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    });
    Ok(Value::Int(i64::from(!crc)))
}
