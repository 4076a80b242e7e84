//! What can be asked of a SAML provider beside reading and writing it.

use vestibule_engine::{Action, Answer, Context, Need, Schema, Standalone, Target};
use vestibule_resource::{Model as _, Result};

use super::{
    SAMLProvider, import,
    metadata::{self, Description, Endpoints},
    preview, urls,
};
use crate::provider::{preview_user, slug_needed};

/// What can be asked of a SAML provider beside reading and writing it.
pub(super) static ACTIONS: &[Action] = &[
    preview_user("providers_saml_preview_user_retrieve", |cx, row, _| Box::pin(preview(cx, row))),
    Action {
        path: "import_metadata",
        method: "POST",
        id: "providers_saml_import_metadata_create",
        target: Target::Collection,
        need: Need::Add,
        schema: Schema { request: "form:SAMLProviderImportRequest", status: 201, response: "SAMLProvider", params: "" },
        run: |cx, _, body| Box::pin(import::import(cx, body)),
    },
];

/// The operation that hands out the metadata of a provider.
pub(crate) const METADATA: Standalone =
    metadata::operation("providers/saml/{id}/metadata", "providers_saml_metadata_retrieve", |cx, _, _| Box::pin(tell(cx)));

async fn tell(cx: &Context) -> Result<Answer> {
    let only = metadata::binding(cx)?;
    let provider = metadata::provider(cx, SAMLProvider::RESOURCE).await?;
    let urls = urls::Urls::new(cx, &slug_needed(cx, &provider).await?);
    let service = |element, name: &str| {
        let at = |binding: &str| urls.at(&format!("{name}/binding/{binding}/"));
        Endpoints { element, post: at("post"), redirect: at("redirect") }
    };
    let description = Description {
        issuer: urls.issuer(&provider),
        certificate: metadata::certificate(cx, provider.get("signing_kp")).await?,
        wants_signed: !provider.get("verification_kp").is_null(),
        services: vec![service("md:SingleSignOnService", "sso"), service("md:SingleLogoutService", "slo")],
    };
    Ok(metadata::answer(cx, &provider, description.xml(only), urls::download(cx, "saml", &provider)))
}
