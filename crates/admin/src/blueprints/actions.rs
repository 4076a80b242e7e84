//! Operations on blueprints beside the regular ones.

use serde_json::{Value as Json, json};
use vestibule_engine::{Action, Answer, Context, File, Need, Schema, Target};
use vestibule_resource::{Error, Result, Value};

use super::{BlueprintFolder, document::Document};

pub(super) static ACTIONS: &[Action] = &[
    Action {
        path: "available",
        method: "GET",
        id: "managed_blueprints_available_list",
        target: Target::Collection,
        need: Need::View,
        schema: Schema::answers("BlueprintFile[]"),
        run: |cx, _, _| Box::pin(available(cx)),
    },
    Action {
        path: "import",
        method: "POST",
        id: "managed_blueprints_import_create",
        target: Target::Collection,
        need: Need::Add,
        schema: Schema { request: "form:BlueprintUploadRequest", ..Schema::answers("BlueprintImportResult") },
        run: |cx, _, body| Box::pin(import(cx, body)),
    },
    Action {
        path: "apply",
        method: "POST",
        id: "managed_blueprints_apply_create",
        target: Target::Object,
        need: Need::View,
        schema: Schema::answers("BlueprintInstance"),
        run: |_, _, _| Box::pin(async { Err(no_engine()) }),
    },
];

fn no_engine() -> Error {
    Error::not_possible("This server cannot apply blueprints yet.")
}

/// `GET available/`: the blueprints that lie in the folder.
async fn available(cx: &Context) -> Result<Answer> {
    let all = match cx.services.get::<BlueprintFolder>() {
        Some(folder) => folder.all().await?,
        None => Vec::new(),
    };
    let shown = all.iter().map(|found| {
        json!({ "path": found.path, "last_m": Value::Time(found.changed).to_json(), "hash": found.hash, "meta": found.document.to_json() })
    });
    Ok(Answer::json(200, shown.collect()))
}

/// `POST import/`: a blueprint from a file or from the folder, to be applied at once.
async fn import(cx: &Context, body: Json) -> Result<Answer> {
    let text = match File::of(&body, "file") {
        Some(file) => String::from_utf8(file.bytes).map_err(|_| Error::field("file", "The file is not UTF-8 text."))?,
        None => return from_folder(cx, &body).await,
    };
    Document::read(&text).map_err(|reason| Error::field("file", reason))?;
    check_context(&body)?;
    Err(no_engine())
}

async fn from_folder(cx: &Context, body: &Json) -> Result<Answer> {
    let path = body.get("path").and_then(Json::as_str).filter(|path| !path.is_empty());
    let path = path.ok_or_else(|| Error::non_field("Either path or file must be set."))?;
    let known = match cx.services.get::<BlueprintFolder>() {
        Some(folder) => folder.all().await?.iter().any(|found| found.path == path),
        None => false,
    };
    if !known {
        return Err(Error::field("path", "Blueprint file does not exist"));
    }
    check_context(body)?;
    Err(no_engine())
}

/// The values to fill in come as the text of a JSON object.
fn check_context(body: &Json) -> Result<()> {
    let text = body.get("context").and_then(Json::as_str).filter(|text| !text.is_empty());
    let good = text.is_none_or(|text| serde_json::from_str::<Json>(text).is_ok_and(|context| context.is_object()));
    if good { Ok(()) } else { Err(Error::field("context", "Value must be a valid JSON object.")) }
}
