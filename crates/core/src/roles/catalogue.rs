//! Every permission that there is, read from the descriptors.

use std::sync::{Arc, OnceLock};

use serde_json::{Value as Json, json};
use vestibule_resource::{Catalog, Resource};

/// App of permissions that are about the system as a whole.
pub const SYSTEM_APP: &str = "authentik_rbac";
/// What these permissions are called in place of a kind of object.
const SYSTEM_MODEL: &str = "systempermission";
/// Permissions that are about the system as a whole.
pub const SYSTEM: [&str; 6] = [
    "view_system_info",
    "access_admin_interface",
    "view_system_settings",
    "edit_system_settings",
    "view_media_files",
    "manage_media_files",
];

/// A permission.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Permission {
    /// Number by which the API knows it: made of its label, so it is the same on every installation and in every release.
    pub id: i64,
    /// App that it belongs to: `authentik_flows`.
    pub app: &'static str,
    /// Kind of object that it is about, without the app: `flow`.
    pub model: &'static str,
    /// Name of that kind, as people read it.
    pub model_verbose: &'static str,
    /// Name within its app: `view_flow`.
    pub codename: String,
    /// Name, as people read it.
    pub name: String,
}

/// All permissions, computed when they are first asked for.
#[derive(Debug, Clone, Default)]
pub struct Catalogue(Arc<OnceLock<Vec<Permission>>>);

impl Catalogue {
    /// All permissions, by name.
    pub fn all(&self, catalog: &Catalog) -> &[Permission] {
        self.0.get_or_init(|| all(catalog))
    }

    /// The permission with that label, `app.codename`.
    pub fn find(&self, catalog: &Catalog, label: &str) -> Option<&Permission> {
        let (app, codename) = label.split_once('.')?;
        self.all(catalog).iter().find(|known| known.app == app && known.codename == codename)
    }
}

impl Permission {
    fn new(app: &'static str, (model, model_verbose): (&'static str, &'static str), codename: String, name: String) -> Self {
        Permission { id: number(&format!("{app}.{codename}")), app, model, model_verbose, codename, name }
    }

    /// `app.codename`.
    pub fn label(&self) -> String {
        format!("{}.{}", self.app, self.codename)
    }

    /// Model label of the objects that it is about, `app.model`.
    pub fn model_label(&self) -> String {
        format!("{}.{}", self.app, self.model)
    }

    /// Name of its app, as people read it.
    pub fn app_verbose(&self) -> String {
        words(self.app.trim_start_matches("authentik_"), true)
    }

    /// As the API shows it.
    pub fn to_json(&self) -> Json {
        json!({
            "id": self.id, "name": self.name, "codename": self.codename, "model": self.model, "app_label": self.app,
            "app_label_verbose": self.app_verbose(), "model_verbose": self.model_verbose,
        })
    }
}

fn all(catalog: &Catalog) -> Vec<Permission> {
    let system = SYSTEM.iter().map(|codename| own(SYSTEM_APP, (SYSTEM_MODEL, "System permission"), codename));
    let mut all: Vec<Permission> = catalog.resources().iter().copied().filter(|of| guarded(of)).flat_map(of).chain(system).collect();
    all.sort_by(|one, other| (&one.name, one.app, &one.codename).cmp(&(&other.name, other.app, &other.codename)));
    all
}

/// Whether people can be given permissions on objects of this kind.
pub fn guarded(resource: &Resource) -> bool {
    resource.model.starts_with("authentik_") && !(resource.internal && resource.path.is_empty())
}

fn of(resource: &'static Resource) -> impl Iterator<Item = Permission> {
    let model = (resource.model_name(), resource.verbose_name);
    let regular = ["add", "change", "delete", "view"].into_iter().map(move |verb| {
        let name = format!("Can {verb} {}", resource.verbose_name);
        Permission::new(resource.app(), model, format!("{verb}_{}", resource.model_name()), name)
    });
    regular.chain(resource.permissions.iter().map(move |codename| own(resource.app(), model, codename)))
}

fn own(app: &'static str, model: (&'static str, &'static str), codename: &str) -> Permission {
    Permission::new(app, model, codename.to_owned(), format!("Can {}", words(codename, false)))
}

fn words(name: &str, capital: bool) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        letters
            .next()
            .filter(|_| capital)
            .map_or_else(|| word.to_owned(), |first| first.to_uppercase().collect::<String>() + letters.as_str())
    };
    name.split('_').map(word).collect::<Vec<_>>().join(" ")
}

/// FNV-1a of the label, in 31 bits: a positive number in every client's language.
fn number(label: &str) -> i64 {
    let hash = label.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    i64::from(hash & 0x7fff_ffff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_a_permission_never_changes() {
        assert_eq!(number("authentik_flows.view_flow"), 1_255_780_566);
        assert_eq!(number("authentik_core.impersonate"), 1_035_240_217);
    }

    #[test]
    fn an_app_is_named_in_words() {
        let permission = own("authentik_stages_user_login", ("x", "X"), "export_it");
        assert_eq!((permission.app_verbose().as_str(), permission.name.as_str()), ("Stages User Login", "Can export it"));
    }
}
