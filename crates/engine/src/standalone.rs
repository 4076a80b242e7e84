//! Operations of the API that belong to no resource.

use crate::{Need, Run, Schema};

/// An operation that belongs to no resource, e.g. `root/config`.
#[derive(Clone, Copy)]
pub struct Standalone {
    /// Path below `/api/v3/`, without slashes at the ends; `{name}` stands for one word, which [`Context::segment`] tells.
    ///
    /// [`Context::segment`]: crate::Context::segment
    pub path: &'static str,
    /// Method in upper case.
    pub method: &'static str,
    /// `operationId` in the OpenAPI document.
    pub id: &'static str,
    /// Tag in the OpenAPI document.
    pub tag: &'static str,
    /// Who may. `View` and `Add` mean a superuser here; a `Permission` without an app is one about the system as a whole.
    pub need: Need,
    /// What it takes and answers, for the OpenAPI document.
    pub schema: Schema,
    /// It chooses the form of its answer by itself, by what the client accepts; all others answer JSON alone.
    pub negotiates: bool,
    /// What it does; there is never a row.
    pub run: Run,
}
