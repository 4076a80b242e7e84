//! Goes through a text and notes in which scope each name is used, and what is not allowed.

use std::collections::HashMap;

use ruff_python_ast::{
    self as ast, Comprehension, ExceptHandler, Expr, ExprContext, Parameters, Pattern, Stmt,
    visitor::{Visitor, walk_except_handler, walk_expr, walk_pattern, walk_stmt},
};
use ruff_text_size::{Ranged, TextSize};

use super::scope::{Kind, Scope, mangle};
use crate::Str;

/// What was noted.
pub(super) struct Walk {
    pub(super) scopes: Vec<Scope>,
    /// The scope that belongs to a node, by its address.
    pub(super) by_node: HashMap<usize, usize>,
    /// Names that are read: scope, name, where.
    pub(super) reads: Vec<(usize, Str, TextSize)>,
    /// Attributes.
    pub(super) attributes: Vec<(Str, TextSize)>,
    /// Where names are declared `nonlocal`: scope, name, where.
    pub(super) nonlocals: Vec<(usize, Str, TextSize)>,
    /// Imports: module, names, where.
    pub(super) imports: Vec<(Str, Vec<Str>, TextSize)>,
    /// The first thing that is not allowed.
    pub(super) error: Option<(String, TextSize)>,
    current: usize,
}

/// Most parameters of a function.
const MOST_PARAMETERS: usize = 250;

/// The key of a node.
pub(super) fn key<T>(node: &T) -> usize {
    std::ptr::from_ref(node).addr()
}

impl Walk {
    /// Goes through a text.
    pub(super) fn of(statements: &[Stmt]) -> Self {
        let mut walk = Walk {
            scopes: vec![Scope::new(Kind::Program, None, None)],
            by_node: HashMap::new(),
            reads: Vec::new(),
            attributes: Vec::new(),
            nonlocals: Vec::new(),
            imports: Vec::new(),
            error: None,
            current: 0,
        };
        walk.visit_body(statements);
        walk
    }

    pub(super) fn refuse(&mut self, message: impl Into<String>, at: TextSize) {
        self.error.get_or_insert((message.into(), at));
    }

    pub(super) fn scope(&mut self) -> Option<&mut Scope> {
        self.scopes.get_mut(self.current)
    }

    fn mangled(&mut self, name: &str) -> Str {
        mangle(self.scope().and_then(|scope| scope.class.as_ref()), name)
    }

    pub(super) fn bind(&mut self, name: &str) {
        let name = self.mangled(name);
        if let Some(scope) = self.scope() {
            scope.usage(&name).bound = true;
        }
    }

    fn read(&mut self, name: &str, at: TextSize) {
        let name = self.mangled(name);
        let current = self.current;
        let in_function = current > 0 && self.scope().is_some_and(|scope| scope.kind != Kind::Class);
        if let Some(scope) = self.scope() {
            scope.usage(&name);
            if &*name == "super" && in_function {
                scope.usage(&Str::from("__class__"));
            }
        }
        self.reads.push((current, name, at));
    }

    /// Goes into a scope of its own.
    fn within(&mut self, kind: Kind, node: usize, class: Option<Str>, inside: impl FnOnce(&mut Self)) {
        let parent = self.current;
        let class = class.or_else(|| self.scope().and_then(|scope| scope.class.clone()));
        self.current = self.scopes.len();
        self.scopes.push(Scope::new(kind, Some(parent), class));
        self.by_node.insert(node, self.current);
        inside(self);
        self.current = parent;
    }

