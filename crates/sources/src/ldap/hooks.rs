//! Rules across the settings of a directory.

use futures::future::BoxFuture;
use vestibule_core::roles::grant;
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Model as _, Result, Value};

use super::LDAPSource;

/// What is copied needs mappings, and passwords go back to one directory at most. The contract looks at what a body says, never at
/// defaults nor at the row as it is.
pub(super) struct LdapHooks;

impl Hooks for LdapHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            needs_mappings(draft, "users");
            needs_mappings(draft, "groups");
            if draft.sent("sync_users_password") == Some(&Value::Bool(true)) {
                only_one_writes(cx, draft).await?;
            }
            if draft.sent("sync_parent_group").is_some() {
                grant::check_group(cx, draft, "sync_parent_group").await?;
            }
            Ok(())
        })
    }
}

fn needs_mappings(draft: &mut Draft, what: &str) {
    let (flag, mappings) = match what {
        "users" => ("sync_users", "user_property_mappings"),
        _ => ("sync_groups", "group_property_mappings"),
    };
    let wanted = draft.sent(flag) == Some(&Value::Bool(true));
    if wanted && draft.links(mappings).is_none_or(<[Value]>::is_empty) && !draft.invalid.has(mappings) {
        let message = format!("When 'Sync {what}' is enabled, '{what} property mappings' cannot be empty.");
        draft.invalid.add(mappings, message);
    }
}

async fn only_one_writes(cx: &Context, draft: &mut Draft) -> Result<()> {
    let own = draft.before.as_ref().map(|row| row.key().clone());
    let sources = cx.store.rows(LDAPSource::RESOURCE).await?;
    if sources.all.iter().any(|source| source.flag("sync_users_password") && Some(source.key()) != own.as_ref()) {
        draft.invalid.add("sync_users_password", "Only a single LDAP source can write passwords to its directory.");
    }
    Ok(())
}
