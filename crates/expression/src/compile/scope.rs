//! Which variable each name is: found out for the whole text before anything is compiled.

use std::collections::{HashMap, HashSet};

use crate::Str;

/// What a scope belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The text itself.
    Program,
    /// A function or a lambda.
    Function,
    /// The body of a class.
    Class,
    /// A comprehension or generator expression.
    Comprehension,
}

/// How a name is used in a scope.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Usage {
    /// Gets a value here.
    pub(super) bound: bool,
    /// `global`
    pub(super) global: bool,
    /// `nonlocal`, or bound from a comprehension.
    pub(super) nonlocal: bool,
}

/// Names of a function, a class body, a comprehension.
#[derive(Debug)]
pub(super) struct Scope {
    pub(super) kind: Kind,
    pub(super) parent: Option<usize>,
    /// In the order in which they came up.
    pub(super) order: Vec<Str>,
    pub(super) usages: HashMap<Str, Usage>,
    /// Own variables that functions inside share.
    pub(super) captured: HashSet<Str>,
    /// Variables of functions around that are shared, in the order in which they came up.
    pub(super) free: Vec<Str>,
    /// The same, for looking up.
    pub(super) is_free: HashSet<Str>,
    /// The class that private names belong to.
    pub(super) class: Option<Str>,
    /// Whether it has a `yield`.
    pub(super) generator: bool,
    /// Parameters, first of all.
    pub(super) parameters: Vec<Str>,
}

/// The variables of a function while it runs: its own, then those of functions around.
#[derive(Debug, Clone, Default)]
pub(super) struct Slots {
    pub(super) names: Vec<Str>,
    /// The place of each name.
    pub(super) places: HashMap<Str, u32>,
}

impl Slots {
    pub(super) fn of(scope: &Scope) -> Self {
        let mut names = scope.variables();
        names.extend(scope.free.iter().cloned());
        let places = names.iter().zip(0..).map(|(name, place)| (name.clone(), place)).collect();
        Slots { names, places }
    }
}

/// Where a name is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// A variable of the function.
    Local(u32),
    /// One that functions share.
    Cell(u32),
    /// A member of the class whose body it is, or else a name of the program.
    Member,
    /// A member of the class whose body it is, or else a shared variable.
    MemberOrCell(u32),
    /// A name of the program.
    Global,
}

impl Scope {
    pub(super) fn new(kind: Kind, parent: Option<usize>, class: Option<Str>) -> Self {
        Scope {
            kind,
            parent,
            order: Vec::new(),
            usages: HashMap::new(),
            captured: HashSet::new(),
            free: Vec::new(),
            is_free: HashSet::new(),
            class,
            generator: false,
            parameters: Vec::new(),
        }
    }

    /// The usage of a name, which is noted if it is new.
    pub(super) fn usage(&mut self, name: &Str) -> &mut Usage {
        if !self.usages.contains_key(name) {
            self.order.push(name.clone());
        }
        self.usages.entry(name.clone()).or_default()
    }

    /// Whether a name is a variable of this scope.
    pub(super) fn owns(&self, name: &str) -> bool {
        self.usages.get(name).is_some_and(|usage| usage.bound && !usage.global && !usage.nonlocal)
    }

    /// Names of its variables, parameters first. In the body of a class: those alone that functions inside share.
    pub(super) fn variables(&self) -> Vec<Str> {
        let is_class = self.kind == Kind::Class;
        let mut variables = self.parameters.clone();
        let known: HashSet<&Str> = self.parameters.iter().collect();
        let others = self.order.iter().filter(|name| self.owns(name) && !known.contains(name));
        variables.extend(others.filter(|name| !is_class || self.captured.contains(*name)).cloned());
        variables
    }

    /// Where a name is found.
    pub(super) fn place(&self, name: &str, slots: &Slots) -> Place {
        let slot = || slots.places.get(name).copied();
        let is_class = self.kind == Kind::Class;
        let usage = self.usages.get(name).copied().unwrap_or_default();
        if usage.global {
            return Place::Global;
        }
        if is_class && self.owns(name) && name != "__class__" {
            return Place::Member;
        }
        match slot() {
            Some(slot) if self.captured.contains(name) || self.is_free.contains(name) => {
                match is_class && !usage.nonlocal && name != "__class__" {
                    true => Place::MemberOrCell(slot),
                    false => Place::Cell(slot),
                }
            }
            Some(slot) => Place::Local(slot),
            None if is_class => Place::Member,
            None => Place::Global,
        }
    }
}

/// A private name of a class as it is known outside.
pub(super) fn mangle(class: Option<&Str>, name: &str) -> Str {
    match class.map(|class| class.trim_start_matches('_')) {
        Some(class) if name.starts_with("__") && !name.ends_with("__") && !class.is_empty() => format!("_{class}{name}").into(),
        _ => name.into(),
    }
}
