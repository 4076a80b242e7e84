//! `collections.abc`: kinds of values by what they can do, for `isinstance` and as bases that add nothing.

use std::any::Any;

use crate::{Args, ClassRef, Module, Native, Object, Result, Type, Value, Vm, class::Constant, types};

/// The module.
pub(super) static MODULE: Module = Module { name: "collections.abc", functions: &[], classes: &[], constants: CONSTANTS };

static CONSTANTS: &[Constant] = &[
    Constant { name: "Callable", get: |_| kind("Callable") },
    Constant { name: "Collection", get: |_| kind("Collection") },
    Constant { name: "Container", get: |_| kind("Container") },
    Constant { name: "Generator", get: |_| kind("Generator") },
    Constant { name: "Hashable", get: |_| kind("Hashable") },
    Constant { name: "Iterable", get: |_| kind("Iterable") },
    Constant { name: "Iterator", get: |_| kind("Iterator") },
    Constant { name: "Mapping", get: |_| kind("Mapping") },
    Constant { name: "MutableMapping", get: |_| kind("MutableMapping") },
    Constant { name: "MutableSequence", get: |_| kind("MutableSequence") },
    Constant { name: "MutableSet", get: |_| kind("MutableSet") },
    Constant { name: "Reversible", get: |_| kind("Reversible") },
    Constant { name: "Sequence", get: |_| kind("Sequence") },
    Constant { name: "Set", get: |_| kind("Set") },
    Constant { name: "Sized", get: |_| kind("Sized") },
];

static KIND: Type = Type { module: "collections.abc", ..Type::new("ABCMeta") };

static NO_BASES: Native = Native { name: "__mro_entries__", call: no_bases };

/// A kind of values.
struct Kind(&'static str);

fn kind(name: &'static str) -> Result<Value> {
    Ok(Value::object(Kind(name)))
}

fn no_bases(vm: &mut Vm<'_>, _args: Args) -> Result<Value> {
    vm.tuple(Vec::new())
}

impl Object for Kind {
    fn class(&self) -> &'static Type {
        &KIND
    }

    fn as_any(&self) -> &dyn Any {
        self
    }

    fn attribute(&self, _vm: &mut Vm<'_>, name: &str) -> Result<Option<Value>> {
        Ok(match name {
            "__name__" | "__qualname__" => Some(Value::from(self.0)),
            "__mro_entries__" => Some(Value::Native(&NO_BASES)),
            _ => None,
        })
    }

    fn admits(&self, class: &ClassRef) -> Option<bool> {
        Some(match class {
            ClassRef::User(user) if is(ClassRef::builtin(class), &[&types::OBJECT]) => self.by_methods(user),
            class => self.by_type(class.builtin()),
        })
    }

    fn item(&self, _vm: &mut Vm<'_>, _key: &Value) -> Result<Value> {
        kind(self.0)
    }

    fn repr(&self, _vm: &mut Vm<'_>) -> Result<String> {
        Ok(format!("<class 'collections.abc.{}'>", self.0))
    }
}

impl Kind {
    /// What built-in types can do.
    fn by_type(&self, class: &'static Type) -> bool {
        let sequence = is(class, &[&types::list::LIST, &types::tuple::TUPLE, &types::str::STR, &types::bytes::BYTES, &types::range::RANGE]);
        let set = is(class, &[&types::set::SET, &types::set::FROZENSET]);
        let mapping = is(class, &[&types::dict::DICT]);
        let iterator = is(class, &[&types::iterator::ITERATOR, &types::generator::GENERATOR]);
        let container = sequence || set || mapping || ["dict_keys", "dict_values", "dict_items", "bytearray"].contains(&class.name);
        match self.0 {
            "Callable" => is(class, &[&types::function::FUNCTION, &types::function::NATIVE, &types::function::BOUND, &types::TYPE]),
            "Collection" | "Container" | "Sized" => container,
            "Generator" => is(class, &[&types::generator::GENERATOR]),
            "Hashable" => !is(class, &[&types::list::LIST, &types::dict::DICT, &types::set::SET]) && class.name != "bytearray",
            "Iterable" => container || iterator,
            "Iterator" => iterator,
            "Mapping" | "MutableMapping" => mapping,
            "MutableSequence" => is(class, &[&types::list::LIST]) || class.name == "bytearray",
            "MutableSet" => is(class, &[&types::set::SET]),
            "Reversible" => sequence || mapping,
            "Sequence" => sequence || class.name == "bytearray",
            "Set" => set || ["dict_keys", "dict_items"].contains(&class.name),
            _ => false,
        }
    }

    /// What classes of the program can do, by their methods.
    fn by_methods(&self, class: &crate::Class) -> bool {
        let has = |name| matches!(crate::vm::member(class, name), Some(value) if !value.is_none());
        match self.0 {
            "Callable" => has("__call__"),
            "Collection" => has("__len__") && has("__iter__") && has("__contains__"),
            "Container" => has("__contains__"),
            "Hashable" => has("__hash__") || !has("__eq__"),
            "Iterable" => has("__iter__"),
            "Iterator" => has("__iter__") && has("__next__"),
            "Reversible" => has("__reversed__") && has("__iter__"),
            "Sized" => has("__len__"),
            _ => false,
        }
    }
}

fn is(class: &Type, any: &[&'static Type]) -> bool {
    any.iter().any(|one| class.descends_from(one))
}
