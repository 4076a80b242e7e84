//! What a program uses that expressions do not have.

use vestibule_expression::{Native, Program, modules};
use vestibule_resource::Catalog;

use crate::{Kind, functions};

/// Something that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Line, from 1.
    pub line: u32,
    /// Column in characters, from 1.
    pub column: u32,
    /// What, in words.
    pub what: String,
}

/// Variables that expressions of every kind have.
static COMMON: &[&str] = &["request", "http_request", "context"];
/// Variables of policies.
static OF_POLICIES: &[&str] = &["ak_client_ip", "ak_is_sso_flow"];
/// Variables of mappings: each type has some of them.
static OF_MAPPINGS: &[&str] = &[
    "user",
    "token",
    "provider",
    "connection",
    "group",
    "packet",
    "endpoint",
    "ldap",
    "dn",
    "source",
    "properties",
    "info",
    "client",
    "group_id",
    "root",
    "assertion",
    "name_id",
    "data",
    "auth_api",
    "principal",
    "principal_obj",
    "notification",
    "device",
    "stage",
];
/// Variables of prompts.
static OF_PROMPTS: &[&str] = &["user", "prompt_context"];

/// Attributes of Python's inside that no value has here.
static INNER: &[&str] = &[
    "__globals__",
    "__code__",
    "__subclasses__",
    "__mro__",
    "__bases__",
    "__base__",
    "__builtins__",
    "__import__",
    "__loader__",
    "__spec__",
    "__closure__",
    "__func__",
    "__self__",
    "__reduce__",
    "__reduce_ex__",
    "gi_frame",
    "gi_code",
    "cr_frame",
    "f_globals",
    "f_locals",
    "f_back",
    "tb_frame",
    "func_globals",
];

/// Everything in a program that an expression of that kind would not find, in the order of the text.
pub fn lint(program: &Program, kind: Kind, catalog: &Catalog, extras: &[&[Native]]) -> Vec<Finding> {
    let own = match kind {
        Kind::Policy => OF_POLICIES,
        Kind::Mapping => OF_MAPPINGS,
        Kind::Prompt => OF_PROMPTS,
    };
    let known = |name: &str| {
        let extra = || extras.iter().flat_map(|file| file.iter()).any(|native| native.name == name);
        COMMON.contains(&name) || own.contains(&name) || functions::is_known(name) || vestibule_expression::is_builtin(name) || extra()
    };
    let names = program.names().iter().filter(|used| !known(&used.name));
    let names =
        names.map(|used| Finding { line: used.line, column: used.column, what: format!("the name '{}' is not known here", used.name) });
    let imports = program.imports().iter().filter(|used| !modules::exists(&used.module) && !crate::modules::exists(catalog, &used.module));
    let imports =
        imports.map(|used| Finding { line: used.line, column: used.column, what: format!("there is no module '{}' here", used.module) });
    let inner = program.attributes().iter().filter(|used| INNER.contains(&&*used.name));
    let inner =
        inner.map(|used| Finding { line: used.line, column: used.column, what: format!("nothing has an attribute '{}' here", used.name) });
    let mut found: Vec<Finding> = names.chain(imports).chain(inner).collect();
    found.sort_by_key(|finding| (finding.line, finding.column));
    found
}
