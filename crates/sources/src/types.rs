//! The types of source, and `GET types/` for those who are about to make one.

use serde_json::{Value as Json, json};
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_resource::Result;

use crate::{kerberos, ldap, oauth, plex, saml, scim, source::icon, source_type::SourceType, telegram};

/// All types of source.
pub(crate) static TYPES: &[SourceType] = &[kerberos::TYPE, ldap::TYPE, oauth::TYPE, plex::TYPE, saml::TYPE, scim::TYPE, telegram::TYPE];

/// The type with that model label.
pub(crate) fn find(model: &str) -> Option<&'static SourceType> {
    TYPES.iter().find(|kind| kind.resource.model == model)
}

/// Tells the types, one entry for each; the vendors of OAuth count as types.
pub(crate) const ACTION: Action = Action {
    path: "types",
    method: "GET",
    id: "sources_all_types_list",
    target: Target::Collection,
    need: Need::Login,
    schema: Schema::answers("TypeCreate[]"),
    run: |cx, _, _| Box::pin(async move { list(cx) }),
};

fn list(_cx: &Context) -> Result<Answer> {
    let mut entries: Vec<Json> = Vec::new();
    for kind in TYPES {
        let resource = kind.resource;
        if resource.model == oauth::TYPE.resource.model {
            entries.extend(oauth::VENDORS.iter().map(|vendor| {
                let model = format!("{}{}", vendor.name, resource.model_name());
                entry(vendor.verbose_name, resource.about, resource.form, &model, &icon::file(kind, vendor.name))
            }));
        } else {
            entries.push(entry(resource.verbose_name, resource.about, resource.form, resource.model_name(), &icon::file(kind, "")));
        }
    }
    entries.sort_by(|a, b| a.get("name").and_then(Json::as_str).cmp(&b.get("name").and_then(Json::as_str)));
    Ok(Answer::json(200, entries.into()))
}

fn entry(name: &str, about: &str, form: &str, model: &str, icon: &str) -> Json {
    json!({
        "name": name, "description": about, "component": form, "model_name": model, "icon_url": icon,
        "requires_enterprise": false, "deprecated": false,
    })
}
