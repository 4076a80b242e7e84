//! The enrolment flow of the tests: an invitation, five prompts, the account, the login.

use serde_json::{Value as Json, json};

use crate::{Answer, App, Journey};

/// A password that every policy likes.
pub const PASSWORD: &str = "correct horse battery 1";

/// An enrolment flow of one's own.
pub struct Enrolment {
    /// The address of the flow.
    pub slug: String,
    /// Its identifier.
    pub flow: String,
    /// The identifier of its invitation stage.
    pub stage: String,
}

impl Enrolment {
    /// Makes the flow with all its stages.
    pub async fn make(app: &App) -> Enrolment {
        let (admin, slug) = (app.admin(), app.name("enrol"));
        let flow = admin
            .create("flows/instances/", json!({"name": slug, "slug": slug, "title": "Join us", "designation": "enrollment"}))
            .await
            .str("pk");
        let stage = admin.create("stages/invitation/stages/", json!({"name": format!("{slug}-invitation")})).await.str("pk");
        let mut fields = Vec::new();
        for (order, (key, kind)) in
            [("username", "username"), ("name", "text"), ("email", "email"), ("password", "password"), ("password_repeat", "password")]
                .into_iter()
                .enumerate()
        {
            let prompt = json!({"name": format!("{slug}-{key}"), "field_key": key, "label": key, "type": kind, "required": true, "placeholder": key, "order": order});
            fields.push(admin.create("stages/prompt/prompts/", prompt).await.str("pk"));
        }
        let prompt = admin.create("stages/prompt/stages/", json!({"name": format!("{slug}-prompt"), "fields": fields})).await.str("pk");
        let write = json!({"name": format!("{slug}-write"), "user_creation_mode": "always_create", "user_type": "internal"});
        let write = admin.create("stages/user_write/", write).await.str("pk");
        let login = admin.create("stages/user_login/", json!({"name": format!("{slug}-login")})).await.str("pk");
        for (order, stage) in [&stage, &prompt, &write, &login].into_iter().enumerate() {
            admin.create("flows/bindings/", json!({"target": flow, "stage": stage, "order": order * 10})).await;
        }
        Enrolment { slug, flow, stage }
    }

    /// Issues an invitation into this flow and returns its identifier; `more` are fields besides name and flow.
    pub async fn invite(&self, app: &App, more: Json) -> String {
        let mut invitation = json!({"name": app.name("invitation"), "flow": self.flow});
        invitation.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        app.admin().create("stages/invitation/invitations/", invitation).await.str("pk")
    }

    /// A fresh browser that opens the link of an invitation.
    pub fn open(&self, app: &App, invitation: &str) -> Journey {
        Journey::new(app, &self.slug, &format!("itoken={invitation}"))
    }

    /// Opens an invitation, fills in the prompts and returns the journey with the flow's last word.
    pub async fn enrol(&self, app: &App, invitation: &str, username: &str) -> (Journey, Answer) {
        let journey = self.open(app, invitation);
        journey.look().await.assert_has("component", "ak-stage-prompt".into());
        let last = journey.answer(form(username)).await;
        (journey, last)
    }
}

/// A filled-in form for the prompts of [`Enrolment`].
pub(crate) fn form(username: &str) -> Json {
    let email = format!("{username}@example.com");
    json!({"username": username, "name": "Ada", "email": email, "password": PASSWORD, "password_repeat": PASSWORD})
}
