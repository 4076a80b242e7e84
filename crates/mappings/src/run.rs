//! Property mappings at work.

use std::sync::Arc;

use serde_json::{Map, Value as Json, json};
use vestibule_core::{events, groups::merge_unique};
use vestibule_engine::{Context, type_name};
use vestibule_host::{Failure, Given, Scope, evaluate};
use vestibule_resource::{Record, Result};

/// What came of one mapping.
#[derive(Debug, Clone)]
pub enum Ran {
    /// What it returned, or the list of values that it yielded.
    Made(Json),
    /// It returned nothing, which counts for nothing.
    Nothing,
    /// It raised `SkipObject`: whatever it was asked about is to be left out.
    Skip(Failure),
    /// It failed. Only what it would have made is missing.
    Failed(Failure),
}

/// What came of several mappings together.
#[derive(Debug, Clone)]
pub enum Merged {
    /// One of them raised `SkipObject`: whatever they were asked about is to be left out.
    Skip,
    /// What they made.
    Made(Made),
}

/// What several mappings made together.
#[derive(Debug, Clone, Default)]
pub struct Made {
    /// All of it: objects within each other, lists without repetitions, else what the later mapping says.
    pub properties: Map<String, Json>,
    /// Mappings that failed, and made nothing of it, with why. An event tells of each.
    pub failures: Vec<(Arc<Record>, Failure)>,
}

/// Runs a mapping. Administrators hear when it fails, unless it is a trial.
///
/// # Errors
/// `Internal` when the server itself failed.
pub async fn run(cx: &Context, mapping: &Record, scope: Scope) -> Result<Ran> {
    let trial = scope.debug;
    let outcome = evaluate(cx, mapping.text("expression"), scope)?;
    Ok(match outcome.result {
        Ok(_) if outcome.silent => Ran::Nothing,
        Ok(made) => Ran::Made(made),
        Err(failure) if failure.skip => Ran::Skip(failure),
        Err(failure) => failed(cx, mapping, trial, failure).await,
    })
}

/// Runs mappings that make properties of the same subject, one after the other, and puts together what they make.
///
/// They run in the order of the column `by` (`name`, unless a protocol says otherwise), then of their names, and see as `properties`
/// what `base` and those before them made.
///
/// # Errors
/// `Internal` when the server itself failed.
pub async fn merge(cx: &Context, mut mappings: Vec<Arc<Record>>, by: &str, scope: &Scope, base: Map<String, Json>) -> Result<Merged> {
    in_order(&mut mappings, by);
    let mut made = Made { properties: base, failures: Vec::new() };
    for mapping in mappings {
        let scope = scope.clone().with("properties", Given::Json(Json::Object(made.properties.clone())));
        match properties(cx, &mapping, scope).await? {
            Ran::Made(Json::Object(more)) => merge_unique(&mut made.properties, &more),
            Ran::Made(_) | Ran::Nothing => {}
            Ran::Skip(_) => return Ok(Merged::Skip),
            Ran::Failed(failure) => made.failures.push((mapping, failure)),
        }
    }
    Ok(Merged::Made(made))
}

/// Sorts mappings by a column, then by name.
pub fn in_order(mappings: &mut [Arc<Record>], by: &str) {
    mappings.sort_by(|a, b| (a.text(by), a.text("name")).cmp(&(b.text(by), b.text("name"))));
}

/// Runs a mapping that has to make a dictionary.
async fn properties(cx: &Context, mapping: &Record, scope: Scope) -> Result<Ran> {
    let trial = scope.debug;
    Ok(match run(cx, mapping, scope).await? {
        Ran::Made(other) if !other.is_object() => failed(cx, mapping, trial, no_dictionary(&other)).await,
        ran => ran,
    })
}

fn no_dictionary(made: &Json) -> Failure {
    let message = format!("The mapping must return a dictionary, and not {}.", type_name(made));
    Failure { class: "TypeError".to_owned(), trace: message.clone(), message, ..Failure::default() }
}

/// An event that cannot be written changes nothing for whoever waits for the mapping, so that is for the log.
async fn failed(cx: &Context, mapping: &Record, trial: bool, failure: Failure) -> Ran {
    let name = mapping.text("name");
    let context = json!({
        "mapping": events::reference(mapping), "expression": mapping.text("expression"), "exception": failure.trace,
        "message": format!("“{name}” failed: {}", failure.message),
    });
    if !trial && let Err(error) = events::emit(cx, "property_mapping_exception", context).await {
        tracing::error!(%error, name, "the failure of a property mapping could not be written as an event");
    }
    Ran::Failed(failure)
}
