//! Assignment, in place as well, and deletion.

use ruff_python_ast::Expr;
use ruff_text_size::Ranged;

use super::{Compiler, unit::fit};
use crate::{code::Op, operate::BinaryOp};

impl<'a> Compiler<'a, '_> {
    pub(super) fn assign(&mut self, targets: &'a [impl std::borrow::Borrow<Expr>], value: &'a Expr) {
        self.expression(value);
        for (place, target) in targets.iter().enumerate() {
            if place + 1 < targets.len() {
                self.emit(Op::Copy(0));
            }
            self.assign_to(target.borrow());
        }
    }

    /// Gives the value on top to a target.
    pub(super) fn assign_to(&mut self, target: &'a Expr) {
        match target {
            Expr::Name(name) => self.store(&name.id),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                let name = self.mangled(&attribute.attr);
                let name = self.unit().name(&name);
                self.emit(Op::StoreAttribute(name));
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::StoreItem);
            }
            Expr::Tuple(tuple) => self.unpack(&tuple.elts),
            Expr::List(list) => self.unpack(&list.elts),
            Expr::Starred(starred) => self.assign_to(&starred.value),
            other => self.refuse("cannot assign to expression", other.start()),
        }
    }

    fn unpack(&mut self, targets: &'a [Expr]) {
        let small = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        self.emit(match targets.iter().position(Expr::is_starred_expr) {
            Some(before) => Op::UnpackRest { before: small(before), after: small(targets.len() - before - 1) },
            None => Op::Unpack(fit(targets.len())),
        });
        targets.iter().for_each(|target| self.assign_to(target));
    }

    pub(super) fn assign_in_place(&mut self, target: &'a Expr, op: BinaryOp, value: &'a Expr) {
        match target {
            Expr::Name(name) => {
                self.load(&name.id);
                self.expression(value);
                self.emit(Op::InPlace(op));
                self.store(&name.id);
            }
            Expr::Attribute(attribute) => {
                let name = self.mangled(&attribute.attr);
                let name = self.unit().name(&name);
                self.expression(&attribute.value);
                self.emit(Op::Copy(0));
                self.emit(Op::LoadAttribute(name));
                self.expression(value);
                self.emit(Op::InPlace(op));
                self.emit(Op::Sink(1));
                self.emit(Op::StoreAttribute(name));
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::Copy(1));
                self.emit(Op::Copy(1));
                self.emit(Op::LoadItem);
                self.expression(value);
                self.emit(Op::InPlace(op));
                self.emit(Op::Sink(2));
                self.emit(Op::StoreItem);
            }
            other => self.refuse("illegal expression for augmented assignment", other.start()),
        }
    }

    pub(super) fn delete_target(&mut self, target: &'a Expr) {
        match target {
            Expr::Name(name) => self.delete(&name.id),
            Expr::Attribute(attribute) => {
                self.expression(&attribute.value);
                let name = self.mangled(&attribute.attr);
                let name = self.unit().name(&name);
                self.emit(Op::DeleteAttribute(name));
            }
            Expr::Subscript(subscript) => {
                self.expression(&subscript.value);
                self.expression(&subscript.slice);
                self.emit(Op::DeleteItem);
            }
            Expr::Tuple(tuple) => tuple.elts.iter().for_each(|target| self.delete_target(target)),
            Expr::List(list) => list.elts.iter().for_each(|target| self.delete_target(target)),
            other => self.refuse("cannot delete expression", other.start()),
        }
    }
}
