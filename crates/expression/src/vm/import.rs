//! `import`

use super::{Frame, execute::Flow, step::name_at};
use crate::{
    Result, Stop, Str, Value, Vm,
    code::Op,
    exception,
    modules::{self, MODULES},
};

impl Vm<'_> {
    pub(super) fn step_import(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::Import(name) => {
                let name = name_at(frame, name);
                self.import(&name)?;
                let first = name.split('.').next().unwrap_or_default();
                let module = self.import(first)?;
                frame.push(module);
            }
            Op::ImportAs(name) => {
                let name = name_at(frame, name);
                let module = self.import(&name)?;
                frame.push(module);
            }
            Op::ImportFrom(name) => {
                let name = name_at(frame, name);
                let module = frame.peek(0).cloned().unwrap_or(Value::None);
                let found = match self.find_attribute(&module, &name)? {
                    Some(found) => found,
                    None => return Err(self.cannot_import(&module, &name)),
                };
                self.arrive(frame, found);
            }
            op => return self.step_match(frame, op),
        }
        Ok(Flow::Next)
    }

    fn cannot_import(&mut self, module: &Value, name: &str) -> Stop {
        let module = match module {
            Value::Module(module) => Str::from(module.name),
            other => match self.find_attribute(other, "__name__") {
                Ok(Some(Value::Str(name))) => name,
                _ => "?".into(),
            },
        };
        Stop::raise(&exception::IMPORT_ERROR, format!("cannot import name '{name}' from '{module}' (unknown location)"))
    }

    /// A module by its full name.
    ///
    /// # Errors
    /// `ModuleNotFoundError` when there is none.
    pub fn import(&mut self, name: &str) -> Result<Value> {
        match self.find_module(name)? {
            Some(module) => Ok(module),
            None => Err(Stop::raise(&exception::MODULE_NOT_FOUND_ERROR, format!("No module named '{name}'")).about(name)),
        }
    }

    /// A module by its full name, if there is one. Each is made once in an evaluation.
    pub(super) fn find_module(&mut self, name: &str) -> Result<Option<Value>> {
        if let Some((_, module)) = self.modules.iter().find(|(known, _)| **known == *name) {
            return Ok(Some(module.clone()));
        }
        let module = match MODULES.iter().find(|module| module.name == name) {
            Some(module) => Some(Value::Module(module)),
            None => match modules::written(self, name)? {
                Some(module) => Some(module),
                None => self.host().module(self, name)?,
            },
        };
        if let Some(module) = &module {
            self.keep_fresh(module);
            self.modules.push((name.into(), module.clone()));
        }
        Ok(module)
    }
}
