//! From text to syntax tree, within limits.

mod depth;
mod lines;

pub(crate) use lines::Lines;

use ruff_python_ast::Stmt;
use ruff_python_parser::parse_module;
use ruff_text_size::{Ranged, TextSize};

/// What is wrong with a text, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SyntaxError {
    /// What is wrong.
    pub message: String,
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
}

impl std::fmt::Display for SyntaxError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} (line {}, column {})", self.message, self.line, self.column)
    }
}

impl std::error::Error for SyntaxError {}

/// Longest text, in bytes.
const LONGEST: usize = 256 * 1024;

/// Put before a text whose lines are all indented, so that they may be.
const OPENING: &str = "if 1:\n";

/// Parses a text and hands its statements to what works with them. The syntax tree does not outlive this call: it is as deep as the
/// text is, and dropped where there is stack enough.
pub(crate) fn parse<T>(source: &str, work: impl FnOnce(&[Stmt], &Lines<'_>) -> Result<T, SyntaxError>) -> Result<T, SyntaxError> {
    if source.len() > LONGEST {
        return Err(SyntaxError { message: format!("longer than {} KiB", LONGEST / 1024), line: 1, column: 1 });
    }
    let indented = is_indented(source);
    let opened = if indented { format!("{OPENING}{source}") } else { source.to_owned() };
    let lines = Lines::new(&opened, u32::from(indented));
    depth::check(&opened).map_err(|offset| lines.error("too deeply nested", offset))?;
    let parsed = parse_module(&opened).map_err(|error| lines.error(error.error.to_string(), error.location.start()))?;
    let statements = match parsed.suite().split_first() {
        Some((Stmt::If(opening), [])) if indented => &opening.body[..],
        Some((_, rest)) if indented => {
            return Err(
                lines.error("unindent does not match any outer indentation level", rest.first().map_or(TextSize::default(), Ranged::start))
            );
        }
        _ => parsed.suite(),
    };
    if statements.is_empty() {
        return Err(lines.error("expected at least one statement: a text of comments alone does nothing", TextSize::default()));
    }
    work(statements, &lines)
}

/// Whether the first line that is not empty or a comment begins with white space.
fn is_indented(source: &str) -> bool {
    let mut lines = source.lines().filter(|line| !matches!(line.trim_start().chars().next(), None | Some('#')));
    lines.next().is_some_and(|line| line.starts_with([' ', '\t']))
}
