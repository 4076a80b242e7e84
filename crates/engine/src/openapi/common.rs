//! Components that every document holds.

use serde_json::{Map, Value as Json, json};

/// Schemas that many operations share.
pub(super) fn schemas() -> Map<String, Json> {
    let number = json!({ "type": "number" });
    let text = json!({ "type": "string" });
    let figures = ["next", "previous", "count", "current", "total_pages", "start_index", "end_index"];
    let pagination: Map<String, Json> = figures.iter().map(|name| ((*name).to_owned(), number.clone())).collect();
    let all = json!({
        "Pagination": { "type": "object", "properties": pagination, "required": figures },
        "Autocomplete": { "type": "object", "additionalProperties": {} },
        "GenericError": { "type": "object", "properties": { "detail": text, "code": text }, "required": ["detail"] },
        "ValidationError": {
            "type": "object",
            "properties": { "non_field_errors": { "type": "array", "items": text }, "code": text },
            "additionalProperties": {},
        },
        "UsedByActionEnum": { "enum": ["cascade", "cascade_many", "set_null", "set_default", "left_dangling"], "type": "string" },
        "UsedBy": {
            "type": "object",
            "properties": {
                "app": text, "model_name": text, "pk": text, "name": text,
                "action": { "$ref": "#/components/schemas/UsedByActionEnum" },
            },
            "required": ["action", "app", "model_name", "name", "pk"],
        },
    });
    match all {
        Json::Object(all) => all,
        _ => Map::new(),
    }
}

/// Query parameters that many operations share.
pub(super) fn parameters() -> Json {
    let parameter = |name: &str, kind: &str| json!({ "in": "query", "name": name, "schema": { "type": kind } });
    json!({
        "QueryName": parameter("name", "string"),
        "QueryPaginationOrdering": parameter("ordering", "string"),
        "QueryPaginationPage": parameter("page", "integer"),
        "QueryPaginationPageSize": parameter("page_size", "integer"),
        "QuerySearch": parameter("search", "string"),
    })
}

/// Answers that many operations share.
pub(super) fn responses() -> Json {
    let answer = |schema: &str| json!({ "description": "", "content": { "application/json": { "schema": super::reference(schema) } } });
    json!({ "GenericErrorResponse": answer("GenericError"), "ValidationErrorResponse": answer("ValidationError") })
}
