//! How deep a text goes, before it is parsed: parsing, compiling and dropping the tree all go as deep as the tree does.

use ruff_python_ast::token::TokenKind;
use ruff_python_parser::{Mode, lexer::lex};
use ruff_text_size::TextSize;

/// Most brackets within brackets.
const BRACKETS: usize = 200;
/// Most blocks within blocks.
const BLOCKS: usize = 60;
/// Most operators, dots, keywords and brackets that can lie within each other.
const CHAIN: usize = 3000;

/// Checks a text.
///
/// # Errors
/// Where it goes too deep.
pub(crate) fn check(source: &str) -> Result<(), TextSize> {
    if !is_too_deep(source) {
        return Ok(());
    }
    // Tokens do not tell where they are; but a longer beginning never is less deep than a shorter one.
    let (mut fine, mut deep) = (0, source.len());
    while fine + 1 < deep {
        let middle = usize::midpoint(fine, deep);
        match source.get(..middle) {
            Some(beginning) if is_too_deep(beginning) => deep = middle,
            Some(_) => fine = middle,
            None => fine = middle,
        }
    }
    Err(TextSize::new(u32::try_from(fine).unwrap_or(u32::MAX)))
}

fn is_too_deep(source: &str) -> bool {
    let mut lexer = lex(source, Mode::Module);
    let mut depth = Depth::default();
    loop {
        match lexer.next_token() {
            TokenKind::EndOfFile => return false,
            kind => depth.take(kind),
        }
        if depth.open.len() > BRACKETS || depth.blocks > BLOCKS || depth.total > CHAIN {
            return true;
        }
    }
}

#[derive(Default)]
struct Depth {
    blocks: usize,
    /// What each open bracket has around it: the chain that it stands in.
    open: Vec<usize>,
    /// Their sum.
    around: usize,
    /// The chain within the innermost bracket. A comma begins a new one, but for lambdas, which go on.
    chain: usize,
    lambdas: usize,
    /// All chains together.
    total: usize,
}

impl Depth {
    fn take(&mut self, kind: TokenKind) {
        use TokenKind as T;
        match kind {
            T::Indent => self.blocks += 1,
            T::Dedent => self.blocks = self.blocks.saturating_sub(1),
            T::Lpar | T::Lsqb | T::Lbrace | T::FStringStart | T::TStringStart => {
                self.around += self.chain + 1;
                self.open.push(self.chain + 1);
                self.chain = 0;
            }
            T::Rpar | T::Rsqb | T::Rbrace | T::FStringEnd | T::TStringEnd => {
                self.chain = self.open.pop().unwrap_or_default();
                self.around -= self.chain;
            }
            T::Newline | T::Semi => *self = Depth { blocks: self.blocks, ..Depth::default() },
            T::Comma => self.chain = self.lambdas,
            T::Lambda => {
                self.lambdas += 1;
                self.chain += 1;
            }
            T::Name | T::Int | T::Float | T::Complex | T::String | T::FStringMiddle | T::Comment | T::NonLogicalNewline => return,
            _ => self.chain += 1,
        }
        self.total = self.chain + self.around;
    }
}
