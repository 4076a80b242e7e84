//! Secrets that were stored come back in no answer.

use serde_json::{Value as Json, json};
use vestibule_tests::{App, Samples};

use crate::world::{lists, makeable};

/// Stands in every secret that is stored.
const SECRET: &str = "stored-secret-of-a-test";

pub(crate) async fn a_stored_secret_is_in_no_answer(app: &App) {
    let (admin, document, mut wrong, mut stored) = (app.admin(), app.document().await, Vec::new(), 0);
    for list in lists(document) {
        if !makeable(app, &list).await {
            continue;
        }
        let collection = list.path;
        let Some(schema) = document.request("post", &format!("/{collection}/")) else { continue };
        let secret = |field: &Json| field["writeOnly"] == true && field["type"] == "string" && field["pattern"].is_null();
        let fields = schema["properties"].as_object().into_iter().flatten().map(|(name, field)| (name, document.resolve(field)));
        let secrets: Vec<&String> = fields.filter(|(_, field)| secret(field)).map(|(name, _)| name).collect();
        if secrets.is_empty() {
            continue;
        }
        let sample = Samples::make(app, &admin, &collection).await;
        let address = format!("{collection}/{}/", Samples::address(app, &collection, &sample).await);
        for name in secrets {
            let answer = admin.patch(&address, json!({ name.as_str(): SECRET })).await;
            stored += usize::from(answer.status == 200);
            if answer.status == 200 && (answer.text().contains(SECRET) || admin.get(&address).await.text().contains(SECRET)) {
                wrong.push(format!("{address} with {name}"));
            }
        }
    }
    for operation in document.operations().into_iter().filter(|operation| operation.method == "GET" && !operation.path.contains('{')) {
        if admin.get(operation.path.trim_start_matches('/')).await.text().contains(SECRET) {
            wrong.push(operation.path);
        }
    }
    assert!(wrong.is_empty() && stored > 5, "{stored} stored, told by:\n{}", wrong.join("\n"));
}
