//! What can be asked of an OAuth 2.0 provider beside reading and writing it.

use std::sync::Arc;

use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_resource::{Model as _, Record, Result};
use vestibule_store::Query;

use super::{OAuth2DynamicClientRegistration, Urls, id_token::Issue};
use crate::provider::{needed, preview_user, previewed, slug_needed, subject};

/// What can be asked of an OAuth 2.0 provider beside reading and writing it.
pub(super) static ACTIONS: &[Action] = &[
    preview_user("providers_oauth2_preview_user_retrieve", |cx, row, _| Box::pin(preview(cx, row))),
    Action {
        path: "setup_urls",
        method: "GET",
        id: "providers_oauth2_setup_urls_retrieve",
        target: Target::Object,
        need: Need::View,
        schema: Schema::answers("OAuth2ProviderSetupURLs"),
        run: |cx, row, _| Box::pin(setup_urls(cx, row)),
    },
];

/// What the ID token would say.
async fn preview(cx: &Context, row: Option<Record>) -> Result<Answer> {
    let (provider, user) = (Arc::new(needed(row)?), subject(cx).await?);
    Ok(previewed(Issue::trial_of_everything(cx, provider, user).await?.id_token(cx).await?))
}

/// The addresses that an application is set up with.
async fn setup_urls(cx: &Context, row: Option<Record>) -> Result<Answer> {
    let provider = needed(row)?;
    let urls = Urls::new(cx, slug_needed(cx, &provider).await?);
    let registration = Query::all(OAuth2DynamicClientRegistration::RESOURCE).is("provider", provider.key().clone());
    let registers = cx.store.exists(&registration).await?;
    Ok(Answer::json(200, urls.setup(&provider, registers)))
}
