//! What the world outside of an evaluation provides. Nothing else gets in or out.

use std::any::Any;

use crate::{Native, Result, Type, Value, Vm, class::Constant};

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

/// The world outside. Time and chance are parameters, so that an evaluation can be repeated exactly. What else a host knows, its own
/// objects reach through [`Vm::host_as`].
pub trait Host: Any {
    /// Microseconds since 1970, UTC.
    fn now(&self) -> i64;

    /// Fills with randomness fit for secrets.
    fn random(&self, bytes: &mut [u8]);

    /// A name that all expressions of this kind know beside Python's own (`ak_is_group_member`).
    fn global(&self, _vm: &mut Vm<'_>, _name: &str) -> Result<Option<Value>> {
        Ok(None)
    }

    /// A module beside those of this crate (`authentik.core.models`): anything whose attributes are what is in it.
    ///
    /// # Errors
    /// Exceptions for the program, and budgets.
    fn module(&self, _vm: &mut Vm<'_>, _name: &str) -> Result<Option<Value>> {
        Ok(None)
    }
}

impl<'h> Vm<'h> {
    /// The host as what it is, for objects and functions that it made.
    pub fn host_as<H: Host>(&self) -> Option<&'h H> {
        let host: &'h dyn Any = self.host();
        host.downcast_ref()
    }
}
