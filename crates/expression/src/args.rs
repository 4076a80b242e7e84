//! What a call passes.

use crate::{Result, Stop, Str, Value};

/// What a call passes, by position and by name.
#[derive(Debug, Default, Clone)]
pub struct Args {
    /// By position.
    pub positional: Vec<Value>,
    /// By name, in order.
    pub named: Vec<(Str, Value)>,
}

/// What a native function takes: its parameters in order.
#[derive(Debug)]
pub struct Spec<const N: usize> {
    /// Name of the function, for messages.
    pub function: &'static str,
    /// Names of its parameters.
    pub names: [&'static str; N],
    /// How many of the first ones must be given.
    pub required: usize,
    /// How many of the first ones may be given by position.
    pub by_position: usize,
    /// How many of the first ones may *only* be given by position.
    pub unnamed: usize,
}

impl<const N: usize> Spec<N> {
    /// A function all of whose parameters may be given either way.
    pub const fn new(function: &'static str, required: usize, names: [&'static str; N]) -> Self {
        Spec { function, names, required, by_position: N, unnamed: 0 }
    }

    /// A function whose parameters are given by position alone.
    pub const fn positional(function: &'static str, required: usize, names: [&'static str; N]) -> Self {
        Spec { function, names, required, by_position: N, unnamed: N }
    }

    /// Parameters from this one on are given by name alone.
    #[must_use]
    pub const fn then_named(self, by_position: usize) -> Self {
        Spec { by_position, ..self }
    }

    /// Parameters before this one are given by position alone.
    #[must_use]
    pub const fn unnamed(self, unnamed: usize) -> Self {
        Spec { unnamed, ..self }
    }
}

impl Args {
    /// Arguments by position.
    pub fn of(positional: Vec<Value>) -> Self {
        Args { positional, named: Vec::new() }
    }

    /// Each parameter's argument; `None` for those that were not given.
    ///
    /// # Errors
    /// `TypeError` as Python has it when there are too many, too few, or unknown ones.
    pub fn bind<const N: usize>(self, spec: &Spec<N>) -> Result<[Option<Value>; N]> {
        let mut bound: [Option<Value>; N] = std::array::from_fn(|_| None);
        let given = self.positional.len();
        if given > spec.by_position {
            return Err(too_many(spec, given));
        }
        for (place, value) in bound.iter_mut().zip(self.positional) {
            *place = Some(value);
        }
        for (name, value) in self.named {
            let index = spec.names.iter().position(|known| **known == *name).filter(|index| *index >= spec.unnamed);
            match index.and_then(|index| bound.get_mut(index)) {
                Some(place) if place.is_none() => *place = Some(value),
                Some(_) => return Err(Stop::type_error(format!("{}() got multiple values for argument '{name}'", spec.function))),
                None => return Err(Stop::type_error(format!("{}() got an unexpected keyword argument '{name}'", spec.function))),
            }
        }
        if let Some(missing) = bound.iter().zip(spec.names).take(spec.required).find(|(place, _)| place.is_none()) {
            return Err(too_few(spec, given, missing.1));
        }
        Ok(bound)
    }

    /// Whether nothing is passed.
    pub fn is_empty(&self) -> bool {
        self.positional.is_empty() && self.named.is_empty()
    }

    /// Nothing may be passed.
    ///
    /// # Errors
    /// `TypeError` when something is.
    pub fn none(self, function: &'static str) -> Result<()> {
        self.bind(&Spec::positional(function, 0, [])).map(|[]| ())
    }

    /// Exactly one, by position.
    ///
    /// # Errors
    /// `TypeError` otherwise.
    pub fn one(self, function: &'static str) -> Result<Value> {
        let [value] = self.bind(&Spec::positional(function, 1, ["x"]))?;
        value.ok_or_else(|| Stop::type_error(format!("{function}() takes exactly one argument (0 given)")))
    }
}

fn too_many<const N: usize>(spec: &Spec<N>, given: usize) -> Stop {
    let function = spec.function;
    Stop::type_error(match (spec.by_position, spec.required == spec.by_position) {
        (0, _) => format!("{function}() takes no arguments ({given} given)"),
        (1, true) => format!("{function}() takes exactly one argument ({given} given)"),
        (most, true) => format!("{function} expected {most} arguments, got {given}"),
        (1, false) => format!("{function} expected at most 1 argument, got {given}"),
        (most, false) => format!("{function} expected at most {most} arguments, got {given}"),
    })
}

fn too_few<const N: usize>(spec: &Spec<N>, given: usize, missing: &str) -> Stop {
    let function = spec.function;
    Stop::type_error(match (spec.unnamed == N, spec.required) {
        (true, 1) if N == 1 => format!("{function}() takes exactly one argument ({given} given)"),
        (true, least) if least == N => format!("{function} expected {least} arguments, got {given}"),
        (true, 1) => format!("{function} expected at least 1 argument, got {given}"),
        (true, least) => format!("{function} expected at least {least} arguments, got {given}"),
        (false, _) => format!("{function}() missing required argument '{missing}' (pos {})", given + 1),
    })
}
