//! Functions and classes are made.

use std::{cell::RefCell, rc::Rc, sync::Arc};

use super::{
    Frame, Function,
    attribute::member,
    bind::no_members,
    execute::Flow,
    frame::{ClassPlan, Purpose},
};
use crate::{
    Args, Class, ClassRef, Dict, Result, Stop, Str, Value, Vm,
    code::Op,
    operate::class_of,
    types::{
        self,
        descriptor::{ClassMethod, StaticMethod},
        proxy::Super,
    },
};

/// How many classes a class may descend from, counted on every way: each name is looked up in all of them.
const MOST_ANCESTORS: usize = 200;

impl Vm<'_> {
    pub(super) fn step_build(&mut self, frame: &mut Frame, op: Op) -> Result<Flow> {
        match op {
            Op::Function { code, defaults, named } => {
                let named = frame.take(named.into());
                let defaults = frame.take(defaults.into());
                let function = self.build_function(frame, code, defaults, named)?;
                frame.push(function);
                Ok(Flow::Next)
            }
            Op::Class { bases, keywords } => self.begin_class(frame, bases.into(), keywords),
            Op::Super => {
                let (receiver, class) = (frame.pop(), frame.pop());
                let Value::Class(class) = class else {
                    return Err(Stop::raise(&crate::exception::RUNTIME_ERROR, "super(): empty __class__ cell"));
                };
                let found = self.object(Super { class, receiver })?;
                frame.push(found);
                Ok(Flow::Next)
            }
            // `yield from` begins: generators are asked themselves, everything else is gone through.
            Op::Delegate => {
                let value = frame.pop();
                let iterator = self.iterate(&value)?;
                self.arrive(frame, iterator);
                Ok(Flow::Next)
            }
            Op::Send(end) => self.send_op(frame, end),
            op => self.step_raise(frame, op),
        }
    }

    /// Sends what lies on top to the iterator below.
    fn send_op(&mut self, frame: &mut Frame, end: u32) -> Result<Flow> {
        if let Some(Value::Generator(_)) = frame.peek(1) {
            return Ok(Flow::Resume);
        }
        let sent = frame.pop();
        let iterator = frame.peek(0).cloned().unwrap_or(Value::None);
        let next =
            if sent.is_none() { self.next_or_result(&iterator)? } else { Ok(self.call_method(&iterator, "send", Args::of(vec![sent]))?) };
        match next {
            Ok(value) => self.arrive(frame, value),
            Err(result) => {
                frame.pop();
                frame.push(result);
                frame.next = end as usize;
            }
        }
        Ok(Flow::Next)
    }

    /// The next value, or the one that the iterator returns at its end.
    pub(crate) fn next_or_result(&mut self, iterator: &Value) -> Result<std::result::Result<Value, Value>> {
        match iterator {
            Value::Instance(_) => match self.special(iterator, "__next__", Vec::new()) {
                Ok(value) => Ok(Ok(value.unwrap_or(Value::None))),
                Err(Stop::Raise(stop)) if Stop::Raise(Rc::clone(&stop)).is(&crate::exception::STOP_ITERATION) => {
                    Ok(Err(stop.args.borrow().first().cloned().unwrap_or(Value::None)))
                }
                Err(stop) => Err(stop),
            },
            Value::Generator(generator) => Ok(match self.resume(generator, Value::None)? {
                super::Outcome::Yielded(value) => Ok(value),
                super::Outcome::Returned(value) => Err(value),
            }),
            other => Ok(self.next(other)?.ok_or(Value::None)),
        }
    }

    fn build_function(&mut self, frame: &Frame, code: u32, defaults: Vec<Value>, named: Vec<Value>) -> Result<Value> {
        self.allocate(200)?;
        let code = frame.code.codes.get(code as usize).map(Arc::clone).unwrap_or_default();
        let captured = |slot: &u32| frame.locals.get(*slot as usize).cloned().flatten().unwrap_or(Value::None);
        let function = Value::Function(Rc::new(Function {
            closure: code.captures.iter().map(captured).collect(),
            globals: Rc::clone(&frame.globals),
            defaults: defaults.into(),
            named_defaults: named.into(),
            attributes: RefCell::default(),
            code,
        }));
        if let Value::Function(made) = &function {
            made.closure.iter().for_each(|cell| self.keep_shared(cell));
        }
        self.keep(&function);
        Ok(function)
    }

    /// A variable that a function shares for the first time is kept.
    fn keep_shared(&mut self, cell: &Value) {
        if matches!(cell, Value::Cell(cell) if Rc::strong_count(cell) == 2) {
            self.keep(cell);
        }
    }

    /// The body of a class is about to run.
    fn begin_class(&mut self, frame: &mut Frame, bases: usize, keywords: u16) -> Result<Flow> {
        let names = frame.code.keywords.get(usize::from(keywords)).cloned().unwrap_or_default();
        let values = frame.take(names.len());
        let bases = frame.take(bases);
        let Value::Function(body) = frame.pop() else { return Ok(Flow::Next) };
        self.allocate(400)?;
        let mut called = self.frame(&body.code, &body.globals);
        called.share(&body.closure);
        let members = no_members();
        members.borrow_mut().set_text("__qualname__".into(), Value::Str(body.code.qualified.clone()));
        called.members = Some(members);
        called.purpose = Purpose::Body(Box::new(ClassPlan { bases, keywords: names.into_iter().zip(values).collect() }));
        Ok(Flow::Enter(called))
    }

    /// The body of a class has run.
    pub(super) fn finish_class(&mut self, plan: (Str, ClassPlan), members: Dict, cell: Value) -> Result<Value> {
        let (name, ClassPlan { bases, mut keywords }) = plan;
        let bases = self.checked_bases(bases)?;
        // Metaclasses do nothing here: the one that programs name is `ABCMeta`.
        keywords.retain(|(name, _)| &**name != "metaclass");
        let class = self.class(name, bases, members)?;
        if let Value::Cell(cell) = cell {
            *cell.0.borrow_mut() = Some(class.clone());
        }
        self.announce(&class, keywords)?;
        Ok(class)
    }

    /// `type(name, bases, members, **keywords)`
    pub(crate) fn class_of_values(&mut self, name: Str, bases: Vec<Value>, members: Dict, keywords: Vec<(Str, Value)>) -> Result<Value> {
        self.allocate(400)?;
        self.finish_class((name, ClassPlan { bases, keywords }), members, Value::None)
    }

    fn checked_bases(&mut self, values: Vec<Value>) -> Result<Vec<ClassRef>> {
        let mut bases = Vec::new();
        for value in values {
            match value {
                Value::Class(ClassRef::Builtin(base)) if ["bool", "NoneType", "function", "slice", "range"].contains(&base.name) => {
                    return Err(Stop::type_error(format!("type '{}' is not an acceptable base type", base.name)));
                }
                Value::Class(ClassRef::Builtin(base)) if std::ptr::eq(base, &types::TYPE) => {
                    return Err(Stop::type_error("metaclasses are not available here"));
                }
                Value::Class(base) => bases.push(base),
                other => match self.find_attribute(&other, "__mro_entries__")? {
                    Some(entries) => {
                        let original = self.tuple(vec![other])?;
                        let entries = self.call(&entries, Args::of(vec![original]))?;
                        let entries = self.items(&entries)?;
                        bases
                            .extend(entries.into_iter().filter_map(|entry| if let Value::Class(base) = entry { Some(base) } else { None }));
                    }
                    None => return Err(Stop::type_error(format!("'{}' object cannot be a base of a class", class_of(&other).name()))),
                },
            }
        }
        Ok(bases)
    }

    /// A class of that name, bases and members.
    ///
    /// # Errors
    /// `TypeError` when the bases contradict each other.
    pub fn class(&mut self, name: Str, mut bases: Vec<ClassRef>, mut members: Dict) -> Result<Value> {
        if bases.is_empty() {
            bases.push(ClassRef::Builtin(&types::OBJECT));
        }
        if let Some(new) = members.text("__new__").filter(|new| matches!(new, Value::Function(_))).cloned() {
            members.set_text("__new__".into(), Value::object(StaticMethod(new)));
        }
        if members.text("__getattribute__").is_some() {
            return Err(Stop::type_error("__getattribute__ cannot be defined here: define __getattr__"));
        }
        for name in ["__init_subclass__", "__class_getitem__"] {
            if let Some(function) = members.text(name).filter(|function| matches!(function, Value::Function(_))).cloned() {
                members.set_text(name.into(), Value::object(ClassMethod(function)));
            }
        }
        if let Some((_, twice)) = bases.iter().enumerate().find(|(place, base)| bases.iter().take(*place).any(|other| other == *base)) {
            return Err(Stop::type_error(format!("duplicate base class {}", twice.name())));
        }
        let order = self.linearized(&bases)?;
        let class = Rc::new(Class { name, bases, order: RefCell::new(Vec::new()), members: RefCell::new(members) });
        *class.order.borrow_mut() = std::iter::once(ClassRef::User(Rc::clone(&class))).chain(order).collect();
        self.remember_class(&class);
        Ok(Value::Class(ClassRef::User(class)))
    }

    /// C3, paid for by the comparisons that it may take.
    fn linearized(&mut self, bases: &[ClassRef]) -> Result<Vec<ClassRef>> {
        let lines: Vec<Vec<ClassRef>> = bases.iter().map(order_of).collect();
        let count: usize = lines.iter().map(Vec::len).sum();
        if count > MOST_ANCESTORS {
            return Err(Stop::type_error("a class with so many ancestors is not available here"));
        }
        self.work(count * count / 4)?;
        linearize(bases, lines)
    }

    /// Tells members and bases about a new class: `__set_name__`, `__init_subclass__`.
    fn announce(&mut self, class: &Value, keywords: Vec<(Str, Value)>) -> Result<()> {
        let Value::Class(ClassRef::User(user)) = class else { return Ok(()) };
        let members: Vec<(Value, Value)> = user.members.borrow().iter().map(|entry| (entry.key.clone(), entry.value.clone())).collect();
        for (name, value) in members {
            if matches!(value, Value::Instance(_)) {
                self.special(&value, "__set_name__", vec![class.clone(), name])?;
            }
        }
        let others: Vec<ClassRef> = user.order.borrow().iter().skip(1).cloned().collect();
        for other in others {
            let found = match &other {
                ClassRef::User(other) => other.members.borrow().text("__init_subclass__").cloned(),
                ClassRef::Builtin(table) => table.functions.iter().find(|function| function.name == "__init_subclass__").map(Value::Native),
            };
            let Some(found) = found else { continue };
            let (callee, positional) = match found.downcast::<ClassMethod>() {
                Some(method) => (method.0.clone(), vec![class.clone()]),
                None => (found, vec![class.clone()]),
            };
            return self.call(&callee, Args { positional, named: keywords }).map(drop);
        }
        match keywords.first() {
            Some(_) => Err(Stop::type_error(format!("{}.__init_subclass__() takes no keyword arguments", user.name))),
            None => Ok(()),
        }
    }

    /// Whether a class of the program has a member, inherited ones included.
    pub(crate) fn class_has(&self, class: &Class, name: &str) -> bool {
        member(class, name).is_some()
    }
}

