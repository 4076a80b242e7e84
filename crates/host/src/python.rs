//! What only Python's own modules do, asked as a program would ask them.

use vestibule_expression::{Args, Result, Value, Vm};

/// `module.name(…)`
pub(crate) fn call(vm: &mut Vm<'_>, module: &str, name: &str, args: Vec<Value>) -> Result<Value> {
    let module = vm.import(module)?;
    let function = vm.attribute(&module, name)?;
    vm.call(&function, Args::of(args))
}
