//! Everything that the server needs to know of one stage type.

use vestibule_engine::{Action, Endpoint, Hooks};
use vestibule_flow::StageKind;

/// A stage type, as its folder declares it.
#[derive(Clone, Copy)]
pub struct StageType {
    /// What it does when a visitor reaches it.
    pub kind: StageKind,
    /// OpenAPI components that no descriptor gives: text of a JSON object, component name to schema.
    pub schemas: &'static str,
    hooks: Option<&'static dyn Hooks>,
    actions: &'static [Action],
    others: fn() -> Vec<Endpoint>,
}

impl StageType {
    /// A type with nothing irregular about it.
    pub(crate) const fn new(kind: StageKind) -> Self {
        StageType { kind, schemas: "{}", hooks: None, actions: &[], others: Vec::new }
    }

    /// With hooks on its settings.
    pub(crate) const fn hooks(mut self, hooks: &'static dyn Hooks) -> Self {
        self.hooks = Some(hooks);
        self
    }

    /// With further operations on its settings.
    pub(crate) const fn actions(mut self, actions: &'static [Action]) -> Self {
        self.actions = actions;
        self
    }

    /// With further resources.
    pub(crate) const fn others(mut self, others: fn() -> Vec<Endpoint>) -> Self {
        self.others = others;
        self
    }

    /// With OpenAPI components that no descriptor gives.
    pub(crate) const fn schemas(mut self, schemas: &'static str) -> Self {
        self.schemas = schemas;
        self
    }

    /// What the API serves of it: its settings first.
    pub(crate) fn endpoints(&self) -> Vec<Endpoint> {
        let own = Endpoint::new(self.kind.resource).actions(self.actions);
        let own = self.hooks.into_iter().fold(own, Endpoint::hooks);
        std::iter::once(own).chain((self.others)()).collect()
    }
}
