//! Words and signs of a text.

use std::str::Chars;

use super::{BadFilter, LONGEST};

/// A word or a sign.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Token {
    /// A dotted name, or a word of the language.
    Name(String),
    Text(String),
    Int(i64),
    Float(f64),
    /// An operator that is no word.
    Sign(&'static str),
    Open,
    Close,
    Comma,
}

/// Longer signs stand before those that they begin with.
const SIGNS: &[&str] = &["!=", "!~", ">=", "<=", "=", ">", "<", "~"];

/// All tokens of a text, each with the character that it begins at, from 1.
pub(super) fn tokens(text: &str) -> Result<Vec<(Token, usize)>, BadFilter> {
    if text.chars().count() > LONGEST {
        return Err(BadFilter::new(LONGEST + 1, format!("Longer than {LONGEST} characters")));
    }
    let mut reader = Reader { rest: text.chars(), at: 1 };
    let mut tokens = Vec::new();
    loop {
        reader.take_while(char::is_whitespace);
        let at = reader.at;
        match reader.peek() {
            None => return Ok(tokens),
            Some(first) => tokens.push((reader.token(first, at)?, at)),
        }
    }
}

struct Reader<'t> {
    rest: Chars<'t>,
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.rest.clone().next()
    }

    fn take(&mut self) -> Option<char> {
        self.at += 1;
        self.rest.next()
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let mut taken = String::new();
        while let Some(char) = self.peek().filter(|char| wanted(*char)) {
            taken.push(char);
            self.take();
        }
        taken
    }

    fn token(&mut self, first: char, at: usize) -> Result<Token, BadFilter> {
        match first {
            '(' => Ok(self.sign(Token::Open)),
            ')' => Ok(self.sign(Token::Close)),
            ',' => Ok(self.sign(Token::Comma)),
            '"' => self.text(at),
            '-' | '0'..='9' => number(&self.take_while(|char| char.is_ascii_alphanumeric() || "+-.".contains(char)), at),
            first if first == '_' || first.is_alphabetic() => {
                let name = self.take_while(|char| char == '_' || char == '.' || char.is_alphanumeric());
                if name.split('.').any(str::is_empty) { Err(BadFilter::new(at, "A name that ends early")) } else { Ok(Token::Name(name)) }
            }
            _ => {
                let sign = SIGNS.iter().find(|sign| self.rest.as_str().starts_with(**sign));
                let sign = sign.ok_or_else(|| BadFilter::new(at, format!("Unexpected “{first}”")))?;
                for _ in sign.chars() {
                    self.take();
                }
                Ok(Token::Sign(sign))
            }
        }
    }

    fn sign(&mut self, token: Token) -> Token {
        self.take();
        token
    }

    /// A text in quotes, with the escapes of JSON (RFC 8259, section 7).
    fn text(&mut self, at: usize) -> Result<Token, BadFilter> {
        let mut quoted = String::from('"');
        self.take();
        loop {
            let char = self.take().ok_or_else(|| BadFilter::new(at, "A text without an end"))?;
            quoted.push(char);
            match char {
                '"' => break,
                '\\' => quoted.extend(self.take()),
                _ => {}
            }
        }
        serde_json::from_str(&quoted)
            .map(Token::Text)
            .map_err(|_| BadFilter::new(at, "A text with a character that must be escaped, or an unknown escape"))
    }
}

fn number(text: &str, at: usize) -> Result<Token, BadFilter> {
    let whole = text.parse().ok().map(Token::Int);
    let decimal = || text.parse().ok().filter(|number: &f64| number.is_finite()).map(Token::Float);
    whole.or_else(decimal).ok_or_else(|| BadFilter::new(at, format!("“{text}” is no number")))
}
