//! What an application would learn about a user.

use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_resource::{Error, Result};

const FOR_USER: &str = r#"[{"in":"query","name":"for_user","schema":{"type":"integer"}}]"#;

/// `preview_user/`: what the application would learn about the caller, or about the user of `for_user`. Mappings cannot be run
/// yet, so there is nothing to show.
pub(crate) const fn preview_user(id: &'static str) -> Action {
    Action {
        path: "preview_user",
        method: "GET",
        id,
        target: Target::Object,
        need: Need::View,
        schema: Schema { params: FOR_USER, ..Schema::answers("PropertyMappingPreview") },
        run: |cx, _, _| Box::pin(async move { preview(cx) }),
    }
}

fn preview(cx: &Context) -> Result<Answer> {
    let asked = cx.request.params.get("for_user").filter(|text| !text.is_empty());
    if asked.is_some_and(|text| text.parse::<i64>().is_err()) {
        return Err(Error::field("for_user", "A valid integer is required."));
    }
    Err(Error::not_possible("Property mappings cannot be evaluated yet, so there is no preview."))
}
