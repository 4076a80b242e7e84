//! Words of SAML.

use vestibule_resource_derive::Choices;

/// How visitors are sent to the identity provider (SAML Bindings, sections 3.4 and 3.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "BindingTypeEnum")]
pub enum BindingType {
    /// By an address.
    #[choice(value = "REDIRECT", label = "Redirect Binding")]
    Redirect,
    /// By a form that they send after they agreed.
    #[choice(value = "POST", label = "POST Binding")]
    Post,
    /// By a form that sends itself.
    #[choice(value = "POST_AUTO", label = "POST Binding with auto-confirmation")]
    PostAuto,
}
