//! A function that is being compiled: its instructions so far, and what lies around the next one.

use ruff_python_ast::Stmt;

use crate::{
    Str,
    code::{Code, Constant, Handler, Op},
};

/// A place in the code that is not known yet. Jumps hold labels until the function is complete.
pub(super) type Label = u32;

/// What has to be undone when control leaves it.
#[derive(Clone, Copy)]
pub(super) struct Block<'a> {
    pub(super) kind: BlockKind<'a>,
    /// Where exceptions go outside of it.
    pub(super) guard: u16,
    /// Operands outside of it.
    pub(super) depth: u32,
}

#[derive(Clone, Copy)]
pub(super) enum BlockKind<'a> {
    /// A loop: where `continue` and `break` go, and whether an iterator lies on the stack.
    Loop { again: Label, end: Label, iterator: bool },
    /// What `finally` guards.
    Finally(&'a [Stmt]),
    /// Body of a `with`: the exit method lies on the stack.
    With,
    /// Body of an `except`: what was handled before lies on the stack. The name that is deleted at its end.
    Handler(Option<&'a str>),
    /// Body of a `finally` that runs because of an exception: what was handled before, and the exception.
    Failed,
    /// A value that is about to be returned.
    Value,
}

/// A function that is being compiled.
#[derive(Default)]
pub(super) struct Unit<'a> {
    pub(super) code: Code,
    pub(super) scope: usize,
    pub(super) blocks: Vec<Block<'a>>,
    pub(super) guard: u16,
    /// Operands that lie below those of the statement at hand.
    pub(super) depth: u32,
    pub(super) line: u32,
    pub(super) labels: Vec<u32>,
}

/// A place that fits.
pub(super) fn fit(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

impl Unit<'_> {
    pub(super) fn emit(&mut self, op: Op) {
        self.code.ops.push(op);
        self.code.lines.push(self.line);
        self.code.guards.push(self.guard);
    }

    pub(super) fn label(&mut self) -> Label {
        self.labels.push(u32::MAX);
        fit(self.labels.len() - 1)
    }

    /// The next instruction is where the label points.
    pub(super) fn place(&mut self, label: Label) {
        let here = fit(self.code.ops.len());
        if let Some(place) = self.labels.get_mut(label as usize) {
            *place = here;
        }
    }

    /// A handler at a label, which keeps so many operands. From here on, exceptions go there. Gives where they went before.
    pub(super) fn guard(&mut self, target: Label, depth: u32) -> u16 {
        self.code.handlers.push(Handler { target, depth });
        std::mem::replace(&mut self.guard, u16::try_from(self.code.handlers.len()).unwrap_or(u16::MAX))
    }

    pub(super) fn constant(&mut self, constant: Constant) -> u32 {
        let known = self.code.constants.iter().take(200).position(|known| match (known, &constant) {
            (Constant::Float(known), Constant::Float(new)) => known.to_bits() == new.to_bits(),
            (known, new) => known == new,
        });
        fit(known.unwrap_or_else(|| {
            self.code.constants.push(constant);
            self.code.constants.len() - 1
        }))
    }

    pub(super) fn name(&mut self, name: &str) -> u32 {
        let known = self.code.names.iter().take(200).position(|known| **known == *name);
        fit(known.unwrap_or_else(|| {
            self.code.names.push(name.into());
            self.code.names.len() - 1
        }))
    }

    /// A list of names; the first one is always the empty list.
    pub(super) fn keywords(&mut self, names: Vec<Str>) -> u16 {
        if self.code.keywords.is_empty() {
            self.code.keywords.push(Vec::new());
        }
        if names.is_empty() {
            return 0;
        }
        self.code.keywords.push(names);
        u16::try_from(self.code.keywords.len() - 1).unwrap_or(u16::MAX)
    }

    /// The code, with places instead of labels.
    pub(super) fn finish(mut self) -> Code {
        let place = |label: &mut u32| *label = self.labels.get(*label as usize).copied().unwrap_or(u32::MAX);
        for op in &mut self.code.ops {
            match op {
                Op::Jump(target)
                | Op::JumpIfFalse(target)
                | Op::JumpIfTrue(target)
                | Op::JumpIfFalseOrPop(target)
                | Op::JumpIfTrueOrPop(target)
                | Op::Next(target)
                | Op::Send(target) => place(target),
                _ => {}
            }
        }
        self.code.handlers.iter_mut().for_each(|handler| place(&mut handler.target));
        self.code
    }
}
