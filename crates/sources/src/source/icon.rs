//! Icons of sources.

use serde_json::Value as Json;
use vestibule_core::Picture;
use vestibule_resource::Record;

use crate::{source_type::SourceType, types};

/// Folder of the icons of types.
const STATIC: &str = "/static/authentik/sources/";

/// Address of the icon of a type of source; vendors of OAuth have their own.
pub(crate) fn file(kind: &SourceType, vendor: &str) -> String {
    match vendor {
        "" => format!("{STATIC}{}", kind.icon),
        vendor => format!("{STATIC}{vendor}.svg"),
    }
}

/// Address of the icon of a source, and those by theme when they differ.
pub(super) fn of(source: &Record) -> (Option<String>, Json) {
    let own = source.text("icon");
    match Picture::of(own) {
        Some(picture) => (Some(picture.url), picture.themed.unwrap_or_default()),
        None => (types::find(source.resource.model).map(|kind| file(kind, source.text("provider_type"))), Json::Null),
    }
}
