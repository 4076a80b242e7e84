//! Accounts for machines: a user, a password for it and perhaps a group, made at once.

use jiff::{SignedDuration, Timestamp};
use serde_json::{Map, Value as Json, json};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Model as _, Record, Result, Value};
use vestibule_store::{Query, Transaction};

use super::{User, UserType, uid};
use crate::{
    body::Body,
    groups::{GROUPS_OF_USER, Group},
    services::Keys,
    tenant::{Settings, after},
    tokens::{self, Intent, NewToken},
};

/// What `POST service_account/` asks for.
struct Wanted {
    name: String,
    group: bool,
    expiring: bool,
    expires: Option<Timestamp>,
}

/// `POST service_account/`.
pub(super) async fn create(cx: &Context, sent: Json) -> Result<Answer> {
    if !cx.holds("authentik_core.add_token") {
        return Err(Error::denied());
    }
    let mut wanted = Wanted::read(sent)?;
    wanted.group &= cx.holds("authentik_core.add_group");
    refuse_taken(cx, &wanted).await?;
    let settings = Settings::load(&cx.store).await?;
    let mut tx = cx.begin().await?;
    let user = insert_user(cx, &mut tx, &wanted).await?;
    let group = if wanted.group { Some(insert_group(&mut tx, &wanted, &user).await?) } else { None };
    let key = insert_token(cx, &mut tx, &wanted, &user, &settings).await?;
    tx.commit().await?;
    answer(cx, &user, group, key)
}

impl Wanted {
    fn read(sent: Json) -> Result<Self> {
        let mut body = Body::new(sent)?;
        let wanted = Wanted {
            name: body.text("name", Some(150)),
            group: body.flag("create_group", false),
            expiring: body.flag("expiring", true),
            expires: body.time("expires"),
        };
        body.check()?;
        Ok(wanted)
    }

    /// Accounts for machines last 360 days when nobody says.
    fn expiry(&self, now: Timestamp) -> Option<Timestamp> {
        self.expiring.then(|| self.expires.unwrap_or_else(|| after(now, SignedDuration::from_hours(360 * 24))))
    }
}

async fn refuse_taken(cx: &Context, wanted: &Wanted) -> Result<()> {
    let user = cx.store.first(&Query::all(User::RESOURCE).is("username", wanted.name.as_str()).limit(1)).await?;
    let group = match wanted.group {
        true => cx.store.first(&Query::all(Group::RESOURCE).is("name", wanted.name.as_str()).limit(1)).await?,
        false => None,
    };
    if user.or(group).is_some() { Err(Error::field("name", "This field must be unique.")) } else { Ok(()) }
}

async fn insert_user(cx: &Context, tx: &mut Transaction, wanted: &Wanted) -> Result<Record> {
    let attributes = Map::from_iter([(tokens::EXPIRES_ATTRIBUTE.to_owned(), Json::Bool(wanted.expiring))]);
    let values = vec![
        ("username", Value::from(wanted.name.as_str())),
        ("name", Value::from(wanted.name.as_str())),
        ("type", UserType::ServiceAccount.into()),
        ("path", "goauthentik.io/service-accounts".into()),
        ("attributes", Json::Object(attributes).into()),
        ("password", vestibule_secret::unusable(cx.store.world()).into()),
    ];
    tx.insert(User::RESOURCE, values).await
}

async fn insert_group(tx: &mut Transaction, wanted: &Wanted, user: &Record) -> Result<Value> {
    let group = tx.insert(Group::RESOURCE, vec![("name", Value::from(wanted.name.as_str()))]).await?;
    tx.link(&GROUPS_OF_USER, user.key(), group.key()).await?;
    Ok(group.key().clone())
}

async fn insert_token(cx: &Context, tx: &mut Transaction, wanted: &Wanted, user: &Record, settings: &Settings) -> Result<String> {
    let token = NewToken {
        identifier: format!("service-account-{}-password", wanted.name),
        intent: Intent::AppPassword,
        user: user.key().as_int().unwrap_or_default(),
        description: String::new(),
        expires: wanted.expiry(cx.store.world().now()),
        key: cx.store.world().key(settings.token_length()),
    };
    token.insert(tx).await?;
    Ok(token.key)
}

fn answer(cx: &Context, user: &Record, group: Option<Value>, key: String) -> Result<Answer> {
    let mut shown = json!({
        "username": user.text("username"), "user_uid": uid(user, cx.service::<Keys>()?), "user_pk": user.key().to_json(), "token": key,
    });
    if let (Json::Object(shown), Some(group)) = (&mut shown, group) {
        shown.insert("group_pk".into(), group.to_json());
    }
    Ok(Answer::json(200, shown))
}
