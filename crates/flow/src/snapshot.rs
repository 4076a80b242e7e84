//! All flows, places and stages at one moment, arranged for the executor.

use std::{collections::HashMap, sync::Arc};

use uuid::Uuid;
use vestibule_engine::Context;
use vestibule_resource::{Model as _, Record, Result};

use crate::{Ahead, Flow, FlowStageBinding, StageAt, StageKind};

/// All flows, places and stages at one moment. Made anew only after one of them has changed, so that entering a flow costs the
/// same whatever the number of its stages.
#[derive(Default)]
pub(crate) struct Snapshot {
    flows: HashMap<Uuid, Arc<FlowAt>>,
    by_slug: HashMap<String, Uuid>,
    stages: HashMap<Uuid, StoredStage>,
}

/// A flow with its places.
pub(crate) struct FlowAt {
    pub(crate) row: Arc<Record>,
    /// Sorted by order, then key.
    places: Vec<Place>,
    /// Indexes of the places whose policies are asked when a visitor enters the flow.
    judged_on_entry: Vec<usize>,
}

/// A place of a stage in a flow.
pub(crate) struct Place {
    pub(crate) key: Uuid,
    pub(crate) order: i64,
    pub(crate) stage: Uuid,
    pub(crate) row: Arc<Record>,
}

/// A stage of a known type.
#[derive(Clone)]
pub(crate) struct StoredStage {
    pub(crate) kind: &'static StageKind,
    pub(crate) row: Arc<Record>,
}

impl Snapshot {
    /// Reads everything.
    pub(crate) async fn read(cx: &Context, kinds: &[&'static StageKind]) -> Result<Self> {
        let mut snapshot = Snapshot::default();
        let mut places: HashMap<Uuid, Vec<Place>> = HashMap::new();
        for row in &cx.store.rows(FlowStageBinding::RESOURCE).await?.all {
            if let (Some(flow), Some(place)) = (row.uuid("target"), Place::read(row)) {
                places.entry(flow).or_default().push(place);
            }
        }
        for row in &cx.store.rows(Flow::RESOURCE).await?.all {
            if let Some(key) = row.key().as_uuid() {
                let places = places.remove(&key).unwrap_or_default();
                snapshot.by_slug.insert(row.text("slug").to_owned(), key);
                snapshot.flows.insert(key, Arc::new(FlowAt::new(Arc::clone(row), places)));
            }
        }
        for kind in kinds {
            snapshot.stages.extend(stored(cx, kind).await?);
        }
        Ok(snapshot)
    }

    /// The flow with that key.
    pub(crate) fn flow(&self, key: Uuid) -> Option<&Arc<FlowAt>> {
        self.flows.get(&key)
    }

    /// The flow with that slug.
    pub(crate) fn flow_by_slug(&self, slug: &str) -> Option<&Arc<FlowAt>> {
        self.flows.get(self.by_slug.get(slug)?)
    }

    /// All flows, by slug.
    pub(crate) fn flows_by_slug(&self) -> Vec<&Arc<FlowAt>> {
        let mut flows: Vec<&Arc<FlowAt>> = self.flows.values().collect();
        flows.sort_by(|a, b| a.row.text("slug").cmp(b.row.text("slug")));
        flows
    }

    /// The place with that key in a flow.
    pub(crate) fn place(&self, flow: Uuid, key: Uuid) -> Option<&Place> {
        self.flow(flow)?.places.iter().find(|place| place.key == key)
    }

    /// The stage with that key, if its type is known.
    pub(crate) fn stage(&self, key: Uuid) -> Option<&StoredStage> {
        self.stages.get(&key)
    }

    /// All stages of known types.
    pub(crate) fn stages(&self) -> impl Iterator<Item = &StoredStage> {
        self.stages.values()
    }
}

async fn stored(cx: &Context, kind: &'static StageKind) -> Result<Vec<(Uuid, StoredStage)>> {
    // Stages that exist only in plans have no table.
    let Some(resource) = cx.store.catalog().find(kind.resource.model) else { return Ok(Vec::new()) };
    let link = resource.key_as_known_by(crate::Stage::RESOURCE.model);
    let rows = cx.store.rows(resource).await?;
    Ok(rows.all.iter().filter_map(|row| Some((row.uuid(link)?, StoredStage { kind, row: Arc::clone(row) }))).collect())
}

impl FlowAt {
    fn new(row: Arc<Record>, mut places: Vec<Place>) -> Self {
        places.sort_by_key(|place| (place.order, place.key));
        let judged = places.iter().enumerate().filter(|(_, place)| place.judged_on_entry());
        let judged_on_entry = judged.map(|(index, _)| index).collect();
        FlowAt { row, places, judged_on_entry }
    }

    /// Key.
    pub(crate) fn key(&self) -> Uuid {
        self.row.key().as_uuid().unwrap_or_default()
    }

    /// The places after that one, in order.
    pub(crate) fn after(&self, after: Option<(i64, Uuid)>) -> impl Iterator<Item = &Place> {
        let start = after.map_or(0, |after| self.places.partition_point(|place| (place.order, place.key) <= after));
        self.places.iter().skip(start)
    }

    /// The places whose policies are asked when a visitor enters the flow.
    pub(crate) fn judged_on_entry(&self) -> impl Iterator<Item = &Place> {
        self.judged_on_entry.iter().filter_map(|index| self.places.get(*index))
    }
}

impl Place {
    fn read(row: &Arc<Record>) -> Option<Self> {
        Some(Place { key: row.key().as_uuid()?, order: row.int("order"), stage: row.uuid("stage")?, row: Arc::clone(row) })
    }

    /// Whether its policies are asked when a visitor enters the flow.
    pub(crate) fn judged_on_entry(&self) -> bool {
        self.row.flag("evaluate_on_plan")
    }

    /// As it stands in a plan.
    pub(crate) fn ahead(&self) -> Ahead {
        Ahead {
            binding: Some(self.key),
            stage: StageAt::Stored(self.stage),
            re_evaluate: self.row.flag("re_evaluate_policies"),
            invalid_response_action: self.row.text("invalid_response_action").to_owned(),
        }
    }
}

#[cfg(test)]
impl Snapshot {
    /// One flow with these places: order, key, and whether they are judged on entry.
    pub(crate) fn of_places(flow: Uuid, places: &[(i64, u128, bool)]) -> Self {
        let place = |(order, key, judged): &(i64, u128, bool)| {
            let (key, order) = (Uuid::from_u128(*key), *order);
            let values = vec![
                ("fsb_uuid", key.into()),
                ("order", order.into()),
                ("stage", key.into()),
                ("evaluate_on_plan", (*judged).into()),
                ("re_evaluate_policies", (!*judged).into()),
                ("invalid_response_action", "retry".into()),
            ];
            Place { key, order, stage: key, row: Arc::new(Record::new(FlowStageBinding::RESOURCE, values)) }
        };
        let row = Arc::new(Record::new(Flow::RESOURCE, vec![("flow_uuid", flow.into())]));
        let at = FlowAt::new(row, places.iter().map(place).collect());
        Snapshot { flows: HashMap::from([(flow, Arc::new(at))]), ..Snapshot::default() }
    }
}
