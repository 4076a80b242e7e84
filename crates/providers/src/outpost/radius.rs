//! RADIUS providers as outposts see them.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use serde_json::{Value as Json, json};
use vestibule_engine::{Answer, Context};
use vestibule_resource::{Error, Kind, Model as _, Record, Result};

use super::{
    access,
    list::{self, Providers},
};
use crate::{Provider, RadiusProvider, provider::Assigned};

/// `GET /outposts/radius/`
pub(super) async fn list(cx: &Context) -> Result<Answer> {
    let providers = list::page(cx, RadiusProvider::RESOURCE, list::opened()).await?;
    let shown = providers.each().map(|(row, of)| show(&providers, row, of)).collect();
    Ok(providers.placed.answer(shown))
}

fn show(providers: &Providers, row: &Record, of: &Assigned) -> Json {
    json!({
        "pk": row.key().to_json(),
        "name": row.text("name"),
        "application_slug": of.application.as_ref().map(|application| application.text("slug")),
        "auth_flow_slug": providers.flow(row.get("authorization_flow")),
        "client_networks": row.text("client_networks"),
        "shared_secret": row.text("shared_secret"),
        "mfa_support": row.flag("mfa_support"),
        "certificate": row.get("certificate").to_json(),
    })
}

/// `GET /outposts/radius/{id}/check_access/`: the verdict, with the attributes of the answer as a packet in base64. Who does not
/// pass gets none. Mappings are not run for it yet, so a provider that has some gives no verdict.
pub(super) async fn check(cx: &Context) -> Result<Answer> {
    let provider = super::provider(cx, RadiusProvider::RESOURCE).await?;
    let verdict = access::verdict(cx, &provider).await?;
    if verdict.passing && has_mappings(cx, &provider).await? {
        return Err(Error::not_possible("Property mappings cannot be evaluated yet, so there are no attributes."));
    }
    let attributes = verdict.passing.then(|| STANDARD.encode(packet(cx.store.world().bytes())));
    Ok(Answer::json(200, json!({ "attributes": attributes, "access": access::shown(cx, verdict) })))
}

async fn has_mappings(cx: &Context, provider: &Record) -> Result<bool> {
    match Provider::RESOURCE.field("property_mappings").map(|field| field.kind) {
        Some(Kind::Many(links)) => Ok(!cx.store.links(&links, std::slice::from_ref(provider.key())).await?.is_empty()),
        _ => Ok(false),
    }
}

/// An Access-Accept without attributes (RFC 2865, section 4.2).
fn packet(authenticator: [u8; 16]) -> [u8; 20] {
    const HEADER: [u8; 4] = [2, 0, 0, 20];
    let mut packet = [0; 20];
    packet.iter_mut().zip(HEADER.into_iter().chain(authenticator)).for_each(|(byte, value)| *byte = value);
    packet
}
