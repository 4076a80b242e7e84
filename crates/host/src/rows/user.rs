//! What users can do beyond their columns.

use vestibule_core::{Keys, authn, groups, tenant::Settings, users};
use vestibule_expression::{Args, Method, Result, Spec, Stop, Type, Value, Vm, class::Getter};
use vestibule_resource::{Model as _, Record, Value as Column};
use vestibule_store::Query;

use super::{
    query::with_keys,
    row::{ROW, Row, refused, this},
};
use crate::{json::from_members, session, wait::wait_for};

/// Model label of users.
pub(super) const MODEL: &str = "authentik_core.user";

/// Users.
pub(crate) static USER: Type = Type {
    base: Some(&ROW),
    methods: &[
        Method { name: "all_groups", call: |vm, user, args| args.none("all_groups").and_then(|()| all_groups(vm, user)) },
        Method { name: "group_attributes", call: group_attributes },
        Method { name: "has_usable_password", call: |_, user, _| Ok(Value::Bool(usable(this(user)?))) },
        Method { name: "check_password", call: check_password },
        Method { name: "locale", call: |vm, user, _| locale(vm, user) },
        Method { name: "app_entitlements", call: entitlements },
        Method { name: "app_entitlements_attributes", call: entitlement_attributes },
        Method { name: "get_full_name", call: |vm, user, _| vm.attribute(user, "name") },
    ],
    getters: &[
        Getter { name: "is_superuser", get: |vm, user| superuser(vm, &this(user)?.record()).map(Value::Bool) },
        Getter { name: "uid", get: |vm, user| uid(vm, user) },
        Getter { name: "avatar", get: |vm, user| avatar(vm, user) },
        Getter { name: "ak_groups", get: |vm, user| vm.attribute(user, "groups") },
        Getter { name: "is_authenticated", get: |_, _| Ok(Value::Bool(true)) },
        Getter { name: "is_anonymous", get: |_, _| Ok(Value::Bool(false)) },
        Getter { name: "first_name", get: |vm, user| vm.attribute(user, "name") },
    ],
    ..Type::new("User")
};

fn key(row: &Row) -> i64 {
    row.key().as_int().unwrap_or_default()
}

fn all_groups(vm: &mut Vm<'_>, user: &Value) -> Result<Value> {
    vm.charge_call()?;
    let cx = session(vm)?.cx();
    let all = wait_for(groups::all_of(&cx.store, key(this(user)?)))?;
    Ok(with_keys(groups::Group::RESOURCE, all.iter().map(|group| group.key().clone()).collect()))
}

fn group_attributes(vm: &mut Vm<'_>, user: &Value, args: Args) -> Result<Value> {
    let [request] = args.bind(&Spec::new("group_attributes", 0, ["request"]))?;
    vm.charge_call()?;
    let cx = session(vm)?.cx();
    let record = this(user)?.record();
    let attributes = wait_for(async {
        let brand = match request {
            Some(request) if !request.is_none() => vestibule_core::brands::of_host(&cx.store, &cx.request.host).await?,
            _ => None,
        };
        groups::group_attributes(&cx.store, brand.as_deref(), &record).await
    })?;
    from_members(vm, &attributes)
}

/// Whether somebody's password can be right at all.
fn usable(row: &Row) -> bool {
    let record = row.record();
    !record.text("password").is_empty() && !record.text("password").starts_with('!')
}

fn check_password(vm: &mut Vm<'_>, user: &Value, args: Args) -> Result<Value> {
    let given = args.one("check_password")?;
    let Some(password) = given.as_str().map(str::to_owned) else { return Ok(Value::Bool(false)) };
    // A hash is dear: it costs as much as a hundred questions.
    for _ in 0..100 {
        vm.charge_call()?;
    }
    let cx = session(vm)?.cx();
    let record = this(user)?.record();
    let verified = wait_for(authn::password::verify(cx, Some(&record), &password, &[authn::Backend::Inbuilt]))?;
    Ok(Value::Bool(verified.is_some()))
}

/// The language that the user chose, else that of the request.
fn locale(vm: &mut Vm<'_>, user: &Value) -> Result<Value> {
    let record = this(user)?.record();
    let chosen = groups::at(record.json("attributes"), "settings.locale").and_then(|locale| locale.as_str()).unwrap_or_default().to_owned();
    vm.text(chosen)
}

