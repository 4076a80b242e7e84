//! Stages that exist only in plans: the server puts them there, nobody sets them up.

mod consent;
mod redirect;
mod session_end;

use serde_json::{Map, Value as Json};
use uuid::Uuid;
use vestibule_resource::{Default, Kind, Model as _, Record, Resource, Value};

use crate::{Ahead, StageAt, StageKind, ask};

pub use consent::{CONSENT_HEADER, CONSENT_PERMISSIONS, PlanConsent};
pub use redirect::PlanRedirect;
pub use session_end::SessionEnd;

static REDIRECT: StageKind = ask::<PlanRedirect>();
static SESSION_END: StageKind = ask::<SessionEnd>();
static CONSENT: StageKind = ask::<PlanConsent>();

/// Their types.
pub(crate) static KINDS: [&StageKind; 3] = [&REDIRECT, &SESSION_END, &CONSENT];

impl Ahead {
    /// A stage that exists only in the plan. `settings` are the values of the resource's fields; those that are not named have
    /// their defaults.
    pub fn inline(resource: &'static Resource, settings: Map<String, Json>) -> Self {
        Ahead {
            binding: None,
            stage: StageAt::Inline { model: resource.model.to_owned(), settings },
            re_evaluate: false,
            invalid_response_action: "retry".to_owned(),
        }
    }

    /// Sends the visitor to an address.
    pub fn redirect(to: &str) -> Self {
        Ahead::inline(PlanRedirect::RESOURCE, [("destination".to_owned(), to.into())].into_iter().collect())
    }
}

/// The row that such a stage would have.
pub(crate) fn record(resource: &'static Resource, settings: &Map<String, Json>) -> Record {
    let fields = resource.all_fields().filter(|field| field.kind.has_column());
    let values = fields.map(|field| {
        let given = settings.get(field.name).map_or(Value::Null, |json| value(&field.kind, json));
        (field.name, if given.is_null() { default(field.default) } else { given })
    });
    Record::new(resource, values.collect())
}

fn value(kind: &Kind, json: &Json) -> Value {
    match (kind, json) {
        (_, Json::Null) => Value::Null,
        (Kind::Object | Kind::Json | Kind::TextList | Kind::Objects(_) | Kind::ChoiceList(_), json) => Value::from(json.clone()),
        (Kind::Uuid | Kind::Ref(_), Json::String(text)) => Uuid::try_parse(text).map_or(Value::Null, Value::Uuid),
        (Kind::Time, Json::String(text)) => text.parse().map_or(Value::Null, Value::Time),
        (_, Json::String(text)) => Value::Text(text.clone()),
        (_, Json::Bool(yes)) => Value::Bool(*yes),
        (Kind::Float, Json::Number(number)) => number.as_f64().map_or(Value::Null, Value::Float),
        (_, Json::Number(number)) => number.as_i64().map_or(Value::Null, Value::Int),
        (_, Json::Array(_) | Json::Object(_)) => Value::Null,
    }
}

fn default(default: Default) -> Value {
    match default {
        Default::Bool(yes) => Value::Bool(yes),
        Default::Int(number) => Value::Int(number),
        Default::Float(number) => Value::Float(number),
        Default::Text(text) => Value::from(text),
        Default::Json(text) => serde_json::from_str(text).map_or(Value::Null, Value::Json),
        // A plan's stage has no row, hence no key and no times of writing.
        Default::None | Default::Uuid | Default::Now | Default::Touched | Default::Serial => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stage_of_a_plan_reads_like_a_stored_one() {
        let Ahead { stage: StageAt::Inline { model, settings }, .. } = Ahead::redirect("/there") else { unreachable!("not inline") };
        let row = record(PlanRedirect::RESOURCE, &settings);
        assert_eq!((model.as_str(), row.text("destination")), (PlanRedirect::RESOURCE.model, "/there"));
        assert!(row.read::<PlanRedirect>().is_ok());
    }
}
