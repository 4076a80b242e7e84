//! What is worked out when a group is shown.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value as Json, json};
use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_resource::{Many, Record, Result, Value};
use vestibule_store::Store;

use super::{
    config::{CHILDREN, PARENTS, ROLES_OF_GROUP},
    hierarchy,
};

type Objects<'a> = &'a mut [Map<String, Json>];

/// Works out the computed fields. What a query parameter has switched off costs nothing.
pub(super) async fn show(cx: &Context, rows: &[Record], objects: Objects<'_>) -> Result<()> {
    for (row, object) in rows.iter().zip(objects.iter_mut()) {
        object.insert("num_pk".into(), row.key().as_uuid().map(number).into());
    }
    let wanted = |name: &str| cx.request.params.flag(name).unwrap_or_default();
    let shown = |name: &str| objects.first().is_some_and(|object| object.contains_key(name));
    let (parents, children, roles) = (shown("parents_obj"), shown("children_obj"), shown("inherited_roles_obj"));
    if parents && wanted("include_parents") {
        related(&cx.store, &PARENTS, "parents_obj", rows, objects).await?;
    }
    if children && wanted("include_children") {
        related(&cx.store, &CHILDREN, "children_obj", rows, objects).await?;
    }
    if roles && wanted("include_inherited_roles") {
        inherited_roles(&cx.store, rows, objects).await?;
    }
    Ok(())
}

/// A number for systems that know groups by number: the first five decimal digits of the identifier.
pub fn number(uuid: Uuid) -> i64 {
    let digits: String = uuid.as_u128().to_string().chars().take(5).collect();
    digits.parse().unwrap_or_default()
}

/// The groups at the other end of these links, shown.
async fn related(store: &Store, links: &Many, name: &str, rows: &[Record], objects: Objects<'_>) -> Result<()> {
    let keys: Vec<Value> = rows.iter().map(|row| row.key().clone()).collect();
    let pairs = store.links(links, &keys).await?;
    let groups = hierarchy::select(store, pairs.iter().map(|(_, theirs)| theirs.clone()).collect()).await?;
    let shown: HashMap<String, Json> = groups.iter().map(|group| (group.key().to_string(), brief(group))).collect();
    for (row, object) in rows.iter().zip(objects) {
        let mine = pairs.iter().filter(|(mine, _)| mine == row.key());
        let list: Vec<Json> = mine.filter_map(|(_, theirs)| shown.get(&theirs.to_string()).cloned()).collect();
        object.insert(name.into(), list.into());
    }
    Ok(())
}

fn brief(group: &Record) -> Json {
    json!({
        "pk": group.key().to_json(), "name": group.text("name"), "is_superuser": group.flag("is_superuser"),
        "attributes": group.json("attributes"), "group_uuid": group.key().to_json(),
    })
}

/// Roles of all ancestors, in four queries however many groups are shown.
async fn inherited_roles(store: &Store, rows: &[Record], objects: Objects<'_>) -> Result<()> {
    let keys: Vec<Value> = rows.iter().map(|row| row.key().clone()).collect();
    let reached = store.closure(&PARENTS, &keys).await?;
    let parents = by_key(store.links(&PARENTS, &reached).await?);
    let held = by_key(store.links(&ROLES_OF_GROUP, &reached).await?);
    let roles = hierarchy::roles_with(store, held.values().flatten().cloned().collect()).await?;
    for (row, object) in rows.iter().zip(objects) {
        let above = above(&row.key().to_string(), &parents);
        let theirs: HashSet<String> = above.iter().filter_map(|group| held.get(group)).flatten().map(Value::to_string).collect();
        let shown = roles.iter().filter(|role| theirs.contains(&role.key().to_string()));
        let list: Vec<Json> = shown.map(|role| json!({ "pk": role.key().to_json(), "name": role.text("name") })).collect();
        object.insert("inherited_roles_obj".into(), list.into());
    }
    Ok(())
}

fn by_key(links: Vec<(Value, Value)>) -> HashMap<String, Vec<Value>> {
    let mut map: HashMap<String, Vec<Value>> = HashMap::new();
    for (mine, theirs) in links {
        map.entry(mine.to_string()).or_default().push(theirs);
    }
    map
}

/// The ancestors of a group, without itself; circles end.
fn above(group: &str, parents: &HashMap<String, Vec<Value>>) -> HashSet<String> {
    let mut seen = HashSet::new();
    let mut waiting = vec![group.to_owned()];
    while let Some(next) = waiting.pop() {
        let ours = parents.get(&next).into_iter().flatten().map(Value::to_string);
        waiting.extend(ours.filter(|parent| seen.insert(parent.clone())).collect::<Vec<_>>());
    }
    seen.remove(group);
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_group_is_as_recorded() {
        let number_of = |text: &str| Uuid::parse_str(text).map(number);
        assert_eq!(number_of("c9fca111-96cb-45dc-b0a7-492554004828"), Ok(26848));
        assert_eq!(number_of("b7346152-9b62-46d4-bb14-99abb127b4d8"), Ok(24352));
        assert_eq!(number_of("d666ddc2-2c8e-4208-9a72-bdbfbc10f672"), Ok(28498));
    }

    #[test]
    fn a_circle_of_groups_ends() {
        let link = |mine: &str, theirs: &str| (Value::from(mine), Value::from(theirs));
        let parents = by_key(vec![link("a", "b"), link("b", "c"), link("c", "a")]);
        assert_eq!(above("a", &parents), HashSet::from(["b".to_owned(), "c".to_owned()]));
        assert_eq!(above("x", &parents), HashSet::new());
    }
}
