//! `itertools`: everything lazy, so that what is endless costs only what is taken from it.

mod combine;
mod endless;
mod group;
mod select;

use crate::{Module, Native, Type, types::iterator::ITERATOR};

/// The module.
pub(super) static MODULE: Module = Module { name: "itertools", functions: FUNCTIONS, classes: &[&select::CHAIN], constants: &[] };

static FUNCTIONS: &[Native] = &[
    Native { name: "accumulate", call: select::accumulate },
    Native { name: "batched", call: group::batched },
    Native { name: "combinations", call: combine::combinations },
    Native { name: "combinations_with_replacement", call: combine::combinations_with_replacement },
    Native { name: "compress", call: select::compress },
    Native { name: "count", call: endless::count },
    Native { name: "cycle", call: endless::cycle },
    Native { name: "dropwhile", call: select::dropwhile },
    Native { name: "filterfalse", call: select::filterfalse },
    Native { name: "groupby", call: group::groupby },
    Native { name: "islice", call: select::islice },
    Native { name: "pairwise", call: group::pairwise },
    Native { name: "permutations", call: combine::permutations },
    Native { name: "product", call: combine::product },
    Native { name: "repeat", call: endless::repeat },
    Native { name: "starmap", call: select::starmap },
    Native { name: "takewhile", call: select::takewhile },
    Native { name: "tee", call: endless::tee },
    Native { name: "zip_longest", call: group::zip_longest },
];

/// Type of all its iterators but `chain`.
static ITERTOOL: Type = Type { base: Some(&ITERATOR), module: "itertools", ..Type::new("itertool") };
