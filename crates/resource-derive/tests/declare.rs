//! Resources declared with the derives, and what comes of them.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, missing_docs, reason = "tests")]

use jiff::Timestamp;
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;
use vestibule_resource::{
    Access, Computed, Default, Field, Kind, Links, Lookup, Model, Nest, OnDelete, Record, Shape, Source, Unique, Value, View, Word,
};
use vestibule_resource_derive::{Choices, Resource};

static STAGE_SET: View = View { name: "StageSet", fields: &["name"] };

/// A step of a flow.
#[derive(Resource)]
#[resource(model = "authentik_flows.stage", key = "stage_uuid", path = "stages/all", polymorphic, order = "name")]
pub struct Stage {
    /// Identifies the stage.
    #[field(default = uuid, read_only)]
    pub stage_uuid: Uuid,
    /// Name, unique among stages.
    #[field(unique)]
    pub name: String,
}

/// Admits only visitors who hold an invitation.
#[derive(Resource)]
#[resource(extends = Stage, path = "stages/invitation/stages", model = "authentik_stages_invitation.invitationstage",
           form = "ak-stage-invitation-form", order = "name", search = [name],
           filter = [name, "no_flows: flow_set isnull", continue_flow_without_invitation, stage_uuid])]
pub struct InvitationStage {
    /// Go on to the next stage when no invitation is given,
    /// instead of ending the flow.
    #[field(default = false)]
    pub continue_flow_without_invitation: bool,
}

/// Carries bindings.
#[derive(Resource)]
#[resource(model = "authentik_policies.policybindingmodel", key = "pbm_uuid", polymorphic)]
pub struct PolicyBindingModel {
    /// Identifies it.
    #[field(default = uuid, read_only)]
    pub pbm_uuid: Uuid,
}

/// What a flow is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Choices)]
#[choices(name = "FlowDesignationEnum")]
pub enum FlowDesignation {
    Authentication,
    StageConfiguration,
    #[choice(value = "ak-other", label = "Something else")]
    Other,
}

/// Leads a visitor through stages.
#[derive(Resource)]
#[resource(extends = PolicyBindingModel, link = "policybindingmodel_ptr_id", key = "flow_uuid", lookup = "slug", path = "flows/instances",
           model = "authentik_flows.flow", display = "Flow {name} ({slug})", order = ["slug", "-title"], permissions = [export_flow, inspect_flow],
           unique = [["slug", "title"]], filter = [created__lt, owner__isnull, flow__slug, "tag: tags in"], owner = "owner",
           of_object = [slug, title], expires, lists_expired, unbounded, internal, verbose = "Flow", plural = "Flows of the house", table = "flows")]
pub struct Flow {
    /// The base's key.
    #[field(read_only)]
    pub policybindingmodel_ptr_id: Uuid,
    /// Identifies the flow.
    #[field(default = uuid, read_only)]
    pub flow_uuid: Uuid,
    /// Visible in the URL.
    #[field(unique = "plain", pattern = slug, max = 50)]
    pub slug: String,
    /// Shown as the title.
    #[field(blank)]
    pub title: String,
    /// What it is for.
    pub designation: FlowDesignation,
    /// What else it is for.
    pub also: Vec<FlowDesignation>,
    /// Since when.
    #[field(default = now, read_only)]
    pub created: Timestamp,
    /// Who owns it.
    #[field(to = "authentik_core.user", on_delete = set_null)]
    pub owner: Option<i64>,
    /// What comes next.
    #[field(to = "authentik_flows.stage", on_delete = cascade, shown = STAGE_SET, one_to_one)]
    pub next: Uuid,
    /// Anything else.
    pub attributes: Map<String, Json>,
    /// How often.
    #[field(default = 3, min = 0)]
    pub count: i64,
    /// How much.
    #[field(default = -1)]
    pub weight: f64,
    /// How long.
    #[field(default = "hours=3", kind = duration)]
    pub lasts: String,
    /// How it is guarded.
    #[field(kind = secret, write_only)]
    pub secret: Option<String>,
    /// Stages.
    #[field(links(to = "authentik_flows.stage", table = "flow_stage", mine = "flow_id", theirs = "stage_id"), read_only)]
    pub stages: Links,
    /// The owner in full.
    #[field(nest(of = "owner", to = "authentik_core.user", concrete), nullable, include = "include_owner", include_default = false)]
    pub owner_obj: Nest,
    /// The stages in full.
    #[field(nest(to = "authentik_flows.stage", table = "flow_stage", mine = "flow_id", theirs = "stage_id", view = STAGE_SET))]
    pub stages_obj: Nest,
    /// Where it can be exported.
    pub export_url: Computed<String>,
    /// The picture in all themes.
    #[field(component = "ThemedUrls", nullable)]
    pub background_themed_urls: Computed<Json>,
    /// The reserved word.
    #[field(default = json("[]"), internal)]
    pub r#type: Json,
}

