//! A flow: what visitors go through.

use uuid::Uuid;
use vestibule_policies::PolicyBindingModel;
use vestibule_resource::{Computed, Links, View};
use vestibule_resource_derive::{Choices, Resource};

/// Stages that visitors go through, one after the other.
#[derive(Debug, Clone, Resource)]
#[resource(
    model = "authentik_flows.flow",
    path = "flows/instances",
    extends = PolicyBindingModel,
    link = "policybindingmodel_ptr_id",
    key = "flow_uuid",
    lookup = "slug",
    order = [slug, name],
    search = [name, slug, designation, title, denied_action],
    filter = [flow_uuid, name, slug, designation, denied_action],
    display = "Flow {name} ({slug})",
    permissions = [export_flow, inspect_flow, view_flow_cache, clear_flow_cache]
)]
pub struct Flow {
    /// Key.
    #[field(read_only, default = uuid)]
    pub flow_uuid: Uuid,
    /// Key under which policies are bound to the flow.
    #[field(read_only)]
    pub policybindingmodel_ptr_id: Uuid,
    /// Name for administrators.
    pub name: String,
    /// Visible in the address of the flow.
    #[field(unique, pattern = slug)]
    pub slug: String,
    /// Title that visitors see; `%(app)s` and `%(user)s` stand for the application and the user.
    pub title: String,
    /// What the flow is for; it decides for which tasks the flow is chosen by itself.
    pub designation: Designation,
    /// Picture behind the flow: an address or the name of a file. Empty means the brand's.
    #[field(blank)]
    pub background: String,
    /// Address of that picture.
    pub background_url: Computed<String>,
    /// Addresses of that picture in light and dark, when it differs.
    #[field(component = "ThemedUrls", nullable)]
    pub background_themed_urls: Computed<()>,
    /// Stages of the flow.
    #[field(read_only, links(to = "authentik_flows.stage", table = "flow_stage_binding", mine = "target", theirs = "stage"))]
    pub stages: Links,
    /// Policies that decide who may enter the flow.
    #[field(read_only, links(to = "authentik_policies.policy", table = "policy_binding", mine = "target", theirs = "policy"))]
    pub policies: Links,
    /// How many plans of the flow are kept ready.
    #[field(min = i64::MIN, max = i64::MAX)]
    pub cache_count: Computed<i64>,
    /// Make it easier for password managers on mobile devices.
    #[field(default = false)]
    pub compatibility_mode: bool,
    /// Address under which the flow can be saved to a file.
    pub export_url: Computed<String>,
    /// How the pages of the flow are laid out.
    #[field(default = "stacked")]
    pub layout: Layout,
    /// What happens to visitors whom the flow turns away.
    #[field(default = "message_continue")]
    pub denied_action: DeniedAction,
    /// Who may enter the flow.
    #[field(default = "none")]
    pub authentication: Authentication,
}

/// A flow as it is shown inside of its stages.
pub static FLOW_SET: View = View {
    name: "FlowSet",
    fields: &[
        "flow_uuid",
        "policybindingmodel_ptr_id",
        "name",
        "slug",
        "title",
        "designation",
        "background_url",
        "policy_engine_mode",
        "compatibility_mode",
        "export_url",
        "layout",
        "denied_action",
    ],
};

/// What a flow is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "FlowDesignationEnum")]
pub enum Designation {
    /// Logging in.
    Authentication,
    /// Letting a user into an application.
    Authorization,
    /// Logging out.
    Invalidation,
    /// Making an account.
    Enrollment,
    /// Removing an account.
    Unenrollment,
    /// Getting back into an account.
    Recovery,
    /// Setting up something of one's own, e.g. a second factor.
    StageConfiguration,
}

/// How the pages of a flow are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "FlowLayoutEnum")]
pub enum Layout {
    /// In the middle.
    Stacked,
    /// Content on the left of the picture.
    ContentLeft,
    /// Content on the right of the picture.
    ContentRight,
    /// In a bar on the left.
    SidebarLeft,
    /// In a bar on the right.
    SidebarRight,
    /// In a bar on the left, with another page as background.
    SidebarLeftFrameBackground,
    /// In a bar on the right, with another page as background.
    SidebarRightFrameBackground,
}

/// What happens to visitors whom a flow turns away.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "DeniedActionEnum")]
pub enum DeniedAction {
    /// They go on to where they were headed if that is known, else they are told why.
    MessageContinue,
    /// They are told why.
    Message,
    /// They go on.
    Continue,
}

/// Who may enter a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "AuthenticationEnum")]
pub enum Authentication {
    /// Everybody.
    None,
    /// Who is logged in.
    RequireAuthenticated,
    /// Who is not logged in.
    RequireUnauthenticated,
    /// Superusers.
    RequireSuperuser,
    /// Who comes from another flow.
    RequireRedirect,
    /// Who comes through an outpost.
    RequireOutpost,
    /// Who comes with a flow token.
    RequireToken,
}
