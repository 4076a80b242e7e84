//! Functions, lambdas and classes.

use std::sync::Arc;

use ruff_python_ast::{self as ast, Expr, Stmt};
use ruff_text_size::Ranged;

use super::{
    Compiler,
    scope::Kind,
    unit::{Unit, fit},
    walk::key,
};
use crate::{
    Str,
    code::{Code, Constant, Op, Parameters},
};

impl<'a> Compiler<'a, '_> {
    /// A function begins: what is emitted from here on belongs to it.
    pub(super) fn begin(&mut self, scope: usize, name: &str) {
        let Some(found) = self.walk.scopes.get(scope) else { return };
        let slots = self.slots.get(scope).map(|slots| slots.names.clone()).unwrap_or_default();
        let own = slots.len() - found.free.len();
        let is_cell = |slot: &&Str| found.captured.contains(*slot);
        let cells = slots.iter().take(own).enumerate().filter(|(_, slot)| is_cell(slot)).map(|(slot, _)| fit(slot)).collect();
        let code = Code {
            name: name.into(),
            qualified: self.qualified(scope, name),
            own,
            cells,
            generator: found.generator,
            slots,
            ..Code::default()
        };
        let line = self.unit.line;
        let unit = Unit { code, scope, line, ..Unit::default() };
        self.outer.push(std::mem::replace(&mut self.unit, unit));
    }

    fn qualified(&self, scope: usize, name: &str) -> Str {
        let parent = self.walk.scopes.get(scope).and_then(|scope| scope.parent).and_then(|parent| self.walk.scopes.get(parent));
        match parent.map(|parent| parent.kind) {
            Some(Kind::Class) => format!("{}.{name}", self.unit.code.qualified).into(),
            Some(Kind::Function | Kind::Comprehension) => format!("{}.<locals>.{name}", self.unit.code.qualified).into(),
            _ => name.into(),
        }
    }

    /// A function ends; gives its code.
    pub(super) fn end(&mut self) -> Code {
        self.constant(Constant::None);
        self.emit(Op::Return);
        let outer = self.outer.pop().unwrap_or_default();
        let unit = std::mem::replace(&mut self.unit, outer);
        self.compiled += unit.code.ops.len();
        let free = self.slots.get(unit.scope).map(|slots| slots.names.iter().skip(unit.code.own).cloned().collect::<Vec<_>>());
        let around = self.slots.get(self.unit.scope);
        let captures = free.unwrap_or_default().iter().filter_map(|name| around?.places.get(name).copied()).collect();
        Code { captures, ..unit.finish() }
    }

    /// A function ends, and is made; so many defaults lie on the stack.
    pub(super) fn end_function(&mut self, defaults: u16, named: u16) {
        let code = Arc::new(self.end());
        self.unit.code.codes.push(code);
        let code = fit(self.unit.code.codes.len() - 1);
        self.emit(Op::Function { code, defaults, named });
    }

    /// Pushes the defaults of parameters: of those by position, and of those by name.
    fn defaults(&mut self, parameters: &'a ast::Parameters) -> (u16, u16) {
        let plain = parameters.posonlyargs.iter().chain(&parameters.args).filter_map(|parameter| parameter.default.as_deref());
        let mut count = 0;
        for default in plain {
            self.expression(default);
            count += 1;
        }
        let some = parameters.kwonlyargs.iter().any(|parameter| parameter.default.is_some());
        let mut named = 0;
        for parameter in parameters.kwonlyargs.iter().filter(|_| some) {
            match &parameter.default {
                Some(default) => self.expression(default),
                None => self.emit(Op::Missing),
            }
            named += 1;
        }
        (count, named)
    }

    fn lay_out(&mut self, parameters: &ast::Parameters) {
        self.unit.code.parameters = Parameters {
            positional: parameters.posonlyargs.len() + parameters.args.len(),
            unnamed: parameters.posonlyargs.len(),
            named: parameters.kwonlyargs.len(),
            rest: parameters.vararg.is_some(),
            further: parameters.kwarg.is_some(),
        };
    }

    pub(super) fn lambda(&mut self, lambda: &'a ast::ExprLambda) {
        let (defaults, named) = lambda.parameters.as_deref().map_or((0, 0), |parameters| self.defaults(parameters));
        let Some(scope) = self.walk.by_node.get(&key(lambda)).copied() else { return };
        self.begin(scope, "<lambda>");
        lambda.parameters.iter().for_each(|parameters| self.lay_out(parameters));
        self.expression(&lambda.body);
        if self.unit.code.generator {
            self.emit(Op::Pop);
        } else {
            self.emit(Op::Return);
        }
        self.end_function(defaults, named);
    }

    pub(super) fn function_statement(&mut self, function: &'a ast::StmtFunctionDef) {
        self.decorators(&function.decorator_list);
        self.at_line(function.name.range.start());
        let (defaults, named) = self.defaults(&function.parameters);
        let Some(scope) = self.walk.by_node.get(&key(function)).copied() else { return };
        self.begin(scope, &function.name);
        self.lay_out(&function.parameters);
        self.unit.code.doc = doc(&function.body);
        self.body(&function.body);
        self.end_function(defaults, named);
        self.decorate(&function.decorator_list);
        self.store(&function.name);
    }

    fn decorators(&mut self, decorators: &'a [ast::Decorator]) {
        for decorator in decorators {
            self.at_line(decorator.range.start());
            self.expression(&decorator.expression);
        }
    }

    fn decorate(&mut self, decorators: &'a [ast::Decorator]) {
        for decorator in decorators.iter().rev() {
            self.at_line(decorator.range.start());
            let keywords = self.unit.keywords(Vec::new());
            self.emit(Op::Call { count: 1, keywords });
        }
    }

    pub(super) fn class_statement(&mut self, class: &'a ast::StmtClassDef) {
        self.decorators(&class.decorator_list);
        self.at_line(class.name.range.start());
        let Some(scope) = self.walk.by_node.get(&key(class)).copied() else { return };
        self.begin(scope, &class.name);
        self.class_body(&class.body);
        self.end_function(0, 0);
        let (bases, keywords) = match &class.arguments {
            Some(arguments) => self.bases(arguments),
            None => (0, self.unit.keywords(Vec::new())),
        };
        self.emit(Op::Class { bases, keywords });
        self.decorate(&class.decorator_list);
        self.store(&class.name);
    }

    fn class_body(&mut self, body: &'a [Stmt]) {
        if let Some(doc) = doc(body) {
            self.constant(Constant::Str(doc));
            self.store("__doc__");
        }
        let scope = self.unit.scope;
        if self.walk.scopes.get(scope).is_some_and(|scope| scope.usages.contains_key("__annotations__")) {
            self.emit(Op::Dict(0));
            self.store("__annotations__");
        }
        self.body(body);
        // The variable that `super()` goes by is filled when the class exists.
        if let Some(slot) = self.unit.code.cells.first().copied() {
            self.emit(Op::LoadCellItself(slot));
            self.emit(Op::Return);
        }
    }

    fn bases(&mut self, arguments: &'a ast::Arguments) -> (u16, u16) {
        for base in &arguments.args {
            if base.is_starred_expr() {
                self.refuse("bases of a class cannot be unpacked here", base.start());
            }
            self.expression(base);
        }
        let mut names = Vec::new();
        for keyword in &arguments.keywords {
            match &keyword.arg {
                Some(name) => names.push(Str::from(name.as_str())),
                None => self.refuse("keywords of a class cannot be unpacked here", keyword.range.start()),
            }
            self.expression(&keyword.value);
        }
        let keywords = self.unit.keywords(names);
        (u16::try_from(arguments.args.len()).unwrap_or(u16::MAX), keywords)
    }
}

/// What the first statement of a body says about it.
fn doc(body: &[Stmt]) -> Option<Str> {
    match body.first() {
        Some(Stmt::Expr(statement)) => match &*statement.value {
            Expr::StringLiteral(text) => Some(text.value.to_str().into()),
            _ => None,
        },
        _ => None,
    }
}
