//! What groups can do beyond their columns, and who may be put into them.

use vestibule_core::{groups, roles};
use vestibule_expression::{Args, Result, Stop, Type, Value, Vm, class::Getter, exception};
use vestibule_resource::{Many, Value as Column};

use super::{
    query::{Rows, linked},
    row::{ROW, Row, refused, this},
};
use crate::{Kind, session, wait::wait_for};

/// Model label of groups.
pub(super) const MODEL: &str = "authentik_core.group";

/// Groups.
pub(crate) static GROUP: Type = Type {
    base: Some(&ROW),
    getters: &[
        Getter { name: "num_pk", get: |vm, group| number(vm, group) },
        Getter { name: "users", get: |vm, group| linked(vm, &this(group)?.record(), &groups::USERS_OF_GROUP) },
        Getter { name: "parents", get: |vm, group| linked(vm, &this(group)?.record(), &groups::PARENTS) },
        Getter { name: "children", get: |vm, group| linked(vm, &this(group)?.record(), &groups::CHILDREN) },
    ],
    ..Type::new("Group")
};

/// A number for systems that know groups by number: the same one that the API shows.
fn number(_vm: &mut Vm<'_>, group: &Value) -> Result<Value> {
    let key = this(group)?.key().as_uuid().unwrap_or_default();
    Ok(Value::Int(groups::number(key)))
}

/// `user.groups.add(group)`, `group.users.remove(user)`: only groups that confer nothing.
pub(super) fn link(vm: &mut Vm<'_>, rows: &Rows, args: Args, add: bool) -> Result<Value> {
    let host = session(vm)?;
    let Some((record, links)) = rows.of.clone() else { return Err(Stop::raise(&exception::ATTRIBUTE_ERROR, "only links can be added to")) };
    if host.kind() != Kind::Policy || links.table != groups::GROUPS_OF_USER.table {
        return Err(refused("expressions may not change these links"));
    }
    let theirs =
        args.positional.iter().map(|one| one.downcast::<Row>().map(Row::key).ok_or_else(|| Stop::type_error("add() takes objects")));
    let theirs = theirs.collect::<Result<Vec<Column>>>()?;
    let touched = if record.resource.model == MODEL { vec![record.key().clone()] } else { theirs.clone() };
    check(vm, &touched)?;
    if host.debug() {
        return Ok(Value::None);
    }
    vm.charge_call()?;
    let cx = host.cx();
    wait_for(change(cx, &links, record.key(), &theirs, add))?;
    Ok(Value::None)
}

async fn change(
    cx: &vestibule_engine::Context,
    links: &Many,
    mine: &Column,
    theirs: &[Column],
    add: bool,
) -> vestibule_resource::Result<()> {
    let mut tx = cx.begin().await?;
    for other in theirs {
        if add {
            tx.link(links, mine, other).await?;
        } else {
            tx.unlink(links, mine, other).await?;
        }
    }
    tx.commit().await
}

/// Refuses groups whose members hold rights, by themselves or through groups above them.
fn check(vm: &mut Vm<'_>, keys: &[Column]) -> Result<()> {
    vm.charge_call()?;
    let cx = session(vm)?.cx();
    let confers = wait_for(async {
        let all = groups::ancestors(&cx.store, keys).await?;
        let all: Vec<Column> = all.iter().map(|group| group.key().clone()).chain(keys.iter().cloned()).collect();
        Ok(groups::any_confers(&cx.store, keys).await? || !roles::roles_of_groups(&cx.store, &all).await?.is_empty())
    })?;
    if confers { Err(refused("expressions may not change who is in a group that confers rights")) } else { Ok(()) }
}
