//! From the parts of a pattern to instructions.

use super::{
    parse::Whole,
    syntax::{Assert, Kind, Node, One},
};

/// A pattern, ready to be looked for.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) code: Vec<Inst>,
    /// How many groups it has, the whole one not counted.
    pub(super) groups: usize,
    pub(super) names: Vec<(String, usize)>,
    /// How many numbers it keeps while it runs.
    pub(super) registers: usize,
    /// Whether it can only begin at the start of the text.
    pub(super) anchored: bool,
    /// What its first character must be, if that is known.
    pub(super) first: Option<char>,
}

/// One step of a pattern. Numbers of instructions are absolute.
#[derive(Debug)]
pub(super) enum Inst {
    /// One character.
    One(One),
    /// One character several times.
    Many { one: One, min: usize, max: usize, kind: Kind },
    /// A place.
    Assert(Assert),
    /// Remembers the place: start (even) or end (odd) of a group.
    Save(usize),
    /// Goes on here, and there if that fails.
    Split(usize, usize),
    /// Goes on there.
    Jump(usize),
    /// Begins to count.
    LoopStart(usize),
    /// Once more, or enough. `register` counts, the next one keeps where the last repetition began.
    Loop { register: usize, min: usize, max: usize, kind: Kind, exit: usize },
    /// Once more, although it need not be: remembers where, so that nothing is repeated for ever.
    LoopMore(usize),
    /// Once more.
    LoopEnter(usize),
    /// Looks ahead, or so many characters behind. Where to go on when what must not be there is not.
    LookStart { register: usize, behind: usize, absent: Option<usize> },
    /// What was looked for is there.
    LookEnd { register: usize, negated: bool },
    /// From here on no second way is tried …
    AtomicStart(usize),
    /// … once this is reached.
    AtomicEnd(usize),
    /// The same text as a group.
    Back { group: usize, fold: bool },
    /// Goes on there when a group did not take part.
    Unless(usize, usize),
    /// Done.
    Match,
}

struct Compiler {
    code: Vec<Inst>,
    registers: usize,
}

/// Translates a pattern.
pub(super) fn compile(whole: Whole) -> Program {
    let mut compiler = Compiler { code: Vec::new(), registers: 0 };
    let anchored = starts(&whole.node);
    compiler.node(whole.node);
    compiler.code.push(Inst::Match);
    let first = compiler.code.iter().find(|inst| !matches!(inst, Inst::Save(_))).and_then(|inst| match inst {
        Inst::One(One::Char(c)) => Some(*c),
        Inst::Many { one: One::Char(c), min: 1.., .. } => Some(*c),
        _ => None,
    });
    Program { code: compiler.code, groups: whole.groups, names: whole.names, registers: compiler.registers, anchored, first }
}

fn starts(node: &Node) -> bool {
    match node {
        Node::Assert(Assert::Start) => true,
        Node::Group(_, item) | Node::Atomic(item) => starts(item),
        Node::Concat(items) => items.first().is_some_and(starts),
        Node::Either(items) => items.iter().all(starts),
        _ => false,
    }
}

impl Compiler {
    fn here(&self) -> usize {
        self.code.len()
    }

    fn push(&mut self, inst: Inst) -> usize {
        self.code.push(inst);
        self.code.len() - 1
    }

    fn set(&mut self, place: usize, inst: Inst) {
        if let Some(there) = self.code.get_mut(place) {
            *there = inst;
        }
    }

    fn registers(&mut self) -> usize {
        self.registers += 2;
        self.registers - 2
    }

    fn node(&mut self, node: Node) {
        match node {
            Node::Empty => {}
            Node::One(one) => drop(self.push(Inst::One(one))),
            Node::Assert(assert) => drop(self.push(Inst::Assert(assert))),
            Node::Group(group, item) => {
                self.push(Inst::Save(2 * group));
                self.node(*item);
                self.push(Inst::Save(2 * group + 1));
            }
            Node::Concat(items) => items.into_iter().for_each(|item| self.node(item)),
            Node::Either(items) => self.either(items),
            Node::Repeat { item, min, max, kind } => {
                let max = if max == u32::MAX { usize::MAX } else { max as usize };
                self.repeat(*item, min as usize, max, kind);
            }
            Node::Look { item, behind, negated } => self.look(*item, behind.unwrap_or(0), negated),
            Node::Atomic(item) => {
                let register = self.registers();
                self.push(Inst::AtomicStart(register));
                self.node(*item);
                self.push(Inst::AtomicEnd(register));
            }
            Node::Back { group, fold } => drop(self.push(Inst::Back { group, fold })),
            Node::If { group, yes, no } => {
                let unless = self.push(Inst::Jump(0));
                self.node(*yes);
                let jump = self.push(Inst::Jump(0));
                self.set(unless, Inst::Unless(group, self.here()));
                self.node(*no);
                self.set(jump, Inst::Jump(self.here()));
            }
        }
    }

    fn either(&mut self, items: Vec<Node>) {
        let last = items.len().saturating_sub(1);
        let mut jumps = Vec::new();
        for (index, item) in items.into_iter().enumerate() {
            if index == last {
                self.node(item);
                continue;
            }
            let split = self.push(Inst::Jump(0));
            self.node(item);
            jumps.push(self.push(Inst::Jump(0)));
            self.set(split, Inst::Split(split + 1, self.here()));
        }
        for jump in jumps {
            self.set(jump, Inst::Jump(self.here()));
        }
    }

    fn repeat(&mut self, item: Node, min: usize, max: usize, kind: Kind) {
        if let Node::One(one) = item {
            self.push(Inst::Many { one, min, max, kind });
            return;
        }
        if kind == Kind::Possessive {
            let register = self.registers();
            self.push(Inst::AtomicStart(register));
            self.repeat(item, min, max, Kind::Greedy);
            self.push(Inst::AtomicEnd(register));
            return;
        }
        let register = self.registers();
        self.push(Inst::LoopStart(register));
        let head = self.push(Inst::Jump(0));
        self.push(Inst::LoopMore(register));
        self.push(Inst::LoopEnter(register));
        self.node(item);
        self.push(Inst::Jump(head));
        self.set(head, Inst::Loop { register, min, max, kind, exit: self.here() });
    }

    fn look(&mut self, item: Node, behind: usize, negated: bool) {
        let register = self.registers();
        let start = self.push(Inst::Jump(0));
        self.node(item);
        self.push(Inst::LookEnd { register, negated });
        let absent = negated.then(|| self.here());
        self.set(start, Inst::LookStart { register, behind, absent });
    }
}