fn uid(vm: &mut Vm<'_>, user: &Value) -> Result<Value> {
    let keys = session(vm)?.cx().service::<Keys>().map_err(crate::wait::broken)?;
    let uid = users::uid(&this(user)?.record(), keys);
    vm.text(uid)
}

fn avatar(vm: &mut Vm<'_>, user: &Value) -> Result<Value> {
    vm.charge_call()?;
    let cx = session(vm)?.cx();
    let settings = wait_for(Settings::load(&cx.store))?;
    let avatar = users::avatar(&this(user)?.record(), &settings);
    vm.text(avatar)
}

/// Whether somebody may do everything.
pub(super) fn superuser(vm: &mut Vm<'_>, record: &Record) -> Result<bool> {
    vm.charge_call()?;
    let cx = session(vm)?.cx();
    wait_for(users::is_superuser(&cx.store, record.key().as_int().unwrap_or_default()))
}

/// Columns that open an account to whoever sets them.
static DOORS: &[&str] = &["username", "email", "is_active", "type"];

/// Nobody's account is opened by an expression who holds any rights: their names and addresses stay what they are.
pub(super) fn check_change(vm: &mut Vm<'_>, before: &Record, changes: &[(&'static str, Column)]) -> Result<()> {
    if !changes.iter().any(|(name, _)| DOORS.contains(name)) {
        return Ok(());
    }
    vm.charge_call()?;
    let cx = session(vm)?.cx();
    if wait_for(vestibule_core::roles::is_trusted(&cx.store, before))? {
        return Err(refused("expressions may not change the account of somebody who holds rights"));
    }
    Ok(())
}

/// The rows of entitlements of an application that a user has, by themselves or through a group. One binding is enough, whatever the
/// engine's mode; policies have no say in it.
fn held_entitlements(vm: &mut Vm<'_>, user: &Value, args: Args) -> Result<Vec<Record>> {
    let app = args.one("app_entitlements")?;
    let Some(app) = app.downcast::<Row>() else { return Err(Stop::type_error("app_entitlements() takes an application")) };
    let cx = session(vm)?.cx();
    let Some(resource) = cx.store.catalog().find("authentik_core.applicationentitlement") else { return Ok(Vec::new()) };
    let Some(bindings) = cx.store.catalog().find("authentik_policies.policybinding") else { return Ok(Vec::new()) };
    let all = super::select(vm, &Query::all(resource).is("app", app.key()).order("name"))?;
    vm.charge_call()?;
    let (user, user_key) = (this(user)?, this(user)?.key());
    let groups: Vec<Column> = wait_for(groups::all_of(&cx.store, key(user)))?.iter().map(|group| group.key().clone()).collect();
    let keys = all.iter().map(|one| one.key_as_known_by("authentik_policies.policybindingmodel").clone()).collect();
    let held = super::select(
        vm,
        &Query::all(bindings).is("enabled", true).filter(vestibule_store::Condition::In { path: "target".into(), values: keys }),
    )?;
    let names_people = |binding: &&Record| !binding.get("user").is_null() || !binding.get("group").is_null();
    let counts = |binding: &&Record| (*binding.get("user") == user_key || groups.contains(binding.get("group"))) != binding.flag("negate");
    let targets: Vec<&Column> = held.iter().filter(names_people).filter(counts).map(|binding| binding.get("target")).collect();
    let mine = |one: &Record| targets.contains(&one.key_as_known_by("authentik_policies.policybindingmodel"));
    Ok(all.into_iter().filter(mine).collect())
}

fn entitlements(vm: &mut Vm<'_>, user: &Value, args: Args) -> Result<Value> {
    let held = held_entitlements(vm, user, args)?;
    let Some(first) = held.first() else { return vm.list(Vec::new()) };
    Ok(with_keys(first.resource, held.iter().map(|one| one.key().clone()).collect()))
}

fn entitlement_attributes(vm: &mut Vm<'_>, user: &Value, args: Args) -> Result<Value> {
    let mut all = serde_json::Map::new();
    for one in held_entitlements(vm, user, args)? {
        if let serde_json::Value::Object(attributes) = one.json("attributes") {
            groups::merge(&mut all, attributes);
        }
    }
    from_members(vm, &all)
}
