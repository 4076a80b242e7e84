//! The OpenAPI document that the server serves of itself, as far as samples need it.

use serde_json::{Value as Json, json};

/// The document.
pub struct Document(pub Json);

/// One operation of the document.
#[derive(Debug, Clone)]
pub struct Operation {
    /// `operationId`.
    pub id: String,
    /// Method in upper case.
    pub method: String,
    /// Path below `/api/v3`, with its placeholders.
    pub path: String,
    /// Everything else that the document says.
    pub described: Json,
}

impl Document {
    /// All operations, in the document's order.
    pub fn operations(&self) -> Vec<Operation> {
        let mut all = Vec::new();
        for (path, item) in self.0["paths"].as_object().unwrap() {
            for (method, described) in item.as_object().unwrap().iter().filter(|(key, _)| *key != "parameters") {
                let id = described["operationId"].as_str().unwrap_or_default().to_owned();
                all.push(Operation { id, method: method.to_uppercase(), path: path.clone(), described: described.clone() });
            }
        }
        all
    }

    /// The schema of the JSON body that an operation takes; `None` when it takes none.
    pub fn request(&self, method: &str, path: &str) -> Option<Json> {
        let schema = &self.0["paths"][path][method.to_lowercase()]["requestBody"]["content"]["application/json"]["schema"];
        (!schema.is_null()).then(|| self.resolve(schema))
    }

    /// The field by which a collection addresses its objects.
    pub fn lookup(&self, collection: &str) -> Option<String> {
        let start = format!("/{collection}/{{");
        let paths = self.0["paths"].as_object()?.keys();
        paths.filter_map(|path| path.strip_prefix(&start)?.strip_suffix("}/")).find(|rest| !rest.contains('/')).map(str::to_owned)
    }

    /// The fields that an object of that schema must name, without those that are the server's.
    pub fn required(&self, schema: &Json) -> Vec<(String, Json)> {
        let names = schema["required"].as_array().into_iter().flatten().filter_map(Json::as_str);
        let fields = names.map(|name| (name.to_owned(), self.resolve(&schema["properties"][name])));
        fields.filter(|(_, field)| field["readOnly"] != true).collect()
    }

    /// A value that a schema allows, in the notation of samples.
    pub fn least(&self, name: &str, schema: &Json) -> Json {
        if let Some(word) = schema["enum"].as_array().and_then(|words| words.first()) {
            return word.clone();
        }
        match (schema["type"].as_str().unwrap_or_default(), schema["format"].as_str().unwrap_or_default()) {
            ("string", "uuid") => panic!("special.rs does not say which object {name} names"),
            ("string", "date-time") => json!("2099-01-01T00:00:00Z"),
            ("string", "date") => json!("2099-01-01"),
            ("string", "email") => json!("#@example.com"),
            ("string", "uri") => json!("https://example.com/#"),
            ("string", _) => json!("#"),
            ("integer" | "number", _) => schema.get("minimum").cloned().unwrap_or(json!(1)),
            ("boolean", _) => json!(true),
            ("array", _) => json!([]),
            _ => json!({}),
        }
    }

    /// What a reference leads to.
    pub fn resolve(&self, schema: &Json) -> Json {
        if let Some(place) = schema["$ref"].as_str() {
            let target = self.0.pointer(place.trim_start_matches('#'));
            return self.resolve(target.unwrap_or_else(|| panic!("{place} leads nowhere")));
        }
        match schema["allOf"].as_array().map(Vec::as_slice) {
            Some([inner]) => self.resolve(inner),
            _ => schema.clone(),
        }
    }
}
