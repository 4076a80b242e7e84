//! Modules that expressions import beside Python's: models by the names that the reference system gives them, and the few helpers of
//! its framework that expressions use. Models are found in the catalog, so none is listed here.

use std::any::Any;

use vestibule_expression::{
    Args, ClassRef, Native, Object, Result, Stop, Str, Type, Value, Vm, exception, modules::datetime::utc_datetime,
};
use vestibule_resource::{Catalog, Resource};

use crate::{functions, log::Logger, rows, session, web::Requests};

/// Tells a synchronisation to leave an object out.
pub(crate) static SKIP_OBJECT: Type =
    Type { base: Some(&exception::EXCEPTION), module: "authentik.core.expression.exceptions", ..Type::new("SkipObject") };
/// What policies raise on purpose.
static POLICY_EXCEPTION: Type =
    Type { base: Some(&exception::EXCEPTION), module: "authentik.policies.exceptions", ..Type::new("PolicyException") };

/// `SkipObject`
pub(crate) fn skip_object() -> Value {
    Value::Class(ClassRef::Builtin(&SKIP_OBJECT))
}

/// Constants and functions: module, name, value.
static NAMES: &[(&str, &str, Name)] = &[
    ("authentik.core.models", "USER_ATTRIBUTE_GENERATED", Name::Text("goauthentik.io/user/generated")),
    ("authentik.core.models", "USER_ATTRIBUTE_EXPIRES", Name::Text("goauthentik.io/user/expires")),
    ("authentik.core.models", "USER_ATTRIBUTE_DELETE_ON_LOGOUT", Name::Text("goauthentik.io/user/delete-on-logout")),
    ("authentik.core.models", "USER_ATTRIBUTE_SOURCES", Name::Text("goauthentik.io/user/sources")),
    ("authentik.core.models", "USER_ATTRIBUTE_TOKEN_EXPIRING", Name::Text("goauthentik.io/user/token-expires")),
    ("authentik.core.models", "USER_ATTRIBUTE_TOKEN_MAXIMUM_LIFETIME", Name::Text("goauthentik.io/user/token-maximum-lifetime")),
    ("authentik.core.models", "USER_ATTRIBUTE_CHANGE_USERNAME", Name::Text("goauthentik.io/user/can-change-username")),
    ("authentik.core.models", "USER_ATTRIBUTE_CHANGE_NAME", Name::Text("goauthentik.io/user/can-change-name")),
    ("authentik.core.models", "USER_ATTRIBUTE_CHANGE_EMAIL", Name::Text("goauthentik.io/user/can-change-email")),
    ("authentik.core.models", "USER_PATH_SERVICE_ACCOUNT", Name::Text("goauthentik.io/service-accounts")),
    ("authentik.core.models", "UserTypes", Name::Words(&["INTERNAL", "EXTERNAL", "SERVICE_ACCOUNT", "INTERNAL_SERVICE_ACCOUNT"])),
    ("authentik.core.expression.exceptions", "SkipObjectException", Name::Class(&SKIP_OBJECT)),
    (
        "authentik.flows.models",
        "FlowAuthenticationRequirement",
        Name::Words(&[
            "NONE",
            "REQUIRE_AUTHENTICATED",
            "REQUIRE_UNAUTHENTICATED",
            "REQUIRE_SUPERUSER",
            "REQUIRE_REDIRECT",
            "REQUIRE_OUTPOST",
            "REQUIRE_TOKEN",
        ]),
    ),
    (
        "authentik.flows.models",
        "FlowDesignation",
        Name::Words(&["AUTHENTICATION", "AUTHORIZATION", "INVALIDATION", "ENROLLMENT", "UNENROLLMENT", "RECOVERY", "STAGE_CONFIGURATION"]),
    ),
    ("authentik.flows.planner", "PLAN_CONTEXT_PENDING_USER", Name::Text("pending_user")),
    ("authentik.flows.planner", "PLAN_CONTEXT_SSO", Name::Text("is_sso")),
    ("authentik.flows.planner", "PLAN_CONTEXT_REDIRECT", Name::Text("redirect")),
    ("authentik.flows.planner", "PLAN_CONTEXT_APPLICATION", Name::Text("application")),
    ("authentik.flows.planner", "PLAN_CONTEXT_SOURCE", Name::Text("source")),
    ("authentik.flows.planner", "PLAN_CONTEXT_IS_RESTORED", Name::Text("is_restored")),
    ("authentik.stages.prompt.stage", "PLAN_CONTEXT_PROMPT", Name::Text("prompt_data")),
    ("authentik.stages.user_write.stage", "PLAN_CONTEXT_GROUPS", Name::Text("groups")),
    ("authentik.stages.password.stage", "PLAN_CONTEXT_METHOD", Name::Text("auth_method")),
    ("authentik.stages.password.stage", "PLAN_CONTEXT_METHOD_ARGS", Name::Text("auth_method_args")),
    ("authentik.policies.exceptions", "PolicyException", Name::Class(&POLICY_EXCEPTION)),
    ("authentik.lib.generators", "generate_id", Name::Function(&Native { name: "generate_id", call: generate_id })),
    ("authentik.lib.generators", "generate_key", Name::Function(&Native { name: "generate_key", call: generate_id })),
    ("django.utils.text", "slugify", Name::Function(&Native { name: "slugify", call: functions::slugify })),
    ("django.utils.timezone", "now", Name::Function(&Native { name: "now", call: now })),
    ("django.db.models", "Q", Name::Class(&rows::Q_TYPE)),
    ("django.core.exceptions", "ObjectDoesNotExist", Name::Class(&rows::errors::DOES_NOT_EXIST)),
    ("structlog", "get_logger", Name::Function(&Native { name: "get_logger", call: |_, _| Ok(Value::object(Logger)) })),
    ("structlog.stdlib", "get_logger", Name::Function(&Native { name: "get_logger", call: |_, _| Ok(Value::object(Logger)) })),
    ("logging", "getLogger", Name::Function(&Native { name: "getLogger", call: |_, _| Ok(Value::object(Logger)) })),
];

