//! Metadata of the server as an identity provider (SAML metadata, section 2.4.3), and how it is handed out.

use std::fmt::Write as _;

use bytes::Bytes;
use serde_json::json;
use vestibule_core::NameIdPolicy;
use vestibule_engine::{Answer, Body, Context, Need, Run, Schema, Standalone};
use vestibule_resource::{Error, Record, Resource, Result, Value, Word as _};

/// Label of key pairs; they live in an area of their own.
const KEY_PAIR: &str = "authentik_crypto.certificatekeypair";

const POST: &str = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST";
const REDIRECT: &str = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";

const PARAMS: &str = r##"[{"in":"query","name":"download","schema":{"type":"boolean"}},
    {"in":"query","name":"force_binding","schema":{"allOf":[{"$ref":"#/components/schemas/ForceBindingEnum"}]}},
    {"in":"path","name":"id","schema":{"type":"integer"},"required":true}]"##;

/// The operation that hands out the metadata of a provider. Anybody may have them: applications fetch them without a login.
pub(crate) const fn operation(path: &'static str, id: &'static str, run: Run) -> Standalone {
    let schema = Schema { params: PARAMS, ..Schema::answers("SAMLMetadata") };
    Standalone { path, method: "GET", id, tag: "providers", need: Need::Anybody, schema, negotiates: true, run }
}

/// The provider that the address of such an operation names.
///
/// # Errors
/// `NotFound` when there is none.
pub(crate) async fn provider(cx: &Context, resource: &'static Resource) -> Result<Record> {
    let key: i64 = cx.segment("id").parse().map_err(|_| Error::NotFound("Not found.".into()))?;
    cx.store.get(resource, key).await?.ok_or_else(|| Error::no_match(resource.name))
}

/// A service with its address for each binding: by form, in the address.
pub(crate) struct Endpoints {
    /// Element that tells about it.
    pub(crate) element: &'static str,
    /// Address that takes messages by form.
    pub(crate) post: String,
    /// Address that takes messages in the address.
    pub(crate) redirect: String,
}

/// What metadata tell.
pub(crate) struct Description {
    /// Entity ID of the server.
    pub(crate) issuer: String,
    /// Certificate that signatures are verified with, as base64 of its DER form.
    pub(crate) certificate: Option<String>,
    /// Requests must be signed.
    pub(crate) wants_signed: bool,
    /// Services, in the order in which they are told.
    pub(crate) services: Vec<Endpoints>,
}

impl Description {
    /// The metadata, as XML. `only` names the one binding that is told about.
    pub(crate) fn xml(&self, only: Option<&str>) -> String {
        let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        let _ = write!(
            xml,
            "<md:EntityDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\" xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\" \
             entityID=\"{}\"><md:IDPSSODescriptor protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\" \
             WantAuthnRequestsSigned=\"{}\">",
            escaped(&self.issuer),
            self.wants_signed
        );
        if let Some(certificate) = &self.certificate {
            let _ = write!(
                xml,
                "<md:KeyDescriptor use=\"signing\"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>{}</ds:X509Certificate></ds:X509Data>\
                 </ds:KeyInfo></md:KeyDescriptor>",
                escaped(certificate)
            );
        }
        self.write_services(&mut xml, "md:SingleLogoutService", only);
        for policy in NameIdPolicy::CHOICES.items {
            let _ = write!(xml, "<md:NameIDFormat>{}</md:NameIDFormat>", policy.value);
        }
        self.write_services(&mut xml, "md:SingleSignOnService", only);
        xml + "</md:IDPSSODescriptor></md:EntityDescriptor>"
    }

    fn write_services(&self, xml: &mut String, element: &str, only: Option<&str>) {
        for service in self.services.iter().filter(|service| service.element == element) {
            for (binding, address) in [(REDIRECT, &service.redirect), (POST, &service.post)] {
                if only.is_none_or(|only| only == binding) {
                    let _ = write!(xml, "<{element} Binding=\"{binding}\" Location=\"{}\"/>", escaped(address));
                }
            }
        }
    }
}

/// The certificate of a key pair as base64 of its DER form: the first one of its PEM text.
pub(crate) async fn certificate(cx: &Context, key: &Value) -> Result<Option<String>> {
    let (Some(resource), Some(key)) = (cx.store.catalog().find(KEY_PAIR), key.as_uuid()) else { return Ok(None) };
    let pair = cx.store.get(resource, key).await?;
    Ok(pair.and_then(|pair| der(pair.text("certificate_data"))))
}

fn der(pem: &str) -> Option<String> {
    let (_, rest) = pem.split_once("-----BEGIN CERTIFICATE-----")?;
    let (body, _) = rest.split_once("-----END CERTIFICATE-----")?;
    Some(body.split_whitespace().collect())
}

/// The one binding that a request wants to be told about.
///
/// # Errors
/// `Invalid` when `force_binding` names none.
pub(crate) fn binding(cx: &Context) -> Result<Option<&str>> {
    match cx.request.params.get("force_binding").filter(|text| !text.is_empty()) {
        Some(text) if ![POST, REDIRECT].contains(&text) => Err(Error::field("force_binding", format!("\"{text}\" is not a valid choice."))),
        only => Ok(only),
    }
}

/// Hands out metadata as JSON, or as a file where the request says `download`.
pub(crate) fn answer(cx: &Context, provider: &Record, xml: String, download_url: String) -> Answer {
    if cx.request.params.get("download").is_none() {
        return Answer::json(200, json!({ "metadata": xml, "download_url": download_url }));
    }
    let file = format!("attachment; filename=\"{}_metadata.xml\"", file_name(provider.text("name")));
    let body = Body::Other("application/xml", Bytes::from(xml));
    Answer { status: 200, headers: vec![("content-disposition", file)], body }
}

/// A name without anything that means something in a header or in a path.
fn file_name(name: &str) -> String {
    name.chars().map(|letter| if letter.is_ascii_alphanumeric() || "-_.".contains(letter) { letter } else { '_' }).collect()
}

/// Text as it may stand in an element or an attribute of XML.
pub(crate) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            // XML 1.0 knows no other control characters, escaped or not.
            letter if letter.is_control() && !"\t\n\r".contains(letter) => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn description() -> Description {
        let service = |element, name: &str| Endpoints {
            element,
            post: format!("https://id.example.com/{name}/post/"),
            redirect: format!("https://id.example.com/{name}/redirect/"),
        };
        Description {
            issuer: "https://id.example.com/?a=1&b=\"2\"".into(),
            certificate: der("-----BEGIN CERTIFICATE-----\nTUlJ\nQQ==\n-----END CERTIFICATE-----\n"),
            wants_signed: false,
            services: vec![service("md:SingleSignOnService", "sso"), service("md:SingleLogoutService", "slo")],
        }
    }

    #[test]
    fn what_administrators_chose_cannot_leave_its_attribute() {
        assert!(description().xml(None).contains("entityID=\"https://id.example.com/?a=1&amp;b=&quot;2&quot;\""));
    }

    #[test]
    fn the_certificate_is_told_on_one_line() {
        assert!(description().xml(None).contains("<ds:X509Certificate>TUlJQQ==</ds:X509Certificate>"));
    }

    #[test]
    fn one_binding_can_be_told_about_alone() {
        let (all, one) = (description().xml(None), description().xml(Some(POST)));
        assert_eq!((all.matches("Location=").count(), one.matches("Location=").count()), (4, 2));
        assert!(!one.contains(REDIRECT));
    }

    #[test]
    fn a_name_cannot_leave_its_header() {
        assert_eq!(file_name("a\"b/c\r\nd é"), "a_b_c__d__");
    }
}
