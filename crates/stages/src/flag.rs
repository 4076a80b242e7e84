//! Booleans in any of the contract's spellings.

use serde_json::{Value as Json, json};
use vestibule_flow::Form;

/// Reads a boolean; `None` when it is none.
pub(crate) fn read(value: &Json) -> Option<bool> {
    let mut form = Form::new(json!({ "value": value }));
    let yes = form.required_flag("value");
    form.errors().is_none().then_some(yes)
}
