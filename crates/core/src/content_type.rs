//! Types of objects, as clients see them.

use serde_json::{Value as Json, json};
use vestibule_resource::Catalog;

/// The type of that model label, as the contract's `ContentType` has it.
pub fn content_type(catalog: &Catalog, model: &str) -> Json {
    let (app, name) = model.split_once('.').unwrap_or(("", model));
    let plural = catalog.find(model).map_or(name, |resource| resource.verbose_name_plural);
    json!({ "id": number(model), "app_label": app, "model": name, "verbose_name_plural": plural, "fully_qualified_model": model })
}

/// A number that a type keeps for ever, made of its label.
fn number(model: &str) -> u32 {
    // FNV-1a: spreads labels over the numbers, protects nothing.
    let hash = model.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    hash >> 1
}
