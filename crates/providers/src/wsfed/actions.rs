//! What can be asked of a WS-Federation provider beside reading and writing it.

use std::fmt::Write as _;

use vestibule_engine::{Action, Answer, Context, Standalone};
use vestibule_resource::{Model as _, Result};

use super::WSFederationProvider;
use crate::{
    provider::{preview_user, slug_needed},
    saml::{
        download,
        metadata::{self, escaped},
        preview,
    },
};

/// What can be asked of a WS-Federation provider beside reading and writing it.
pub(super) static ACTIONS: &[Action] = &[preview_user("providers_wsfed_preview_user_retrieve", |cx, row, _| Box::pin(preview(cx, row)))];

/// The operation that hands out the metadata of a provider.
pub(crate) const METADATA: Standalone =
    metadata::operation("providers/wsfed/{id}/metadata", "providers_wsfed_metadata_retrieve", |cx, _, _| Box::pin(tell(cx)));

/// Address that takes all requests; they name the application themselves.
pub(super) fn address(cx: &Context) -> String {
    format!("{}/application/wsfed/", cx.origin())
}

/// Entity ID of the server.
pub(super) fn issuer(cx: &Context, slug: &str) -> String {
    format!("{}{slug}/metadata/", address(cx))
}

async fn tell(cx: &Context) -> Result<Answer> {
    metadata::binding(cx)?;
    let provider = metadata::provider(cx, WSFederationProvider::RESOURCE).await?;
    let issuer = issuer(cx, &slug_needed(cx, &provider).await?);
    let certificate = metadata::certificate(cx, provider.get("signing_kp")).await?;
    let xml = xml(&issuer, &address(cx), certificate.as_deref());
    Ok(metadata::answer(cx, &provider, xml, download(cx, "wsfed", &provider)))
}

/// Metadata of the server as a security token service (WS-Federation 1.2, section 3.1).
fn xml(issuer: &str, address: &str, certificate: Option<&str>) -> String {
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" \
         xmlns:fed=\"http://docs.oasis-open.org/wsfed/federation/200706\" xmlns:wsa=\"http://www.w3.org/2005/08/addressing\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" entityID=\"{}\"><md:RoleDescriptor \
         xsi:type=\"fed:SecurityTokenServiceType\" protocolSupportEnumeration=\"http://docs.oasis-open.org/wsfed/federation/200706\">",
        escaped(issuer)
    );
    if let Some(certificate) = certificate {
        let _ = write!(
            xml,
            "<md:KeyDescriptor use=\"signing\"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{}</ds:X509Certificate></ds:X509Data>\
             </ds:KeyInfo></md:KeyDescriptor>",
            escaped(certificate)
        );
    }
    for element in ["fed:SecurityTokenServiceEndpoint", "fed:PassiveRequestorEndpoint"] {
        let _ = write!(
            xml,
            "<{element}><wsa:EndpointReference><wsa:Address>{}</wsa:Address></wsa:EndpointReference></{element}>",
            escaped(address)
        );
    }
    xml + "</md:RoleDescriptor></md:EntityDescriptor>"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn metadata_tell_where_requests_go_and_how_tokens_are_verified() {
        let xml = xml("https://id.example.com/a&b", "https://id.example.com/application/wsfed/", Some("TUlJ"));
        for part in [
            "entityID=\"https://id.example.com/a&amp;b\"",
            "<fed:PassiveRequestorEndpoint><wsa:EndpointReference><wsa:Address>https://id.example.com/application/wsfed/</wsa:Address>",
            "<ds:X509Certificate>TUlJ</ds:X509Certificate>",
        ] {
            assert!(xml.contains(part), "{part} in {xml}");
        }
    }
}
