//! The outposts that serve providers.

use std::collections::HashMap;

use vestibule_engine::Context;
use vestibule_resource::{Kind, Many, Record, Result};

/// Label of outposts; they live in an area of their own.
const OUTPOST: &str = "authentik_outposts.outpost";

/// Names of the outposts that serve these providers, by the provider's number.
pub(super) async fn outposts(cx: &Context, providers: &[Record]) -> Result<HashMap<i64, Vec<String>>> {
    let mut names: HashMap<i64, Vec<String>> = HashMap::new();
    let Some(resource) = cx.store.catalog().find(OUTPOST) else { return Ok(names) };
    let Some(Kind::Many(links)) = resource.field("providers").map(|field| field.kind) else { return Ok(names) };
    let back = Many { to: OUTPOST, table: links.table, mine: links.theirs, theirs: links.mine };
    let keys: Vec<_> = providers.iter().map(|row| row.key().clone()).collect();
    let all = cx.store.rows(resource).await?;
    for (provider, outpost) in cx.store.links(&back, &keys).await? {
        if let (Some(provider), Some(outpost)) = (provider.as_int(), all.find(&outpost)) {
            names.entry(provider).or_default().push(outpost.display());
        }
    }
    Ok(names)
}
