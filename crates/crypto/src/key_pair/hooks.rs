//! What is irregular about certificate-key pairs: they must be readable and fit, and describe themselves.

use futures::future::BoxFuture;
use serde_json::{Map, Value as Json};
use vestibule_engine::{Context, Draft, Hooks};
use vestibule_resource::{Error, Record, Result, Value, Word as _};
use vestibule_store::Condition;

use super::{KeyType, MANAGED_BY_SERVER, values};
use crate::private_key::{self, Fit};

/// What is irregular about certificate-key pairs.
pub(crate) struct KeyPairHooks;

impl Hooks for KeyPairHooks {
    fn hidden(&self, _cx: &Context) -> Condition {
        let shown = Condition::Not(Box::new(Condition::is("managed", MANAGED_BY_SERVER)));
        Condition::Any(vec![Condition::Null { path: "managed".into() }, shown])
    }

    fn filter<'a>(&'a self, cx: &'a Context, param: &'a str, value: &'a str) -> BoxFuture<'a, Result<Option<Condition>>> {
        Box::pin(async move {
            match param {
                "has_key" => Ok(has_key(cx.request.params.flag(param))),
                "key_type" if !value.is_empty() => of_types(cx).map(Some),
                _ => Ok(None),
            }
        })
    }

    fn validate<'a>(&'a self, _cx: &'a Context, draft: &'a mut Draft) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            let sent = draft.sent("certificate_data").is_some() || draft.sent("key_data").is_some();
            if sent && !draft.invalid.has("certificate_data") && !draft.invalid.has("key_data") {
                check(draft);
            }
            Ok(())
        })
    }

    fn show<'a>(&'a self, _cx: &'a Context, rows: &'a [Record], objects: &'a mut [Map<String, Json>]) -> BoxFuture<'a, Result<()>> {
        Box::pin(async move {
            for (row, object) in rows.iter().zip(objects) {
                let at = |action: &str| format!("/api/v3/crypto/certificatekeypairs/{}/{action}/?download", row.key());
                object.insert("private_key_available".into(), (!row.text("key_data").is_empty()).into());
                object.insert("certificate_download_url".into(), at("view_certificate").into());
                object.insert("private_key_download_url".into(), at("view_private_key").into());
            }
            Ok(())
        })
    }
}

/// What does not parse as a boolean filters nothing.
fn has_key(wanted: Option<bool>) -> Option<Condition> {
    let none = Condition::is("key_data", "");
    wanted.map(|wanted| if wanted { Condition::Not(Box::new(none)) } else { none })
}

/// Every value of the parameter counts, so the answer is the same whichever of them is asked about.
fn of_types(cx: &Context) -> Result<Condition> {
    let words: Vec<&str> = cx.request.params.all("key_type").filter(|word| !word.is_empty()).collect();
    match words.iter().find(|word| KeyType::from_word(word).is_none()) {
        Some(wrong) => Err(Error::field("key_type", format!("Select a valid choice. {wrong} is not one of the available choices."))),
        None => Ok(Condition::In { path: "key_type".into(), values: words.into_iter().map(Value::from).collect() }),
    }
}

/// Both parts must be readable and belong together; what they say about themselves is stored with them.
fn check(draft: &mut Draft) {
    let part = |draft: &Draft, name: &str| draft.get(name).as_str().unwrap_or_default().to_owned();
    let (certificate, key) = (part(draft, "certificate_data"), part(draft, "key_data"));
    let Some(columns) = values(&certificate, &key) else {
        return draft.invalid.add("certificate_data", "This is no certificate in PEM format that can be read.");
    };
    // The message stands at the part that was sent; when both were, at the key.
    let field = if draft.sent("key_data").is_some() { "key_data" } else { "certificate_data" };
    match private_key::fit(&certificate, &key) {
        Fit::Good => columns.into_iter().for_each(|(name, value)| draft.set(name, value)),
        Fit::Unreadable => {
            draft.invalid.add("key_data", "This is no private key in PEM format that can be read. It must not be encrypted.");
        }
        Fit::OfAnother => draft.invalid.add(field, "The private key does not belong to the certificate."),
    }
}
