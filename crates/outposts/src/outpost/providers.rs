//! Which providers an outpost can serve.

use vestibule_engine::{Context, Draft};
use vestibule_resource::{Many, Resource, Result, Value, Word as _};

use super::{EMBEDDED, OutpostType};
use crate::seen::{missing, seen};

/// Model label of what all providers share.
const PROVIDER: &str = "authentik_core.provider";

/// Which providers each kind of outpost serves, by their model labels.
pub(super) const TYPES: &[(OutpostType, &str)] = &[
    (OutpostType::Proxy, "authentik_providers_proxy.proxyprovider"),
    (OutpostType::Ldap, "authentik_providers_ldap.ldapprovider"),
    (OutpostType::Radius, "authentik_providers_radius.radiusprovider"),
    (OutpostType::Rac, "authentik_providers_rac.racprovider"),
];

/// From an outpost to its providers.
pub(super) const LINKS: Many = Many { to: PROVIDER, table: "outpost_providers", mine: "outpost", theirs: "provider" };

/// Adds to the draft what is wrong with the providers that the outpost will have.
pub(super) async fn check(cx: &Context, draft: &mut Draft) -> Result<()> {
    let touched = draft.links("providers").is_some() || draft.sent("type").is_some();
    if !touched || draft.invalid.has("providers") || draft.invalid.has("type") {
        return Ok(());
    }
    let before = linked(cx, draft).await?;
    let after = draft.links("providers").map_or_else(|| before.clone(), <[Value]>::to_vec);
    if after.is_empty() && draft.get("managed").as_str() != Some(EMBEDDED) {
        draft.invalid.add("providers", "This list may not be empty.");
    }
    for provider in after.iter().filter(|provider| !before.contains(provider)) {
        // The outpost learns the secrets of its providers.
        if !seen(cx, PROVIDER, provider).await? {
            draft.invalid.add("providers", missing(provider));
        }
    }
    let kind = draft.get("type").as_str().and_then(OutpostType::from_word).unwrap_or(OutpostType::Proxy);
    if let Some(unfit) = unfit(cx, kind, &after).await?
        && !draft.invalid.has("providers")
    {
        draft.invalid.add("providers", format!("Outpost type {kind} can't be used with {} providers.", unfit.name));
    }
    Ok(())
}

/// Keys of the providers before the write.
async fn linked(cx: &Context, draft: &Draft) -> Result<Vec<Value>> {
    let Some(row) = &draft.before else { return Ok(Vec::new()) };
    let links = cx.store.links(&LINKS, std::slice::from_ref(row.key())).await?;
    Ok(links.into_iter().map(|(_, provider)| provider).collect())
}

/// The type of the first provider that an outpost of that kind cannot serve.
async fn unfit(cx: &Context, kind: OutpostType, providers: &[Value]) -> Result<Option<&'static Resource>> {
    let Some(base) = cx.store.catalog().find(PROVIDER) else { return Ok(None) };
    let rows = cx.store.rows(base).await?;
    let types = providers.iter().filter_map(|key| rows.find(key)).filter_map(|row| cx.store.catalog().find(row.text("model")));
    let fits = |model: &str| TYPES.contains(&(kind, model));
    Ok(types.into_iter().find(|found| !fits(found.model)))
}
