//! `GET me/`: who the caller is.

use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context, Identity, Via};
use vestibule_resource::{Error, Record, Result};

use super::{avatar, impersonation, uid};
use crate::{
    brands, groups,
    roles::{SYSTEM, SYSTEM_APP, rights},
    services::Keys,
    tenant::Settings,
};

/// `GET me/`. It also keeps the session alive.
pub(super) async fn show(cx: &Context) -> Result<Answer> {
    let identity = cx.caller.identity().ok_or_else(Error::unauthenticated)?;
    let shown = person(cx, identity).await?;
    let mut answer = json!({ "user": shown, "users": [shown] });
    if let Some(original) = impersonation::original(cx).await? {
        let superuser = super::is_superuser(&cx.store, original.key().as_int().unwrap_or_default()).await?;
        let rights = rights(&cx.store, &original).await?;
        let original = Identity { user: original, superuser, via: Via::Session, rights };
        if let (Json::Object(answer), Json::Object(mut shown)) = (&mut answer, person(cx, &original).await?) {
            shown.insert("is_current".into(), false.into());
            answer.insert("original".into(), Json::Object(shown));
        }
    }
    keep_alive(cx);
    Ok(Answer::json(200, answer))
}

fn keep_alive(cx: &Context) {
    let mut session = cx.session.lock();
    if session.user.is_some() {
        session.dirty = true;
    }
}

async fn person(cx: &Context, who: &Identity) -> Result<Json> {
    let (user, key) = (&who.user, who.key());
    let groups = groups::all_of(&cx.store, key).await?;
    let roles = groups::roles_of(&cx.store, key, &groups).await?;
    let settings = Settings::load(&cx.store).await?;
    let brand = brands::of_host(&cx.store, &cx.request.host).await?;
    let attributes = groups::group_attributes(&cx.store, brand.as_deref(), user).await?;
    let named = |rows: &[Record]| rows.iter().map(|row| json!({ "name": row.text("name"), "pk": row.key().to_json() })).collect::<Vec<_>>();
    let system: Vec<&str> = SYSTEM.into_iter().filter(|codename| who.holds(&format!("{SYSTEM_APP}.{codename}"))).collect();
    Ok(json!({
        "pk": key,
        "username": user.text("username"),
        "name": user.text("name"),
        "is_active": user.flag("is_active"),
        "is_superuser": who.superuser,
        "is_current": true,
        "groups": named(&groups),
        "roles": named(&roles),
        "email": user.text("email"),
        "avatar": avatar(user, &settings),
        "uid": uid(user, cx.service::<Keys>()?),
        "settings": attributes.get("settings").filter(|settings| settings.is_object()).cloned().unwrap_or_else(|| json!({})),
        "type": user.text("type"),
        "system_permissions": system,
    }))
}
