//! A policy that is a program.

use vestibule_resource_derive::Resource;

use crate::Policy;

/// Decides by an expression.
#[derive(Debug, Clone, Resource)]
#[resource(
    extends = Policy,
    model = "authentik_policies_expression.expressionpolicy",
    path = "policies/expression",
    form = "ak-policy-expression-form",
    verbose = "Expression Policy",
    plural = "Expression Policies",
    order = "name",
    search = [name],
    filter = [created, execution_logging, expression, last_updated, name, policy_uuid]
)]
pub struct ExpressionPolicy {
    /// Python source, the body of a function: what it returns decides.
    pub expression: String,
}
