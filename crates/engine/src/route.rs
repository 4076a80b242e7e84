//! From a path to what is asked for.

use std::collections::HashMap;

use crate::{Action, Endpoint, Operations, Standalone, Target};

/// What a path leads to.
#[derive(Clone, Copy)]
pub(crate) enum Place<'a> {
    /// A collection.
    Collection(&'a Endpoint),
    /// One object, addressed by the text of its lookup field (percent-encoded as sent).
    Object(&'a Endpoint, &'a str),
    /// What refers to one object.
    UsedBy(&'a Endpoint, &'a str),
    /// An action on the collection.
    OnCollection(&'a Endpoint, &'a str),
    /// An action on one object.
    OnObject(&'a Endpoint, &'a str, &'a str),
    /// Operations that belong to no resource.
    Alone(&'a str),
}

/// Paths of all collections and of all operations without one.
#[derive(Default)]
pub(crate) struct Routes {
    collections: HashMap<&'static str, usize>,
    alone: HashMap<&'static str, ()>,
    /// Those of them that hold `{name}`.
    templates: Vec<&'static str>,
}

impl Routes {
    pub(crate) fn new(endpoints: &[Endpoint], alone: &[Standalone]) -> Self {
        let served = |(index, endpoint): (usize, &Endpoint)| (!endpoint.path.is_empty()).then_some((endpoint.path, index));
        Routes {
            collections: endpoints.iter().enumerate().filter_map(served).collect(),
            alone: alone.iter().map(|operation| (operation.path, ())).collect(),
            templates: alone.iter().map(|operation| operation.path).filter(|path| path.contains('{')).collect(),
        }
    }

    /// What `path` (below `/api/v3/`, with its closing slash) leads to.
    pub(crate) fn find<'a>(&self, endpoints: &'a [Endpoint], path: &'a str) -> Option<Place<'a>> {
        let path = path.strip_suffix('/')?;
        if self.alone.contains_key(path) {
            return Some(Place::Alone(path));
        }
        let regular = self.longest(endpoints, path).and_then(|(endpoint, rest)| inside(endpoint, rest));
        regular.or_else(|| self.template(path).map(Place::Alone))
    }

    /// The path with `{name}` in it that fits this one.
    pub(crate) fn template(&self, path: &str) -> Option<&'static str> {
        self.templates.iter().copied().find(|template| fits(template, path))
    }

    /// The collection with the longest path that `path` begins with, and what follows.
    fn longest<'a>(&self, endpoints: &'a [Endpoint], path: &'a str) -> Option<(&'a Endpoint, &'a str)> {
        let mut head = path;
        loop {
            if let Some(index) = self.collections.get(head) {
                let rest = path.get(head.len()..)?.trim_start_matches('/');
                // Two slashes in a row name nothing.
                let clean = !path.contains("//");
                return clean.then(|| endpoints.get(*index).map(|endpoint| (endpoint, rest))).flatten();
            }
            head = head.rsplit_once('/')?.0;
        }
    }
}

fn inside<'a>(endpoint: &'a Endpoint, rest: &'a str) -> Option<Place<'a>> {
    let has = |operations: &[Operations]| operations.iter().any(|operation| endpoint.operations.has(*operation));
    if rest.is_empty() {
        return has(&[Operations::LIST, Operations::CREATE]).then_some(Place::Collection(endpoint));
    }
    if on(endpoint, Target::Collection, rest).next().is_some() {
        return Some(Place::OnCollection(endpoint, rest));
    }
    match rest.split_once('/') {
        None => has(&[Operations::RETRIEVE, Operations::UPDATE, Operations::PARTIAL, Operations::DESTROY])
            .then_some(Place::Object(endpoint, rest)),
        Some((key, "used_by")) => has(&[Operations::USED_BY]).then_some(Place::UsedBy(endpoint, key)),
        Some((key, action)) => on(endpoint, Target::Object, action).next().map(|_| Place::OnObject(endpoint, key, action)),
    }
}

/// The actions of that path, one per method.
pub(crate) fn on<'a>(endpoint: &'a Endpoint, target: Target, path: &'a str) -> impl Iterator<Item = &'a Action> {
    endpoint.actions.iter().flat_map(|list| list.iter()).filter(move |action| action.target == target && action.path == path)
}

/// Whether a path fits a template word by word; an empty word fits nothing.
fn fits(template: &str, path: &str) -> bool {
    let (words, given): (Vec<&str>, Vec<&str>) = (template.split('/').collect(), path.split('/').collect());
    words.len() == given.len() && words.iter().zip(&given).all(|(word, text)| word == text || (word.starts_with('{') && !text.is_empty()))
}

/// The word of a fitting path that stands where the template has `{name}`.
pub(crate) fn segment<'a>(template: &str, path: &'a str, name: &str) -> Option<&'a str> {
    let is_it = |word: &str| word.trim_start_matches('{').trim_end_matches('}') == name && word.starts_with('{');
    template.split('/').zip(path.split('/')).find(|(word, _)| is_it(word)).map(|(_, text)| text)
}
