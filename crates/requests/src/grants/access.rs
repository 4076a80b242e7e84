//! Giving access for a time, and taking it back.

use jiff::Timestamp;
use vestibule_core::tenant::Settings;
use vestibule_engine::Context;
use vestibule_policies::{Policies, PolicyBinding, PolicyBindingModel, PolicyEngineMode};
use vestibule_resource::{Error, Model as _, Record, Result, Value, Word as _};
use vestibule_store::{Condition, Query, Transaction};

use super::{BINDINGS, GrantRequest, TARGETS};
use crate::target::{APPLICATION, Targets};

/// The targets of a request for which a binding has to be made: what is open to everybody needs none.
///
/// # Errors
/// `Invalid` when one of them cannot be given to one person alone.
pub(super) async fn needed(cx: &Context, request: &Record) -> Result<Vec<Value>> {
    let asked: Vec<Value> = cx.store.links(&TARGETS, &[request.key().clone()]).await?.into_iter().map(|(_, target)| target).collect();
    let (policies, targets): (&Policies, _) = (cx.service()?, Targets::of(cx, asked.iter()).await?);
    let open = Settings::load(&cx.store).await?.flags.core_default_app_access;
    let mut needed = Vec::new();
    for target in asked {
        let Some(key) = target.as_uuid() else { continue };
        let bound = policies.bound_to(cx, key).await?.iter().any(|binding| live(binding, cx.store.world().now()));
        if !bound && open && targets.row(&target).is_some_and(|row| row.resource.model == APPLICATION) {
            continue;
        }
        // Where every binding has to pass, one more for this person would shut everybody else out.
        if bound && all_must_pass(cx, &target).await? {
            return Err(Error::not_possible("All bindings of what is requested have to pass, so nobody can be given access by one more."));
        }
        needed.push(target);
    }
    Ok(needed)
}

async fn all_must_pass(cx: &Context, target: &Value) -> Result<bool> {
    let row = cx.store.get(PolicyBindingModel::RESOURCE, target.clone()).await?;
    Ok(row.is_some_and(|row| row.text("policy_engine_mode") == PolicyEngineMode::All.word()))
}

/// Whether a binding counts now.
pub(super) fn live(binding: &Record, now: Timestamp) -> bool {
    binding.flag("enabled") && !(binding.flag("expiring") && binding.time("expires").is_some_and(|end| end <= now))
}

/// Binds who asked to these targets, until then.
pub(super) async fn give(tx: &mut Transaction, request: &Record, targets: &[Value], until: Timestamp) -> Result<()> {
    for target in targets {
        let values = vec![
            ("target", target.clone()),
            ("user", request.get("created_by").clone()),
            ("order", 0.into()),
            ("expires", until.into()),
            ("expiring", true.into()),
        ];
        let binding = tx.insert(PolicyBinding::RESOURCE, values).await?;
        tx.link(&BINDINGS, request.key(), binding.key()).await?;
    }
    Ok(())
}

/// Takes back what was given. The request is locked first, so that nothing is given meanwhile.
pub(super) async fn take(cx: &Context, tx: &mut Transaction, request: &Record) -> Result<()> {
    tx.lock(GrantRequest::RESOURCE, request.key()).await?;
    let made = cx.store.links(&BINDINGS, std::slice::from_ref(request.key())).await?;
    let keys = made.into_iter().map(|(_, binding)| binding).collect();
    let these = Condition::In { path: PolicyBinding::RESOURCE.key.to_owned(), values: keys };
    tx.delete_where(&Query::all(PolicyBinding::RESOURCE).filter(these)).await?;
    Ok(())
}
