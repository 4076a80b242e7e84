//! `PUT /core/transactional/applications/`: an application, its provider and what is bound to it, all or nothing.

mod create;
mod request;

use vestibule_engine::{Need, Schema, Standalone};

/// The operation. What it makes needs the same permissions as making each on its own.
pub(crate) static OPERATION: Standalone = Standalone {
    path: "core/transactional/applications",
    method: "PUT",
    id: "core_transactional_applications_update",
    tag: "core",
    need: Need::Login,
    schema: Schema { request: "TransactionApplicationRequest", ..Schema::answers("TransactionApplicationResponse") },
    negotiates: false,
    run: |cx, _, body| Box::pin(create::create(cx, body)),
};
