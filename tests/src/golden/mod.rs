//! Plays the recorded exchanges of the reference system against a server and tells where it answers otherwise.
//!
//! Identifiers may differ but must correspond one to one; times, tokens and request ids are masked.

mod compare;
mod recording;

use std::collections::HashMap;

use regex::{Captures, Regex};
use serde_json::Value as Json;

use crate::{Answer, App, Request, jar::Jar, wire};
use compare::Comparison;
use recording::Exchange;
pub use recording::Recording;

/// One way in which an answer is not as recorded: where in it, and what is there.
pub type Difference = String;

/// Plays exchanges in their order, keeping the values and cookies that later ones need.
pub struct Player<'a> {
    app: &'a App,
    values: HashMap<String, Json>,
    jars: HashMap<String, Jar>,
    comparison: Comparison,
}

impl<'a> Player<'a> {
    /// A player against a freshly started server.
    pub fn new(app: &'a App) -> Player<'a> {
        Player { app, values: HashMap::new(), jars: HashMap::new(), comparison: Comparison::default() }
    }

    /// Plays everything; returns for each exchange with a recorded answer its name and how ours differs.
    pub async fn play(&mut self, recording: &Recording) -> Vec<(String, Vec<Difference>)> {
        let mut results = Vec::new();
        for exchange in &recording.exchanges {
            let answer = self.send(exchange).await;
            if let Some(want) = recording.answers.get(&exchange.name) {
                results.push((exchange.name.clone(), self.comparison.answers(want, &answer)));
            }
        }
        results
    }

    async fn send(&mut self, exchange: &Exchange) -> Answer {
        let mut request = Request::new(&exchange.method, &self.fill(&exchange.path, exchange)).header("Host", "127.0.0.1:9100");
        for (name, value) in &exchange.headers {
            request = request.header(name, &self.fill(value, exchange));
        }
        if let Some(cookies) = exchange.jar.as_ref().and_then(|jar| self.jars.get(jar)?.header()) {
            request = request.header("Cookie", &cookies);
        }
        match (&exchange.raw, &exchange.body) {
            (Some(raw), _) => request = request.body(raw.clone()),
            (None, Some(body)) => request = request.body(self.fill_all(body, exchange).to_string()),
            (None, None) => {}
        }
        let answer = wire::send(self.app.address(), &request).await.unwrap_or_else(|error| panic!("{}: {error}", exchange.name));
        if let Some(jar) = &exchange.jar {
            self.jars.entry(jar.clone()).or_default().learn(&answer);
        }
        self.capture(exchange, &answer);
        answer
    }

    fn capture(&mut self, exchange: &Exchange, answer: &Answer) {
        for (name, path) in exchange.capture.iter().filter(|_| answer.status < 300) {
            let pointer = format!("/{}", path.replace('.', "/"));
            if let Some(value) = answer.body.pointer(&pointer) {
                self.values.insert(name.clone(), value.clone());
            }
        }
    }

    fn fill_all(&self, node: &Json, exchange: &Exchange) -> Json {
        match node {
            Json::Object(fields) => fields.iter().map(|(name, value)| (name.clone(), self.fill_all(value, exchange))).collect(),
            Json::Array(items) => items.iter().map(|item| self.fill_all(item, exchange)).collect(),
            Json::String(text) => match text.strip_prefix("${").and_then(|rest| rest.strip_suffix(":int}")) {
                Some(name) => self.values.get(name).cloned().unwrap_or(Json::Null),
                None => self.fill(text, exchange).into(),
            },
            other => other.clone(),
        }
    }

    fn fill(&self, text: &str, exchange: &Exchange) -> String {
        let hole = Regex::new(r"\$\{([^}]+)\}").unwrap();
        hole.replace_all(text, |found: &Captures<'_>| self.value(&found[1], exchange)).into_owned()
    }

    fn value(&self, name: &str, exchange: &Exchange) -> String {
        let known = |name: &str| self.values.get(name).map(|value| value.as_str().map_or(value.to_string(), str::to_owned));
        if let Some(cookie) = name.strip_prefix("cookie:") {
            let jar = exchange.jar.as_ref().and_then(|jar| self.jars.get(jar));
            return jar.and_then(|jar| jar.get(cookie)).unwrap_or_default().to_owned();
        }
        let changed = [("_hex", (|text| text.replace('-', "")) as fn(String) -> String), ("_upper", |text| text.to_uppercase())];
        let changed = changed.into_iter().find_map(|(ending, change)| known(name.strip_suffix(ending)?).map(change));
        changed.or_else(|| known(name)).unwrap_or_else(|| format!("MISSING-{name}"))
    }
}
