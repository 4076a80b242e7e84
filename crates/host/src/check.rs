//! The syntax of an expression is checked when it is saved.

use futures::future::BoxFuture;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_expression::compile;
use vestibule_resource::Result;

/// Refuses texts that are no expressions, in these fields of a resource.
pub struct Syntax(
    /// Each field, and the flag that makes it an expression; `None` when it always is one.
    pub &'static [(&'static str, Option<&'static str>)],
);

impl Hooks for Syntax {
    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (field, flag) in self.0 {
                let counts = flag.is_none_or(|flag| draft.get(flag).as_bool().unwrap_or_default());
                let changed = draft.sent(field).is_some() || flag.is_some_and(|flag| draft.sent(flag).is_some());
                let text = draft.get(field).as_str().unwrap_or_default().to_owned();
                if counts
                    && changed
                    && !text.trim().is_empty()
                    && let Err(error) = compile(&text)
                {
                    draft.invalid.add(field, format!("Expression Syntax Error: {error}"));
                }
            }
            Ok(())
        })
    }
}
