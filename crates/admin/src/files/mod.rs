//! Files that administrators upload: pictures of applications, flows, sources and brands.
//!
//! They lie in a folder of the server, under names that cannot lead out of it (`name.rs`).

mod folder;
mod list;
mod media_type;
mod name;
mod upload;
mod used_by;

use vestibule_engine::{Answer, Context, Need, Schema, Standalone};
use vestibule_resource::{Error, Result};

pub use folder::Files;

const PATH: &str = "admin/file";
const MANAGE: Need = Need::Permission("manage_media_files");

/// Listing, uploading and deleting files, and what uses them.
pub(crate) static OPERATIONS: &[Standalone] = &[
    Standalone {
        path: PATH,
        method: "GET",
        id: "admin_file_list",
        tag: "admin",
        need: Need::Permission("view_media_files"),
        schema: Schema { params: list::PARAMS, ..Schema::answers("FileList[]") },
        negotiates: false,
        run: |cx, _, _| Box::pin(list::list(cx)),
    },
    Standalone {
        path: PATH,
        method: "POST",
        id: "admin_file_create",
        tag: "admin",
        need: MANAGE,
        schema: Schema { request: "form:FileUploadRequest", status: 200, response: "", params: "" },
        negotiates: false,
        run: |cx, _, body| Box::pin(upload::upload(cx, body)),
    },
    Standalone {
        path: PATH,
        method: "DELETE",
        id: "admin_file_destroy",
        tag: "admin",
        need: MANAGE,
        schema: Schema { params: DELETE_PARAMS, status: 200, ..Schema::NOTHING },
        negotiates: false,
        run: |cx, _, _| Box::pin(delete(cx)),
    },
    Standalone {
        path: "admin/file/used_by",
        method: "GET",
        id: "admin_file_used_by_list",
        tag: "admin",
        need: Need::Permission("view_media_files"),
        schema: Schema { params: r##"[{"$ref": "#/components/parameters/QueryName"}]"##, ..Schema::answers("UsedBy[]") },
        negotiates: false,
        run: |cx, _, _| Box::pin(used_by::used_by(cx)),
    },
];

const DELETE_PARAMS: &str = r##"[
    {"$ref": "#/components/parameters/QueryName"},
    {"in": "query", "name": "usage", "schema": {"allOf": [{"$ref": "#/components/schemas/UsageEnum"}], "default": "media", "minLength": 1}}
]"##;

/// The one thing that files are for.
const USAGE: &str = "media";

fn files(cx: &Context) -> Result<&Files> {
    cx.services.get::<Files>().ok_or_else(|| Error::not_possible("This server keeps no files."))
}

/// Refuses files for anything but media.
fn check_usage(usage: Option<&str>) -> Result<()> {
    match usage {
        None | Some(USAGE) => Ok(()),
        Some("") => Err(Error::field("usage", "This field may not be blank.")),
        Some(other) => Err(Error::field("usage", format!("\"{other}\" is not a valid choice."))),
    }
}

/// The name that a request is about, as far as it can be one.
fn named(cx: &Context) -> Result<&str> {
    let name = cx.request.params.get("name").filter(|name| !name.is_empty());
    let name = name.ok_or_else(|| Error::field("name", "This field is required."))?;
    name::check(name).map_err(|message| Error::field("name", message))?;
    Ok(name)
}

async fn delete(cx: &Context) -> Result<Answer> {
    check_usage(cx.request.params.get("usage"))?;
    let name = named(cx)?;
    match files(cx)?.delete(name).await? {
        true => Ok(Answer::empty(200)),
        false => Err(Error::NotFound("Not found.".into())),
    }
}
