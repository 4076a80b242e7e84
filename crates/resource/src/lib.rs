//! What a resource *is*, as pure data: no async, no HTTP, no SQL.
//!
//! A resource is declared once, as a struct with `#[derive(Resource)]`; the derive emits a [`Resource`] descriptor and a row
//! reader, nothing else. Everything that the server does with resources (tables, routes, validation, filters, OpenAPI …) reads
//! these descriptors. Each concern matches exhaustively on [`Kind`], so a new kind makes the compiler list every place to extend.

mod catalog;
mod error;
mod field;
mod filter;
mod kind;
mod marker;
mod record;
mod resource;
mod value;
mod word;

pub use catalog::{Catalog, CatalogError, Hop, Path, Referrer};
pub use error::{Error, Invalid, Result};
pub use field::{Access, Default, Field, Include, Unique};
pub use filter::{Filter, Lookup};
pub use kind::{Choice, Choices, Kind, Many, Nested, OnDelete, Pattern, Ref, Shape, Source, View};
pub use marker::{Computed, Links, Nest};
pub use record::{Model, Record};
pub use resource::{Base, Resource};
pub use value::Value;
pub use word::{Column, Word};
