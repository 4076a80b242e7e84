//! Operations beside list, create, retrieve, update, destroy and `used_by`.

use futures::future::BoxFuture;
use serde_json::Value as Json;
use vestibule_resource::{Record, Result};

use crate::{Answer, Context};

/// An operation of a resource that is not one of the regular ones.
#[derive(Clone, Copy)]
pub struct Action {
    /// Last word of the path, e.g. `send_email`; several words with slashes are allowed. Empty on the collection or object itself,
    /// where the action stands in for the regular operation of that method.
    pub path: &'static str,
    /// Method in upper case.
    pub method: &'static str,
    /// `operationId` in the OpenAPI document.
    pub id: &'static str,
    /// On the collection or on one object.
    pub target: Target,
    /// Who may.
    pub need: Need,
    /// What it takes and answers, for the OpenAPI document.
    pub schema: Schema,
    /// What it does. The body is null when the request has none. For `Target::Object` the row is one that the caller may see.
    pub run: Run,
}

/// The function of an action.
pub type Run = for<'a> fn(&'a Context, Option<Record>, Json) -> BoxFuture<'a, Result<Answer>>;

/// What an action is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// `/collection/action/`
    Collection,
    /// `/collection/{key}/action/`
    Object,
}

/// Who may run an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Anybody, logged in or not.
    Anybody,
    /// No user: the operation judges the `Authorization` header of the request by itself.
    Credential,
    /// Anybody who is logged in.
    Login,
    /// `view` of the resource, and to see the object.
    View,
    /// `add` of the resource: the contract's rule for POST actions that name no permission.
    Add,
    /// This permission of the resource's app, e.g. `reset_user_password`, globally or on the object; `app.codename` names another's.
    Permission(&'static str),
}

/// What an action takes and answers, in terms of the OpenAPI document.
#[derive(Debug, Clone, Copy)]
pub struct Schema {
    /// Component of the request body; empty when there is none; `form:Name` for a form that may hold a [`File`](crate::File).
    pub request: &'static str,
    /// Success status.
    pub status: u16,
    /// Component of the answer; empty when there is none; `Name[]` for a list.
    pub response: &'static str,
    /// Query parameters as the contract writes them: JSON text of a list of parameter objects; empty when there are none.
    pub params: &'static str,
}

impl Schema {
    /// Takes and answers nothing: 204.
    pub const NOTHING: Schema = Schema { request: "", status: 204, response: "", params: "" };

    /// Answers this component.
    pub const fn answers(response: &'static str) -> Schema {
        Schema { request: "", status: 200, response, params: "" }
    }

    /// Takes this component and answers nothing.
    pub const fn takes(request: &'static str) -> Schema {
        Schema { request, status: 204, response: "", params: "" }
    }
}
