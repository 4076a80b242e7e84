//! Statements.

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;

use super::{Compiler, display::operator, scope::Kind, unit::BlockKind};
use crate::code::{Constant, Op};

impl<'a> Compiler<'a, '_> {
    pub(super) fn body(&mut self, statements: &'a [Stmt]) {
        for statement in statements {
            if self.is_full(statement.start()) {
                return;
            }
            let line = self.lines.line(statement.start());
            self.unit().line = line;
            self.statement(statement);
        }
    }

    fn statement(&mut self, statement: &'a Stmt) {
        match statement {
            Stmt::Expr(statement) => self.effect(&statement.value),
            Stmt::Assign(assign) => self.assign(&assign.targets, &assign.value),
            Stmt::AugAssign(assign) => self.assign_in_place(&assign.target, operator(assign.op), &assign.value),
            Stmt::AnnAssign(assign) => {
                if let Some(value) = &assign.value {
                    self.assign(std::slice::from_ref(&assign.target), value);
                }
                self.annotate(assign);
            }
            Stmt::Return(statement) => self.return_statement(statement.value.as_deref()),
            Stmt::If(statement) => self.if_statement(statement),
            Stmt::For(statement) => self.for_statement(statement),
            Stmt::While(statement) => self.while_statement(statement),
            Stmt::Break(statement) => self.leave_loop(true, statement.range.start()),
            Stmt::Continue(statement) => self.leave_loop(false, statement.range.start()),
            Stmt::Delete(statement) => statement.targets.iter().for_each(|target| self.delete_target(target)),
            Stmt::FunctionDef(function) => self.function_statement(function),
            Stmt::ClassDef(class) => self.class_statement(class),
            Stmt::Raise(raise) => self.raise_statement(raise),
            Stmt::Try(statement) => self.try_statement(statement),
            Stmt::With(statement) => self.with_statement(&statement.items, &statement.body),
            Stmt::Assert(assert) => self.assert_statement(assert),
            Stmt::Import(import) => self.import(import),
            Stmt::ImportFrom(import) => self.import_from(import),
            Stmt::Match(statement) => self.match_statement(statement),
            Stmt::Global(_) | Stmt::Nonlocal(_) | Stmt::Pass(_) | Stmt::TypeAlias(_) | Stmt::IpyEscapeCommand(_) => {}
        }
    }

    /// An expression for its effect.
    fn effect(&mut self, expression: &'a Expr) {
        let literal = matches!(
            expression,
            Expr::StringLiteral(_) | Expr::NumberLiteral(_) | Expr::EllipsisLiteral(_) | Expr::NoneLiteral(_) | Expr::BooleanLiteral(_)
        );
        if !literal {
            self.expression(expression);
            self.emit(Op::Pop);
        }
    }

    /// In the body of a class, annotations are kept, each as the text that it is.
    fn annotate(&mut self, assign: &'a ast::StmtAnnAssign) {
        let scope = self.unit().scope;
        let in_class = self.walk.scopes.get(scope).is_some_and(|scope| scope.kind == Kind::Class);
        if let (true, true, Expr::Name(name)) = (in_class, assign.simple, &*assign.target) {
            let name = self.mangled(&name.id);
            self.constant(Constant::Str(self.lines.text(assign.annotation.range()).into()));
            self.load("__annotations__");
            self.constant(Constant::Str(name));
            self.emit(Op::StoreItem);
        }
    }

    fn return_statement(&mut self, value: Option<&'a Expr>) {
        match value {
            Some(value) => self.expression(value),
            None => self.constant(Constant::None),
        }
        let around = self.around();
        self.unwind(0, true);
        self.emit(Op::Return);
        self.wind(around);
    }

    fn if_statement(&mut self, statement: &'a ast::StmtIf) {
        let end = self.unit().label();
        let mut next = self.unit().label();
        self.jump_unless(&statement.test, next);
        self.body(&statement.body);
        for clause in &statement.elif_else_clauses {
            self.emit(Op::Jump(end));
            self.unit().place(next);
            next = self.unit().label();
            if let Some(test) = &clause.test {
                let line = self.lines.line(clause.range.start());
                self.unit().line = line;
                self.jump_unless(test, next);
            }
            self.body(&clause.body);
        }
        self.unit().place(next);
        self.unit().place(end);
    }

    fn for_statement(&mut self, statement: &'a ast::StmtFor) {
        let (again, otherwise, end) = (self.unit().label(), self.unit().label(), self.unit().label());
        self.expression(&statement.iter);
        self.emit(Op::Iterate);
        self.open(BlockKind::Loop { again, end, iterator: true });
        self.unit().depth += 1;
        self.unit().place(again);
        let line = self.unit().line;
        self.emit(Op::Next(otherwise));
        self.assign_to(&statement.target);
        self.body(&statement.body);
        self.unit().line = line;
        self.emit(Op::Jump(again));
        self.unit().place(otherwise);
        self.close();
        self.body(&statement.orelse);
        self.unit().place(end);
    }

    fn while_statement(&mut self, statement: &'a ast::StmtWhile) {
        let (again, otherwise, end) = (self.unit().label(), self.unit().label(), self.unit().label());
        self.unit().place(again);
        self.open(BlockKind::Loop { again, end, iterator: false });
        self.jump_unless(&statement.test, otherwise);
        self.body(&statement.body);
        self.emit(Op::Jump(again));
        self.unit().place(otherwise);
        self.close();
        self.body(&statement.orelse);
        self.unit().place(end);
    }

    fn assert_statement(&mut self, assert: &'a ast::StmtAssert) {
        let fine = self.unit().label();
        self.jump_if(&assert.test, fine);
        self.emit(Op::AssertionError);
        if let Some(message) = &assert.msg {
            self.expression(message);
            let keywords = self.unit().keywords(Vec::new());
            self.emit(Op::Call { count: 1, keywords });
        }
        self.emit(Op::Raise);
        self.unit().place(fine);
    }

    fn import(&mut self, import: &'a ast::StmtImport) {
        for alias in &import.names {
            let module = self.unit().name(&alias.name);
            match &alias.asname {
                Some(name) => {
                    self.emit(Op::ImportAs(module));
                    self.store(name);
                }
                None => {
                    self.emit(Op::Import(module));
                    self.store(alias.name.split('.').next().unwrap_or_default());
                }
            }
        }
    }

    fn import_from(&mut self, import: &'a ast::StmtImportFrom) {
        let module = import.module.as_deref().unwrap_or_default();
        if module == "__future__" {
            return;
        }
        let module = self.unit().name(module);
        self.emit(Op::ImportAs(module));
        for alias in &import.names {
            let name = self.unit().name(&alias.name);
            self.emit(Op::ImportFrom(name));
            self.store(alias.asname.as_ref().unwrap_or(&alias.name));
        }
        self.emit(Op::Pop);
    }
}
