//! Icons of sources.

use serde_json::{Value as Json, json};
use vestibule_resource::Record;

use crate::{source_type::SourceType, types};

/// Folder of pictures that administrators upload.
const MEDIA: &str = "/media/public/";
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
    if own.is_empty() {
        return (types::find(source.resource.model).map(|kind| file(kind, source.text("provider_type"))), Json::Null);
    }
    let whole = ["/", "http://", "https://"].iter().any(|start| own.starts_with(start));
    let address = if whole { own.to_owned() } else { format!("{MEDIA}{own}") };
    let theme = |name: &str| address.replace("%(theme)s", name);
    let themed = address.contains("%(theme)s").then(|| json!({ "light": theme("light"), "dark": theme("dark") }));
    (Some(theme("light")), themed.unwrap_or_default())
}
