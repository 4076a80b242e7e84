//! What the world outside of an evaluation provides. Nothing else gets in or out.

use std::any::Any;

use crate::{Limit, Native, Result, Stop, Type, Value, Vm, class::Constant};

/// A module that can be imported: a table of all that is in it.
pub struct Module {
    /// Full name (`urllib.parse`).
    pub name: &'static str,
    /// Functions.
    pub functions: &'static [Native],
    /// Classes.
    pub classes: &'static [&'static Type],
    /// Constants.
    pub constants: &'static [Constant],
}

/// The world outside. Time and chance are parameters, so that an evaluation can be repeated exactly.
pub trait Host {
    /// Microseconds since 1970, UTC.
    fn now(&self) -> i64;

    /// Fills with randomness fit for secrets.
    fn random(&self, bytes: &mut [u8]);

    /// A name that all expressions of this kind know beside Python's own (`ak_is_group_member`).
    fn global(&self, _vm: &mut Vm<'_>, _name: &str) -> Result<Option<Value>> {
        Ok(None)
    }

    /// A module beside those of this crate (`authentik.core.models`).
    fn module(&self, _name: &str) -> Option<&'static Module> {
        None
    }

    /// What only the host can do: objects and functions of the host ask in types that both know. Counts against the budget of calls.
    ///
    /// # Errors
    /// Exceptions for the program; `Stop::Limit(Limit::Host)` when the host itself failed.
    fn ask(&self, _vm: &mut Vm<'_>, _question: &dyn Any) -> Result<Value> {
        Err(Stop::Limit(Limit::Host))
    }
}
