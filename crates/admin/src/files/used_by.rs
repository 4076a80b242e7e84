//! `GET /admin/file/used_by/`: objects that show a file.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Record, Result, Value};
use vestibule_store::Condition;

use super::named;

/// Fields that may hold the name of a file, by model label; other areas declare them.
const FIELDS: &[(&str, &[&str])] = &[
    ("authentik_brands.brand", &["branding_logo", "branding_favicon", "branding_default_flow_background"]),
    ("authentik_core.application", &["meta_icon"]),
    ("authentik_core.source", &["icon"]),
    ("authentik_flows.flow", &["background"]),
];

/// Every such object that the caller may see. It would be left without its picture when the file goes.
pub(super) async fn used_by(cx: &Context) -> Result<Answer> {
    let names = names(named(cx)?);
    let mut used = Vec::new();
    for (model, fields) in FIELDS {
        let Some(resource) = cx.store.catalog().find(model) else { continue };
        let query = match cx.visible(resource).await {
            Ok(query) => query,
            Err(Error::Denied(_)) => continue,
            Err(other) => return Err(other),
        };
        let any = fields.iter().map(|field| Condition::In { path: (*field).to_owned(), values: names.clone() }).collect();
        used.extend(cx.store.select(&query.filter(Condition::Any(any))).await?.iter().map(|row| shown(cx, row)));
    }
    Ok(Answer::json(200, Json::Array(used)))
}

/// The name, and the names with a place for the theme that lead to it.
fn names(name: &str) -> Vec<Value> {
    let themed = ["light", "dark"].into_iter().flat_map(|theme| {
        name.match_indices(theme)
            .map(move |(at, _)| [name.get(..at), Some("%(theme)s"), name.get(at + theme.len()..)].into_iter().flatten().collect())
    });
    std::iter::once(name.to_owned()).chain(themed).map(Value::Text).collect()
}

fn shown(cx: &Context, row: &Record) -> Json {
    let concrete = cx.store.catalog().find(row.text("model")).unwrap_or(row.resource);
    json!({
        "app": concrete.app(), "model_name": concrete.model_name(), "pk": row.key().to_string(), "name": row.display(), "action": "left_dangling",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_stands_for_its_theme() {
        let found: Vec<String> = names("logo-dark.png").iter().map(Value::to_string).collect();
        assert_eq!(found, ["logo-dark.png", "logo-%(theme)s.png"]);
    }
}
