//! `repr` and `str`.

use num_bigint::BigInt;

use super::{float, quote};
use crate::{
    ClassRef, Result, Stop, Value, Vm,
    class::Callee,
    exception,
    operate::{class_of, identity, plain, programmable},
};

/// Digits that an integer may have to be read or written in decimal.
pub(crate) const MOST_DIGITS: usize = 4300;

impl Vm<'_> {
    /// `repr(value)`
    pub fn repr(&mut self, value: &Value) -> Result<String> {
        let mut out = String::new();
        self.write_repr(&mut out, value)?;
        Ok(out)
    }

    /// `str(value)`
    pub fn str(&mut self, value: &Value) -> Result<String> {
        if programmable(value)
            && let Some(text) = self.special(value, "__str__", vec![])?
        {
            return text_of(&text, "__str__");
        }
        match value {
            Value::Str(text) => {
                self.take(text.len(), 1)?;
                Ok(text.to_string())
            }
            Value::Instance(instance) => match &instance.payload {
                Some(Value::Str(text)) => {
                    if let Some(text) = self.special(value, "__repr__", vec![])?
                        && text.as_str().is_none()
                    {
                        return text_of(&text, "__repr__");
                    }
                    self.take(text.len(), 1)?;
                    Ok(text.to_string())
                }
                _ => self.repr(value),
            },
            Value::Object(object) => match object.str(self)? {
                Some(text) => Ok(text),
                None => object.repr(self),
            },
            Value::Exception(_) => self.exception_str(value),
            _ => self.repr(value),
        }
    }

    /// Puts the `repr` of a value at the end of a text.
    pub(crate) fn write_repr(&mut self, out: &mut String, value: &Value) -> Result<()> {
        if programmable(value)
            && let Some(text) = self.special(value, "__repr__", vec![])?
        {
            return self.write(out, &text_of(&text, "__repr__")?);
        }
        self.write_plain_repr(out, value)
    }

    /// The same as the built-in type has it, whatever the program defined.
    pub(crate) fn write_plain_repr(&mut self, out: &mut String, value: &Value) -> Result<()> {
        match plain(value) {
            Value::None => self.write(out, "None"),
            Value::Bool(flag) => self.write(out, if *flag { "True" } else { "False" }),
            Value::Int(number) => self.write(out, &number.to_string()),
            Value::Big(number) => {
                let text = self.digits(number)?;
                self.write(out, &text)
            }
            Value::Float(number) => self.write(out, &float::repr(*number)),
            Value::Str(text) => {
                self.take(text.len(), 4)?;
                out.push_str(&quote::text(text));
                Ok(())
            }
            Value::Bytes(bytes) => {
                self.take(bytes.len(), 4)?;
                out.push('b');
                out.push_str(&quote::bytes(bytes));
                Ok(())
            }
            Value::List(_) | Value::Tuple(_) | Value::Dict(_) | Value::Set(_) => self.write_container(out, value),
            Value::Object(object) => {
                let text = object.repr(self)?;
                self.write(out, &text)
            }
            Value::Exception(_) => {
                let text = self.exception_repr(value)?;
                self.write(out, &text)
            }
            Value::Slice(parts) => self.deeper(|vm| {
                out.push_str("slice");
                vm.write_repr(out, &Value::tuple(parts.to_vec()))
            }),
            other => {
                let text = self.described(other)?;
                self.write(out, &text)
            }
        }
    }

    /// Puts a text at the end of another, paid for.
    pub(crate) fn write(&mut self, out: &mut String, text: &str) -> Result<()> {
        self.work(1 + text.len() / 16)?;
        self.allocate(text.len())?;
        out.push_str(text);
        Ok(())
    }

    /// The decimal digits of a large integer.
    ///
    /// # Errors
    /// `ValueError` when there are more than Python writes.
    pub(crate) fn digits(&mut self, number: &BigInt) -> Result<String> {
        if number.bits() > 14_300 || number.bits() > 14_280 && number.magnitude().to_string().len() > MOST_DIGITS {
            return Err(Stop::value_error(format!(
                "Exceeds the limit ({MOST_DIGITS} digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit"
            )));
        }
        self.work(usize::try_from(number.bits() / 16).unwrap_or(usize::MAX))?;
        Ok(number.to_string())
    }

    /// What has no literal: functions, classes, instances.
    fn described(&mut self, value: &Value) -> Result<String> {
        Ok(match value {
            Value::Ellipsis => "Ellipsis".to_owned(),
            Value::NotImplemented => "NotImplemented".to_owned(),
            Value::Range(range) => match range.step {
                1 => format!("range({}, {})", range.start, range.stop),
                step => format!("range({}, {}, {step})", range.start, range.stop),
            },
            Value::Class(class) => format!("<class '{}'>", full_name(class)),
            Value::Native(native) => format!("<built-in function {}>", native.name),
            Value::Module(module) => format!("<module '{}'>", module.name),
            Value::Function(_) => format!("<function {} at {}>", self.name_of(value)?, address(identity(value))),
            Value::Generator(generator) => format!("<generator object {} at {}>", generator.name, address(identity(value))),
            Value::Bound(bound) => match &bound.callee {
                Callee::Method(method) => format!(
                    "<built-in method {} of {} object at {}>",
                    method.name,
                    class_of(&bound.receiver).name(),
                    address(identity(&bound.receiver))
                ),
                Callee::Value(callee) => {
                    let receiver = self.deeper(|vm| vm.repr(&bound.receiver))?;
                    format!("<bound method {}.{} of {receiver}>", class_of(&bound.receiver).name(), self.name_of(callee)?)
                }
            },
            other => format!("<{} object at {}>", full_name(&class_of(other)), address(identity(other))),
        })
    }

    fn name_of(&mut self, function: &Value) -> Result<String> {
        let name = self.find_attribute(function, "__name__")?;
        Ok(name.and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default())
    }

    /// `repr` of an exception.
    fn exception_repr(&mut self, value: &Value) -> Result<String> {
        let Value::Exception(exception) = value else { return Ok(String::new()) };
        let args = exception.args.borrow().clone();
        let mut out = exception.class.name().to_owned();
        match args.as_slice() {
            [one] => {
                let text = self.deeper(|vm| vm.repr(one))?;
                out = format!("{out}({text})");
            }
            _ => out.push_str(&self.deeper(|vm| vm.repr(&Value::tuple(args)))?),
        }
        Ok(out)
    }

    /// `str` of an exception.
    fn exception_str(&mut self, value: &Value) -> Result<String> {
        let Value::Exception(exception) = value else { return Ok(String::new()) };
        let args = exception.args.borrow().clone();
        match args.as_slice() {
            [] => Ok(String::new()),
            args if exception.class.descends_from(&ClassRef::Builtin(&exception::UNICODE_ERROR))
                && let Some(text) = crate::types::str::describe(args) =>
            {
                Ok(text)
            }
            [number, reason, rest @ ..] if rest.len() < 2 && exception.class.descends_from(&ClassRef::Builtin(&exception::OS_ERROR)) => {
                let mut text = format!("[Errno {}] {}", self.str(number)?, self.str(reason)?);
                if let [file] = rest {
                    text.push_str(": ");
                    text.push_str(&self.repr(file)?);
                }
                Ok(text)
            }
            [one] if exception.class.descends_from(&ClassRef::Builtin(&exception::KEY_ERROR)) => self.deeper(|vm| vm.repr(one)),
            [one] => self.deeper(|vm| vm.str(one)),
            [number, words, file @ ..] if exception.class.descends_from(&ClassRef::Builtin(&exception::OS_ERROR)) => {
                let text = self.deeper(|vm| Ok(format!("[Errno {}] {}", vm.str(number)?, vm.str(words)?)))?;
                match file.first() {
                    Some(file) => Ok(format!("{text}: {}", self.deeper(|vm| vm.repr(file))?)),
                    None => Ok(text),
                }
            }
            _ => self.deeper(|vm| vm.repr(&Value::tuple(args))),
        }
    }
}

/// The text that a special method gave.
fn text_of(value: &Value, method: &str) -> Result<String> {
    match value.as_str() {
        Some(text) => Ok(text.to_owned()),
        None => Err(Stop::type_error(format!("{method} returned non-string (type {})", class_of(value).name()))),
    }
}

/// Name of a class with that of its module.
pub(crate) fn full_name(class: &ClassRef) -> String {
    match class {
        ClassRef::Builtin(class) if class.module.is_empty() => class.name.to_owned(),
        ClassRef::Builtin(class) => format!("{}.{}", class.module, class.name),
        ClassRef::User(class) => format!("expression.{}", class.name),
    }
}

/// An identity as Python shows addresses: tells values apart, without telling where they are.
pub(crate) fn address(identity: u64) -> String {
    format!("{:#014x}", identity & 0xffff_ffff_ffff)
}
