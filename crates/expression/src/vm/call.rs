//! Calling whatever can be called.

use crate::{Args, Result, Value, Vm};

impl Vm<'_> {
    /// `callee(…)`
    pub fn call(&mut self, _callee: &Value, _args: Args) -> Result<Value> {
        Ok(Value::None)
    }

    /// `receiver.name(…)`, without making a bound method first.
    pub fn call_method(&mut self, receiver: &Value, name: &str, args: Args) -> Result<Value> {
        let method = self.attribute(receiver, name)?;
        self.call(&method, args)
    }

    /// Calls a special method (`__len__`) of the class of an instance of the program; `None` when the class has none.
    pub fn special(&mut self, _receiver: &Value, _name: &str, _args: Vec<Value>) -> Result<Option<Value>> {
        Ok(None)
    }
}