fn field<M: Model>(name: &str) -> &'static Field {
    M::RESOURCE.fields.iter().find(|field| field.name == name).unwrap()
}

#[test]
fn a_stage_shares_the_key_of_its_base() {
    let stage = InvitationStage::RESOURCE;
    assert!(stage.shares_key());
    assert_eq!((stage.key, stage.key_as, stage.lookup, stage.table), ("stage_uuid", "pk", "stage_uuid", "invitation_stage"));
    assert_eq!((stage.verbose_name, stage.verbose_name_plural, stage.display), ("Invitation Stage", "Invitation Stages", "{name}"));
    assert_eq!(stage.about, "Admits only visitors who hold an invitation.");
    assert_eq!(stage.extends.as_ref().unwrap().resource.model, Stage::RESOURCE.model);
    assert!(Stage::RESOURCE.polymorphic && !stage.polymorphic);
    assert_eq!(stage.all_fields().map(|field| field.name).collect::<Vec<_>>(), ["stage_uuid", "name", "continue_flow_without_invitation"]);
    let help = field::<InvitationStage>("continue_flow_without_invitation").help;
    assert_eq!(help, "Go on to the next stage when no invitation is given, instead of ending the flow.");
    let filters: Vec<_> = stage.filters.iter().map(|filter| (filter.param, filter.path, filter.lookup)).collect();
    assert_eq!(filters[0], ("name", "name", Lookup::Exact));
    assert_eq!(filters[1], ("no_flows", "flow_set", Lookup::IsNull));
    assert_eq!(filters.len(), 4);
}

#[test]
fn a_flow_has_a_key_of_its_own() {
    let flow = Flow::RESOURCE;
    assert!(!flow.shares_key());
    assert_eq!(flow.extends.as_ref().unwrap().link, "policybindingmodel_ptr_id");
    assert_eq!((flow.key, flow.lookup, flow.table, flow.verbose_name_plural), ("flow_uuid", "slug", "flows", "Flows of the house"));
    assert_eq!(flow.order, ["slug", "-title"]);
    assert_eq!(flow.permissions, ["export_flow", "inspect_flow"]);
    assert_eq!(flow.unique_together, [["slug", "title"]]);
    assert_eq!(flow.owner, Some("owner"));
    assert_eq!(flow.of_object, Some(["slug", "title"]));
    assert!(flow.expires && flow.lists_expired && flow.unbounded && flow.internal);
    let filters: Vec<_> = flow.filters.iter().map(|filter| (filter.param, filter.path, filter.lookup)).collect();
    assert_eq!(
        filters,
        [
            ("created__lt", "created", Lookup::Lt),
            ("owner__isnull", "owner", Lookup::IsNull),
            ("flow__slug", "flow__slug", Lookup::Exact),
            ("tag", "tags", Lookup::In),
        ]
    );
}

#[test]
fn what_a_create_must_name_follows_from_default_null_and_blank() {
    let required: Vec<_> = Flow::RESOURCE.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
    assert_eq!(required, ["slug", "designation", "also"]);
    assert_eq!(field::<Flow>("title").default, Default::Text(""));
    assert_eq!(field::<Flow>("attributes").default, Default::Json("{}"));
    assert!(field::<Flow>("attributes").blank);
    assert_eq!(field::<Flow>("weight").default, Default::Float(-1.0));
    assert_eq!(field::<Flow>("count").default, Default::Int(3));
    assert_eq!(field::<Flow>("type").default, Default::Json("[]"));
    assert_eq!(field::<Flow>("designation").default, Default::None);
}

