//! The only procedural macros of the project: `#[derive(Resource)]` and `#[derive(Choices)]`.
//!
//! Both emit data only: descriptors of `vestibule_resource`, and readers that turn a row or a word into the Rust type.
//! `snapshots/` shows all that is generated for one struct and one enum.

mod choices;
mod field;
mod kind;
mod names;
mod resource;
#[cfg(test)]
mod tests;
mod words;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// Declares a struct as a resource: implements `vestibule_resource::Model`, whose `RESOURCE` describes it.
///
/// The struct and every field need a doc comment. It is what people read about them: in the OpenAPI document, as help in forms
/// and in the manual.
///
/// Words of `#[resource(…)]`; a `"name"` may be written as a bare word wherever it is one
/// (a keyword of Rust may not), and one text instead of a list of one:
///
/// | word | meaning |
/// |---|---|
/// | `model = "app.model"` | model label; the only word that is always needed |
/// | `key = "flow_uuid"` | column of the primary key; with a shared key it is the base's |
/// | `key_as = "id"` | name of the key on the wire, `pk` (or the base's) when not given |
/// | `lookup = "slug"` | field that addresses an object in URLs, the key when not given |
/// | `table = "flow"` | table, the struct's name in snake case when not given |
/// | `path = "flows/instances"` | collection below `/api/v3/`, none when not given |
/// | `form = "ak-flow-form"` | web component of the admin form |
/// | `verbose = "Flow"`, `plural = "Flows"` | names for people, made of the struct's name when not given |
/// | `extends = Stage` | the base, whose row this one continues |
/// | `link = "policybindingmodel_ptr_id"` | own column that refers to the base, when the two have keys of their own. The store makes that column by itself; a field of that name only shows it |
/// | `without = [policy_engine_mode]` | fields of the bases that are on no wire of this resource |
/// | `requires = [authorization_flow]` | fields of the bases that may be null there and must be given here |
/// | `fixed = [client_id]` | fields of the bases that clients write there and only read here |
/// | `polymorphic` | other resources extend this one |
/// | `order = "name"`, `order = ["-expires", "name"]` | order of lists |
/// | `search = [name, slug]` | paths that `search` looks at |
/// | `filter = […]` | query parameters, see below |
/// | `unique = [["target", "order"]]` | fields that are unique together |
/// | `owner = "user"` | field that refers to the owner |
/// | `expires`, `lists_expired` | rows expire; lists show them nevertheless |
/// | `display = "Flow {name} ({slug})"` | text form; the base's, else `{name}`, when not given |
/// | `permissions = [export_flow]` | permissions beyond view, add, change, delete |
/// | `of_object = [object_model, object_pk]` | columns with model label and key, as text, of any object, with which the row goes |
/// | `unbounded` | rows grow with people and time |
/// | `internal` | bookkeeping, told in no revision |
///
/// A filter is a word `flow__slug`, which is both parameter and path and compares for equality, or by its ending `__gt`, `__lt`,
/// `__isnull`, `__iexact` or `__icontains`; or a text `"param: path lookup"` with a lookup of
/// `exact in iexact icontains gt lt isnull startswith attributes`.
///
/// The kind of a field follows from its type: `bool`, `i64` (32-bit bounds), `f64`, `String`, `Uuid`, `Timestamp`,
/// `Map<String, Value>` (may be empty), `Value` (any JSON), an enum that derives `Choices`, `Vec` of one, `Vec<String>`; `Option` of these may be
/// null. `Links` and `Nest` fields hold nothing and need `links(…)` or `nest(…)`; a `Computed<T>` is shown as `T`.
///
/// Words of `#[field(…)]`:
///
/// | word | meaning |
/// |---|---|
/// | `default = …` | `true`, `5`, `"text"`, `uuid`, `now`, `touched`, `serial`, `json("[]")` |
/// | `read_only`, `write_only`, `internal` | who reads and writes it; `Computed` and `Nest` fields, and those with `shown`, are read only |
/// | `required` | a create must name it; so it is anyway for a column clients write that has no default and may be neither null nor blank |
/// | `blank` | may be empty; without a default it then is |
/// | `nullable` | a `Links`, `Nest` or `Computed` may be null |
/// | `unique`, `unique = "plain"` | no two rows hold the same; the words in which the contract tells it |
/// | `min = 0`, `max = 150` | bounds of a number, greatest length of a text |
/// | `pattern = slug` | `slug`, `slug_straight`, or the path of a `Pattern`, which says instead what a `url` is |
/// | `verbatim` | text that is not trimmed |
/// | `kind = duration` | a text that is an `email`, `url`, `secret` or `duration`; a `Value` that is an `object`; an `i64` that is `long` (`int64`) |
/// | `to = "app.model"`, `on_delete = cascade` | a reference; also `set_null`, `set_default` |
/// | `shown = FLOW_SET` | the reference is shown as this `View` |
/// | `one_to_one` | at most one row refers to the same object |
/// | `include = "include_users"`, `include_default = true` | query parameter that switches the field, and what holds without it |
/// | `links(to, table, mine, theirs)` | the link table |
/// | `nest(of = "flow", to, view = FLOW_SET, concrete)` | the object that the reference `of` leads to; or `table, mine, theirs` instead of `of` |
/// | `component = "ThemedUrls"`, `component_list = …` | OpenAPI component of a computed value; of the objects in a `Value` that is a list of them, which hooks judge (requests have `…Request`) |
#[proc_macro_derive(Resource, attributes(resource, field))]
pub fn resource(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    resource::derive(&input).unwrap_or_else(syn::Error::into_compile_error).into()
}

/// Declares an enum without fields as a set of words: implements `vestibule_resource::Word`, `Display`, and `From` it for `Value`.
///
/// `#[choices(name = "FlowDesignationEnum")]` names the OpenAPI component and is needed. A word is the variant in snake case and
/// its label the variant's words; `#[choice(value = "ak-locale", label = "Locale")]` says otherwise.
#[proc_macro_derive(Choices, attributes(choices, choice))]
pub fn choices(input: TokenStream) -> TokenStream {
    let input = parse_macro_input!(input as DeriveInput);
    choices::derive(&input).unwrap_or_else(syn::Error::into_compile_error).into()
}
