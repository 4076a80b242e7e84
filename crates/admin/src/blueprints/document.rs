//! The outline of a blueprint: enough to tell one from other files.

use saphyr::{LoadableYamlNode as _, Scalar, Yaml};
use serde_json::{Map, Value as Json, json};

/// Largest blueprint that is read, in bytes.
pub(super) const LARGEST: usize = 4 * 1024 * 1024;

/// What a blueprint says about itself.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Document {
    /// Its name; empty when it has none.
    pub(super) name: String,
    /// Its labels.
    pub(super) labels: Map<String, Json>,
}

impl Document {
    /// Reads a blueprint of version 1.
    ///
    /// # Errors
    /// What is wrong, in words for people.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        if text.len() > LARGEST {
            return Err("A blueprint may not be larger than 4 MiB".to_owned());
        }
        let documents = Yaml::load_from_str(text).map_err(|error| format!("Not valid YAML: {error}"))?;
        let [document] = documents.as_slice() else { return Err("A blueprint is one document".to_owned()) };
        if !document.is_mapping() {
            return Err("A blueprint is a mapping".to_owned());
        }
        let version = member(document, "version").map_or(Some(1), Yaml::as_integer);
        if version != Some(1) {
            return Err("Invalid blueprint version".to_owned());
        }
        if member(document, "entries").is_some_and(|entries| !entries.is_sequence() && !entries.is_mapping()) {
            return Err("The entries of a blueprint are a list, or lists by section".to_owned());
        }
        let metadata = member(document, "metadata");
        let name = metadata.and_then(|metadata| member(metadata, "name")).and_then(Yaml::as_str).unwrap_or_default();
        Ok(Document {
            name: name.to_owned(),
            labels: metadata.and_then(|metadata| member(metadata, "labels")).map(labels).unwrap_or_default(),
        })
    }

    /// `name` and `labels`, as the contract shows them.
    pub(super) fn to_json(&self) -> Json {
        json!({ "name": self.name, "labels": self.labels })
    }
}

fn member<'a>(yaml: &'a Yaml<'a>, name: &str) -> Option<&'a Yaml<'a>> {
    yaml.as_mapping()?.iter().find(|(key, _)| key.as_str() == Some(name)).map(|(_, value)| value)
}

fn labels(yaml: &Yaml<'_>) -> Map<String, Json> {
    let pairs = yaml.as_mapping().into_iter().flatten();
    pairs.filter_map(|(key, value)| Some((key.as_str()?.to_owned(), scalar(value)?))).collect()
}

fn scalar(yaml: &Yaml<'_>) -> Option<Json> {
    match yaml {
        Yaml::Value(Scalar::String(text)) => Some(text.as_ref().into()),
        Yaml::Value(Scalar::Boolean(yes)) => Some(yes.to_string().into()),
        Yaml::Value(Scalar::Integer(number)) => Some(number.to_string().into()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blueprint_says_what_it_is() {
        let text =
            "version: 1\nmetadata:\n  name: Default\n  labels:\n    a/b: \"true\"\nentries:\n  - model: x.y\n    attrs: {a: !KeyOf b}\n";
        let read = Document::read(text).map(|document| document.to_json());
        assert_eq!(read, Ok(json!({ "name": "Default", "labels": { "a/b": "true" } })));
        assert_eq!(Document::read("entries: []").map(|document| document.name), Ok(String::new()));
    }

    #[test]
    fn other_files_are_none() {
        for bad in ["", "- a", "version: 2", "entries: 5", "a: [", "a: 1\n---\nb: 2"] {
            assert!(Document::read(bad).is_err(), "{bad}");
        }
    }
}
