//! What an API serves for one resource.

use vestibule_resource::Resource;

use crate::{Action, Hooks, hooks::Plain};

/// A resource with its hooks and actions, as the API serves it.
pub struct Endpoint {
    /// The resource.
    pub resource: &'static Resource,
    /// Which regular operations exist.
    pub operations: Operations,
    /// What is irregular.
    pub hooks: &'static dyn Hooks,
    /// Operations beside the regular ones.
    pub actions: Vec<&'static [Action]>,
    /// Who may create.
    pub create: Access,
    /// The OpenAPI document names switches such as `include_groups` for lists only; they work everywhere.
    pub quiet_switches: bool,
}

/// Which of the regular operations exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operations {
    /// All: list, create, retrieve, update, partial update, destroy, `used_by`.
    All,
    /// All but create and the updates.
    ReadDelete,
    /// List and retrieve.
    Read,
    /// None: only actions, or only shown inside others.
    None,
}

/// Who may create.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Who holds the `add` permission.
    Permission,
    /// Everybody who is logged in.
    Login,
}

impl Endpoint {
    /// All regular operations and nothing irregular.
    pub fn new(resource: &'static Resource) -> Self {
        Endpoint {
            resource,
            operations: Operations::All,
            hooks: &Plain,
            actions: Vec::new(),
            create: Access::Permission,
            quiet_switches: false,
        }
    }

    /// Other regular operations than all.
    #[must_use]
    pub fn operations(mut self, operations: Operations) -> Self {
        self.operations = operations;
        self
    }

    /// With hooks.
    #[must_use]
    pub fn hooks(mut self, hooks: &'static dyn Hooks) -> Self {
        self.hooks = hooks;
        self
    }

    /// With further actions. Areas that build on this one add theirs.
    #[must_use]
    pub fn actions(mut self, actions: &'static [Action]) -> Self {
        self.actions.push(actions);
        self
    }

    /// With switches that the OpenAPI document names for lists only, as the contract has it for users.
    #[must_use]
    pub fn quiet_switches(mut self) -> Self {
        self.quiet_switches = true;
        self
    }

    /// Everybody who is logged in may create.
    #[must_use]
    pub fn open_to_create(mut self) -> Self {
        self.create = Access::Login;
        self
    }
}
