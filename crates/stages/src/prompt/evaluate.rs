//! The seam for expressions in prompts.

use serde_json::{Map, Value as Json};
use vestibule_engine::Context;

/// Works out the expressions of placeholders and initial values, as a service of the [`Context`]. Where there is none, or it
/// cannot work one out, the text of the expression is shown as it stands.
#[derive(Clone, Copy)]
pub struct Evaluate(
    /// From the request, the text of the expression and what is known (`prompt_data`), to the value; `None` when there is none.
    pub fn(&Context, &str, &Map<String, Json>) -> Option<Json>,
);

/// Works an expression out, if that can be done here.
pub(super) fn evaluate(cx: &Context, source: &str, known: &Map<String, Json>) -> Option<Json> {
    cx.services.get::<Evaluate>().and_then(|Evaluate(run)| run(cx, source, known))
}
