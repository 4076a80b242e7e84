//! `POST /admin/file/`: keeps a file.

use serde_json::{Value as Json, json};
use vestibule_core::events;
use vestibule_engine::{Answer, Context, File};
use vestibule_resource::{Error, Invalid, Result};

use super::{check_usage, files, name};

/// Largest file, in bytes; the contract's limit.
const LARGEST: usize = 25 * 1024 * 1024;

/// Keeps the file under the name that the form gives, else under its own. An event tells who did.
pub(super) async fn upload(cx: &Context, body: Json) -> Result<Answer> {
    check_usage(body.get("usage").and_then(Json::as_str))?;
    let (name, file) = read(&body)?;
    let size = file.bytes.len();
    if !files(cx)?.keep(name.clone(), file.bytes, cx.store.world()).await? {
        return Err(Error::field("name", "A file of this name already exists."));
    }
    let model = json!({ "app": "authentik_admin_files", "model_name": "file", "name": name, "pk": name });
    events::emit(cx, "model_created", json!({ "model": model, "size": size })).await?;
    Ok(Answer::empty(200))
}

fn read(body: &Json) -> Result<(String, File)> {
    let mut invalid = Invalid::default();
    let file = match File::of(body, "file") {
        Some(file) if file.bytes.is_empty() => Err("The submitted file is empty."),
        Some(file) if file.bytes.len() > LARGEST => Err("A file may not be larger than 25 MiB."),
        Some(file) => Ok(file),
        None if body.get("file").is_some() => Err("The submitted data was not a file. Check the encoding type on the form."),
        None => Err("No file was submitted."),
    };
    let file = file.map_err(|message| invalid.add("file", message)).ok();
    let given = body.get("name").and_then(Json::as_str).map(str::trim).filter(|name| !name.is_empty());
    let name = given.or(file.as_ref().map(|file| file.name.as_str())).map(str::to_owned);
    if let Some(Err(message)) = name.as_deref().map(name::check) {
        invalid.add("name", message);
    }
    invalid.check()?;
    name.zip(file).ok_or_else(|| Error::field("file", "No file was submitted."))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(body: Json) -> Json {
        match read(&body) {
            Err(Error::Invalid(body)) => body,
            other => json!(format!("{other:?}")),
        }
    }

    #[test]
    fn a_form_holds_a_file_under_a_good_name() {
        let file = json!({ "filename": "a.png", "base64": "eA==" });
        assert_eq!(read(&json!({ "file": file })).map(|(name, _)| name), Ok("a.png".into()));
        assert_eq!(read(&json!({ "file": file, "name": " icons/b.png" })).map(|(name, _)| name), Ok("icons/b.png".into()));
        assert!(refused(json!({ "file": file, "name": "../b.png" })).get("name").is_some());
        assert_eq!(
            refused(json!({ "file": "x" })),
            json!({ "file": ["The submitted data was not a file. Check the encoding type on the form."] })
        );
        assert_eq!(refused(json!({})), json!({ "file": ["No file was submitted."] }));
    }
}
