//! A person's way through a flow, headless: the executor's protocol of challenges and answers.

use serde_json::Value as Json;

use crate::{Answer, App, Caller, Request, caller::encode};

/// One browser in one flow. A completed stage is answered with a redirect to the same address; [`Journey::look`] and
/// [`Journey::answer`] follow it, [`Journey::step`] does not.
pub struct Journey {
    /// The browser that walks, with its session.
    pub browser: Caller,
    /// The address of the executor with its query.
    pub path: String,
}

impl Journey {
    /// A fresh browser at the start of a flow; `query` is the query string of the page, such as `itoken=…&next=%2F`.
    pub fn new(app: &App, slug: &str, query: &str) -> Journey {
        Journey::with(app.browser(), slug, query)
    }

    /// A given browser at the start of a flow.
    pub fn with(browser: Caller, slug: &str, query: &str) -> Journey {
        Journey { browser, path: format!("/api/v3/flows/executor/{slug}/?query={}", encode(query)) }
    }

    /// The present challenge.
    pub async fn look(&self) -> Answer {
        let first = self.browser.get(&self.path).await;
        self.follow(first).await
    }

    /// Answers the present challenge and returns the next one.
    pub async fn answer(&self, body: Json) -> Answer {
        let first = self.browser.post(&self.path, body).await;
        self.follow(first).await
    }

    /// One request, not followed: a GET without a body, a POST with one.
    pub async fn step(&self, body: Option<Json>) -> Answer {
        match body {
            Some(body) => self.browser.post(&self.path, body).await,
            None => self.browser.get(&self.path).await,
        }
    }

    /// Logs in through the identification and password stages.
    pub async fn log_in(&self, name: &str, password: &str) -> Answer {
        self.look().await.assert_has("component", "ak-stage-identification".into());
        self.answer(serde_json::json!({"uid_field": name})).await.assert_has("component", "ak-stage-password".into());
        self.answer(serde_json::json!({"password": password})).await
    }

    async fn follow(&self, mut answer: Answer) -> Answer {
        for _ in 0..10 {
            if answer.status != 302 {
                return answer;
            }
            let next = answer.header("location").unwrap_or_default().to_owned();
            answer = self.browser.send(Request::new("GET", &next)).await;
        }
        panic!("the flow goes round in circles: {answer}")
    }
}
