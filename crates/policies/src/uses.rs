//! Where policies are used.

use vestibule_engine::Context;
use vestibule_resource::{Kind, Model as _, Resource, Result, Value};

use crate::{Policy, PolicyBinding};

/// The policy of every binding, as often as it is bound.
pub(crate) async fn in_bindings(cx: &Context) -> Result<Vec<Value>> {
    let bindings = cx.store.rows(PolicyBinding::RESOURCE).await?;
    Ok(bindings.all.iter().map(|binding| binding.get("policy").clone()).filter(|policy| !policy.is_null()).collect())
}

/// The policies that such objects are linked to other than by bindings, as often as they are.
pub(crate) async fn linked_from(cx: &Context, of: impl Fn(&Resource) -> bool) -> Result<Vec<Value>> {
    let mut found = Vec::new();
    for referrer in cx.store.catalog().referrers(Policy::RESOURCE) {
        let Kind::Many(links) = referrer.field.kind else { continue };
        if links.table == PolicyBinding::RESOURCE.table || !of(referrer.resource) {
            continue;
        }
        let column = cx.store.near_end(referrer.resource, &links);
        let mine: Vec<Value> = cx.store.rows(referrer.resource).await?.all.iter().map(|row| row.get(column).clone()).collect();
        found.extend(cx.store.links(&links, &mine).await?.into_iter().map(|(_, policy)| policy));
    }
    Ok(found)
}
