//! The words of an attribute: `flag`, `word = value`, `word(words)`.

use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned as _;
use syn::{Attribute, Error, Expr, ExprLit, Ident, Lit, LitStr, Meta, Result, Token};

type List = Punctuated<Meta, Token![,]>;

/// The words of one attribute that nobody has taken yet.
pub(crate) struct Words {
    attribute: &'static str,
    span: Span,
    words: Vec<Meta>,
}

impl Words {
    /// Reads all `#[attribute(…)]`; a word that is not `known`, or stands twice, is an error.
    pub(crate) fn parse(attributes: &[Attribute], attribute: &'static str, span: Span, known: &[&str]) -> Result<Self> {
        let mut words = Vec::new();
        for found in attributes.iter().filter(|found| found.path().is_ident(attribute)) {
            words.extend(found.parse_args_with(List::parse_terminated)?);
        }
        check(&words, known)?;
        Ok(Words { attribute, span, words })
    }

    /// A flag.
    pub(crate) fn flag(&mut self, word: &str) -> Result<bool> {
        match self.take(word) {
            None => Ok(false),
            Some(Meta::Path(_)) => Ok(true),
            Some(other) => Err(Error::new(other.span(), format!("`{word}` takes no value"))),
        }
    }

    /// The value of a word.
    pub(crate) fn value(&mut self, word: &str) -> Result<Option<Expr>> {
        match self.take(word) {
            None => Ok(None),
            Some(Meta::NameValue(given)) => Ok(Some(given.value)),
            Some(other) => Err(Error::new(other.span(), format!("`{word}` needs a value: `{word} = …`"))),
        }
    }

    /// The text of a word.
    pub(crate) fn text(&mut self, word: &str) -> Result<Option<String>> {
        self.value(word)?.map(|value| Ok(text(&value)?.value())).transpose()
    }

    /// The text of a word that must be there.
    pub(crate) fn needed(&mut self, word: &str) -> Result<String> {
        self.text(word)?.ok_or_else(|| Error::new(self.span, format!("`{}` lacks `{word} = \"…\"`", self.attribute)))
    }

    /// One text or a list of them.
    pub(crate) fn texts(&mut self, word: &str) -> Result<Vec<LitStr>> {
        self.value(word)?.map_or(Ok(Vec::new()), |value| texts(&value))
    }

    /// The words in the parentheses after `word`.
    pub(crate) fn group(&mut self, word: &'static str, known: &[&str]) -> Result<Option<Words>> {
        match self.take(word) {
            None => Ok(None),
            Some(Meta::List(list)) => {
                let words = Vec::from_iter(list.parse_args_with(List::parse_terminated)?);
                check(&words, known)?;
                Ok(Some(Words { attribute: word, span: list.span(), words }))
            }
            Some(other) => Err(Error::new(other.span(), format!("`{word}` needs its words in parentheses"))),
        }
    }

    /// Whether a word stands there as a bare flag.
    pub(crate) fn is_flag(&self, word: &str) -> bool {
        self.words.iter().any(|given| matches!(given, Meta::Path(path) if path.is_ident(word)))
    }

    /// Every word must have been taken: one that is left means nothing here.
    pub(crate) fn finish(self) -> Result<()> {
        match self.words.first() {
            None => Ok(()),
            Some(word) => Err(Error::new(word.span(), format!("`{}` means nothing here", name(word)))),
        }
    }

    fn take(&mut self, word: &str) -> Option<Meta> {
        let at = self.words.iter().position(|given| given.path().is_ident(word))?;
        Some(self.words.remove(at))
    }
}

/// The doc comment, its lines joined, its paragraphs kept.
pub(crate) fn doc(attributes: &[Attribute], what: &Ident) -> Result<String> {
    let mut doc = String::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("doc")) {
        let line = text(&attribute.meta.require_name_value()?.value)?.value();
        let gap = if line.trim().is_empty() { "\n\n" } else { " " };
        doc.push_str(if doc.is_empty() || doc.ends_with('\n') { "" } else { gap });
        doc.push_str(line.trim());
    }
    match doc.trim_end() {
        "" => Err(Error::new(what.span(), format!("`{what}` needs a doc comment: it is what people read about it everywhere"))),
        doc => Ok(doc.to_owned()),
    }
}

/// A string literal, or a bare word as one.
pub(crate) fn text(value: &Expr) -> Result<LitStr> {
    match value {
        Expr::Lit(ExprLit { lit: Lit::Str(text), .. }) => Ok(text.clone()),
        Expr::Path(path) if path.path.get_ident().is_some() => {
            Ok(LitStr::new(&path.path.require_ident()?.unraw().to_string(), value.span()))
        }
        _ => Err(Error::new(value.span(), "expected a string or a word")),
    }
}

/// One text, or `[a list, of them]`.
pub(crate) fn texts(value: &Expr) -> Result<Vec<LitStr>> {
    match value {
        Expr::Array(list) => list.elems.iter().map(text).collect(),
        one => Ok(vec![text(one)?]),
    }
}

fn check(words: &[Meta], known: &[&str]) -> Result<()> {
    for (at, word) in words.iter().enumerate() {
        if !known.iter().any(|known| word.path().is_ident(known)) {
            return Err(Error::new(word.span(), format!("unknown word `{}`; known are {}", name(word), known.join(", "))));
        }
        if words.iter().take(at).any(|earlier| earlier.path().get_ident() == word.path().get_ident()) {
            return Err(Error::new(word.span(), format!("`{}` stands here twice", name(word))));
        }
    }
    Ok(())
}

fn name(word: &Meta) -> String {
    word.path().get_ident().map_or_else(|| "…".to_owned(), Ident::to_string)
}
