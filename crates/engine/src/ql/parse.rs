//! From tokens to comparisons.

use std::{iter::Peekable, vec::IntoIter};

use super::{
    BadFilter, Comparison, Filter, Literal, Test,
    token::{Token, tokens},
};

/// How deep parentheses may stand within each other.
const DEEPEST: usize = 32;

/// Most comparisons in a text, and most values in a list: what is asked of a database must not grow without bound.
const MOST_COMPARISONS: usize = 64;
const MOST_VALUES: usize = 256;

/// Words that name no value.
const WORDS: &[&str] = &["and", "or", "not", "in", "startswith", "endswith", "True", "False", "None"];

impl Filter {
    /// Understands a text.
    ///
    /// # Errors
    /// What is wrong, and where.
    pub fn parse(text: &str) -> Result<Self, BadFilter> {
        let mut parser = Parser { tokens: tokens(text)?.into_iter().peekable(), end: text.chars().count() + 1, comparisons: 0 };
        let filter = parser.any(0)?;
        match parser.tokens.next() {
            None => Ok(filter),
            Some((_, at)) => Err(BadFilter::new(at, "Expected “and”, “or” or the end")),
        }
    }
}

struct Parser {
    tokens: Peekable<IntoIter<(Token, usize)>>,
    /// The place behind the last character.
    end: usize,
    /// How many there were.
    comparisons: usize,
}

impl Parser {
    fn any(&mut self, depth: usize) -> Result<Filter, BadFilter> {
        self.list(depth, "or", Parser::all, Filter::Any)
    }

    fn all(&mut self, depth: usize) -> Result<Filter, BadFilter> {
        self.list(depth, "and", Parser::one, Filter::All)
    }

    /// What stands between a word.
    fn list(
        &mut self,
        depth: usize,
        word: &str,
        item: fn(&mut Self, usize) -> Result<Filter, BadFilter>,
        together: fn(Vec<Filter>) -> Filter,
    ) -> Result<Filter, BadFilter> {
        let first = item(self, depth)?;
        let mut all = vec![first];
        while self.skip(word) {
            all.push(item(self, depth)?);
        }
        Ok(match (all.len(), all.pop()) {
            (1, Some(only)) => only,
            (_, last) => {
                all.extend(last);
                together(all)
            }
        })
    }

    fn one(&mut self, depth: usize) -> Result<Filter, BadFilter> {
        match self.next("a name or “(”")? {
            (Token::Open, at) if depth == DEEPEST => Err(BadFilter::new(at, format!("More than {DEEPEST} parentheses within each other"))),
            (Token::Open, _) => {
                let inner = self.any(depth + 1)?;
                self.expect(&Token::Close, "“)”")?;
                Ok(inner)
            }
            (Token::Name(_), at) if self.comparisons == MOST_COMPARISONS => {
                Err(BadFilter::new(at, format!("More than {MOST_COMPARISONS} comparisons")))
            }
            (Token::Name(name), _) if !WORDS.contains(&name.as_str()) => self.comparison(name).map(Filter::Is),
            (_, at) => Err(BadFilter::new(at, "Expected a name or “(”")),
        }
    }

    fn comparison(&mut self, name: String) -> Result<Comparison, BadFilter> {
        self.comparisons += 1;
        let (token, at) = self.next("an operator")?;
        let (negated, operator) = match token {
            Token::Sign("!=") => (true, "="),
            Token::Sign("!~") => (true, "~"),
            Token::Sign(sign) => (false, sign),
            Token::Name(word) if word == "not" => (true, self.behind_not(at)?),
            Token::Name(word) => (false, word_of(&word).ok_or_else(|| BadFilter::new(at, "Expected an operator"))?),
            _ => return Err(BadFilter::new(at, "Expected an operator")),
        };
        Ok(Comparison { name, negated, test: self.test(operator)? })
    }

    /// The operator behind a `not`, which stands at `not`.
    fn behind_not(&mut self, not: usize) -> Result<&'static str, BadFilter> {
        let (known, at) = match self.next("an operator")? {
            (Token::Name(word), at) => (word_of(&word), at),
            _ => (None, not),
        };
        known.ok_or_else(|| BadFilter::new(at, "Expected “in”, “startswith” or “endswith” behind “not”"))
    }

    fn test(&mut self, operator: &str) -> Result<Test, BadFilter> {
        Ok(match operator {
            "in" => Test::In(self.values()?),
            "=" => Test::In(vec![self.value()?.0]),
            "~" => Test::Contains(self.text()?),
            "startswith" => Test::StartsWith(self.text()?),
            "endswith" => Test::EndsWith(self.text()?),
            "<" => Test::Less(self.ordered()?),
            "<=" => Test::LessOrSame(self.ordered()?),
            ">" => Test::Greater(self.ordered()?),
            _ => Test::GreaterOrSame(self.ordered()?),
        })
    }

    fn values(&mut self) -> Result<Vec<Literal>, BadFilter> {
        self.expect(&Token::Open, "“(”")?;
        let mut values = vec![self.value()?.0];
        while self.tokens.next_if(|(token, _)| *token == Token::Comma).is_some() {
            match self.value()? {
                (_, at) if values.len() == MOST_VALUES => return Err(BadFilter::new(at, format!("More than {MOST_VALUES} values"))),
                (value, _) => values.push(value),
            }
        }
        self.expect(&Token::Close, "“,” or “)”")?;
        Ok(values)
    }

    fn value(&mut self) -> Result<(Literal, usize), BadFilter> {
        let (token, at) = self.next("a value")?;
        let value = match token {
            Token::Text(text) => Some(Literal::Text(text)),
            Token::Int(number) => Some(Literal::Int(number)),
            Token::Float(number) => Some(Literal::Float(number)),
            Token::Name(word) => match word.as_str() {
                "True" => Some(Literal::Bool(true)),
                "False" => Some(Literal::Bool(false)),
                "None" => Some(Literal::None),
                _ => None,
            },
            _ => None,
        };
        value
            .map(|value| (value, at))
            .ok_or_else(|| BadFilter::new(at, "Expected a value: a text in double quotes, a number, True, False or None"))
    }

    fn text(&mut self) -> Result<String, BadFilter> {
        match self.value()? {
            (Literal::Text(text), _) => Ok(text),
            (_, at) => Err(BadFilter::new(at, "Expected a text in double quotes")),
        }
    }

    fn ordered(&mut self) -> Result<Literal, BadFilter> {
        match self.value()? {
            (Literal::Bool(_) | Literal::None, at) => {
                Err(BadFilter::new(at, "Expected something that comes before or after: a text or a number"))
            }
            (value, _) => Ok(value),
        }
    }

    fn next(&mut self, wanted: &str) -> Result<(Token, usize), BadFilter> {
        self.tokens.next().ok_or_else(|| BadFilter::new(self.end, format!("Expected {wanted}")))
    }

    fn expect(&mut self, token: &Token, wanted: &str) -> Result<(), BadFilter> {
        match self.next(wanted)? {
            (found, _) if found == *token => Ok(()),
            (_, at) => Err(BadFilter::new(at, format!("Expected {wanted}"))),
        }
    }

    fn skip(&mut self, word: &str) -> bool {
        self.tokens.next_if(|(token, _)| matches!(token, Token::Name(name) if name == word)).is_some()
    }
}

/// An operator that is a word.
fn word_of(word: &str) -> Option<&'static str> {
    ["in", "startswith", "endswith"].into_iter().find(|known| *known == word)
}
