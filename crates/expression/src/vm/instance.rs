//! Instances of classes of the program.

use std::rc::Rc;

use super::{Frame, attribute::member, call::Target, execute::Flow, frame::Purpose};
use crate::{
    Args, Class, ClassRef, Exception, Result, Stop, Type, Value, Vm, exception,
    operate::class_of,
    types::{self, descriptor::StaticMethod, exception::BASE_EXCEPTION},
};

impl Vm<'_> {
    /// An instance of a class that is called within the loop: its `__init__` runs there as well.
    pub(super) fn make_instance(&mut self, frame: &mut Frame, class: &Rc<Class>, args: Args) -> Result<Flow> {
        if let Some(made) = self.class_call(class, &args)? {
            self.arrive(frame, made);
            return Ok(Flow::Next);
        }
        let made = self.new_instance(class, &args)?;
        if let Some(Value::Function(function)) = self.initializer(class, &made)
            && !function.code.generator
        {
            let called = self.bound_frame(&function, Some(made.clone()), args)?;
            return self.enter(frame, called, Purpose::Init(made));
        }
        self.initialize(class, &made, args)?;
        self.arrive(frame, made);
        Ok(Flow::Next)
    }

    /// `class(…)`
    pub(super) fn instantiate(&mut self, class: &Rc<Class>, args: Args) -> Result<Value> {
        if let Some(made) = self.class_call(class, &args)? {
            return Ok(made);
        }
        let made = self.new_instance(class, &args)?;
        self.initialize(class, &made, args)?;
        Ok(made)
    }

    /// A class that says itself what calling it means (enumerations).
    fn class_call(&mut self, class: &Rc<Class>, args: &Args) -> Result<Option<Value>> {
        let class = Value::Class(ClassRef::User(Rc::clone(class)));
        match self.special_target(&class, "__call__")? {
            Some(Target::Function(function, first)) => {
                let mut args = args.clone();
                args.positional.splice(0..0, first);
                self.call(&Value::Function(function), args).map(Some)
            }
            Some(Target::Other(callee)) => self.call(&callee, args.clone()).map(Some),
            None => Ok(None),
        }
    }

    fn new_instance(&mut self, class: &Rc<Class>, args: &Args) -> Result<Value> {
        match member(class, "__new__") {
            Some(new) => {
                let new = match new.downcast::<StaticMethod>() {
                    Some(method) => method.0.clone(),
                    None => new,
                };
                let mut args = args.clone();
                args.positional.insert(0, Value::Class(ClassRef::User(Rc::clone(class))));
                self.call(&new, args)
            }
            None => self.new_plainly(class, args),
        }
    }

    /// `object.__new__(class)`, and that of other built-in types.
    pub(crate) fn new_plainly(&mut self, class: &Rc<Class>, args: &Args) -> Result<Value> {
        let whole = ClassRef::User(Rc::clone(class));
        let base = whole.builtin();
        if base.descends_from(&BASE_EXCEPTION) {
            self.allocate(200)?;
            if !args.named.is_empty() && member(class, "__init__").is_none() {
                return Err(no_keywords(&class.name));
            }
            return Ok(Value::Exception(Exception::new(whole, args.positional.clone())));
        }
        if std::ptr::eq(base, &types::OBJECT) {
            let custom = member(class, "__init__").is_some() || member(class, "__new__").is_some();
            if !custom && !args.is_empty() {
                return Err(Stop::type_error(format!("{}() takes no arguments", class.name)));
            }
            return Ok(Value::Instance(self.instance(class, None)?));
        }
        let Some(new) = base.new else { return Err(Stop::type_error(format!("type '{}' is not an acceptable base type", base.name))) };
        // What can change is filled by `__init__`; what cannot is made of the arguments at once.
        let fills = ["list", "dict", "set", "bytearray"].contains(&base.name);
        let payload = new(self, if fills { Args::default() } else { args.clone() })?;
        self.keep_fresh(&payload);
        Ok(Value::Instance(self.instance(class, Some(payload))?))
    }

    /// The `__init__` that a new value wants; `None` when it is not of the class, or has none.
    fn initializer(&self, class: &Rc<Class>, made: &Value) -> Option<Value> {
        let whole = ClassRef::User(Rc::clone(class));
        class_of(made).descends_from(&whole).then(|| member(class, "__init__")).flatten()
    }

    fn initialize(&mut self, class: &Rc<Class>, made: &Value, args: Args) -> Result<()> {
        match self.initializer(class, made) {
            Some(init) => {
                let result = match Target::method(init.clone(), made) {
                    Some(Target::Function(function, receiver)) => {
                        let mut args = args;
                        args.positional.splice(0..0, receiver);
                        self.call(&Value::Function(function), args)?
                    }
                    _ => {
                        let bound = self.bind(init, Some(made), &ClassRef::User(Rc::clone(class)))?;
                        self.call(&bound, args)?
                    }
                };
                match result {
                    Value::None => Ok(()),
                    other => Err(Stop::type_error(format!("__init__() should return None, not '{}'", class_of(&other).name()))),
                }
            }
            None => self.fill_payload(made, args),
        }
    }

    /// What `list.__init__` and its siblings do to an instance of a class that descends from them.
    pub(crate) fn fill_payload(&mut self, made: &Value, args: Args) -> Result<()> {
        let Value::Instance(instance) = made else { return Ok(()) };
        let Some(payload) = instance.payload.clone() else { return Ok(()) };
        let method = match (&payload, args.is_empty()) {
            (_, true) => return Ok(()),
            (Value::List(_), _) => "extend",
            (Value::Dict(_) | Value::Set(_), _) => "update",
            _ => return Ok(()),
        };
        self.call_method(&payload, method, args).map(drop)
    }

    /// A built-in exception; `None` for other types.
    pub(super) fn new_exception(&mut self, class: &'static Type, args: Args) -> Option<Result<Value>> {
        if !class.descends_from(&BASE_EXCEPTION) {
            return None;
        }
        let class = specific(class, &args.positional);
        let takes =
            [&exception::IMPORT_ERROR, &exception::ATTRIBUTE_ERROR, &exception::NAME_ERROR].iter().any(|known| class.descends_from(known));
        if !args.named.is_empty() && !takes {
            return Some(Err(no_keywords(class.name)));
        }
        Some(self.allocate(200).map(|()| {
            let made = Exception::new(ClassRef::Builtin(class), args.positional);
            args.named.into_iter().for_each(|(name, value)| made.attributes.borrow_mut().set_text(name, value));
            Value::Exception(made)
        }))
    }

    /// An exception as it is raised: an instance, or a class that is called without arguments.
    pub(crate) fn as_exception(&mut self, value: Value, otherwise: &str) -> Result<Rc<Exception>> {
        let made = match &value {
            Value::Class(class) if class.descends_from(&ClassRef::Builtin(&BASE_EXCEPTION)) => self.call(&value, Args::default())?,
            _ => value,
        };
        match made {
            Value::Exception(exception) => Ok(exception),
            _ => Err(Stop::raise(&exception::TYPE_ERROR, otherwise)),
        }
    }
}

fn no_keywords(class: &str) -> Stop {
    Stop::type_error(format!("{class}() takes no keyword arguments"))
}

/// `OSError` with a number is the one of its class.
fn specific(class: &'static Type, args: &[Value]) -> &'static Type {
    if !std::ptr::eq(class, &exception::OS_ERROR) || args.len() < 2 {
        return class;
    }
    match args.first().and_then(Value::as_int) {
        Some(1 | 13) => &exception::PERMISSION_ERROR,
        Some(2) => &exception::FILE_NOT_FOUND_ERROR,
        Some(104 | 111 | 32 | 103) => &exception::CONNECTION_ERROR,
        Some(110) => &exception::TIMEOUT_ERROR,
        _ => class,
    }
}
