//! Paths and operations.

use serde_json::{Map, Value as Json, json};
use vestibule_resource::{Field, Filter, Include, Kind, Lookup, Resource};

use super::{Writer, reference, schema};
use crate::{Endpoint, Need, Operations, Schema, Standalone, Target};

/// List, create, retrieve, update, partial update, destroy and `used_by`.
pub(super) fn regular(writer: &mut Writer<'_>, endpoint: &Endpoint) {
    let resource = endpoint.resource;
    if endpoint.path.is_empty() || endpoint.operations == Operations::NONE {
        return;
    }
    let has = |operation| endpoint.operations.has(operation);
    writer.resource(resource);
    let collection = format!("/{}/", endpoint.path);
    let object = format!("/{}/{{{}}}/", endpoint.path, resource.lookup);
    let at = Operation { resource, path: endpoint.path, key: lookup_parameter(writer, resource) };
    let body = |prefix: &str| Some(reference(&format!("{prefix}{}Request", resource.name)));
    let shown = || Some(reference(resource.name));
    if has(Operations::LIST) {
        let list = at.list(writer, endpoint);
        writer.operation(&collection, "get", list);
    }
    if has(Operations::RETRIEVE) {
        let switches = if endpoint.quiet_switches { Vec::new() } else { include_parameters(resource) };
        writer.operation(&object, "get", at.on_object("retrieve", 200, shown(), None, switches));
    }
    bodies(writer, endpoint);
    if has(Operations::CREATE) {
        writer.operation(&collection, "post", at.build("create", 201, shown(), body(""), Vec::new()));
    }
    if has(Operations::UPDATE) {
        writer.operation(&object, "put", at.on_object("update", 200, shown(), body(""), Vec::new()));
    }
    if has(Operations::PARTIAL) {
        writer.operation(&object, "patch", at.on_object("partial_update", 200, shown(), body("Patched"), Vec::new()));
    }
    if has(Operations::DESTROY) {
        writer.operation(&object, "delete", at.on_object("destroy", 204, None, None, Vec::new()));
    }
    if has(Operations::USED_BY) {
        let used = json!({ "type": "array", "items": reference("UsedBy") });
        writer.operation(&format!("{object}used_by/"), "get", at.on_object("used_by_list", 200, Some(used), None, Vec::new()));
    }
}

/// What stands beside the regular operations.
pub(super) fn actions(writer: &mut Writer<'_>, endpoint: &Endpoint) {
    let resource = endpoint.resource;
    let at = Operation { resource, path: endpoint.path, key: lookup_parameter(writer, resource) };
    for action in endpoint.actions.iter().flat_map(|list| list.iter()) {
        let path = match action.target {
            Target::Collection if action.path.is_empty() => format!("/{}/", endpoint.path),
            Target::Object if action.path.is_empty() => format!("/{}/{{{}}}/", endpoint.path, resource.lookup),
            Target::Collection => format!("/{}/{}/", endpoint.path, action.path),
            Target::Object => format!("/{}/{{{}}}/{}/", endpoint.path, resource.lookup, action.path),
        };
        let mut parameters = extra_parameters(&action.schema);
        if action.target == Target::Object {
            parameters.push(at.key.clone());
        }
        writer.operation(&path, action.method, irregular(action.id, tag(endpoint.path), &action.schema, action.need, parameters));
    }
}

/// An operation that belongs to no resource.
pub(super) fn alone(writer: &mut Writer<'_>, operation: &Standalone) {
    let parameters = extra_parameters(&operation.schema);
    let shape = irregular(operation.id, operation.tag, &operation.schema, operation.need, parameters);
    writer.operation(&format!("/{}/", operation.path), operation.method, shape);
}

fn irregular(id: &str, tag: &str, schema: &Schema, need: Need, parameters: Vec<Json>) -> Json {
    let body = (!schema.request.is_empty()).then(|| match schema.request.strip_prefix("form:") {
        Some(form) => json!({ "content": { "multipart/form-data": { "schema": reference(form) } } }),
        None => json!({ "content": { "application/json": { "schema": reference(schema.request) } }, "required": true }),
    });
    let shown = (!schema.response.is_empty()).then(|| match schema.response.strip_suffix("[]") {
        Some(item) => json!({ "type": "array", "items": reference(item) }),
        None => reference(schema.response),
    });
    let security = match need {
        Need::Anybody => json!([{ "authentik": [] }, {}]),
        Need::Credential => json!([{}]),
        Need::Login | Need::View | Need::Add | Need::Permission(_) => json!([{ "authentik": [] }]),
    };
    let mut shape = operation(id, tag, schema.status, shown, parameters);
    if let Json::Object(members) = &mut shape {
        members.extend(body.map(|body| ("requestBody".to_owned(), body)));
        members.insert("security".into(), security);
    }
    shape
}

fn extra_parameters(schema: &Schema) -> Vec<Json> {
    serde_json::from_str(schema.params).unwrap_or_default()
}

fn operation(id: &str, tag: &str, status: u16, shown: Option<Json>, mut parameters: Vec<Json>) -> Json {
    parameters.sort_by_key(|parameter| parameter.get("name").or_else(|| parameter.get("$ref")).map(Json::to_string));
    let success = match shown {
        Some(schema) => json!({ "description": "", "content": { "application/json": { "schema": schema } } }),
        None => json!({ "description": "" }),
    };
    let mut responses = Map::from_iter([(status.to_string(), success)]);
    responses.insert("400".into(), json!({ "$ref": "#/components/responses/ValidationErrorResponse" }));
    responses.insert("403".into(), json!({ "$ref": "#/components/responses/GenericErrorResponse" }));
    json!({ "operationId": id, "tags": [tag], "parameters": parameters, "security": [{ "authentik": [] }], "responses": responses })
}