/// C3: the order in which names are looked up in the bases of a class.
fn linearize(bases: &[ClassRef], mut lines: Vec<Vec<ClassRef>>) -> Result<Vec<ClassRef>> {
    lines.push(bases.to_vec());
    let mut order = Vec::new();
    loop {
        lines.retain(|line| !line.is_empty());
        if lines.is_empty() {
            return Ok(order);
        }
        let fits = |candidate: &ClassRef| !lines.iter().any(|line| line.iter().skip(1).any(|other| other == candidate));
        let Some(next) = lines.iter().filter_map(|line| line.first()).find(|candidate| fits(candidate)).cloned() else {
            let names: Vec<&str> = bases.iter().map(ClassRef::name).collect();
            let names = names.join(", ");
            return Err(Stop::type_error(format!("Cannot create a consistent method resolution\norder (MRO) for bases {names}")));
        };
        for line in &mut lines {
            if line.first() == Some(&next) {
                line.remove(0);
            }
        }
        order.push(next);
    }
}

fn order_of(class: &ClassRef) -> Vec<ClassRef> {
    match class {
        ClassRef::User(class) => class.order.borrow().clone(),
        ClassRef::Builtin(class) => {
            let mut order = vec![ClassRef::Builtin(class)];
            let mut next = class.base;
            while let Some(base) = next {
                order.push(ClassRef::Builtin(base));
                next = base.base;
            }
            if !order.iter().any(|one| *one == ClassRef::Builtin(&types::OBJECT)) {
                order.push(ClassRef::Builtin(&types::OBJECT));
            }
            order
        }
    }
}
