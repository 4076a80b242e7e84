//! Where people land.

use vestibule_core::{tenant, users};
use vestibule_engine::{Answer, Context};
use vestibule_pages::{Home, Level, Message};
use vestibule_resource::{Error, Result};

use super::{Style, keep, to_login, written};

/// Model label of password stages; they are another area's.
const PASSWORD_STAGE: &str = "authentik_stages_password.passwordstage";

/// Model label of flows.
const FLOW: &str = "authentik_flows.flow";

/// `/`: to the landing page, or to the login and then back here.
pub(crate) fn root(cx: &Context) -> Answer {
    if cx.caller.user().is_some() { Answer::redirect("/if/user/") } else { to_login("/") }
}

/// The landing page, until there is an interface to land in.
///
/// # Errors
/// `Denied` for `admin` when the caller is none.
pub(crate) async fn interface(cx: &Context, which: &str) -> Result<Answer> {
    let Some(identity) = cx.caller.identity() else {
        return Ok(to_login(&cx.request.path));
    };
    if which == "admin" && !identity.superuser {
        return Err(Error::denied());
    }
    let user = &identity.user;
    let avatar = users::avatar(user, &tenant::Settings::load(&cx.store).await?);
    let (settings, password) = (settings(cx).await?, password(cx).await?);
    let texts = vestibule_flow::take_messages(cx);
    let messages: Vec<Message> = texts.into_iter().map(|text| Message { level: Level::Info, text }).collect();
    keep(cx).await?;
    let home = Home {
        name: user.text("name"),
        username: user.text("username"),
        email: user.text("email"),
        avatar: &avatar,
        log_out: "/flows/-/default/invalidation/",
        settings: settings.as_deref(),
        password: password.as_deref(),
        api: identity.superuser.then_some("/api/v3/"),
        messages: &messages,
    };
    let style = Style::of(&cx.store, &cx.request).await?;
    Ok(Answer::html(200, written(vestibule_pages::home(&style.look(), &home))?))
}

/// The flow that the brand uses for people's own details.
async fn settings(cx: &Context) -> Result<Option<String>> {
    let brand = vestibule_core::brands::of_host(&cx.store, &cx.request.host).await?;
    let (Some(key), Some(flows)) = (brand.and_then(|brand| brand.uuid("flow_user_settings")), cx.store.catalog().find(FLOW)) else {
        return Ok(None);
    };
    let flow = cx.store.rows(flows).await?.find(&key.into()).cloned();
    Ok(flow.map(|flow| vestibule_flow::address::of_flow(flow.text("slug"), "")))
}

/// The way to the flow in which people change their password: the first password stage that names one.
async fn password(cx: &Context) -> Result<Option<String>> {
    let Some(stages) = cx.store.catalog().find(PASSWORD_STAGE) else {
        return Ok(None);
    };
    let rows = cx.store.rows(stages).await?;
    let stage = rows.all.iter().find(|stage| stage.uuid("configure_flow").is_some());
    Ok(stage.map(|stage| format!("/flows/-/configure/{}/", stage.key())))
}

/// `/api/v3/`: where the documentation is.
pub(crate) fn api_root() -> Answer {
    const PAGE: &str = "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n<title>API v3</title>\n<h1>API v3</h1>\n\
        <p>Its description: <a href=\"/api/v3/schema/\">OpenAPI document</a>, <a href=\"/api/v3/schema/?format=json\">the same as JSON</a>.</p>\n</html>\n";
    Answer::html(200, PAGE.to_owned())
}
