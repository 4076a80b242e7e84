//! An enrolment flow by invitation, and who goes through it.

use serde_json::{Value as Json, json};

use super::{Server, text};

pub const REFUSED: &str = "Invalid invite/invite not found";
pub const PASSED: &str = "xak-flow-redirect";

/// A flow that asks for an invitation, asks questions, writes the user and logs them in.
pub async fn enrolment(server: &Server) -> String {
    let prompts = server.person_prompts().await;
    let stages = [
        ("invitation/stages", json!({})),
        ("prompt/stages", json!({ "fields": prompts })),
        ("user_write", json!({ "user_creation_mode": "always_create", "user_type": "internal", "user_path_template": "users/enrolled" })),
        ("user_login", json!({})),
    ];
    server.flow("enrol", "enrollment", &stages).await
}

pub async fn invite(server: &Server, body: Json) -> String {
    let mut whole = json!({ "name": "invitation" });
    whole.as_object_mut().unwrap().extend(body.as_object().unwrap().clone());
    text(&server.make("stages/invitation/invitations/", whole).await["pk"])
}

pub fn person(name: &str) -> Json {
    let email = format!("{name}@example.com");
    let password = "Secret-1!";
    json!({ "component": "ak-stage-prompt", "username": name, "name": name, "email": email, "password": password, "password_repeat": password })
}

pub async fn exists(server: &Server, invitation: &str) -> bool {
    server.ask("GET", &format!("stages/invitation/invitations/{invitation}/"), Json::Null).await.0 == 200
}