    fn parameters(&mut self, parameters: &Parameters) {
        if parameters.len() > MOST_PARAMETERS {
            return self.refuse("too many parameters", parameters.range.start());
        }
        let rest = parameters.vararg.iter().chain(&parameters.kwarg).map(|parameter| &**parameter);
        let plain = parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs).map(|one| &one.parameter);
        for parameter in plain.chain(rest) {
            let name = self.mangled(&parameter.name);
            if self.scope().is_some_and(|scope| scope.parameters.contains(&name)) {
                self.refuse(format!("duplicate argument '{name}' in function definition"), parameter.range.start());
            }
            if let Some(scope) = self.scope() {
                scope.usage(&name).bound = true;
                scope.parameters.push(name);
            }
        }
    }

    fn defaults(&mut self, parameters: &Parameters) {
        let all = parameters.posonlyargs.iter().chain(&parameters.args).chain(&parameters.kwonlyargs);
        for default in all.filter_map(|parameter| parameter.default.as_deref()) {
            self.visit_expr(default);
        }
    }

    fn function(&mut self, function: &ast::StmtFunctionDef) {
        self.bind(&function.name);
        for decorator in &function.decorator_list {
            self.visit_decorator(decorator);
        }
        if let Some(parameters) = &function.type_params {
            self.refuse("type parameters are not available here", parameters.range.start());
        }
        self.defaults(&function.parameters);
        self.within(Kind::Function, key(function), None, |walk| {
            walk.parameters(&function.parameters);
            walk.visit_body(&function.body);
        });
    }

    fn class(&mut self, class: &ast::StmtClassDef) {
        self.bind(&class.name);
        for decorator in &class.decorator_list {
            self.visit_decorator(decorator);
        }
        if let Some(parameters) = &class.type_params {
            self.refuse("type parameters are not available here", parameters.range.start());
        }
        if let Some(arguments) = &class.arguments {
            self.visit_arguments(arguments);
        }
        self.within(Kind::Class, key(class), Some(class.name.as_str().into()), |walk| {
            if let Some(scope) = walk.scope() {
                scope.usage(&Str::from("__class__")).bound = true;
            }
            walk.visit_body(&class.body);
        });
    }

    fn comprehension(&mut self, node: usize, generators: &[Comprehension], items: &[&Expr]) {
        let Some((first, others)) = generators.split_first() else { return };
        self.visit_expr(&first.iter);
        self.within(Kind::Comprehension, node, None, |walk| {
            // Its one parameter, whose name no program can write.
            if let Some(scope) = walk.scope() {
                scope.usage(&Str::from(".0")).bound = true;
                scope.parameters.push(".0".into());
            }
            walk.visit_expr(&first.target);
            first.ifs.iter().for_each(|condition| walk.visit_expr(condition));
            others.iter().for_each(|generator| walk.visit_comprehension(generator));
            items.iter().for_each(|item| walk.visit_expr(item));
        });
        if let Some(asynchronous) = generators.iter().find(|generator| generator.is_async) {
            self.refuse("'async' is not available here", asynchronous.range.start());
        }
    }

    /// `(name := value)`: belongs to the function around all comprehensions.
    fn walrus(&mut self, name: &str, at: TextSize) {
        let name = self.mangled(name);
        let mut index = self.current;
        while let Some(scope) = self.scopes.get_mut(index).filter(|scope| scope.kind == Kind::Comprehension) {
            let Some(parent) = scope.parent else { break };
            let usage = scope.usage(&name);
            if usage.bound {
                return self.refuse(format!("assignment expression cannot rebind comprehension iteration variable '{name}'"), at);
            }
            usage.nonlocal = true;
            index = parent;
        }
        let Some(scope) = self.scopes.get_mut(index) else { return };
        if scope.kind == Kind::Class && index != self.current {
            return self.refuse("assignment expression within a comprehension cannot be used in a class body", at);
        }
        scope.usage(&name).bound = true;
    }

    pub(super) fn declare(&mut self, names: &[ast::Identifier], global: bool) {
        let word = if global { "global" } else { "nonlocal" };
        for identifier in names {
            let name = self.mangled(identifier);
            let Some(scope) = self.scope() else { return };
            let refused = match (scope.parameters.contains(&name), scope.usages.get(&name)) {
                (true, _) => Some(format!("name '{name}' is parameter and {word}")),
                (false, Some(usage)) if usage.global || usage.nonlocal => None,
                (false, Some(usage)) if usage.bound => Some(format!("name '{name}' is assigned to before {word} declaration")),
                (false, Some(_)) => Some(format!("name '{name}' is used prior to {word} declaration")),
                (false, None) => None,
            };
            if !global {
                self.nonlocals.push((self.current, name.clone(), identifier.range.start()));
            }
            let Some(scope) = self.scope() else { return };
            let usage = scope.usage(&name);
            *if global { &mut usage.global } else { &mut usage.nonlocal } = true;
            if let Some(refused) = refused {
                self.refuse(refused, identifier.range.start());
            }
        }
    }

    fn yields(&mut self, at: TextSize) {
        match self.scope().map(|scope| scope.kind) {
            Some(Kind::Class) => self.refuse("'yield' outside function", at),
            Some(Kind::Comprehension) => self.refuse("'yield' inside a comprehension", at),
            _ => {}
        }
        if let Some(scope) = self.scope() {
            scope.generator = true;
        }
    }
}

