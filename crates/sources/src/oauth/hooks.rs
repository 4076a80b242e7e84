//! What is irregular about OAuth sources.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Record, Result, Value};
use vestibule_store::Condition;

use super::{Vendor, vendor};

/// Addresses that visitors are sent to, or that this system asks.
const ADDRESSES: &[&str] =
    &["request_token_url", "authorization_url", "access_token_url", "profile_url", "oidc_well_known_url", "oidc_jwks_url"];

/// Addresses are complete, and a source is shown with its vendor.
pub(super) struct OAuthHooks;

impl Hooks for OAuthHooks {
    fn filter<'a>(&'a self, _cx: &'a Context, param: &'a str, value: &'a str) -> BoxFuture<'a, Result<Option<Condition>>> {
        Box::pin(async move {
            Ok(match (param, value.to_ascii_lowercase().as_str()) {
                ("has_jwks", "true") => Some(Condition::Not(Box::new(without_keys()))),
                ("has_jwks", "false") => Some(without_keys()),
                ("provider_type", "") => None,
                ("provider_type", _) => Some(Condition::is("provider_type", value)),
                _ => None,
            })
        })
    }

    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for name in ADDRESSES {
                if draft.sent(name).and_then(Value::as_str).is_some_and(|address| !address.is_empty() && !is_of_the_web(address)) {
                    draft.invalid.add(name, "Enter a valid URL.");
                }
            }
            if draft.invalid.is_empty() {
                needs_addresses(draft);
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (row, object) in rows.iter().zip(objects) {
                object.insert("callback_url".into(), format!("{}/source/oauth/callback/{}/", cx.origin(), row.text("slug")).into());
                object.insert("type".into(), vendor(row.text("provider_type")).map(Vendor::shown).into());
            }
            Ok(())
        })
    }
}

fn without_keys() -> Condition {
    Condition::is("oidc_jwks", Value::from(json!({})))
}

/// No other scheme is ever followed.
fn is_of_the_web(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.starts_with('/') && !rest.contains(|letter: char| letter.is_whitespace()))
}

/// A vendor without addresses of its own needs the source's, unless they are found in its configuration.
fn needs_addresses(draft: &mut Draft) {
    let given = |name: &str| draft.get(name).as_str().is_some_and(|address| !address.is_empty());
    let Some(vendor) = draft.get("provider_type").as_str().and_then(vendor).filter(|vendor| vendor.urls_customizable) else { return };
    if given("oidc_well_known_url") {
        return;
    }
    let own = [
        ("authorization_url", vendor.authorization_url),
        ("access_token_url", vendor.access_token_url),
        ("profile_url", vendor.profile_url),
    ];
    let missing: Vec<&str> = own.into_iter().filter(|(name, own)| own.is_none() && !given(name)).map(|(name, _)| name).collect();
    for name in missing {
        draft.invalid.add("non_field_errors", format!("{name} is required for provider {}", vendor.verbose_name));
    }
}