/// What a name in a module means.
enum Name {
    Text(&'static str),
    /// Words whose value is their own name in lower case.
    Words(&'static [&'static str]),
    Class(&'static Type),
    Function(&'static Native),
}

/// The module of that name: one of the table, one with models, or a package of such.
pub(crate) fn find(vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
    if matches!(name, "requests" | "requests.exceptions" | "authentik.lib.utils.http") {
        return Ok(Some(Value::object(Requests)));
    }
    Ok(exists(session(vm)?.cx().store.catalog(), name).then(|| Value::object(Module(name.into()))))
}

/// Whether there is a module of that name.
pub(crate) fn exists(catalog: &Catalog, name: &str) -> bool {
    let listed = NAMES.iter().any(|(module, _, _)| *module == name || module.starts_with(&format!("{name}.")));
    let models = app_of(name).is_some_and(|app| catalog.resources().iter().any(|resource| resource.app() == app));
    let package = matches!(
        name,
        "requests"
            | "requests.exceptions"
            | "authentik.lib.utils.http"
            | "authentik"
            | "authentik.sources"
            | "authentik.stages"
            | "authentik.providers"
            | "authentik.enterprise"
    );
    listed || models || package
}

/// The label of the app whose models a module holds: `authentik.stages.prompt.models` is `authentik_stages_prompt`.
fn app_of(module: &str) -> Option<String> {
    module.strip_suffix(".models").map(|app| app.replace('.', "_"))
}

/// A module.
struct Module(Str);

impl Module {
    fn model(&self, vm: &Vm<'_>, name: &str) -> Result<Option<&'static Resource>> {
        let Some(app) = app_of(&self.0) else { return Ok(None) };
        let wanted = name.to_ascii_lowercase();
        let catalog = session(vm)?.cx().store.catalog();
        Ok(catalog.resources().iter().copied().find(|resource| resource.app() == app && resource.model_name() == wanted))
    }
}

impl Object for Module {
    fn class(&self) -> &'static Type {
        static MODULE: Type = Type::new("module");
        &MODULE
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        if let Some((_, _, found)) = NAMES.iter().find(|(module, known, _)| **module == *self.0 && *known == name) {
            return Ok(Some(found.value()));
        }
        if let Some(class) = self.model(vm, name)?.and_then(rows::class) {
            return Ok(Some(class));
        }
        find(vm, &format!("{}.{name}", self.0))
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("<module '{}'>", self.0))
    }
}

impl Name {
    fn value(&self) -> Value {
        match self {
            Name::Text(text) => Value::from(*text),
            Name::Class(class) => Value::Class(ClassRef::Builtin(class)),
            Name::Function(function) => Value::Native(function),
            Name::Words(words) => Value::object(Words(words)),
        }
    }
}

/// Words as attributes.
struct Words(&'static [&'static str]);

impl Object for Words {
    fn class(&self) -> &'static Type {
        static WORDS: Type = Type::new("ChoicesType");
        &WORDS
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, _vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        Ok(self.0.iter().find(|word| **word == name).map(|word| Value::from(word.to_ascii_lowercase())))
    }
}

/// `generate_id(length=40)`
fn generate_id(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    let [length] = args.bind(&vestibule_expression::Spec::new("generate_id", 0, ["length"]))?;
    let length = length.map_or(Some(40), |length| length.as_int()).and_then(|length| usize::try_from(length).ok());
    let length = length.filter(|length| *length <= 4096).ok_or_else(|| Stop::value_error("the length is a number up to 4096"))?;
    let key = session(vm)?.cx().store.world().key(length);
    vm.text(key)
}

/// `timezone.now()`
fn now(vm: &mut Vm<'_>, args: Args) -> Result<Value> {
    args.none("now")?;
    utc_datetime(vm.host().now())
}
