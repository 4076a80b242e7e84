//! The files of the recording.

use std::{collections::HashMap, path::Path};

use serde_json::Value as Json;

/// Exchanges in the order in which they were recorded, with the answers to most of them.
pub struct Recording {
    pub(crate) exchanges: Vec<Exchange>,
    pub(crate) answers: HashMap<String, Json>,
}

pub(crate) struct Exchange {
    pub(crate) name: String,
    pub(crate) method: String,
    pub(crate) path: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: Option<Json>,
    pub(crate) raw: Option<String>,
    pub(crate) jar: Option<String>,
    pub(crate) capture: Vec<(String, String)>,
}

impl Recording {
    /// The recording beside the repository; `None` when it is not there.
    pub fn find() -> Option<Recording> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/golden");
        let lines = |name: &str| -> Option<Vec<Json>> {
            let text = std::fs::read_to_string(folder.join(name)).ok()?;
            Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
        };
        let answers = lines("responses.jsonl")?.into_iter().map(|answer| (text(&answer["name"]), answer)).collect();
        Some(Recording { exchanges: lines("requests.jsonl")?.iter().map(exchange).collect(), answers })
    }
}

fn exchange(line: &Json) -> Exchange {
    let pairs = |node: &Json| node.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), text(value))).collect();
    let optional = |node: &Json| node.as_str().map(str::to_owned);
    Exchange {
        name: text(&line["name"]),
        method: text(&line["method"]),
        path: text(&line["path"]),
        headers: pairs(&line["headers"]),
        body: line.get("body").cloned(),
        raw: optional(&line["body_raw"]),
        jar: optional(&line["jar"]),
        capture: pairs(&line["capture"]),
    }
}

fn text(node: &Json) -> String {
    node.as_str().unwrap_or_default().to_owned()
}
