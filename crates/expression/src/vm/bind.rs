//! Arguments become variables.

use std::{cell::RefCell, rc::Rc};

use super::{Frame, Function};
use crate::{Args, Dict, Result, Stop, Str, Value, Vm, code::Parameters};

impl Function {
    /// Whether a call with so many arguments by position, and none by name, needs no more than putting them into variables.
    pub(super) fn takes(&self, count: usize) -> bool {
        let parameters = &self.code.parameters;
        parameters.positional == count && parameters.named == 0 && !parameters.rest && !parameters.further
    }
}

impl Vm<'_> {
    /// The frame of a call whose arguments lie on the stack of the caller, which are just enough.
    pub(super) fn plain_frame(&mut self, function: &Rc<Function>, receiver: Option<Value>, caller: &mut Frame, count: usize) -> Box<Frame> {
        let mut frame = self.frame(&function.code, &function.globals);
        frame.locals.extend(receiver.map(Some));
        let from = caller.stack.len().saturating_sub(count);
        frame.locals.extend(caller.stack.drain(from..).map(Some));
        if function.code.own == frame.locals.len() && function.code.cells.is_empty() && function.closure.is_empty() {
            return frame;
        }
        frame.share(&function.closure);
        frame
    }

    /// The frame of a call.
    ///
    /// # Errors
    /// `TypeError` when the arguments do not fit the parameters.
    pub(super) fn bound_frame(&mut self, function: &Rc<Function>, receiver: Option<Value>, args: Args) -> Result<Box<Frame>> {
        let mut frame = self.frame(&function.code, &function.globals);
        self.arguments(function, receiver, args, &mut frame.locals)?;
        frame.share(&function.closure);
        Ok(frame)
    }

    fn arguments(&mut self, function: &Function, receiver: Option<Value>, args: Args, locals: &mut Vec<Option<Value>>) -> Result<()> {
        let parameters = &function.code.parameters;
        let (positional, named) = (parameters.positional, parameters.positional + parameters.named);
        let given = args.positional.len() + usize::from(receiver.is_some());
        let mut values = receiver.into_iter().chain(args.positional);
        locals.extend(values.by_ref().take(positional).map(Some));
        locals.resize_with(parameters.count(), || None);
        let rest: Vec<Value> = values.collect();
        let further = self.by_name(function, args.named, locals)?;
        if !rest.is_empty() && !parameters.rest {
            let by_name = locals.iter().take(named).skip(positional).flatten().count();
            return Err(too_many(function, given, by_name));
        }
        fill(locals.iter_mut().take(positional), &function.defaults);
        fill(locals.iter_mut().take(named).skip(positional), &function.named_defaults);
        complete(function, locals)?;
        if parameters.rest
            && let Some(place) = locals.get_mut(named)
        {
            *place = Some(self.tuple(rest)?);
        }
        if parameters.further {
            let further = self.dict(further)?;
            self.keep_fresh(&further);
            if let Some(place) = locals.last_mut() {
                *place = Some(further);
            }
        }
        Ok(())
    }

    fn by_name(&mut self, function: &Function, named: Vec<(Str, Value)>, locals: &mut [Option<Value>]) -> Result<Dict> {
        let parameters = &function.code.parameters;
        let count = parameters.positional + parameters.named;
        let mut further = Dict::new();
        let mut unnamed = Vec::new();
        for (name, value) in named {
            let known = function.code.slots.iter().take(count).position(|slot| *slot == name);
            match known.filter(|place| *place >= parameters.unnamed) {
                Some(place) => match locals.get_mut(place) {
                    Some(place) if place.is_none() => *place = Some(value),
                    _ => return Err(wrong(function, &format!("got multiple values for argument '{name}'"))),
                },
                None if parameters.further => {
                    self.allocate(72)?;
                    further.set_text(name, value);
                }
                None if known.is_some() => unnamed.push(name),
                None => return Err(wrong(function, &format!("got an unexpected keyword argument '{name}'"))),
            }
        }
        if !unnamed.is_empty() {
            let names = unnamed.join(", ");
            return Err(wrong(function, &format!("got some positional-only arguments passed as keyword arguments: '{names}'")));
        }
        Ok(further)
    }
}

/// Defaults belong to the last ones.
fn fill<'a>(places: impl DoubleEndedIterator<Item = &'a mut Option<Value>> + ExactSizeIterator, defaults: &[Value]) {
    for (place, default) in places.rev().zip(defaults.iter().rev()) {
        if place.is_none() && !matches!(default, Value::Cell(_)) {
            *place = Some(default.clone());
        }
    }
}

fn complete(function: &Function, locals: &[Option<Value>]) -> Result<()> {
    let Parameters { positional, named, .. } = function.code.parameters;
    let missing = |from: usize, count: usize| -> Vec<&Str> {
        let places = locals.iter().zip(&function.code.slots).skip(from).take(count);
        places.filter(|(value, _)| value.is_none()).map(|(_, name)| name).collect()
    };
    for (from, count, kind) in [(0, positional, "positional"), (positional, named, "keyword-only")] {
        let names = missing(from, count);
        if !names.is_empty() {
            let plural = if names.len() == 1 { "" } else { "s" };
            let message = format!("missing {} required {kind} argument{plural}: {}", names.len(), listed(&names));
            return Err(wrong(function, &message));
        }
    }
    Ok(())
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`
fn listed(names: &[&Str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    match quoted.as_slice() {
        [one, two] => format!("{one} and {two}"),
        [others @ .., last] if !others.is_empty() => format!("{}, and {last}", others.join(", ")),
        _ => quoted.concat(),
    }
}

fn too_many(function: &Function, given: usize, by_name: usize) -> Stop {
    let most = function.code.parameters.positional;
    let least = most - function.defaults.len().min(most);
    let plural = |count: usize| if count == 1 { "" } else { "s" };
    let takes = if least < most { format!("from {least} to {most}") } else { most.to_string() };
    let also = match by_name {
        0 => String::new(),
        count => format!(" positional argument{} (and {count} keyword-only argument{})", plural(given), plural(count)),
    };
    let plain = if least < most { "s" } else { plural(most) };
    let verb = if given == 1 && by_name == 0 { "was" } else { "were" };
    wrong(function, &format!("takes {takes} positional argument{plain} but {given}{also} {verb} given"))
}

fn wrong(function: &Function, what: &str) -> Stop {
    Stop::type_error(format!("{}() {what}", function.qualified_name()))
}

/// Members for the body of a class.
pub(super) fn no_members() -> Rc<RefCell<Dict>> {
    Rc::new(RefCell::new(Dict::new()))
}
