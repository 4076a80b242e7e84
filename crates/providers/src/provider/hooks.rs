//! What is irregular about providers, whatever their type.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result};
use vestibule_store::{Condition, Transaction};

use super::{assigned::assigned, outposts::outposts};

/// Types that work behind the scenes.
const BEHIND: &[&str] = &[
    "authentik_providers_ldap.ldapprovider",
    "authentik_providers_scim.scimprovider",
    "authentik_providers_google_workspace.googleworkspaceprovider",
    "authentik_providers_microsoft_entra.microsoftentraprovider",
    "authentik_providers_ssf.ssfprovider",
];

/// What is irregular about providers, whatever their type.
pub(super) struct ProviderHooks;

impl Hooks for ProviderHooks {
    fn filter<'a>(&'a self, _cx: &'a Context, param: &'a str, value: &'a str) -> BoxFuture<'a, Result<Option<Condition>>> {
        Box::pin(async move {
            let Some(yes) = flag(value) else { return Ok(None) };
            Ok(match param {
                "application__isnull" => Some(if yes { unassigned() } else { Condition::Not(Box::new(unassigned())) }),
                "backchannel" => Some(Condition::is("is_backchannel", yes)),
                _ => None,
            })
        })
    }

    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if draft.creates() {
                draft.set("is_backchannel", BEHIND.contains(&draft.resource.model));
            }
            Ok(())
        })
    }

    fn deleting<'a>(&'a self, cx: &'a Context, tx: &'a mut Transaction, row: &'a Record) -> BoxFuture<'a, Result<()>> {
        Box::pin(crate::ssf::forget(cx, tx, row))
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (of, object) in assigned(cx, rows).await?.iter().zip(objects.iter_mut()) {
                for (end, application) in [("application", &of.application), ("backchannel_application", &of.backchannel)] {
                    for name in ["slug", "name"] {
                        let value = application.as_ref().map(|row| row.text(name));
                        object.insert(format!("assigned_{end}_{name}"), value.into());
                    }
                }
            }
            if objects.first().is_some_and(|object| object.contains_key("outpost_set")) {
                show_outposts(cx, rows, objects).await?;
            }
            Ok(())
        })
    }
}

async fn show_outposts(cx: &Context, rows: &[Record], objects: &mut [Map<String, Json>]) -> Result<()> {
    let mut names = outposts(cx, rows).await?;
    for (row, object) in rows.iter().zip(objects) {
        let names = row.key().as_int().and_then(|key| names.remove(&key)).unwrap_or_default();
        object.insert("outpost_set".into(), names.into());
    }
    Ok(())
}

/// No application uses the provider, in neither way.
fn unassigned() -> Condition {
    let none = |path: &str| Condition::Null { path: path.to_owned() };
    none("application").and(none("backchannel_application"))
}

/// A boolean filter; what is none is ignored.
fn flag(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" => Some(true),
        "false" => Some(false),
        _ => None,
    }
}
