//! Calls.

use ruff_python_ast::{self as ast, Expr};

use super::{Compiler, display::literal, scope::Kind};
use crate::{
    Str,
    code::{Constant, Op},
};

/// Most arguments that are pushed one by one.
const WIDE: usize = 200;

impl<'a> Compiler<'a, '_> {
    pub(super) fn call(&mut self, call: &'a ast::ExprCall) {
        let arguments = &call.arguments;
        let line = self.unit().line;
        if self.is_plain_super(call) {
            return self.plain_super();
        }
        let simple = arguments.keywords.is_empty() && arguments.args.len() < 8 && arguments.args.iter().all(is_simple);
        match &*call.func {
            Expr::Attribute(attribute) if simple => {
                self.expression(&attribute.value);
                arguments.args.iter().for_each(|argument| self.expression(argument));
                self.at_line(attribute.attr.range.start());
                let name = self.mangled(&attribute.attr);
                let name = self.unit().name(&name);
                let count = u16::try_from(arguments.args.len()).unwrap_or(u16::MAX);
                self.emit(Op::CallMethod { name, count });
            }
            callee => {
                self.expression(callee);
                let line = self.unit().line;
                self.arguments(&arguments.args, &arguments.keywords, line);
            }
        }
        self.unit().line = line;
    }

    /// Pushes arguments and calls what lies below them.
    fn arguments(&mut self, args: &'a [Expr], keywords: &'a [ast::Keyword], line: u32) {
        let spread = args.iter().any(Expr::is_starred_expr) || keywords.iter().any(|keyword| keyword.arg.is_none());
        if spread || args.len() + keywords.len() > WIDE {
            return self.spread(args, keywords, line);
        }
        args.iter().for_each(|argument| self.expression(argument));
        keywords.iter().for_each(|keyword| self.expression(&keyword.value));
        let names: Vec<Str> = keywords.iter().filter_map(|keyword| Some(keyword.arg.as_ref()?.as_str().into())).collect();
        let keywords = self.unit().keywords(names);
        self.unit().line = line;
        self.emit(Op::Call { count: u16::try_from(args.len()).unwrap_or(u16::MAX), keywords });
    }

    fn spread(&mut self, args: &'a [Expr], keywords: &'a [ast::Keyword], line: u32) {
        self.emit(Op::List(0));
        for argument in args {
            match argument {
                Expr::Starred(starred) => {
                    self.expression(&starred.value);
                    self.emit(Op::ExtendArguments);
                }
                argument => {
                    self.expression(argument);
                    self.emit(Op::Append(0));
                }
            }
        }
        self.emit(Op::Dict(0));
        for keyword in keywords {
            match &keyword.arg {
                Some(name) => {
                    self.constant(Constant::Str(name.as_str().into()));
                    self.expression(&keyword.value);
                    self.emit(Op::Dict(1));
                }
                None => self.expression(&keyword.value),
            }
            self.emit(Op::MergeArguments);
        }
        self.unit().line = line;
        self.emit(Op::CallSpread);
    }

    /// Whether it is `super()` in a method.
    fn is_plain_super(&mut self, call: &ast::ExprCall) -> bool {
        let named = matches!(&*call.func, Expr::Name(name) if name.id.as_str() == "super");
        if !named || !call.arguments.is_empty() {
            return false;
        }
        let scope = self.unit().scope;
        let known = self.walk.scopes.get(scope).is_some_and(|scope| scope.is_free.contains("__class__"));
        known && self.first_parameter(scope).is_some()
    }

    /// The first parameter of the function around all comprehensions.
    fn first_parameter(&self, scope: usize) -> Option<Str> {
        let scope = self.walk.scopes.get(scope)?;
        match scope.kind {
            Kind::Function => scope.parameters.first().cloned(),
            _ => None,
        }
    }

    fn plain_super(&mut self) {
        let scope = self.unit().scope;
        if let Some(first) = self.first_parameter(scope) {
            self.load("__class__");
            self.load(&first);
            self.emit(Op::Super);
        }
    }
}

/// Whether an argument can be evaluated before or after the method is looked up: nobody can tell.
fn is_simple(argument: &Expr) -> bool {
    literal(argument).is_some() || argument.is_name_expr()
}
