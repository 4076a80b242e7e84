//! Names: loading, storing and deleting variables.

use super::{
    Compiler,
    scope::{Place, mangle},
    unit::fit,
};
use crate::{
    Str,
    code::{Constant, Op},
};

impl Compiler<'_, '_> {
    /// A name as the class around makes it.
    pub(super) fn mangled(&mut self, name: &str) -> Str {
        let scope = self.unit().scope;
        mangle(self.walk.scopes.get(scope).and_then(|scope| scope.class.as_ref()), name)
    }

    fn place(&mut self, name: &str) -> Place {
        let scope = self.unit().scope;
        match (self.walk.scopes.get(scope), self.slots.get(scope)) {
            (Some(scope), Some(slots)) => scope.place(name, slots),
            _ => Place::Global,
        }
    }

    fn global(&self, name: &str) -> u32 {
        fit(self.names.binary_search_by(|known| (**known).cmp(name)).unwrap_or(usize::MAX))
    }

    pub(super) fn load(&mut self, name: &str) {
        let name = self.mangled(name);
        let op = match self.place(&name) {
            Place::Local(slot) => Op::LoadLocal(slot),
            Place::Cell(slot) => Op::LoadCell(slot),
            Place::Global => Op::LoadGlobal(self.global(&name)),
            Place::Member => Op::LoadMember { name: self.unit().name(&name), global: self.global(&name) },
            Place::MemberOrCell(slot) => Op::LoadMemberOrCell { name: self.unit().name(&name), slot },
        };
        self.emit(op);
    }

    pub(super) fn store(&mut self, name: &str) {
        let name = self.mangled(name);
        let op = match self.place(&name) {
            Place::Local(slot) => Op::StoreLocal(slot),
            Place::Cell(slot) => Op::StoreCell(slot),
            Place::Global => Op::StoreGlobal(self.global(&name)),
            Place::Member | Place::MemberOrCell(_) => Op::StoreMember(self.unit().name(&name)),
        };
        self.emit(op);
    }

    pub(super) fn delete(&mut self, name: &str) {
        let name = self.mangled(name);
        let op = match self.place(&name) {
            Place::Local(slot) => Op::DeleteLocal(slot),
            Place::Cell(slot) => Op::DeleteCell(slot),
            Place::Global => Op::DeleteGlobal(self.global(&name)),
            Place::Member | Place::MemberOrCell(_) => Op::DeleteMember(self.unit().name(&name)),
        };
        self.emit(op);
    }

    pub(super) fn constant(&mut self, constant: Constant) {
        let place = self.unit().constant(constant);
        self.emit(Op::Constant(place));
    }
}
