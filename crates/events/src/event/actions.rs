//! What can be asked about events beside reading them.

use serde_json::{Value as Json, json};
use vestibule_core::events::EventAction;
use vestibule_engine::{Action, Answer, Context, Need, Schema, Target};
use vestibule_resource::{Error, Result, Word as _};

use super::{figures, filter::with_params};

macro_rules! joined {
    ($($param:literal),*) => { concat!($($param, ","),*) };
}

/// The parameters of a list of events, and these.
macro_rules! as_listed {
    ($($own:literal),*) => {
        concat!(
            "[", with_params!(joined), $($own, ",",)*
            r##"{"in":"query","name":"action","schema":{"type":"string"}},{"in":"query","name":"client_ip","schema":{"type":"string"}},"##,
            r##"{"$ref":"#/components/parameters/QueryPaginationOrdering"},{"$ref":"#/components/parameters/QuerySearch"}]"##
        )
    };
}

const STEPS: &str =
    as_listed!(r#"{"in":"query","name":"count_steps","schema":{"type":"array","items":{"type":"string","minLength":1}},"required":true}"#);
const TOP: &str = as_listed!(r#"{"in":"query","name":"top_n","schema":{"type":"integer","default":15}}"#);
const DAYS: &str = as_listed!(r#"{"in":"query","name":"history_days","schema":{"type":"integer","default":7}}"#);

/// What can be asked about events.
pub(super) static ACTIONS: &[Action] = &[
    Action {
        path: "actions",
        method: "GET",
        id: "events_events_actions_list",
        target: Target::Collection,
        need: Need::Login,
        schema: Schema::answers("TypeCreate[]"),
        run: |_, _, _| Box::pin(async { Ok(Answer::json(200, kinds())) }),
    },
    Action {
        path: "export",
        method: "POST",
        id: "events_events_export_create",
        target: Target::Collection,
        need: Need::View,
        schema: Schema { status: 201, params: as_listed!(), ..Schema::answers("DataExport") },
        run: |cx, _, _| Box::pin(export(cx)),
    },
    Action {
        path: "stats",
        method: "GET",
        id: "events_events_stats_retrieve",
        target: Target::Collection,
        need: Need::View,
        schema: Schema { params: STEPS, ..Schema::answers("EventStats") },
        run: |cx, _, _| Box::pin(figures::stats(cx)),
    },
    Action {
        path: "top_per_user",
        method: "GET",
        id: "events_events_top_per_user_list",
        target: Target::Collection,
        need: Need::View,
        schema: Schema { params: TOP, ..Schema::answers("EventTopPerUser[]") },
        run: |cx, _, _| Box::pin(figures::top_per_user(cx)),
    },
    Action {
        path: "volume",
        method: "GET",
        id: "events_events_volume_list",
        target: Target::Collection,
        need: Need::View,
        schema: Schema { params: DAYS, ..Schema::answers("EventVolume[]") },
        run: |cx, _, _| Box::pin(figures::volume(cx)),
    },
];

/// Everything that can happen, in the form in which the contract lists types.
fn kinds() -> Json {
    let shown = |action: &vestibule_resource::Choice| json!({ "name": action.label, "description": "", "component": action.value, "model_name": "" });
    EventAction::CHOICES.items.iter().map(shown).collect()
}

/// What was asked for is checked as for a list, so that nobody learns later that it was wrong.
async fn export(cx: &Context) -> Result<Answer> {
    figures::asked(cx).await?;
    Err(Error::not_possible("Exports are not available."))
}
