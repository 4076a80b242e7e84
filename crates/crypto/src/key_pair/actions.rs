//! Making a pair, and seeing what it holds.

use bytes::Bytes;
use serde_json::{Value as Json, json};
use vestibule_core::{Body as Sent, events, users::UserType};
use vestibule_engine::{Action, Answer, Body, Context, Need, Schema, Target};
use vestibule_resource::{Error, Model as _, Record, Result, Word as _};
use vestibule_store::Query;

use super::{CertificateKeyPair, values};
use crate::generate::{Algorithm, LONGEST_NAME, LONGEST_VALIDITY, Wish, generate};

const DOWNLOAD: &str = r#"[{"in": "query", "name": "download", "schema": {"type": "boolean"}}]"#;
const PART: Schema = Schema { params: DOWNLOAD, ..Schema::answers("CertificateData") };

/// Making a pair, and seeing what it holds.
pub(crate) static ACTIONS: &[Action] = &[
    Action {
        path: "generate",
        method: "POST",
        id: "crypto_certificatekeypairs_generate_create",
        target: Target::Collection,
        need: Need::Add,
        schema: Schema { request: "CertificateGenerationRequest", ..Schema::answers("CertificateKeyPair") },
        run: |cx, _, body| Box::pin(make(cx, body)),
    },
    Action {
        path: "view_certificate",
        method: "GET",
        id: "crypto_certificatekeypairs_view_certificate_retrieve",
        target: Target::Object,
        need: Need::Permission("view_certificatekeypair_certificate"),
        schema: PART,
        run: |cx, row, _| Box::pin(view(cx, row, &CERTIFICATE)),
    },
    Action {
        path: "view_private_key",
        method: "GET",
        id: "crypto_certificatekeypairs_view_private_key_retrieve",
        target: Target::Object,
        need: Need::Permission("view_certificatekeypair_key"),
        schema: PART,
        run: |cx, row, _| Box::pin(view(cx, row, &PRIVATE_KEY)),
    },
];

/// A part of a pair that can be seen.
struct Part {
    column: &'static str,
    /// What events call it.
    kind: &'static str,
    /// What the name of its file ends with.
    file: &'static str,
}

static CERTIFICATE: Part = Part { column: "certificate_data", kind: "certificate", file: "certificate.pem" };
static PRIVATE_KEY: Part = Part { column: "key_data", kind: "private_key", file: "private_key.pem" };

async fn view(cx: &Context, row: Option<Record>, part: &Part) -> Result<Answer> {
    let row = row.ok_or_else(|| Error::internal("an action on a pair without the pair"))?;
    // Nobody sees a secret unless the log of events says so; outposts fetch theirs again and again.
    if !is_outpost(cx) {
        events::emit(cx, "secret_view", json!({ "secret": events::reference(&row), "type": part.kind })).await?;
    }
    let text = row.text(part.column);
    if !download(cx) {
        return Ok(Answer::json(200, json!({ "data": text })));
    }
    let body = Body::Other("application/x-pem-file", Bytes::copy_from_slice(text.as_bytes()));
    let headers = vec![("content-disposition", format!("attachment; filename=\"{}_{}\"", file_name(row.text("name")), part.file))];
    Ok(Answer { status: 200, headers, body })
}

fn is_outpost(cx: &Context) -> bool {
    cx.caller.identity().is_some_and(|identity| identity.user.text("type") == UserType::InternalServiceAccount.word())
}

/// `?download` alone asks for a file.
fn download(cx: &Context) -> bool {
    cx.request.params.get("download").is_some() && cx.request.params.flag("download") != Some(false)
}

/// The name with whatever could end or mislead a file name replaced.
fn file_name(name: &str) -> String {
    let plain = |letter: char| if letter.is_ascii_alphanumeric() || " -_.".contains(letter) { letter } else { '_' };
    name.chars().map(plain).collect()
}

async fn make(cx: &Context, sent: Json) -> Result<Answer> {
    let wish = read(cx, sent).await?;
    let name = wish.common_name.clone();
    let made = generate(cx.store.world(), wish).await?;
    let mut columns = values(&made.certificate, &made.key).ok_or_else(|| Error::internal("a certificate just made cannot be read"))?;
    columns.push(("name", name.into()));
    let mut tx = cx.begin().await?;
    let row = tx.insert(CertificateKeyPair::RESOURCE, columns).await?;
    tx.commit().await?;
    let shown = cx.api.show(cx, &[row], None).await?.pop();
    shown.map(|shown| Answer::json(200, shown)).ok_or_else(|| Error::internal("a pair just made was not shown"))
}

async fn read(cx: &Context, sent: Json) -> Result<Wish> {
    let whole = sent.get("validity_days").is_some_and(|days| days.is_i64() || days.is_string());
    let mut body = Sent::new(sent)?;
    let common_name = body.text("common_name", Some(LONGEST_NAME));
    let names = body.optional("subject_alt_name").unwrap_or_default();
    let days = validity(&mut body, whole);
    let algorithm = body.optional("alg").unwrap_or_else(|| Algorithm::Rsa.word().to_owned());
    let known = Algorithm::from_word(&algorithm);
    if known.is_none() {
        body.wrong("alg", format!("\"{algorithm}\" is not a valid choice."));
    }
    if taken(cx, &common_name).await? {
        body.wrong("common_name", "This field must be unique.");
    }
    body.check()?;
    let names = names.split(',').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect();
    Ok(Wish { common_name, names, days, algorithm: known.unwrap_or(Algorithm::Rsa) })
}

/// For how many days, within what a certificate can say. What is no number is told as such, and not as too small.
fn validity(body: &mut Sent, whole: bool) -> i64 {
    let days = body.int("validity_days");
    if whole && days < 1 {
        body.wrong("validity_days", "Ensure this value is greater than or equal to 1.");
    } else if days > LONGEST_VALIDITY {
        body.wrong("validity_days", format!("Ensure this value is less than or equal to {LONGEST_VALIDITY}."));
    }
    days
}

async fn taken(cx: &Context, name: &str) -> Result<bool> {
    let same = Query::all(CertificateKeyPair::RESOURCE).is("name", name);
    Ok(!name.is_empty() && cx.store.exists(&same).await?)
}
