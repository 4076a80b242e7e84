//! Names of fields with `__` as paths of the store: `pk` is the key, `x_id` the reference `x`. Only what programs see has a path: to
//! ask about a stored secret, or to sort by it, would tell it bit by bit.

use vestibule_expression::Stop;
use vestibule_resource::{Catalog, Hop, Kind, Path, Resource};

use super::{access, column, errors::FIELD_ERROR};

/// Follows words from a resource, each as it is called there: the path in the store's words, and where it leads. `None` when a word is
/// no field.
pub(super) fn follow(catalog: &Catalog, resource: &'static Resource, words: &[&str]) -> Option<(String, Path)> {
    let mut known: Option<(String, Path)> = None;
    for word in words {
        let front = known.take().map_or_else(String::new, |(path, _)| path + "__");
        let at = |word: &str| catalog.path(resource, &format!("{front}{word}"));
        let reference = || at(word.strip_suffix("_id")?).filter(|found| matches!(found.field.kind, Kind::Ref(_)));
        let found = at(word).or_else(reference)?;
        known = Some((front + found.field.name, found));
    }
    known
}

/// Whether programs see what a path leads to, and all on its way.
pub(super) fn seen(path: &Path) -> bool {
    let open = |hop: &Hop| {
        access::open(match hop {
            Hop::Ref { to, .. } | Hop::Many { to, .. } => to,
        })
    };
    (path.field.name == path.resource.key || column::visible(path.field)) && path.hops.iter().all(open)
}

/// That a name leads nowhere.
pub(super) fn unknown(name: &str) -> Stop {
    Stop::raise(&FIELD_ERROR, format!("Cannot resolve keyword '{name}' into field."))
}
