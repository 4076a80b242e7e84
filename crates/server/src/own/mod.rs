//! Operations that are ours alone, below `/api/vestibule/`. Each is a [`Standalone`] whose path begins with `vestibule/`.

mod explain;

use vestibule_engine::{Area, Need, Schema, Standalone};

/// What is served there.
pub(crate) fn area() -> Area {
    Area { endpoints: Vec::new(), standalone: OPERATIONS.to_vec(), schemas: &[] }
}

static OPERATIONS: &[Standalone] = &[
    Standalone {
        path: "vestibule/explain",
        method: "GET",
        id: "vestibule_explain_retrieve",
        tag: "vestibule",
        need: Need::Login,
        schema: Schema::NOTHING,
        negotiates: false,
        run: |cx, _, _| Box::pin(explain::tried(cx)),
    },
    Standalone {
        path: "vestibule/explain/{code}",
        method: "GET",
        id: "vestibule_explain_code_retrieve",
        tag: "vestibule",
        need: Need::Login,
        schema: Schema::NOTHING,
        negotiates: false,
        run: |cx, _, _| Box::pin(explain::kept(cx)),
    },
];
