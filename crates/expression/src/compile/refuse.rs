//! What Python would refuse after parsing, and what this sandbox refuses.

use ruff_python_ast::{Expr, Number, Stmt};

/// Why a statement is not allowed.
pub(super) fn statement(statement: &Stmt) -> Option<String> {
    let refused = match statement {
        Stmt::FunctionDef(function) if function.is_async => "'async' is not available here",
        Stmt::For(statement) if statement.is_async => "'async' is not available here",
        Stmt::With(statement) if statement.is_async => "'async' is not available here",
        Stmt::TypeAlias(_) => "'type' statements are not available here",
        Stmt::Try(statement) if statement.is_star => "'except*' is not available here",
        Stmt::ImportFrom(import) if import.level > 0 => "relative imports are not available here",
        Stmt::ImportFrom(import) if import.names.iter().any(|alias| alias.name.as_str() == "*") => "import * only allowed at module level",
        Stmt::IpyEscapeCommand(_) => "invalid syntax",
        Stmt::Assign(assign) => return assign.targets.iter().find_map(target),
        Stmt::For(statement) => return target(&statement.target),
        _ => return None,
    };
    Some(refused.to_owned())
}

/// Why an expression is not allowed.
pub(super) fn expression(expression: &Expr) -> Option<String> {
    let refused = match expression {
        Expr::Await(_) => "'await' is not available here",
        Expr::TString(_) => "t-strings are not available here",
        Expr::IpyEscapeCommand(_) => "invalid syntax",
        Expr::NumberLiteral(number) if matches!(number.value, Number::Complex { .. }) => "complex numbers are not available here",
        Expr::Tuple(tuple) if tuple.ctx.is_store() => return target(expression),
        Expr::List(list) if list.ctx.is_store() => return target(expression),
        _ => return None,
    };
    Some(refused.to_owned())
}

/// Why something cannot be assigned to.
fn target(target: &Expr) -> Option<String> {
    let items = match target {
        Expr::Starred(_) => return Some("starred assignment target must be in a list or tuple".to_owned()),
        Expr::Tuple(tuple) => &tuple.elts,
        Expr::List(list) => &list.elts,
        _ => return None,
    };
    match items.iter().filter(|item| item.is_starred_expr()).count() {
        0 | 1 if items.len() < 60_000 => None,
        0 | 1 => Some("too many targets".to_owned()),
        _ => Some("multiple starred expressions in assignment".to_owned()),
    }
}
