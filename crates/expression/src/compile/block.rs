//! Ways out of blocks: `return`, `break` and `continue` undo what they leave, and run `finally` on the way.

use ruff_text_size::TextSize;

use super::{
    Compiler,
    unit::{Block, BlockKind},
};
use crate::code::{Constant, Op};

/// Blocks, guard and depth.
type Around<'a> = (Vec<Block<'a>>, u16, u32);

impl<'a> Compiler<'a, '_> {
    /// A block begins.
    pub(super) fn open(&mut self, kind: BlockKind<'a>) {
        let unit = self.unit();
        unit.blocks.push(Block { kind, guard: unit.guard, depth: unit.depth });
    }

    /// A block ends.
    pub(super) fn close(&mut self) {
        let unit = self.unit();
        if let Some(block) = unit.blocks.pop() {
            unit.guard = block.guard;
            unit.depth = block.depth;
        }
    }

    /// Emits what leaves all blocks down to so many; `value`: something to return lies on top.
    pub(super) fn unwind(&mut self, down_to: usize, value: bool) {
        while self.unit().blocks.len() > down_to {
            let Some(block) = self.unit().blocks.last().copied() else { break };
            self.close();
            let line = self.unit().line;
            self.undo(block.kind, value);
            self.unit().line = line;
        }
    }

    fn undo(&mut self, kind: BlockKind<'a>, value: bool) {
        let below = |compiler: &mut Self, others: u32| {
            if value {
                compiler.emit(Op::Sink(others));
            }
        };
        match kind {
            BlockKind::Loop { iterator: false, .. } => {}
            BlockKind::Loop { iterator: true, .. } | BlockKind::Value => {
                below(self, 1);
                self.emit(Op::Pop);
            }
            BlockKind::With => {
                below(self, 1);
                self.emit(Op::ExitWith);
            }
            BlockKind::Handler(name) => {
                below(self, 1);
                self.emit(Op::Leave);
                self.forget(name);
            }
            BlockKind::Failed => {
                below(self, 2);
                self.emit(Op::Pop);
                self.emit(Op::Leave);
            }
            BlockKind::Finally(body) if value => {
                self.open(BlockKind::Value);
                self.unit().depth += 1;
                self.body(body);
                self.close();
            }
            BlockKind::Finally(body) => self.body(body),
        }
    }

    /// The name of an `except` is gone after it.
    pub(super) fn forget(&mut self, name: Option<&str>) {
        if let Some(name) = name {
            self.constant(Constant::None);
            self.store(name);
            self.delete(name);
        }
    }

    /// After a way out: everything is as before it.
    pub(super) fn wind(&mut self, (blocks, guard, depth): Around<'a>) {
        let unit = self.unit();
        (unit.blocks, unit.guard, unit.depth) = (blocks, guard, depth);
    }

    /// What lies around a way out, for [`Self::wind`].
    pub(super) fn around(&mut self) -> Around<'a> {
        let unit = self.unit();
        (unit.blocks.clone(), unit.guard, unit.depth)
    }

    /// `break`, `continue`
    pub(super) fn leave_loop(&mut self, ends: bool, at: TextSize) {
        let around = self.around();
        let found = around.0.iter().enumerate().rev().find_map(|(place, block)| match block.kind {
            BlockKind::Loop { again, end, iterator } => Some((place, again, end, iterator)),
            _ => None,
        });
        let Some((place, again, end, iterator)) = found else {
            let message = if ends { "'break' outside loop" } else { "'continue' not properly in loop" };
            return self.refuse(message, at);
        };
        self.unwind(place + 1, false);
        if ends && iterator {
            self.emit(Op::Pop);
        }
        self.emit(Op::Jump(if ends { end } else { again }));
        self.wind(around);
    }
}
