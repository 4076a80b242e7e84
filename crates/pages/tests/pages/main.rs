//! The pages as a browser gets them.
#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "tests")]

mod hostile;
mod steps;
mod weight;

use serde_json::Value as Json;
use vestibule_pages::{Page, render};

/// Every sample: a challenge with what goes beside it.
fn samples() -> Vec<Json> {
    serde_json::from_str(include_str!("../samples.json")).unwrap()
}

fn sample(name: &str) -> Json {
    samples().into_iter().find(|sample| sample["name"] == name).unwrap()
}

/// The page of a sample, with `&#x2f;` read as the slash it is.
fn page(name: &str) -> String {
    show(&sample(name))
}

fn show(sample: &Json) -> String {
    let page = Page {
        action: "/if/flow/sample/?next=%2F",
        csrf: sample["csrf"].as_str(),
        look: vestibule_pages::Look { lang: sample["lang"].as_str().unwrap_or("en"), ..Default::default() },
        reference: sample["reference"].as_str(),
        submitted: sample.get("submitted"),
        ..Page::of(&sample["challenge"])
    };
    plain(&render(&page).unwrap())
}

fn plain(html: &str) -> String {
    html.replace("&#x2f;", "/").replace("&#x27;", "'")
}

#[track_caller]
fn has(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(html.contains(part), "{part} is missing from\n{html}");
    }
}

#[track_caller]
fn lacks(html: &str, parts: &[&str]) {
    for part in parts {
        assert!(!html.contains(part), "{part} is in\n{html}");
    }
}
