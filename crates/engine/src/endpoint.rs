//! What an API serves for one resource.

use vestibule_resource::Resource;

use crate::{Action, Chain, Hooks, Operations, Run};

/// A resource with its hooks and actions, as the API serves it.
pub struct Endpoint {
    /// The resource.
    pub resource: &'static Resource,
    /// Path of the collection below `/api/v3/`: the resource's own, but for a second collection.
    pub path: &'static str,
    /// The resource has a collection of its own elsewhere; owners see nothing more in this one than others.
    pub second: bool,
    /// Which regular operations exist.
    pub operations: Operations,
    /// What is irregular, that of the bases included once the API is put together.
    pub hooks: Chain,
    /// Operations beside the regular ones.
    pub actions: Vec<&'static [Action]>,
    /// How the collection is listed, where neither permissions nor conditions can say who gets what. `None`: as all others are.
    pub list: Option<Run>,
    /// Who may create.
    pub create: Access,
    /// The OpenAPI document names switches such as `include_groups` for lists only; they work everywhere.
    pub quiet_switches: bool,
    /// `search` of the list understands the language of searches, see [`ql`](crate::ql).
    pub asks: bool,
    /// Query parameters of the list beside the descriptor's filters, which [`Hooks::filter`] knows: JSON texts of parameter objects
    /// for the OpenAPI document.
    pub params: Vec<&'static str>,
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
            path: resource.path,
            second: false,
            operations: Operations::ALL,
            hooks: Chain::default(),
            actions: Vec::new(),
            list: None,
            create: Access::Permission,
            quiet_switches: false,
            asks: false,
            params: Vec::new(),
        }
    }

    /// A second collection over the rows of a resource, under a path of its own, for people who administer what others own: the
    /// owner's own rows count for nothing there, only permissions do. The hooks of the resource run for it too.
    pub fn administered(resource: &'static Resource, path: &'static str) -> Self {
        Endpoint { path, second: true, ..Endpoint::new(resource) }
    }

    /// The reference to a user who may use an object of this collection without further permission.
    pub(crate) fn owner(&self) -> Option<&'static str> {
        self.resource.owner.filter(|_| !self.second)
    }

    /// Other regular operations than all.
    #[must_use]
    pub fn operations(mut self, operations: Operations) -> Self {
        self.operations = operations;
        self
    }

    /// With hooks, which run after those of the resource's bases.
    #[must_use]
    pub fn hooks(mut self, hooks: &'static dyn Hooks) -> Self {
        self.hooks.push(hooks);
        self
    }

    /// With a query parameter of the list that [`Hooks::filter`] knows: JSON text of its parameter object.
    #[must_use]
    pub fn param(mut self, parameter: &'static str) -> Self {
        self.params.push(parameter);
        self
    }

    /// With further actions. Areas that build on this one add theirs.
    #[must_use]
    pub fn actions(mut self, actions: &'static [Action]) -> Self {
        self.actions.push(actions);
        self
    }

    /// Listed in a way of its own. It answers everybody who is logged in.
    #[must_use]
    pub fn list(mut self, run: Run) -> Self {
        self.list = Some(run);
        self
    }

    /// With switches that the OpenAPI document names for lists only, as the contract has it for users.
    #[must_use]
    pub fn quiet_switches(mut self) -> Self {
        self.quiet_switches = true;
        self
    }

    /// Whose list can be searched in the language of searches too.
    #[must_use]
    pub fn asked(mut self) -> Self {
        self.asks = true;
        self
    }

    /// Everybody who is logged in may create.
    #[must_use]
    pub fn open_to_create(mut self) -> Self {
        self.create = Access::Login;
        self
    }
}
