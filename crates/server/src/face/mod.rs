//! What browsers see: pages and the redirects between them.

mod files;
mod flow;
mod home;
mod look;
mod recovery;
mod setup;

use vestibule_core::{Keys, sessions::Sessions};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Result};
use vestibule_secret::csrf;

pub(crate) use files::{BRAND_STYLE, brand_style, file};
pub(crate) use flow::{show as show_flow, take as take_flow};
pub(crate) use home::{api_root, interface, root};
pub(crate) use look::Style;
pub(crate) use recovery::use_token;
pub(crate) use setup::{show as show_setup, take as take_setup};

/// Where people without a session log in, to come back to `next`.
pub(crate) fn to_login(next: &str) -> Answer {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
    Answer::redirect(format!("/flows/-/default/authentication/?{query}"))
}

/// Saves the session now instead of after the request, because the page needs the token that follows from its key.
async fn keep(cx: &Context) -> Result<Option<String>> {
    let mut session = cx.session.lock().clone();
    session.cookies = cx.service::<Sessions>()?.save(&cx.request, &mut session).await?;
    (session.dirty, session.rotate, session.flush) = (false, false, false);
    let token = vestibule_core::authn::csrf_token(cx.service::<Keys>()?, &session);
    *cx.session.lock() = session;
    Ok(token.map(|token| csrf::mask(&token, cx.store.world())))
}

/// A page of ours that could not be written is our fault.
fn written(page: std::result::Result<String, vestibule_pages::RenderError>) -> Result<String> {
    page.map_err(|error| Error::internal(error.to_string()))
}