#[test]
fn a_field_is_of_the_kind_of_its_type() {
    assert!(matches!(field::<Flow>("slug").kind, Kind::Text { max: Some(50), pattern: Some(_), verbatim: false }));
    assert!(matches!(field::<Flow>("count").kind, Kind::Int { min: 0, max: 2_147_483_647, long: false }));
    assert!(matches!(field::<Flow>("lasts").kind, Kind::Duration));
    assert!(matches!(field::<Flow>("secret").kind, Kind::Secret));
    assert!(matches!(field::<Flow>("attributes").kind, Kind::Object));
    assert!(matches!(field::<Flow>("created").kind, Kind::Time));
    assert!(matches!(field::<Flow>("type").kind, Kind::Json));
    let Kind::Choice(choices) = field::<Flow>("designation").kind else { panic!() };
    assert_eq!(choices.name, "FlowDesignationEnum");
    assert!(matches!(field::<Flow>("also").kind, Kind::ChoiceList(choices) if choices.contains("ak-other")));
    assert!(
        matches!(field::<Flow>("owner").kind, Kind::Ref(link) if link.to == "authentik_core.user" && link.on_delete == OnDelete::SetNull)
    );
    assert!(matches!(field::<Flow>("next").kind, Kind::Ref(link) if link.one_to_one && link.shown.unwrap().name == "StageSet"));
    assert!(matches!(field::<Flow>("stages").kind, Kind::Many(many) if many.table == "flow_stage"));
    let Kind::Nested(owner) = field::<Flow>("owner_obj").kind else { panic!() };
    assert!(matches!(owner.source, Source::Ref("owner")) && owner.concrete && owner.view.is_none());
    let Kind::Nested(stages) = field::<Flow>("stages_obj").kind else { panic!() };
    assert!(matches!(stages.source, Source::Many(many) if many.theirs == "stage_id") && !stages.concrete && stages.view.is_some());
    assert!(matches!(field::<Flow>("export_url").kind, Kind::Computed(Shape::Kind(Kind::Text { .. }))));
    assert!(matches!(field::<Flow>("background_themed_urls").kind, Kind::Computed(Shape::Component("ThemedUrls"))));
}

#[test]
fn access_nullability_and_uniqueness_are_as_declared() {
    let access = |name| field::<Flow>(name).access;
    assert_eq!((access("slug"), access("flow_uuid"), access("secret")), (Access::ReadWrite, Access::ReadOnly, Access::WriteOnly));
    assert_eq!((access("type"), access("next"), access("export_url")), (Access::Internal, Access::ReadOnly, Access::ReadOnly));
    let nullable: Vec<_> = Flow::RESOURCE.fields.iter().filter(|field| field.nullable).map(|field| field.name).collect();
    assert_eq!(nullable, ["owner", "secret", "owner_obj", "background_themed_urls"]);
    assert_eq!((field::<Flow>("slug").unique, field::<Stage>("name").unique), (Unique::Plain, Unique::Model));
    let include = field::<Flow>("owner_obj").include.unwrap();
    assert_eq!((include.param, include.default), ("include_owner", false));
}

fn row() -> Record {
    let key = Uuid::from_u128(7);
    let values = vec![
        ("policybindingmodel_ptr_id", key.into()),
        ("flow_uuid", key.into()),
        ("slug", "login".into()),
        ("title", "Welcome".into()),
        ("designation", FlowDesignation::Other.into()),
        ("also", json!(["authentication", "ak-other"]).into()),
        ("created", Timestamp::UNIX_EPOCH.into()),
        ("owner", Value::Null),
        ("next", key.into()),
        ("attributes", json!({"a": 1}).into()),
        ("count", 5_i64.into()),
        ("weight", 0.5.into()),
        ("lasts", "hours=1".into()),
        ("secret", "s".into()),
        ("type", Value::Null),
    ];
    Record::new(Flow::RESOURCE, values)
}

#[test]
fn a_row_is_read_into_the_struct() {
    let flow: Flow = row().read().unwrap();
    assert_eq!((flow.flow_uuid, flow.slug.as_str(), flow.designation), (Uuid::from_u128(7), "login", FlowDesignation::Other));
    assert_eq!(flow.also, [FlowDesignation::Authentication, FlowDesignation::Other]);
    assert_eq!((flow.owner, flow.count, flow.weight, flow.secret.as_deref()), (None, 5, 0.5, Some("s")));
    assert_eq!((flow.attributes.get("a"), flow.r#type), (Some(&json!(1)), Json::Null));
    assert_eq!(
        (flow.created, flow.title.as_str(), flow.lasts.as_str(), flow.next),
        (Timestamp::UNIX_EPOCH, "Welcome", "hours=1", flow.flow_uuid)
    );
}

#[test]
fn a_row_that_disagrees_with_the_descriptor_is_our_fault() {
    let mut wrong = row();
    wrong.set("designation", "unheard of".into());
    let error = wrong.read::<Flow>().err().unwrap();
    assert!(error.to_string().starts_with("column flows.designation"), "{error}");
    let mut wrong = row();
    wrong.set("count", Value::Null);
    assert!(wrong.read::<Flow>().is_err());
}

#[test]
fn a_choice_knows_its_words() {
    let words: Vec<_> = FlowDesignation::CHOICES.items.iter().map(|item| (item.value, item.label)).collect();
    let expected = [("authentication", "Authentication"), ("stage_configuration", "Stage Configuration"), ("ak-other", "Something else")];
    assert_eq!(words, expected);
    assert_eq!(FlowDesignation::from_word("stage_configuration"), Some(FlowDesignation::StageConfiguration));
    assert_eq!(FlowDesignation::from_word("other"), None);
    assert_eq!(FlowDesignation::Other.to_string(), "ak-other");
}