/// Request components of a resource.
fn bodies(writer: &mut Writer<'_>, endpoint: &Endpoint) {
    let resource = endpoint.resource;
    if endpoint.operations.has(Operations::CREATE) || endpoint.operations.has(Operations::UPDATE) {
        let full = schema::request(writer, resource, false);
        writer.schemas.insert(format!("{}Request", resource.name), full);
    }
    if endpoint.operations.has(Operations::PARTIAL) {
        let partial = schema::request(writer, resource, true);
        writer.schemas.insert(format!("Patched{}Request", resource.name), partial);
    }
}

/// What the operations of a resource share.
struct Operation {
    resource: &'static Resource,
    path: &'static str,
    key: Json,
}

impl Operation {
    fn build(&self, verb: &str, status: u16, shown: Option<Json>, body: Option<Json>, parameters: Vec<Json>) -> Json {
        let id = format!("{}_{verb}", self.path.replace(['/', '-'], "_"));
        let mut shape = operation(&id, tag(self.path), status, shown, parameters);
        if let (Json::Object(members), Some(schema)) = (&mut shape, body) {
            let required = verb != "partial_update";
            members.insert("requestBody".into(), json!({ "content": { "application/json": { "schema": schema } }, "required": required }));
        }
        shape
    }

    fn on_object(&self, verb: &str, status: u16, shown: Option<Json>, body: Option<Json>, mut parameters: Vec<Json>) -> Json {
        parameters.push(self.key.clone());
        self.build(verb, status, shown, body, parameters)
    }

    fn list(&self, writer: &mut Writer<'_>, endpoint: &Endpoint) -> Json {
        let name = format!("Paginated{}List", self.resource.name);
        let page = json!({
            "type": "object",
            "properties": {
                "pagination": reference("Pagination"),
                "results": { "type": "array", "items": reference(self.resource.name) },
                "autocomplete": reference("Autocomplete"),
            },
            "required": ["autocomplete", "pagination", "results"],
        });
        writer.schemas.insert(name.clone(), page);
        let mut parameters = include_parameters(self.resource);
        parameters.extend(self.resource.filters.iter().map(|filter| filter_parameter(writer, self.resource, filter)));
        parameters.extend(endpoint.params.iter().filter_map(|text| serde_json::from_str::<Json>(text).ok()));
        let shared = ["QueryPaginationOrdering", "QueryPaginationPage", "QueryPaginationPageSize", "QuerySearch"];
        parameters.extend(shared.iter().map(|name| json!({ "$ref": format!("#/components/parameters/{name}") })));
        self.build("list", 200, Some(reference(&name)), None, parameters)
    }
}

fn tag(path: &str) -> &str {
    path.split('/').next().unwrap_or(path)
}

fn lookup_parameter(writer: &mut Writer<'_>, resource: &'static Resource) -> Json {
    let shape = match resource.field(resource.lookup).map(|field| field.kind) {
        Some(Kind::Text { .. }) | None => json!({ "type": "string" }),
        Some(Kind::Int { .. }) => json!({ "type": "integer" }),
        Some(kind) => schema::kind(writer, &kind, true),
    };
    json!({ "in": "path", "name": resource.lookup, "schema": shape, "required": true })
}

fn include_parameters(resource: &'static Resource) -> Vec<Json> {
    let mut switches: Vec<&Include> =
        resource.all_fields().filter(|field| resource.shows(field)).filter_map(|field| field.include.as_ref()).collect();
    switches.dedup_by_key(|include| include.param);
    let parameter =
        |include: &&Include| json!({ "in": "query", "name": include.param, "schema": { "type": "boolean", "default": include.default } });
    switches.iter().map(parameter).collect()
}

fn filter_parameter(writer: &mut Writer<'_>, resource: &'static Resource, filter: &Filter) -> Json {
    if filter.param == "name" {
        return json!({ "$ref": "#/components/parameters/QueryName" });
    }
    let field = writer.catalog.path(resource, filter.path).map(|path| path.field);
    let shape = match (filter.lookup, field) {
        (Lookup::IsNull, _) => json!({ "type": "boolean" }),
        (Lookup::Attributes, _) | (_, None) => json!({ "type": "string" }),
        // Text forms are compared here, so no word is wrong.
        (Lookup::IExact | Lookup::IContains | Lookup::StartsWith, Some(Field { kind: Kind::Choice(_), .. })) => json!({ "type": "string" }),
        (_, Some(field @ Field { kind: Kind::Choice(_), nullable: true, .. })) => {
            schema::with(filter_schema(writer, field), "nullable", true.into())
        }
        (_, Some(field)) => filter_schema(writer, field),
    };
    let many =
        filter.lookup == Lookup::In || field.is_some_and(|field| matches!(field.kind, Kind::Many(_)) && filter.lookup == Lookup::Exact);
    if !many {
        return json!({ "in": "query", "name": filter.param, "schema": shape });
    }
    let list = if shape.get("type") == Some(&json!("array")) { shape } else { json!({ "type": "array", "items": shape }) };
    json!({ "in": "query", "name": filter.param, "schema": list, "explode": true, "style": "form" })
}

fn filter_schema(writer: &mut Writer<'_>, field: &'static Field) -> Json {
    match field.kind {
        // Filters promise neither bounds nor patterns.
        Kind::Text { .. } | Kind::Email { .. } | Kind::Url { .. } | Kind::Duration => json!({ "type": "string" }),
        Kind::Int { .. } => json!({ "type": "integer" }),
        Kind::Ref(link) => writer.key(link.to),
        kind => schema::kind(writer, &kind, true),
    }
}
