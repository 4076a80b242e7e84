//! Which object elsewhere is which user or group.

/// Declares the links of a kind of provider: its model, the field that holds the identifier there, and for users and for groups the
/// documentation, name, collection, model and texts for people.
macro_rules! links {
    ($of:tt by $there:ident
     $(#[$about_user:meta])+ $user:ident { $user_path:tt $user_model:tt $user_verbose:tt $user_plural:tt $user_display:tt }
     $(#[$about_group:meta])+ $group:ident { $group_path:tt $group_model:tt $group_verbose:tt $group_plural:tt $group_display:tt }) => {
        $(#[$about_user])+
        #[derive(Debug, Clone, vestibule_resource_derive::Resource)]
        #[resource(
            path = $user_path, model = $user_model, key = "id", key_as = "id", verbose = $user_verbose, plural = $user_plural,
            order = user__username, search = [provider__name, user__username], filter = [provider__id, user__id, user__username],
            unique = [[$there, user, provider]], display = $user_display, unbounded
        )]
        pub struct $user {
            /// Identifier that names the link for ever.
            #[field(read_only, default = uuid)]
            pub id: uuid::Uuid,
            /// Identifier of the user there.
            pub $there: String,
            /// The user.
            #[field(to = "authentik_core.user", on_delete = cascade)]
            pub user: i64,
            /// That user, shown.
            #[field(nest(of = "user", to = "authentik_core.user", view = vestibule_core::users::PARTIAL_USER))]
            pub user_obj: vestibule_resource::Nest,
            /// The provider that told of them.
            #[field(to = $of, on_delete = cascade)]
            pub provider: i64,
            /// What was last answered about them.
            #[field(read_only)]
            pub attributes: serde_json::Map<String, serde_json::Value>,
        }

        $(#[$about_group])+
        #[derive(Debug, Clone, vestibule_resource_derive::Resource)]
        #[resource(
            path = $group_path, model = $group_model, key = "id", key_as = "id", verbose = $group_verbose, plural = $group_plural,
            order = group__name, search = [provider__name, group__name], filter = [group__group_uuid, group__name, provider__id],
            unique = [[$there, group, provider]], display = $group_display, unbounded
        )]
        pub struct $group {
            /// Identifier that names the link for ever.
            #[field(read_only, default = uuid)]
            pub id: uuid::Uuid,
            /// Identifier of the group there.
            pub $there: String,
            /// The group.
            #[field(to = "authentik_core.group", on_delete = cascade)]
            pub group: uuid::Uuid,
            /// That group, shown.
            #[field(nest(of = "group", to = "authentik_core.group", view = vestibule_core::groups::PARTIAL_GROUP))]
            pub group_obj: vestibule_resource::Nest,
            /// The provider that told of it.
            #[field(to = $of, on_delete = cascade)]
            pub provider: i64,
            /// What was last answered about it.
            #[field(read_only)]
            pub attributes: serde_json::Map<String, serde_json::Value>,
        }
    };
}

pub(crate) use links;