impl<'a> Visitor<'a> for Walk {
    fn visit_annotation(&mut self, _: &'a Expr) {}

    fn visit_stmt(&mut self, statement: &'a Stmt) {
        if let Some(refused) = super::refuse::statement(statement) {
            self.refuse(refused, statement.start());
        }
        match statement {
            Stmt::AnnAssign(assign) if assign.simple && self.scope().is_some_and(|scope| scope.kind == Kind::Class) => {
                self.bind("__annotations__");
                walk_stmt(self, statement);
            }
            Stmt::FunctionDef(function) => self.function(function),
            Stmt::ClassDef(class) => self.class(class),
            Stmt::Global(global) => self.declare(&global.names, true),
            Stmt::Nonlocal(nonlocal) => self.declare(&nonlocal.names, false),
            Stmt::Import(import) => {
                for alias in &import.names {
                    self.imports.push((alias.name.as_str().into(), Vec::new(), alias.range.start()));
                    let first = alias.name.split('.').next().unwrap_or_default();
                    self.bind(alias.asname.as_deref().unwrap_or(first));
                }
            }
            Stmt::ImportFrom(import) => {
                let module = import.module.as_deref().unwrap_or_default().into();
                self.imports.push((module, import.names.iter().map(|alias| alias.name.as_str().into()).collect(), import.range.start()));
                for alias in &import.names {
                    self.bind(alias.asname.as_ref().unwrap_or(&alias.name));
                }
            }
            Stmt::Return(_) if self.scope().is_some_and(|scope| scope.kind == Kind::Class) => {
                self.refuse("'return' outside function", statement.start());
            }
            _ => walk_stmt(self, statement),
        }
    }

    fn visit_expr(&mut self, expression: &'a Expr) {
        if let Some(refused) = super::refuse::expression(expression) {
            self.refuse(refused, expression.start());
        }
        match expression {
            Expr::Name(name) if name.ctx == ExprContext::Load => self.read(&name.id, name.range.start()),
            Expr::Name(name) => self.bind(&name.id),
            Expr::Lambda(lambda) => {
                lambda.parameters.iter().for_each(|parameters| self.defaults(parameters));
                self.within(Kind::Function, key(lambda), None, |walk| {
                    lambda.parameters.iter().for_each(|parameters| walk.parameters(parameters));
                    walk.visit_expr(&lambda.body);
                });
            }
            Expr::ListComp(list) => self.comprehension(key(list), &list.generators, &[&list.elt]),
            Expr::SetComp(set) => self.comprehension(key(set), &set.generators, &[&set.elt]),
            Expr::Generator(generator) => self.comprehension(key(generator), &generator.generators, &[&generator.elt]),
            Expr::DictComp(dict) => match dict.key.as_deref() {
                Some(key_expression) => self.comprehension(key(dict), &dict.generators, &[key_expression, &dict.value]),
                None => self.refuse("dict unpacking cannot be used in dict comprehension", dict.range.start()),
            },
            Expr::Named(named) => {
                self.visit_expr(&named.value);
                if let Expr::Name(name) = &*named.target {
                    self.walrus(&name.id, name.range.start());
                }
            }
            Expr::Attribute(attribute) => {
                let name = self.mangled(&attribute.attr);
                self.attributes.push((name, attribute.attr.range.start()));
                walk_expr(self, expression);
            }
            Expr::Yield(_) | Expr::YieldFrom(_) => {
                self.yields(expression.start());
                walk_expr(self, expression);
            }
            _ => walk_expr(self, expression),
        }
    }

    fn visit_except_handler(&mut self, handler: &'a ExceptHandler) {
        let ExceptHandler::ExceptHandler(inner) = handler;
        if let Some(name) = &inner.name {
            self.bind(name);
        }
        walk_except_handler(self, handler);
    }

    fn visit_pattern(&mut self, pattern: &'a Pattern) {
        match pattern {
            Pattern::MatchAs(inner) => inner.name.iter().for_each(|name| self.bind(name)),
            Pattern::MatchStar(inner) => inner.name.iter().for_each(|name| self.bind(name)),
            Pattern::MatchMapping(inner) => inner.rest.iter().for_each(|name| self.bind(name)),
            _ => {}
        }
        walk_pattern(self, pattern);
    }
}
