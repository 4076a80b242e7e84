//! From syntax tree to instructions.

mod block;
mod call;
mod comprehension;
mod display;
mod exception;
mod expression;
mod function;
mod pattern;
mod refuse;
mod resolve;
mod scope;
mod statement;
mod target;
mod unit;
mod variable;
mod walk;

use std::{collections::BTreeSet, sync::Arc};

use ruff_python_ast::Stmt;
use ruff_text_size::TextSize;

use crate::{
    Program, Str, SyntaxError,
    code::{Import, Op, Use, Whole},
    parse::{Lines, parse},
};
use scope::{Place, Scope, Slots};
use unit::Unit;
use walk::Walk;

/// Stack of the thread that compiles: virtual memory, of which a usual text touches a few pages.
const STACK: usize = 64 << 20;
/// Most instructions of a program: `finally` bodies are there once for each way out, so that a short text may need many.
const MOST: usize = 400_000;

/// Compiles a text, which is the body of a function.
///
/// # Errors
/// What is wrong with it, and where: also for what Python allows and this sandbox does not (`async`, too deep nesting).
pub fn compile(source: &str) -> Result<Program, SyntaxError> {
    let busy = |_| SyntaxError { message: "the server is too busy to compile this".to_owned(), line: 1, column: 1 };
    std::thread::scope(|threads| {
        let work = || parse(source, compile_statements);
        let thread = std::thread::Builder::new().name("compile".to_owned()).stack_size(STACK).spawn_scoped(threads, work);
        match thread.map(std::thread::ScopedJoinHandle::join) {
            Ok(Ok(result)) => result,
            Ok(Err(_)) | Err(_) => Err(busy(())),
        }
    })
}

fn compile_statements(statements: &[Stmt], lines: &Lines<'_>) -> Result<Program, SyntaxError> {
    let mut walk = Walk::of(statements);
    if let Some((message, at)) = walk.error.take() {
        return Err(lines.error(message, at));
    }
    if let Err((scope, name)) = resolve::resolve(&mut walk.scopes) {
        let declared = walk.nonlocals.iter().find(|(in_scope, declared, _)| *in_scope == scope && *declared == name);
        let at = declared.map_or_else(TextSize::default, |(_, _, at)| *at);
        return Err(lines.error(format!("no binding for nonlocal '{name}' found"), at));
    }
    let slots: Vec<Slots> = walk.scopes.iter().map(Slots::of).collect();
    let names = program_names(&walk.scopes, &slots);
    let mut compiler = Compiler { lines, slots, names, unit: Unit::default(), outer: Vec::new(), compiled: 0, error: None, walk };
    compiler.begin(0, "");
    compiler.body(statements);
    let code = Arc::new(compiler.end());
    match compiler.error.take() {
        Some((message, at)) => Err(lines.error(message, at)),
        None => Ok(compiler.whole(code)),
    }
}

fn program_names(scopes: &[Scope], slots: &[Slots]) -> Vec<Str> {
    let mut names = BTreeSet::new();
    for (scope, slots) in scopes.iter().zip(slots) {
        let found = scope.order.iter().filter(|name| matches!(scope.place(name, slots), Place::Global | Place::Member));
        names.extend(found.cloned());
    }
    names.into_iter().collect()
}

/// What compiles a text.
struct Compiler<'a, 'l> {
    lines: &'l Lines<'l>,
    walk: Walk,
    /// Variables of each scope.
    slots: Vec<Slots>,
    names: Vec<Str>,
    /// The function at hand.
    unit: Unit<'a>,
    /// Those around it.
    outer: Vec<Unit<'a>>,
    /// Instructions of functions that are complete.
    compiled: usize,
    error: Option<(String, TextSize)>,
}

impl<'a> Compiler<'a, '_> {
    /// The function at hand.
    fn unit(&mut self) -> &mut Unit<'a> {
        &mut self.unit
    }

    fn emit(&mut self, op: Op) {
        self.unit().emit(op);
    }

    fn refuse(&mut self, message: impl Into<String>, at: TextSize) {
        self.error.get_or_insert((message.into(), at));
    }

    /// Whether so much has been compiled that it must be refused.
    fn is_full(&mut self, at: TextSize) -> bool {
        let full = self.compiled + self.unit.code.ops.len() > MOST;
        let handlers = self.unit().code.handlers.len().max(self.unit().code.keywords.len()) > 60_000;
        if full || handlers {
            self.refuse("the text needs too many instructions", at);
        }
        self.error.is_some()
    }

    fn whole(&self, code: Arc<crate::code::Code>) -> Program {
        let place = |(name, at): (&Str, TextSize)| {
            let (line, column) = self.lines.position(at);
            Use { name: name.clone(), line, column }
        };
        let is_free = |scope: usize, name: &Str| match (self.walk.scopes.get(scope), self.slots.get(scope)) {
            (Some(scope), Some(slots)) => match scope.place(name, slots) {
                Place::Global => true,
                Place::Member => !scope.owns(name),
                _ => false,
            },
            _ => false,
        };
        let reads = self.walk.reads.iter().filter(|(scope, name, _)| is_free(*scope, name));
        let imports = self.walk.imports.iter().map(|(module, names, at)| {
            let (line, column) = self.lines.position(*at);
            Import { module: module.clone(), names: names.clone(), line, column }
        });
        Program(Arc::new(Whole {
            code,
            names: self.names.clone(),
            uses: reads.map(|(_, name, at)| place((name, *at))).collect(),
            imports: imports.collect(),
            attributes: self.walk.attributes.iter().map(|(name, at)| place((name, *at))).collect(),
        }))
    }
}
