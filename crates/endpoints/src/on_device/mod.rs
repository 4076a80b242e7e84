//! What the agent on a device asks. It is no user: it shows the secret of an enrolment token, or the one that its device got for it.

mod check_in;
mod enroll;
mod settings;
mod sign_in;
mod token;

use vestibule_engine::{Action, Need, Run, Schema, Standalone, Target};

pub use token::DeviceToken;

/// Tag of these operations in the OpenAPI document.
const TAG: &str = "endpoints";

const DEVICE_PARAM: &str = r#"[{"in": "query", "name": "device", "schema": {"type": "string"}, "required": true}]"#;
const HINT_PARAM: &str = r#"[{"in": "query", "name": "login_hint", "schema": {"type": "string"}}]"#;

/// Operations on the collection of agent connectors.
pub(crate) static ACTIONS: &[Action] = &[
    action("agent_config", "GET", "endpoints_agents_connectors_agent_config_retrieve", Schema::answers("AgentConfig"), |cx, _, _| {
        Box::pin(settings::agent_config(cx))
    }),
    action(
        "auth_fed",
        "POST",
        "endpoints_agents_connectors_auth_fed_create",
        Schema { params: DEVICE_PARAM, ..Schema::answers("AgentTokenResponse") },
        |cx, _, _| Box::pin(sign_in::auth_fed(cx)),
    ),
    action(
        "auth_ia",
        "POST",
        "endpoints_agents_connectors_auth_ia_create",
        Schema { params: HINT_PARAM, ..Schema::answers("AgentAuthenticationResponse") },
        |cx, _, _| Box::pin(sign_in::auth_ia(cx)),
    ),
    action("check_in", "POST", "endpoints_agents_connectors_check_in_create", Schema::takes("DeviceFactsRequest"), |cx, _, body| {
        Box::pin(check_in::check_in(cx, body))
    }),
    action(
        "enroll",
        "POST",
        "endpoints_agents_connectors_enroll_create",
        Schema { request: "EnrollRequest", ..Schema::answers("AgentTokenResponse") },
        |cx, _, body| Box::pin(enroll::enroll(cx, body)),
    ),
];

const fn action(path: &'static str, method: &'static str, id: &'static str, schema: Schema, run: Run) -> Action {
    Action { path, method, id, target: Target::Collection, need: Need::Credential, schema, run }
}

/// Operations for the login of Apple devices.
pub(crate) fn standalone() -> Vec<Standalone> {
    vec![
        register(
            "endpoints/agents/psso/register/device",
            "endpoints_agents_psso_register_device_create",
            Schema { request: "AgentPSSODeviceRegistrationRequest", ..Schema::answers("AgentPSSODeviceRegistrationResponse") },
            |cx, _, body| Box::pin(sign_in::register_device(cx, body)),
        ),
        register(
            "endpoints/agents/psso/register/user",
            "endpoints_agents_psso_register_user_create",
            Schema { request: "AgentPSSOUserRegistrationRequest", ..Schema::answers("UserSelf") },
            |cx, _, body| Box::pin(sign_in::register_user(cx, body)),
        ),
    ]
}

fn register(path: &'static str, id: &'static str, schema: Schema, run: Run) -> Standalone {
    Standalone { path, method: "POST", id, tag: TAG, need: Need::Credential, schema, negotiates: false, run }
}
