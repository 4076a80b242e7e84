//! Every list's search, field by field.

use std::collections::BTreeSet;

use serde_json::Value as Json;
use vestibule_tests::App;

use crate::{
    looks::values,
    world::{World, all, escaped, identity, text},
};

/// What each list is searched in: its path, a colon, and paths from an object.
const SEARCHED: &str = include_str!("searched.txt");

/// Lists in which nothing can be searched for although they take the parameter.
const NOTHING: &[&str] = &[
    "events/notifications",
    "lifecycle/iterations/open",
    "oauth2/access_tokens",
    "oauth2/authorization_codes",
    "oauth2/refresh_tokens",
    "rbac/permissions/roles",
];

pub(crate) async fn a_search_finds_what_it_names_and_nothing_else(app: &'static App) {
    let world = World::of(app).await;
    let (mut wrong, mut tried, mut untried) = (Vec::new(), 0, Vec::new());
    for list in world.lists.iter().filter(|list| list.searched && !NOTHING.contains(&list.path.as_str())) {
        let Some(paths) = SEARCHED.lines().find_map(|line| line.split_once(": ").filter(|(path, _)| *path == list.path)) else {
            untried.push(format!("{}: nothing is said of it", list.path));
            continue;
        };
        let paths: Vec<&str> = paths.1.split_whitespace().collect();
        let objects = world.objects(&list.path);
        let texts = |object: &Json, path: &str| -> Vec<String> {
            values(world, &list.path, object, path).into_iter().flatten().filter_map(|value| whole(&value)).collect()
        };
        for path in &paths {
            let contains = |object: &Json, path: &str, word: &str| {
                texts(object, path).iter().any(|text| text.to_lowercase().contains(&word.to_lowercase()))
            };
            // Two fields that always say the same cannot be told apart.
            let same = |other: &&str| objects.iter().all(|object| texts(object, path) == texts(object, other));
            let others: Vec<&str> = paths.iter().copied().filter(|other| !same(other)).collect();
            let candidates: BTreeSet<String> = objects
                .iter()
                .flat_map(|object| values(world, &list.path, object, path))
                .flatten()
                .filter_map(|value| words(&value))
                .filter(|word| word.len() > 1 && !word.contains('"'))
                .collect();
            // One that only this field has, and not in every object.
            let found = candidates.into_iter().find(|word| {
                let fits = |object: &Json| paths.iter().any(|path| contains(object, path, word));
                let only = |object: &Json| contains(object, path, word) && !others.iter().any(|other| contains(object, other, word));
                objects.iter().any(only) && !objects.iter().all(fits)
            });
            let Some(word) = found else {
                untried.push(format!("{} in {path}", list.path));
                continue;
            };
            tried += 1;
            let wanted: BTreeSet<String> =
                objects.iter().filter(|object| paths.iter().any(|path| contains(object, path, &word))).map(identity).collect();
            let query = format!("&search=%22{}%22", escaped(&word.to_uppercase()));
            let found: BTreeSet<String> =
                all(app, &list.path, &query).await.unwrap_or_else(|answer| panic!("{answer}")).iter().map(identity).collect();
            if wanted != found {
                wrong.push(format!(
                    "{} in {path} for {word}: {} wanted, {} found, {} of these",
                    list.path,
                    wanted.len(),
                    found.len(),
                    wanted.intersection(&found).count()
                ));
            }
        }
    }
    println!("{tried} searches tried, {} not", untried.len());
    assert!(
        wrong.is_empty() && untried.is_empty(),
        "{} of {tried} searches:\n{}\nnot tried:\n{}",
        wrong.len(),
        wrong.join("\n"),
        untried.join("\n")
    );
}

/// What of a value can be searched for: of an object, the first text in it.
fn words(value: &Json) -> Option<String> {
    match value {
        Json::Object(members) => members.values().find_map(words),
        Json::Array(all) => all.iter().find_map(words),
        other => text(other).map(|text| shown(&text)),
    }
}

/// A moment is searched for as people write it.
fn shown(text: &str) -> String {
    let moment = text.len() > 19 && text.ends_with('Z') && text.as_bytes()[10] == b'T';
    if moment { text[..19].replace('T', " ") } else { text.to_owned() }
}

/// A value as it is searched through.
fn whole(value: &Json) -> Option<String> {
    if value.is_object() || value.is_array() { Some(value.to_string()) } else { text(value).map(|text| shown(&text)) }
}
