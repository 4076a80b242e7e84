//! Functions about going through values.

use super::super::types::iterator::{ITERATOR, Iterate};
use crate::{Args, Native, Result, Spec, Type, Value, Vm};

pub(super) static FUNCTIONS: &[Native] = &[Native { name: "iter", call: iter }, Native { name: "len", call: len }];

static CALLABLE: Type = Type { base: Some(&ITERATOR), ..Type::new("callable_iterator") };

fn len(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    vm.len(&args.one("len")?).map(Value::from)
}

fn iter(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    match args.bind(&Spec::positional("iter", 1, ["object", "sentinel"]))? {
        [Some(callee), Some(last)] => Ok(vm.iterator(&CALLABLE, Calls { callee: Some(callee), last })),
        [source, _] => vm.iterate(&source.unwrap_or(Value::None)),
    }
}

/// `iter(callee, last)`: what calls give, until they give that.
struct Calls {
    callee: Option<Value>,
    last: Value,
}

impl Iterate for Calls {
    fn next(&mut self, vm: &mut Vm<'_>) -> Result<Option<Value>> {
        let Some(callee) = &self.callee else { return Ok(None) };
        let item = vm.call(callee, Args::default())?;
        if vm.equal(&item, &self.last)? {
            self.callee = None;
            return Ok(None);
        }
        Ok(Some(item))
    }
}
