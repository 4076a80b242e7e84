//! Operations that ask Duo something. The server cannot speak with Duo yet, so all of them say that.

use serde_json::Value as Json;
use uuid::Uuid;
use vestibule_core::Body;
use vestibule_engine::{Action, Answer, Context, Need, Schema, Standalone, Target};
use vestibule_resource::{Error, Model as _, Result};

use super::AuthenticatorDuoStage;

/// What is answered when all else was in order.
const SENTENCE: &str = "This server cannot speak with Duo yet.";

pub(super) const ACTIONS: &[Action] = &[
    Action {
        path: "import_device_manual",
        method: "POST",
        id: "stages_authenticator_duo_import_device_manual_create",
        target: Target::Object,
        need: Need::Add,
        schema: Schema::takes("AuthenticatorDuoStageManualDeviceImportRequest"),
        run: |_, _, body| Box::pin(async { import_one(body) }),
    },
    Action {
        path: "import_devices_automatic",
        method: "POST",
        id: "stages_authenticator_duo_import_devices_automatic_create",
        target: Target::Object,
        need: Need::Add,
        schema: Schema::answers("AuthenticatorDuoStageDeviceImportResponse"),
        run: |_, _, _| Box::pin(async { Err(Error::not_possible(SENTENCE)) }),
    },
];

/// What a visitor's browser asks again and again while they enrol; what they may ask about stands in the plan of their session.
pub(crate) const ENROLLMENT_STATUS: Standalone = Standalone {
    path: "stages/authenticator/duo/{stage_uuid}/enrollment_status",
    method: "POST",
    id: "stages_authenticator_duo_enrollment_status_create",
    tag: "stages",
    need: Need::Anybody,
    schema: Schema {
        request: "",
        status: 200,
        response: "DuoDeviceEnrollmentStatus",
        params: r#"[{"in":"path","name":"stage_uuid","schema":{"type":"string","format":"uuid"},"required":true}]"#,
    },
    negotiates: false,
    run: |cx, _, _| Box::pin(enrollment_status(cx)),
};

fn import_one(body: Json) -> Result<Answer> {
    let mut body = Body::new(body)?;
    body.text("duo_user_id", None);
    body.text("username", None);
    body.check()?;
    Err(Error::not_possible(SENTENCE))
}

async fn enrollment_status(cx: &Context) -> Result<Answer> {
    let key = Uuid::try_parse(&cx.segment("stage_uuid")).map_err(|_| Error::NotFound("Not found.".into()))?;
    let stage = cx.store.get(AuthenticatorDuoStage::RESOURCE, key).await?;
    stage.ok_or_else(|| Error::no_match(AuthenticatorDuoStage::RESOURCE.name))?;
    Err(Error::not_possible(SENTENCE))
}
