//! What is irregular about connections, of users and of groups.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_core::{
    groups::Group,
    roles::grant::{check_group, speaks_for},
    users::User,
};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Error, Model as _, Record, Resource, Result, Value};

use crate::Source;

/// Whom a connection is about is said when it is made and never changed; and nobody gets hold of more than is theirs by one.
pub(super) struct ConnectionHooks {
    /// The field that says whom it is about.
    about: &'static str,
    /// What it refers to.
    to: &'static Resource,
}

/// For connections of users.
pub(super) static OF_USER: ConnectionHooks = ConnectionHooks { about: "user", to: User::RESOURCE };
/// For connections of groups.
pub(super) static OF_GROUP: ConnectionHooks = ConnectionHooks { about: "group", to: Group::RESOURCE };

impl Hooks for ConnectionHooks {
    fn validate<'a>(&'a self, cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            if draft.creates() {
                self.name(cx, draft).await?;
            }
            if self.about == "group" { check_group(cx, draft, "group").await } else { own_and_the_same(cx, draft).await }
        })
    }

    fn show<'a>(&'a self, _cx: &'a Context, _rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for source in objects.iter_mut().filter_map(|object| object.get_mut("source_obj")?.as_object_mut()) {
                of_no_type(source);
            }
            Ok(())
        })
    }
}

impl ConnectionHooks {
    /// Reads whom the connection is about. Bodies of the contract do not name a user: it is then who asks.
    async fn name(&self, cx: &Context, draft: &mut Draft) -> Result<()> {
        let named = match draft.body.get(self.about) {
            None if self.about == "user" => Ok(Value::from(cx.caller.user())),
            None => Err("This field is required.".to_owned()),
            Some(Json::Null) => Err("This field may not be null.".to_owned()),
            Some(key) => cx.named(self.to, key).await?,
        };
        match named {
            Ok(key) => draft.set(self.about, key),
            Err(wrong) => draft.invalid.add(self.about, wrong),
        }
        Ok(())
    }
}

/// Whoever is connected can be let in from outside. So people connect themselves; others, and to another source or identifier, are
/// connected by who holds the permission and all that they hold.
async fn own_and_the_same(cx: &Context, draft: &Draft) -> Result<()> {
    let same = |name: &str| draft.before.as_ref().is_none_or(|row| row.get(name) == draft.get(name));
    let own = !draft.creates() || draft.invalid.has("user") || draft.get("user").as_int() == cx.caller.user();
    let own = own && same("source") && same("identifier");
    if own || speaks_for(cx, draft, draft.get("user")).await? { Ok(()) } else { Err(Error::denied()) }
}

/// The contract shows the source of a connection as one of no particular type.
fn of_no_type(source: &mut Map<String, Json>) {
    let base = Source::RESOURCE;
    source.insert("component".into(), base.form.into());
    source.insert("verbose_name".into(), base.verbose_name.into());
    source.insert("verbose_name_plural".into(), base.verbose_name_plural.into());
    source.insert("meta_model_name".into(), base.model.into());
    source.insert("icon_url".into(), Json::Null);
}
