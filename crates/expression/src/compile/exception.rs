//! `raise`, `try` and `with`.

use ruff_python_ast::{self as ast, ExceptHandler, Stmt};
use ruff_text_size::Ranged;

use super::{
    Compiler,
    unit::{BlockKind, Label},
};
use crate::code::Op;

impl<'a> Compiler<'a, '_> {
    pub(super) fn raise_statement(&mut self, raise: &'a ast::StmtRaise) {
        match (&raise.exc, &raise.cause) {
            (Some(exception), Some(cause)) => {
                self.expression(exception);
                self.expression(cause);
                self.emit(Op::RaiseFrom);
            }
            (Some(exception), None) => {
                self.expression(exception);
                self.emit(Op::Raise);
            }
            (None, _) => self.emit(Op::RaiseAgain),
        }
    }

    pub(super) fn try_statement(&mut self, statement: &'a ast::StmtTry) {
        if statement.finalbody.is_empty() {
            return self.try_except(statement);
        }
        let (failed, end) = (self.unit().label(), self.unit().label());
        self.open(BlockKind::Finally(&statement.finalbody));
        let depth = self.unit().depth;
        self.unit().guard(failed, depth);
        if statement.handlers.is_empty() {
            self.body(&statement.body);
        } else {
            self.try_except(statement);
        }
        self.close();
        self.body(&statement.finalbody);
        self.emit(Op::Jump(end));
        self.unit().place(failed);
        self.failed(&statement.finalbody);
        self.unit().place(end);
    }

    /// The body of a `finally` that runs because of an exception.
    fn failed(&mut self, body: &'a [Stmt]) {
        let again = self.unit().label();
        self.emit(Op::Enter);
        self.open(BlockKind::Failed);
        let depth = self.unit().depth;
        self.unit().guard(again, depth + 1);
        self.unit().depth = depth + 2;
        self.body(body);
        self.close();
        self.unit().place(again);
        self.emit(Op::Reraise);
    }

    fn try_except(&mut self, statement: &'a ast::StmtTry) {
        let (caught, end) = (self.unit().label(), self.unit().label());
        let depth = self.unit().depth;
        let outside = self.unit().guard(caught, depth);
        self.body(&statement.body);
        self.unit().guard = outside;
        self.body(&statement.orelse);
        self.emit(Op::Jump(end));
        self.unit().place(caught);
        self.emit(Op::Enter);
        let again = self.unit().label();
        for handler in &statement.handlers {
            let ExceptHandler::ExceptHandler(handler) = handler;
            self.handler(handler, again, end);
        }
        self.unit().place(again);
        self.emit(Op::Reraise);
        self.unit().place(end);
    }

    /// One `except`. What was handled before and the exception lie on top; they do when it is not of its class.
    fn handler(&mut self, handler: &'a ast::ExceptHandlerExceptHandler, again: Label, end: Label) {
        let (next, cleanup) = (self.unit().label(), self.unit().label());
        let name = handler.name.as_ref().map(ast::Identifier::as_str);
        self.open(BlockKind::Handler(name));
        let depth = self.unit().depth;
        self.unit().guard(again, depth + 1);
        self.unit().depth = depth + 1;
        self.at_line(handler.range.start());
        if let Some(class) = &handler.type_ {
            self.expression(class);
            self.emit(Op::Catches);
            self.emit(Op::JumpIfFalse(next));
        }
        match name {
            Some(name) => self.store(name),
            None => self.emit(Op::Pop),
        }
        if name.is_some() {
            self.unit().guard(cleanup, depth + 1);
        }
        self.body(&handler.body);
        self.close();
        self.emit(Op::Leave);
        self.forget(name);
        self.emit(Op::Jump(end));
        if name.is_some() {
            self.unit().place(cleanup);
            self.forget(name);
            self.emit(Op::Reraise);
        }
        self.unit().place(next);
    }

    pub(super) fn with_statement(&mut self, items: &'a [ast::WithItem], body: &'a [Stmt]) {
        let Some((item, others)) = items.split_first() else { return self.body(body) };
        let (failed, again, swallowed, end) = (self.unit().label(), self.unit().label(), self.unit().label(), self.unit().label());
        self.at_line(item.context_expr.start());
        let line = self.unit().line;
        self.expression(&item.context_expr);
        self.emit(Op::With);
        self.open(BlockKind::With);
        let depth = self.unit().depth;
        self.unit().guard(failed, depth + 1);
        self.unit().depth = depth + 1;
        match &item.optional_vars {
            Some(target) => self.assign_to(target),
            None => self.emit(Op::Pop),
        }
        self.with_statement(others, body);
        self.close();
        self.unit().line = line;
        self.emit(Op::ExitWith);
        self.emit(Op::Jump(end));
        self.unit().place(failed);
        self.emit(Op::Enter);
        let outside = self.unit().guard(again, depth + 2);
        self.emit(Op::ExitWithException);
        self.unit().guard = outside;
        self.emit(Op::JumpIfTrue(swallowed));
        self.unit().place(again);
        self.emit(Op::Reraise);
        self.unit().place(swallowed);
        self.emit(Op::Pop);
        self.emit(Op::Leave);
        self.emit(Op::Pop);
        self.unit().place(end);
    }
}
